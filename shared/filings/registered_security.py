"""The table "Securities registered pursuant to Section 12(b) of the Act" on a cover since 2019."""

from __future__ import annotations

import re

from filings.record import Security

__all__ = ["read_securities"]

_TABLE = re.compile(
    r"securities\s+registered\s+(?:or\s+to\s+be\s+registered\s+)?(?:pursuant\s+to|under)\s+section\s+12\(b\)", re.I
)
_END = re.compile(
    r"indicate\s+by\s+check|securities\s+registered\s+(?:or\s+to\s+be\s+registered\s+)?(?:pursuant\s+to|under)\s+section\s+12\(g\)|^\W*none\W*$|^item\s+\d",
    re.I | re.M,
)
_HEAD = re.compile(
    r"title\s+of\s+(?:each|securit)|trading\s*symbol|name\s+of\s+(?:each\s+)?exchange|on\s+which\s+registered|^\W*trading\W*$|^\W*(?:ticker\s+)?symbols?\(?s?\)?\W*$|^registrant$|^\W*class\W*$|^each\s+class",
    re.I,
)
_EXCHANGE = re.compile(r"nasdaq|exchange|nyse|\bcboe|\bbats\b|\bOTC|\bIEX\b|market", re.I)
_SYMBOL = re.compile(r"[A-Z][A-Z0-9]{0,6}(?:[ ./-][A-Z0-9]{1,4}){0,2}(?:\s*\(\d+\))?")
_NO_SYMBOL = re.compile(r"\W*(?:n/?a|none|not applicable)?\W*", re.I)


def read_securities(cover: str) -> tuple[Security, ...]:
    """The rows of the table; () where the cover has none."""
    found = _TABLE.search(cover)
    if not found:
        return ()
    ends = _END.search(cover, found.end())
    lines = cover[found.end() : ends.start() if ends else found.end() + 8000].split("\n")
    cells = [cell.strip() for line in lines for cell in re.split(r"\t| {3,}", line)]
    return _rows(
        [
            cell
            for cell in cells
            if (cell and not _HEAD.search(cell) and not re.fullmatch(r"of the Act:?|\W*", cell, re.I)) or cell == "—"
        ]
    )


def _rows(cells: list[str]) -> tuple[Security, ...]:
    """An exchange's name ends a row; the symbol stands before it; the rest is the title, however many lines."""
    rows: list[Security] = []
    row: list[str] = []
    for cell in cells:
        if _EXCHANGE.search(cell) and row and not _SYMBOL.fullmatch(cell):
            rows.append(_security(row, cell))
            row = []
        else:
            row.append(cell)
    return tuple(rows)


def _security(row: list[str], exchange: str) -> Security:
    symbol = None
    title = row
    if len(row) > 1 and (_SYMBOL.fullmatch(row[-1]) or _NO_SYMBOL.fullmatch(row[-1])):
        title = row[:-1]
        symbol = None if _NO_SYMBOL.fullmatch(row[-1]) else re.sub(r"\s*\(\d+\)", "", row[-1])
    return Security(title=" ".join(title) or None, trading_symbol=symbol, exchange=exchange)
