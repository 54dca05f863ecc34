"""The numbered boxes above the tables of Forms 3, 4 and 5, as filed in words before 2003-06-30.

    1. Name and Address of Reporting Person*      2. Issuer Name and Ticker or Trading Symbol
       Marsh,        Junia      L.                   Example Inc. (EXMP)
       (Last)        (First)    (Middle)

A box reaches from its caption to the next one. Captions that stand side by side on one line are not parted.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from filings.covers.address import read_address
from filings.covers.check_row import read_row
from filings.covers.place import is_state
from filings.ownership.ownership_record import Issuer, ReportingOwner
from filings.text.date_in_words import dates_in, full_year, month_number
from filings.text.up_to_next import up_to_next

__all__ = ["read_boxes"]

LONGEST_HEAD = 8_000
"""Characters above Table I."""
_CAPTIONS = {
    "owner": r"name\s+and\s+address\s+of\s+reporting\s+persons?(?:\(s\))?\s*\**",
    "issuer": r"issuer\s+name\s+(?:and|&)\s+ticker\s+or\s+trading\s+symbol",
    "number": r"(?:I\.?R\.?S\.?|social\s+security)\s[^\n\t]{0,40}number\s[^\n\t]{0,60}(?:\n[^\n\t]{0,40}voluntary\)?)?",
    "period": r"statement\s+for(?:\s+(?:month|issuer's|fiscal|year|ended)[^\n]{0,40})?"
    r"|date\s+of\s+(?:event\s+requiring\s+statement|earliest\s+transaction)",
    "original": r"if\s+amendment,?\s+date\s+of\s+original(?:\s+filed)?",
    "relation": r"relationships?\s+of\s+reporting\s+persons?(?:\(s\))?\s+to\s+(?:the\s+)?issuer",
    "filing": r"individual\s+or\s+joint(?:\s*/\s*group)?\s*filing|form\s+filed\s+by\s+one\s+reporting",
    "table": r"table\s+I\b",
}
_CAPTION = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _CAPTIONS.items()), re.I)
_NUMBERED = re.compile(r"^\W*\d{1,2}\s*[.)]?\s*$|^[\s\W]*$")
_RULE = re.compile(r"[\s_=*|.-]*")
_PART = re.compile(r"\(\s*(?:last|first|middle|street|city|state|zip)\b[^)]*\)", re.I)
_SYMBOL = re.compile(
    r"\s*(?:(?P<bracket>[\[(])|\s{3,}|/\s*|[-–—]\s+)\s*(?:(?:NASDAQ|NYSE|AMEX|OTC)\w*\s*:?\s*)?"
    r"[\"']?(?P<symbol>[A-Z][A-Z.]{0,5})[\"']?\s*[\])]?\s*$"
)
_ENDS_A_NAME = frozenset(
    ("INC", "CORP", "CO", "LTD", "LLC", "LP", "PLC", "SA", "NV", "AG", "GROUP", "TRUST", "BANK", "FUND")
)
_RELATIONS = {
    "is_director": re.compile(r"\bdirector\b", re.I),
    "is_ten_percent_owner": re.compile(r"\b10\s?%\s+owner\b", re.I),
    "is_officer": re.compile(r"\bofficer\b(?:\s+\(give\s+title\s+below\))?", re.I),
    "is_other": re.compile(r"\bother\b(?:\s+\(specify\s+below\))?", re.I),
}
_ASKED = re.compile(
    r"(?<![A-Za-z][ ])director\b(?![ ]+of)|10[ ]?%[ ]+owner"
    r"|(?:officer|other)\s*\((?:give\s+title|specify)(?:\s+below)?\)?|below\)"
    r"|\(check\s+(?:all\s+)?applicable[^)]*\)|[\[({/|][ _]*[xX]?[ _]*[\])}/|]|\bx\b|[☐☒_]+|\(?title:?\)?",
    re.I,
)
_MONTH = re.compile(
    r"\b(?:(?P<word>[A-Z][a-z]{2,8})\.?,?\s+(?P<year>\d{4})|(?P<month>\d{1,2})\s?/\s?(?P<short>\d{4}|\d{2}))(?![\d/])"
)


def read_boxes(text: str) -> tuple[Issuer, ReportingOwner, dt.date | None]:
    """The issuer, the (first) owner and the period; what a box does not tell is None."""
    boxes = _boxes(text[:LONGEST_HEAD])
    return _issuer(boxes.get("issuer", "")), _owner(boxes), _period(boxes.get("period", ""))


def _boxes(head: str) -> dict[str, str]:
    """Box -> its text, for captions that have a line or a cell for themselves."""
    boxes: dict[str, str] = {}
    beside = False
    for caption, end in up_to_next(list(_CAPTION.finditer(head)), len(head)):
        if caption.lastgroup == "table":
            break
        text = head[caption.end() : end]
        parted = end == len(head) or "\n" in text or "\t" in text
        if parted and not beside:
            boxes.setdefault(caption.lastgroup or "", text)
        beside = not parted
    return boxes


def _lines(box: str) -> list[str]:
    """Lines with words; not the next box's number, not the hint behind the caption."""
    lines = (line.strip(" \t*|") for line in re.split(r"[\n\t]", box))
    return [
        line
        for line in lines
        if not _RULE.fullmatch(line) and not _NUMBERED.match(line) and not line.startswith("(Month")
    ]


def _issuer(box: str) -> Issuer:
    lines = _lines(box)
    if not lines:
        return Issuer()
    name = re.sub(r"\s{3,}", "   ", lines[0])
    symbol = _symbol(name)
    lone = re.fullmatch(r"[\[(]?([A-Z.]{1,5})[\])]?", lines[1]) if symbol is None and len(lines) > 1 else None
    printed = name[: symbol.start()] if symbol else name
    return Issuer(
        name=" ".join(printed.split()) or None, trading_symbol=symbol["symbol"] if symbol else lone[1] if lone else None
    )


def _symbol(issuer: str) -> re.Match[str] | None:
    """The symbol behind the name. Without brackets `EXAMPLE CORP /DE` has its state there, `EXAMPLE   INC` its end."""
    found = _SYMBOL.search(issuer)
    if found is None or found["bracket"]:
        return found
    word = found["symbol"].replace(".", "")
    return None if word in _ENDS_A_NAME or is_state(word) else found


def _owner(boxes: dict[str, str]) -> ReportingOwner:
    name, street, city = _name_and_address(boxes.get("owner", ""))
    relation = boxes.get("relation", "")
    boxed = read_row(relation, _RELATIONS)
    # A box that is left blank where others are ticked is an answer.
    told = {name: bool(ticked) for name, ticked in boxed.items()} if any(boxed.values()) else {}
    title = next((line for line in _lines(_ASKED.sub(" ", relation)) if re.search(r"[A-Za-z]{2}", line)), None)
    words = " ".join(title.split()).strip(" :()") if title else None
    owner = ReportingOwner(
        name=name,
        address=read_address([line for line in (street, city) if line]),
        officer_title=words if told.get("is_officer") else None,
        other_text=words if told.get("is_other") and not told.get("is_officer") else None,
    )
    return owner.model_copy(update=told)


def _name_and_address(box: str) -> tuple[str | None, str | None, str | None]:
    """The three lines above "(Last)", "(Street)" and "(City)"; without those captions, the first is the name."""
    pieces = re.split(r"\(\s*(?:last|street|city)\b", box, flags=re.I)
    if len(pieces) == 1:
        lines = _lines(box)
        return lines[0] if lines else None, ", ".join(lines[1:-1]) or None, lines[-1] if len(lines) > 2 else None
    words = [
        " ".join(", ".join(_lines(_PART.sub(" ", f"({piece}" if place else piece))).split())
        for place, piece in enumerate(pieces)
    ]
    name, street, city = (*words, "", "", "")[:3]
    return _behind(name), _behind(street), _behind(city)


def _behind(words: str) -> str | None:
    """Without the captions' rest: "(First) (Middle)" belongs to the line above."""
    return re.sub(r"^\W*\(?(?:first|middle|state|zip)\)?\W*", "", words, flags=re.I).strip(" ,") or None


def _period(box: str) -> dt.date | None:
    """A day, else the month's last one, as EDGAR has it in its headers."""
    if dates := dates_in(box):
        return dates[0][1]
    found = _MONTH.search(box)
    number = found and (int(found["month"]) if found["month"] else month_number(found["word"]))
    if not found or not number or number > 12:
        return None
    year = full_year(int(found["year"] or found["short"]))
    return dt.date(year, number, calendar.monthrange(year, number)[1])
