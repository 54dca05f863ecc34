"""The questions a reader has, answered from the table: each one query, confirmed before it is shown."""

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from itertools import islice

import pytest

from filings.aws import clients
from filings.aws.archive import S3Archive
from filings.aws.table.queries import FilingQueries
from filings.holdings.holdings_record import Holding, Holdings
from filings.identity import generation_of
from filings.ownership.ownership_record import Issuer, Ownership, OwnershipRow, ReportingOwner
from filings.record import Document, Entity, Fact, Item, Part, to_json
from local.faults import Fault
from tests.aws.entries import ACCESSION, CIK, NOON, entry, filing

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def archive(cloud):
    return S3Archive(clients.s3(), cloud.name("ArchiveBucket"))


@pytest.fixture
def queries(cloud, archive):
    return FilingQueries(clients.dynamodb(), cloud.name("FilingsTable"), archive, wait=lambda seconds: None)


@pytest.fixture
def keep(table, archive):
    """Archive and commit, as the way of an upload does."""

    def keep(made, seen=None):
        archive.put(
            made.filing,
            filing_id=made.filing_id,
            generation=made.generation,
            content_sha256=made.content_sha256,
            parser_version=made.parser_version,
        )
        return table.commit(made, seen, NOON)

    return keep


def numbered(number: int, **changes):
    """The company's filing of this number, accepted so many seconds after noon."""
    accepted = NOON + dt.timedelta(seconds=number)
    parsed = filing(f"0009900555-26-{number:06d}", **{"acceptance_date_time": accepted} | changes)
    return entry(parsed, content=str(number), key=f"{number}.txt")


def ids(summaries) -> list[int]:
    return [int(summary.filing_id[-6:]) for summary in summaries]


def test_a_filing_comes_back_whole(queries, keep):
    documents = tuple(Document(sequence=n, type="EX-99", size=1, start=n, end=n + 1) for n in range(1, 150))
    made = entry(
        filing(
            documents=documents,
            facts=(Fact(concept="us-gaap:Revenues", value=Decimal("12345.67"), decimals="2"),),
            holdings=Part.model_validate({"tableValueTotal": Decimal("1.5"), "rows": [{"cusip": "00", "value": 1}]}),
            form_data={"a": ["b", None, True, 3]},
        )
    )
    keep(made)
    stored = queries.filing(ACCESSION)
    assert stored is not None
    assert stored.filing == made.filing
    assert (stored.revision, stored.revisions, stored.status) == (1, 1, "PENDING")
    assert (stored.generation, stored.object["key"]) == (made.generation, "a.txt")


@pytest.mark.parametrize(
    "changes",
    [
        {"items": (Item(item="8.01", text="x" * 9000, start=0, end=9000),)},
        {"form_data": {"text": "x" * 200_000}},
        {"documents": (Document(type="X" * 70_000, size=1, start=0, end=1),)},
    ],
    ids=["long text", "large record", "large child"],
)
def test_what_a_row_could_not_hold_comes_from_the_archive(queries, keep, changes):
    made = entry(filing(**changes))
    keep(made)
    assert queries.filing(ACCESSION).filing == made.filing


def test_a_small_filing_is_read_without_the_archive(cloud, queries, keep):
    keep(entry())
    with cloud.aws.recording() as calls:
        queries.filing(ACCESSION)
    assert [call.operation for call in calls] == ["GetItem", "GetItem", "Query"]
    assert all(call.parameters["ConsistentRead"] for call in calls)


def test_a_filing_that_is_not_there_is_none(queries):
    assert queries.filing(ACCESSION) is None


def test_a_filing_read_is_the_revision_that_stands(queries, keep, table):
    keep(entry())
    seen = keep(entry(content="second", version="v2")).latest
    text = (Item(item="1.01", text="We leased two mills.", start=0, end=20),)
    keep(entry(filing(items=text), content="second", version="v2", revision=2, change="UPDATED"), seen)
    stored = queries.filing(ACCESSION)
    assert stored.filing.items == text
    assert (stored.revision, stored.revisions) == (2, 2)


def test_a_companys_timeline_is_newest_first(queries, keep):
    for number in (2, 1, 3):
        keep(numbered(number))
    keep(entry(filing("0009900777-26-000009", entities=(Entity(role="FILER", cik="0009900777"),)), key="other"))
    timeline = list(queries.company_timeline(CIK))
    assert ids(timeline) == [3, 2, 1]
    assert timeline[0].said["form"] == "8-K"
    assert timeline[0].accepted_at == NOON + dt.timedelta(seconds=3)
    assert list(queries.company_timeline("0000000001")) == []


def test_a_timeline_has_both_of_its_days(queries, keep):
    last_second = dt.datetime(2026, 3, 4, 23, 59, 59, tzinfo=dt.UTC)
    for number in range(1, 6):
        keep(numbered(number, acceptance_date_time=last_second - dt.timedelta(days=3 - number)))
    first, last = dt.date(2026, 3, 3), dt.date(2026, 3, 5)
    assert ids(queries.company_timeline(CIK, first, last)) == [4, 3, 2]
    assert ids(queries.company_timeline(CIK, first)) == [5, 4, 3, 2]
    assert ids(queries.company_timeline(CIK, None, last)) == [4, 3, 2, 1]


def test_a_party_with_two_roles_is_listed_once(queries, keep):
    parties = (Entity(role="ISSUER", cik=CIK), Entity(role="REPORTING-OWNER", cik=CIK))
    keep(numbered(1, entities=parties))
    keep(numbered(2))
    assert ids(replace(queries, page=1).company_timeline(CIK)) == [2, 1]


def test_each_party_of_a_filing_has_it_in_its_timeline(queries, keep):
    keep(numbered(1, entities=(Entity(role="ISSUER", cik=CIK), Entity(role="REPORTING-OWNER", cik="0009900556"))))
    assert ids(queries.company_timeline(CIK)) == ids(queries.company_timeline("0009900556")) == [1]


def test_a_companys_filings_of_a_form_are_newest_first_and_of_no_other_form(queries, keep):
    for number, form in enumerate(("10-K", "10-K/A", "10-Q", "10-K"), 1):
        keep(numbered(number, form=form))
    keep(numbered(5, form="10-K", entities=(Entity(role="FILER", cik="0009900777"),)))
    assert ids(queries.company_filings(CIK, "10-K")) == [4, 1]
    assert ids(queries.company_filings("0009900777", "10-K")) == [5]


def test_the_latest_report_of_a_company_is_of_the_forms_that_are_asked_for(queries, keep):
    for number, form in enumerate(("10-K405", "10-K", "10-K/A", "8-K"), 1):
        keep(numbered(number, form=form))
    assert queries.latest_report(CIK, "10-K").filing_id[-1] == "2"
    assert queries.latest_report(CIK, "10-K", "10-K/A", "10-K405").filing_id[-1] == "3"
    assert queries.latest_report(CIK, "20-F") is None


def test_the_latest_report_is_found_without_reading_what_else_a_company_files(cloud, queries, keep):
    keep(numbered(1, form="10-K"))
    for number in range(2, 9):
        keep(numbered(number, form="424B2"))
    with cloud.aws.recording() as calls:
        assert queries.latest_report(CIK, "10-K").filing_id[-1] == "1"
    assert [call.operation for call in calls] == ["Query", "BatchGetItem"]
    assert len(calls[1].parameters["RequestItems"][cloud.name("FilingsTable")]["Keys"]) == 1


def test_a_report_that_is_revised_into_another_form_is_no_longer_the_latest(queries, keep):
    keep(numbered(1, form="10-K"))
    seen = keep(entry(filing("0009900555-26-000001", form="10-KT"), content="second", version="v2")).latest
    keep(
        entry(
            filing("0009900555-26-000001", form="10-KT"), content="second", version="v2", revision=2, change="UPDATED"
        ),
        seen,
    )
    assert queries.latest_report(CIK, "10-K") is None
    assert queries.latest_report(CIK, "10-KT").revision == 2


def test_the_late_filers_of_a_day_are_of_every_late_form(queries, keep):
    for number, form in enumerate(("NT 10-K", "10-K", "NT 10-Q", "NT-NCEN"), 1):
        keep(numbered(number, form=form, items=()))
    keep(numbered(5, form="NT 10-K", items=(), filing_date=dt.date(2026, 3, 3)))
    assert ids(queries.late_filers(DAY)) == [4, 3, 1]


def test_a_forms_feed_of_a_day(queries, keep):
    keep(numbered(1))
    keep(numbered(2, form="8-K/A"))
    keep(numbered(3, filing_date=dt.date(2026, 3, 3)))
    keep(numbered(4))
    assert ids(queries.form_feed("8-K", DAY)) == [4, 1]
    assert ids(queries.form_feed("8-K/A", DAY)) == [2]
    assert list(queries.form_feed("10-K", DAY)) == []


def test_an_items_feed_of_a_day(queries, keep):
    keep(numbered(1))
    keep(numbered(2, items=(Item(item="5.02", text="t", start=0, end=1),) * 2))
    assert ids(queries.item_feed("5.02", DAY)) == [2]
    assert ids(queries.item_feed("9.01", DAY)) == [1]
    assert list(queries.item_feed("5.02", dt.date(2026, 3, 3))) == []


def test_a_tags_feed_of_a_day(queries, keep):
    keep(numbered(1))
    keep(numbered(2, items=(Item(item="1.05", text="t", start=0, end=1),)))
    assert ids(queries.tag_feed("deal", DAY)) == [1]
    assert ids(queries.tag_feed("cyber", DAY)) == [2]


def test_a_revision_that_does_not_stand_is_in_no_feed(queries, keep):
    keep(entry())
    seen = keep(entry(content="second", version="v2")).latest
    other_item = filing(items=(Item(item="8.01", text="t", start=0, end=1),))
    keep(entry(other_item, content="second", version="v2", revision=2, change="UPDATED"), seen)
    assert list(queries.item_feed("1.01", DAY)) == []
    assert [summary.revision for summary in queries.item_feed("8.01", DAY)] == [2]
    assert [summary.revision for summary in queries.form_feed("8-K", DAY)] == [2]


def test_children_without_a_commit_are_in_no_feed(cloud, queries, table):
    many = tuple(Document(sequence=n, size=1, start=n, end=n + 1) for n in range(1, 150))
    cloud.aws.inject(Fault.CRASH_BEFORE, at="dynamodb.TransactWriteItems")
    with pytest.raises(BaseException, match="TransactWriteItems"):
        table.commit(entry(filing(documents=many)), None, NOON)
    assert list(queries.company_timeline(CIK)) == []
    assert list(queries.item_feed("1.01", DAY)) == []


def test_a_list_is_read_page_by_page_and_no_further_than_wanted(cloud, queries, keep):
    for number in range(1, 8):
        keep(numbered(number))
    paged = replace(queries, page=2)
    with cloud.aws.recording() as calls:
        assert ids(islice(paged.company_timeline(CIK), 3)) == [7, 6, 5]
    assert [call.operation for call in calls] == ["Query", "BatchGetItem"] * 2
    assert ids(paged.company_timeline(CIK)) == [7, 6, 5, 4, 3, 2, 1]


def test_keys_that_dynamodb_left_unread_are_read_after_all(cloud, queries, keep):
    for number in range(1, 5):
        keep(numbered(number))
    cloud.aws.inject(Fault.UNPROCESSED, at="dynamodb.BatchGetItem")
    with cloud.aws.recording() as calls:
        assert ids(queries.company_timeline(CIK)) == [4, 3, 2, 1]
    asked = [call.parameters["RequestItems"][queries.name] for call in calls if call.operation == "BatchGetItem"]
    assert [wanted["ConsistentRead"] for wanted in asked] == [True, True]


def test_the_generation_of_the_rows_is_that_of_content_and_parser(queries, keep):
    made = entry()
    keep(made)
    assert queries.filing(ACCESSION).generation == generation_of(made.content_sha256, "1.0.0")


def insider_filing(number: int, *, issuer: str = "0009910500", day: int = 5, **changes):
    """A form 4 of two owners, with one sale on the day of May."""
    sale = OwnershipRow(
        kind="transaction",
        security_title="Common Stock",
        transaction_date=dt.date(2026, 5, day),
        transaction_code="S",
        transaction_shares=Decimal("1250.5"),
    )
    owners = (ReportingOwner(cik="0009911001", name="Quill Ada"), ReportingOwner(cik="0009911002", name="Quill LP"))
    ownership = Ownership(
        document_type="4", issuer=Issuer(cik=issuer, name="Marlow"), reporting_owners=owners, non_derivative=(sale,)
    )
    return numbered(number, form="4", ownership=ownership, **changes)


def test_insider_transactions_come_by_issuer_once_each_newest_first(queries, keep):
    keep(insider_filing(1, day=4))
    keep(insider_filing(2, day=6))
    keep(insider_filing(3, issuer="0009910999"))

    found = list(queries.transactions_by_issuer("0009910500"))

    assert [row.attributes["transactionDate"] for row in found] == ["2026-05-06", "2026-05-04"]
    assert found[0].attributes["transactionShares"] == Decimal("1250.5")
    assert found[0].attributes["ownerName"] == "Quill Ada"
    assert ids(found) == [2, 1]
    assert ids(queries.transactions_by_issuer("0009910500", last=dt.date(2026, 5, 5))) == [1]


def test_insider_transactions_come_by_each_owner_in_whatever_company(queries, keep):
    keep(insider_filing(1, day=4))
    keep(insider_filing(2, issuer="0009910999", day=6))

    for owner in ("0009911001", "0009911002"):
        assert ids(queries.transactions_by_owner(owner)) == [2, 1]
    assert ids(queries.transactions_by_owner("0009911001", first=dt.date(2026, 5, 5))) == [2]


def test_transactions_of_a_revision_that_no_longer_stands_are_not_shown(queries, keep):
    keep(insider_filing(1, day=4))
    parsed = insider_filing(1, day=9).filing
    seen = keep(entry(parsed, content="second", version="v2")).latest

    keep(entry(parsed, content="second", version="v2", revision=2, change="UPDATED"), seen)

    assert [row.attributes["transactionDate"] for row in queries.transactions_by_issuer("0009910500")] == ["2026-05-09"]


def test_an_ownership_form_comes_back_with_the_json_that_it_had(queries, keep):
    made = insider_filing(1)
    keep(made)

    stored = queries.filing(made.filing_id)

    assert json.loads(to_json(stored.filing)) == json.loads(to_json(made.filing))


# ------------------------------------------------------------------ holdings

QUARTER = dt.date(2025, 12, 31)
CUSIP = "03199X102"


def report(number: int, *rows: tuple[str, int], form: str = "13F-HR", kind: str | None = None, **changes):
    """A manager's 13F with rows of (CUSIP, value in dollars)."""
    holdings = Holdings(
        amendment_type=kind,
        period_of_report=QUARTER,
        rows=tuple(Holding(cusip=cusip, value=Decimal(value), name_of_issuer="ANVIL INC") for cusip, value in rows),
    )
    told = {"form": form, "holdings": holdings, "report_date": QUARTER, "items": ()}
    return numbered(number, **told | changes)


def test_the_holders_of_a_security_come_the_largest_first(queries, keep):
    keep(report(1, (CUSIP, 900), ("09777Q104", 5)))
    keep(report(2, (CUSIP.lower(), 10_000), (CUSIP, 1000)))
    undated = Holdings(rows=(Holding(cusip=CUSIP, value=Decimal(7)),))
    keep(report(3, holdings=undated))
    found = list(queries.holders(CUSIP, QUARTER))
    assert [(row.filing_id[-1], row.attributes["value"]) for row in found] == [("2", 10_000), ("2", 1000), ("1", 900)]
    assert found[0].attributes["nameOfIssuer"] == "ANVIL INC"
    assert list(queries.holders(CUSIP, dt.date(2025, 9, 30))) == []


def test_a_report_that_no_longer_stands_holds_nothing(queries, keep):
    keep(report(1, (CUSIP, 900)))
    parsed = report(1, (CUSIP, 800)).filing
    seen = keep(entry(parsed, content="second", version="v2")).latest

    keep(entry(parsed, content="second", version="v2", revision=2, change="UPDATED"), seen)

    assert [row.attributes["value"] for row in queries.holders(CUSIP, QUARTER)] == [800]


def test_a_portfolio_is_the_last_restatement_with_the_holdings_added_since(queries, keep):
    keep(report(1, (CUSIP, 1), ("09777Q104", 2)))
    keep(report(2, ("22588R203", 3), form="13F-HR/A", kind="NEW HOLDINGS"))
    keep(report(3, (CUSIP, 4), ("09777Q104", 5), form="13F-HR/A", kind="RESTATEMENT"))
    keep(report(4, ("22588R203", 6), form="13F-HR/A", kind="NEW HOLDINGS"))
    keep(numbered(5, report_date=QUARTER))
    found = [row.attributes["value"] for row in queries.portfolio(CIK, QUARTER)]
    assert found == [4, 5, 6]
    assert queries.portfolio(CIK, dt.date(2025, 9, 30)) == []


@pytest.mark.parametrize(
    "row",
    [
        Holding(cusip=CUSIP, value=Decimal("9" * 39)),
        Holding(cusip=CUSIP, value=Decimal("9" * 28 + "E99")),
        Holding(cusip="X" * 3000, value=Decimal(1)),
        Holding(cusip=None, value=Decimal(1)),
        Holding(cusip=CUSIP, value=None),
    ],
    ids=["too many digits", "too large a number", "too long a cusip", "no cusip", "no value"],
)
def test_a_row_that_no_index_takes_is_stored_all_the_same(queries, keep, row):
    keep(report(1, holdings=Holdings(period_of_report=QUARTER, rows=(row,))))
    assert list(queries.holders(CUSIP, QUARTER)) == []
    assert len(queries.portfolio(CIK, QUARTER)) == 1
