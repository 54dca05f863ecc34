"""What the headings of a text table tell of its columns: EDGAR's marks, and where Sole, Shared and None stand.

The marks (`<S>` and `<C>` below the headings) are where columns begin, as a filer's program thought; headings are
centred over them or not. So both only decide where a row's own cells leave it open. https://www.sec.gov/info/edgar
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from filings.text_cells import Span

__all__ = ["Columns"]

_MARK = re.compile(r"<[SC]>", re.I)
_WORDS = re.compile(
    r"issuer|title|class|cusip|value|thousands|shares|principal|amount|investment|discretion|managers?|voting"
    r"|authority|\bsole\b|\bshared\b|\bnone\b|\bcolumn\b|\bother\b|\bput\b|\bcall\b|\bprn\b|defined|number",
    re.I,
)
_NUMBERED = re.compile(r"\bcolumn\s{1,3}\d", re.I)
_NUMBERS = re.compile(r"(?<!\S)\$?\d[\d,]*(?!\S)")
_VOTES = re.compile(r"\bsole\b(?:(?!\bsole\b).)*?\b(shared)\b(?:(?!\bsole\b).)*?\b(none|no)\b", re.I)
_DISCRETION = re.compile(r"\b(sole)\b.{0,30}?\b(defined|def|instr\.? v|shared)\b.{0,30}?\b(other|otr)\b", re.I)
_CUSIP = re.compile(r"\bcusip\b", re.I)
_VALUE = re.compile(r"\bvalue\b", re.I)
_SHARES = re.compile(r"\bsha?re?s\b|\bshrs\b|\bprincipal\b|\bprn\s+amt\b|\bquantity\b", re.I)
_DISCRETIONS = ("SOLE", "DFND", "OTR")


def _centre(match: re.Match[str], group: int) -> float:
    return (match.start(group) + match.end(group)) / 2


@dataclass
class Columns:
    """Marks and headings of the table that is being read; each is None or empty until it was seen."""

    marks: tuple[int, ...] = ()
    votes: tuple[float, ...] = ()
    discretions: tuple[float, ...] = ()
    cusip: Span | None = None
    value: int | None = None
    shares: int | None = None

    def take(self, line: str) -> bool:
        """Learn from a line of headings or marks; False where the line is neither."""
        marks = tuple(match.start() for match in _MARK.finditer(line))
        if len(marks) > 1:
            self.marks = marks
            return True
        if not _NUMBERED.search(line) and (len(_WORDS.findall(line)) < 2 or len(_NUMBERS.findall(line)) > 1):
            return False
        self._take_headings(line)
        return True

    def _take_headings(self, line: str) -> None:
        if match := _VOTES.search(line, max(0, line.lower().rfind("sole"))):
            self.votes = (match.start() + 2, _centre(match, 1), _centre(match, 2))
        if match := _DISCRETION.search(line):
            self.discretions = tuple(_centre(match, group) for group in (1, 2, 3))
        if match := _CUSIP.search(line):
            self.cusip = match.span()
        if match := _VALUE.search(line):
            self.value = match.start()
        if match := _SHARES.search(line):
            self.shares = match.start()

    @property
    def shares_first(self) -> bool:
        """Whether the column of shares stands before that of values."""
        return self.value is not None and self.shares is not None and self.shares < self.value

    def span(self, column: int) -> Span | None:
        """The columns between two marks, counted from 0; None where there are not so many."""
        return (self.marks[column], self.marks[column + 1]) if column + 1 < len(self.marks) else None

    def discretion(self, middle: float) -> str | None:
        """Which discretion a cross stands for."""
        if not self.discretions:
            return None
        nearest = min(range(3), key=lambda place: abs(self.discretions[place] - middle))
        return _DISCRETIONS[nearest]

    def vote(self, middle: float) -> int:
        """Which kind of vote (0 sole, 1 shared, 2 none) a number stands under; sole, where no heading tells."""
        return min(range(3), key=lambda place: abs(self.votes[place] - middle)) if self.votes else 0
