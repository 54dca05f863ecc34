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
