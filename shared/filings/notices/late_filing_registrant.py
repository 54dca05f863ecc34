"""Part I of Form 12b-25: the registrant, its former name and its address, each by its caption.

A value stands above its caption (the form's own layout), behind it on the same line, or below it; without captions,
the name is the first line.
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
LONGEST_BLOCK = 6
"""Lines of a name and an address; more are something else."""
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
    if not found:
        yield from _without_captions(part)
    line_ends = [_line_end(part, match.end()) for _, match in found]
    behinds = [_behind(part[match.end() : end], match) for (_, match), end in zip(found, line_ends, strict=True)]
    above = _stand_above(part, [match.start() for _, match in found], line_ends, behinds)
    for place, (name, match) in enumerate(found):
        if behinds[place]:
            yield name, value_of(behinds[place])
        elif above:
            yield name, _words(part[line_ends[place - 1] if place else 0 : match.start()])
        else:
            following = found[place + 1][1].start() if place + 1 < len(found) else line_ends[place] + 200
            yield name, _words(part[line_ends[place] : following])


def _behind(rest: str, caption: re.Match[str]) -> str:
    """What stands behind a caption on its line: behind a colon or a gap."""
    told = re.search(r"\w", rest) and (caption[0].endswith(":") or _GAP.match(rest))
    return rest.lstrip(" \t:") if told else ""


def _stand_above(part: str, starts: list[int], line_ends: list[int], behinds: list[str]) -> bool:
    """Whether words stand between the first caption without a value behind it and the one before."""
    first = next((place for place, behind in enumerate(behinds) if not behind), None)
    if first is None:
        return False
    return _words(part[line_ends[first - 1] if first else 0 : starts[first]]) is not None


def _without_captions(part: str) -> Iterator[tuple[str, str | None]]:
    lines = [line.strip() for line in part.split("\n") if re.search(r"\w", line) and not _HEADING.search(line)]
    if 2 <= len(lines) <= LONGEST_BLOCK:
        yield "name", value_of(lines[0])
        yield "street", value_of(", ".join(lines[1:-1]))
        yield "city", value_of(lines[-1])


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
