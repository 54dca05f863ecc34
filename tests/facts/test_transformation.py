"""The transformations of Inline XBRL's registries and of ixt-sec: words as a page has them, and what they mean."""

from decimal import Decimal

import pytest

from filings.facts.transformation import kind_of, meant, number_of, value_of

NUMBERS = """
ixt:num-dot-decimal        | 1,234,567.89          | 1234567.89
ixt:numdotdecimal          | 1 234.5               | 1234.5
ixt5:num-dot-decimal-apos  | 1’234.5               | 1234.5
ixt:num-comma-decimal      | 1.234.567,89          | 1234567.89
ixt:num-comma-decimal-apos | 1'234,5               | 1234.5
ixt:numcommadot            | 1,234.5               | 1234.5
ixt:numdotcomma            | 1.234,5               | 1234.5
ixt:numspacecomma          | 1 234,5               | 1234.5
ixt:numcomma               | 1234,5                | 1234.5
ixt:num-unit-decimal       | 1,234 dollars 5 cents | 1234.05
ixt:numunitdecimalin       | 12 34                 | 12.34
ixt:num-unit-decimal       | 7 dollars             |
ixt:zerodash               | —                     | 0
ixt:fixed-zero             | no                    | 0
ixt:nocontent              | 7                     |
ixt-sec:numwordsen         | None                  | 0
ixt-sec:numwordsen         | one hundred           | 100
ixt-sec:numwordsen         | Eighteen million three hundred thousand and fifty–one | 18300051
ixt-sec:numwordsen         | a hundred or so       |
ixt-sec:numwordsen         | hundred thousand      | 100000
ixt-sec:numwordsen         | one hundred hundred hundred hundred hundred hundred hundred hundred hundred |
ixt-sec:numinf             | ∞                     |
"""
VALUES = """
ixt:date-monthname-day-year-en | December 31, 2018              | 2018-12-31
ixt:datedaymonthyearen         | 31st day of December, 2018     | 2018-12-31
ixt:datemonthdayyear           | 5/4/23                         | 2023-05-04
ixt:datedaymonthyear           | 5.4.2023                       | 2023-04-05
ixt:dateslasheu                | 05/04/2023                     | 2023-04-05
ixt:date-year-month-day        | 2018 12 31                     | 2018-12-31
ixt:date-monthname-day-en      | Dec. 31                        | --12-31
ixt:datemonthday               | 6-30                           | --06-30
ixt:date-day-month             | 30/6                           | --06-30
ixt:date-monthname-year-en     | December 2018                  | 2018-12
ixt:datemonthdayyearen         | September 31, 2018             | September 31, 2018
ixt:datemonthdayyearen         | March 1 (since March 31, 2018) | 2018-03-31
ixt-sec:boolballotbox          | ☒                              | True
ixt-sec:boolballotbox          | ?                              | ?
ixt-sec:yesnoballotbox         | ☒                              | Yes
ixt-sec:yesnoballotbox         | ☐                              | No
ixt:fixed-true                 |                                | True
ixt:booleanfalse               | anything                       | False
ixt:fixed-empty                | anything                       | None
ixt-sec:stateprovnameen        | New York                       | NY
ixt-sec:stateprovnameen        | Nowhere                        | Nowhere
ixt-sec:countrynameen          | Ireland                        | IE
ixt-sec:edgarprovcountryen     | Ireland                        | L2
ixt-sec:exchnameen             | The Nasdaq Stock Market LLC    | NASDAQ
ixt-sec:exchnameen             | New York Stock Exchange        | NYSE
ixt-sec:exchnameen             | NYSE Arca, Inc.                | NYSEArca
ixt-sec:exchnameen             | London Stock Exchange          | London Stock Exchange
ixt-sec:entityfilercategoryen  | Non-Accelerated Filer          | Non-accelerated Filer
                               | true                           | True
                               | Yes                            | Yes
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


@pytest.mark.parametrize(("name", "words", "number"), rows(NUMBERS))
def test_a_number(name, words, number):
    assert number_of(words, kind_of(name)) == (Decimal(number) if number else None)


@pytest.mark.parametrize(("name", "words", "value"), rows(VALUES))
def test_a_value_that_is_no_number(name, words, value):
    assert str(value_of(words, kind_of(name))) == value


@pytest.mark.parametrize(
    ("attributes", "value"),
    [
        ({"scale": "6"}, "1204500000"),
        ({"scale": "-2"}, "12.045"),
        ({"sign": "-", "scale": ""}, "-1204.5"),
        ({"scale": "999999"}, None),
        ({"format": "ixt:num-comma-decimal"}, "1.2045"),
    ],
)
def test_scale_and_sign_belong_to_the_number(attributes, value):
    number = meant("1,204.5", attributes, "fraction")

    assert (str(number) if number is not None else None) == value
