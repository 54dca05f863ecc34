"""The cells of a line of a text table: words and numbers with the columns that they stand in.

Filers draw columns with blanks; EDGAR's `<S>` and `<C>` tags or the headings tell where they are, roughly. `text_row`
makes a row of the cells, `text_table` finds the lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Cell", "Span", "cells_of", "overlap"]

Span = tuple[int, int]
"""Columns from the first up to the last, exclusive."""

# `117,200SH` is two cells; columns that are drawn with bars are none.
_WORD = re.compile(r"\d[\d,.]*(?=(?:SHR?S?|SHARES|PRN|PUT|CALL)\b)|[^\s$|]+", re.I | re.ASCII)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,20}(?:\.\d{1,4})?|\.\d{1,4}", re.ASCII)
_NOTHING = re.compile(r"[-–—]{1,5}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A word and its columns. `number`: its value; a dash is 0, and None stands for what is no number."""

    text: str
    start: int
    end: int
    number: Decimal | None

    @property
    def span(self) -> Span:
        """Its columns."""
        return self.start, self.end

    @property
    def middle(self) -> float:
        """Its middle column."""
        return (self.start + self.end) / 2


def cells_of(line: str, start: int = 0) -> list[Cell]:
    """The words of `line` from the column `start` on; dollar signs are none."""
    return [Cell(match[0], *match.span(), _number(match[0])) for match in _WORD.finditer(line, start)]


def _number(word: str) -> Decimal | None:
    if _NUMBER.fullmatch(word):
        return Decimal(word.replace(",", ""))
    return Decimal(0) if _NOTHING.fullmatch(word) else None


def overlap(one: Span, other: Span) -> bool:
    """Whether two cells stand in the same column."""
    return one[0] < other[1] and other[0] < one[1]
