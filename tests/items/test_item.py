"""The text under each heading: where it begins, where it ends, and what is no item at all."""

import time

import pytest

from filings.forms.form_8k import ITEMS
from filings.items.item import read_items
from filings.items.item_heading import find_headings

CLAUSE = """
                                   SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed.

                                   By: /s/ Jane Doe
"""


def items(text, **options):
    return {item.item: item.text for item in read_items(text, list(find_headings(text, ITEMS)), **options)}


def test_an_items_text_begins_with_its_heading_and_ends_before_the_next_or_the_signatures():
    text = "FORM 8-K\n\nItem 5.  Other Events\n\nOn May 4.\n\nItem 7.  Exhibits\n\n99 Release\n" + CLAUSE

    assert items(text) == {
        "5": "Item 5.  Other Events\n\nOn May 4.",
        "7": "Item 7.  Exhibits\n\n99 Release",
    }


def test_an_item_says_where_its_text_stands():
    text = "FORM 8-K\n\nItem 5.  Other Events\n\nOn May 4.\n\n" + CLAUSE

    (item,) = read_items(text, list(find_headings(text, ITEMS)))

    assert text[item.start : item.end] == item.text


def test_a_text_without_headings_has_no_items():
    assert items("FORM 8-K\n\nNothing here.") == {}


CONTENTS = {
    "dotted leaders": "Item 2.02  Results of Operations and Financial Condition ...... 3\n"
    "Item 9.01  Financial Statements and Exhibits ...... 4\nSignatures ...... 5\nExhibit Index ...... 6\n",
    "cells": "Item 2.02\tResults of Operations and Financial Condition\t3\n\n"
    "Item 9.01\tFinancial Statements and Exhibits\t4\n\nSIGNATURES\t5\n\nEXHIBIT INDEX\t6\n\nTable of Contents\n",
    "no page numbers": "Item 2.02 Results of Operations and Financial Condition\n\n"
    "Item 9.01 Financial Statements and Exhibits\n\nSIGNATURE\n\nINDEX TO EXHIBITS\n",
    "numbers alone": "Item 2.02\n\nItem 9.01\n\nSignatures\n",
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS)
def test_a_table_of_contents_is_no_report(contents):
    text = (
        f"FORM 8-K\n\nTABLE OF CONTENTS\n\n{contents}\n"
        "Item 2.02 Results of Operations and Financial Condition\n\nWe earned.\n\n"
        "Item 9.01 Financial Statements and Exhibits\n\n99.1 Release\n" + CLAUSE
    )

    assert items(text) == {
        "2.02": "Item 2.02 Results of Operations and Financial Condition\n\nWe earned.",
        "9.01": "Item 9.01 Financial Statements and Exhibits\n\n99.1 Release",
    }


ABSENT = {
    "under the heading": "Item 4.  Changes in Registrant's Certifying Accountant.\n\n         Not applicable.\n\n",
    "in the title's place": "ITEM 4.  NOT APPLICABLE.\n",
    "behind the title": "Item 4.  Changes in Registrant's Certifying Accountant - N/A\n\n",
    "in a column behind the title": "Item 4.  Changes in Registrant's Certifying Accountant        None\n\n",
    "of several at once": "Items 1-4.   Not Applicable.\n\n",
    "of several, in a sentence": "Items 1, 2, 3 and 4 are not applicable.\n\n",
    "in other words": "Item 4.  Changes in Registrant's Certifying Accountant.\n\n"
    "  There is nothing to report under this\n  item.\n\n",
    "with a page's end behind it": "Item 4.  Changes in Registrant's Certifying Accountant.\n\n"
    "  None.\n\n   - 2 -\nEXAMPLE CORP\n\n",
}


@pytest.mark.parametrize("answer", ABSENT.values(), ids=ABSENT)
def test_an_item_answered_by_its_absence_is_not_reported(answer):
    text = f"FORM 8-K\n\n{answer}Item 5.  Other Events\n\nOn May 4.\n\n{answer}{CLAUSE}"

    assert items(text) == {"5": "Item 5.  Other Events\n\nOn May 4."}


def test_an_absent_item_is_kept_where_a_form_wants_it():
    text = "Item 4.  Changes in Registrant's Certifying Accountant.\n\nNot applicable.\n"

    assert list(items(text, drop_absent=False)) == ["4"]


def test_an_item_with_absent_parts_is_reported():
    text = (
        "Item 7.  Financial Statements and Exhibits\n\n"
        "(a) Financial statements of businesses acquired.\nNot applicable.\n"
        "(b) Pro forma financial information.\nNot applicable.\n(c) Exhibits.\n99 Release\n"
    )

    assert list(items(text)) == ["7"]


def test_headings_that_share_one_text_have_it_each():
    text = (
        "Item 1.01 Entry into a Material Definitive Agreement.\n"
        "Item 3.02 Unregistered Sales of Equity Securities.\n\nWe signed and sold.\n\nItem 9.01 Exhibits\n\n99 A\n"
    )

    found = items(text)

    assert found["1.01"].endswith("We signed and sold.")
    assert found["3.02"] == "Item 3.02 Unregistered Sales of Equity Securities.\n\nWe signed and sold."


def test_thousands_of_headings_above_one_text_take_no_minutes():
    """Each would be followed to the last one, and have all of it as its text."""
    text = 'Item 8.01 _\n"\n' * 10_000 + "Item 8.01 Other Events\n\nThis.\n"
    started = time.process_time()
    assert items(text)["8.01"].endswith("This.")
    assert time.process_time() - started < 10


def test_one_heading_of_two_numbers_gives_its_text_to_both():
    found = items("Items 1.01 and 2.03.\n\nWe signed and drew.\n")

    assert found == {"1.01": "Items 1.01 and 2.03.\n\nWe signed and drew.", "2.03": found["1.01"]}


def test_a_heading_that_is_repeated_on_the_next_page_goes_on():
    text = (
        "Item 8.01 Other Events\n\nThis.\n\nItem 8.01 Other Events (continued)\n\nThat.\n\nItem 9.01 Exhibits\n\n99 A\n"
    )

    assert items(text)["8.01"].endswith("That.")


def test_headings_of_an_items_parts_are_one_item():
    text = (
        "Item 5.02(b) Departure of Directors\n\nMr. Roe left.\n\n"
        "Item 5.02(c) Appointment of Certain Officers\n\nMs. Doe came.\n"
    )

    assert list(items(text)) == ["5.02"]
    assert items(text)["5.02"].endswith("Ms. Doe came.")


PAGE_ENDS = {
    "number": "\n\n                                    2",
    "number and dot": "\n\n                                    3.",
    "dashes": "\n\n                                   - 2 -",
    "page": "\n\nPage 3 of 4",
    "pages": "\n\nPage 3 of 4 Pages",
    "brackets": "\n\n[2]",
    "rule": "\n\n_______________________\n",
    "stars": "\n\n  * * *\n",
    "number and rule": "\n\n2\n-------------------\n",
    "contents": "\n\nTable of Contents\n",
    "number and contents": "\n\n4\n\nTable of Contents\n",
    "table's edge": " |\n",
    "group": "\n\nSECTION 9 - FINANCIAL STATEMENTS AND EXHIBITS",
    "number and group": "\n\n 3\n\nSection 9 – Financial Statements and Exhibits\n",
}


@pytest.mark.parametrize("end", PAGE_ENDS.values(), ids=PAGE_ENDS)
def test_what_pages_leave_at_an_items_end_is_not_its_text(end):
    text = f"Item 8.01 Other Events\n\nOn May 4, 2006 we did.{end}\n\nItem 9.01 Exhibits\n\n99.1 Release{end}\n{CLAUSE}"

    assert items(text)["8.01"] == "Item 8.01 Other Events\n\nOn May 4, 2006 we did."


def test_a_number_that_ends_a_sentence_is_text():
    text = "Item 5.07 Votes\n\nIt passed by 40 to\n12.5 votes of\n1,200\n"

    assert items(text)["5.07"].endswith("1,200")


def test_an_exhibit_behind_the_signatures_has_items_of_its_own():
    text = f"Item 5.  Other Events\n\nOn May 4.\n{CLAUSE}\n\nEXHIBIT 99\n\nItem 1.  Business\n\nWe make things.\n"

    assert items(text) == {"5": "Item 5.  Other Events\n\nOn May 4."}


def test_a_report_without_a_signature_block_ends_with_its_first_signature():
    text = "Item 5.  Other Events\n\nWe did.\n\nDated: May 4, 1998\n\nEXAMPLE CORP\n\nBy: /s/ Jane Doe\n"

    assert items(text) == {"5": "Item 5.  Other Events\n\nWe did."}


def test_an_item_headed_twice_with_another_between_is_the_longer_one():
    text = (
        "Item 5.  Other Events\n\nShort.\n\nItem 7.  Exhibits\n\n99 Release\n\n"
        "Item 5.  Other Events\n\nThis is the one that says something.\n"
    )

    assert items(text)["5"].endswith("says something.")
