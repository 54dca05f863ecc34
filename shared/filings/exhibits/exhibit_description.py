"""What stands beside an exhibit's number in the index: its description, without the columns behind it.

10(b)   --  Form of option agreement of May 4,        Incorporated by reference
            2007, as amended                          to Form 8-K of May 5, 2007
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["described", "without_rules"]

LONGEST = 500
_RULE = re.compile(r"[-_=]{4,}")
_PAGE = re.compile(r"(?:(?:[ .…]{3,40}+|\t)[ \t]{0,40}+(?:page[ ]?)?\d{1,3}|(?:[ ]?\.){3,90}+)\Z", re.I)
LONGEST_PAGE = 200
"""Characters at a line's end in which its page number is looked for."""
_COLUMN_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_MARK = re.compile(r"[^A-Za-z\n]{0,2}\(?[\w*]{1,2}\) {3,}(?=\S)")  # "(2)", of a note, in a column of its own
_WORD = re.compile(r"[A-Za-z]{3}")


def described(lines: Sequence[str], indent: int) -> str:
    """The description in a row of the index.

    lines: the row from its description on, `without_rules`. indent: characters before it in its first line.
    """
    whole = [_without_page(line) for line in lines]
    words = " ".join(_first_cell(whole) if "\t" in "".join(whole) else _first_column(whole, indent))
    return " ".join(words.split())[:LONGEST].strip(" -–—|†‡*#+^")


def without_rules(line: str) -> str:
    """The line with blanks where a rule was drawn, so that columns stay where they are."""
    return _RULE.sub(lambda rule: " " * len(rule[0]), line)


def _first_cell(lines: Sequence[str]) -> list[str]:
    """The first cell with a word; before it may stand a mark: `10.1 | * | Lease | Form 8-K`."""
    cells = "\n".join(lines).split("\t")
    return next((cell for cell in cells if _WORD.search(cell)), cells[0]).split("\n")


def _first_column(lines: Sequence[str], indent: int) -> list[str]:
    """Each line up to where the next column begins in the first one.

    Several gaps in that line are no columns: its words are set wide to fill it.
    """
    mark = _MARK.match(lines[0])
    start = mark.end() if mark else 0
    first = lines[0][start:]
    gaps = list(_COLUMN_GAP.finditer(first))
    if len(gaps) != 1:
        return [first, *lines[1:]]
    column = indent + start + gaps[0].end()
    return [first[: gaps[0].start()], *(_up_to(line, column) for line in lines[1:])]


def _up_to(line: str, column: int) -> str:
    """The line's part before the column; all of it where no gap stands there."""
    return line[:column] if not line[column - 2 : column].strip() else line


def _without_page(line: str) -> str:
    """A row without the page number at its end, or the dots that lead to it."""
    end = line.rstrip()
    if not (end[-1:].isdecimal() or end.endswith(("..", ". ."))):
        return line
    page = _PAGE.search(end, max(0, len(end) - LONGEST_PAGE))
    return end[: page.start()] if page else line
