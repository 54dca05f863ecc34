"""Tables of ownership forms that are drawn with bars: cells that go on below, wherever their column ends."""

import datetime as dt
import time
from decimal import Decimal

import pytest

from filings.ownership.ownership_bars import is_barred, read_bars
from filings.parse import parse_filing

FIRST = """ Table I -- Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned                   |
_____________________________________________________________________________________________________|
1. Title of Security   |2.    |3.    |4.Securities Acquired (A)  |5.Amount of |6.Dir |7.Nature of     |
                       | Transaction |  or Disposed of (D)       |  Securities|ect   |  Indirect      |
                       | Date |Code|V|    Amount    | D | Price  |  Owned     |ect(I)|                |
_____________________________________________________________________________________________________|
<S>                    <C>    <C>  <C><C>           <C> <C>      <C>          <C>    <C>
Class A Common Stock, p|1/18/0|M   |V|1,002,000(1)  |A  |$12.50  |            |      |                |
ar value $.01          |0     |    | |              |   |        |            |      |                |
- ---------------------------------------------------------------------------------------------------|
Common Stock           |1/18/0|S   | |2,000         |D  |$45 1/8 |14,500      |D     |                |
                       |0     |    | |              |   |        |            |      |                |
- ---------------------------------------------------------------------------------------------------|
Common Stock           |      |    | |              |   |        |1,200       |I     |By 401(k)       |
                       |      |    | |              |   |        |            |      | plan           |
- ---------------------------------------------------------------------------------------------------|
                       |      |    | |              |   |        |            |      |                |
_____________________________________________________________________________________________________|
"""
SECOND = """ Table II -- Derivative Securitites Acquired, Disposed of, or Beneficially Owned                        |
________________________________________________________________________________________________________|
1.Title of Derivative |2.Con- |3.  |4.  |5.Number   |6.Date Exer|7.Title and Amount |8.  |9.    |10|11. |
  Security            |version|Date|Cd|V| Amount|A/D|Date |Expir| Underlying |Number|    |      |  |    |
________________________________________________________________________________________________________|
Options to Purchase Co|$1.375 |2/7/|A |V|12,000 |A  |Immed|2/7/0|Common Stock|12,000|-   |12,000|D |-   |
mmon Stock            |       |00  |  | |       |   |.    |5    |            |      |    |      |  |    |
________________________________________________________________________________________________________|
"""
END = "Explanation of Responses:\n(1) Held in trust.\n\n  /s/         Junia Marsh\nDATE\nMarch 13, 2000\n"


def test_cells_that_fill_their_column_go_on_without_a_blank():
    rows, _, whole = read_bars(FIRST + END)

    assert whole
    assert [(row.kind, row.security_title, row.transaction_date, row.transaction_code) for row in rows] == [
        ("transaction", "Class A Common Stock, par value $.01", dt.date(2000, 1, 18), "M"),
        ("transaction", "Common Stock", dt.date(2000, 1, 18), "S"),
        ("holding", "Common Stock", None, None),
    ]
    assert [(row.transaction_shares, row.transaction_price_per_share) for row in rows] == [
        (1_002_000, Decimal("12.50")),
        (2_000, Decimal("45.125")),
        (None, None),
    ]
    assert [(row.shares_owned_following_transaction, row.nature_of_ownership) for row in rows] == [
        (None, None),
        (14_500, None),
        (1_200, "By 401(k) plan"),
    ]
    assert rows[0].footnote_ids == {"transactionShares": ("F1",)}


def test_a_date_alone_makes_a_transaction():
    rows, _, _ = read_bars(FIRST.replace("|S   | |", "|    | |") + END)

    assert [row.kind for row in rows] == ["transaction", "transaction", "holding"]


def test_the_second_table_is_read_too():
    _, (row,), whole = read_bars(FIRST + SECOND + END)

    assert whole
    assert (row.security_title, row.conversion_or_exercise_price) == (
        "Options to Purchase Common Stock",
        Decimal("1.375"),
    )
    assert (row.transaction_date, row.transaction_code) == (dt.date(2000, 2, 7), "A")
    assert (row.exercise_date, row.expiration_date) == (None, dt.date(2005, 2, 7))
    assert (row.underlying_security_title, row.underlying_security_shares) == ("Common Stock", 12_000)
    assert (row.shares_owned_following_transaction, row.direct_or_indirect_ownership) == (12_000, "D")


HOLDINGS = """Table I -- Non-Derivative Securities Beneficially Owned    |
-----------------------------------------------------------|
1. Title of Security |2. Amount   |3. (D)|4. Nature        |
-----------------------------------------------------------|
Common Stock         |4,500       |D     |                 |
-----------------------------------------------------------|
Table II -- Derivative Securities                                              |
-------------------------------------------------------------------------------|
1. Title of Derivative|2. Date|      |3. Title      |      |4. Pr|5. |6. Nature |
-------------------------------------------------------------------------------|
Option               |3/1/03 |3/1/12|Common Stock  |50,000|12.15|D  |          |
-------------------------------------------------------------------------------|
"""


def test_a_form_3_has_fewer_columns():
    (first,), (second,), whole = read_bars(HOLDINGS)

    assert whole
    assert (first.kind, first.shares_owned_following_transaction) == ("holding", 4_500)
    assert (second.underlying_security_shares, second.conversion_or_exercise_price) == (50_000, Decimal("12.15"))


@pytest.mark.parametrize(
    "broken",
    [
        FIRST.replace("Common Stock           |1/18/0|S   | |", "Common Stock           |1/18/0|S    |"),
        FIRST.replace("                       |0     |    | |", "                  |     0     |    | |"),
    ],
    ids=["a column too few", "bars that do not stand below one another"],
)
def test_a_table_of_which_a_row_cannot_be_told_has_none_and_says_so(broken):
    first, second, whole = read_bars(broken + SECOND + END)
    filing = parse_filing(f"FORM 4\nSTATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n{broken}{SECOND}{END}".encode())

    assert (first, len(second), whole) == ((), 1, False)
    assert filing.ownership.non_derivative == ()
    assert "its first table is not read" in next(
        one.message for one in filing.warnings if one.code == "ownership-as-text"
    )


def test_a_whole_form_binds_its_footnotes_and_has_nothing_to_warn_of():
    filing = parse_filing(f"FORM 4\nSTATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n{FIRST}{SECOND}{END}".encode())

    assert filing.ownership.footnotes["F1"].fields == ("nonDerivative[0].transactionShares",)
    assert "ownership-as-text" not in [warning.code for warning in filing.warnings]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Table I\n\n",
        f"{FIRST}Common Stock   1/18/00   S   2,000   D\n",
        "Table I\nCommon Stock  1/18/00  S  2,000  D  $45  14,500  D\n",
    ],
)
def test_tables_without_bars_are_not_drawn_with_them(text):
    assert not is_barred(text)


@pytest.mark.parametrize("line", ["|" * 4_000 + "x", "- " * 2_000 + "x", "-" * 4_000 + "x|", " |" * 2_000 + "(1"])
def test_bars_that_mean_harm_are_read_in_linear_time(line):
    started = time.process_time()
    text = f"Table I\n{line}\n" * 40
    is_barred(text)
    read_bars(text)

    assert time.process_time() - started < 1
