"""Accession numbers: `0000950135-07-002749`.

Ten digits of whoever submitted (a company or, mostly, a filing agent: *not* the filer), two of the
year, six counting. EDGAR's URLs drop the dashes.
"""

from __future__ import annotations

import re

__all__ = ["accession_in", "accession_number"]

_DASHED = re.compile(r"(?<!\d)(\d{10})-(\d{2})-(\d{6})(?!\d)", re.ASCII)
_UNDASHED = re.compile(r"(?<!\d)(\d{10})(\d{2})(\d{6})(?!\d)", re.ASCII)


def accession_number(text: str) -> str | None:
    """The accession number that `text` is, with its dashes, or None."""
    match = _DASHED.fullmatch(text.strip()) or _UNDASHED.fullmatch(text.strip())
    return "-".join(match.groups()) if match else None


def accession_in(name: str) -> str | None:
    """The last accession number in a file name or S3 key, dashed or as in EDGAR's folders, or None."""
    found = _DASHED.findall(name) or _UNDASHED.findall(name)
    return "-".join(found[-1]) if found else None
