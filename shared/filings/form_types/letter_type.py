"""Whether a page without a form's name is a letter between a filer and the staff, and which one EDGAR would call it.

A filer's letter is CORRESP, the staff's is UPLOAD; one that withdraws a registration statement is RW, one that
withdraws an amendment AW.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from filings.notices.letter import SALUTATION, SUBJECT

__all__ = ["Letter", "letter_type"]

_STAFF = re.compile(r"securities\s+(?:and|&)\s+exchange\s+commission|division\s+of\s+corporation\s+finance", re.I)
_TO_THE_STAFF = re.compile(
    r"\b(?:100\s+F\s+street|450\s+(?:fifth|5th)\s+street|judiciary\s+plaza|(?:via|by)\s+edgar)\b"
    r"|^[ \t]*att(?:ention|n)\b",
    re.I | re.M,
)
# How the staff's letters begin; as text they have lost their letterhead.
_REVIEW = re.compile(
    r"\bwe\s+have\s+(?:limited\s+our\s+review|reviewed|completed\s+our\s+review|conducted\s+a\s+(?:limited|full)\s+review"
    r"|the\s+following\s+comments?|read\s+your)\b[^.]{0,120}\b(?:your|filings?|letter|registration\s+statement|offering)\b",
    re.I,
)
# A filer that withdraws its request for acceleration goes on with the registration.
_WITHDRAWAL = re.compile(
    r"\bwithdraw(?:al|ing)?\b"
    r"(?!\s+(?:of\s+)?(?:(?:the|our|its|a)\s+)?(?:acceleration\s+request|request\s+for\s+(?:the\s+)?acceleration))",
    re.I,
)
_OF_AN_AMENDMENT = re.compile(r"withdraw(?:al|ing)?\s+of\s+(?:post-?effective\s+|pre-?effective\s+)?amendment", re.I)


class Letter(NamedTuple):
    """`type`: CORRESP, UPLOAD, RW or AW. `subject`: where the line that begins with "Re:" stands."""

    type: str
    subject: int


def letter_type(page: str) -> Letter | None:
    """What kind of letter the first page is; None for what is no letter to or from the staff."""
    salutation = SALUTATION.search(page)
    subject = SUBJECT.search(page, 0, salutation.start()) if salutation else None
    if salutation is None or subject is None:
        return None
    if not _STAFF.search(page, 0, subject.start()):
        return Letter("UPLOAD", subject.start()) if _REVIEW.search(page, salutation.end()) else None
    about = page[subject.start() : salutation.start()]
    if not _TO_THE_STAFF.search(page, 0, salutation.start()):
        return Letter("UPLOAD", subject.start())
    if _WITHDRAWAL.search(about):
        return Letter("AW" if _OF_AN_AMENDMENT.search(about) else "RW", subject.start())
    return Letter("CORRESP", subject.start())
