"""What the headings of a text table tell of its columns: EDGAR's marks, and where Sole, Shared and None stand.

The marks (`<S>` and `<C>` below the headings) are where columns begin, as a filer's program thought; headings are
centred over them or not. So both only decide where a row's own cells leave it open. https://www.sec.gov/info/edgar
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from filings.holdings.text_cells import Span, overlap

__all__ = ["Columns"]

FEWEST_PIECES = 6
"""A rule with fewer is drawn above a total, or below a group of headings."""
USUAL_WIDTH = 14
"""Of a column of numbers: what a last column without a right border is taken to have."""
_PIECE = re.compile(r"(?:-{2,}|={2,}|_{2,})")
_MARK = re.compile(r"<[SC]>", re.I)
_WORDS = re.compile(
    r"issuer|title|class|cusip|value|thousands|shares|principal|amount|investment|discretion|managers?|voting"
    r"|authority|\bsole\b|\bshared\b|\bnone\b|\bcolumn\b|\bother\b|\bput\b|\bcall\b|\bprn\b|defined|number|\bprice\b",
    re.I,
)
_NUMBERED = re.compile(r"\bcolumn\s{1,3}\d", re.I)
_NUMBERS = re.compile(r"(?<!\S)\$?\d[\d,]*(?!\S)")
_VOTES = re.compile(r"\bsole\b(?:(?!\bsole\b).)*?\b(shared)\b(?:(?!\bsole\b).)*?\b(none|no)\b", re.I)
_DISCRETION = re.compile(
    r"\b(sole)\b.{0,30}?\b(defined|def|instr\.? v|shared|shr)\b"
    r"(?:.{0,30}?\b(other|otr|oth)\b|(?:(?!\bsole\b).){0,30}?\b(shared)\b|(?=.*\bsole\b))",
    re.I,
)
_CUSIP = re.compile(r"\bcusip\b", re.I)
_VALUE = re.compile(r"\bvalue\b", re.I)
_PRICE = re.compile(r"\bprice\b(?!\s*[/x])", re.I)
_SHARES = re.compile(r"\bsha?re?s\b|\bshrs\b|\bprincipal\b|\bprn\s+amt\b|\bquantity\b", re.I)
_DISCRETIONS = ("SOLE", "DFND", "OTR")
_SOLE_OR_SHARED = ("SOLE", "SHARED")


def _centre(match: re.Match[str], group: int) -> float:
    return (match.start(group) + match.end(group)) / 2


@dataclass
class Columns:
    """Marks and headings of the table that is being read; each is None or empty until it was seen."""

    marks: tuple[int, ...] = ()
    votes: tuple[Span, ...] = ()
    discretions: tuple[float, ...] = ()
    cusip: Span | None = None
    value: int | None = None
    shares: int | None = None
    price: int | None = None
    rules: tuple[Span, ...] = ()

    def take_rule(self, line: str) -> None:
        """Learn from a line that is drawn below the headings, a piece a column."""
        pieces = tuple(match.span() for match in _PIECE.finditer(line))
        if len(pieces) >= FEWEST_PIECES:
            self.rules = pieces

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
            self.votes = ((match.start(), match.start() + len("sole")), match.span(1), match.span(2))
        if match := _DISCRETION.search(line):
            self.discretions = tuple(_centre(match, group) for group in (1, 2, 3, 4) if match[group])
        if match := _CUSIP.search(line):
            self.cusip = match.span()
        if match := _VALUE.search(line):
            self.value = match.start()
        if match := _SHARES.search(line):
            self.shares = match.start()
        if match := _PRICE.search(line):
            self.price = match.start()

    @property
    def shares_first(self) -> bool:
        """Whether the column of shares stands before that of values."""
        return self.value is not None and self.shares is not None and self.shares < self.value

    @property
    def order(self) -> list[str]:
        """What the first numbers of a row are: `value` and `shares`, with `price` where a third column has that."""
        places = {"value": self.value, "shares": self.shares, "price": self.price}
        known = sorted((place, name) for name, place in places.items() if place is not None)
        names = [name for _, name in known]
        if "price" in names and len(names) == 3:
            return names
        return ["shares", "value"] if self.shares_first else ["value", "shares"]

    def span(self, column: int) -> Span | None:
        """The columns between two marks, counted from 0; None where there are not so many."""
        return (self.marks[column], self.marks[column + 1]) if column + 1 < len(self.marks) else None

    def discretion(self, middle: float) -> str | None:
        """Which discretion a cross stands for."""
        if not self.discretions:
            return None
        nearest = min(range(len(self.discretions)), key=lambda place: abs(self.discretions[place] - middle))
        return (_DISCRETIONS if len(self.discretions) == 3 else _SOLE_OR_SHARED)[nearest]

    def is_vote(self, cell: Span) -> bool:
        """Whether a cell stands in the columns of votes, not before them."""
        return bool(self.votes) and overlap(self._column_of(self.votes[0]), cell)

    def votes_of(self, middles: Sequence[float]) -> tuple[int, ...]:
        """Which kinds of vote (0 sole, 1 shared, 2 none) the numbers of a row stand under, from left to right.

        middles: at most three. Where no heading tells, the first columns.
        """
        places = combinations(range(3), len(middles))
        return min(places, key=lambda chosen: self._distance(chosen, middles))

    def _distance(self, chosen: Sequence[int], middles: Sequence[float]) -> float:
        spans = [self._column_of(word) for word in self.votes] or [(0, 0)] * 3
        return sum(_from(spans[place], middle) for place, middle in zip(chosen, middles, strict=True))

    def _column_of(self, word: Span) -> Span:
        """The column with this heading: the piece of a rule below it, or the marks around it, or the word itself."""
        ends = (*self.marks[1:], self.marks[-1] + USUAL_WIDTH) if self.marks else ()
        drawn = (piece for piece in self.rules if overlap(piece, word))
        marked = (
            (start, end)
            for start, end in zip(self.marks, ends, strict=True)
            if start - 1 <= word[0] and word[1] <= end and end - start <= 2 * USUAL_WIDTH
        )
        return next(drawn, None) or next(marked, None) or word


def _from(column: Span, middle: float) -> float:
    """How far a number stands from a column's middle; it counts a tenth where it stands within."""
    distance = abs((column[0] + min(column[1], column[0] + USUAL_WIDTH)) / 2 - middle)
    return distance / 10 if column[0] <= middle <= column[1] else distance
