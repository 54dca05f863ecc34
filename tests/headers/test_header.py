"""A header: the submission's own fields, its parties, and what is none of these."""

import datetime as dt

import pytest

from filings.headers.header import parse_header

LABELS = """<ACCEPTANCE-DATETIME>20070504171500
ACCESSION NUMBER:		0000950135-07-002749
CONFORMED SUBMISSION TYPE:	8-K/A
PUBLIC DOCUMENT COUNT:		3
CONFORMED PERIOD OF REPORT:	20070430
ITEM INFORMATION:		Results of Operations and Financial Condition
ITEM INFORMATION:
FILED AS OF DATE:		20070504
DATE AS OF CHANGE:		20070505

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			EXAMPLE CORP
		CENTRAL INDEX KEY:			0000123456
	FILING VALUES:
		FORM TYPE:		8-K/A

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			SAMPLE CORP
		CENTRAL INDEX KEY:			0000654321
"""
TAGS = """<SUBMISSION>
<ACCESSION-NUMBER>0000950135-07-002749
<TYPE>8-K/A
<PUBLIC-DOCUMENT-COUNT>3
<PERIOD>20070430
<ITEMS>2.02
<ITEMS>9.01
<FILING-DATE>20070504
<DATE-OF-FILING-DATE-CHANGE>20070505
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>EXAMPLE CORP
<CIK>0000123456
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>8-K/A
</FILING-VALUES>
</FILER>
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>SAMPLE CORP
<CIK>0000654321
</COMPANY-DATA>
</FILER>
<RULE>424B5
"""


@pytest.mark.parametrize("text", [LABELS, TAGS], ids=["labels", "tags"])
def test_both_dialects_say_the_same(text):
    header = parse_header(text)

    assert (header.accession_number, header.form, header.document_count) == ("0000950135-07-002749", "8-K/A", 3)
    assert (header.period, header.filing_date) == (dt.date(2007, 4, 30), dt.date(2007, 5, 4))
    assert [(party.role, party.cik, party.name) for party in header.entities] == [
        ("FILER", "0000123456", "EXAMPLE CORP"),
        ("FILER", "0000654321", "SAMPLE CORP"),
    ]
    assert header.warnings == []


def test_what_has_no_field_is_kept_with_the_party_it_stood_under():
    kept = [(field.name, field.value, field.within) for field in parse_header(TAGS).others]

    assert kept == [
        ("DATE-OF-FILING-DATE-CHANGE", "20070505", None),
        ("FORM-TYPE", "8-K/A", "FILER 0000123456"),
        ("RULE", "424B5", None),
    ]


def test_item_lines_are_kept_as_they_stand_blank_ones_too():
    assert parse_header(LABELS).items == ["Results of Operations and Financial Condition", ""]
    assert parse_header(TAGS).items == ["2.02", "9.01"]
    assert parse_header("FILER:\n").items is None


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("20070504171500", "2007-05-04T21:15:00+00:00"),
        ("20070104171500", "2007-01-04T22:15:00+00:00"),
        ("20070504171500.0", "2007-05-04T21:15:00+00:00"),
        ("19960515235959", "1996-05-16T03:59:59+00:00"),
    ],
)
def test_the_time_of_acceptance_is_new_yorks_and_becomes_utc(stamp, moment):
    assert parse_header(f"<ACCEPTANCE-DATETIME>{stamp}").acceptance == dt.datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("line", "attribute"),
    [
        ("FILED AS OF DATE:\t20070231", "filing_date"),
        ("FILED AS OF DATE:\t2007-05-04", "filing_date"),
        ("CONFORMED PERIOD OF REPORT:\tnever", "period"),
        ("<ACCEPTANCE-DATETIME>20070504", "acceptance"),
        ("PUBLIC DOCUMENT COUNT:\tmany", "document_count"),
        ("PUBLIC DOCUMENT COUNT:\t99999999999", "document_count"),
        ("ACCESSION NUMBER:\t123", "accession_number"),
    ],
)
def test_what_cannot_be_read_is_kept_and_warned_of(line, attribute):
    header = parse_header(f"\n{line}\n")

    assert getattr(header, attribute) is None
    assert [warning.code for warning in header.warnings] == ["unreadable-header-field"]
    assert header.warnings[0].where == "header line 2"
    assert [field.value for field in header.others] == [line.split("\t")[-1].split(">")[-1]]


def test_a_cik_that_is_none_is_kept_and_warned_of():
    header = parse_header("FILER:\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\tnone\n")

    assert header.entities[0].cik is None
    assert [(field.name, field.value, field.within) for field in header.others] == [("CIK", "none", "FILER")]
    assert [warning.message for warning in header.warnings] == ["CIK is 'none', which cannot be read"]


def test_of_a_field_given_twice_the_first_counts():
    assert parse_header("CONFORMED SUBMISSION TYPE:\t8-K\nCONFORMED SUBMISSION TYPE:\t8-K/A\n").form == "8-K"


def test_roles_of_old_headers_and_unknown_ones():
    text = "<REPORTING-OWNER>\nCOMPANY DATA:\n\tCENTRAL INDEX KEY:\t1\nWITNESS:\n\tOWNER DATA:\nCENTRAL INDEX KEY:\t2\n"

    assert [(party.role, party.cik) for party in parse_header(text).entities] == [
        ("REPORTING-OWNER", "0000000001"),
        ("WITNESS", "0000000002"),
    ]


def test_a_header_of_nothing_is_all_none():
    header = parse_header("")

    assert (header.form, header.items, header.entities, header.others, header.warnings) == (None, None, [], [], [])


def test_what_funds_have_behind_the_last_party_is_no_partys():
    text = (
        "FILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tEXAMPLE TRUST\n\t\tCENTRAL INDEX KEY:\t0000123456\n"
        "<SERIES-AND-CLASSES-CONTRACTS-DATA>\n<EXISTING-SERIES-AND-CLASSES-CONTRACTS>\n<SERIES>\n<OWNER-CIK>0000654321\n"
        "<SERIES-ID>S000012345\n</SERIES>\n</EXISTING-SERIES-AND-CLASSES-CONTRACTS>\n"
        "</SERIES-AND-CLASSES-CONTRACTS-DATA>\n"
    )

    header = parse_header(text)

    assert [party.cik for party in header.entities] == ["0000123456"]
    assert [(other.name, other.value, other.within) for other in header.others] == [
        ("OWNER-CIK", "0000654321", None),
        ("SERIES-ID", "S000012345", None),
    ]
