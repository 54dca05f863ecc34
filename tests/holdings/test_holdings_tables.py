"""13F tables drawn with blanks, in every layout of `holdings_tables` and in shapes that filers had."""

from collections import Counter
from decimal import Decimal

import pytest

from filings.holdings.text_table import text_rows
from filings.parse import parse_filing
from tests.holdings.holdings_tables import FIELDS, Layout, Made, layouts, made_rows, table

RULE = "------------------------------ ---------------- --------- -------- --------- --- -------- -------- --------"
HEADING = f"""<TABLE>
NAME OF ISSUER                 TITLE OF CLASS   CUSIP     (x$1000)   PRN AMT PRN DSCRETN     SOLE   SHARED     NONE
{RULE}
"""


def read(text: str) -> list[tuple[object, ...]]:
    return [
        (
            *(row["name_of_issuer"], row["title_of_class"], row["cusip"], row["value_as_reported"], row["ssh_prnamt"]),
            *(row["ssh_prnamt_type"], row["put_call"], row["investment_discretion"], row["other_manager"]),
            *row["voting_authority"].values(),
        )
        for row in text_rows(text)
    ]


def meant(row: Made, layout: Layout) -> tuple[object, ...]:
    """What can be known of a row in this layout."""
    votes = (None, None, None) if layout.votes == "absent" else (row.sole, row.shared, row.none)
    return (
        " ".join(row.name if layout.long_name != "cut" else row.name[:1]),
        *(row.title, row.cusip, row.value, row.shares, row.kind, row.option, row.discretion, row.manager, *votes),
    )


def test_every_layout_gives_the_same_rows():
    wrong: Counter[str] = Counter()
    asked = 0
    for seed, layout in enumerate(layouts()):
        made = made_rows(seed)
        rows = read(table(made, layout))
        assert len(rows) == len(made), layout
        asked += len(rows)
        for got, row in zip(rows, made, strict=True):
            pairs = zip(FIELDS, got, meant(row, layout), strict=True)
            unknown = {"kind"} if layout.kind == "absent" else set()
            wrong.update(field for field, one, other in pairs if one != other and field not in unknown)

    assert asked > 7_000
    # Open in some layouts: which of two rows a line between them names, whose a small number without a column is.
    assert wrong.keys() <= {"name", "manager", "sole", "shared", "none"}
    assert max(wrong.values()) < asked // 200


def one(line: str) -> tuple[object, ...]:
    (row,) = read(HEADING + line)
    return row


@pytest.mark.parametrize(
    ("amount", "shares", "kind"),
    [("117,200SH", 117_200, "SH"), ("1040607.84SH", Decimal("1040607.84"), "SH"), ("10,385,000PRN", 10_385_000, "PRN")],
)
def test_an_amount_may_run_into_its_kind(amount, shares, kind):
    row = one(f"ANVIL & FORGE INC              COM              03199X102     3687 {amount:>13} SOLE")

    assert (row[3], row[4], row[5]) == (3687, shares, kind)


def test_a_cusip_of_twelve_characters_ends_in_zeros_that_are_none():
    row = one("ANVIL & FORGE INC              COM              03199X102000  3687    117,200 SH SOLE")

    assert row[2:5] == ("03199X102", 3687, 117_200)


def test_lost_zeros_come_back_where_the_check_digit_proves_them():
    rows = read(
        HEADING
        + "ANVIL & FORGE INC              COM               99000101     3687   117,200 SH SOLE\n"
        + "BIRCHWOOD TRUST                SHS               99000109     3687   117,200 SH SOLE\n"
    )

    assert [row[2] for row in rows] == ["099000101", "99000109"]


def test_a_cusip_that_stays_short_is_told():
    table = HEADING + "BIRCHWOOD TRUST                SHS               99000109     3687   117,200 SH SOLE\n"

    filing = parse_filing(f"FORM 13F\n\nInformation required of managers\n\n{table}".encode())

    assert "short-cusip" in [warning.code for warning in filing.warnings]


def test_a_value_on_the_next_line_belongs_to_the_row_and_one_that_is_missing_is_unknown():
    rows = read(
        HEADING
        + """ANVIL & FORGE INC              COM              03199X102           117,200 SH  SOLE     117,200
                                                           91,374
BIRCHWOOD TRUST                SHS              90199X109               900 SH  SOLE         900
CORMORANT LINES                COM              91188X100     12        400 SH  SOLE         400
"""
    )

    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("ANVIL & FORGE INC", 91_374, 117_200),
        ("BIRCHWOOD TRUST", None, 900),
        ("CORMORANT LINES", 12, 400),
    ]


def test_an_issuer_goes_on_over_a_page_and_its_total_is_no_row():
    page = """<PAGE>
<TABLE>
NAME OF ISSUER                 TITLE OF CLASS   CUSIP     (x$1000)   PRN AMT PRN DSCRETN     SOLE   SHARED     NONE
<S>                            <C>              <C>       <C>      <C>       <C> <C>      <C>      <C>      <C>
"""
    rows = read(
        page
        + "ANVIL & FORGE INC              COM              03199X102     3,687   117,200 SH  SOLE     117,200\n"
        + "</TABLE>\n"
        + page
        + """         COMMON (cont.)
         --------------
                                                                  12       400 SH  DEFINED      400
                                                              ------ ---------           -------
                                                               3,699   117,600           117,600
"""
    )

    assert [(row[2], row[3], row[4]) for row in rows] == [("03199X102", 3_687, 117_200), ("03199X102", 12, 400)]


def test_two_votes_never_fall_into_one_column():
    row = one("D ANVIL INC  COM 03199X102 18991 1040607.84SH DEFINED 2,4,5 1039441.84 1166.00")

    assert row[7:] == ("DFND", "2,4,5", Decimal("1039441.84"), Decimal("1166.00"), 0)


def test_few_votes_are_votes_under_their_headings_and_managers_before_them():
    rows = read(
        HEADING
        + "ANVIL & FORGE INC              COM              03199X102     3687     7,855 SH  DEFINED"
        + "       33        0     5,718\n"
        + "BIRCHWOOD TRUST                SHS              90199X109     3687     7,855 SH  DEFINED"
        + " 3   5,000             200\n"
    )

    assert [row[7:] for row in rows] == [("DFND", None, 33, 0, 5_718), ("DFND", "3", 5_000, 0, 200)]


def test_votes_stand_under_the_rule_of_their_heading():
    row = one(
        "ANVIL & FORGE INC              COM              03199X102     3687   114,600 SH"
        "  SOLE                       114,600"
    )

    assert row[9:] == (0, 0, 114_600)


def test_values_and_shares_in_two_tables_are_not_mixed_up():
    parted = """<TABLE>
Name of Issuer                     Title of Class    Number     Value (x $1000)
<S>                                <C>               <C>               <C>
Anvil, Inc                              Common       03199X102           $966.85
                                                                       $2,402.89
"""

    assert read(parted) == []
