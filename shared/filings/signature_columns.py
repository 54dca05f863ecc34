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
        out += _by_cells(rows) if "\t" in rows[0] else _by_columns(rows, marks)
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


def _by_columns(rows: list[str], marks: list[int]) -> list[str]:
    """Columns begin behind the gap before each signature."""
    edges = [0]
    for mark in marks[1:]:
        gaps = [gap.end() for gap in _GAP.finditer(rows[0][:mark])]
        edges.append(gaps[-1] if gaps else mark)
    ends = [*edges[1:], max(len(row) for row in rows) + 1]
    out = []
    for start, end in zip(edges, ends, strict=True):
        out += [*(row[_edge(row, start) : _edge(row, end)].strip() for row in rows), ""]
    return out


def _edge(row: str, column: int) -> int:
    """The blank nearest to a column's edge, so that no word is cut."""
    if column <= 0 or column >= len(row) or row[column - 1] == " ":
        return column
    before = row.rfind(" ", 0, column)
    return before + 1 if before >= 0 else column
