"""Dates as people print them."""

import datetime as dt

import pytest

from filings.text.date_in_words import dates_in

MAY_4 = dt.date(1998, 5, 4)


@pytest.mark.parametrize(
    "text",
    [
        "May 4, 1998",
        "MAY 4, 1998",
        "May 4,1998",
        "May 4 , 1998",
        "May 4. 1998",
        "May 4 1998",
        "May  4th, 1998",
        "May\n4, 1998",
        "May 04, 1998",
        "4 May 1998",
        "4th May, 1998",
        "4th day of May, 1998",
        "this 4th day of May 1998",
        "5/4/1998",
        "05/04/98",
        "5/4/98",
        "05-04-1998",
        "5.4.1998",
        "1998-05-04",
    ],
)
def test_every_spelling_of_one_day(text):
    assert [date for _, date in dates_in(f"Dated {text}.")] == [MAY_4]


@pytest.mark.parametrize(
    ("month", "number"),
    [("Jan.", 1), ("Feb", 2), ("Sept.", 9), ("Sep", 9), ("SEPTEMBER", 9), ("Dec.", 12), ("march", 3)],
)
def test_months_may_be_cut_short(month, number):
    assert dates_in(f"{month} 9, 2005")[0][1] == dt.date(2005, number, 9)


@pytest.mark.parametrize(("text", "year"), [("1/2/93", 1993), ("1/2/61", 1961), ("1/2/26", 2026), ("1/2/60", 2060)])
def test_years_of_two_digits(text, year):
    assert dates_in(text)[0][1].year == year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "February 31, 2018",
        "13/13/2018",
        "May 1998",
        "May 4",
        "maybe 4, 1998",
        "555-01-1998",
        "Section 4.1.1",
        "0-12345",
    ],
)
def test_what_is_no_day(text):
    assert dates_in(text) == []


def test_dates_come_in_order_with_their_offsets():
    text = "May 6, 1998 (May 4, 1998)"

    assert dates_in(text) == [(0, dt.date(1998, 5, 6)), (13, MAY_4)]


def test_only_dates_that_begin_between_two_places_are_read():
    text = "May 6, 1998 (May 4, 1998) 5/5/98"
    at = text.index("May 4")

    assert dates_in(text, at, at + 1) == [(at, MAY_4)]
    assert dates_in(text, at + 1) == [(text.index("5/5"), dt.date(1998, 5, 5))]
    assert dates_in(text, 1, at) == []
    assert dates_in(text, at + 1, text.index("5/5")) == []
