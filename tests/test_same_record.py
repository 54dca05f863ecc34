"""Whether two readings say the same."""

from decimal import Decimal

import pytest

from filings.record import Cover, Filing, Item, Part
from filings.same_record import is_same_record

READ = Filing(form="8-K", items=(Item(item="8.01", text="a", start=0, end=1),), form_data={"a": [1, {"b": "c"}]})


def part(**said: object) -> Filing:
    return READ.model_copy(update={"ownership": Part.model_validate(said)})


@pytest.mark.parametrize(
    "other",
    [
        READ.model_copy(),
        READ.model_copy(update={"cover": None, "facts": ()}),
        READ.model_copy(
            update={"form_data": {"new": None, "a": [1, {"new": [], "b": "c", "newer": {"newest": None}}]}}
        ),
    ],
    ids=["the same", "nothing more", "keys that say nothing"],
)
def test_what_says_the_same_is_the_same(other):
    assert is_same_record(READ, other)
    assert is_same_record(other, READ)


@pytest.mark.parametrize(
    "other",
    [
        READ.model_copy(update={"items": ()}),
        READ.model_copy(update={"is_amendment": True}),
        READ.model_copy(update={"form_data": {"a": [1, {"b": "d"}]}}),
        READ.model_copy(update={"form_data": {"a": [{"b": "c"}, 1]}}),
        READ.model_copy(update={"cover": Cover(registrant_name="Marlow Instruments, Inc.")}),
    ],
    ids=["an item less", "a box", "a value", "another order", "a cover"],
)
def test_what_says_more_or_less_or_otherwise_is_not(other):
    assert not is_same_record(READ, other)
    assert not is_same_record(other, READ)


def test_a_number_is_the_same_with_another_number_of_zeros_and_not_beyond_what_a_float_tells():
    assert is_same_record(part(shares=Decimal("1.50")), part(shares=Decimal("1.5")))
    assert not is_same_record(part(shares=Decimal("9007199254740993.5")), part(shares=Decimal("9007199254740993")))
