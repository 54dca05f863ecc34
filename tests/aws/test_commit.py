"""The commit against DynamoDB's rules: all or nothing, and what a refusal says."""

import datetime as dt
from dataclasses import replace

import pytest
from botocore.exceptions import ClientError

from filings.aws.table.commit import UnprocessedItems
from filings.ports import Committed, Handled, Latest, LatestMoved, SameContent
from filings.record import Document, Entity, Item, Part, PartRow, to_json
from local.faults import Fault, aws_error
from tests.aws.entries import ACCESSION, CIK, NOON, entry, filing, refusal

FILING = f"FILING#{ACCESSION}"


def documents(count: int) -> tuple[Document, ...]:
    return tuple(Document(sequence=n, type="EX-99", size=1, start=n, end=n + 1) for n in range(1, count + 1))


def test_a_fresh_filing_is_one_transaction_with_all_its_rows(cloud, table, rows):
    made = entry(filing(documents=documents(1)))
    with cloud.aws.recording() as calls:
        committed = table.commit(made, None, NOON)
    assert [call.name for call in calls] == ["dynamodb.TransactWriteItems"]
    assert isinstance(committed, Committed)
    prefix = f"G#{made.generation}#"
    assert set(rows()) == {
        ("OBJECT#inbox/a.txt", "VERSION#v1"),
        (FILING, f"REVISION#{made.content_sha256}"),
        (FILING, "LATEST"),
        (FILING, f"{prefix}ITEM#0001"),
        (FILING, f"{prefix}ITEM#0002"),
        (FILING, f"{prefix}ENTITY#0001"),
        (FILING, f"{prefix}DOCUMENT#0001"),
        (FILING, f"{prefix}TAG#0001"),
    }


def test_the_rows_say_what_the_filing_says(table, rows):
    made = entry()
    table.commit(made, None, NOON)
    found = rows()
    revision = found[FILING, f"REVISION#{made.content_sha256}"]
    assert (revision["status"], revision["pendingShard"], revision["pendingSince"]) == (
        "PENDING",
        "0",
        "2026-03-02T12:00:00Z",
    )
    assert (revision["feed"], revision["feedValue"], revision["filedOn"]) == ("FORM", "8-K", "2026-03-02")
    assert revision["event"] == to_json(made.event)
    assert revision["record"]["form"] == "8-K"
    assert not {"items", "entities", "documents"} & set(revision["record"])
    latest = found[FILING, "LATEST"]
    assert (latest["revision"], latest["revisions"], latest["generation"]) == (1, 1, made.generation)
    assert latest["summary"]["items"] == ["1.01", "9.01"]
    assert latest["summary"]["headline"] == made.event.data.headline
    item = found[FILING, f"G#{made.generation}#ITEM#0001"]
    assert (item["item"], item["text"], item["feed"], item["feedValue"]) == (
        "1.01",
        "We leased a mill.",
        "ITEM",
        "1.01",
    )
    entity = found[FILING, f"G#{made.generation}#ENTITY#0001"]
    assert (entity["cik"], entity["acceptedAt"], entity["filingId"]) == (CIK, "2026-03-02T11:00:00Z", ACCESSION)
    assert found["OBJECT#inbox/a.txt", "VERSION#v1"]["kind"] == "REVISION"


def test_only_children_and_revisions_are_in_an_index(table, rows):
    """A stray `cik` or `feed` on LATEST would show a filing twice."""
    table.commit(entry(), None, NOON)
    indexed = {sk.split("#")[-2] if sk.startswith("G#") else sk for (_, sk), row in rows().items() if "cik" in row}
    assert indexed == {"ENTITY"}
    feeds = {row["sk"].split("#")[0] for row in rows().values() if "feed" in row}
    assert feeds == {"REVISION", "G"}


def test_a_redelivered_version_gives_back_what_is_still_to_be_announced(table):
    first = table.commit(entry(), None, NOON)
    again = table.commit(entry(), None, NOON + dt.timedelta(minutes=1))
    assert again == Handled(first.announcement, "1.0.0")


def test_whether_it_is_still_to_be_announced_is_read_consistently(cloud, table):
    table.commit(entry(), None, NOON)
    with cloud.aws.recording() as calls:
        table.commit(entry(), None, NOON)
    assert [call.operation for call in calls] == ["TransactWriteItems", "GetItem"]
    assert calls[1].parameters["ConsistentRead"] is True


def test_a_redelivered_version_that_was_announced_leaves_nothing_to_do(table, rows):
    first = table.commit(entry(), None, NOON)
    table.mark_announced(first.announcement, NOON)
    assert table.commit(entry(), None, NOON) == Handled(None, "1.0.0")
    revision = rows()[FILING, first.announcement.sk]
    assert revision["status"] == "NOTIFIED"
    assert not {"pendingShard", "pendingSince"} & set(revision)


def test_a_version_that_was_a_duplicate_leaves_nothing_to_do(table):
    table.commit(entry(), None, NOON)
    table.record_duplicate(entry(key="b.txt"), NOON)
    assert table.commit(entry(key="b.txt"), None, NOON) == Handled(None, "1.0.0")


def test_known_content_under_another_key_writes_nothing(table, rows):
    table.commit(entry(), None, NOON)
    before = rows()
    assert table.commit(entry(key="b.txt"), None, NOON) == SameContent()
    assert rows() == before


def test_other_content_is_told_which_latest_stands_and_follows_it(table, rows):
    table.commit(entry(sequencer="0A"), None, NOON)
    second = entry(content="second", version="v2", seconds=5, sequencer="0B")
    moved = table.commit(second, None, NOON)
    assert moved == LatestMoved(Latest(1, entry(sequencer="0A").position, entry().content_sha256))
    assert (FILING, f"REVISION#{second.content_sha256}") not in rows()
    next_one = entry(content="second", version="v2", seconds=5, sequencer="0B", revision=2, change="UPDATED")
    assert isinstance(table.commit(next_one, moved.latest, NOON), Committed)
    latest = rows()[FILING, "LATEST"]
    assert (latest["revision"], latest["revisions"], latest["generation"]) == (2, 2, next_one.generation)
    assert latest["object"]["versionId"] == "v2"


def test_a_stale_version_is_counted_and_does_not_stand(table, rows):
    made = entry()
    table.commit(made, None, NOON)
    moved = table.commit(entry(content="older", version="v0"), None, NOON)
    stale = entry(content="older", version="v0", revision=2, change="SUPERSEDED")
    assert isinstance(table.commit(stale, moved.latest, NOON), Committed)
    latest = rows()[FILING, "LATEST"]
    assert (latest["revision"], latest["revisions"], latest["generation"]) == (1, 2, made.generation)
    assert rows()[FILING, f"REVISION#{stale.content_sha256}"]["change"] == "SUPERSEDED"


def test_a_race_lost_between_reading_and_writing_is_refused_again(table):
    table.commit(entry(), None, NOON)
    seen = table.commit(entry(content="second", version="v2"), None, NOON).latest
    table.commit(entry(content="third", version="v3", revision=2, change="UPDATED"), seen, NOON)
    late = entry(content="second", version="v2", revision=2, change="UPDATED")
    refused = table.commit(late, seen, NOON)
    assert isinstance(refused, LatestMoved)
    assert refused.latest.revisions == 2


@pytest.mark.parametrize("fault", [Fault.LOST_RESPONSE, Fault.REPEATED])
def test_a_commit_whose_answer_was_lost_is_found_pending(cloud, table, fault):
    cloud.aws.inject(fault, at="dynamodb.TransactWriteItems")
    if fault is Fault.LOST_RESPONSE:
        with pytest.raises(Exception, match="timeout"):
            table.commit(entry(), None, NOON)
        assert table.commit(entry(), None, NOON).pending is not None
    else:
        assert isinstance(table.commit(entry(), None, NOON), Committed)


def cancelled(client, *codes: str):
    """A transaction's cancellation for `codes`, one an action."""
    error = aws_error(client, "TransactWriteItems", "TransactionCanceledException", "cancelled")
    error.response["CancellationReasons"] = [{"Code": code} for code in codes]
    return error


def test_a_conflict_with_another_transaction_is_tried_again(cloud, table, rows):
    errors = [cancelled(table.client, "None", "TransactionConflict", "None")] * 2

    def strike(call):
        if errors:
            raise errors.pop()

    cloud.aws.before.append(strike)
    assert isinstance(table.commit(entry(), None, NOON), Committed)
    assert (FILING, "LATEST") in rows()


def test_a_conflict_that_stays_is_raised(cloud, table, rows):
    def strike(call):
        raise cancelled(table.client, "None", "TransactionConflict", "None")

    cloud.aws.before.append(strike)
    with pytest.raises(ClientError, match="TransactionCanceled"):
        table.commit(entry(), None, NOON)
    assert rows() == {}


def test_a_cancellation_for_another_reason_is_raised_at_once(cloud, table):
    def strike(call):
        raise cancelled(table.client, "ValidationError", "ConditionalCheckFailed", "None")

    cloud.aws.before.append(strike)
    with pytest.raises(ClientError):
        table.commit(entry(), None, NOON)
    assert len(cloud.aws.calls) == 1


@pytest.mark.parametrize(
    ("parsed", "batches"),
    [
        (filing(documents=documents(93)), 0),  # 3 rows of the commit, 2 items, 1 entity, 1 tag, 93 documents: 100
        (filing(documents=documents(94)), 4),
        (filing(documents=documents(240)), 10),
    ],
    ids=["just fits", "one too many", "many"],
)
def test_children_that_do_not_fit_into_the_transaction_are_written_before_it(cloud, table, rows, parsed, batches):
    with cloud.aws.recording() as calls:
        assert isinstance(table.commit(entry(parsed), None, NOON), Committed)
    ahead = ["GetItem", *["BatchWriteItem"] * batches] if batches else []  # looked whether they are there already
    assert [call.operation for call in calls] == [*ahead, "TransactWriteItems"]
    kept = [sk for pk, sk in rows() if sk.startswith("G#")]
    assert len(kept) == len(parsed.documents) + 4


def test_children_of_more_than_four_megabytes_are_written_before_the_transaction(cloud, table, rows):
    big = tuple(Entity(role="FILER", cik=f"{n:010d}", name="N" * 60_000) for n in range(80))
    with cloud.aws.recording() as calls:
        table.commit(entry(filing(entities=big)), None, NOON)
    assert [call.operation for call in calls] == ["GetItem", *["BatchWriteItem"] * 4, "TransactWriteItems"]
    assert len([sk for _, sk in rows() if "#ENTITY#" in sk]) == 80


def test_the_children_of_a_large_filing_are_not_written_again(cloud, table, rows):
    """A filing without dates is indexed by its first upload's; another upload must not change that."""
    undated = filing(documents=documents(94), filing_date=None, acceptance_date_time=None)
    table.commit(entry(undated), None, NOON)
    before = rows()
    again = entry(undated, key="b.txt", seconds=86_400)
    assert table.commit(again, None, NOON) == SameContent()
    assert rows() == before


def test_a_reader_sees_nothing_of_a_large_filing_before_its_commit(cloud, table, rows):
    cloud.aws.inject(Fault.ERROR, at="dynamodb.TransactWriteItems")
    with pytest.raises(ClientError):
        table.commit(entry(filing(documents=documents(240))), None, NOON)
    assert all(sk.startswith("G#") for _, sk in rows())


def test_what_a_batch_left_unwritten_is_written_after_all(cloud, table, rows):
    cloud.aws.inject(Fault.UNPROCESSED, at="dynamodb.BatchWriteItem", nth=2)
    table.commit(entry(filing(documents=documents(240))), None, NOON)
    assert len([sk for _, sk in rows() if "#DOCUMENT#" in sk]) == 240


def test_a_batch_that_is_never_finished_is_raised_before_anything_is_committed(table, rows):
    class Reluctant:
        """DynamoDB under a load that does not end."""

        def get_item(self, **asked):
            return {}

        def batch_write_item(self, RequestItems):
            return {"UnprocessedItems": RequestItems}

    reluctant = replace(table, client=Reluctant())
    with pytest.raises(UnprocessedItems, match="25 items"):
        reluctant.commit(entry(filing(documents=documents(240))), None, NOON)
    assert rows() == {}


def test_a_long_text_is_an_excerpt_in_its_row(table, rows):
    texts = ["é" * 4096, "é" * 4096 + "x"]  # 8 KB in UTF-8, and one byte more
    items = tuple(Item(item="8.01", text=text, start=0, end=len(text)) for text in texts)
    made = entry(filing(items=items))
    table.commit(made, None, NOON)
    small, large = (rows()[FILING, f"G#{made.generation}#ITEM#000{n}"] for n in (1, 2))
    assert small["text"] == texts[0]
    assert "text" not in large
    assert (large["excerpt"], large["textBytes"], large["inArchive"]) == ("é" * 1000, 8193, True)


def test_a_record_too_large_or_too_deep_for_its_row_stays_in_the_archive(table, rows):
    deep: dict[str, object] = {}
    for _ in range(40):
        deep = {"inner": deep}
    for form_data in ({"text": "x" * 200_000}, deep):
        made = entry(filing(form_data=form_data), content=str(len(str(form_data))), key=str(len(str(form_data))))
        parsed = made.filing.model_copy(update={"accession_number": None})
        made = entry(parsed, content=made.content_sha256, key=made.object.key)
        assert isinstance(table.commit(made, None, NOON), Committed)
        revision = rows()[f"FILING#{made.filing_id}", f"REVISION#{made.content_sha256}"]
        assert revision["recordInArchive"] is True
        assert "record" not in revision


class Trades(Part):
    """A part that wants a row for each of its trades, listed under who traded."""

    trades: tuple[str, ...] = ()

    def stored_rows(self):
        yield from (PartRow("TRADE", {"shares": trade}, {"cik": CIK}) for trade in self.trades)
        yield PartRow("TOTAL", {"trades": len(self.trades)}, {})


def test_the_rows_that_a_forms_part_asks_for_are_stored_and_listed(table, rows):
    made = entry(filing(ownership=Trades(trades=("10", "20"))))
    table.commit(made, None, NOON)
    found = {sk.removeprefix(f"G#{made.generation}#"): row for (_, sk), row in rows().items()}
    assert [found[f"TRADE#000{n}"]["shares"] for n in (1, 2)] == ["10", "20"]
    assert (found["TRADE#0002"]["cik"], found["TRADE#0002"]["acceptedAt"]) == (CIK, "2026-03-02T11:00:00Z")
    assert found["TOTAL#0001"]["trades"] == 2
    assert "acceptedAt" not in found["TOTAL#0001"]


def test_odd_values_never_break_an_index(table, rows):
    """An index key must not be empty nor longer than DynamoDB takes: such a row is kept and not listed."""
    items = (Item(item="", text="a", start=0, end=1), Item(item="9" * 3000, text="b", start=1, end=2))
    made = entry(filing(form=None, items=items, entities=(Entity(role="FILER"),)))
    assert isinstance(table.commit(made, None, NOON), Committed)
    assert not any("feed" in row or "cik" in row for row in rows().values())


def test_a_filing_without_dates_is_filed_when_it_was_uploaded(table, rows):
    made = entry(filing(filing_date=None, acceptance_date_time=None), seconds=90)
    table.commit(made, None, NOON)
    latest = rows()[FILING, "LATEST"]
    assert (latest["filedOn"], latest["acceptedAt"]) == ("2026-03-02", "2026-03-02T12:01:30Z")


def test_a_refusal_is_recorded_once_and_found_pending_until_it_is_announced(table, rows):
    first = table.record_refusal(refusal(), NOON)
    assert isinstance(first, Committed)
    assert table.record_refusal(refusal(), NOON) == Handled(first.announcement, "1.0.0")
    table.mark_announced(first.announcement, NOON)
    assert table.record_refusal(refusal(), NOON) == Handled(None, "1.0.0")
    row = rows()["OBJECT#inbox/a.txt", "VERSION#v1"]
    assert (row["kind"], row["reason"], row["status"]) == ("REJECTED", "NotText", "NOTIFIED")
    assert row["message"] == "this is a picture, not the text of a filing"


def test_a_refused_version_stays_refused_when_a_later_parser_reads_it(table):
    pending = table.record_refusal(refusal(), NOON).announcement
    assert table.commit(entry(), None, NOON) == Handled(pending, "1.0.0")


def test_a_version_that_was_kept_stays_kept_when_a_later_parser_refuses_it(table):
    pending = table.commit(entry(), None, NOON).announcement
    assert table.record_refusal(refusal(), NOON) == Handled(pending, "1.0.0")


def test_marking_twice_is_fine(table, rows):
    announcement = table.commit(entry(), None, NOON).announcement
    table.mark_announced(announcement, NOON)
    before = rows()
    table.mark_announced(announcement, NOON + dt.timedelta(minutes=1))
    assert rows() == before
