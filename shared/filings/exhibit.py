"""The exhibits of a report: from its exhibit index, and from the documents that are exhibits.

Regulation S-K Item 601 numbers them: `99.1` in the index is the document of type `EX-99.1`. The index
stands under the item on exhibits, behind the signatures, or in both places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filings.record import Document, Exhibit

__all__ = ["read_exhibits"]

LONGEST_GAP = 600
"""Characters between two rows of one index; what is farther down is another text, maybe the exhibit itself."""

# Lines are found by the break before them ("\n" is put before the text): sre scans for it, and would try ^ everywhere.
_NUMBER = r"\(?(\d{1,3}(?:\.\d{1,3})?[A-Za-z]?(?:\.?\([a-zA-Z0-9]{1,3}\))*)\)?[†‡*#+^]{0,3}"
_ROW = re.compile(
    rf"""(?ix) \n [ \t|•*-]*+ (?:(?:exhibit|ex) [ \t]*+ [-.]? [ \t]*+ (?:no\.?|number)? [ \t]*+)? {_NUMBER}
        (?: [ \t]*+ (?: [:–—-][\t:–—-]* | \.(?=[ \n]) ) [ \t\n]*+ | [ \t\n]++ ) ([^\s\d][^\n]*|\d+[ ][A-Za-z][^\n]*)"""
)
_MORE = re.compile(r"\n(?![ \t]*\n)[ \t]{4,}(?![ \t]*\(?\d{1,3}(?:\.\d+)?[ \t)])(\S[^\n]*)")
_INDEX = re.compile(
    r"(?im)\n\W{0,80}(?=[iel(])(?:(?:index\s+(?:to|of)\s+exhibits?|exhibits?\s+index|list\s+of\s+exhibits|(?:\([cd]\)\s*)?exhibits)\b[^\n\w]{0,40}$|exhibit\s+(?:no|number)\b|exhibit\s*\n\s*number)"
)
_EXHIBIT_PAGE = re.compile(r"(?im)\n\W{0,80}exhibit\s+\d{1,3}(?:\.\d{1,3})?\W*$")
_NO_DESCRIPTION = re.compile(
    r"(?i)items?\s+\d|\(?[a-d]\)|table of contents|not applicable|page\b|description\b|of this\b"
)
_TYPE = re.compile(r"EX-(\d{1,3}.*)", re.I)


def read_exhibits(text: str, documents: Sequence[Document], item_text: str = "") -> list[Exhibit]:
    """Exhibits in the documents' order, then those that only the index names.

    item_text: what stands under the item on exhibits (9.01; 7 before 2004), where the report has one.
    """
    index = _rows(item_text)
    for heading in _INDEX.finditer(f"\n{text}"):
        for number, words in _rows(text[heading.start() : heading.start() + 30_000]).items():
            index.setdefault(number, words)
    typed = [(match[1].strip(), document) for document in documents if (match := _TYPE.match(document.type or ""))]
    exhibits = [_exhibit(number, document, index, len(typed)) for number, document in typed]
    return exhibits + [
        Exhibit(number=number, type=f"EX-{number}", description=words) for number, words in index.items()
    ]


def _exhibit(number: str, document: Document, index: dict[str, str], count: int) -> Exhibit:
    """A document's exhibit; the row of the index that describes it is used up."""
    key = next((key for key in index if _plain(key) == _plain(number)), None)
    if key is None and count == 1 and number.isdecimal():
        alike = [key for key in index if key.partition(".")[0] == number]
        key = alike[0] if len(alike) == 1 else None
    return Exhibit(
        number=key or number,
        type=(document.type or "").strip(),
        description=(index.pop(key) if key else None) or document.description,
        filename=document.filename,
        sequence=document.sequence,
    )


def _plain(number: str) -> str:
    """`99.01`, `99.1` and `99.1*` are one exhibit; so are `12.(C)` and `12(c)`."""
    whole, _, rest = number.lower().replace(".(", "(").partition(".")
    rest = re.sub(r"^0+(?=\d)", "", rest)
    return f"{whole}.{rest}" if rest.strip("0") else whole


def _rows(text: str) -> dict[str, str]:
    """Number -> description, up to the first gap that no index has."""
    text = f"\n{text}"
    found: dict[str, str] = {}
    behind = 0
    page = _EXHIBIT_PAGE.search(text, 40)
    for row in _ROW.finditer(text, 0, page.start() if page else len(text)):
        number, words = row[1], row[2]
        between = text[row.end(1) : row.start(2)]
        in_columns = "\n" not in between and ("\t" in between or "  " in between)
        if (
            not _is_exhibit_number(number, in_columns=in_columns)
            or not re.search(r"[A-Za-z]{3}", words)
            or _NO_DESCRIPTION.match(words)
        ):
            continue
        if found and row.start() + 1 - behind > LONGEST_GAP:
            break
        more = _MORE.match(text, row.end())
        found.setdefault(number, " ".join(f"{words} {more[1] if more else ''}".split())[:500].strip(" -–—|"))
        behind = more.end() if more else row.end()
    return found


def _is_exhibit_number(number: str, *, in_columns: bool) -> bool:
    """Item 601 knows 1 to 35 and 95 to 107; a small number not set in a column is rather a page or a paragraph."""
    whole = int(re.split(r"\D", number, maxsplit=1)[0])
    if 95 <= whole <= 107:
        return True
    return 1 <= whole <= 35 and ("." in number or "(" in number or in_columns)
