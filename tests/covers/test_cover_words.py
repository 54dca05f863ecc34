"""Whole covers, read by their words: the layouts that filers have used since 1993."""

import datetime as dt

import pytest

from filings.covers.cover_words import read_words
from filings.record import Address
from filings.submission import document_text

DAY = dt.date(2006, 5, 4)
EXPECTED = {
    "registrant_name": "EXAMPLE INDUSTRIES, INC.",
    "state_of_incorporation": "Delaware",
    "commission_file_number": "001-12345",
    "irs_employer_identification_number": "04-1234567",
    "address": Address(
        street1="100 Main Street", city="Springfield", state_or_country="Massachusetts", zip_code="01101"
    ),
    "phone": "(413) 555-0100",
    "former_name": None,
    "report_date": DAY,
}
TITLE = "<p>UNITED STATES<br>SECURITIES AND EXCHANGE COMMISSION<br>Washington, D.C. 20549</p><p>FORM 8-K</p>"

COVERS = {
    "plain text": """
                       SECURITIES AND EXCHANGE COMMISSION
                             WASHINGTON, D.C. 20549

                                    FORM 8-K

     PURSUANT TO SECTION 13 OR 15(D) OF THE SECURITIES EXCHANGE ACT OF 1934

Date of Report (Date of earliest event reported):       May 4, 2006

                            EXAMPLE INDUSTRIES, INC.
             (Exact name of registrant as specified in its charter)

        Delaware                   001-12345                04-1234567
(State or other jurisdiction      (Commission             (IRS Employer
     of incorporation)            File Number)         Identification No.)

        100 Main Street, Springfield, Massachusetts            01101
        (Address of principal executive offices)            (Zip Code)

Registrant's telephone number, including area code: (413) 555-0100

                                 NOT APPLICABLE
         (Former name or former address, if changed since last report)
""",
    "plain text with rules": """
Date of Report (Date of earliest event reported):   May 4, 2006
                                                  ----------------

                             EXAMPLE INDUSTRIES, INC.
- -------------------------------------------------------------------------------
             (Exact name of registrant as specified in its charter)

        Delaware                    001-12345                 04-1234567
- ---------------------------   ----------------      -------------------
[State or other jurisdiction    [Commission File      [I.R.S. Employer
of incorporation or             Number]               Identification No.]
organization]

        100 Main Street, Springfield, Massachusetts            01101
- -----------------------------------------------------------------------
        (Address of principal executive offices)            (Zip Code)

Registrant's telephone number, including area code:   (413) 555-0100
                                                     ----------------
""",
    "plain text with leaders": """
FORM 8-K
Date of Report (Date of earliest event reported) ..................... May 4, 2006
Commission File Number...............................................001-12345

                             EXAMPLE INDUSTRIES, INC.
             (Exact name of registrant as specified in its charter)

State of incorporation. . . . . . . . . . . . . . . . . . . . . . . . Delaware
IRS Employer Identification No.......................................04-1234567

100 Main Street, Springfield, Massachusetts 01101
(Address of principal executive offices)

Registrant's telephone number......................................(413) 555-0100
""",
    "HTML with captions below": TITLE
    + "<p>May 4, 2006<br>Date of Report (Date of earliest event reported)</p><p>EXAMPLE INDUSTRIES, INC.</p>"
    "<p>(Exact name of registrant as specified in its charter)</p><table><tr><td>Delaware</td><td>001-12345</td>"
    "<td>04-1234567</td></tr><tr><td>(State or other jurisdiction<br>of incorporation)</td><td>(Commission<br>File"
    " Number)</td><td>(IRS Employer<br>Identification No.)</td></tr></table><table><tr><td>100 Main Street<br>"
    "Springfield, Massachusetts</td><td>01101</td></tr><tr><td>(Address of principal executive offices)</td><td>(Zip"
    " Code)</td></tr></table><p>(413) 555-0100</p><p>(Registrant's telephone number, including area code)</p>"
    "<p>N/A</p><p>(Former name or former address, if changed since last report)</p>",
    "HTML with captions in the same cells": TITLE
    + "<p>Date of Report (Date of earliest event reported): <u>May 4, 2006</u></p><p>EXAMPLE INDUSTRIES, INC.<br>"
    "(Exact name of registrant as specified in its charter)</p><table><tr><td>Delaware<br>(State or other jurisdiction"
    "<br>of incorporation)</td><td>001-12345<br>(Commission<br>File Number)</td><td>04-1234567<br>(IRS Employer<br>"
    "Identification No.)</td></tr></table><table><tr><td>100 Main Street, Springfield, Massachusetts<br>(Address of"
    " principal executive offices)</td><td>01101<br>(Zip Code)</td></tr></table><p>Registrant's telephone number,"
    " including area code: (413) 555-0100</p>",
    "HTML with captions above": TITLE
    + "<p>Date of Report: May 4, 2006</p><p>Exact name of registrant as specified in its charter:</p><p>EXAMPLE"
    " INDUSTRIES, INC.</p><p>State or other jurisdiction of incorporation:</p><p>Delaware</p><p>Commission File"
    " Number:</p><p>001-12345</p><p>IRS Employer Identification No.:</p><p>04-1234567</p><p>Address of principal"
    " executive offices:</p><p>100 Main Street<br>Springfield, Massachusetts 01101</p><p>Registrant's telephone number,"
    " including area code:</p><p>(413) 555-0100</p><p>Former name, if changed since last report:</p><p>None</p>",
    "HTML with values behind their captions": TITLE
    + "<p>Date of Report (Date of earliest event reported): May 4, 2006</p><p>Exact name of registrant as specified in"
    " its charter: EXAMPLE INDUSTRIES, INC.</p><p>State of incorporation: Delaware</p><p>Commission File Number:"
    " 001-12345</p><p>IRS Employer Identification Number: 04-1234567</p><p>Address of principal executive offices:"
    " 100 Main Street, Springfield, Massachusetts 01101</p><p>Registrant's telephone number: (413) 555-0100</p>",
    "HTML with hyphens that do not break": TITLE
    + "<p>Date of Report (Date of earliest event reported): May 4, 2006</p><p>EXAMPLE INDUSTRIES, INC.</p><p>(Exact"
    " name of registrant as specified in its charter)</p><p>Delaware</p><p>(State)</p><p>001&#8209;12345</p><p>"
    "(Commission File Number)</p><p>04&#8209;1234567</p><p>(IRS Employer Identification No.)</p><p>100 Main Street,"
    " Springfield, Massachusetts 01101</p><p>(Address of principal executive offices)</p><p>(413) 555&#8209;0100</p>"
    "<p>(Registrant's telephone number, including area code)</p>",
    "Markdown": """# UNITED STATES SECURITIES AND EXCHANGE COMMISSION

**FORM 8-K**

Date of Report (Date of earliest event reported): **May 4, 2006**

**EXAMPLE INDUSTRIES, INC.**

(Exact name of registrant as specified in its charter)

| Delaware | 001-12345 | 04-1234567 |
|---|---|---|
| (State or other jurisdiction of incorporation) | (Commission File Number) | (IRS Employer Identification No.) |

| 100 Main Street, Springfield, Massachusetts | 01101 |
|---|---|
| (Address of principal executive offices) | (Zip Code) |

Registrant's telephone number, including area code: (413) 555-0100
""",
    "several registrants": """
Date of Report (Date of earliest event reported): May 4, 2006

Commission    Registrant; State of Incorporation;        IRS Employer
File Number   Address; and Telephone Number              Identification No.

001-12345     EXAMPLE INDUSTRIES, INC.                   04-1234567
              (A Delaware Corporation)
              100 Main Street
              Springfield, Massachusetts 01101
              Telephone (413) 555-0100

001-23456     SAMPLE ELECTRIC COMPANY                    04-9876543
              (An Ohio Corporation)
              76 South Example Street
              Akron, Ohio 44308
              Telephone (330) 555-0100
""",
}


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_a_cover_says_the_same_in_every_layout(cover):
    assert vars(read_words(document_text(cover))) == EXPECTED


def test_what_a_cover_does_not_say_is_none():
    assert set(vars(read_words("FORM 8-K\n\nCURRENT REPORT\n")).values()) == {None}


def test_nothing_behind_the_check_boxes_belongs_to_the_identity():
    cover = COVERS["plain text"] + "\nCheck the appropriate box below\n\n0-99999\n\nMay 1, 1990\n"

    assert vars(read_words(cover)) == EXPECTED


@pytest.mark.parametrize(
    ("street", "city", "code", "country"),
    [("1-1, Marunouchi 2-chome", "Tokyo", "100-0001", "Japan"), ("Seestrasse 12", "Zurich", "CH-8002", "Switzerland")],
)
def test_a_postal_code_abroad_in_a_cell_of_its_own(street, city, code, country):
    cover = f"{street}, {city}, {country}\t{code}\n(Address of principal executive offices)\t(Zip Code)\n"
    stacked = f"{street}\n{city}, {country}\n(Address of principal executive offices)\n\n{code}\n(Zip Code)\n"
    address = Address(street1=street, city=city, state_or_country=country, zip_code=code)

    assert [read_words(page).address for page in (cover, stacked)] == [address, address]


def test_the_lines_of_a_caption_in_columns_are_no_lines_of_the_address():
    cover = """
        Delaware                 0-12345             04-1234567
        (State of                (Commission         (IRS Employer
        Incorporation)           File Number)        Identification
                                                     No.)

        12 Main Street, Springfield, Massachusetts 01101
        (Address of principal executive offices)
"""

    assert read_words(cover).address == Address(
        street1="12 Main Street", city="Springfield", state_or_country="Massachusetts", zip_code="01101"
    )


def test_the_name_above_an_address_and_who_opens_the_letters_are_no_lines_of_it():
    address = Address(street1="12 Main Street", city="Springfield", state_or_country="Ohio", zip_code="45501")
    bare = "Date of Report: May 4, 2006\n\nEXAMPLE, INC.\n\n12 Main Street\nSpringfield, Ohio 45501\n(937) 555-0100\n"
    opened = "12 Main Street\nSpringfield, Ohio 45501\nAttention: Jane Doe\n(Address of principal executive offices)\n"

    named = f"Example, Inc.\n(Exact name of registrant)\nDelaware\n(State)\nEXAMPLE, INC.\n{opened}"

    assert [read_words(cover).address for cover in (bare, opened, named)] == [address] * 3


def test_a_parenthesis_that_a_cover_lost_does_not_take_the_captions_between():
    cover = """
        New York (governing law of          333-12345-04   52-1234567
        Pooling and Servicing Agreement)    (Commission    52-1234568
        (State or other                     File Number)   52-1234569
        jurisdiction                                         IRS EIN

        c/o Example Bank, N.A.
        11000 Example Parkway                                21044
        Columbia, MD                                         (Zip Code)
        (Address of principal executive offices)

        Registrant's telephone number, including area code:  (410) 555-0100

          Former name or former address, if changed since last report)
"""

    assert read_words(cover).address == Address(
        street1="c/o Example Bank, N.A.",
        street2="11000 Example Parkway",
        city="Columbia",
        state_or_country="MD",
        zip_code="21044",
    )


@pytest.mark.parametrize("caption", ["(I.R.S. Employ-er", "Identifi-cation No.)", "(as amended)"])
def test_no_line_of_an_address_is_a_part_of_a_parenthesis(caption):
    cover = f"04-1234567\n{caption}\n12 Main Street\nSpringfield, Ohio 45501\n(Address of principal offices)\n"

    assert read_words(cover).address == Address(
        street1="12 Main Street", city="Springfield", state_or_country="Ohio", zip_code="45501"
    )


@pytest.mark.parametrize("number", [" (416) 555-0100", ", (416) 555-0100", " Tel: 416-555-0100"])
def test_a_telephone_number_behind_the_postal_code_is_no_part_of_the_address_and_hides_it_not(number):
    cover = f"""FORM 40-F

Example Industries Inc.
(Exact name of Registrant as specified in its charter)

333 Bloor Street East, 10th Floor
Toronto, ON M4W 1G9{number}
(Address and telephone number of Registrant's principal executive offices)

Example Agents Corporation
111 Eighth Avenue
New York, NY 10011
(Name, address and telephone number of agent for service in the United States)
"""
    address = read_words(cover, []).address

    assert (address.street1, address.street2, address.city) == ("333 Bloor Street East", "10th Floor", "Toronto")
    assert (address.state_or_country, address.zip_code) == ("ON", "M4W 1G9")


def test_an_address_without_a_caption_is_known_by_its_zip_code():
    cover = "EXAMPLE CORP.\n(Registrant)\n\n220 Main Street\nP.O. Box 32010\nLouisville, Ky. 40232\n"

    assert read_words(cover).address == Address(
        street1="220 Main Street", street2="P.O. Box 32010", city="Louisville", state_or_country="Ky.", zip_code="40232"
    )


def test_a_suite_in_parentheses_is_a_line_of_the_address():
    offices = "12 Main Street\n(Suite 500)\nSpringfield, Ohio 45501\n(Address of principal executive offices)\n"

    address = read_words(offices).address

    assert address is not None
    assert (address.street1, address.street2, address.city) == ("12 Main Street", "(Suite 500)", "Springfield")
