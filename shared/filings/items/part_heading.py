"""The headings of a report's parts, "PART II - OTHER INFORMATION": in which part a place of the text stands."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["Parting"]

# Begins with a letter, so that sre scans for it; the line's beginning is looked at behind.
_PART = re.compile(r"P(?:ART|art)[ \t]{1,4}([IVX]{1,3}|[1-4]|One|Two)\b(?![ \t]*,?[ \t]*[Ii]tem|[ \t]+of\b)")
_BEFORE = re.compile(r"(?:\n|\A)[^\w\n]{0,40}\Z")
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV", "One": "I", "Two": "II"}


class Parting:
    """Where the parts of a text begin. Looked for once."""

    def __init__(self, text: str) -> None:
        found = [
            (match.start(), _ROMAN.get(match[1], match[1]))
            for match in _PART.finditer(text)
            if _BEFORE.search(text[max(0, match.start() - 42) : match.start()])
        ]
        self._starts = [start for start, _ in found]
        self._parts = [part for _, part in found]

    def agrees(self, at: int, part: str | None) -> int:
        """1 where the heading above this place is the part's, -1 where it is another's, 0 where none tells."""
        above = bisect_right(self._starts, at) - 1
        if part is None or above < 0:
            return 0
        return 1 if self._parts[above] == part else -1
