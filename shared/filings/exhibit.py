"""The exhibits of a report: from its exhibit index, and from the documents that are exhibits.

Regulation S-K Item 601 numbers them: `99.1` in the index is the document of type `EX-99.1`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filings.record import Document, Exhibit

__all__ = ["read_exhibits"]

_NUMBER = r"\(?\*{0,2}(\d{1,3}(?:\.\d{1,3})?(?:[A-Za-z])?(?:\([a-z0-9]{1,3}\))*)\)?\*{0,2}[†‡*#+^]{0,3}"
_INDEX_HEAD = re.compile(
    r"(?im)^\W*(?:exhibit\s*(?:s\b|index|list|no\b|number|#)|index\s+to\s+exhibits|\(?[cd]\)?[.\s]*exhibits?\b|no\.\s+description|item\s+9\.01|item\s+7\b)"
)
_ROW = re.compile(rf"(?m)^[ \t|•-]*(?:(?:exhibit|ex)[ \t]*[-.]?[ \t]*(?:no\.?|number)?[ \t]*)?{_NUMBER}[ \t]*(?:[\t:–—-]|\.(?=[ \t\n])| {{1,}}|\n)[ \t\n]*(\S.*)", re.I)
_MORE = re.compile(r"(?:\n(?![ \t]*\n)[ \t]{4,}(?!\(?\d{1,3}(?:\.\d+)?[ \t)])(\S[^\n]*))")
_TYPE = re.compile(r"EX-(\d{1,3}(?:\.[0-9A-Za-z]+)*.*)", re.I)


def read_exhibits(text: str, documents: Sequence[Document]) -> list[Exhibit]:
    """Exhibits in the documents' order, then those that only the index names."""
    described = _index(text)
    exhibits: list[Exhibit] = []
    for document in documents:
        match = _TYPE.match(document.type or "")
        if match is None:
            continue
        number = match[1].strip()
        description = described.pop(_plain(number), None)
        exhibits.append(
            Exhibit(
                number=number,
                type=(document.type or "").strip(),
                description=description or document.description,
                filename=document.filename,
                sequence=document.sequence,
            )
        )
    return exhibits + [Exhibit(number=number, type=f"EX-{number}", description=words) for number, words in described.items()]


def _plain(number: str) -> str:
    """`99.01` and `99.1` are one exhibit, and so are `99` and `99.0`."""
    whole, _, rest = number.partition(".")
    rest = rest.lstrip("0") if rest.isdecimal() else rest
    return f"{whole}.{rest}" if rest else whole


def _index(text: str) -> dict[str, str]:
    """Number -> description, from the rows behind a heading that announces exhibits."""
    found: dict[str, str] = {}
    head = _INDEX_HEAD.search(text)
    if head is None:
        return found
    for row in _ROW.finditer(text, head.end()):
        number, words = row[1], row[2]
        if not _is_exhibit_number(number) or not re.search(r"[A-Za-z]{3}", words) or re.match(r"(?i)item\b|\(?[cd]\)", words):
            continue
        more = _MORE.match(text, row.end())
        words = f"{words} {more[1]}" if more else words
        found.setdefault(_plain(number), " ".join(words.split())[:500])
    return found


def _is_exhibit_number(number: str) -> bool:
    """Item 601 knows 1 to 35 and 95 to 107; a bare number is one only if it is 99 or above a page number's size."""
    whole = int(re.match(r"\d+", number)[0])  # type: ignore[index] - the pattern begins with a digit
    if "." in number or "(" in number:
        return 1 <= whole <= 35 or 95 <= whole <= 107
    return 95 <= whole <= 107 or whole in (16, 23, 20, 28, 27, 10, 4)
