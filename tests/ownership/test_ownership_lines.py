"""Table I of ownership forms drawn with blanks: a row is read for certain, or the table stays text."""

import time
from decimal import Decimal

import pytest

from filings.ownership.insider_summary import summarize
from filings.ownership.ownership_lines import has_derivatives, read_lines
from filings.parse import parse_filing

HEAD = """Table I -- Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
1. Title of Security   2. Transaction   3. Code   4. Amount  (A) or (D)  Price   5. Owned   6. (D) or (I)
                       Date (mm/dd/yy)
- -----------------------------------------------------------------------------------------------------
"""


def read(lines: str) -> list[tuple[object, ...]]:
    return [
        (
            *(row.security_title, row.transaction_date and row.transaction_date.isoformat(), row.transaction_code),
            *(row.transaction_shares, row.transaction_acquired_disposed_code, row.transaction_price_per_share),
            *(row.shares_owned_following_transaction, row.direct_or_indirect_ownership, row.nature_of_ownership),
        )
        for row in read_lines(HEAD + lines)
    ]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        (
            "Common Stock   3/15/99   S   1,000   D   $12.50   24,000   D",
            ("Common Stock", "1999-03-15", "S", 1_000, "D", Decimal("12.50"), 24_000, "D", None),
        ),
        (
            "Class A Common Stock, $.01 par value  11/02/1998  P  500  A  12 1/2  4,000 (I)  By wife",
            (
                *("Class A Common Stock, $.01 par value", "1998-11-02", "P", 500, "A", Decimal("12.5")),
                *(4_000, "I", "By wife"),
            ),
        ),
        (
            "Common Stock   12/09/98   P   5,000   A   7/16   65,000   D",
            ("Common Stock", "1998-12-09", "P", 5_000, "A", Decimal("0.4375"), 65_000, "D", None),
        ),
        (
            "Common Stock   12/09/98   P   5,000   A   $7/16   65,000   D",
            ("Common Stock", "1998-12-09", "P", 5_000, "A", Decimal("0.4375"), 65_000, "D", None),
        ),
        (
            "Common Stock | 03/01/00 | M | V | 1,000 | A | $5.25 | | |",
            ("Common Stock", "2000-03-01", "M", 1_000, "A", Decimal("5.25"), None, None, None),
        ),
        (
            "Common Stock   3/15/99   A   1,000   A            24,000   D",
            ("Common Stock", "1999-03-15", "A", 1_000, "A", None, 24_000, "D", None),
        ),
        (
            "Common Stock   3/15/99   G   1,000   D   N/A   24,000   D",
            ("Common Stock", "1999-03-15", "G", 1_000, "D", None, 24_000, "D", None),
        ),
        (
            "Common Stock   3/15/99   S   1,000   D   12.50          D",
            ("Common Stock", "1999-03-15", "S", 1_000, "D", Decimal("12.50"), None, "D", None),
        ),
        (
            "Common Stock                                      4,200    I    (2)",
            ("Common Stock", None, None, None, None, None, 4_200, "I", None),
        ),
        (
            "Common Stock                                      4,200    I    By Trust",
            ("Common Stock", None, None, None, None, None, 4_200, "I", "By Trust"),
        ),
    ],
)
def test_a_line_is_a_transaction_or_a_holding(line, row):
    assert read(f"{line}\n") == [row]


def test_a_footnote_where_the_nature_of_ownership_stands_is_its_note():
    (row,) = read_lines(f"{HEAD}Common Stock   4,200   I   (2) (3)\n")

    assert row.footnote_ids == {"natureOfOwnership": ("F2", "F3")}


@pytest.mark.parametrize(
    "line",
    [
        "Common Stock   3/15/99   S   1,000",
        "Common Stock   3/15/99   A   1,000   A   24,000",
        "Common   3/15/99   S   1,000   D   $5\n   stock of the company",
        "Common Stock   4/31/99x  S  1,000  D  $5\nAnother line with 3/15/99",
    ],
    ids=["no more", "a price or what is owned", "words below", "a date in words"],
)
def test_a_table_with_a_line_that_may_mean_two_things_stays_text(line):
    good = "Common Stock   3/15/99   S   1,000   D   $12.50   24,000   D\n"

    assert read(f"{good}{line}\n") == []


@pytest.mark.parametrize("dated", ["3/15/9    S  900   D  5", "3/15   S  1,000  D", "March   S  900   D  $5"])
def test_a_first_line_whose_date_cannot_be_told_is_no_heading(dated):
    assert read(f"Common Stock   {dated}\nCommon Stock   4,200   I   By Trust\n") == []


FORM = f"""                 FORM 4
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP

1. Name and Address of Reporting Person
   Marsh, Junia
2. Issuer Name and Ticker or Trading Symbol
   Marrow Lane Industries, Inc. (MRLN)
4. Statement for Month/Year
   March 1999

{HEAD}Common Stock   3/15/99   S   1,000(1)   D   $12.50   24,000   D
Common Stock   3/16/99   P     400      A   $12 1/4  24,400   D

{{second}}
Explanation of Responses:

(1) Sold under a plan,
    as reported before.

/s/ Junia Marsh                              April 8, 1999
"""


def test_an_insiders_trades_of_1999_are_told_with_their_footnotes():
    filing = parse_filing(FORM.format(second="").encode())
    summary = summarize(filing).insider

    assert (summary.sell_value_usd, summary.buy_value_usd) == (12_500, 4_900)
    assert filing.ownership.footnotes["F1"].text.startswith("Sold under a plan")
    assert filing.ownership.footnotes["F1"].fields == ("nonDerivative[0].transactionShares",)
    assert filing.warnings == ()


def test_a_second_table_that_is_not_read_is_told():
    second = "Table II -- Derivative Securities\nStock option   $10.00   3/15/99   A   500   3/15/00   3/15/09\n"
    filing = parse_filing(FORM.format(second=second).encode())

    assert has_derivatives(FORM.format(second=second))
    assert len(filing.ownership.non_derivative) == 2
    assert [warning.code for warning in filing.warnings] == ["ownership-as-text"]


@pytest.mark.parametrize("line", ["A  " * 130, "x" * 390, " " * 390 + "x", "Common " + "1 " * 190, "(1)" * 130])
def test_a_table_that_means_harm_is_read_in_linear_time(line):
    started = time.process_time()
    read(f"{line}\n" * 5_000)

    assert time.process_time() - started < 2
