"""The rules of Form 15 whose boxes are ticked: 12g-4 ends a registration, 12h-3 and 15d-6 only the duty to report."""

from __future__ import annotations

import re

from filings.covers.check_row import read_row

__all__ = ["ticked_rules"]

_PROVISION = re.compile(r"\brules?\s+((?:12g-4|12h-3|12h-6|15d-6|15d-22)(?:\([a-z0-9]{1,3}\)){0,4})", re.I)


def ticked_rules(page: str) -> list[str]:
    """`12g-4(a)(1)`, `12h-3(b)(1)(i)`, … in the order of the page."""
    printed = dict.fromkeys(match[1].lower() for match in _PROVISION.finditer(page))
    boxes = read_row(page, {name: re.compile(rf"\brules?\s+{re.escape(name)}(?!\()", re.I) for name in printed})
    return [name for name, ticked in boxes.items() if ticked]
