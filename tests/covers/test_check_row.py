"""Rows of boxes: before their words or behind them, in every guise that `checkbox` knows."""

import re

import pytest

from filings.covers.check_row import read_row

OPTIONS = {"20-F": re.compile("Form 20-F"), "40-F": re.compile("Form 40-F")}


@pytest.mark.parametrize(
    ("row", "ticked"),
    [
        ("☒ Form 20-F ☐ Form 40-F", (True, False)),
        ("Form 20-F ☐ Form 40-F ☒", (False, True)),
        ("[X] Form 20-F   [ ] Form 40-F", (True, False)),
        ("Form 20-F  X   Form 40-F ___", (True, False)),
        ("Form 20-F\tForm 40-F", (None, None)),
        ("☒ Form 20-F", (True, None)),
    ],
)
def test_all_boxes_of_a_row_stand_on_one_side(row, ticked):
    assert tuple(read_row(row, OPTIONS).values()) == ticked
