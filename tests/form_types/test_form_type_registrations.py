"""What boxes and legends of a registration statement's first page make of the form's name."""

import gzip

import pytest

from filings.form_types.form_type import form_of_text
from filings.parse import parse_filing

HEAD = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n\n"

FUND = """FORM N-1A
REGISTRATION STATEMENT UNDER THE SECURITIES ACT OF 1933 [X]
Pre-Effective Amendment No. ___ [ ]
Post-Effective Amendment No. 25 [X]
and/or
REGISTRATION STATEMENT UNDER THE INVESTMENT COMPANY ACT OF 1940 [X]
Amendment No. 27 [X]
It is proposed that this filing will become effective (check appropriate box)
[ ] immediately upon filing pursuant to paragraph (b)
[{b}] on May 1, 2010 pursuant to paragraph (b)
[{a}] 60 days after filing pursuant to paragraph (a)(1)
[ ] on (date) pursuant to paragraph (a)(1)
"""

PAGES = [
    ("485BPOS", FUND.format(a=" ", b="X")),
    ("485APOS", FUND.format(a="X", b=" ")),
    ("N-1A", "FORM N-1A\nPre-Effective Amendment No. ___ [ ]\nPost-Effective Amendment No. ___ [ ]\n"),
    ("N-1A/A", "FORM N-1A\nPre-Effective Amendment No. 2 [X]\nPost-Effective Amendment No. ___ [ ]\n"),
    ("F-6EF", "FORM F-6\nto become effective under Rule 466\n[X] immediately upon filing\n[ ] on (Date) at (Time).\n"),
    ("F-6", "FORM F-6\nto become effective under Rule 466\n[ ] immediately upon filing\n[ ] on (Date) at (Time).\n"),
    ("DRS", "As confidentially submitted on May 4, 2015\n\nFORM S-1\nREGISTRATION STATEMENT\n"),
    ("DRS/A", "As confidentially submitted on May 4, 2015\n\nAmendment No. 1\nto\nFORM F-1\n"),
    (
        "POS AM",
        "POST-EFFECTIVE AMENDMENT NO. 2\nTO\nFORM S-1\nREGISTRATION STATEMENT",
    ),
    (
        "S-8 POS",
        "POST-EFFECTIVE AMENDMENT NO. 1 TO FORM S-8\nREGISTRATION STATEMENT NO. 333-2",
    ),
    (
        "S-1/A",
        "AMENDMENT NO. 3\nTO\nFORM S-1\nREGISTRATION STATEMENT",
    ),
    (
        "F-4/A",
        "PRE-EFFECTIVE AMENDMENT NO. 1 TO\nFORM F-4",
    ),
    (
        "SB-2",
        "FORM SB-2",
    ),
    (
        "S-1MEF",
        "FORM S-1\n"
        "If this Form is filed to register additional securities for an offering pursuant to Rule "
        "462(b) under the Securities Act, please check the following box and list the Securities "
        "Act registration statement number of the earlier effective registration statement for the "
        "same offering. [X] 333-1",
    ),
    (
        "8-A12B",
        "FORM 8-A\n"
        "FOR REGISTRATION OF CERTAIN CLASSES OF SECURITIES\n"
        "If this form relates to the registration of a class of securities pursuant to Section "
        "12(b) of the Exchange Act and is effective pursuant to General Instruction A.(c), check "
        "the following box. ☒\n"
        "If this form relates ... pursuant to Section 12(g) of the Exchange Act and is effective "
        "pursuant to General Instruction A.(d), check the following box. ☐",
    ),
    (
        "10-12G",
        "FORM 10\n"
        "GENERAL FORM FOR REGISTRATION OF SECURITIES\n"
        "Securities to be registered pursuant to Section 12(b) of the Act: None\n"
        "Securities to be registered pursuant to Section 12(g) of the Act:\n"
        "Common Stock",
    ),
    (
        "10-12B",
        "FORM 10\n"
        "GENERAL FORM FOR REGISTRATION OF SECURITIES\n"
        "Securities to be registered pursuant to Section 12(b) of the Act:\n"
        "Common Stock   New York Stock Exchange",
    ),
    (
        "10SB12G",
        "FORM 10-SB",
    ),
    (
        "20FR12B",
        "FORM 20-F\n"
        "☒ REGISTRATION STATEMENT PURSUANT TO SECTION 12(b) OR (g)\n"
        "☐ ANNUAL REPORT PURSUANT TO SECTION 13\n"
        "Securities registered or to be registered pursuant to Section 12(b) of the Act:\n"
        "Ordinary shares  Nasdaq",
    ),
    (
        "S-8",
        "FORM S-8\nREGISTRATION STATEMENT",
    ),
    (
        "8-A12B",
        "FORM 8-A\n"
        "Securities to be registered pursuant to Section 12(b) of the Act:\n"
        "Units, each consisting of one Class A share\tNew York Stock Exchange\n",
    ),
]


@pytest.mark.parametrize(("form", "page"), PAGES)
def test_a_registration_statement_is_typed_by_its_boxes(form, page):
    assert form_of_text(HEAD + page) == form


@pytest.mark.parametrize(("form", "page"), PAGES[:4])
def test_the_type_is_the_same_in_html_and_packed(form, page):
    lines = "".join(f"<p>{line}</p>" for line in (HEAD + page).split("\n"))

    assert parse_filing(f"<html><body>{lines}</body></html>".encode()).form == form
    assert parse_filing(gzip.compress((HEAD + page).encode())).form == form
