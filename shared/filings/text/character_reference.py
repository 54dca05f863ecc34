"""HTML's character references in hostile text: `&amp;`, `&#9746;`, `&#x2612;`."""

from __future__ import annotations

import html
import re

__all__ = ["unescape"]

_ENDLESS = re.compile(r"&#[0-9]{1000,};?")


def unescape(text: str) -> str:
    """The text with its references read as HTML 5 says; the number of no character is U+FFFD."""
    try:
        return html.unescape(text)
    except ValueError:  # Python makes no number of more than 4,300 digits, which HTML has no limit for
        return html.unescape(_ENDLESS.sub("\ufffd", text))
