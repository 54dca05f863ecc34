"""DynamoDB's size rule, worked by hand from its developer guide."""

from decimal import Decimal

import pytest

from local.item_size import item_size, significant_digits, typed


@pytest.mark.parametrize(
    ("item", "size"),
    [
        ({}, 0),
        ({"pk": {"S": "abc"}}, 2 + 3),
        ({"ü": {"S": "é"}}, 2 + 2),
        ({"n": {"N": "27"}}, 1 + 2),
        ({"n": {"N": "-27"}}, 1 + 3),
        ({"n": {"N": "461"}}, 1 + 3),
        ({"n": {"N": "1000"}}, 1 + 2),
        ({"n": {"N": "0.0012"}}, 1 + 2),
        ({"b": {"B": b"\x00\x01"}}, 1 + 2),
        ({"t": {"BOOL": True}, "z": {"NULL": True}}, 2 + 2),
        ({"s": {"SS": ["ab", "c"]}, "n": {"NS": ["1", "22"]}, "b": {"BS": [b"x"]}}, 3 + 3 + 4 + 1),
        ({"l": {"L": []}}, 1 + 3),
        ({"l": {"L": [{"S": "ab"}, {"BOOL": False}]}}, 1 + 3 + (1 + 2) + (1 + 1)),
        ({"m": {"M": {"key": {"S": "v"}}}}, 1 + 3 + (1 + 3 + 1)),
    ],
)
def test_an_item_has_the_size_that_dynamodb_counts(item, size):
    assert item_size(item) == size


def test_plain_values_count_as_what_they_become():
    plain = {"text": "x", "number": Decimal("1.50"), "list": ["a", True], "none": None}
    assert item_size(typed(plain)) == (4 + 1) + (6 + 2) + (4 + 3 + 2 + 2) + (4 + 1)


@pytest.mark.parametrize(("number", "digits"), [("0", 0), ("100", 1), ("0.10", 1), ("-12.5", 3), ("1" * 40, 40)])
def test_zeros_at_the_ends_are_not_significant(number, digits):
    assert significant_digits(number) == digits
