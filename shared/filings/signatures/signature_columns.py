"""Signatures that stand side by side, put one below the other, each with its name and title.

By  /s/ Jane Doe              By  /s/ John Roe
    Jane Doe                      John Roe
    President                     Treasurer
"""

from __future__ import annotations

import re

__all__ = ["one_below_the_other"]

ROWS = 8
"""Lines of a signature: itself, the rule, the name, a title of a few lines."""

FARTHEST = 12
"""Characters that a cell may run beyond its column's edge."""

_COLUMN_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_DATE = re.compile(r"\bdated?\b", re.I)
_GAP = re.compile(r" {3,}(?=\S)")


def one_below_the_other(block: str, signed: re.Pattern[str]) -> str:
    """The block with each row of side-by-side signatures read column by column."""
    lines = block.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        marks = [match.start() for match in signed.finditer(lines[at])]
        if len(marks) < 2:
            out.append(lines[at])
            at += 1
            continue
        rows = lines[at : at + _rows(lines, at, signed)]
        if "\t" in rows[0]:
            out += _by_cells(rows)
        else:
            out += _by_columns([*_heads(out), *rows], rows[0], marks)
        at += len(rows)
    return "\n".join(out)


def _rows(lines: list[str], at: int, signed: re.Pattern[str]) -> int:
    """How many lines belong to the signatures in line `at`: up to the next signature or two empty lines."""
    for n in range(1, min(ROWS, len(lines) - at)):
        if signed.search(lines[at + n]) or not (lines[at + n - 1].strip() or lines[at + n].strip()):
            return n
    return min(ROWS, len(lines) - at)


def _by_cells(rows: list[str]) -> list[str]:
    cells = [row.split("\t") for row in rows]
    width = len(cells[0])
    whole = [row for row in cells if len(row) == width]
    rest = ["\t".join(row) for row in cells if len(row) != width]
    return [line for column in range(width) for line in (*(row[column] for row in whole), "")] + rest


def _heads(out: list[str]) -> list[str]:
    """The names above the signatures, taken off `out` where they are set in columns too, and the blanks below them."""
    heads: list[str] = []
    while out and len(heads) < 4 and not out[-1].strip():
        heads.append(out.pop())
    if out and "  " in out[-1].strip() and not _DATE.search(out[-1]):
        return [out.pop(), *heads]
    out += heads
    return []


def _by_columns(rows: list[str], signed_row: str, marks: list[int]) -> list[str]:
    """Columns begin behind the gap before each signature."""
    edges = [0]
    for mark in marks[1:]:
        gaps = [gap.end() for gap in _GAP.finditer(signed_row[:mark])]
        edges.append(gaps[-1] if gaps else mark)
    ends = [*edges[1:], max(len(row) for row in rows) + 1]
    out = []
    for start, end in zip(edges, ends, strict=True):
        out += [*(row[_edge(row, start) : _edge(row, end)].strip() for row in rows), ""]
    return out


def _edge(row: str, column: int) -> int:
    """The gap nearest to a column's edge, or the blank before it, so that no word is cut."""
    if column <= 0 or column >= len(row) or row[column - 1] == " ":
        return column
    gaps = [gap.end() for gap in _COLUMN_GAP.finditer(row) if abs(gap.end() - column) <= FARTHEST]
    return min(gaps, key=lambda end: abs(end - column)) if gaps else row.rfind(" ", 0, column) + 1 or column
