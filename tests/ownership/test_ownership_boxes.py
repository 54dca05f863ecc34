"""The numbered boxes of ownership forms in words."""

import datetime as dt

import pytest

from filings.ownership.ownership_boxes import read_boxes


@pytest.mark.parametrize(
    ("printed", "name", "symbol"),
    [
        ("Marrow Lane Industries, Inc. (MRLN)", "Marrow Lane Industries, Inc.", "MRLN"),
        ("Marrow Lane Industries, Inc. [MRLN]", "Marrow Lane Industries, Inc.", "MRLN"),
        ("Marrow Lane Industries, Inc. (NASDAQ: MRLN)", "Marrow Lane Industries, Inc.", "MRLN"),
        ("Marrow Lane Industries, Inc. - MRLN", "Marrow Lane Industries, Inc.", "MRLN"),
        ("Marrow Lane Industries, Inc.     MRLN", "Marrow Lane Industries, Inc.", "MRLN"),
        ("Marrow Lane Industries, Inc.\n   (MRLN)", "Marrow Lane Industries, Inc.", "MRLN"),
        ("Marrow Lane Industries, Inc.", "Marrow Lane Industries, Inc.", None),
        ("MARROW LANE INC / DE", "MARROW LANE INC / DE", None),
        ("MARROW LANE INC (DE)", "MARROW LANE INC", "DE"),
        ("MARROW  LANE", "MARROW LANE", None),
        ("MARROW LANE     INC.", "MARROW LANE INC.", None),
        ("", None, None),
    ],
)
def test_the_issuer_and_its_symbol(printed, name, symbol):
    issuer, _, _ = read_boxes(
        f"2. Issuer Name and Ticker or Trading Symbol\n\n   {printed}\n3. IRS Number of Reporting\n"
    )

    assert (issuer.name, issuer.trading_symbol) == (name, symbol)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("March 1999", dt.date(1999, 3, 31)),
        ("2/00", dt.date(2000, 2, 29)),
        ("12/90", dt.date(1990, 12, 31)),
        ("Sept. 1999", dt.date(1999, 9, 30)),
        ("12/1998", dt.date(1998, 12, 31)),
        ("March 15, 1999", dt.date(1999, 3, 15)),
        ("13/99", None),
        ("", None),
    ],
)
def test_a_statement_for_a_month_is_of_its_last_day(printed, day):
    assert read_boxes(f"4. Statement for Month/Year\n\n   {printed}\n5. If Amendment, Date of Original\n")[2] == day


def test_captions_side_by_side_are_not_parted():
    line = "1. Name and Address of Reporting Person | 2. Issuer Name and Ticker or Trading Symbol\n"

    issuer, owner, _ = read_boxes(
        f"{line}   Marsh, Junia   |   Marrow Lane (MRLN)\n5. If Amendment, Date of Original\n"
    )

    assert (owner.name, issuer.name) == (None, None)


@pytest.mark.parametrize("hostile", ["1. Name and Address of Reporting Person\n" * 2_000, "(" * 50_000, "X " * 20_000])
def test_pages_that_mean_harm_give_nothing(hostile):
    assert read_boxes(hostile)[0].name is None


def test_what_a_box_asks_for_on_its_next_line_is_no_title():
    boxes = "(X) Officer (give title below) ( ) Other\n   (specify below)\n   Vice President\n"

    _, owner, _ = read_boxes(f"6. Relationship of Reporting Person to Issuer\n   ( ) Director {boxes}")

    assert (owner.is_officer, owner.officer_title) == (True, "Vice President")
