"""CUSIP numbers as tables print them: `037833100`, `037833 10 0`, `037833-10-0`; some lost their leading zeros.

Six characters for the issuer, two for the issue, a check digit (ANSI X9.6). Abroad the first is a letter (CINS).
"""

from __future__ import annotations

import re

from filings.holdings.text_cells import Span, cells_of, overlap

__all__ = ["compact", "find_cusip", "is_valid", "with_zeros", "without_padding"]

# The shape, wherever it stands: a number of nine digits has it too.
_CUSIP = re.compile(
    r"(?<![\w.,/&-])[0-9A-Z][0-9][0-9][0-9A-Z]{3}[ -]{0,2}[0-9A-Z]{2}[ -]{0,2}[0-9](?![\w.,/-])", re.I | re.ASCII
)
_LETTER = re.compile(r"[A-Za-z]")
_PADDED = re.compile(r"(?<!\S)([0-9A-Z][0-9][0-9][0-9A-Z]{5}[0-9])000(?!\S)", re.I | re.ASCII)
_TOTAL = re.compile(r"total", re.I)
_PARTED = re.compile(r"(?<![\w.,/&-])[0-9A-Z]{5,7}[ -][0-9A-Z]{2}[ -][0-9](?![\w.,/-])", re.I | re.ASCII)
_SHORT = re.compile(r"(?=(?:[A-Z]*\d){3})[0-9A-Z]{6,9}", re.I | re.ASCII)


def compact(printed: str) -> str:
    """A printed CUSIP without the blanks and dashes between its parts."""
    return printed.replace(" ", "").replace("-", "")


def is_valid(cusip: str) -> bool:
    """Whether the check digit of a compact CUSIP is right; one random number in ten passes."""
    if len(cusip) != 9 or not cusip.isascii() or not cusip.isalnum() or not cusip[8].isdigit():
        return False
    total = 0
    for place, character in enumerate(cusip[:8].upper()):
        value = int(character, 36) * (place % 2 + 1)
        total += value // 10 + value % 10
    return (10 - total % 10) % 10 == int(cusip[8])


def with_zeros(cusip: str) -> str:
    """A compact CUSIP with the zeros that a spreadsheet took from its front, where its check digit proves them."""
    whole = cusip.zfill(9)
    return whole if len(cusip) < 9 and is_valid(whole) else cusip


def without_padding(line: str) -> str:
    """A table's line whose CUSIP a filer's program made twelve characters long, with blanks for the last three."""
    padded = _PADDED.search(line)
    if padded is None or not _LETTER.search(line, 0, padded.start()):
        return line
    return f"{line[: padded.end(1)]}   {line[padded.end() :]}"


def find_cusip(line: str, column: Span | None, heading: Span | None) -> Span | None:
    """Where a table's line has its CUSIP: by its check digit, by its column, behind the name.

    column: where the row above had it; heading: where the word CUSIP stands above.
    """
    found = [match.span() for match in _CUSIP.finditer(line)]
    for span in found:
        if is_valid(compact(line[slice(*span)])) or (column and abs(span[0] - column[0]) <= 3):
            return span
    named = next((span for span in found if _LETTER.search(line, 0, span[0])), None)
    return (
        named
        or _touched(line, column)
        or _parted(line, column)
        or _short(line, column or heading)
        or _short_anywhere(line, heading)
    )


def _touched(line: str, column: Span | None) -> Span | None:
    """In the column, where the class runs into it."""
    span = (column[1] - 9, column[1]) if column else (0, 0)
    return span if is_valid(line[slice(*span)]) else None


def _parted(line: str, column: Span | None) -> Span | None:
    """In the column, in three parts as the others, where a character was typed twice or left out."""
    found = (match.span() for match in _PARTED.finditer(line)) if column else ()
    return next((span for span in found if column and overlap(span, column) and line[: span[0]].strip()), None)


def _short(line: str, column: Span | None) -> Span | None:
    """Without its leading zeros, in the column."""
    if column is None or not line[: column[0]].strip():
        return None
    words = (cell for cell in cells_of(line) if _SHORT.fullmatch(cell.text))
    return next((cell.span for cell in words if overlap(cell.span, column)), None)


def _short_anywhere(line: str, heading: Span | None) -> Span | None:
    """Without its leading zeros, behind the name, in a table whose columns do not stand below one another."""
    cells = cells_of(line)
    if heading is None or not cells or cells[0].number is not None or _TOTAL.search(line):
        return None
    candidates = (cell for cell in cells if _SHORT.fullmatch(cell.text) or cell.number is not None)
    first = next(candidates, None)
    return first.span if first and _SHORT.fullmatch(first.text) and is_valid(first.text.zfill(9)) else None
