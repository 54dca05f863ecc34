"""What is uploaded: filings of an invented company, with all that a log must not hold, and what is no filing."""

from __future__ import annotations

from tests.submissions import COMPANY, submission

ACCESSION = "0009900555-26-000001"
STREET, SIGNER = "7 SLUICE LANE", "Odile Farthingale"

_ADDRESS = f"""
	BUSINESS ADDRESS:
		STREET 1:		{STREET}
		CITY:			WINDLE POINT
		STATE:			ME
		ZIP:			04999
		BUSINESS PHONE:		207-555-0147
"""
_SIGNATURE = f"\n\nBy: /s/ {SIGNER}\n{SIGNER}\nSecretary\n"
SECOND_SENTENCE = "The Company leased two mills at Sluice Lane."


def filing(text: str, *, attachments: int = 0, item: str = "1.01") -> bytes:
    """An 8-K under the one accession number; what differs is its text."""
    plain = submission(ACCESSION, text=text, attachments=attachments, item=item).decode()
    signed = plain.replace(f"\n{COMPANY}\n</TEXT>", f"\n{COMPANY}{_SIGNATURE}</TEXT>")
    return signed.replace("</SEC-HEADER>", f"{_ADDRESS}</SEC-HEADER>").encode()


FIRST = filing("The Company entered into a lease of the mill.")
SECOND = filing(SECOND_SENTENCE, attachments=2)
THIRD = filing("The Company leased three mills, and bought the weir.", item="8.01")
UNDATED = b"".join(line for line in FIRST.splitlines(keepends=True) if b"DATE:" not in line and b"DATETIME" not in line)
LARGE = filing("The Company entered into a lease of all mills.", attachments=105)
LARGE_CHANGED = filing(SECOND_SENTENCE, attachments=101)
NO_FILING = f"<html><body><h1>502 Bad Gateway</h1><p>{SIGNER}, {STREET}</p></body></html>".encode()


def report_13f(rows: int) -> bytes:
    """A 13F of that many rows, each of another security."""
    table = "".join(map(_HOLDING.format, range(100_000_001, 100_000_001 + rows)))
    filed = submission(ACCESSION, form="13F-HR").decode()
    start, end = filed.index("<DOCUMENT>"), filed.index("</SEC-DOCUMENT>")
    return (filed[:start] + _TABLE.format(table) + filed[end:]).encode()


_TABLE = """<DOCUMENT>
<TYPE>INFORMATION TABLE
<SEQUENCE>1
<FILENAME>table.xml
<TEXT>
<XML>
<informationTable xmlns="http://www.sec.gov/edgar/document/thirteenf/informationtable">{}
</informationTable>
</XML>
</TEXT>
</DOCUMENT>
"""
_HOLDING = """
<infoTable><nameOfIssuer>WINDLE POINT WEIRS</nameOfIssuer><titleOfClass>COM</titleOfClass><cusip>{}</cusip>
<value>5000</value><shrsOrPrnAmt><sshPrnamt>100</sshPrnamt><sshPrnamtType>SH</sshPrnamtType></shrsOrPrnAmt>
<investmentDiscretion>SOLE</investmentDiscretion>
<votingAuthority><Sole>100</Sole><Shared>0</Shared><None>0</None></votingAuthority></infoTable>"""

A_13F, LONG_13F = report_13f(30), report_13f(3000)
