"""The items of a report: the text under each heading, up to the next heading or the signatures.

`item_heading` finds the headings; here a table of contents falls away and headings that share one
text get it under each number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from filings.item_heading import Heading
from filings.record import Item
from filings.signature_block import find_signatures, find_signing_clause

__all__ = ["read_items"]

_ABSENT = re.compile(
    r"\W*(?:(?:this\s+)?items?\s+(?:is|are)\s+)?(?:none|not\s+applicable|inapplicable|n/?a|nothing\s+to\s+report"
    r"|no\s+(?:events?|information|items?)\s+to\s+(?:be\s+)?report(?:ed)?|omitted|not\s+required)\W*",
    re.I,
)
# What may follow such an answer: page numbers and running heads, which are set in capitals.
_LOWER_CASE = re.compile(r"[a-z]{3}")
# "Section 8 - Other Events", "PART II": the heading of the group that the next item opens.
_GROUP_HEADING = re.compile(r"\n[^\w\n]*(?:section[ \t]+\d{1,2}\b[^\n]{0,120}|part[ \t]+[IVX]{1,4}\W{0,6})\s*\Z", re.I)
_PAGE_END = re.compile(r"(?:\s*\n[ \t]*(?:page[ \t]*)?[-–—]?[ \t]*\d{1,3}[ \t]*[-–—]?)?[\s_=*-]*\Z", re.I)


def read_items(text: str, headings: Sequence[Heading], *, drop_absent: bool = True) -> list[Item]:
    """The item under each heading, in document order; each text begins with its heading, as printed.

    headings: as `find_headings` gives them, of the form's own choice.
    drop_absent: leave out items answered only by their absence ("Not applicable"), as on an 8-K.
    """
    headings = _without_contents(text, _before_signatures(text, headings))
    sections = [_section(text, headings, place) for place in range(len(headings))]
    if drop_absent:
        sections = [section for section in sections if not _is_absent(text, section)]
    return [
        Item(
            item=number,
            title=section.heading.title,
            text=text[section.start : section.end],
            start=section.start,
            end=section.end,
        )
        for section in _merged(sections)
        for number in section.heading.numbers
    ]


def _before_signatures(text: str, headings: Sequence[Heading]) -> list[Heading]:
    """The headings of the report itself: behind its signing clause an exhibit may have "Item 1" of its own."""
    if not headings:
        return []
    signed = find_signing_clause(text, headings[0].body)
    return [heading for heading in headings if heading.start < signed]


class _Section(NamedTuple):
    """A heading and the span that it heads, heading included."""

    heading: Heading
    start: int
    end: int


def _end_of(text: str, headings: Sequence[Heading], place: int) -> int:
    following = headings[place + 1].start if place + 1 < len(headings) else len(text)
    return min(following, find_signatures(text, headings[place].body))


def _section(text: str, headings: Sequence[Heading], place: int) -> _Section:
    """From a heading to the next one; past it where nothing stands between the two.

    Some filers print two headings above one text: "Item 2.02 … / Item 7.01 … / On June 5, …".
    """
    start, at = headings[place].start, place
    end = _end_of(text, headings, at)
    while _is_bare(text, headings[at], end) and at + 1 < len(headings) and headings[at + 1].start == end:
        at += 1
        end = _end_of(text, headings, at)
    return _Section(headings[place], start, _trimmed(text, start, end))


def _is_bare(text: str, heading: Heading, end: int) -> bool:
    """Nothing but rules and page numbers under the heading."""
    return not re.search(r"[A-Za-z]{2}", text[heading.body : end])


def _trimmed(text: str, start: int, end: int) -> int:
    """`end` without blanks, rules and the page number before it."""
    for pattern in (_PAGE_END, _GROUP_HEADING, _PAGE_END):
        tail = pattern.search(text, max(start, end - 200), end)
        end = tail.start() if tail else end
    return end


def _without_contents(text: str, headings: list[Heading]) -> list[Heading]:
    """Drop headings with nothing under them whose number comes again: a table of contents."""
    kept: list[Heading] = []
    seen_later: set[str] = set()
    for place in range(len(headings) - 1, -1, -1):
        heading = headings[place]
        if not (seen_later.intersection(heading.numbers) and _is_bare(text, heading, _end_of(text, headings, place))):
            kept.append(heading)
        seen_later.update(heading.numbers)
    return kept[::-1]


def _is_absent(text: str, section: _Section) -> bool:
    """Nothing but "not applicable", under the heading or in the place of its title."""
    heading = section.heading
    body = text[heading.body : section.end]
    answer, _, rest = body.strip().partition("\n")
    if _ABSENT.fullmatch(answer) and not _LOWER_CASE.search(rest):
        return True
    return bool(heading.title and heading.share == 0 and _ABSENT.fullmatch(heading.title))


def _merged(sections: list[_Section]) -> list[_Section]:
    """A heading printed again below its own text ("Item 5.02 (continued)") goes on; else the longer one counts."""
    merged: list[_Section] = []
    for section in sections:
        numbers = section.heading.numbers
        before = next((n for n, other in enumerate(merged) if other.heading.numbers == numbers), None)
        if before is None:
            merged.append(section)
        elif before == len(merged) - 1:
            merged[before] = merged[before]._replace(end=section.end)
        elif section.end - section.start > merged[before].end - merged[before].start:
            merged[before] = section
    return sorted(merged, key=lambda section: section.start)
