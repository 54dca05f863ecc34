"""Short forms in shapes that their fixtures do not have."""

import pytest

from filings.parse import parse_filing


def form_data(page: str) -> dict[str, object]:
    return parse_filing(page.encode()).form_data


@pytest.mark.parametrize(
    ("boxes", "annual"),
    [
        ("Form 20-F  X   Form 40-F    ", "20-F"),
        ("Form 20-F      Form 40-F  X ", "40-F"),
        ("Form 20-F [X]  Form 40-F [ ]", "20-F"),
        ("[ ] Form 20-F  [X] Form 40-F", "40-F"),
        ("X Form 20-F    Form 40-F", "20-F"),
    ],
)
def test_a_6_k_tells_the_annual_report_by_its_boxes(boxes, annual):
    page = (
        "FORM 6-K\nReport of Foreign Private Issuer\nFor the month of August 2023\nIndicate by check mark whether the"
        f" registrant files annual reports under cover of Form 20-F or Form 40-F.\n\n{boxes}\n"
    )

    assert form_data(page)["annualReportsUnderCoverOfForm"] == annual


def test_a_pricing_supplement_belongs_to_the_prospectus_that_it_names_with_its_supplement():
    page = (
        "Filed Pursuant to Rule 424(b)(2)\nRegistration No. 333-99123\nPricing supplement to product supplement no. 4"
        " dated November 4, 2020, and the prospectus and prospectus supplement, each dated April 8, 2020\n"
    )

    assert form_data(page)["toProspectusDated"] == "2020-04-08"


@pytest.mark.parametrize(("printed", "names"), [("N/A", []), ("Not Applicable", []), ("Nadia Marsh", ["Nadia Marsh"])])
def test_nobody_else_files_a_proxy_statement_where_the_line_says_so(printed, names):
    page = (
        "SCHEDULE 14A\nFiled by the Registrant [X]\nFiled by a Party other than the Registrant [ ]\n\n"
        "Marsh Lathes, Inc.\n(Name of Registrant as Specified In Its Charter)\n\n"
        f"{printed}\n(Name of Person(s) Filing Proxy Statement, if other than the Registrant)\n"
    )

    assert form_data(page)["namesOfPersonsFilingProxyStatement"] == names


REMOVAL = """<notificationOfRemoval><exchange><entityName>Example Exchange LLC</entityName></exchange>{issuer}
<descriptionClassSecurity>Common Stock</descriptionClassSecurity>{signed}</notificationOfRemoval>"""
ISSUER = (
    "<issuer><cik>99123</cik><entityName>Marsh Lathes, Inc.</entityName><fileNumber>001-99123</fileNumber></issuer>"
)
SIGNED = (
    "<signatureData><signatureName>Junia Roe</signatureName><signatureDate>2023-02-22</signatureDate></signatureData>"
)


@pytest.mark.parametrize(
    ("issuer", "signed", "parties", "signers"),
    [
        (ISSUER, SIGNED, [("0000099123", "Marsh Lathes, Inc.")], ["Junia Roe"]),
        (f"{ISSUER}<issuer><cik>99124</cik></issuer>", "", [("0000099123", "Marsh Lathes, Inc.")], []),
        ("<issuer>Marsh</issuer>", "<signatureData>x</signatureData>", [], []),
        ("", "", [], []),
    ],
)
def test_an_exchanges_notice_without_a_header_tells_its_issuer_and_who_signed(issuer, signed, parties, signers):
    filing = parse_filing(REMOVAL.format(issuer=issuer, signed=signed).encode())

    assert filing.form == "25-NSE"
    assert [(party.cik, party.name) for party in filing.entities] == parties
    assert [signature.name for signature in filing.signatures] == signers
    assert filing.form_data["descriptionClassSecurity"] == "Common Stock"


NOTICE = """<edgarSubmission><headerData><submissionType>144</submissionType></headerData><formData><noticeSignature>
<noticeDate>04/03/2024</noticeDate><signature>{signed}</signature></noticeSignature></formData></edgarSubmission>"""
REMOVED = "<signatureData><signatureName>{signed}</signatureName></signatureData>"


@pytest.mark.parametrize("signed", ["/s/ Junia Marsh", "Junia Marsh"])
@pytest.mark.parametrize("page", [NOTICE, REMOVAL.format(issuer="", signed=REMOVED)], ids=["144", "25-NSE"])
def test_a_signers_name_has_no_mark(page, signed):
    (signature,) = parse_filing(page.format(signed=signed).encode()).signatures

    assert (signature.conformed_signature, signature.name) == (signed, "Junia Marsh")
