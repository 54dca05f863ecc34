"""One reporting person's page of a Schedule 13D or 13G in words: numbered rows, a caption above each value.

    7.  SOLE VOTING POWER            13D counts its rows to 14, 13G to 12; a caption may stand above its value,
        1,250,000                    beside it, in a cell of its own, or be repeated on each page.

Rules 13d-101 and 13d-102. The cover is `schedule_text`'s, rows without captions are `numbered_page`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from filings.covers.check_row import read_row
from filings.schedules.beneficial_ownership import ReportingPerson
from filings.schedules.numbered_page import NUMBERED_PAGE, numbered_rows
from filings.xml.edgar_values import decimal_of

__all__ = ["read_persons"]

LONGEST_PAGE = 12_000
"""Characters of one person's page; behind the last one stands the whole schedule."""
_S = r"(?:\(s\)|s)?"
_NAME = rf"NAME{_S}\s+OF\s+(?:ALL\s+)?(?:ABOVE\s+)?(?:REPORTING|FILING)\s+PERSON{_S}(?!\s*['’]s)(?!\w)"
_ROWS = {
    "name": _NAME,
    "identification": r"(?:S\.?S\.?\s+OR\s+)?I\.?R\.?S\.?\s+IDENTIFICATION\s+(?:NOS?\.?|NUMBERS?)"
    rf"(?:\s+OF\s+(?:THE\s+)?ABOVE\s+PERSON{_S}(?:\s*\(ENTITIES\s+ONLY\))?)?",
    "group": r"CHECK\s+THE\s+APPROPRIATE\s+(?:BOX|ROW|\[?LINE\]?)\s+IF\s+A\s+MEMBER\s+OF\s+A\s+GROUP",
    "sec": r"SEC\s+USE\s+ONLY",
    "funds": r"SOURCES?\s+OF\s+FUNDS",
    "legal": r"CHECK\s+(?:BOX\s+)?IF\s+DISCLOSURE\s+OF\s+LEGAL\s+PROCEEDINGS?",
    "citizenship": r"CITIZENSHIP\s+O[RF]\s+PLACE\s+OF\s+ORGANI[ZS]ATION",
    "sole_vote": r"SOLE\s+(?:VOTING\s+POWER|POWER\s+TO\s+VOTE)",
    "shared_vote": r"SHARED\s+(?:VOTING\s+POWER|POWER\s+TO\s+VOTE)",
    "sole_disposal": r"SOLE\s+(?:POWER\s+TO\s+DISPOSE|DISPOSITI(?:VE|ON)\s+POWER|INVESTMENT\s+POWER)",
    "shared_disposal": r"SHARED\s+(?:POWER\s+TO\s+DISPOSE|DISPOSITI(?:VE|ON)\s+POWER|INVESTMENT\s+POWER)",
    "aggregate": r"AGGREGATE\s+AMOUNT\s+(?:OF\s+SHARES\s+)?BENEFICIALLY\s+OWNED"
    rf"(?:\s+BY\s+(?:EACH\s+|THE\s+)?(?:REPORTING\s+)?PERSON{_S})?",
    "excludes": r"CHECK\s+(?:BOX\s+|HERE\s+)?IF\s+(?:THE\s+)?AGGREGATE\s+AMOUNT",
    "percent": r"PERCENT(?:AGE)?\s+OF\s+(?:THE\s+)?(?:CLASS|SERIES)\s+REPRESENTED\s+BY\s+(?:THE\s+)?AMOUNT\s+IN\s+ROW"
    r"\s*\(?\s*(?:\d{1,2}|NINE|ELEVEN)\s*\)?(?:\s*\(\d{1,2}\))?",
    "type": rf"TYPE{_S}\s+OF\s+REPORTING\s+PERSON{_S}",
    "end": r"^\W{0,10}ITEM\s+1\b",
}
_ROW = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _ROWS.items()), re.I | re.M)
_PAGE = re.compile(_NAME, re.I)
_INSTRUCTION = re.compile(
    r"\(\s*(?:see|entities|optional|voluntary|instr)[^)]{0,80}\)|\(\d{1,2}\)|\bROW\s+\(?\d{1,2}\)?", re.I
)
# "See Item 5", "as of December 31, 2010", "12/31/10": their numbers are no shares.
_REFERENCE = re.compile(
    r"\b(?:items?|notes?|rows?|footnotes?|exhibits?|schedules?|annex|pages?|sections?|rules?)\s+\(?\d{1,2}[a-z]?(?:\([a-z0-9]{1,3}\))*"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2},?\s+\d{4}"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    re.I,
)
_ROW_NUMBER = re.compile(r"(?:^|[\s|])\(?\s*(?:1[0-4]|[1-9])[a-z]?\s*[.):]{0,2}$", re.I)
LONGEST_ROW_NUMBER = 24
"""Characters at a row's end: `( 12 ).` with the blanks before it."""
_BOX_WORDS = re.compile(
    r"NUMBER\s+OF|\bSHARES\b|BENEFICIALLY|OWNED\s+BY|\bEACH\b|REPORTING|\bPERSON\b|\bWITH\b:?|UNITS\b", re.I
)
# `1,234,567`; abroad `1 234 567` and `1'234'567`.
_NUMBER = re.compile(
    r"(?<![\w.])-?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:[ '’]\d{3})+(?!,\d)|\d+(?:\.\d+)?)-?(?![\w%]|\.\d)"
)
_NOTHING = re.compile(r"\b(?:none|nil|zero)\b|-\s*0\s*-|^[ \t|]*[-–—]{1,3}[ \t|]*$", re.I | re.M)
_PERCENT = re.compile(r"(?<![\d,])(?<!\d\.)(\d{1,3}(?:\.\d+)?|(?<!\.)\.\d+)\s{0,9}\)?\s{0,9}(?:%|percent\b)", re.I)
_LONE_NUMBER = re.compile(r"^[ \t|:.]*(\d{1,3}(?:\.\d+)?|\.\d+)[ \t|*]*$", re.M)
_BOUND = re.compile(r"(?:\b(?:less|more|greater)\s+than|\bunder|\bover|\bbelow|[<>])\s*$", re.I)
_TAXPAYER = re.compile(
    r"\(?\b(?:I\.?R\.?S\.?|E\.?I\.?N\.?|S\.?S\.?N?\.?|tax|I\.?D\.?)\s{0,3}(?:(?:identification|I\.?D\.?)\s{0,3})?"
    r"(?:(?:nos?\.?|numbers?|#)\s{0,3})?:?\s{0,3}(?=[\dxX*#]{2,3}-)"
    r"|\(?(?<![\w#])[\dxX*#]{2,3}-(?:[\dxX*#]{7}|[\dxX*#]{2}-[\dxX*#]{4})\)?",
    re.I,
)
_TYPES = re.compile(r"\b(BD|BK|CO|CP|EP|FI|HC|IA|IC|IN|IV|OO|PN|SA)\b")
_FUNDS = re.compile(r"\b(SC|BK|AF|WC|PF|OO|00)\b")
_GROUP = {letter: re.compile(rf"\(\s*{letter}\s*\)|\b{letter}\.", re.I) for letter in "ab"}


def read_persons(text: str) -> Iterator[ReportingPerson]:
    """Each page with votes, an aggregate or a percent; others only mention the caption."""
    starts = [match.start() for match in (*_PAGE.finditer(text), *NUMBERED_PAGE.finditer(text))]
    starts.sort()
    for start, end in pairwise([*starts, len(text)]):
        person = _person(text[start : min(end, start + LONGEST_PAGE)])
        if person is not None:
            yield person


def _person(page: str) -> ReportingPerson | None:
    rows = numbered_rows(page) if NUMBERED_PAGE.match(page) else _values(page)
    if not {"sole_vote", "aggregate", "percent"} & rows.keys():
        return None
    group = read_row(rows.get("group", ""), _GROUP)
    return ReportingPerson(
        name=_first_line(rows.get("identification", "")) or _first_line(rows.get("name", "")),
        member_of_group=next((letter for letter, ticked in group.items() if ticked), None),
        source_of_funds=tuple(dict.fromkeys(code.replace("0", "O") for code in _FUNDS.findall(rows.get("funds", "")))),
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
        rows.setdefault(caption.lastgroup, _without_row_number(page[caption.end() : end].rstrip()))
    return rows


def _without_row_number(row: str) -> str:
    number = _ROW_NUMBER.search(row, max(0, len(row) - LONGEST_ROW_NUMBER))
    return row[: number.start()] if number else row


def _first_line(row: str) -> str | None:
    words = _TAXPAYER.sub(" ", _INSTRUCTION.sub(" ", row))
    lines = (" ".join(line.split()).lstrip(" :.|_-)").rstrip(" :|_-") for line in words.split("\n"))
    return next((line[:200] for line in lines if len(re.sub(r"[\W\d_]", "", line)) > 1), None)


def _shares(row: str | None) -> Decimal | None:
    if row is None:
        return None
    words = _BOX_WORDS.sub(" ", _REFERENCE.sub(" ", _INSTRUCTION.sub(" ", row)))
    if number := _NUMBER.search(words):
        return decimal_of(re.sub(r"[ '’]", "", number[1]))
    return Decimal(0) if _NOTHING.search(words) else None


def _percent(row: str | None) -> Decimal | None:
    if row is None:
        return None
    words = _REFERENCE.sub(" ", _INSTRUCTION.sub(" ", row))
    found = (match for pattern in (_PERCENT, _LONE_NUMBER) for match in pattern.finditer(words))
    # "Less than 5%" is no percent.
    told = next(
        (match[1] for match in found if not _BOUND.search(words[max(0, match.start(1) - 20) : match.start(1)])), None
    )
    percent = decimal_of(told) if told else Decimal(0) if _NOTHING.search(words) else None
    return percent if percent is not None and percent <= 100 else None
