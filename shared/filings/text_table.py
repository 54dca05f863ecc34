"""The rows of 13F information tables drawn with blanks, as filed until 2013, and of EDGAR's HTML rendering of one.

A line with a CUSIP and two numbers behind it is a row; one with two numbers below those of the row before is
another row of the same issuer; numbers behind the shares' column go on with the row above. Names run over lines
before their row or behind it. One number alone under the values is a total. The cells of a row: `text_row`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from filings.cusip import compact, find_cusip
from filings.information_table import Row
from filings.text_cells import Cell, Span, cells_of, overlap
from filings.text_columns import Columns
from filings.text_names import Names, split_name
from filings.text_row import Draft, Issuer

__all__ = ["text_rows"]

LONGEST_LINE = 400
_RULE = re.compile(r"[\s$|+=_.*-]*")
_TAG = re.compile(r"\s*</?(?:TABLE|CAPTION|PAGE|TEXT|DOCUMENT)\b[^<>]*>", re.I)
_TOTAL = re.compile(r"\b(?:sub)?totals?\b[^\d\n]*\d", re.I)
_NOT_GIVEN = re.compile(r"\b(?:N/?A|NONE|N\.A\.)\s*$", re.I)
_DITTO = re.compile(r"[\s\"'”]*")


def text_rows(text: str) -> Iterator[Row]:
    """The rows of every table in `text`, whose lines are as filed; tabs stand between cells."""
    reader = _Reader()
    for line in text.split("\n"):
        if len(line) <= LONGEST_LINE:
            reader.take(line.replace("\t", "   ").rstrip())
    reader.names.end_of_table(reader.issuer)
    for columns, draft in reader.drafts:
        yield draft.row(columns)


@dataclass
class _Reader:
    """The state between two lines. `halves`: a row's first line, whose numbers come on the next."""

    columns: Columns = field(default_factory=Columns)
    drafts: list[tuple[Columns, Draft]] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    issuer: Issuer | None = None
    cusip: Span | None = None
    half: tuple[Issuer, list[Cell]] | None = None
    after_rule: bool = False
    fresh: bool = True

    def take(self, line: str) -> None:
        """Read one line."""
        if _RULE.fullmatch(line):
            self._empty(line)
            return
        if _TAG.match(line):
            self._open_table(line)
            return
        found = find_cusip(line, self.cusip, self.columns.cusip)
        taken = self._row(line, found) if found else self._heading(line) or self._below(line)
        if not taken:
            self.names.take(line, self.issuer)
        self.after_rule = False

    def _empty(self, line: str) -> None:
        if line.strip():
            self.after_rule = True
            self.names.clear()
        else:
            self.names.end_of_lines(self.issuer)

    def _open_table(self, line: str) -> None:
        self.names.end_of_table(self.issuer)
        self.half, self.fresh = None, True
        self.columns = replace(self.columns, marks=())
        self._heading(_TAG.sub(lambda tag: " " * len(tag[0]), line))

    def _heading(self, line: str) -> bool:
        columns = replace(self.columns)
        if not columns.take(line):
            return False
        self.columns = columns  # a new one: the rows above keep theirs
        self.names.clear()
        self.half = None
        return True

    # -------------------------------------------------------------- a line with a CUSIP

    def _row(self, line: str, found: Span) -> bool:
        printed, cells = compact(line[slice(*found)]), cells_of(line, found[1])
        left = line[: found[0]]
        if not left.strip():
            first = next((cell.start for cell in cells if cell.number is not None), len(line))
            left = line[found[1] : first]  # the CUSIP stands before the name, or the name above
            cells = [cell for cell in cells if cell.start >= first]
        name, title = split_name(left, self.columns)
        before = self.names.before(left, self.issuer, named=bool(name))
        if not name and not before and self.issuer:
            before, title = self.issuer.names, title or self.issuer.title
        self.issuer = Issuer([*before, *([name] if name else [])], title, printed, len(left) - len(left.lstrip()))
        self.cusip = found
        return self._add(self.issuer, cells) or self._wait(self.issuer, cells)

    def _add(self, issuer: Issuer, cells: Sequence[Cell]) -> bool:
        numbers = [place for place, cell in enumerate(cells) if cell.number is not None][:2]
        if len(numbers) < 2:
            return False
        value, shares = (cells[place] for place in (reversed(numbers) if self.columns.shares_first else numbers))
        tail = [cell for place, cell in enumerate(cells) if place not in numbers]
        self.drafts.append((self.columns, Draft(issuer, value, shares, [tail])))
        self.names.row_ended()
        self.half, self.fresh = None, False
        return True

    def _wait(self, issuer: Issuer, cells: list[Cell]) -> bool:
        self.half = issuer, cells
        return True

    # -------------------------------------------------------------- a line without one

    def _below(self, line: str) -> bool:
        """Numbers without a CUSIP: the rest of a row, or another row of the issuer above."""
        cells = cells_of(line)
        if self.half and any(cell.number is not None for cell in cells):
            issuer, begun = self.half
            self.half = None
            return self._add(issuer, [*begun, *cells])
        if _TOTAL.search(line):
            return True
        if self.issuer is None:
            return False
        return self._same_issuer(line, cells) or self._goes_on(cells)

    def _same_issuer(self, line: str, cells: Sequence[Cell]) -> bool:
        """Two numbers in the columns of value and shares, and what a row has behind them."""
        columns = self._value_and_shares()
        first = next((place for place, cell in enumerate(cells) if cell.number is not None), len(cells))
        numbers = cells[first : first + 2]
        if columns is None or self.after_rule or len(numbers) < 2 or (len(cells) < first + 3 and self._has_tails()):
            return False
        if not all(overlap(cell.span, column) for cell, column in zip(numbers, columns, strict=True)):
            return False
        issuer = self.issuer
        left = line[: numbers[0].start]
        if not _DITTO.fullmatch(left):
            issuer = self._named(left)
        return issuer is not None and self._add(issuer, cells[first:])

    def _named(self, left: str) -> Issuer | None:
        """A name without a CUSIP: the last one's goes on in an indented line, else it is another issuer's."""
        left = _NOT_GIVEN.sub("", left)
        indent = len(left) - len(left.lstrip())
        if self.issuer and indent > self.issuer.indent:
            self.issuer.names.append(left.strip())
            return self.issuer
        if self.fresh:
            return None
        name, title = split_name(left, self.columns)
        self.issuer = Issuer([*self.names.before(left, self.issuer, named=True), name], title, None, indent)
        return self.issuer

    def _value_and_shares(self) -> tuple[Span, Span] | None:
        """Where the last row had them; in a new table, where the marks say."""
        if self.drafts and not self.fresh:
            value, shares = self.drafts[-1][1].spans
            return (shares, value) if self.columns.shares_first else (value, shares)
        value_column, shares_column = self.columns.span(3), self.columns.span(4)
        return (value_column, shares_column) if value_column and shares_column else None

    def _has_tails(self) -> bool:
        return bool(self.drafts and any(self.drafts[-1][1].tails))

    def _goes_on(self, cells: Sequence[Cell]) -> bool:
        """Other managers or votes on a further line of the row above."""
        if not self.drafts or self.fresh or not cells:
            return False
        draft = self.drafts[-1][1]
        if cells[0].start < max(span[1] for span in draft.spans) or len(draft.tails) > 8:
            return False
        draft.tails.append(list(cells))
        return True
