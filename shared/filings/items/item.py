"""The items of a report: the text under each heading, up to the next heading or the signatures.

`item_heading` finds the headings; here a table of contents falls away and headings that share one
text get it under each number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from filings.items.absence import is_absence
from filings.items.item_heading import TITLE_SHARE, Heading
from filings.record import Item
from filings.signatures.signature_block import find_signing_clause, signature_blocks

__all__ = ["read_items", "trimmed"]

LONGEST_CONTENTS = 2_000
_WORD = re.compile(r"[A-Za-z]{2}")
# What may follow "Not applicable": page numbers and running heads, which are set in capitals.
_LOWER_CASE = re.compile(r"[a-z]{3}")
# "Section 8 - Other Events", "PART II": the heading of the group that the next item opens.
_GROUP_HEADING = re.compile(
    r"\n[^\w\n]*(?:section[ \t]+\d{1,2}\b[^\n]{0,120}"
    r"|part[ \t]+(?:[IVX]{1,4}|one|two|three|four)\b\W{0,90}(?:(?:other|financial)[ \t]+information\W{0,20})?)\s*\Z",
    re.I,
)
# What pages leave behind at an item's end: their number, a link back to the contents, a rule.
_AROUND = r"[ \t.\[\]|–—-]*"
_PAGE_NUMBER = r"(?:page[ \t]?)?\d{1,3}(?:[ \t]?of[ \t]?\d{1,3})?(?:[ \t]pages?)?"
_PAGE_END = re.compile(rf"{_AROUND}(?:{_PAGE_NUMBER}|\d{{1,2}}\.[A-K]|table[ \t]of[ \t]contents){_AROUND}", re.I)
_RULES = re.compile(r"[\s_=*|-]*")
# A page's head names the items on it: "Part II / Item 6", "Items 10, 11, 12".
_PAGE_HEAD = re.compile(r"\n[^\w\n]*items?[ \t]+\d{1,2}[A-K]?(?:[ ,&]{1,3}\d{1,2}[A-K]?){0,9}\W*\Z", re.I)
MOST_LINES_BETWEEN = 8  # of pages' ends and heads and of groups: each round takes one of a kind
MOST_TOGETHER = 40  # headings above one text; no form has more items, and each gets the whole text
_TAIL = 300  # characters of an item's end that may be such
# A table of contents has lines of its own below its last item: "Signatures … 5", "Exhibit Index".
_CONTENTS_LINE = re.compile(
    r"[^\n]{0,150}?(?:\.\.|…|\t|[ ]{3})[ .…\t]{0,150}\d{1,3}"
    r"|\W{0,40}(?:signatures?|(?:index\s+(?:to|of)\s+)?exhibits?(?:\s+index)?|page(?:\s+no\.?)?|table\s+of\s+contents)?"
    r"\W{0,150}\d{0,3}\W{0,40}",
    re.I,
)


def read_items(text: str, headings: Sequence[Heading], *, drop_absent: bool = True) -> list[Item]:
    """The item under each heading, in document order; each text begins with its heading, as printed.

    headings: as `find_headings` gives them, of the form's own choice.
    drop_absent: leave out items answered only by their absence ("Not applicable"), as on an 8-K.
    """
    headings = _without_contents(text, _before_signatures(text, headings))
    ends = _ends(text, headings)
    sections = [_section(text, headings, ends, place) for place in range(len(headings))]
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


def _ends(text: str, headings: Sequence[Heading]) -> list[int]:
    """Where the text under each heading ends: at the next heading, at the signatures, or with the text."""
    if not headings:
        return []
    blocks = [*signature_blocks(text, headings[0].body), len(text)]
    following = [heading.start for heading in headings[1:]] + [len(text)]
    return [
        min(after, blocks[bisect_left(blocks, heading.body)])
        for heading, after in zip(headings, following, strict=True)
    ]


def _section(text: str, headings: Sequence[Heading], ends: Sequence[int], place: int) -> _Section:
    """From a heading to the next one; past it where nothing stands between the two.

    Some filers print two headings above one text: "Item 2.02 … / Item 7.01 … / On June 5, …".
    """
    start, at = headings[place].start, place
    last = min(place + MOST_TOGETHER, len(headings)) - 1
    while at < last and headings[at + 1].start == ends[at] and _is_bare(text, headings[at], ends[at]):
        at += 1
    return _Section(headings[place], start, trimmed(text, start, ends[at]))


def _is_bare(text: str, heading: Heading, end: int) -> bool:
    """Nothing but rules and page numbers under the heading, not even "N/A"."""
    return not _WORD.search(text, heading.body, end) and not is_absence(text[heading.body : end])


def _is_contents(text: str, heading: Heading, end: int) -> bool:
    """Nothing under the heading, or what stands below the last item of a table of contents."""
    if end - heading.body > LONGEST_CONTENTS:
        return _is_bare(text, heading, end)
    return all(_CONTENTS_LINE.fullmatch(line.strip()) for line in text[heading.body : end].split("\n"))


def trimmed(text: str, start: int, end: int) -> int:
    """`end` without what a page ends and begins with, nor the heading of the group that the next item opens."""
    for _ in range(MOST_LINES_BETWEEN):
        before = end
        end = _before_page_end(text, start, end)
        for heading in (_GROUP_HEADING, _PAGE_HEAD):
            end = _before_heading(heading, text, start, end)
        if end == before:
            break
    return end


def _before_page_end(text: str, start: int, end: int) -> int:
    """`end` without the rules before it, nor a line above them that is a page's number."""
    tail = text[max(start, end - _TAIL) : end]
    # Read backwards: an expression that ends with the text is tried at each place of it.
    rules = _RULES.match(tail[::-1])
    words = tail[: len(tail) - rules.end()] if rules else tail
    above, line_break, line = words.rpartition("\n")
    if line_break and _PAGE_END.fullmatch(line):
        words = above.rstrip()
    return end - len(tail) + len(words)


def _before_heading(heading: re.Pattern[str], text: str, start: int, end: int) -> int:
    start = max(start, end - _TAIL)
    found = heading.search(text, start, end)
    return start + len(text[start : found.start()].rstrip()) if found else end


def _without_contents(text: str, headings: Sequence[Heading]) -> list[Heading]:
    """Drop headings with nothing under them whose number comes again: a table of contents."""
    numbers = [number for heading in headings for number in heading.numbers]
    if len(numbers) == len(set(numbers)):
        return list(headings)
    kept: list[Heading] = []
    seen_later: set[str] = set()
    for heading, end in reversed(list(zip(headings, _ends(text, headings), strict=True))):
        if not (seen_later.intersection(heading.numbers) and _is_contents(text, heading, end)):
            kept.append(heading)
        seen_later.update(heading.numbers)
    return kept[::-1]


def _is_absent(text: str, section: _Section) -> bool:
    """Nothing but "not applicable", under the heading or in the place of its title."""
    heading = section.heading
    body = text[heading.body : section.end]
    parts = (body.strip().partition(blank) for blank in ("\n", "\n\n"))
    if any(is_absence(answer) and not _LOWER_CASE.search(rest) for answer, _, rest in parts):
        return True
    return bool(heading.title and heading.share < TITLE_SHARE and is_absence(heading.title))


def _merged(sections: list[_Section]) -> list[_Section]:
    """A heading printed again below its own text ("Item 5.02 (continued)") goes on; else the longer one counts."""
    merged: dict[tuple[str, ...], _Section] = {}
    last: tuple[str, ...] = ()
    for section in sections:
        numbers = section.heading.numbers
        before = merged.get(numbers)
        if before is None:
            last = numbers
            merged[numbers] = section
        elif numbers == last:
            merged[numbers] = before._replace(end=section.end)
        elif section.end - section.start > before.end - before.start:
            merged[numbers] = section
    return sorted(merged.values(), key=lambda section: section.start)
