"""The header's lines, in either dialect, as one stream of tags and values.

`.txt` submissions carry labels (`COMPANY CONFORMED NAME:\t\tX`), the `.nc` feed carries tags
(`<CONFORMED-NAME>X`), and old ones mix both (a bare `<REPORTING-OWNER>` above labels). What the
tags mean is `header`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filings.headers.header_tags import PARTIES, SECTIONS, tag_of

__all__ = ["HeaderLine", "scan_header"]


class HeaderLine(NamedTuple):
    """`number` counts from 1; `closes` for `</FILER>`; `value` is stripped, maybe empty."""

    number: int
    tag: str
    value: str
    closes: bool = False


_TAG = re.compile(r"[ \t]*<(/?)([A-Z][A-Z0-9_-]*)>(.*)")
# A broken line of 2000 ends its predecessor with "]" before its own label.
_LABEL = re.compile(r"[ \t\]]*([A-Z][A-Z0-9 .&/()'-]*?)[ \t]*:(.*)")
_ENVELOPE = frozenset({"SEC-DOCUMENT", "IMS-DOCUMENT", "SEC-HEADER", "IMS-HEADER", "SUBMISSION"})


def scan_header(text: str) -> Iterator[HeaderLine]:
    """The header's lines in order. Lines with neither label nor tag continue the value before."""
    held: HeaderLine | None = None
    more: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        read = _line(number, line)
        if read is not None:
            if held:
                yield _whole(held, more)
            held, more = read, []
        elif held and held.value and line.strip():
            more.append(line.strip())
    if held:
        yield _whole(held, more)


def _whole(line: HeaderLine, more: list[str]) -> HeaderLine:
    return line._replace(value=" ".join([line.value, *more])) if more else line


def _line(number: int, line: str) -> HeaderLine | None:
    if match := _TAG.match(line):
        closes, tag, value = match.groups()
        return None if tag in _ENVELOPE else HeaderLine(number, tag_of(tag), value.strip(), bool(closes))
    if match := _LABEL.match(line):
        label, value = match.groups()
        return HeaderLine(number, tag_of(label), value.strip())
    return None


def opens_party(line: HeaderLine, following: HeaderLine | None) -> bool:
    """Whether a line names a party: one of the known roles, or any name right above its COMPANY DATA."""
    if line.value or line.closes or line.tag in SECTIONS:
        return False
    return line.tag in PARTIES or (
        following is not None and following.tag in ("COMPANY-DATA", "OWNER-DATA") and not following.closes
    )
