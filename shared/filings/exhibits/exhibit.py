"""The exhibits of a report: the documents that are exhibits, and those that only its index names.

Regulation S-K Item 601 numbers them: `99.1` in the index is the document of type `EX-99.1`. The index
itself is `exhibit_index`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filings.exhibits.exhibit_index import read_index
from filings.record import Document, Exhibit

__all__ = ["read_exhibits"]

_TYPE = re.compile(r"EX-(\d{1,3}.*)", re.I)


def read_exhibits(text: str, documents: Sequence[Document], item_text: str = "") -> list[Exhibit]:
    """Exhibits in the documents' order, then those that only the index names.

    item_text: what stands under the item on exhibits (9.01; 7 before 2004), where the report has one.
    """
    index = read_index(text, item_text)
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
    """`99.01`, `99.1` and `99.1*` are one exhibit; so are `12.(C)`, `12(c)` and `12.C`."""
    whole, *parts = re.findall(r"[a-z]+|\d+", number.lower())
    return ".".join([whole, *(part.lstrip("0") or "0" for part in parts)]).removesuffix(".0")
