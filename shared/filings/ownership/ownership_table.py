"""The tables of EDGAR's HTML rendering of a Form 3, 4 or 5: one cell a field, empty ones too, in fixed columns.

    <td><span class="FormData">54,666</span><span class="FootnoteData"><sup>(2)</sup></span></td>

Which form it is shows in the number of cells: form 3 has no transactions, form 5 no column V.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from filings.ownership.ownership_record import DerivativeRow, OwnershipRow
from filings.record import Warning
from filings.text.character_reference import unescape
from filings.xml.edgar_values import Values

__all__ = ["cited", "read_tables"]

_TABLE = re.compile(r"Table (I{1,2})\s*-", re.I)
_BODY = re.compile(r"<tbody\b[^<>]*>(.*?)</tbody>", re.I | re.S)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)</tr>", re.I | re.S)
_CELL = re.compile(r"<td\b[^<>]*?(?:/>|>(.*?)</td>)", re.I | re.S)
_VALUE = re.compile(r'<span class="(?:Small)?FormData[A-Z]?">([^<>]*)</span>', re.I)
_NOTE = re.compile(r"\(\s*(\d{1,3})\s*\)")
_NOTES = re.compile(r"<sup>(.*?)</sup>", re.I | re.S)

_TRADE = ("securityTitle", "transactionDate", "deemedExecutionDate", "transactionCode")
_AMOUNT = ("transactionShares", "transactionAcquiredDisposedCode", "transactionPricePerShare")
_OWNED = ("sharesOwnedFollowingTransaction", "directOrIndirectOwnership", "natureOfOwnership")
_OPTION = ("securityTitle", "conversionOrExercisePrice", *_TRADE[1:])
_UNDERLYING = ("exerciseDate", "expirationDate", "underlyingSecurityTitle", "underlyingSecurityShares")
_EARLY, _ACQUIRED, _DISPOSED = "transactionTimeliness", "acquired", "disposed"
_COLUMNS: dict[tuple[str, int], tuple[str, ...]] = {
    ("I", 4): ("securityTitle", *_OWNED),
    ("I", 10): (*_TRADE, *_AMOUNT, *_OWNED),
    ("I", 11): (*_TRADE, _EARLY, *_AMOUNT, *_OWNED),
    ("II", 8): ("securityTitle", *_UNDERLYING, "conversionOrExercisePrice", *_OWNED[1:]),
    ("II", 15): (*_OPTION, _ACQUIRED, _DISPOSED, *_UNDERLYING, "transactionPricePerShare", *_OWNED),
    ("II", 16): (*_OPTION, _EARLY, _ACQUIRED, _DISPOSED, *_UNDERLYING, "transactionPricePerShare", *_OWNED),
}
_DATES = frozenset(("transactionDate", "deemedExecutionDate", "exerciseDate", "expirationDate"))
_NUMBERS = frozenset(
    (
        "transactionShares",
        "transactionPricePerShare",
        "sharesOwnedFollowingTransaction",
        "conversionOrExercisePrice",
        "underlyingSecurityShares",
    )
)


def read_tables(source: str) -> tuple[tuple[OwnershipRow, ...], tuple[DerivativeRow, ...], list[Warning]]:
    """The rows of table I and of table II in order, and what could not be read in them."""
    values = Values([])
    non_derivative: list[OwnershipRow] = []
    derivative: list[DerivativeRow] = []
    for table, cells in _rows(source):
        if table == "I":
            non_derivative.append(OwnershipRow(**_fields(table, cells, values)))
        else:
            derivative.append(DerivativeRow(**_fields(table, cells, values)))
    return tuple(non_derivative), tuple(derivative), values.warnings


def cited(non_derivative: Sequence[OwnershipRow], derivative: Sequence[OwnershipRow]) -> dict[str, tuple[str, ...]]:
    """Footnote id -> the paths of the fields that cite it."""
    places: dict[str, tuple[str, ...]] = {}
    for table, rows in (("nonDerivative", non_derivative), ("derivative", derivative)):
        for number, row in enumerate(rows):
            for field, notes in row.footnote_ids.items():
                for note in notes:
                    places[note] = (*places.get(note, ()), f"{table}[{number}].{field}")
    return places


def _rows(source: str) -> Iterator[tuple[str, list[str]]]:
    """Table number and cells of each row that has one of the known shapes."""
    headings = list(_TABLE.finditer(source))
    for place, heading in enumerate(headings):
        end = headings[place + 1].start() if place + 1 < len(headings) else len(source)
        body = _BODY.search(source, heading.end(), end)
        for row in _ROW.finditer(body[1]) if body else ():
            cells = [cell[1] or "" for cell in _CELL.finditer(row[1])]
            if (heading[1].upper(), len(cells)) in _COLUMNS:
                yield heading[1].upper(), cells


def _fields(table: str, cells: Sequence[str], values: Values) -> dict[str, Any]:
    columns = _COLUMNS[table, len(cells)]
    texts = {name: _text(_VALUE.findall(cell)) for name, cell in zip(columns, cells, strict=True)}
    notes = {name: tuple(_notes(cell)) for name, cell in zip(columns, cells, strict=True)}
    for side, code in ((_ACQUIRED, "A"), (_DISPOSED, "D")):
        amount, cited_there = texts.pop(side, None), notes.pop(side, ())
        if amount:
            texts |= {"transactionShares": amount, "transactionAcquiredDisposedCode": code}
            notes["transactionShares"] = cited_there
    row: dict[str, Any] = {name: _value(name, text, values) for name, text in texts.items() if text}
    kind = "transaction" if texts.get("transactionDate") or texts.get("transactionCode") else "holding"
    return row | {"kind": kind, "footnoteIds": {name: ids for name, ids in notes.items() if ids}}


def _value(name: str, text: str, values: Values) -> object:
    if name in _DATES:
        return values.date(text, name)
    return values.decimal(text, name) if name in _NUMBERS else text


def _text(pieces: Iterable[str]) -> str | None:
    return " ".join(" ".join(unescape(piece) for piece in pieces).split()) or None


def _notes(cell: str) -> Iterator[str]:
    for marks in _NOTES.findall(cell):
        yield from (f"F{number}" for number in _NOTE.findall(marks))
