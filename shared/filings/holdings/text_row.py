"""A row of a text information table, made of the cells behind its CUSIP.

In the order of the form: value, shares, SH or PRN, PUT or CALL, discretion, other managers, votes. Cells are told by
what they are; columns only say whose vote a lone number is and which discretion a cross means. Special Instructions 10
to 12 of Form 13F.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from filings.holdings.information_table import Row
from filings.holdings.text_cells import Cell, Span
from filings.holdings.text_columns import Columns
from filings.text.character_reference import unescape

__all__ = ["Draft", "Issuer", "is_kind"]

_TYPES = {"SH": "SH", "SHR": "SH", "SHRS": "SH", "SHS": "SH", "SHARES": "SH", "PRN": "PRN", "PRIN": "PRN"}
_OPTIONS = {"PUT": "Put", "PUTS": "Put", "CALL": "Call", "CALLS": "Call"}
_DISCRETION = re.compile(
    r"(?P<SOLE>SOLE)|(?P<OTR>(?:SHARED|SHR?D?)?[-/]?(?:OTHER|OTR|OTHR))"
    r"|(?P<DFND>(?:SHARED|SHR?D?)?[-/]?(?:DEFINED|DFND|DEFND|DEF))|(?P<SHARED>SHARED)",
    re.I,
)
_MANAGERS = re.compile(r"\d{1,3}(?:[,;/&]\d{1,3})*[,;]?", re.ASCII)
_LEADERS = re.compile(r"\.{2,}|(?: \.){2,}")


def is_kind(word: str) -> bool:
    """Whether a word says what an amount counts: shares or principal."""
    return word.upper() in _TYPES


@dataclass
class Issuer:
    """An issuer and class, named once for the rows below it. `indent`: the column where its name began."""

    names: list[str]
    title: str | None
    cusip: str | None
    indent: int

    @property
    def name(self) -> str | None:
        """The name's parts put together, without dot leaders."""
        return _words(" ".join(self.names))


def _words(text: str) -> str | None:
    return " ".join(_LEADERS.sub(" ", unescape(text)).split()) or None


@dataclass
class Draft:
    """A row while its lines are read. value, shares: their cells; each of `tails` is what stood behind, a line each."""

    issuer: Issuer
    value: Cell
    shares: Cell
    tails: list[list[Cell]] = field(default_factory=list)

    @property
    def spans(self) -> tuple[Span, Span]:
        """The columns of value and shares."""
        return self.value.span, self.shares.span

    def row(self, columns: Columns) -> Row:
        """The fields of the row."""
        shares = self.shares.number or Decimal(0)
        votes, others = _votes(self.tails, shares, columns)
        words = [cell for cell in others if cell.number is None]
        amounts = _discretion_amounts(others, shares, columns)
        title = _words(self.issuer.title or "")
        said = [cell.text.upper() for cell in words] + (title or "").upper().split()[-1:]
        return {
            "name_of_issuer": self.issuer.name,
            "title_of_class": title,
            "cusip": self.issuer.cusip,
            "figi": None,
            "value_as_reported": self.value.number,
            "ssh_prnamt": self.shares.number,
            "ssh_prnamt_type": next((_TYPES[word] for word in said if word in _TYPES), None),
            "put_call": next((_OPTIONS[word] for word in said if word in _OPTIONS), None),
            "investment_discretion": _discretion(words, columns) or _amounted(amounts, columns),
            "other_manager": _managers([cell for cell in others if cell not in amounts]),
            "voting_authority": votes,
        }


def _votes(
    tails: Sequence[list[Cell]], shares: Decimal, columns: Columns
) -> tuple[dict[str, Decimal | None], list[Cell]]:
    """The votes, and the cells that are none: on the first line whose last numbers add up to the shares, or look so."""
    others = [cell for tail in tails for cell in tail]
    for choose in (_adding_up, _looking_so):
        for tail in tails:
            if chosen := choose(tail, shares, columns):
                return _placed(chosen, columns), [cell for cell in others if cell not in chosen]
    return {"sole": None, "shared": None, "none": None}, others


def _last_numbers(tail: Sequence[Cell]) -> list[Cell]:
    """At most three numbers at the line's end."""
    count = next((place for place, cell in enumerate(reversed(tail)) if cell.number is None), len(tail))
    return list(tail[len(tail) - min(count, 3) :])


def _adding_up(tail: Sequence[Cell], shares: Decimal, _: Columns) -> list[Cell]:
    numbers = _last_numbers(tail)
    ends = (numbers[first:] for first in range(len(numbers)))
    return next((end for end in ends if shares and sum(cell.number or 0 for cell in end) == shares), [])


def _looking_so(tail: Sequence[Cell], _: Decimal, columns: Columns) -> list[Cell]:
    """Three numbers under the votes' headings, else those too large for a manager's, with the dashes beside them."""
    numbers = _last_numbers(tail)
    if len(numbers) == 3 and columns.is_vote(numbers[0].span):
        return numbers
    first = next((place for place, cell in enumerate(numbers) if "," in cell.text or (cell.number or 0) > 999), None)
    if first is None:
        return numbers if len(numbers) == 3 and all(not cell.number for cell in numbers) else []
    while first and not numbers[first - 1].number:
        first -= 1
    return numbers[first:]


def _placed(chosen: Sequence[Cell], columns: Columns) -> dict[str, Decimal | None]:
    """Sole, shared, none: in order where all three are there, else by the headings, no two in one column."""
    found = [Decimal(0)] * 3
    for cell, place in zip(chosen, columns.votes_of([cell.middle for cell in chosen]), strict=True):
        found[place] = cell.number or Decimal(0)
    return dict(zip(("sole", "shared", "none"), found, strict=True))


def _discretion(words: Sequence[Cell], columns: Columns) -> str | None:
    """EDGAR's code. `SHARED` alone is kept: the form has two kinds of it; a word behind it tells which."""
    told: str | None = None
    for cell in words:
        if cell.text.upper() == "X":
            return columns.discretion(cell.middle)
        match = _DISCRETION.fullmatch(cell.text)
        if match and told in (None, "SHARED"):
            told = match.lastgroup
    return told


def _discretion_amounts(others: Sequence[Cell], shares: Decimal, columns: Columns) -> list[Cell]:
    """Numbers under the headings of discretion that add up to the shares: how many are held under each kind."""
    numbers = [cell for cell in others if cell.number is not None]
    if not columns.discretions or not shares or sum(cell.number or 0 for cell in numbers) != shares:
        return []
    return numbers


def _amounted(amounts: Sequence[Cell], columns: Columns) -> str | None:
    """The kind of discretion under which shares stand; None where there are several."""
    kinds = {columns.discretion(cell.middle) for cell in amounts if cell.number}
    return kinds.pop() if len(kinds) == 1 else None


def _managers(others: Sequence[Cell]) -> str | None:
    """The numbers of other managers as printed."""
    numbers = [cell.text for cell in others if _MANAGERS.fullmatch(cell.text)]
    return " ".join(numbers).rstrip(",;") or None
