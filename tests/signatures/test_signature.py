"""Who signed, as what, when: the forms that signatures take."""

import datetime as dt

import pytest

from filings.signatures.signature import read_signatures
from filings.submission import document_text

CLAUSE = (
    "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report"
    " to be signed on its behalf by the undersigned hereunto duly authorized.\n\n"
)
DAY = dt.date(2007, 5, 4)


def signatures(block, registrants=()):
    if block.startswith("<"):
        source = f"<html><p>SIGNATURES</p><p>{CLAUSE}</p>{block}</html>"
    else:
        source = f"                SIGNATURES\n\n{CLAUSE}{block}"
    found, _ = read_signatures(document_text(source), 0, registrants)
    return [(one.registrant, one.conformed_signature, one.name, one.title, one.date) for one in found]


JANE = ("EXAMPLE CORP.", "/s/ Jane Doe", "Jane Doe", "Chief Financial Officer", DAY)

BLOCKS = {
    "date on the left": """
                                        EXAMPLE CORP.
                                        (Registrant)

Date: May 4, 2007                       By: /s/ Jane Doe
                                           -----------------------
                                           Jane Doe
                                           Chief Financial Officer
""",
    "labels": "EXAMPLE CORP.\n\nBy:     /s/ Jane Doe\nName:   Jane Doe\nTitle:  Chief Financial Officer\n"
    "Date:   May 4, 2007\n",
    "its": "EXAMPLE CORP.\n\nBy: /s/ Jane Doe\nIts: Chief Financial Officer\n\nMay 4, 2007\n",
    "signed": "EXAMPLE CORP.\n\nSigned: /s/ Jane Doe\nJane Doe, Chief Financial Officer\n\nDated as of May 4, 2007\n",
    "dated this day": "DATED this 4th day of May, 2007.\n\nEXAMPLE CORP.\n\nBy /s/ Jane Doe\n   -----\n"
    "   Jane Doe, Chief Financial Officer\n",
    "date in figures": "Date: 05/04/2007\n\nEXAMPLE CORP.\nBy: /s/ Jane Doe\nJane Doe\nChief Financial Officer\n",
    "title over lines": "May 4, 2007\n\nEXAMPLE CORP.\n\n/s/ Jane Doe\nJane Doe\nChief Financial\nOfficer\n",
    "cells": "<p>EXAMPLE CORP.</p><table><tr><td>Date:</td><td>May 4, 2007</td><td>By:</td><td>/s/ Jane Doe</td></tr>"
    "<tr><td></td><td></td><td>Name:</td><td>Jane Doe</td></tr><tr><td></td><td></td><td>Title:</td><td>Chief Financial"
    " Officer</td></tr></table>",
    "a cell of lines": "<table><tr><td></td><td>EXAMPLE CORP.<br>(Registrant)</td></tr><tr><td>Date: May 4, 2007</td>"
    "<td>/s/ Jane Doe<br>Jane Doe<br>Chief Financial Officer</td></tr></table>",
    "the date's caption in the cell before": "<table><tr><td></td><td>EXAMPLE CORP.</td></tr><tr><td>May 4, 2007</td>"
    "<td>/s/ Jane Doe</td></tr><tr><td>(Date)</td><td>Jane Doe<br>Chief Financial Officer</td></tr></table>",
    "one line": "<p>EXAMPLE CORP.</p><p>By: <u>/s/ Jane Doe</u> Name: Jane Doe Title: Chief Financial Officer</p>"
    "<p>Dated: May 4, 2007</p>",
    "the registrant's label": "<p>Registrant: EXAMPLE CORP.</p><p>/s/ Jane Doe</p><p>Jane Doe</p>"
    "<p>Chief Financial Officer</p><p>May 4, 2007</p>",
    "the mark alone": "<p>EXAMPLE CORP. (Registrant)</p><p>By:</p><p>/s/</p><p>Jane Doe</p><p>Jane Doe</p>"
    "<p>Chief Financial Officer</p><p>Date: May 4, 2007</p>",
    "quotes": "<p>EXAMPLE CORP.</p><p>By: “/s/ Jane Doe”</p><p>Jane Doe</p><p>Chief Financial Officer</p>"
    "<p>May 4, 2007</p>",
    "page number": "EXAMPLE CORP.\n\nBy: /s/ Jane Doe\nJane Doe\nChief Financial Officer\n\nDate: May 4, 2007\n\n"
    "   3\n\nEXHIBIT INDEX\n\n99.1  Press release\n",
    "another's signature in an exhibit": "EXAMPLE CORP.\n\nBy: /s/ Jane Doe\nJane Doe\nChief Financial Officer\n"
    "May 4, 2007\n\nExhibit 16.1\n\nWe agree.\n\n/s/ Sample & Co., LLP\nBoston\n",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_the_same_signature_in_every_layout(block):
    assert signatures(block) == [JANE]


@pytest.mark.parametrize(
    ("mark", "conformed"),
    [
        ("/s/ Jane Doe", "/s/ Jane Doe"),
        ("/S/ JANE DOE", "/S/ JANE DOE"),
        ("/s/Jane Doe", "/s/ Jane Doe"),
        ("/s/. Jane Doe", "/s/ Jane Doe"),
        ("/ss/ Jane Doe", "/ss/ Jane Doe"),
        ("/ s / Jane Doe", "/ s / Jane Doe"),
        ("\\s\\ Jane Doe", "\\s\\ Jane Doe"),
        ("s/ Jane Doe", "s/ Jane Doe"),
        ("/s/ Jane Doe _______", "/s/ Jane Doe"),
    ],
)
def test_marks_of_a_conformed_signature(mark, conformed):
    ((_, found, name, title, _),) = signatures(f"EXAMPLE CORP.\n\nBy: {mark}\n    Jane Doe\n    President\n")

    assert (found, name, title) == (conformed, "Jane Doe", "President")


@pytest.mark.parametrize(
    ("lines", "name", "title"),
    [
        ("/s/ Jane Doe, Chief Financial Officer", "Jane Doe", "Chief Financial Officer"),
        ("/s/ J. Doe\nJane Q. Doe\nPresident and CEO", "Jane Q. Doe", "President and CEO"),
        ("/s/ John Roe, Jr.\nJohn Roe, Jr.\nSecretary", "John Roe, Jr.", "Secretary"),
        ("/s/ JANE DOE, M.D.\nJANE DOE, M.D.\nCHIEF MEDICAL OFFICER", "JANE DOE, M.D.", "CHIEF MEDICAL OFFICER"),
        ("/s/ Jane Doe\nJane Doe\nVice President –\nFinance", "Jane Doe", "Vice President – Finance"),
        (
            "/s/ Jane Doe\nJane Doe\nVice President,\nFinance and\nTreasurer",
            "Jane Doe",
            "Vice President, Finance and Treasurer",
        ),
        (
            "/s/ Jane Doe\nJane Doe\nController\n(Principal Accounting Officer)",
            "Jane Doe",
            "Controller (Principal Accounting Officer)",
        ),
        ("/s/ Jane Doe\nJane Doe, Attorney-in-Fact for John Roe", "Jane Doe", "Attorney-in-Fact for John Roe"),
        ("/s/ Jane Doe\n(Jane Doe, President & CEO)", "Jane Doe", "President & CEO"),
        (
            "/s/ JANE DOE\n(Jane Doe\nCHAIRMAN OF THE BOARD\nAND PRESIDENT)",
            "Jane Doe",
            "CHAIRMAN OF THE BOARD AND PRESIDENT",
        ),
        ("/s/ Jane Doe\n(Jane Doe)\n(Vice President)", "Jane Doe", "Vice President"),
        ("/s/ Jane Doe\nName/Title: Jane Doe, President", "Jane Doe", "President"),
        ("/s/ Jane Doe, President\n--------\nJane Doe, President", "Jane Doe", "President"),
        ("/s/ Jane Doe\nTitle: Trustee of the Doe Trust", "Jane Doe", "Trustee of the Doe Trust"),
        (
            "/s/ Jane Doe\nJane Doe\nTreasurer (until\nnext May)",
            "Jane Doe",
            "Treasurer (until next May)",
        ),
        ("/s/ Jane Doe\nJane Doe/President and CEO", "Jane Doe", "President and CEO"),
        ("/s/ Jane Doe\nJane Doe\nHead of Treasury", "Jane Doe", "Head of Treasury"),
        ("/s/ Jane Doe\nJane Doe, Vice President,\nTreasurer", "Jane Doe", "Vice President, Treasurer"),
        (
            "/s/ Jane Doe\nJane Doe\nTreasurer\n(on behalf of the Registrant and as\nprincipal financial officer)",
            "Jane Doe",
            "Treasurer (on behalf of the Registrant and as principal financial officer)",
        ),
        (
            "/s/ Jane Doe\nJane Doe\nTreasurer (Chief\nAccounting Officer)",
            "Jane Doe",
            "Treasurer (Chief Accounting Officer)",
        ),
        ("/s/ Jane Doe", "Jane Doe", None),
        ("/s/ Jane Doe\n--------\n", "Jane Doe", None),
    ],
)
def test_names_and_titles(lines, name, title):
    ((_, _, found, as_what, _),) = signatures(f"EXAMPLE CORP.\n\nBy: {lines}\n")

    assert (found, as_what) == (name, title)


COLUMNS = """
SIGNATURE                     TITLE                             DATE
---------                     -----                             ----

/s/ JANE DOE                  Vice President-Finance            May 4, 2007
-----------------------       and Accounting (Principal
(Jane Doe)                    Accounting Officer)

/s/ John Roe                  Chairman of the Board             May 4, 2007
-----------------------
John Roe                      and Director

        *                     Director
-----------------------
(Ann Sample)
"""


def test_titles_in_a_column_beside_the_names():
    assert [(name, title) for _, _, name, title, _ in signatures(f"EXAMPLE CORP.\n{COLUMNS}")] == [
        ("Jane Doe", "Vice President-Finance and Accounting (Principal Accounting Officer)"),
        ("John Roe", "Chairman of the Board and Director"),
    ]


def test_another_ones_name_below_a_title_is_not_the_signers():
    block = "EXAMPLE CORP.\n\n/s/ Jane Doe\nPresident\n\nDOE HOLDINGS L.P.\n"

    assert [(name, title) for _, _, name, title, _ in signatures(block)] == [("Jane Doe", "President")]


@pytest.mark.parametrize(
    "typed",
    [
        "By:  Jane Doe\n     President\n",
        "By: ________________\n    Jane Doe\n    President\n",
        "By: /Jane Doe/\nPresident",
        "            By     Jane Doe\n                 -------------\n                 President\n",
    ],
)
def test_a_typed_name_is_recorded_but_not_that_it_was_signed(typed):
    assert signatures(f"EXAMPLE CORP.\n\n{typed}") == [("EXAMPLE CORP.", None, "Jane Doe", "President", None)]


def test_by_in_a_sentence_is_no_typed_name():
    block = "EXAMPLE CORP.\n\nThis report was prepared\nby people of the company and\n   By  them alone.\n"

    assert signatures(block) == []


def test_registrants_sign_one_below_the_other():
    block = (
        "EXAMPLE ENERGY CORP.\n\nBy: /s/ Jane Doe\n    Jane Doe\n    Vice President\n\n"
        "SAMPLE ELECTRIC COMPANY\n\nBy: /s/ John Roe\n    John Roe\n    Treasurer\n\nDate: May 4, 2007\n"
    )

    assert signatures(block) == [
        ("EXAMPLE ENERGY CORP.", "/s/ Jane Doe", "Jane Doe", "Vice President", DAY),
        ("SAMPLE ELECTRIC COMPANY", "/s/ John Roe", "John Roe", "Treasurer", DAY),
    ]


def test_registrants_sign_side_by_side():
    block = (
        "EXAMPLE ENERGY CORP.                    SAMPLE ELECTRIC COMPANY\n\n"
        "By: /s/ Jane Doe                        By: /s/ John Roe\n"
        "    Jane Doe                                John Roe\n"
        "    Vice President                          Treasurer\n\n"
        "Date: May 4, 2007                       Date: May 4, 2007\n"
    )

    assert signatures(block) == [
        ("EXAMPLE ENERGY CORP.", "/s/ Jane Doe", "Jane Doe", "Vice President", DAY),
        ("SAMPLE ELECTRIC COMPANY", "/s/ John Roe", "John Roe", "Treasurer", DAY),
    ]


def test_two_officers_of_one_registrant():
    block = "EXAMPLE CORP.\n\n/s/ Jane Doe\nJane Doe\nPresident\n\n/s/ John Roe\nJohn Roe\nTreasurer\n"

    assert [(registrant, name) for registrant, _, name, _, _ in signatures(block)] == [
        ("EXAMPLE CORP.", "Jane Doe"),
        ("EXAMPLE CORP.", "John Roe"),
    ]


def warnings(text):
    found, warned = read_signatures(text, 0)
    assert found == []
    return [warning.code for warning in warned]


def test_a_report_without_a_block_and_a_block_without_a_signature_are_warned_of():
    assert warnings("Item 5.  Other Events\n\nWe did.\n") == ["no-signatures"]
    assert warnings(f"SIGNATURES\n\n{CLAUSE}EXAMPLE CORP.\n") == ["unsigned"]
