"""The names of issuers in a text table: parted from the class beside them, and put together over several lines.

A line of words alone belongs to the row below it, unless it is set in deeper than that row or an empty line follows:
then it belongs to the row above. `text_table` says when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from filings.holdings.text_columns import Columns
from filings.holdings.text_row import Issuer

__all__ = ["Names", "drop_row_numbers", "split_name"]

LONGEST_NAME = 60
MOST_LINES = 5
FEWEST_NUMBERED = 3
"""Issuers whose names begin with numbers that rise by one: then these are the rows', and no part of the names."""
_GAP = re.compile(r"\s{2,}")
_NUMBERED = re.compile(r"(\d{1,4})[.)]?(?:\s+|$)", re.ASCII)
_CLASS = re.compile(
    r"\s((?:COM|COMMON|CLA?|CLASS|SER|ADR|ADS|SPONS?\w*|SPON|SHS?|ORD|PFD|PREF\w*|NOTES?|DEBT|UNITS?|WT|WTS"
    r"|CAP|STK|DEPOSITARY|SBI|BEN|FRNT|MTNF|DBCV|CONV|CV|RIGHT|RTS?|PUT|CALL|PAIRED|NY)\b.*)$",
    re.I,
)


def split_name(left: str, columns: Columns) -> tuple[str, str | None]:
    """Name and class out of what stands before the CUSIP: at the mark of the second column, at a gap, at a word."""
    at = _mark(left, columns)
    pieces = _GAP.split(left.strip())
    if at is not None and not (len(pieces) == 2 and _CLASS.match(f" {pieces[1]}")):
        return left[:at].strip(), left[at:].strip() or None
    if len(pieces) > 1:
        return " ".join(pieces[:-1]), pieces[-1]
    match = _CLASS.search(left.rstrip())
    if match:
        return left[: match.start()].strip(), match[1].strip()
    return left.strip(), None


def _mark(left: str, columns: Columns) -> int | None:
    """The blank nearest to where the second column is marked, if the mark lies between name and CUSIP."""
    if len(columns.marks) < 5 or not left[columns.marks[1] :].strip():
        return None
    mark = columns.marks[1]
    near = (mark, mark + 1, mark - 1, mark + 2, mark - 2)
    return next((at for at in near if 0 < at < len(left) and left[at - 1] == " "), None)


def drop_row_numbers(issuers: Sequence[Issuer]) -> None:
    """Take the rows' numbers from the front of the names, where most rows have one."""
    numbers = [_NUMBERED.match(issuer.names[0]) if issuer.names else None for issuer in issuers]
    rising = sum(
        1 for one, following in pairwise(numbers) if one and following and int(following[1]) == int(one[1]) + 1
    )
    if rising + 1 < FEWEST_NUMBERED or rising * 2 < len(issuers):
        return
    for issuer, number in zip(issuers, numbers, strict=True):
        if number:
            issuer.names[0] = issuer.names[0][number.end() :]
        if number and not issuer.names[0] and issuer.title:  # the number had a column of its own
            issuer.names[0], issuer.title = split_name(issuer.title, Columns())


@dataclass
class _Line:
    text: str
    indent: int
    below_row: bool


@dataclass
class Names:
    """Lines of words that wait for their row. `touching`: no empty line since the last row."""

    waiting: list[_Line] = field(default_factory=list)
    touching: bool = False

    def take(self, line: str, issuer: Issuer | None) -> None:
        """A line that may be a name."""
        text = line.strip()
        if len(text) > LONGEST_NAME or len(self.waiting) >= MOST_LINES or text.endswith(":"):
            self.clear()
            return
        self.waiting.append(_Line(text, len(line) - len(line.lstrip()), self.touching and issuer is not None))

    def row_ended(self) -> None:
        """A row was read: what comes next touches it."""
        self.touching = True

    def clear(self) -> None:
        """The lines were no names."""
        self.waiting.clear()
        self.touching = False

    def end_of_lines(self, issuer: Issuer | None) -> None:
        """An empty line: what stood below a row goes to it, what stood alone was a heading."""
        self._give(issuer, deeper_than=issuer.indent - 1 if issuer else 0)
        self.clear()

    def end_of_table(self, issuer: Issuer | None) -> None:
        """Only what is set in goes to the last row: other words are notes."""
        self._give(issuer, deeper_than=issuer.indent if issuer else 0)
        self.clear()

    def before(self, left: str, issuer: Issuer | None, *, named: bool) -> list[str]:
        """The lines that open the name of the row with `left` before its CUSIP; others are given to the row above."""
        if named:
            self._give(issuer, deeper_than=len(left) - len(left.lstrip()))
        names = [line.text for line in self.waiting]
        self.clear()
        return names

    def _give(self, issuer: Issuer | None, *, deeper_than: int) -> None:
        while issuer and self.waiting and self.waiting[0].below_row and self.waiting[0].indent > deeper_than:
            issuer.names.append(self.waiting.pop(0).text)
