"""What other parsers got wrong in ownership forms, 13F, Schedules 13D and 13G and Form D: by the thread that told."""

from decimal import Decimal
from pathlib import Path

import pytest

from filings.holdings.holdings_summary import summarize as summarize_holdings
from filings.ownership.insider_summary import summarize as summarize_insider
from filings.parse import parse_filing

FIXTURES = Path(__file__).parent / "fixtures"

ROW = """<infoTable><nameOfIssuer>ANVIL INC</nameOfIssuer><titleOfClass>COM</titleOfClass><cusip>03199X102</cusip>
<value>{value}</value><shrsOrPrnAmt><sshPrnamt>1000</sshPrnamt><sshPrnamtType>SH</sshPrnamtType></shrsOrPrnAmt>
{option}<investmentDiscretion>SOLE</investmentDiscretion>
<votingAuthority><Sole>1000</Sole><Shared>0</Shared><None>0</None></votingAuthority></infoTable>"""


def test_shares_under_a_put_or_call_are_no_holding_of_shares():
    """edgartools 824: a portfolio that counted its options as shares."""
    rows = [("50000", ""), ("70000", "<putCall>Put</putCall>"), ("90000", "<putCall>Call</putCall>")]
    table = "".join(ROW.format(value=value, option=option) for value, option in rows)
    filing = parse_filing(f'<?xml version="1.0"?><informationTable>{table}</informationTable>'.encode())

    summary = summarize_holdings(filing).holdings

    assert [row.put_call for row in filing.holdings.rows] == [None, "Put", "Call"]
    assert (summary.value_usd, summary.put_value_usd, summary.call_value_usd) == (50_000, 70_000, 90_000)


FORM_4 = """<?xml version="1.0"?><ownershipDocument><documentType>4</documentType>
<periodOfReport>2024-03-15</periodOfReport><issuer><issuerCik>0009900001</issuerCik><issuerName>Anvil Inc</issuerName>
<issuerTradingSymbol>ANVL</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>0009900002</rptOwnerCik><rptOwnerName>MARSH JUNIA L</rptOwnerName>
</reportingOwnerId></reportingOwner><aff10b5One>{plan}</aff10b5One><nonDerivativeTable><nonDerivativeTransaction>
<securityTitle><value>Common</value></securityTitle><transactionDate><value>2024-03-15</value></transactionDate>{coding}
<transactionAmounts><transactionShares><value>100</value></transactionShares>
<transactionPricePerShare>{price}</transactionPricePerShare>
<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
</nonDerivativeTransaction></nonDerivativeTable><footnotes><footnote id="F1">$10.00 to $10.50.</footnote></footnotes>
</ownershipDocument>"""
SOLD = "<transactionCoding><transactionCode>S</transactionCode></transactionCoding>"


def form_4(**parts):
    return parse_filing(FORM_4.format(**{"plan": "1", "coding": SOLD, "price": "<value>10</value>"} | parts).encode())


def test_a_price_that_only_a_footnote_tells_is_told_by_the_footnote():
    """edgartools 863, 865; datamule 102: values without their footnotes, the plan's box lost."""
    filing = form_4(price='<footnoteId id="F1"/>')
    (row,) = filing.ownership.non_derivative

    assert row.transaction_price_per_share is None
    assert row.footnote_ids == {"transactionPricePerShare": ("F1",)}
    assert filing.ownership.footnotes["F1"].text == "$10.00 to $10.50."
    assert filing.ownership.footnotes["F1"].fields == ("nonDerivative[0].transactionPricePerShare",)
    assert filing.ownership.aff10b5_one is True


def test_a_transaction_without_its_coding_is_still_a_transaction():
    """edgartools 887: a crash where an element was missing."""
    (row,) = form_4(coding="").ownership.non_derivative

    assert (row.kind, row.transaction_code, row.transaction_shares) == ("transaction", None, 100)


def test_an_insiders_sale_is_about_the_issuer_and_names_stay_as_edgar_has_them():
    """Equibles 3500: a sale filed under the person's own number; edgartools 485: names turned around."""
    filing = form_4()
    (row,) = filing.ownership.stored_rows()

    assert [(party.role, party.cik) for party in filing.entities] == [
        ("ISSUER", "0009900001"),
        ("REPORTING-OWNER", "0009900002"),
    ]
    assert row.index["issuerCik"] == "0009900001"
    assert filing.ownership.reporting_owners[0].name == "MARSH JUNIA L"
    assert summarize_insider(filing).insider.sell_value_usd == 1_000


SCHEDULE = """<?xml version="1.0"?><edgarSubmission>
<headerData><submissionType>SCHEDULE 13G</submissionType></headerData>
<formData><coverPageHeader><issuerInfo><issuerName>Anvil Inc</issuerName>{cusip}</issuerInfo></coverPageHeader>
</formData></edgarSubmission>"""


@pytest.mark.parametrize(
    "cusip",
    [
        "<issuerCusips><issuerCusipNumber>03199X102</issuerCusipNumber></issuerCusips>",
        "<issuerCusip>03199X102</issuerCusip>",
        "<issuerCUSIP>03199X102</issuerCUSIP>",
        "<issuerCusips>03199X102</issuerCusips>",
    ],
)
def test_a_cusip_is_found_with_and_without_its_wrapper(cusip):
    """edgartools 802: the wrapper was not known, and the CUSIP lost."""
    assert parse_filing(SCHEDULE.format(cusip=cusip).encode()).beneficial_ownership.cusip == "03199X102"


def test_the_form_is_the_document_of_its_type_and_not_the_first_one():
    """sec-edgar-downloader 144: the first document was taken for the form."""
    submission = f"""<SEC-HEADER>
ACCESSION NUMBER:		0009900001-24-000001
CONFORMED SUBMISSION TYPE:	4
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<TEXT>
A power of attorney.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<TEXT>
<XML>
{FORM_4.format(plan="0", coding=SOLD, price="<value>10</value>")}
</XML>
</TEXT>
</DOCUMENT>
"""
    assert parse_filing(submission.encode()).ownership.non_derivative[0].transaction_shares == Decimal(100)


@pytest.mark.parametrize(("case", "amended"), [("first-sale", False), ("indefinite-amendment", True)])
def test_a_new_form_d_is_no_amendment(case, amended):
    """edgartools 1192: new and amended were the wrong way around."""
    (submission,) = (FIXTURES / "form_d" / case).glob("submission.*")
    filing = parse_filing(submission.read_bytes())

    assert filing.is_amendment is amended
    assert filing.form_data["offeringData"]["typeOfFiling"]["newOrAmendment"]["isAmendment"] == str(amended).lower()
