"""The exhibit index of a report: exhibit numbers and their descriptions, in whatever way they are set.

It stands under the item on exhibits, behind the signatures, or in both places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filings.exhibits.exhibit_description import LONGEST as LONGEST_DESCRIPTION
from filings.exhibits.exhibit_description import described, without_rules

__all__ = ["read_index"]

LONGEST_GAP = 600
"""Letters between two rows of one index, as of a page's head; farther down is another text, maybe the exhibit."""

# Lines are found by the break before them ("\n" is put before the text): sre scans for it, and would try ^ everywhere.
# "10.1", "4.1a", "10.1.A", "10-B-1", "(10)(iii)(A)", "101.INS"; its dot may begin a cell of its own: "10 | .1".
_NUMBER = r"""\(? (?P<number> \d{1,3} (?:
        \.[A-Z]{3} (?![A-Z])
      | (?: [ \t]?\.\d{1,3} ){0,2} (?: \.?[A-Z] (?![A-Z]) )? (?: -[A-Z\d]{1,2} (?![\w.]) ){0,2}
        (?: \)?\.?\([a-z\d]{1,3}\) | \)[ \t]{1,8}\([a-z]{1,2}\) )*
    ) ) [†‡*\#+^]{0,3} \)? [†‡*\#+^]{0,3}"""
_ROW = re.compile(
    rf"""(?ix) \n [ \t|•*-]*+ (?:(?:exhibit|ex) [ \t]*+ [-.]? [ \t]*+)? (?:(?:no\.?|number) [ \t]*+)? {_NUMBER}
        (?: [ \t]*+ (?: [:–—-][\t:–—-]* | \.(?=\s) ) [ \t\n]*+ | [ \t\n]++ | (?<=\)) )
        (?P<words> [^\s\d][^\n]* | \d+[ ][A-Z][^\n]* )"""
)
# "(b)  Lease", below "(10)(a)  Plan".
_LETTERED_ROW = re.compile(r"\n[ \t]*+\((?P<letter>[a-z]{1,2})\)[ \t]*+(?P<words>[^\W\d][^\n]*)")
_LETTERED = re.compile(r"(\d{1,3})\(([a-z]{1,2})\)")
_FORM = re.compile(r"(?:6|8|10|20|40)-[KQFD]", re.I)  # "…, incorporated by reference to Form / 10-K for 1998"
_INDEX = re.compile(
    r"""(?imx) \n \W{0,80}+ (?=[ielcd])
        (?: (?: index\s+(?:to|of)\s+exhibits? | exhibits?\s+index | list\s+of\s+exhibits
              | (?:(?<=\()[cd]\)\s*)?exhibits ) \b [^\n\w]{0,40} $
          | exhibit\s+(?:no|number)\b | exhibit\s*\n\s*number )"""
)
# An exhibit's own first line; "… of May 4, 2007, / Exhibit 10.5]" ends a description.
_EXHIBIT_PAGE = re.compile(r"(?im)\n\W{0,80}+exhibit\s+\d{1,3}(?:\.\d{1,3})?[^\w\])]*$")
# "(3) Incorporated by reference to …": what the marks of the rows above refer to.
_NOTE = re.compile(r"(?:(?:previously|hereby|is|are)\s+)?(?:incorporated|filed|furnished|included)\b", re.I)
_NO_DESCRIPTION = re.compile(
    r"(?i)items?\s+\d|\(?[a-d]\)|table of contents|not applicable|page\b|description\b(?!\s+of\b)|of\b"
    r"|(?:is|are|was|were|to|and|or|hereto|attached|shall|will|has)\b"  # "Exhibit 99.1 is attached to this report."
)
# What stands above the exhibits under Item 9.01 or 7: "(a) Financial statements: 1. Balance sheet".
_PART = re.compile(r"\n\W{0,40}+[cd]\W{1,9}exhibits?\b", re.I)
_STATEMENTS = re.compile(r"\b(?:statements?|schedules?|exhibits?|reports?)\b", re.I)
_BLANK = re.compile(r"\s")
_NO_MORE = re.compile(r"\s*(?:[*†‡#+^(]|(?:signatures?|exhibits?(?!\s\d[\d.]*\s?[\])])|item)\b)", re.I)
LONGEST_INDEX = 30_000
MOST_HEADINGS = 40  # of an index that each page begins anew
MOST_ROWS = 5_000


def read_index(text: str, item_text: str = "") -> dict[str, str]:
    """Exhibit number -> description, as printed.

    item_text: what stands under the item on exhibits (9.01; 7 before 2004), where the report has one.
    """
    part = _PART.search(item_text)
    index = _rows(item_text[part.start() :] if part else item_text)
    for heading in islice(_INDEX.finditer(f"\n{text}"), MOST_HEADINGS):
        for number, words in _rows(text[heading.start() : heading.start() + LONGEST_INDEX]).items():
            index.setdefault(number, words)
    return index


def _rows(text: str) -> dict[str, str]:
    """Number -> description, up to the first gap that no index has."""
    text = f"\n{text}"
    found: dict[str, str] = {}
    behind = listed = 0
    page = _EXHIBIT_PAGE.search(text, 40)
    for row in islice(_candidates(text, page.start() if page else len(text)), MOST_ROWS):
        if _is_of_another_list(text, row, listed):
            listed = int(row[1])
            continue
        if not _is_row(text, row) or _is_note(text, row):
            continue
        behind = _add_lettered(found, text, behind, row.start() + 1)
        if found and sum(map(len, text[behind : row.start() + 1].split())) > LONGEST_GAP:
            break
        words, behind = _description(text, row)
        found.setdefault(_spelled(row), words)
    _add_lettered(found, text, behind, behind + LONGEST_GAP)
    return found


def _add_lettered(found: dict[str, str], text: str, start: int, end: int) -> int:
    """Below a last row `(10)(a)  Plan`, add `(b)  Lease` as 10(b), and so on in order; where the last of them ends."""
    above = _LETTERED.fullmatch(next(reversed(found), ""))
    if not above:
        return start
    expected = _letter_after(above[2])
    for row in _LETTERED_ROW.finditer(text, start, end):
        if row["letter"] == expected:
            words, start = _description(text, row)
            found.setdefault(f"{above[1]}({expected})", words)
            expected = _letter_after(expected)
    return start


def _letter_after(letter: str) -> str:
    """b after a, aa after z, bb after aa."""
    return "aa" if letter == "z" else chr(ord(letter[0]) + 1) * len(letter)


def _spelled(row: re.Match[str]) -> str:
    """`(10)(a)` is 10(a)."""
    number = _BLANK.sub("", row[1])
    return number.replace(")(", "(", 1) if number.count(")") > number.count("(") else number


def _candidates(text: str, end: int) -> Iterator[re.Match[str]]:
    """What looks like a row; a page's number above a row is none, and does not take the row with it."""
    row = _ROW.search(text, 0, end)
    while row:
        yield row
        row = _ROW.search(text, row.end() if _is_row(text, row) else row.end(1), end)


def _is_row(text: str, row: re.Match[str]) -> bool:
    between = text[row.end(1) : row.start(2)]
    in_columns = "\n" not in between and ("\t" in between or "  " in between)
    if not _is_exhibit_number(row[1], in_columns=in_columns) or _NO_DESCRIPTION.match(row[2]):
        return False
    if _FORM.fullmatch(row[1]) and not re.search(r"[a-z]", text[row.start() : row.start(1)], re.I):
        return False
    return bool(re.search(r"[A-Za-z]{3}", row[2]))


def _is_of_another_list(text: str, row: re.Match[str], listed: int) -> bool:
    """`1.  Balance sheet`, `2.  …`, and what Item 15(a) asks for: `(1)  Financial statements`, `(2)  Schedules`."""
    if text.startswith(".", row.end(1)):
        return row[1] in ("1", str(listed + 1))
    begins = row[1] == "1" and _STATEMENTS.search(row["words"]) is not None  # an underwriting agreement is an exhibit
    return text.startswith(")", row.end(1)) and (begins or (listed > 0 and row[1] == str(listed + 1)))


def _is_note(text: str, row: re.Match[str]) -> bool:
    """`(3)  Incorporated by reference to …`, below the rows."""
    return row[1].isdecimal() and text[row.start(1) - 1] == "(" and _NOTE.match(row[2]) is not None


def _is_exhibit_number(number: str, *, in_columns: bool) -> bool:
    """Item 601 knows 1 to 35 and 95 to 107; a small number not set in a column is rather a page or a paragraph."""
    whole = int(re.split(r"\D", number, maxsplit=1)[0])
    if 95 <= whole <= 107:
        return True
    return 1 <= whole <= 35 and ("." in number or "(" in number or in_columns)


def _description(text: str, row: re.Match[str]) -> tuple[str, int]:
    """A row's words and where they end: the lines below go on with them where they are indented, or of one cell."""
    lines, end = [without_rules(row["words"])], row.end()
    in_cells = "\t" in text[row.end(1) : row.start("words")]
    while text.startswith("\n", end) and sum(map(len, lines)) < LONGEST_DESCRIPTION:
        another = _ROW.match(text, end)
        if another and _is_row(text, another):
            break
        below = text.find("\n", end + 1)
        line = without_rules(text[end + 1 : below if below >= 0 else len(text)])
        if not line.strip() or not (in_cells or line.startswith("    ")) or _NO_MORE.match(line):
            break
        lines.append(line)
        end = below if below >= 0 else len(text)
    return described(lines, row.start("words") - text.rfind("\n", 0, row.start("words")) - 1), end
