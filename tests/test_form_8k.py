"""Form 8-K as a whole: items of both eras, what the report quotes, and the header's own list of items."""

import pytest

from filings.forms.form_8k import FORM, ITEMS
from filings.items.item_title import match_title
from filings.parse import parse_filing

SIGNED = """
                                   SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the
undersigned hereunto duly authorized.

                                   EXAMPLE CORP.

                                   By: /s/ Jane Doe
                                       Jane Doe
                                       President
"""
COVER = """FORM 8-K

CURRENT REPORT

Date of Report (Date of earliest event reported): May 4, 2003

                              EXAMPLE CORP.
         (Exact name of registrant as specified in its charter)

"""


def report(items, header=None):
    text = COVER + items + SIGNED
    if header is not None:
        lines = "".join(f"ITEM INFORMATION:\t\t{line}\n" for line in header)
        text = (
            f"<SEC-DOCUMENT>x.txt : 20030504\n<SEC-HEADER>x\nACCESSION NUMBER:\t0009900123-03-000001\n"
            f"CONFORMED SUBMISSION TYPE:\t8-K\n{lines}FILED AS OF DATE:\t20030504\n</SEC-HEADER>\n"
            f"<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
        )
    return parse_filing(text.encode())


def numbers(filing):
    return [item.item for item in filing.items]


def differences(filing):
    return [warning.message for warning in filing.warnings if warning.code == "items-differ-from-header"]


@pytest.mark.parametrize(("number", "title"), [(number, titles[0]) for number, titles in ITEMS.items()])
def test_every_item_of_every_era_is_known_by_its_number_and_title(number, title):
    filing = report(f"Item {number}.  {title}\n\nThe registrant reports.\n")

    assert [(item.item, item.title) for item in filing.items] == [(number, title)]


def test_no_item_has_the_title_of_another_of_its_era():
    for number, titles in ITEMS.items():
        others = [other for other in ITEMS if other != number and ("." in other) == ("." in number)]
        best = max(match_title(titles[0], 0, ITEMS[other]).share for other in others)
        assert best < 1 or number in {"2.03", "2.04"}, number


def test_an_item_without_a_printed_title_has_the_forms():
    filing = report("Item 8.01\n\nOn May 4, the registrant did.\n")

    assert [(item.item, item.title) for item in filing.items] == [("8.01", "Other Events")]


def test_an_item_text_that_quotes_another_forms_items_is_one_item():
    filing = report(
        "Item 8.01 Other Events\n\nThe annual report is changed:\n\nItem 7. Management's Discussion and Analysis\n\n"
        "Sales rose.\n\nItem 8. Financial Statements\n\nSee below.\n\nItem 9.01 Exhibits\n\n99.1 Release\n"
    )

    assert numbers(filing) == ["8.01", "9.01"]
    assert filing.items[0].text.endswith("See below.")


def test_before_there_were_dotted_numbers_a_strange_title_tells_another_forms_item():
    filing = report(
        "Item 5.  Other Events\n\nThe annual report is changed:\n\nItem 7.  Management's Discussion and Analysis\n\n"
        "Sales rose.\n\nItem 7.  Financial Statements and Exhibits\n\n99 Release\n"
    )

    assert numbers(filing) == ["5", "7"]
    assert filing.items[0].text.endswith("Sales rose.")


def test_headings_without_the_word_item_and_in_a_text_without_lines():
    report = (
        "FORM 8-K\n\n5.02 Departure of Directors or Certain Officers\n\nMs. Roe left.\n\n8.01 Other Events\n\nRain."
    )
    opening = "FORM 8-K Date of report: May 4, 2018 Example Mills, Inc. (Exact name of registrant) "
    body = "Item 2.02 Results of Operations and Financial Condition We earned, as Item 2.02 of the form asks. "

    assert numbers(parse_filing(report.encode())) == ["5.02", "8.01"]
    assert numbers(parse_filing((opening + body + "Item 8.01 Other Events It rained.").encode())) == ["2.02", "8.01"]


def test_a_title_of_the_filers_own_is_taken_where_the_number_has_no_other():
    filing = report("Item 5.  Dividend Declaration\n\nThe registrant pays.\n")

    assert [(item.item, item.title) for item in filing.items] == [("5", "Dividend Declaration")]


def test_the_exhibits_are_those_of_the_item_on_exhibits():
    filing = report("Item 7.  Financial Statements and Exhibits\n\n(c)  Exhibits.\n\n     99.1  Press release\n")

    assert [(exhibit.number, exhibit.description) for exhibit in filing.exhibits] == [("99.1", "Press release")]


def test_the_signature_and_the_report_date_are_read():
    filing = report("Item 5.  Other Events\n\nThe registrant pays.\n")

    assert [(one.registrant, one.name, one.title) for one in filing.signatures] == [
        ("EXAMPLE CORP.", "Jane Doe", "President")
    ]
    assert filing.report_date.isoformat() == "2003-05-04"


BOTH = "Item 5.  Other Events\n\nWe did.\n\nItem 7.  Financial Statements and Exhibits\n\n99 Release\n"
NEW = "Item 2.02 Results of Operations\n\nWe did.\n\nItem 9.01 Exhibits\n\n99 Release\n"


@pytest.mark.parametrize(
    ("items", "header"),
    [
        (BOTH, ["Other events", "Financial statements and exhibits"]),
        (BOTH, ["5", "7"]),
        (BOTH, ["Other events", ""]),
        (BOTH, ["", ""]),
        (BOTH, []),
        (BOTH, None),
        (NEW, ["Results of Operations and Financial Condition", "Financial Statements and Exhibits"]),
        (NEW, ["2.02", "9.01"]),
        (
            "Item 5.02 Departure of Directors\n\nMr. Roe left.\n",
            [
                "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers:"
                " Compensatory Arrangements of Certain Officers"
            ],
        ),
    ],
)
def test_a_header_that_lists_what_the_report_has_or_nothing_is_no_difference(items, header):
    assert differences(report(items, header)) == []


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (["Other events"], "only the report lists 7"),
        (["Other events", "Regulation FD Disclosure"], "only the header lists 9; only the report lists 7"),
        (["5", "7", "4"], "only the header lists 4"),
    ],
)
def test_a_header_that_lists_other_items_is_warned_of(header, message):
    assert differences(report(BOTH, header)) == [message]


def test_a_report_without_items_is_warned_of():
    assert [warning.code for warning in report("Nothing is reported.\n").warnings] == ["no-items"]


def test_amendments_and_successor_issuers_are_read_by_the_same_form():
    assert {"8-K", "8-K/A", "8-K12B", "8-K12G3", "8-K15D5"} <= set(FORM.submission_types)
