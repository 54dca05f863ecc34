"""Text tables with columns that the form does not ask for, and covers with words that the form does not print."""

from decimal import Decimal

import pytest

from filings.holdings.holdings_page import read_page, signatures_of_page
from filings.holdings.text_table import text_rows
from filings.record import Address


def told(table: str, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(row[field] for field in fields) for row in text_rows(table)]


@pytest.mark.parametrize(
    "order", [("Price", "Shares", "Value"), ("Shares", "Price", "Value"), ("Value", "Shares", "Price")]
)
def test_a_price_is_neither_value_nor_shares(order):
    cells = {"Price": "53.37", "Shares": "225,689", "Value": "12,045"}
    table = f"Name of Issuer  CUSIP       {order[0]:>12}{order[1]:>12}{order[2]:>12}  Discretion\n" + "".join(
        f"{name:<14}  {cusip}   {cells[order[0]]:>12}{cells[order[1]]:>12}{cells[order[2]]:>12}  SOLE\n"
        for name, cusip in (("ANVIL INC", "03199X102"), ("BIRCH CORP", "09099X108"))
    )

    assert told(table, "value_as_reported", "ssh_prnamt", "investment_discretion") == [(12045, 225689, "SOLE")] * 2


def test_shares_under_the_headings_of_discretion_tell_it_and_name_no_managers():
    table = (
        "                               INVESTMENT DISCRETION          VOTING AUTHORITY\n"
        "SECURITY    CUSIP       VALUE     SHARES    SOLE    SHARED     SOLE   SHARED    NONE\n"
        "ANVIL INC   03199X102     523     46,450   46,450        0   46,450        0       0\n"
        "BIRCH CORP  09099X108     881     22,850        0   22,850   20,000        0   2,850\n"
        "CORM LTD    21999X104     700     10,000    4,000    6,000   10,000        0       0\n"
    )

    assert told(table, "investment_discretion", "other_manager") == [("SOLE", None), ("SHARED", None), (None, None)]
    assert [row["voting_authority"]["none"] for row in text_rows(table)] == [0, 2850, 0]


@pytest.mark.parametrize(
    ("headings", "told_by_cross"),
    [
        ("Sole   Shared  Shared     Sole   Shared   None", "DFND"),
        ("Sole   Shared  Other      Sole   Shared   None", "DFND"),
        ("Sole   Shared             Sole   Shared   None", "SHARED"),
    ],
)
def test_two_kinds_of_shared_discretion_have_a_heading_each(headings, told_by_cross):
    table = (
        f"NAME         CUSIP       VALUE    SHARES    {headings}\n"
        "ANVIL INC    03199X102     640    10,500       "
        "     X                10,500\n"
    )

    assert told(table, "investment_discretion") == [(told_by_cross,)]


MALFORMED = "Anvil Inc    Com  03199X 10 2      84,260    2,000,000\nBirch Corp   Com {printed}      {rest}\n"


@pytest.mark.parametrize("printed", ["090990X 10 8", " 09099 10 8 "])
def test_a_cusip_with_a_character_too_many_or_too_few_in_the_others_column_keeps_its_row(printed):
    table = MALFORMED.format(printed=printed, rest="91,100    1,000,000")

    assert told(table, "value_as_reported", "ssh_prnamt") == [(84260, 2_000_000), (91100, 1_000_000)]
    assert told(table, "cusip")[1] == (printed.replace(" ", ""),)


NUMBERED = "{}  ANVIL INC        COM  03199X102   100   1,000\n{}  7 HILLS CORP     COM  09099X108   200   2,000\n"
MORE = "{}  CORM LTD         COM  21999X104   300   3,000\n{}  DUNMERE PLC      COM  26599X101   400   4,000\n"


@pytest.mark.parametrize("mark", ["", ".", ")"])
def test_the_rows_numbers_are_no_part_of_names_that_may_begin_with_one(mark):
    table = (NUMBERED + MORE).format(*(f"{number}{mark}" for number in (9, 10, 11, 12)))

    assert told(table, "name_of_issuer") == [("ANVIL INC",), ("7 HILLS CORP",), ("CORM LTD",), ("DUNMERE PLC",)]


def test_numbers_with_a_column_of_their_own_leave_name_and_class_apart():
    table = "<TABLE>\n<S><C>              <C>  <C>         <C>   <C>\n" + (NUMBERED + MORE).format(1, 2, 3, 4)

    assert told(table, "name_of_issuer", "title_of_class")[1:3] == [("7 HILLS CORP", "COM"), ("CORM LTD", "COM")]


@pytest.mark.parametrize(
    ("table", "second"),
    [
        ((NUMBERED + MORE).format(1, 800, 3, 60), "800 7 HILLS CORP"),
        (NUMBERED.format(1, 2), "2 7 HILLS CORP"),
        ((NUMBERED + MORE).format(1, 2, 3, "A") + (NUMBERED + MORE).format(*"BCDE"), "2 7 HILLS CORP"),
    ],
)
def test_names_that_begin_with_numbers_keep_them_where_these_are_not_the_rows(table, second):
    assert told(table, "name_of_issuer")[1] == (second,)


COVER = """Report for the Calendar Year or Quarter Ended: 03/31/2013
Institutional Investment Manager Filing this Report:
{stray}
Name:    ANVIL HILL PARTNERS, LLC
         -------------------------------------------------
Address: 3 WEIR STREET
         -------------------------------------------------
         SUITE 700
         -------------------------------------------------
         BETHESDA, MD 20814
         -------------------------------------------------

{number}: 28-13786

{signer} this Report on Behalf of Reporting Manager:

Name:    JUNIA MARSH
Title:   COO
Phone:   555-555-0100

Signature, Place, and Date of Signing:

/s/ Junia Marsh                West Palm Beach, FL            05/07/13
"""


@pytest.mark.parametrize("stray", ["", "`", "_______"])
@pytest.mark.parametrize("number", ["Form 13F File Number", "13F File Number", "13F FILE NO."])
@pytest.mark.parametrize("signer", ["Person Signing", "Persons Signing"])
def test_a_cover_is_read_past_stray_marks_rules_and_words_left_out(stray, number, signer):
    text = COVER.format(stray=stray, number=number, signer=signer)
    cover = read_page(text)

    assert (cover.filing_manager, cover.form13f_file_number) == ("ANVIL HILL PARTNERS, LLC", "28-13786")
    assert cover.address == Address(
        street1="3 WEIR STREET", street2="SUITE 700", city="BETHESDA", state_or_country="MD", zip_code="20814"
    )
    assert [(one.name, one.title) for one in signatures_of_page(text, None)] == [("JUNIA MARSH", "COO")]


@pytest.mark.parametrize("number", ["{}", "{}.", "({})", "{})"])
def test_included_managers_are_numbered_in_every_way(number):
    one, two = number.format(1), number.format(2)
    listed = (
        f"List of Other Included Managers:\n\n{one}   28-11154    Gant Investors LP\n{two}               Ledger Corp.\n"
    )

    assert [(one.sequence_number, one.name) for one in read_page(listed).other_managers] == [
        ("1", "Gant Investors LP"),
        ("2", "Ledger Corp."),
    ]


@pytest.mark.parametrize(
    ("signed", "conformed"),
    [
        ("/s/ Junia Marsh     Dallas, TX     05/07/13", "/s/ Junia Marsh"),
        ("JUNIA MARSH, DALLAS, TX, May 7, 2013", "JUNIA MARSH"),
        ("Junia Marsh     Dallas, TX     05/07/13", "Junia Marsh"),
        ("________________     Dallas, TX     05/07/13", None),
    ],
)
def test_a_name_where_the_signature_stands_is_the_signature(signed, conformed):
    text = COVER.format(stray="", number="13F File Number", signer="Person Signing")
    page = text.replace("/s/ Junia Marsh                West Palm Beach, FL            05/07/13", signed)

    (signature,) = signatures_of_page(page, None)

    assert (signature.conformed_signature, signature.name) == (conformed, "JUNIA MARSH")
    assert signature.date.isoformat() == "2013-05-07"


def test_a_file_number_that_was_not_known_is_none():
    listed = "List of Other Included Managers:\n\n 9.   28-        Gant Managers\n10.   28-852     Ledger Corp.\n"

    assert [(one.form13f_file_number, one.name) for one in read_page(listed).other_managers] == [
        (None, "Gant Managers"),
        ("28-852", "Ledger Corp."),
    ]


HEADED = (
    "<TABLE>\n<S>              <C>  <C>          <C>     <C>       <C>\n"
    "Name of Issuer   Cl.  CUSIP        Value   Shares    Investment Discretion\n"
    "                                                     As Defined\n"
    "                                                     in Instr. V\n"
)


def test_words_behind_the_column_of_cusips_are_a_headings():
    table = f"{HEADED}ANVIL INC        COM  03199X102      100   1,000     SOLE\n"

    assert told(table, "name_of_issuer") == [("ANVIL INC",)]


def test_names_behind_the_column_of_cusips_are_names_where_that_is_the_first():
    table = (
        "CUSIP       Name of Issuer       Value   Shares\n03199X102   ANVIL INC              100   1,000\n"
        "            AND FORGE\n09099X108   BIRCH CORP             200   2,000\n"
    )

    assert told(table, "name_of_issuer") == [("ANVIL INC AND FORGE",), ("BIRCH CORP",)]


def test_a_name_goes_on_right_above_a_drawn_line_and_a_sections_title_does_not():
    table = (
        "ANVIL INC        COM  03199X102      100   1,000\n  OF DELAWARE\n                         ---------\n"
        "                           100\n\nFOREIGN STOCKS\n--------------\n"
        "BIRCH CORP       COM  09099X108      200   2,000\n"
    )

    assert told(table, "name_of_issuer") == [("ANVIL INC OF DELAWARE",), ("BIRCH CORP",)]


def test_values_with_cents_and_without_a_cusip_are_rows_too():
    table = (
        "***ANVIL INC        COM  03199X102000    1334113.2    25210\n"
        "***BIRCH LIMITED    COM                  679937.715   71595\n"
    )

    assert told(table, "cusip", "value_as_reported") == [
        ("03199X102", Decimal("1334113.2")),
        (None, Decimal("679937.715")),
    ]
