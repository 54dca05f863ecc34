"""The rows of 13F information tables drawn with blanks, as filed until 2013, and of EDGAR's HTML rendering of one.

A line with a CUSIP and two numbers behind it is a row; one with two numbers below those of the row before is
another row of the same issuer; numbers behind the shares' column go on with the row above. Names run over lines
before their row or behind it. One number alone under the values is a total. The cells of a row: `text_row`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from filings.cusip import compact, find_cusip, with_zeros, without_padding
from filings.holdings.information_table import Row
from filings.holdings.text_cells import Cell, Span, cells_of, overlap
from filings.holdings.text_columns import Columns
from filings.holdings.text_names import Names, drop_row_numbers, split_name
from filings.holdings.text_row import Draft, Issuer, is_kind

__all__ = ["text_rows"]

LONGEST_LINE = 400
NARROWEST_NAMES = 10
"""Characters before the CUSIPs' column; with fewer, the names stand behind it."""
_RULE = re.compile(r"[\s$|+=_.*-]*")
_TAG = re.compile(r"\s*</?(?:TABLE|CAPTION|PAGE|TEXT|DOCUMENT)\b[^<>]*>", re.I)
_TOTAL = re.compile(r"\b(?:sub)?totals?\b[^\d\n]*\d", re.I)
_NOT_GIVEN = re.compile(r"\b(?:N/?A|NONE|N\.A\.)\s*$", re.I)
_DITTO = re.compile(r"[\s\"'”]*")


def _no_number(cells: Sequence[Cell]) -> bool:
    return all(cell.number is None for cell in cells)


def text_rows(text: str) -> Iterator[Row]:
    """The rows of every table in `text`, whose lines are as filed; tabs stand between cells."""
    reader = _Reader()
    for line in text.split("\n"):
        if len(line) <= LONGEST_LINE:
            reader.take(line.replace("\t", "   ").replace("|", " ").rstrip())
    reader.end()
    drop_row_numbers(list({id(draft.issuer): draft.issuer for _, draft in reader.drafts}.values()))
    for columns, draft in reader.drafts:
        yield draft.row(columns)


@dataclass
class _Reader:
    """The state between two lines. `half`: a row's first line, some of whose numbers are still to come."""

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
        line = without_padding(line)
        found = find_cusip(line, self.cusip, self.columns.cusip)
        taken = self._row(line, found) if found else self._heading(line) or self._below(line)
        if not taken and not self._right_of_names(line):
            self.names.take(line, self.issuer)
        self.after_rule = False

    def end(self) -> None:
        """The text is over."""
        self._give_up_waiting()
        self.names.end_of_table(self.issuer)

    def _right_of_names(self, line: str) -> bool:
        """Whether words begin behind the CUSIPs' column: the rest of a heading."""
        column = self.cusip or self.columns.cusip
        return column is not None and column[0] >= NARROWEST_NAMES and not line[: column[1]].strip()

    def _empty(self, line: str) -> None:
        if line.strip():
            self.columns = replace(self.columns)
            self.columns.take_rule(line)
            values = self._value_and_shares()
            self.after_rule = values is None or any(line[slice(*span)].strip() for span in values)
            self.names.end_of_table(self.issuer)
        else:
            self.names.end_of_lines(self.issuer)

    def _open_table(self, line: str) -> None:
        self.names.end_of_table(self.issuer)
        self._give_up_waiting()
        self.fresh = True
        self.columns = replace(self.columns, marks=())
        self._heading(_TAG.sub(lambda tag: " " * len(tag[0]), line))

    def _heading(self, line: str) -> bool:
        columns = replace(self.columns)
        if not columns.take(line):
            return False
        self.columns = columns  # a new one: the rows above keep theirs
        self.names.clear()
        self._give_up_waiting()
        return True

    # -------------------------------------------------------------- a line with a CUSIP

    def _row(self, line: str, found: Span) -> bool:
        self._give_up_waiting()
        cusip, cells = with_zeros(compact(line[slice(*found)])), cells_of(line, found[1])
        left = line[: found[0]]
        if not left.strip():
            first = next((cell.start for cell in cells if cell.number is not None), len(line))
            left = line[found[1] : first]  # the CUSIP stands before the name, or the name above
            cells = [cell for cell in cells if cell.start >= first]
        name, title = split_name(left, self.columns)
        before = self.names.before(left, self.issuer, named=bool(name))
        if not name and not before and self.issuer:
            before, title = self.issuer.names, title or self.issuer.title
        self.issuer = Issuer([*before, *([name] if name else [])], title, cusip, len(left) - len(left.lstrip()))
        self.cusip = found
        return self._add(self.issuer, cells) or self._wait(self.issuer, cells)

    def _add(self, issuer: Issuer, cells: Sequence[Cell]) -> bool:
        order = self.columns.order
        numbers = [place for place, cell in enumerate(cells) if cell.number is not None][: len(order)]
        if len(numbers) < len(order) or (self._lacks_value(cells) and not self.columns.shares_first):
            return False
        told = {name: cells[place] for name, place in zip(order, numbers, strict=True)}
        tail = [cell for place, cell in enumerate(cells) if place not in numbers]
        return self._draft(issuer, told["value"], told["shares"], tail)

    def _draft(self, issuer: Issuer, value: Cell, shares: Cell, tail: list[Cell]) -> bool:
        self.drafts.append((self.columns, Draft(issuer, value, shares, [tail])))
        self.names.row_ended()
        self.half, self.fresh = None, False
        return True

    @staticmethod
    def _lacks_value(cells: Sequence[Cell]) -> bool:
        """Whether the first number is shares: `SH` or `PRN` stands right behind it and no number."""
        first = next((place for place, cell in enumerate(cells) if cell.number is not None), len(cells))
        return first + 1 < len(cells) and is_kind(cells[first + 1].text) and _no_number(cells[first + 2 : first + 3])

    def _wait(self, issuer: Issuer, cells: list[Cell]) -> bool:
        self.half = issuer, cells
        return True

    def _give_up_waiting(self) -> None:
        """A row whose value never came is a row without one."""
        issuer, begun = self.half or (None, [])
        self.half = None
        if issuer and self._lacks_value(begun):
            first = next(place for place, cell in enumerate(begun) if cell.number is not None)
            nothing = Cell("", begun[first].start, begun[first].start, None)
            self._draft(issuer, nothing, begun[first], begun[first + 1 :])

    def _complete(self, cells: list[Cell]) -> bool:
        """The other half of a row. Numbers in one column are none: that table is parted otherwise."""
        issuer, begun = self.half or (None, [])
        self.half = None
        first = next((cell for cell in begun if cell.number is not None), None)
        given = [cell for cell in cells if cell.number is not None]
        if issuer is None or (first and overlap(first.span, given[0].span)):
            return False
        return self._add(issuer, [given[-1], *begun] if self._lacks_value(begun) else [*begun, *cells])

    # -------------------------------------------------------------- a line without one

    def _below(self, line: str) -> bool:
        """Numbers without a CUSIP: the rest of a row, or another row of the issuer above."""
        cells = cells_of(line)
        if self.half and any(cell.number is not None for cell in cells):
            return self._complete(cells)
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
        """Where the last row had them; in a new table with other marks, where the marks say."""
        if self.drafts and (not self.fresh or self.drafts[-1][0].marks == self.columns.marks):
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
