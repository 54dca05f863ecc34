"""Tables I and II of Forms 3, 4 and 5 drawn with bars, as one program of the years before 2003 drew them.

    Options to Purchase Co|$12.50  |1/18/|M   | |2,000      |D  |1/1/9|1/1/0|Common Stock|2,000  |-      |8,000
    mmon Stock            |        |00   |    | |           |   |8    |8    |            |       |       |
    - ---------------------------------------------------------------------------------------------------------

A row ends with a drawn line. What is too wide for its column goes on below, wherever the column ends. The columns are
told by their number. A table with a row of another number is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from filings.ownership.ownership_lines import price_of
from filings.ownership.ownership_record import DerivativeRow, OwnershipRow
from filings.text.date_in_words import dates_in
from filings.text.up_to_next import up_to_next
from filings.xml.edgar_values import decimal_of

__all__ = ["is_barred", "read_bars"]

FEWEST_BARS = 4
LONGEST_TABLE = 200_000
"""Characters."""
_TABLE = re.compile(r"^[ \t|]*table\s+(?P<number>I{1,2})\b", re.I | re.M)
_END = re.compile(r"explanation\s+of\s+responses|\bsignature\s+of\s+reporting|^[^\n]{0,80}/s/", re.I | re.M)
_DRAWN = re.compile(r"[ \t|]*+(?:-[ ])?+[-_=]{5,}+[-_=|]*+[ \t|]*+|</?(?:TABLE|CAPTION|PAGE|S)>[^\n]*|[ \t]*+", re.I)
_HEADING = re.compile(r"title\s+of|\btable\s+I", re.I)
_NOTES = re.compile(r"\s?\((\d{1,2})\)")

_TRADE = ("transactionDate", "transactionCode", "")
_AMOUNT = ("transactionShares", "transactionAcquiredDisposedCode")
_OWNED = ("sharesOwnedFollowingTransaction", "directOrIndirectOwnership", "natureOfOwnership")
_UNDERLYING = ("exerciseDate", "expirationDate", "underlyingSecurityTitle", "underlyingSecurityShares")
_COLUMNS: dict[tuple[str, int], tuple[str, ...]] = {
    ("I", 4): ("securityTitle", *_OWNED),
    ("I", 10): ("securityTitle", *_TRADE, *_AMOUNT, "transactionPricePerShare", *_OWNED),
    ("II", 8): ("securityTitle", *_UNDERLYING, "conversionOrExercisePrice", *_OWNED[1:]),
    ("II", 15): (
        *("securityTitle", "conversionOrExercisePrice", *_TRADE, *_AMOUNT),
        *(*_UNDERLYING, "transactionPricePerShare", *_OWNED),
    ),
}
_DATES = frozenset(("transactionDate", "exerciseDate", "expirationDate"))
_PRICES = frozenset(("transactionPricePerShare", "conversionOrExercisePrice"))
_NUMBERS = frozenset(("transactionShares", "sharesOwnedFollowingTransaction", "underlyingSecurityShares"))
_CODES = {"transactionCode": r"[A-Z]", "transactionAcquiredDisposedCode": r"[AD]", "directOrIndirectOwnership": r"[DI]"}


def is_barred(text: str) -> bool:
    """Whether the tables are drawn with bars and lines between their rows."""
    tables = list(_tables(text))
    lines = [line for _, table in tables for line in table if not _DRAWN.fullmatch(line)]
    return bool(lines) and all(line.rstrip().endswith("|") for line in lines)


def read_bars(text: str) -> tuple[tuple[OwnershipRow, ...], tuple[DerivativeRow, ...], bool]:
    """The rows of both tables in order; a table of which a row cannot be read has none. Last, whether all were read."""
    rows: dict[str, list[dict[str, Any]]] = {"I": [], "II": []}
    whole = True
    for number, table in _tables(text):
        cells = [cells for block in _blocks(table) if (cells := _cells(block)) is None or any(cells)]
        known = [(one, _COLUMNS.get((number, len(one)))) for one in cells if one is not None]
        if len(known) < len(cells) or not all(columns for _, columns in known):
            whole = False
            continue
        rows[number] += [_fields(columns or (), one) for one, columns in known]
    return tuple(OwnershipRow(**row) for row in rows["I"]), tuple(DerivativeRow(**row) for row in rows["II"]), whole


def _tables(text: str) -> Iterator[tuple[str, list[str]]]:
    """Number and lines of each table, below its title."""
    for title, end in up_to_next(list(_TABLE.finditer(text)), len(text)):
        table = text[title.start() : min(end, title.start() + LONGEST_TABLE)]
        last = _END.search(table)
        yield title["number"].upper(), table[: last.start() if last else None].split("\n")[1:]


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines between two that are drawn; the headings are none."""
    block: list[str] = []
    for line in [*lines, ""]:
        if not _DRAWN.fullmatch(line):
            block.append(line.rstrip())
        elif block:
            if not _HEADING.search(block[0]):
                yield block
            block = []


def _cells(block: Sequence[str]) -> list[str] | None:
    """The texts of a row's cells; None where its lines are not parted alike."""
    parted = [line.removesuffix("|").split("|") for line in block]
    widths = [[len(piece) for piece in pieces] for pieces in parted]
    if len(parted[0]) < FEWEST_BARS or any(width != widths[0] for width in widths):
        return None
    # What fills its column has no blank behind it, and so goes on in the next line without one.
    return [" ".join("".join(pieces).split()) for pieces in zip(*parted, strict=True)]


def _fields(columns: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    """A row under EDGAR's names, with the footnotes that each field cites."""
    told = {name: cell for name, cell in zip(columns, cells, strict=True) if name and cell.strip("- ")}
    notes = {
        name: tuple(f"F{note}" for note in found) for name, cell in told.items() if (found := _NOTES.findall(cell))
    }
    row = {name: _value(name, _NOTES.sub("", cell).strip(" -")) for name, cell in told.items()}
    kind = "transaction" if row.get("transactionCode") or row.get("transactionDate") else "holding"
    return {name: value for name, value in row.items() if value is not None} | {"kind": kind, "footnoteIds": notes}


def _value(name: str, text: str) -> object:
    if name in _DATES:
        dates = dates_in(text)
        return dates[0][1] if dates else None
    if name in _PRICES:
        return price_of(text)
    if name in _NUMBERS:
        return decimal_of(text)
    if name in _CODES:
        return text if re.fullmatch(_CODES[name], text) else None
    return text or None
