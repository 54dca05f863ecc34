"""A part's rows stand once in the table, and a reader gets the same filing back."""

import json
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filings.aws.table import rows
from filings.aws.table.part_rows import part_rows, with_keys, with_rows
from filings.aws.table.record_size import exceeds
from filings.aws.table.values import from_row, size_of, to_value
from filings.errors import FilingError
from filings.holdings import holdings_record
from filings.holdings.holdings_record import Holding, Holdings
from filings.ownership import ownership_record
from filings.parse import parse_filing
from filings.record import Filing, to_json
from tests.aws.entries import NOON, entry, filing

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = sorted(path for kind in ("ownership", "form_13f") for path in (FIXTURES / kind).glob("*/submission.*"))
assert len(CASES) > 15


def plain(parsed: Filing) -> dict:
    return json.loads(to_json(parsed), parse_float=Decimal)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_a_record_whose_rows_are_stored_apart_is_read_back_the_same(path):
    made = entry(parse_filing(path.read_bytes(), name=path.name))
    kept = from_row(rows.revision_row(made, NOON))
    prefix = f"G#{made.generation}#"
    stored = {row["sk"]["S"].removeprefix(prefix): from_row(row) for row in rows.children(made)}
    back = Filing.model_validate(with_rows(kept["record"], stored))
    without = {"items": (), "entities": (), "documents": ()}
    assert plain(back) == plain(made.filing.model_copy(update=without))


def test_a_transaction_stands_in_its_own_row_and_the_record_has_its_key():
    path = FIXTURES / "ownership" / "joint-filing-with-trades" / "submission.txt"
    made = entry(parse_filing(path.read_bytes(), name=path.name))
    record = from_row(rows.revision_row(made, NOON))["record"]
    listed = [row for name in ("nonDerivative", "derivative") for row in record["ownership"][name]]
    keys = [row for row in listed if isinstance(row, str)]
    assert keys == ["TRANSACTION#0001", "TRANSACTION#0002", "TRANSACTION#0003"]
    assert {row["kind"] for row in listed if not isinstance(row, str)} <= {"holding"}


def test_every_list_whose_rows_are_stored_apart_can_be_filled_again():
    """A part that gives its rows a place must be known to whoever reads: what stood there is a key."""
    known = {"ownership": ownership_record.EMPTY_ROWS, "holdings": holdings_record.EMPTY_ROWS}
    for path in FIXTURES.glob("*/*/submission.*"):
        with suppress(FilingError):
            for part, row, _ in part_rows(parse_filing(path.read_bytes(), name=path.name)):
                assert row.place is None or row.place[0] in known[part]


def test_a_row_that_its_index_spells_otherwise_stays_in_the_record():
    """A CUSIP in small letters is listed in capitals; the record says what the report says."""
    holdings = Holdings(period_of_report=NOON.date(), rows=(Holding(cusip="03783310a", value=Decimal(1)),))
    made = filing(form="13F-HR", holdings=holdings)
    keyed = with_keys(made.model_dump(by_alias=True), made)
    assert keyed["holdings"]["rows"][0]["cusip"] == "03783310a"
    assert with_rows(keyed, {})["holdings"]["rows"] == [*keyed["holdings"]["rows"]]


def test_a_record_of_before_rows_were_stored_once_is_read_as_it_is():
    path = FIXTURES / "ownership" / "joint-filing-with-trades" / "submission.txt"
    parsed = parse_filing(path.read_bytes(), name=path.name)
    record = parsed.model_dump(by_alias=True)
    assert plain(Filing.model_validate(with_rows(record, {}))) == plain(parsed)


def test_rows_of_several_kinds_are_each_counted_from_one():
    path = FIXTURES / "ownership" / "joint-filing-with-trades" / "submission.txt"
    numbers = [(row.kind, number) for _, row, number in part_rows(parse_filing(path.read_bytes(), name=path.name))]
    assert len(set(numbers)) == len(numbers)
    assert {number for kind, number in numbers if kind == "TRANSACTION"} == {1, 2, 3}


@pytest.mark.parametrize("count", [100, 20_000])
def test_a_large_record_is_seen_to_be_large_after_few_rows(count):
    looked_at = 0

    class Counted(str):
        def __len__(self):
            nonlocal looked_at
            looked_at += 1
            return super().__len__()

    row = {"cusip": Counted("x" * 2_000)}
    assert exceeds([{"rows": [row] * count}], 100_000)
    assert looked_at <= 51


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=3), inner, max_size=3),
    max_leaves=20,
)


@settings(deadline=None)
@given(form_data=st.dictionaries(st.text(min_size=1, max_size=5), values, max_size=3), limit=st.integers(0, 400))
def test_what_is_seen_to_be_too_large_is_too_large(form_data, limit):
    parsed = filing(form_data=form_data, items=(), entities=())
    stored = to_value(parsed.model_dump(by_alias=True))
    if exceeds([parsed], limit):
        assert size_of(stored) > limit
