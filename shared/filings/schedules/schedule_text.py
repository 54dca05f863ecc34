"""Schedules 13D and 13G as words: the cover's captions and, for each reporting person, its numbered rows.

    ABC Corp.                              7.  SOLE VOTING POWER
    (Name of Issuer)                           1,250,000

A caption of the cover stands below its value, a row's above it. Rules 13d-101 and 13d-102 print both forms. Captions
without parentheses are `cover_label`'s.
"""

from __future__ import annotations

import datetime as dt
import re

from filings.covers.check_row import read_row
from filings.cusip import compact, is_valid
from filings.record import Entity
from filings.schedules.beneficial_ownership import BeneficialOwnership, SubjectCompany
from filings.schedules.cover_label import labelled
from filings.schedules.schedule_person import read_persons
from filings.text.date_in_words import dates_in

__all__ = ["read_schedule_text"]

LONGEST_COVER = 12_000
TITLE_PAGE = 2_000
"""Characters in which an amendment has its number; further down, agreements are amended."""

_CAPTIONS = {
    "issuer": re.compile(r"\(\s*Name\s+of\s+(?:the\s+)?(?:Issuer|Subject\s+Company)[^)\n]{0,40}\)", re.I),
    "title": re.compile(r"\(\s*Title\s+(?:and|of)\s+(?:the\s+)?Class(?:es)?\s+of\s+Securit(?:ies|y)\s*\)", re.I),
    "cusip": re.compile(r"\(\s*CUSIP\s+(?:Number|No\.?)s?[^)\n]{0,60}\)", re.I),
    "event": re.compile(r"\(\s*Date\s+of\s+(?:the\s+)?Events?\s+(?:which|that)\s+requires?\s+filing[^)]{0,60}\)", re.I),
}
_HEAD = re.compile(r"\W*(?:amendment\s+(?:no\b|number)|schedule\s+13[dg]\b|under\s+the\s+securities\b)", re.I)
_RULE = re.compile(r"[-_=*—–\s.]+")
_CUSIP = re.compile(r"(?<![\w])([0-9A-Z]{3}[ -]?[0-9A-Z]{2,3}[ -]?[0-9A-Z]{1,3}[ -]?[0-9A-Z]{0,2}[ -]?[0-9])(?!\w)")
_CUSIP_LABEL = re.compile(r"CUSIP\s*(?:Number|No\.?|#)?\s*[:.]?\s*", re.I)
_AMENDMENT = re.compile(r"\bAmendment\s+(?:No\b|Number\b|#)\.?[ \t]*:?[ \t_]*(\d{1,3})\b", re.I)
_RULES = {name: re.compile(rf"Rule\s+{re.escape(name)}", re.I) for name in ("13d-1(b)", "13d-1(c)", "13d-1(d)")}


def read_schedule_text(text: str, subjects: list[Entity]) -> BeneficialOwnership:
    """The schedule in `text`. subjects: the header's subject company, where there is a header."""
    head = text[:LONGEST_COVER]
    subject = subjects[0] if subjects else None
    number = _AMENDMENT.search(head, 0, TITLE_PAGE)
    return BeneficialOwnership(
        issuer=SubjectCompany(
            cik=subject.cik if subject else None,
            name=_above("issuer", head) or labelled("issuer", text) or (subject.name if subject else None),
            address=subject.business_address if subject else None,
        ),
        securities_class_title=_above("title", head) or labelled("title", text),
        cusip=_cusip(text),
        event_date=_event_date(head),
        amendment_number=int(number[1]) if number else None,
        rules=tuple(f"Rule {name}" for name, ticked in read_row(head, _RULES).items() if ticked),
        reporting_persons=tuple(read_persons(text)),
    )


# ------------------------------------------------------------------ the cover


def _above(caption: str, head: str) -> str | None:
    """The paragraph above a caption, without the line that is drawn between them and the schedule's own title."""
    found = _CAPTIONS[caption].search(head)
    if found is None:
        return None
    earlier = [other.end() for pattern in _CAPTIONS.values() if (other := pattern.search(head, 0, found.start()))]
    start = max(earlier, default=0)
    lines = [line.strip(" \t_-=*|") for line in head[start : found.start()].split("\n")]
    kept: list[str] = []
    for line in reversed(lines):
        if _HEAD.match(line) or (kept and _RULE.fullmatch(line or " ")):
            break
        if not _RULE.fullmatch(line or " "):
            kept.insert(0, line)
    return " ".join(" ".join(kept).split()) or None


def _cusip(text: str) -> str | None:
    """Nine characters; blanks and dashes that part them are left out. None where the cover says that there is none."""
    above = _above("cusip", text[:LONGEST_COVER])
    if above and (number := _as_cusip(above)):
        return number
    for label in _CUSIP_LABEL.finditer(text):
        if number := _as_cusip(text[label.end() : label.end() + 30].partition("\n")[0]):
            return number
    return None


def _as_cusip(line: str) -> str | None:
    """The first number whose check digit is right, else the first; `Suite 1200` has no digit in front."""
    found = [compact(match[1]) for match in _CUSIP.finditer(line.upper())]
    numbers = [number for number in found if len(number) == 9 and any(map(str.isdigit, number[:3]))]
    return next(filter(is_valid, numbers), numbers[0] if numbers else None)


def _event_date(head: str) -> dt.date | None:
    above = _above("event", head) or labelled("event", head)
    dates = dates_in(above) if above else []
    return dates[-1][1] if dates else None
