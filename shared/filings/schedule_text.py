"""Schedules 13D and 13G as words: the cover's captions and, for each reporting person, its numbered rows.

    ABC Corp.                              7.  SOLE VOTING POWER
    (Name of Issuer)                           1,250,000

A caption of the cover stands below its value, a row's above it. Rules 13d-101 and 13d-102 print both forms.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from filings.beneficial_ownership import BeneficialOwnership, ReportingPerson, SubjectCompany
from filings.date_in_words import dates_in
from filings.edgar_values import decimal_of
from filings.record import Entity

__all__ = ["read_schedule_text"]

LONGEST_COVER = 12_000
LONGEST_PAGE = 12_000
"""Characters of one person's page; behind the last one stands the whole schedule."""

_CAPTIONS = {
    "issuer": re.compile(r"\(\s*Name\s+of\s+(?:the\s+)?(?:Issuer|Subject\s+Company)[^)\n]{0,40}\)", re.I),
    "title": re.compile(r"\(\s*Title\s+(?:and|of)\s+(?:the\s+)?Class(?:es)?\s+of\s+Securit(?:ies|y)\s*\)", re.I),
    "cusip": re.compile(r"\(\s*CUSIP\s+(?:Number|No\.?)s?[^)\n]{0,60}\)", re.I),
    "event": re.compile(r"\(\s*Date\s+of\s+(?:the\s+)?Events?\s+(?:which|that)\s+requires?\s+filing[^)]{0,60}\)", re.I),
}
_RULE = re.compile(r"[-_=*—–\s.]+")
_CUSIP = re.compile(r"(?<![\w])([0-9A-Z]{3}[ -]?[0-9A-Z]{2,3}[ -]?[0-9A-Z]{1,3}[ -]?[0-9A-Z]{0,2}[ -]?[0-9])(?!\w)")
_CUSIP_LABEL = re.compile(r"CUSIP\s*(?:Number|No\.?|#)?\s*[:.]?\s*", re.I)
_AMENDMENT = re.compile(r"\(\s*Amendment\s+No\.?\s*:?\s*(\d{1,3})\s*\)", re.I)
_TICKED_RULE = re.compile(r"[\[(]\s*[xX]\s*[\])]\s*(Rule\s+13d-1\s*\([bcd]\))|☒\s*(Rule\s+13d-1\s*\([bcd]\))", re.I)

_NAME = r"NAMES?\s+OF\s+(?:ALL\s+)?(?:ABOVE\s+)?(?:REPORTING|FILING)\s+PERSONS?(?!\s*['’]s)"
_ROWS = {
    "name": _NAME,
    "identification": r"(?:S\.?S\.?\s+OR\s+)?I\.?R\.?S\.?\s+IDENTIFICATION\s+NOS?\.?"
    r"(?:\s+OF\s+(?:THE\s+)?ABOVE\s+PERSONS?)?",
    "group": r"CHECK\s+THE\s+APPROPRIATE\s+(?:BOX|ROW)\s+IF\s+A\s+MEMBER\s+OF\s+A\s+GROUP",
    "sec": r"SEC\s+USE\s+ONLY",
    "funds": r"SOURCES?\s+OF\s+FUNDS",
    "legal": r"CHECK\s+(?:BOX\s+)?IF\s+DISCLOSURE\s+OF\s+LEGAL\s+PROCEEDINGS?",
    "citizenship": r"CITIZENSHIP\s+OR\s+PLACE\s+OF\s+ORGANI[ZS]ATION",
    "sole_vote": r"SOLE\s+VOTING\s+POWER",
    "shared_vote": r"SHARED\s+VOTING\s+POWER",
    "sole_disposal": r"SOLE\s+(?:POWER\s+TO\s+DISPOSE|DISPOSITIVE\s+POWER|DISPOSITION\s+POWER)",
    "shared_disposal": r"SHARED\s+(?:POWER\s+TO\s+DISPOSE|DISPOSITIVE\s+POWER|DISPOSITION\s+POWER)",
    "aggregate": r"AGGREGATE\s+AMOUNT\s+BENEFICIALLY\s+OWNED(?:\s+BY\s+(?:EACH\s+|THE\s+)?(?:REPORTING\s+)?PERSONS?)?",
    "excludes": r"CHECK\s+(?:BOX\s+|HERE\s+)?IF\s+(?:THE\s+)?AGGREGATE\s+AMOUNT",
    "percent": r"PERCENT(?:AGE)?\s+OF\s+CLASS\s+REPRESENTED\s+BY\s+(?:THE\s+)?AMOUNT\s+IN\s+ROW\s*\(?\s*\d{1,2}\s*\)?",
    "type": r"TYPES?\s+OF\s+REPORTING\s+PERSONS?",
    "end": r"^\W{0,10}ITEM\s+1\b",
}
_ROW = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _ROWS.items()), re.I | re.M)
_PAGE = re.compile(_NAME, re.I)
_INSTRUCTION = re.compile(
    r"\(\s*(?:see|entities|optional|voluntary|instr)[^)]{0,80}\)|\(\d{1,2}\)|\bROW\s+\(?\d{1,2}\)?", re.I
)
_ROW_NUMBER = re.compile(r"(?:^|[\s|])\(?\s*\d{1,2}[a-z]?\s*[.):]{0,2}\s*$", re.I)
_BOX_WORDS = re.compile(
    r"NUMBER\s+OF|\bSHARES\b|BENEFICIALLY|OWNED\s+BY|\bEACH\b|REPORTING|\bPERSON\b|\bWITH\b:?|UNITS\b", re.I
)
_NUMBER = re.compile(r"(?<![\w.])-?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)-?(?![\w])")
_NOTHING = re.compile(r"\b(?:none|nil|zero)\b|-\s*0\s*-", re.I)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?|\.\d+)\s*\)?\s*%")
_LONE_NUMBER = re.compile(r"^[\s|:.]*(\d{1,3}(?:\.\d+)?)[\s|*]*$", re.M)
_TYPES = re.compile(r"\b(BD|BK|CO|CP|EP|FI|HC|IA|IC|IN|IV|OO|PN|SA)\b")
_FUNDS = re.compile(r"\b(SC|BK|AF|WC|PF|OO)\b")
_IN_GROUP = re.compile(r"\(\s*([ab])\s*\)\s*(?:\[\s*[xX]\s*\]|\(\s*[xX]\s*\)|☒|\bX\b)")


def read_schedule_text(text: str, subjects: list[Entity]) -> BeneficialOwnership:
    """The schedule in `text`. subjects: the header's subject company, where there is a header."""
    head = text[:LONGEST_COVER]
    subject = subjects[0] if subjects else None
    number = _AMENDMENT.search(head)
    return BeneficialOwnership(
        issuer=SubjectCompany(
            cik=subject.cik if subject else None,
            name=_above("issuer", head) or (subject.name if subject else None),
            address=subject.business_address if subject else None,
        ),
        securities_class_title=_above("title", head),
        cusip=_cusip(text),
        event_date=_event_date(head),
        amendment_number=int(number[1]) if number else None,
        rules=tuple(dict.fromkeys(" ".join((match[1] or match[2]).split()) for match in _TICKED_RULE.finditer(head))),
        reporting_persons=tuple(person for page in _pages(text) if (person := _person(page)) is not None),
    )


# ------------------------------------------------------------------ the cover


def _above(caption: str, head: str) -> str | None:
    """The paragraph above a caption, without the line that is drawn between them."""
    found = _CAPTIONS[caption].search(head)
    if found is None:
        return None
    earlier = [other.end() for pattern in _CAPTIONS.values() if (other := pattern.search(head, 0, found.start()))]
    start = max(earlier, default=0)
    lines = [line.strip(" \t_-=*|") for line in head[start : found.start()].split("\n")]
    kept: list[str] = []
    for line in reversed(lines):
        if not _RULE.fullmatch(line or " "):
            kept.insert(0, line)
        elif kept:
            break
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
    for match in _CUSIP.finditer(line.upper()):
        number = re.sub(r"[ -]", "", match[1])
        if len(number) == 9 and any(character.isdigit() for character in number[:6]):
            return number
    return None


def _event_date(head: str) -> dt.date | None:
    above = _above("event", head)
    dates = dates_in(above) if above else []
    return dates[-1][1] if dates else None


# ------------------------------------------------------------------ a person's page


def _pages(text: str) -> list[str]:
    """From each "Name of reporting person" to the next; pages without votes are references to one."""
    starts = [match.start() for match in _PAGE.finditer(text)]
    ends = [*starts, len(text)][1:]
    return [text[start : min(end, start + LONGEST_PAGE)] for start, end in zip(starts, ends, strict=True)]


def _person(page: str) -> ReportingPerson | None:
    rows = _values(page)
    if not {"sole_vote", "aggregate", "percent"} & rows.keys():
        return None
    return ReportingPerson(
        name=_first_line(rows.get("identification", "")) or _first_line(rows.get("name", "")),
        member_of_group=next((match[1].lower() for match in _IN_GROUP.finditer(rows.get("group", ""))), None),
        source_of_funds=tuple(dict.fromkeys(_FUNDS.findall(rows.get("funds", "")))),
        citizenship_or_organization=_first_line(rows.get("citizenship", "")),
        sole_voting_power=_shares(rows.get("sole_vote")),
        shared_voting_power=_shares(rows.get("shared_vote")),
        sole_dispositive_power=_shares(rows.get("sole_disposal")),
        shared_dispositive_power=_shares(rows.get("shared_disposal")),
        aggregate_amount_owned=_shares(rows.get("aggregate")),
        percent_of_class=_percent(rows.get("percent")),
        type_of_reporting_person=tuple(dict.fromkeys(_TYPES.findall(rows.get("type", "")[:200]))),
    )


def _values(page: str) -> dict[str, str]:
    """Row -> what stands between its caption and the next one, without that one's number. The first of each counts."""
    captions = list(_ROW.finditer(page))
    rows: dict[str, str] = {}
    for place, caption in enumerate(captions):
        if caption.lastgroup == "end" or caption.lastgroup is None:
            break
        end = captions[place + 1].start() if place + 1 < len(captions) else caption.end() + 400
        rows.setdefault(caption.lastgroup, _ROW_NUMBER.sub("", page[caption.end() : end].rstrip()))
    return rows


def _first_line(row: str) -> str | None:
    words = _INSTRUCTION.sub(" ", row)
    lines = (" ".join(line.split()).lstrip(" :.|_-)").rstrip(" :|_-") for line in words.split("\n"))
    return next((line[:200] for line in lines if len(re.sub(r"[\W\d_]", "", line)) > 1), None)


def _shares(row: str | None) -> Decimal | None:
    if row is None:
        return None
    words = _BOX_WORDS.sub(" ", _INSTRUCTION.sub(" ", row))
    if number := _NUMBER.search(words):
        return decimal_of(number[1])
    return Decimal(0) if _NOTHING.search(words) else None


def _percent(row: str | None) -> Decimal | None:
    if row is None:
        return None
    words = _INSTRUCTION.sub(" ", row)
    match = _PERCENT.search(words) or _LONE_NUMBER.search(words)
    percent = decimal_of(match[1]) if match else Decimal(0) if _NOTHING.search(words) else None
    return percent if percent is not None and percent <= 100 else None
