"""Form 4 and Form 13F-HR as EDGAR disseminates them: XML in a complete submission. Everything in them is invented."""

from __future__ import annotations

from benchmarks.envelope import OWNER_CIK, document, submission
from benchmarks.words import BRINDLE

__all__ = ["TRANSACTIONS", "form_4", "form_13f"]

TRANSACTIONS = 12
"""Transactions of the Form 4, a third of them in derivatives."""
_OWNER = "TARN MAUD ELLERY"

_FORM_4 = """<?xml version="1.0"?>
<ownershipDocument>
    <schemaVersion>X0508</schemaVersion>
    <documentType>4</documentType>
    <periodOfReport>2026-01-14</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>{company.cik}</issuerCik>
        <issuerName>{company.name}</issuerName>
        <issuerTradingSymbol>{company.symbol}</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>{owner_cik}</rptOwnerCik>
            <rptOwnerName>{owner}</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>12 SANDPIPER CUT</rptOwnerStreet1>
            <rptOwnerCity>DOVER</rptOwnerCity>
            <rptOwnerState>DE</rptOwnerState>
            <rptOwnerZipCode>19901</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>0</isDirector>
            <isOfficer>1</isOfficer>
            <isTenPercentOwner>0</isTenPercentOwner>
            <isOther>0</isOther>
            <officerTitle>{company.office}</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>
    <aff10b5One>1</aff10b5One>
    <nonDerivativeTable>
{plain}    </nonDerivativeTable>
    <derivativeTable>
{derivative}    </derivativeTable>
    <footnotes>
{notes}    </footnotes>
    <ownerSignature>
        <signatureName>/s/ {company.officer}</signatureName>
        <signatureDate>2026-01-15</signatureDate>
    </ownerSignature>
</ownershipDocument>
"""


def form_4() -> bytes:
    """About 22 KB: sales in pieces on three days, options exercised, footnotes to most of it."""
    plain = "".join(_plain(number) for number in range(TRANSACTIONS * 2 // 3))
    derivative = "".join(_derivative(number) for number in range(TRANSACTIONS // 3))
    notes = "".join(f'<footnote id="F{n}">{_note(n)}</footnote>\n' for n in range(1, 7))
    page = _FORM_4.format(
        company=BRINDLE, owner_cik=OWNER_CIK, owner=_OWNER, plain=plain, derivative=derivative, notes=notes
    )
    documents = [document("4", 1, "form4.xml", _in_xml(page), "FORM 4")]
    return submission(BRINDLE, (), documents, form="4", owner=_OWNER)


def _note(number: int) -> str:
    return (
        f"The price is a weighted average of sales in several transactions at prices from ${40 + number}.10 to"
        f" ${40 + number}.95. The reporting person will give full information on the number of shares sold at each."
    )


def _plain(number: int) -> str:
    return f"""        <nonDerivativeTransaction>
            <securityTitle>
                <value>Common Stock</value>
            </securityTitle>
            <transactionDate>
                <value>2026-01-{12 + number % 3}</value>
            </transactionDate>
{_coding("M" if number % 4 == 0 else "S")}\
{_amounts(1_000 + 37 * number, f"{40 + number % 5}.25", "A" if number % 4 == 0 else "D", 1 + number % 6)}\
{_after(250_000 - 900 * number)}\
        </nonDerivativeTransaction>
"""


def _derivative(number: int) -> str:
    return f"""        <derivativeTransaction>
            <securityTitle>
                <value>Stock Option (right to buy)</value>
            </securityTitle>
            <conversionOrExercisePrice>
                <value>{12 + number}.50</value>
            </conversionOrExercisePrice>
            <transactionDate>
                <value>2026-01-{12 + number % 3}</value>
            </transactionDate>
{_coding("M")}\
{_amounts(1_000 + 37 * number, "0", "D", 1 + number % 6)}\
            <exerciseDate>
                <footnoteId id="F{1 + number % 6}"/>
            </exerciseDate>
            <expirationDate>
                <value>2031-03-0{1 + number}</value>
            </expirationDate>
            <underlyingSecurity>
                <underlyingSecurityTitle>
                    <value>Common Stock</value>
                </underlyingSecurityTitle>
                <underlyingSecurityShares>
                    <value>{1_000 + 37 * number}</value>
                </underlyingSecurityShares>
            </underlyingSecurity>
{_after(60_000 - 900 * number)}\
        </derivativeTransaction>
"""


def _coding(code: str) -> str:
    return f"""            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>{code}</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
            </transactionCoding>
"""


def _amounts(shares: int, price: str, code: str, note: int) -> str:
    return f"""            <transactionAmounts>
                <transactionShares>
                    <value>{shares}</value>
                </transactionShares>
                <transactionPricePerShare>
                    <value>{price}</value>
                    <footnoteId id="F{note}"/>
                </transactionPricePerShare>
                <transactionAcquiredDisposedCode>
                    <value>{code}</value>
                </transactionAcquiredDisposedCode>
            </transactionAmounts>
"""


def _after(shares: int) -> str:
    return f"""            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <value>{shares}</value>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership>
                    <value>D</value>
                </directOrIndirectOwnership>
            </ownershipNature>
"""


def form_13f(rows: int) -> bytes:
    """A holdings report of `rows` rows, some 600 bytes each; every ninth is an option."""
    table = "".join(map(_holding, range(rows)))
    documents = [
        document("13F-HR", 1, "primary_doc.xml", _in_xml(_cover(rows))),
        document("INFORMATION TABLE", 2, "infotable.xml", _in_xml(_TABLE.format(rows=table))),
    ]
    return submission(BRINDLE, (), documents, form="13F-HR", period="20251231")


def _in_xml(page: str) -> bytes:
    return f"<XML>\n{page}</XML>\n".encode()


def _worth(row: int) -> int:
    return 150_000 + 7_919 * (row * row % 9_973)


def _holding(row: int) -> str:
    option = f"      <putCall>{('Put', 'Call')[row % 2]}</putCall>\n" if row % 9 == 8 else ""
    return f"""  <infoTable>
      <nameOfIssuer>QUARRY HOLDING {1 + row // 3} INC</nameOfIssuer>
      <titleOfClass>COM</titleOfClass>
      <cusip>{990_000_000 + row // 3 * 7:09d}</cusip>
      <value>{_worth(row)}</value>
      <shrsOrPrnAmt>
        <sshPrnamt>{1_000 + row % 977 * 13}</sshPrnamt>
        <sshPrnamtType>SH</sshPrnamtType>
      </shrsOrPrnAmt>
{option}      <investmentDiscretion>DFND</investmentDiscretion>
      <otherManager>{1 + row % 4}</otherManager>
      <votingAuthority>
        <Sole>{1_000 + row % 977 * 13}</Sole>
        <Shared>0</Shared>
        <None>0</None>
      </votingAuthority>
  </infoTable>
"""


_TABLE = """<?xml version="1.0" encoding="UTF-8"?>
<informationTable xmlns="http://www.sec.gov/edgar/document/thirteenf/informationtable"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{rows}</informationTable>
"""
_MANAGER = """        <otherManager2>
          <sequenceNumber>{number}</sequenceNumber>
          <otherManager>
            <form13FFileNumber>028-9907{number}</form13FFileNumber>
            <name>BRINDLE ADVISERS {number} LLC</name>
          </otherManager>
        </otherManager2>
"""
_COVER = """<?xml version="1.0" encoding="UTF-8"?>
<edgarSubmission xmlns="http://www.sec.gov/edgar/thirteenffiler" xmlns:ns1="http://www.sec.gov/edgar/common">
  <schemaVersion>X0202</schemaVersion>
  <headerData>
    <submissionType>13F-HR</submissionType>
    <filerInfo>
      <liveTestFlag>LIVE</liveTestFlag>
      <filer>
        <credentials>
          <cik>{company.cik}</cik>
          <ccc>XXXXXXXX</ccc>
        </credentials>
      </filer>
      <periodOfReport>12-31-2025</periodOfReport>
    </filerInfo>
  </headerData>
  <formData>
    <coverPage>
      <reportCalendarOrQuarter>12-31-2025</reportCalendarOrQuarter>
      <isAmendment>false</isAmendment>
      <filingManager>
        <name>{company.conformed_name}</name>
        <address>
          <ns1:street1>12 SANDPIPER CUT</ns1:street1>
          <ns1:city>DOVER</ns1:city>
          <ns1:stateOrCountry>DE</ns1:stateOrCountry>
          <ns1:zipCode>19901</ns1:zipCode>
        </address>
      </filingManager>
      <reportType>13F HOLDINGS REPORT</reportType>
      <form13FFileNumber>028-99071</form13FFileNumber>
      <provideInfoForInstruction5>N</provideInfoForInstruction5>
    </coverPage>
    <signatureBlock>
      <name>{company.officer}</name>
      <title>{company.office}</title>
      <phone>302-555-0171</phone>
      <signature>/s/ {company.officer}</signature>
      <city>DOVER</city>
      <stateOrCountry>DE</stateOrCountry>
      <signatureDate>01-15-2026</signatureDate>
    </signatureBlock>
    <summaryPage>
      <otherIncludedManagersCount>4</otherIncludedManagersCount>
      <tableEntryTotal>{rows}</tableEntryTotal>
      <tableValueTotal>{total}</tableValueTotal>
      <isConfidentialOmitted>false</isConfidentialOmitted>
      <otherManagers2Info>
{managers}      </otherManagers2Info>
    </summaryPage>
  </formData>
</edgarSubmission>
"""


def _cover(rows: int) -> str:
    managers = "".join(_MANAGER.format(number=number) for number in range(1, 5))
    return _COVER.format(company=BRINDLE, rows=rows, total=sum(map(_worth, range(rows))), managers=managers)
