"""Python values as DynamoDB's, back, and their size."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filings.aws.table.values import depth_of, from_row, item_size, size_of, to_row, to_value

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.integers(-(10**37), 10**37)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9, places=6),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc", min_size=1), inner),
    max_leaves=20,
)


@settings(deadline=None)
@given(st.dictionaries(st.text("abc", min_size=1), PLAIN.filter(lambda value: value is not None)))
def test_what_goes_in_comes_back(attributes):
    assert from_row(to_row(attributes)) == attributes


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (True, {"BOOL": True}),
        (1, {"N": "1"}),
        (0.1, {"N": "0.1"}),
        (Decimal("1.50"), {"N": "1.50"}),
        (dt.date(2026, 3, 2), {"S": "2026-03-02"}),
        (dt.datetime(2026, 3, 2, 21, 30, tzinfo=dt.UTC), {"S": "2026-03-02T21:30:00Z"}),
        (("a", None), {"L": [{"S": "a"}, {"NULL": True}]}),
        (Decimal("-0." + "1" * 38), {"N": "-0." + "1" * 38}),
        (Decimal("1234567890123456789012345678901234567890"), {"S": "1234567890123456789012345678901234567890"}),
        (Decimal("1E+130"), {"S": "1E+130"}),
        (float("nan"), {"S": "NaN"}),
    ],
)
def test_how_a_value_is_stored(value, stored):
    assert to_value(value) == stored


def test_none_is_left_out_of_a_row_and_kept_inside_a_value():
    assert to_row({"a": None, "b": {"c": None}}) == {"b": {"M": {"c": {"NULL": True}}}}


def test_what_has_no_place_in_a_row_is_named():
    with pytest.raises(TypeError, match="set has no place"):
        to_value({1, 2})


def test_size_counts_names_and_utf8():
    assert item_size({"pk": {"S": "é"}}) == 2 + 2
    assert size_of({"M": {"a": {"S": "bc"}}}) == 3 + 1 + 1 + 2
    assert size_of({"L": [{"BOOL": True}, {"NULL": True}]}) == 3 + 2 + 2


def test_depth_counts_maps_and_lists():
    assert [depth_of(to_value(value)) for value in ("a", [], {"a": 1}, {"a": [{"b": 1}]})] == [0, 1, 1, 3]
