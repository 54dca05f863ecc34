"""Schedules 13D and 13G: what the notification says, and pages in shapes that the fixtures do not have."""

from decimal import Decimal
from pathlib import Path

import pytest

from filings.parse import parse_filing
from filings.schedules.beneficial_ownership import BeneficialOwnership, summarize
from filings.schedules.schedule_text import read_schedule_text

FIXTURES = Path(__file__).parents[1] / "fixtures"


def test_joint_filers_are_told_with_the_largest_holding_and_not_the_sum():
    filing = parse_filing((FIXTURES / "schedule_13d/joint-filers-xml/submission.xml").read_bytes())

    summary = summarize(filing)

    assert summary.beneficial_ownership.shares == Decimal("4612000.50")
    assert summary.beneficial_ownership.percent_of_class == Decimal("9.2")
    assert summary.beneficial_ownership.reporting_person_count == 2
    assert summary.says == "holds 9.2% (4,612,000.5 shares)"


def test_an_amendment_says_which_one_it_is_and_what_it_amends():
    filing = parse_filing((FIXTURES / "schedule_13d/joint-filers-xml/submission.xml").read_bytes())

    assert filing.beneficial_ownership.amendment_number == 2
    assert filing.beneficial_ownership.previous_accession_number == "0009930001-25-000002"


def test_every_element_of_the_xml_is_in_the_form_data_too():
    filing = parse_filing((FIXTURES / "schedule_13d/joint-filers-xml/submission.xml").read_bytes())

    assert filing.form_data["items1To7"]["item4"]["transactionPurpose"] == "To ask for a seat on the board."


def _read(rows: str) -> BeneficialOwnership:
    return read_schedule_text(f"SCHEDULE 13G\n\n{rows}", [])


@pytest.mark.parametrize(
    ("row", "shares"),
    [
        ("SOLE VOTING POWER\n\n1,000 (See Item 4)", 1000),
        ("SOLE VOTING POWER (see Note 2): 1,000 shares", 1000),
        ("SOLE VOTING POWER\n-0-", 0),
        ("SOLE VOTING POWER\nNone", 0),
        ("SOLE VOTING POWER\nNot applicable", None),
        ("SOLE VOTING POWER\n\n", None),
        ("SOLE VOTING POWER\n1 234 567", 1_234_567),
        ("SOLE VOTING POWER\n12'345'678 shares", 12_345_678),
        ("SOLE VOTING POWER   15,250.75", Decimal("15250.75")),
    ],
)
def test_shares_are_read_as_they_are_printed(row, shares):
    page = f"NAME OF REPORTING PERSON\nJunia Marsh\n5. {row}\n6. SHARED VOTING POWER\n12\n11. PERCENT OF CLASS"

    (person,) = _read(page).reporting_persons

    assert (person.name, person.sole_voting_power, person.shared_voting_power) == ("Junia Marsh", shares, 12)


@pytest.mark.parametrize(
    ("row", "percent"),
    [
        ("9.99%", "9.99"),
        ("less than 5%", None),
        ("<5%", None),
        ("Less than 1% (0.4%)", "0.4"),
        ("5,25 %", None),
        ("....9.5%", "9.5"),
        ("7.5", "7.5"),
        ("0", "0"),
        ("None", "0"),
        ("See Item 5", None),
    ],
)
def test_the_percent_is_no_row_number(row, percent):
    page = (
        "NAME OF REPORTING PERSON\nJunia Marsh\nAGGREGATE AMOUNT BENEFICIALLY OWNED BY EACH REPORTING PERSON 5\n"
        f"11  PERCENT OF CLASS REPRESENTED BY AMOUNT IN ROW (9)\n{row}\n12  TYPE OF REPORTING PERSON\nIN"
    )

    (person,) = _read(page).reporting_persons

    assert person.percent_of_class == (None if percent is None else Decimal(percent))


@pytest.mark.parametrize(
    ("line", "cusip"),
    [
        ("CUSIP No. 12345X 10 5", "12345X105"),
        ("CUSIP NUMBER: 12345X-10-5  Page 2 of 9", "12345X105"),
        ("CUSIP No. None", None),
        ("CUSIP No. None, Suite 1200 400", None),
        ("CUSIP No. 12345X 10 5, 90099X 10 0", "90099X100"),
        ("CUSIP No. 12345X", None),
    ],
)
def test_a_cusip_has_nine_characters(line, cusip):
    assert _read(line).cusip == cusip


def test_a_schedule_without_a_persons_page_says_so():
    source = b"""<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	SC 13G
</SEC-HEADER>
<DOCUMENT>
<TYPE>SC 13G
<TEXT>
SCHEDULE 13G. See the attached paper.
</TEXT>
</DOCUMENT>
"""
    filing = parse_filing(source)

    assert {"no-reporting-persons", "no-signatures"} <= {warning.code for warning in filing.warnings}
    assert summarize(filing).says is None


BESIDE = "Name of Issuer:  Marsh Corp\nTitle of Class of Securities:  Common\n"
ABOVE = "Marsh Corp\n{rule}NAME OF ISSUER{colon}\n\nCommon\n{rule}TITLE OF CLASS OF SECURITIES\n"
BELOW = "Item 1(a)  Name of Issuer:\n\n  Marsh Corp\n\nItem 2(d)  Title of Class of Securities:\n\n  Common\n"
EMPTY = "(Amendment No. 2)\nName of Issuer\n\nUnder the Securities Exchange Act of 1934\nTitle of Class of Securities\n"


@pytest.mark.parametrize(
    ("cover", "issuer", "title"),
    [
        (BESIDE, "Marsh Corp", "Common"),
        (ABOVE.format(rule="", colon=":"), "Marsh Corp", "Common"),
        (ABOVE.format(rule="----------\n", colon=""), "Marsh Corp", "Common"),
        (BELOW, "Marsh Corp", "Common"),
        (EMPTY, None, None),
        ("The\nname of issuer and the title of class are below.\n", None, None),
    ],
)
def test_captions_without_parentheses_have_their_values_beside_below_or_above(cover, issuer, title):
    schedule = _read(cover)

    assert (schedule.issuer.name, schedule.securities_class_title) == (issuer, title)


@pytest.mark.parametrize(
    "title", ["Amendment No. 3", "(Amendment No.   )*", "SCHEDULE 13G/A", "Under the Securities Act"]
)
def test_the_schedules_title_right_above_the_issuer_is_no_part_of_its_name(title):
    assert _read(f"{title}\nMarsh Amendment Research\n  Corp\n(Name of Issuer)\n").issuer.name == (
        "Marsh Amendment Research Corp"
    )


@pytest.mark.parametrize(("box", "group"), [("[X]", "b"), ("[XX]", "b"), ("[ ]", None)])
def test_a_box_may_be_ticked_twice(box, group):
    page = f"NAME OF REPORTING PERSON\nMarsh\n2. CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP\n(a)[  ]\n(b){box}\n"

    (person,) = _read(f"{page}7. SOLE VOTING POWER\n1\n").reporting_persons

    assert person.member_of_group == group


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Junia Marsh   ###-##-####", "Junia Marsh"),
        ("Junia Marsh (S.S. No. ###-##-####)", "Junia Marsh"),
        ("Junia Marsh     SS# ###-##-####", "Junia Marsh"),
        ("Marsh Corp (Tax ID: 99-1234567)", "Marsh Corp"),
        ("Marsh #1 Partners L.P.   99-1234567", "Marsh #1 Partners L.P."),
    ],
)
def test_a_taxpayers_number_is_no_part_of_a_name_nor_is_what_edgar_put_in_its_place(row, name):
    page = f"NAME OF REPORTING PERSON\n{row}\n5. SOLE VOTING POWER\n1,000\n11. PERCENT OF CLASS"

    (person,) = _read(page).reporting_persons

    assert person.name == name


def test_funds_of_clients_are_coded_with_letters_also_where_digits_were_typed():
    page = "NAME OF REPORTING PERSON\nMarsh\n4. SOURCE OF FUNDS\n00-Funds of clients, WC\n7. SOLE VOTING POWER\n1\n"

    (person,) = _read(page).reporting_persons

    assert person.source_of_funds == ("OO", "WC")


def test_the_numbers_of_rows_end_where_the_schedules_items_begin():
    text = "Item 1: Reporting Person - Marsh Corp\nItem 5: 7\nItem 9: 7\nItem 1: Name of Issuer\nItem 6: 99\n"

    (person,) = _read(text).reporting_persons

    assert (person.name, person.sole_voting_power, person.shared_voting_power) == ("Marsh Corp", 7, None)
