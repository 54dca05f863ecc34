"""What a cover says in a shape of its own: file number, EIN, state, telephone number, date of report."""

import datetime as dt

import pytest

from filings.covers.cover_captions import segments_of
from filings.covers.cover_numbers import ein, file_number, phone, report_date, state

FILE_NUMBERS = {
    "001-12345\n(Commission File Number)": "001-12345",
    "Commission File Number: 001-12345": "001-12345",
    "Commission File No. 0-12345": "0-12345",
    "1-416\n(Commission File Number)": "1-416",
    "333-123456-01\n(Commission File Number)": "333-123456-01",
    "33-12345-02\n(Commission File Number)": "33-12345-02",
    "811-12345\n(Commission File Number)": "811-12345",
    "1–12345\n(Commission File Number)": "1-12345",
    "1 - 12345\n(Commission File Number)": "1-12345",
    "333-12345, 333-12345-01\n(Commission File Numbers)": "333-12345",
    "20-1234567\n(IRS Employer Identification No.)\n0-12345\n(Commission File Number)": "0-12345",
    "(413) 555-0100\n0-12345\n(Commission File Number)": "0-12345",
    "Suite 206 - 1045 Main Street\n0-12345\n(Commission File Number)": "0-12345",
    "Rule 12b-2 and 14a-12\n0-12345\n(Commission File Number)": "0-12345",
    "1-800-MILLS, INC.\n(Exact name of registrant)\n0-12345\n(Commission File Number)": "0-12345",
    "Commission file number 1-79": "1-79",
    "0-82\n(Commission File Number)": "0-82",
    "Rule 12b-2\n(Commission File Number)": None,
    "1-79": None,
    "None\n(Commission File Number)": None,
    "Springfield, Massachusetts 02110-1234": None,
    "": None,
}
EINS = {
    "04-1234567\n(IRS Employer Identification No.)": "04-1234567",
    "041234567\n(IRS Employer Identification No.)": "04-1234567",
    "04 1234567\n(IRS Employer Identification No.)": "04-1234567",
    "04 - 1234567\n(IRS Employer Identification No.)": "04-1234567",
    "04–1234567\n(IRS Employer Identification No.)": "04-1234567",
    "04-1234567*\n(IRS Employer Identification No.)": "04-1234567",
    "I.R.S. Employer Identification No. 04-1234567": "04-1234567",
    "Not Applicable\n(IRS Employer Identification No.)": None,
    "0001234567": None,
    "+1 413 555 0100": None,
    "": None,
}
PHONES = {
    "(413) 555-0100\n(Registrant's telephone number)": "(413) 555-0100",
    "Registrant's telephone number, including area code: 413-555-0100": "413-555-0100",
    "Telephone 413/555-0100": "413/555-0100",
    "413.555.0100\n(telephone number)": "413.555.0100",
    "413 555 0100\n(telephone number)": "413 555 0100",
    "413–555–0100\n(telephone number)": "413–555–0100",
    "(413)-555-0100\n(telephone number)": "(413)-555-0100",
    "(413)\n             555-0100\n(telephone number)": "(413) 555-0100",
    "4135550100\n(telephone number)": "4135550100",
    "1-800-555-0100\n(telephone number)": "1-800-555-0100",
    "+1 413 555 0100\n(telephone number)": "+1 413 555 0100",
    "(413) 555-0100, ext. 12\n(telephone number)": "(413) 555-0100",
    "(413) 555-0100 / (413) 555-0101\n(telephone number)": "(413) 555-0100",
    "Tel: (413) 555-0100 Fax: (413) 555-0199\n(telephone number)": "(413) 555-0100",
    "Facsimile (413) 555-0199\nTelephone number: (413) 555-0100": "(413) 555-0100",
    "+44 20 7946 0100\n(telephone number)": "+44 20 7946 0100",
    "+30 210 555 0100\n(telephone number)": "+30 210 555 0100",
    "011-30 210 555 0100\n(telephone number)": "011-30 210 555 0100",
    "Jane Doe (313) 555-0111\n(Name and telephone number of the person to contact)\n"
    "1 Main Street\n(Address of principal executive offices)\n(302) 555-0100\n(Telephone number)": "(302) 555-0100",
    "Jane Doe, Tel: (313) 555-0111\n(Name, telephone and address of contact person)": "(313) 555-0111",
    "(01144) 117 555 0100\n(telephone number)": "(01144) 117 555 0100",
    "(441) 295-0100\n(telephone number)": "(441) 295-0100",
    "011-41-41-555-0100\n(telephone number)": "011-41-41-555-0100",
    "81-3-5555-0100\n(telephone number)": "81-3-5555-0100",
    "+65 6555 0100\n(telephone number)": "+65 6555 0100",
    "0-12345\n20-1234567\n(telephone number)": None,
    "": None,
}
STATES = {
    "Delaware\n(State or other jurisdiction of incorporation)": "Delaware",
    "DE\n(State or other jurisdiction of incorporation)": "DE",
    "Mass.\n(State of incorporation)": "Mass.",
    "Commonwealth of Pennsylvania\n(State of incorporation)": "Commonwealth of Pennsylvania",
    "Ontario, Canada\n(Province or other jurisdiction of incorporation)": "Ontario, Canada",
    "State of incorporation: Delaware": "Delaware",
    "State of Incorporation\nDelaware": "Delaware",
    "OHIO MILLS, INC.\n(Exact name of registrant)\nState of incorporation: Delaware": "Delaware",
    "State of incorporation: DE\nOhio": "DE",
    "Delaware\n(State of Incorp.)": "Delaware",
    "Delaware\t0-12345\t04-1234567\n(State)\t(Commission File Number)\t(IRS Employer Identification No.)": "Delaware",
    "A Delaware corporation\n(State of incorporation)": "Delaware",
    "Maryland\t1-12345\t23-1234567\nOhio\t1-12346\t23-1234568\nIowa\t1-12347\t23-1234569\n(State)": "Maryland",
    "EXAMPLE POWER COMPANY\n(An Ohio Corporation)": "Ohio",
    "Virginia   0-12345\n(State of other juris-   (Commission\ndiction of incorporation)   File Number)": "Virginia",
    "Maryland      0-12345\n(State of     (Commission File No.)\nIncorporation)": "Maryland",
    "Incorporated under the laws of the State of Delaware": "Delaware",
    "EXAMPLE, INC.\n(Registered in England & Wales)": "England",
    "UNITED STATES\nFORM 8-K\n(State of incorporation)": None,
    "FORM 8-K\nUNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\n(State of incorporation)": None,
    "FORM 8-K\nEXAMPLE BANK, N.A.\nUnited States of America\n(State of incorporation)": "United States of America",
    "Springfield, Massachusetts 01101": None,
    "": None,
}
DATES = {
    "Date of Report (Date of earliest event reported): May 4, 1998": dt.date(1998, 5, 4),
    "Date of Report: May 6, 1998\nDate of earliest event reported: May 4, 1998": dt.date(1998, 5, 4),
    "Date of Report (Date of earliest event reported)\n\nMay 6, 1998 (May 4, 1998)": dt.date(1998, 5, 4),
    "May 4, 1998\n(Date of earliest event reported)": dt.date(1998, 5, 4),
    "Date of Report: 5/4/98\nEXAMPLE CORP. (as depositor under an agreement dated as of May 1, 1998)": dt.date(
        1998, 5, 4
    ),
    f"For the period ended May 4, 1998\n{'=' * 120}\nFor the transition period from ____ to ____": dt.date(1998, 5, 4),
    f"For the transition period from ____ to ____\n{'=' * 250}\nQUARTER ENDED MAY 4, 1998": dt.date(1998, 5, 4),
    "For the transition period from January 1, 1998 to May 4, 1998": dt.date(1998, 5, 4),
    "For the period January 1, 1998 (date of formation) through May 4, 1998": dt.date(1998, 5, 4),
    "The undersigned amends its report dated May 4, 1998": dt.date(1998, 5, 4),
    "May 4, 1998": dt.date(1998, 5, 4),
    "Date of Report (Date of earliest event reported):": None,
    "": None,
}


@pytest.mark.parametrize(("cover", "number"), FILE_NUMBERS.items())
def test_the_commission_file_number(cover, number):
    assert file_number(cover) == number


@pytest.mark.parametrize(("cover", "number"), EINS.items())
def test_the_employer_identification_number(cover, number):
    assert ein(cover) == number


@pytest.mark.parametrize(("cover", "number"), PHONES.items())
def test_the_telephone_number_as_printed(cover, number):
    assert phone(cover) == number


@pytest.mark.parametrize(("cover", "place"), STATES.items())
def test_the_state_of_incorporation_as_printed(cover, place):
    assert state(segments_of(cover), cover) == place


@pytest.mark.parametrize(("cover", "date"), DATES.items())
def test_the_date_of_the_earliest_event(cover, date):
    assert report_date(cover) == date
