"""The cover and summary pages of a Form 13F in text or HTML, as filed until 2013 and as EDGAR renders them.

A submission may hold several covers: a company's, then those of the managers it reports for, whose totals are
nothing. The first cover names the filing manager; the totals of all summary pages are added up.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from filings.covers.address import read_address
from filings.covers.check_row import read_row
from filings.holdings.holdings_record import Holdings, OtherManager
from filings.record import Address, Signature
from filings.text.date_in_words import dates_in
from filings.xml.edgar_values import decimal_of

__all__ = ["read_page", "signatures_of_page"]

_PERIOD = re.compile(r"(?:calendar\s+year\s+or\s+)?quarter\s+ended\s*:?", re.I)
_AMENDED = {"amended": re.compile(r"check\s+here\s+if\s+(?:an?\s+)?amendment\s*+:?", re.I)}
_AMENDMENT_NO = re.compile(r"amendment\s+(?:number|no\.?)\s*+:?[ \t_]*+(\d{1,3})\b", re.I)
_KINDS = {
    "RESTATEMENT": re.compile(r"is\s+a\s+restatement", re.I),
    "NEW HOLDINGS": re.compile(r"adds\s+new\s+holdings", re.I),
}
_REPORT_TYPES = {
    "13F HOLDINGS REPORT": re.compile(r"13F\s+holdings\s+report", re.I),
    "13F NOTICE": re.compile(r"13F\s+notice", re.I),
    "13F COMBINATION REPORT": re.compile(r"13F\s+combination\s+report", re.I),
}
_MANAGER = re.compile(r"manager\s+filing\s+this\s+report[\W_]*+name\s*+:?[ \t]*([^\n]+)", re.I)
_FILE_NUMBER = re.compile(r"\b13F\s+file\s+(?:number|no\.?)\s*+:?[ \t]*+(\d{1,3}[ \t]*-[ \t]*\d{2,6})", re.I)
_TOTAL = r"information\s+table\s+{}\s+total[:.\s$]*+(?:USD?\$?\s*+)?([\d,]*\d(?:\.\d{{1,2}})?)"
_ENTRIES = re.compile(_TOTAL.format("entry"), re.I)
_VALUES = re.compile(_TOTAL.format("value"), re.I)
_OMITTED = re.compile(r"confidential\s+information\s+has\s+been\s+omitted", re.I)
_REPORTING = re.compile(r"list\s+of\s+other\s+managers\s+reporting\s+for\s+this\s+manager\s*:?", re.I)
_INCLUDED = re.compile(r"list\s+of\s+other\s+included\s+managers\s*:?", re.I)
_NUMBERED = re.compile(
    r"(?m)^[ \t]*\(?(\d{1,3})[.)]{0,2}[ \t]+((?:\d{1,3}[ \t]?-[ \t]?\d{0,6}|_{3,}|-{2,}))[ \t]+(\S[^\n]*)$"
)
_NO_FILE_NUMBER = re.compile(r"(?m)^[ \t]*\(?(\d{1,3})[.)]{0,2}(?:[ \t]{2,}|\t)()([A-Za-z][^\n]*)$")
_UNNUMBERED = re.compile(r"(?m)^[ \t]*()(\d{1,3}[ \t]?-[ \t]?\d{0,6})[ \t]+(\S[^\n]*)$")
_SIGNER = re.compile(
    r"persons?\s+signing\s+this\s+report\s+on\s+behalf\s+of\s+reporting\s+manager\s*+:?"
    r"\s*+name\s*+:?[ \t]*+(?P<name>(?:(?!\stitle\b)[^\n]){0,200}+)\s[\s\S]{0,120}?title\s*+:?[ \t]*+(?P<title>[^\n]*)",
    re.I,
)
_SIGNATURE = re.compile(r"signature,\s+place,?\s+and\s+date\s+of\s+signing\s*:?", re.I)
_SIGNED = re.compile(r"((?:/s/|\(s\))[ \t]*\S[^\n]*?)(?:[ ]{2,}|\t|\n|$)", re.I)
_ADDRESS = re.compile(r"address\s*+:?[ \t]*+([^\n]+(?:\n{1,3}[ \t]*[^\s:][^\n:]*){0,4})", re.I)
_NOT_ITS_ADDRESS = re.compile(r"13F\s+file|persons?\s+signing|signature", re.I)
_LAST_LINE = re.compile(r"\d{5}(?:-\d{4})?\s*$")
SECTION = 8_000
"""Characters of a list of managers, of a signature: enough for a hundred names."""


def read_page(text: str) -> Holdings:
    """What the cover pages of `text` say, without rows."""
    entries = [int(total) for total in _totals(_ENTRIES, text) if total == total.to_integral_value()]
    values = list(_totals(_VALUES, text))
    manager = _MANAGER.search(text)
    number = _FILE_NUMBER.search(text, manager.end() if manager else 0)
    first = text[: _second_cover(text)]
    amended, kind = read_row(first, _AMENDED)["amended"], _ticked(_KINDS, first)
    amendment_no = _AMENDMENT_NO.search(first)
    is_amendment = bool(amended) or kind is not None
    return Holdings(
        report_type=_ticked(_REPORT_TYPES, first),
        is_amendment=is_amendment if amended is not None or kind else None,
        amendment_no=int(amendment_no[1]) if amendment_no and is_amendment else None,
        amendment_type=kind,
        filing_manager=" ".join(manager[1].split()) if manager else None,
        address=_address(text, manager.end()) if manager else None,
        form13f_file_number=re.sub(r"\s", "", number[1]) if number else None,
        period_of_report=_period(text),
        table_entry_total=sum(entries) if entries else None,
        table_value_total=sum(values, Decimal(0)) if values else None,
        is_confidential_omitted=True if _OMITTED.search(text) else None,
        other_managers=tuple(_managers(_INCLUDED, _NUMBERED, first)),
        other_managers_reporting=tuple(_managers(_REPORTING, _UNNUMBERED, first)),
    )


def _second_cover(text: str) -> int:
    """Where the next manager's cover begins; the first one's answers end there."""
    covers = [match.start() for match in _MANAGER.finditer(text)]
    return covers[1] if len(covers) > 1 else len(text)


def _totals(pattern: re.Pattern[str], text: str) -> Iterator[Decimal]:
    for match in pattern.finditer(text):
        number = decimal_of(match[1])
        if number is not None:
            yield number


def _ticked(boxes: Mapping[str, re.Pattern[str]], text: str) -> str | None:
    """The answer whose box is ticked; None where none is, or more than one."""
    ticked = [answer for answer, is_ticked in read_row(text, boxes).items() if is_ticked]
    return ticked[0] if len(ticked) == 1 else None


def _address(text: str, start: int) -> Address | None:
    """The lines behind the filing manager's name, up to the postal code."""
    found = _ADDRESS.search(text, start, start + 300)
    if found is None or _NOT_ITS_ADDRESS.search(text, start, found.start()):
        return None
    lines = [line.strip() for line in found[1].split("\n") if line.strip()]
    last = next((place for place, line in enumerate(lines) if _LAST_LINE.search(line)), None)
    return read_address(lines[: last + 1]) if last is not None else None


def _period(text: str) -> dt.date | None:
    for match in _PERIOD.finditer(text):
        for at, date in dates_in(text[match.end() : match.end() + 120]):
            if at < 80:
                return date
    return None


def _managers(title: re.Pattern[str], row: re.Pattern[str], text: str) -> Iterator[OtherManager]:
    """The rows of a list, up to the next page of the form."""
    opened = title.search(text)
    if opened is None:
        return
    section = text[opened.end() : opened.end() + SECTION]
    end = re.search(r"summary\s+page|information\s+table\s*\n|cusip", section, re.I)
    listed = section[: end.start()] if end else section
    rows = [*row.finditer(listed), *(_NO_FILE_NUMBER.finditer(listed) if row is _NUMBERED else ())]
    for match in sorted(rows, key=lambda match: match.start()):
        number, name = re.sub(r"[\s_]", "", match[2]), " ".join(match[3].split())
        if name.upper() != "NONE":
            yield OtherManager(
                sequence_number=match[1] or None,
                form13f_file_number=number if re.search(r"-\d", number) else None,
                name=name,
            )


def signatures_of_page(text: str, registrant: str | None) -> list[Signature]:
    """Who signed for the filing manager, and when."""
    signer, place = _SIGNER.search(text), _SIGNATURE.search(text)
    if signer is None:
        return []
    below = text[place.end() : place.end() + 600] if place else ""
    signed, dates = _SIGNED.search(below), dates_in(below)
    return [
        Signature(
            registrant=registrant,
            conformed_signature=signed[1].strip() if signed else _typed(signer["name"].strip(), below),
            name=signer["name"].strip() or None,
            title=signer["title"].strip() or None,
            date=dates[0][1] if dates else None,
        )
    ]


def _typed(name: str, below: str) -> str | None:
    """The signer's name where it stands as the signature, without a mark."""
    signed = below.lstrip()[: len(name)]
    return signed if name and signed.lower() == name.lower() else None
