"""A party from its header lines."""

import datetime as dt

import pytest

from filings.headers.filer import Party, edgar_date
from filings.headers.header_scan import scan_header
from filings.record import Address, FormerName

COMPANY = """
	COMPANY DATA:
		COMPANY CONFORMED NAME:			EXAMPLE CORP
		CENTRAL INDEX KEY:			0000123456
		STANDARD INDUSTRIAL CLASSIFICATION:	PHARMACEUTICAL PREPARATIONS [2834]
		IRS NUMBER:				042726691
		STATE OF INCORPORATION:			MA
		FISCAL YEAR END:			1231

	FILING VALUES:
		FORM TYPE:		8-K
		SEC ACT:		1934 Act
		SEC FILE NUMBER:	000-17999
		FILM NUMBER:		07801234

	BUSINESS ADDRESS:
		STREET 1:		830 EXAMPLE ST
		STREET 2:		SUITE 5
		CITY:			WALTHAM
		STATE:			MA
		ZIP:			02451
		BUSINESS PHONE:		7815550100

	MAIL ADDRESS:
		STREET 1:		PO BOX 1
		CITY:			BOSTON
		STATE:			MA
		ZIP:			02110

	FORMER COMPANY:
		FORMER CONFORMED NAME:	SAMPLE INC
		DATE OF NAME CHANGE:	19990101

	FORMER COMPANY:
		FORMER CONFORMED NAME:	OLDER SAMPLE INC
		DATE OF NAME CHANGE:	99
"""


def party(text, role="FILER"):
    taken = Party(role)
    left = [line.tag for line in scan_header(text) if not taken.take(line)]
    return taken, left


def test_every_field_of_a_party():
    taken, left = party(COMPANY)

    assert taken.entity().model_dump() == {
        "role": "FILER",
        "cik": "0000123456",
        "name": "EXAMPLE CORP",
        "sic": "2834",
        "irs_number": "042726691",
        "state_of_incorporation": "MA",
        "fiscal_year_end": "1231",
        "file_number": "000-17999",
        "film_number": "07801234",
        "business_address": Address(
            street1="830 EXAMPLE ST", street2="SUITE 5", city="WALTHAM", state_or_country="MA", zip_code="02451"
        ).model_dump(),
        "mail_address": Address(
            street1="PO BOX 1", city="BOSTON", state_or_country="MA", zip_code="02110"
        ).model_dump(),
        "phone": "7815550100",
        "former_names": (
            FormerName(name="SAMPLE INC", date_of_change=dt.date(1999, 1, 1)).model_dump(),
            FormerName(name="OLDER SAMPLE INC").model_dump(),
        ),
    }
    assert left == ["FORM-TYPE", "ACT"]


def test_a_party_of_nothing_is_its_role():
    taken, _ = party("COMPANY DATA:\n", role="SUBJECT-COMPANY")

    assert taken.entity().model_dump(exclude_defaults=True) == {"role": "SUBJECT-COMPANY"}


@pytest.mark.parametrize(
    ("printed", "cik"),
    [
        ("0000123456", "0000123456"),
        ("123456", "0000123456"),
        ("000000123456", "0000123456"),
        ("0000000000", "0000000000"),
    ],
)
def test_a_cik_has_ten_digits(printed, cik):
    assert party(f"CENTRAL INDEX KEY:\t{printed}")[0].entity().cik == cik


@pytest.mark.parametrize("printed", ["none", "12345678901", "١٢٣", "12 34", "-5"])
def test_what_is_no_cik_is_left_to_the_header(printed):
    taken, left = party(f"CENTRAL INDEX KEY:\t{printed}")

    assert (taken.entity().cik, left) == (None, ["CIK"])


@pytest.mark.parametrize(
    ("printed", "sic"),
    [
        ("PHARMACEUTICAL PREPARATIONS [2834]", "2834"),
        ("[2834]", "2834"),
        ("2834", "2834"),
        ("PHARMACEUTICAL PREPARATIONS [2834] ]", "2834"),
        ("[]", None),
        ("UNKNOWN SIC CODE", None),
        ("", None),
    ],
)
def test_the_sic_code_is_the_number_in_brackets(printed, sic):
    assert party(f"STANDARD INDUSTRIAL CLASSIFICATION:\t{printed}")[0].entity().sic == sic


def test_of_a_field_given_twice_the_first_counts():
    assert party("IRS NUMBER:\t1\nEIN:\t2\n")[0].entity().irs_number == "1"


def test_a_city_outside_an_address_is_none_of_a_partys_fields():
    assert party("COMPANY DATA:\nCITY:\tBOSTON\n")[1] == ["CITY"]


def test_a_party_is_called_by_its_role_and_its_cik():
    assert party("COMPANY DATA:\n")[0].label == "FILER"
    assert party(COMPANY)[0].label == "FILER 0000123456"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20070430", dt.date(2007, 4, 30)),
        ("20070430171500", dt.date(2007, 4, 30)),
        ("20070231", None),
        ("2007-04-30", None),
        ("99", None),
        ("", None),
    ],
)
def test_a_headers_date(text, date):
    assert edgar_date(text) == date
