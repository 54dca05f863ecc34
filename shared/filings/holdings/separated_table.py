"""13F tables whose cells are separated by commas, semicolons or tabs, as a spreadsheet saves them, set in columns.

    NAME OF ISSUER,TITLE OF CLASS,CUSIP,VALUE (x$1000),SHARES,SH/PRN,…
    ANVIL INC,COM,03199X102,"12,045","225,689",SH,…

Columns that are drawn with tabs have as many as it takes on each line, and are left alone.
"""

from __future__ import annotations

import csv
import re

__all__ = ["in_columns"]

FEWEST_CELLS = 7
LONGEST_LINE = 400
"""Characters, as of any line of a table (`text_table`)."""
_CUSIP = re.compile(r"\bcusip\b", re.I)


def in_columns(text: str) -> str:
    """`text` with the cells of such a table below one another; `text` itself where it has none."""
    lines = text.split("\n")
    for separator in ",;\t":
        rows = _rows(lines, separator)
        if rows:
            widths = [max(map(len, column)) for column in zip(*rows.values(), strict=True)]
            if sum(widths) + 2 * len(widths) > LONGEST_LINE:
                break
            for place, cells in rows.items():
                padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
                lines[place] = "  ".join(padded).rstrip()
            return "\n".join(lines)
    return text


def _rows(lines: list[str], separator: str) -> dict[int, list[str]]:
    """Line -> cells, from the headings on; none where one line has another number of cells than the headings."""
    parted = {
        place: [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]
        for place, line in enumerate(lines)
        if line.count(separator) >= FEWEST_CELLS - 1 and len(line) <= LONGEST_LINE
    }
    heading = next((place for place in parted if _CUSIP.search(lines[place])), None)
    if heading is None:
        return {}
    rows = {place: cells for place, cells in parted.items() if place >= heading}
    alike = all(len(cells) == len(rows[heading]) for cells in rows.values())
    return rows if alike and len(rows) > 1 else {}
