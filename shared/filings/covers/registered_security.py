"""The table "Securities registered pursuant to Section 12(b) of the Act" on a cover.

Title and exchange since always, the trading symbol between them since 2019 (Release 33-10618).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from filings.covers.cover_captions import is_nothing
from filings.record import Security
from filings.text.characters import in_small_letters

__all__ = ["read_securities"]

_TABLE = re.compile(
    r"securities\s+registered\s+(?:or\s+to\s+be\s+registered\s+)?(?:pursuant\s+to|under)\s+section\s+12\(b\)", re.I
)
_END = re.compile(
    r"""(?imx) indicate\s+by\s+check | ^[^\w\n]*+none\W*$ | ^item\s+\d | ^[ \t]*[_-]{8,}[ \t]*\n\s*(?:\([a-z\d]\)|\*)
      | securities\s+registered\s+(?:or\s+to\s+be\s+registered\s+)?(?:pursuant\s+to|under)\s+section\s+12\(g\)"""
)
_HEAD = re.compile(
    r"""(?x) title\s+of\s+(?:each|securit|class) | trading\s*symbol | name\s+of\s+(?:each\s+)?exchange
      | which\s+registered | exchange\s+on\s+which
      | ^\W*(?:title(?:\s+of)?|name\s+of\s+each|exchange|registered|trading|registrant
      | of\s+the\s+(?:securities\s+)?(?:exchange\s+)?act(?:\s+of\s+1934)?:?
      | (?:ticker\s+)?symbols?\(?s?\)? | (?:each\s+)?class)\W*$"""
)
LONGEST_EXCHANGE = 80
"""Characters; a longer cell that speaks of an exchange is a sentence below the table."""

_REGISTRANT = re.compile(r"\W*registrant\W*", re.I)
_EXCHANGE = re.compile(r"nasdaq|exchanges?\b|nyse|\bcboe|\bbats\b|\bOTC|\bIEX\b|market\b", re.I)
_SYMBOL = re.compile(
    r"(?!(?:NYSE|NASDAQ|CBOE|BATS|OTC\w*)\b)[A-Z][A-Z0-9]{0,6}(?:[ ./-][A-Z0-9]{1,4}){0,2}(?:\s*\(\d+\))?"
)
# "New York Stock / Exchange": an exchange's name over the lines of its cell.
_BROKEN_EXCHANGE = re.compile(
    r"(?i)\b(York|stock|nasdaq|global|select|capital|nyse|chicago)[ ]?\n[ ]?"
    r"(?=(?:stock|exchange|global|select|capital|market|american|arca|LLC|Inc)\b)"
)
_FOOTNOTE = re.compile(r"(?:\(\d\)|\*{1,3}|†)\s*\S.{20}")
_EXCHANGE_AND_SYMBOL = re.compile(r"(?:NYSE|NASDAQ|OTC\w*)\s*:\s*([A-Z][A-Z0-9./ -]{0,9})", re.I)


def read_securities(cover: str) -> tuple[Security, ...]:
    """The rows of the table; () where the cover has none."""
    found = _TABLE.search(cover)
    if not found:
        return ()
    ends = _END.search(cover, found.end())
    table = cover[found.end() : ends.start() if ends else found.end() + 8000]
    lines = _BROKEN_EXCHANGE.sub(r"\1 ", table).split("\n")
    cells = [cell.strip(' “”"') for line in lines for cell in re.split(r"\t| {2,}", line)]
    named = any(_REGISTRANT.fullmatch(cell) for cell in cells)
    kept = [cell for cell in cells if _is_value(cell)]
    return tuple(security for row in _rows(kept) for security in _securities(row, named=named))


def _is_value(cell: str) -> bool:
    if _HEAD.search(in_small_letters(cell)) or _FOOTNOTE.match(cell):
        return False
    return bool(re.search(r"\w", cell)) or cell == "—"


def _rows(cells: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Exchanges' names end a row, and it begins with what stands before them; several stand in one cell, as lines."""
    row: list[str] = []
    for is_exchange, run in groupby(cells, _is_exchange):
        if is_exchange and row:
            yield row, list(run)
            row = []
        else:
            row += [_symbol_alone(cell) for cell in run]


def _is_exchange(cell: str) -> bool:
    if len(cell) > LONGEST_EXCHANGE or _SYMBOL.fullmatch(cell) or _EXCHANGE_AND_SYMBOL.fullmatch(cell):
        return False
    return bool(_EXCHANGE.search(cell))


def _symbol_alone(cell: str) -> str:
    match = _EXCHANGE_AND_SYMBOL.fullmatch(cell)
    return match[1] if match else cell


def _securities(row: tuple[list[str], list[str]], *, named: bool) -> list[Security]:
    """One security a row, or as many as there are exchanges where the titles are as many.

    named: the table's first column is the registrant.
    """
    titles, exchanges = row
    at = len(titles)
    while at > 1 and (_SYMBOL.fullmatch(titles[at - 1]) or is_nothing(titles[at - 1])):
        at -= 1
    symbols, titles = titles[at:], titles[1 if named and at > 1 else 0 : at]
    if len(titles) != len(exchanges) or len(exchanges) == 1:
        titles, exchanges = [" ".join(titles)], [", ".join(dict.fromkeys(exchanges))]
    symbols += [""] * len(titles)
    return [
        Security(title=title or None, trading_symbol=_symbol(symbol), exchange=exchange)
        for title, symbol, exchange in zip(titles, symbols, exchanges, strict=False)
        if not is_nothing(title)
    ]


def _symbol(printed: str) -> str | None:
    return None if is_nothing(printed) else re.sub(r"\s*\(\d+\)", "", printed)
