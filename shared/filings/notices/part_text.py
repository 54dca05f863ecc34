"""The parts of a short form by their headings, "PART III -- NARRATIVE": the text of each, and what stands above."""

from __future__ import annotations

import re

from filings.text.up_to_next import up_to_next

__all__ = ["parts_of"]

_HEADING = re.compile(r"(?im)^[^\w\n]{0,60}part[ \t]+(IV|I{1,3}|V)\b[^\w\n]{0,12}(?:[A-Za-z][^\n]{0,80})?$")


def parts_of(text: str) -> dict[str, str]:
    """Part number (`III`) to the text below its heading; what stands above the first heading is under `""`."""
    headings = list(_HEADING.finditer(text))
    found = {"": text[: headings[0].start() if headings else None]}
    for heading, end in up_to_next(headings, len(text)):
        found.setdefault(heading[1].upper(), text[heading.end() : end])
    return found
