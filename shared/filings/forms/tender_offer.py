"""Tender offers and their answers: Schedules TO, 14D-9, 13E-3, 14N and 14f-1, and the schedules before 2000.

`formData`, the captions of the cover page (Rule 14d-100): `nameOfSubjectCompany`, `namesOfFilingPersons`,
`titleOfClassOfSecurities`, `cusipNumberOfClassOfSecurities`, `amendmentNumber`, and the boxes
`preliminaryCommunications`, `thirdPartyTenderOffer`, `issuerTenderOffer`, `goingPrivateTransaction`,
`amendmentToSchedule13D`, `finalAmendment` (null where no such box is printed). `cover` is the subject company's name.
The items answer by reference to the offer to purchase, an exhibit; they are text.
"""

from __future__ import annotations

import re

from pydantic import JsonValue

from filings.covers.check_row import read_row
from filings.covers.printed_caption import lines_above, value_above
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.record import Cover
from filings.signatures.signature import read_signatures

COVER = 8_000
"""Characters."""
_SUBJECT = re.compile(r"names?\s+of\s+(?:the\s+)?(?:subject\s+compan|issuer|registrant)", re.I)
_PERSONS = re.compile(
    r"names?\s+of\s+(?:(?:the\s+)?(?:filing\s+)?persons?|person\(s\)|offerors?|bidders?)\b(?!\s+authori[sz]ed)"
    r"(?:\(s\))?\s*(?:\(|filing|and|\)|,)",
    re.I,
)
_CLASS = re.compile(r"titles?\s+of\s+(?:each\s+)?class(?:es)?\s+of\s+securities", re.I)
_CUSIP = re.compile(r"\(\s*CUSIP\s+n", re.I)
_CUSIP_NUMBER = re.compile(r"(?<!\w)[0-9A-Z]{8}\d(?!\w)")
_AMENDMENT = re.compile(r"\bamendment\s+no\.?\s*(\d{1,3})\b", re.I)
_BOXES = {
    "preliminaryCommunications": re.compile(r"check\s+the\s+box\s+if\s+the\s+filing\s+relates\s+solely", re.I),
    "thirdPartyTenderOffer": re.compile(r"third[- ]party\s+tender\s+offer\s+subject", re.I),
    "issuerTenderOffer": re.compile(r"issuer\s+tender\s+offer\s+subject", re.I),
    "goingPrivateTransaction": re.compile(r"going[- ]private\s+transaction\s+subject", re.I),
    "amendmentToSchedule13D": re.compile(r"amendment\s+to\s+schedule\s+13D\s+under", re.I),
}
_FINAL = {
    "finalAmendment": re.compile(r"final\s+amendment\s+reporting\s+the\s+results\s+of\s+the\s+tender\s+offer", re.I)
}


def read(report: Report) -> Parts:
    """The parts of a tender offer statement."""
    page = report.text[:COVER]
    persons = lines_above(page, _PERSONS)
    subject = value_above(page, _SUBJECT)
    signatures, warnings = read_signatures(report.text, 0, [*persons, *([subject] if subject else [])])
    return Parts(
        cover=Cover(registrant_name=subject),
        exhibits=read_exhibits(report.text, report.documents),
        signatures=signatures,
        form_data=_cover_page(page, subject, persons),
        warnings=warnings,
    )


def _cover_page(page: str, subject: str | None, persons: list[str]) -> dict[str, JsonValue]:
    amendment = _AMENDMENT.search(page, 0, 1_500)
    cusip = _CUSIP_NUMBER.search(re.sub(r"(?<=\w)[ -](?=\w)", "", value_above(page, _CUSIP) or ""))
    return {
        "nameOfSubjectCompany": subject,
        "namesOfFilingPersons": [*persons],
        "titleOfClassOfSecurities": value_above(page, _CLASS),
        "cusipNumberOfClassOfSecurities": cusip[0] if cusip else None,
        "amendmentNumber": amendment[1] if amendment else None,
        **read_row(page, _BOXES),
        **read_row(page, _FINAL),
    }


SUBMISSION_TYPES = (
    *("SC TO-C", "SC TO-C/A", "SC TO-I", "SC TO-I/A", "SC TO-T", "SC TO-T/A", "SC 14D9", "SC 14D9/A"),
    *("SC14D9C", "SC14D9C/A", "SC14D9F", "SC14D9F/A", "SC 14D1", "SC 14D1/A", "SC 14D1F", "SC 14D1F/A"),
    *("SC14D1F", "SC14D1F/A", "SC 13E1", "SC 13E1/A", "SC 13E3", "SC 13E3/A", "SC 13E4", "SC 13E4/A"),
    *("SC 13E4F", "SC 13E4F/A", "SC 13E-4F", "SC 13E-4F/A", "DEF13E3", "DEF13E3/A", "PRE13E3", "PRE13E3/A"),
    *("SC 14F1", "SC 14F1/A", "SC 14N", "SC 14N/A", "SC13E4F", "SC 14N-S"),
)
FORM = Form(submission_types=SUBMISSION_TYPES, read=read)
