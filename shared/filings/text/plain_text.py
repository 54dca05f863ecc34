"""The text of a plain-text document, as EDGAR has taken it since 1993.

Its few tags (`<PAGE>`, `<TABLE>`, `<S>`, `<C>`, `<CAPTION>`, `<FN>`) mark layout and go; lines and
columns stay as the filer set them.
"""

from __future__ import annotations

import re

from filings.text.character_reference import unescape

__all__ = ["plain_text"]

# `<PAGE>   3`: EDGAR's tag with the page's number behind it.
_LAYOUT_TAG = re.compile(
    r"<PAGE>[ \t]{1,40}\d{1,4}(?=[ \t]{0,40}\r?\n)|</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d+|TEXT|PDF|R|B|I|U)>", re.I
)
_EMPTY_LINES = re.compile(r"\n\n\n\n+")  # written out, sre scans for it


def plain_text(source: str) -> str:
    """Lines as filed, without EDGAR's layout tags; entities decoded."""
    text = source.replace("\x00", "").replace("\xad", "").replace("\x1a", "").replace("\f", "\n")
    text = _EMPTY_LINES.sub("\n\n\n", _LAYOUT_TAG.sub("", text))
    if "&" in text:
        text = unescape(text)
    text = text.replace("\xa0", " ")
    lines = [line.rstrip(" ") for line in text.expandtabs().split("\n")]
    return _EMPTY_LINES.sub("\n\n\n", "\n".join(lines)).strip("\n ")
