"""Table I of Forms 3, 4 and 5 drawn with blanks, as filed before 2003-06-30: a line a transaction or holding.

    Common Stock      3/15/99    S     1,000(1)   D    $12.50    24,000    D
    Common Stock                                                  4,200    I    By Trust

The table is read whole or not at all: a line with a date that is no row, or words that belong to none, leave it text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from filings.ownership.ownership_record import OwnershipRow
from filings.text.date_in_words import dates_in
from filings.xml.edgar_values import decimal_of

__all__ = ["has_derivatives", "price_of", "read_lines"]

LONGEST_LINE = 400
LONGEST_TABLE = 200_000
"""Characters: two thousand lines."""
_DERIVATIVES = re.compile(r"\btable\s+II\b", re.I)
_BEGIN = re.compile(r"\btable\s+I\b(?!\s*I)", re.I)
_END = re.compile(
    r"\btable\s+II\b|explanation\s+of\s+responses|\bsignature\s+of\s+reporting|^[^\n]{0,80}/s/|^[ \t]*reminder\s*:",
    re.I | re.M,
)
_DATE = r"\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})"
_AMOUNT = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
_PRICE = rf"\$?\s?(?:{_AMOUNT}|\.\d{{1,4}})(?:[ -]\d{{1,2}}/\d{{1,2}})?|\$?\d{{1,2}}/\d{{1,2}}(?!/)|N/?A|-{{1,3}}|-0-"

_CENTS = r"\$\s?\d[\d,]{0,9}(?:\.\d{1,4})?|\d{0,6}\.\d{2,4}|N/?A|-0-"


def _field(name: str, pattern: str) -> str:
    return rf"(?P<{name}>{pattern})(?P<{name}_notes>(?:\s?\(\d{{1,2}}\))*)"


_TITLE = _field("securityTitle", r"[A-Za-z](?:[^\s]|\s(?!\s)){2,80}")
_OWNED = _field("sharesOwnedFollowingTransaction", _AMOUNT)
_NATURE = r"(?!(?:\(\d{1,2}\)\s*)+$)[A-Za-z(][^\n]{0,120}"
_HOW = (
    rf"\s+\(?{_field('directOrIndirectOwnership', '[DI]')}\)?(?:\s+(?P<natureOfOwnership>{_NATURE}))?"
    r"(?P<natureOfOwnership_notes>(?:\s+\(\d{1,2}\))*)"
)
_MADE = (
    rf"\s*{_TITLE}\s+{_field('transactionDate', _DATE)}(?:\s+{_DATE})?"
    rf"\s+{_field('transactionCode', '[A-Z]')}(?:/K)?(?:\s+V)?"
    rf"\s+{_field('transactionShares', _AMOUNT)}\s+\(?{_field('transactionAcquiredDisposedCode', '[AD]')}\)?"
)
# A number alone behind the transaction is its price if it has dollars and cents, and else may be what is owned.
_TRANSACTIONS = tuple(
    re.compile(_MADE + tail + r"\s*")
    for tail in (
        rf"\s+{_field('transactionPricePerShare', _PRICE)}\s+{_OWNED}(?:{_HOW})?",
        rf"\s+(?!(?:{_CENTS})\s){_OWNED}{_HOW}",
        rf"\s+{_field('transactionPricePerShare', _CENTS)}(?:{_HOW})?",
        "",
    )
)
_HOLDING = re.compile(rf"\s*{_TITLE}\s{{2,}}{_OWNED}{_HOW}\s*")
_DATED = re.compile(rf"(?<![\d/]){_DATE}(?![\d/])")
# What no heading has: a date whose end is missing, thousands, dollars.
_UNCLEAR = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d?(?![\d/])|\d,\d{3}(?!\d)|\$[ ]?\d")
_FRACTION = re.compile(r"(?:(?P<whole>\d*)[ -])?(?P<over>\d{1,2})/(?P<under>\d{1,2})")
_DRAWN = re.compile(r"[\s_=*|.-]*|</?(?:TABLE|CAPTION|PAGE)>\s*", re.I)
_HEADING = re.compile(
    r"\b(?:instr|title of|transaction|acquired|disposed|ownership|beneficial|securit(?:y|ies)|amount|price)\b"
    r"|\b(?:nature|code)\b|mm/dd|\(A\) or",
    re.I,
)
_NUMBERS = ("transactionShares", "sharesOwnedFollowingTransaction")


def read_lines(text: str) -> tuple[OwnershipRow, ...]:
    """The rows of Table I in order; () where a line of it cannot be read for certain."""
    begin = _BEGIN.search(text)
    table = text[begin.end() : begin.end() + LONGEST_TABLE] if begin else ""
    end = _END.search(table)
    rows = list(_rows(table[: end.start() if end else None].split("\n")[1:]))
    return () if None in rows else tuple(row for row in rows if row is not None)


def has_derivatives(text: str) -> bool:
    """Whether Table II, which is not read, has a line with a date."""
    begin = _DERIVATIVES.search(text)
    table = text[begin.end() : begin.end() + LONGEST_TABLE] if begin else ""
    end = _END.search(table)
    return bool(_DATED.search(table[: end.start() if end else None]))


def _rows(lines: list[str]) -> Iterator[OwnershipRow | None]:
    """A row, or None for a line that cannot be told. Headings stand above the first row."""
    read = 0
    for line in lines:
        plain = re.sub(r"[|\t]", "  ", line[:LONGEST_LINE])
        patterns = _TRANSACTIONS if _DATED.search(plain) else (_HOLDING,)
        match = next((found for pattern in patterns if (found := pattern.fullmatch(plain))), None)
        if match:
            read += 1
            yield OwnershipRow(**_fields(match))
        elif _is_unclear(plain, below_rows=read > 0):
            yield None


def _is_unclear(line: str, *, below_rows: bool) -> bool:
    """Whether a line that is no row is no heading either."""
    if _DATED.search(line) or _UNCLEAR.search(line):
        return True
    return below_rows and not _DRAWN.fullmatch(line) and not _HEADING.search(line)


def _fields(match: re.Match[str]) -> dict[str, Any]:
    """The row under EDGAR's names, with the footnotes that each field cites."""
    told = {name: " ".join(words.split()) for name, words in match.groupdict().items() if words and words.strip()}
    notes = {
        name[:-6]: tuple(f"F{note}" for note in re.findall(r"\d+", words))
        for name, words in told.items()
        if name.endswith("_notes")
    }
    row: dict[str, Any] = {name: words for name, words in told.items() if not name.endswith("_notes")}
    row |= {name: decimal_of(row[name]) for name in _NUMBERS if name in row}
    if "transactionDate" in row:
        dates = dates_in(row["transactionDate"])
        row["transactionDate"] = dates[0][1] if dates else None
    if "transactionPricePerShare" in row:
        row["transactionPricePerShare"] = price_of(row["transactionPricePerShare"])
    return row | {"kind": "transaction" if "transactionCode" in row else "holding", "footnoteIds": notes}


def price_of(words: str) -> Decimal | None:
    """Dollars; `12 1/2` is 12.5, as quoted until 2001. None for "N/A" and a dash."""
    plain = words.strip("$ ")
    fraction = _FRACTION.fullmatch(plain)
    if fraction is None:
        return Decimal(0) if plain == "-0-" else decimal_of(plain)
    if not int(fraction["under"]):
        return None
    return Decimal(fraction["whole"] or 0) + Decimal(fraction["over"]) / Decimal(fraction["under"])
