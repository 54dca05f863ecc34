"""The boxes on the covers of periodic reports, as filers print them."""

import pytest

from filings.covers.report_checkbox import read_filer_category, read_report_checkboxes
from filings.record import CheckBoxes, Fact

SHELL = "Indicate by check mark whether the registrant is a shell company (as defined in Rule 12b-2 of the Act). "


def read(cover, facts=()):
    return read_report_checkboxes(cover, facts, CheckBoxes())


@pytest.mark.parametrize(
    ("boxes", "answer"),
    [
        ("Yes ☒ No ☐", True),
        ("Yes ☐ No ☒", False),
        ("☐ Yes ☒ No", False),
        ("☒ Yes\t☐ No", True),
        ("[ ] YES [X] NO", False),
        ("Yes  X   No ___", True),
        ("Yes ___  No  X ", False),
        ("(1) Yes ☒ No ☐; (2) Yes ☒ No ☐", True),
        ("(1) Yes ☐ No ☒; (2) Yes ☐ No ☒", False),
        ("☒ Yes ☐ No\t☒ Yes ☐ No", True),
        ("Yes ☐ No ☒\nCheck whether the issuer filed all reports. Yes ☒ No ☐", False),
        ("xYes oNo", True),
        ("oYes xNo", False),
        ("Yes___X___  No_______", True),
        ("Yes_______  No___X___", False),
        ("☒", True),
        ("[ ]", False),
        ("Yes [ ] No [ ]", None),
        ("Yes No", None),
        ("", None),
    ],
)
def test_a_question_is_answered_by_the_ticked_box(boxes, answer):
    assert read(SHELL + boxes).entity_shell_company is answer


@pytest.mark.parametrize(
    ("boxes", "category", "small"),
    [
        ("Large accelerated filer ☒ Accelerated filer ☐ Smaller reporting company ☐", "Large Accelerated Filer", False),
        ("☐ Large accelerated filer\t☒ Accelerated filer\n☒ Smaller reporting company", "Accelerated Filer", True),
        ("Large accelerated filer [ ] Non-accelerated filer [X]", "Non-accelerated Filer", None),
        ("Accelerated filer ☐ Non-accelerated filer ☐ Smaller reporting company ☒", None, True),
    ],
)
def test_the_category_of_filer_is_the_one_that_is_ticked(boxes, category, small):
    assert read_filer_category(boxes, ()) == category
    assert read(boxes).entity_small_business is small


@pytest.mark.parametrize("article", ["a ", ""])
def test_a_question_may_lack_its_article(article):
    boxes = read(
        f"Indicate by check mark if the registrant is {article}well-known seasoned issuer. Yes (X) No ( )\n"
        f"Indicate by check mark whether the registrant is {article}shell company. Yes ( ) No (X)"
    )

    assert (boxes.entity_well_known_seasoned_issuer, boxes.entity_shell_company) == (True, False)


def test_a_tag_decides_over_the_words():
    facts = [
        Fact(concept="dei:EntityShellCompany", value=True),
        Fact(concept="dei:EntityFilerCategory", value="Non-accelerated filer"),
    ]

    assert read(SHELL + "Yes ☐ No ☒", facts).entity_shell_company is True
    assert read_filer_category("Large accelerated filer ☒", facts) == "Non-accelerated Filer"


def test_the_kind_of_report_is_the_box_before_its_words():
    cover = "☒ ANNUAL REPORT PURSUANT TO SECTION 13\n☐ TRANSITION REPORT PURSUANT TO SECTION 13"

    boxes = read(cover)

    assert (boxes.document_annual_report, boxes.document_transition_report) == (True, False)


def test_the_last_letter_of_the_forms_name_is_no_box():
    page = "FORM 10-Q\n\nQUARTERLY REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934\n"

    assert read_report_checkboxes(page, (), CheckBoxes()).document_quarterly_report is None
