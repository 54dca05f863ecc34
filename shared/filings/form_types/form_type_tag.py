"""The submission type that a page's inline XBRL names: `dei:DocumentType`, and whether it amends.

A filer may tag an amendment `10-K` and say only by `dei:AmendmentFlag` that it is one. Source: EDGAR Filer Manual, vol.
II, 6.5.19 and 6.5.20. An exhibit is tagged with its own type ("EX-FILING FEES"): its submission's is another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filings.record import Fact

__all__ = ["form_of_tags"]

_TYPE = re.compile(r"(?!EX-)[A-Z0-9][A-Z0-9 /-]{0,19}")


def form_of_tags(facts: Sequence[Fact]) -> str | None:
    """The submission type; None where none is tagged."""
    said = {fact.concept: fact.value for fact in facts}
    form = said.get("dei:DocumentType")
    if not isinstance(form, str) or not _TYPE.fullmatch(form):
        return None
    return form + ("/A" if said.get("dei:AmendmentFlag") is True and not form.endswith("/A") else "")
