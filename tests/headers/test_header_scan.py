"""The header's lines as tags and values, in either dialect."""

import pytest

from filings.headers.header_scan import HeaderLine, opens_party, scan_header


def scanned(text):
    return [(line.tag, line.value) for line in scan_header(text)]


@pytest.mark.parametrize(
    ("line", "tag", "value"),
    [
        ("ACCESSION NUMBER:\t\t0000950135-07-002749", "ACCESSION-NUMBER", "0000950135-07-002749"),
        ("<ACCESSION-NUMBER>0000950135-07-002749", "ACCESSION-NUMBER", "0000950135-07-002749"),
        ("\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE CORP", "CONFORMED-NAME", "EXAMPLE CORP"),
        ("\t\tIRS NUMBER:\t\t\t\t042726691", "IRS-NUMBER", "042726691"),
        ("\t\tEIN:\t\t\t\t042726691", "IRS-NUMBER", "042726691"),
        ("\t\tSTREET 2:\t\tSUITE: 5", "STREET2", "SUITE: 5"),
        ("FILED AS OF DATE:20070504", "FILING-DATE", "20070504"),
        ("SROS:\tNYSE", "SROS", "NYSE"),
        ("GROUP MEMBERS:\t\tJANE DOE", "GROUP-MEMBERS", "JANE DOE"),
        ("FILER:", "FILER", ""),
        ("<FILER>", "FILER", ""),
        ("SUBJECT COMPANY:\t", "SUBJECT-COMPANY", ""),
        ("<ISSUING_ENTITY>", "ISSUING-ENTITY", ""),
        ("]\tSTATE OF INCORPORATION:\tDE", "STATE-OF-INCORPORATION", "DE"),
        ("A LABEL NOBODY KNOWS:\tx", "A-LABEL-NOBODY-KNOWS", "x"),
        ("COMPANY   CONFORMED  NAME:\tX", "CONFORMED-NAME", "X"),
    ],
)
def test_a_line_of_either_dialect(line, tag, value):
    assert scanned(line) == [(tag, value)]


def test_a_line_without_label_goes_on_with_the_value_above():
    text = "COMPANY CONFORMED NAME:\tEXAMPLE CORP OF THE\n  WHOLE WIDE\n\n\t\tWORLD\nCENTRAL INDEX KEY:\t0000123456"

    assert scanned(text) == [("CONFORMED-NAME", "EXAMPLE CORP OF THE WHOLE WIDE WORLD"), ("CIK", "0000123456")]


def test_a_line_without_label_below_an_empty_value_is_nothing():
    assert scanned("FILER:\n\nstray words\nCOMPANY DATA:\n") == [("FILER", ""), ("COMPANY-DATA", "")]


def test_envelopes_are_no_lines():
    text = (
        "<SEC-DOCUMENT>0000950135-07-002749.txt : 20070504\n<SEC-HEADER>x.hdr.sgml : 20070504\n<SUBMISSION>\nFILER:\n"
    )

    assert scanned(text) == [("FILER", "")]


def test_end_tags_close():
    assert list(scan_header("</FILER>")) == [HeaderLine(1, "FILER", "", closes=True)]


def test_lines_are_counted_from_one_as_they_stand():
    assert [line.number for line in scan_header("\nFILER:\n\nCOMPANY DATA:\n")] == [2, 4]


COMPANY_DATA = HeaderLine(2, "COMPANY-DATA", "")


@pytest.mark.parametrize(
    ("line", "following", "opens"),
    [
        (HeaderLine(1, "FILER", ""), None, True),
        (HeaderLine(1, "REPORTING-OWNER", ""), HeaderLine(2, "CIK", "1"), True),
        (HeaderLine(1, "WITNESS", ""), COMPANY_DATA, True),
        (HeaderLine(1, "WITNESS", ""), HeaderLine(2, "OWNER-DATA", ""), True),
        (HeaderLine(1, "WITNESS", ""), HeaderLine(2, "CIK", "1"), False),
        (HeaderLine(1, "WITNESS", ""), COMPANY_DATA._replace(closes=True), False),
        (HeaderLine(1, "FILER", "0000123456"), COMPANY_DATA, False),
        (HeaderLine(1, "FILER", "", closes=True), COMPANY_DATA, False),
        (HeaderLine(1, "BUSINESS-ADDRESS", ""), COMPANY_DATA, False),
    ],
)
def test_a_party_opens_with_a_known_role_or_above_its_company_data(line, following, opens):
    assert opens_party(line, following) is opens
