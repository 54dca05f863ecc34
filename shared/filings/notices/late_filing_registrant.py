"""Part I of Form 12b-25: the registrant, its former name and its address, each by its caption.

A value stands above its caption (the form's own layout), behind it on the same line, or below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filings.covers.address import read_address
from filings.covers.cover_numbers import FILE_NUMBER
from filings.record import Cover

__all__ = ["read_registrant", "value_of"]

_CAPTIONS = {
    "name": re.compile(r"full\s+name\s+of\s+(?:the\s+)?registrant(?:[ \t]*:)?", re.I),
    "former": re.compile(r"former\s+name\s*,?\s+if\s+applicable(?:[ \t]*:)?", re.I),
    "street": re.compile(
        r"address\s+of\s+(?:the\s+)?principal\s+executive\s+offices?(?:\s*\([^()]*\))?(?:[ \t]*:)?", re.I
    ),
    "city": re.compile(r"city,?\s+state,?\s+(?:and\s+)?zip\s+code(?:[ \t]*:)?", re.I),
}
_HEADING = re.compile(r"registrant\s+information|\(\s*street\s+and\s+number\s*\)", re.I)
_GAP = re.compile(r"[ \t]*:|\t| {2,}")


def read_registrant(head: str, part: str) -> Cover:
    """The cover of the notice. head: what stands above Part I; part: the text of Part I."""
    number = FILE_NUMBER.search(head)
    values = dict(_values(part))
    lines = [line for line in (values.get("street"), values.get("city")) if line]
    return Cover(
        registrant_name=values.get("name"),
        former_name=values.get("former"),
        commission_file_number=number[0].replace(" ", "") if number else None,
        address=read_address(lines),
    )


def _values(part: str) -> Iterator[tuple[str, str | None]]:
    found = [(name, match) for name, caption in _CAPTIONS.items() if (match := caption.search(part))]
    found.sort(key=lambda one: one[1].start())
    above = bool(found) and _words(part[: found[0][1].start()]) is not None
    line_ends = [_line_end(part, match.end()) for _, match in found]
    for place, (name, match) in enumerate(found):
        behind = part[match.end() : line_ends[place]]
        if re.search(r"\w", behind) and (match[0].endswith(":") or _GAP.match(behind)):
            yield name, value_of(behind.lstrip(" \t:"))
        elif above:
            yield name, _words(part[line_ends[place - 1] if place else 0 : match.start()])
        else:
            following = found[place + 1][1].start() if place + 1 < len(found) else line_ends[place] + 200
            yield name, _words(part[line_ends[place] : following])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _words(text: str) -> str | None:
    """Lines with words, put together with commas."""
    lines = (line.strip() for line in text.split("\n") if re.search(r"\w", line) and not _HEADING.search(line))
    return value_of(", ".join(lines))


def value_of(text: str) -> str | None:
    """What is filled in; None for "N/A" and for a blank."""
    value = " ".join(text.split()).strip(" _,")
    return None if re.fullmatch(r"(?:n/?a|none|not applicable)?\W*", value, re.I) else value
