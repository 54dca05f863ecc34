"""Which of a report's headings are its items: the best chain of them in the form's order.

A report names its items in a table of contents, in running page heads ("Item 1. Business (Continued)") and in
references, in the same words as above their texts. But the texts stand in the form's order, once each. So each
place gets a weight by how much it looks like the heading it should be, and the chain of rising items with the
largest sum is the report. `item_heading` finds the places, `item_candidate` says which items they may be,
`contents_list` which are a table of contents; `report_items` makes items of the chain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from filings.items.contents_list import find_contents
from filings.items.item_candidate import Candidate, candidate
from filings.items.item_heading import TITLE_SHARE, Heading
from filings.items.outline import Outline
from filings.items.part_heading import Parting

__all__ = ["Chain", "Link", "best_chain"]


class Link(NamedTuple):
    """A heading taken for an entry of the outline (`place`), and how much it looks like it."""

    heading: Heading
    place: int
    share: float
    weight: float


@dataclass
class Chain:
    """The links of a report in document order; `weight` is their sum."""

    links: list[Link] = field(default_factory=list)
    weight: float = 0.0


# What a place weighs: a heading with its title 2; one without a title less, one with another title least.
TITLED, UNTITLED, STRANGE = 2.0, 1.0, 0.4
IN_ITS_PART = 0.5
CONTINUED = -0.5
ON_A_LINE_OF_ITS_OWN = 0.2
LISTED = -0.1
BEHIND_SIGNATURES = -1.2
LEAST = 0.05
DISPLACED = TITLED - IN_ITS_PART  # it may stand below another part's heading

_CONTINUED = re.compile(r"\bcont(?:inued|['’]?d|\.)?\W*\Z", re.I)
_CONTINUED_BELOW = re.compile(r"\s{0,80}\(?(?:continued|cont['’]?d)\b", re.I)
_LINE_ABOVE = re.compile(r"\n[^\w\n]*\Z")
_BESIDE = re.compile(r"[A-Za-z]{3}[^\w\n]{0,3}[ ]{3,}(?=[^\s\d])")
_EMPTY_LINE_ABOVE = re.compile(r"\n[ \t]*\n[^\w\n]*\Z")


def best_chain(text: str, headings: Sequence[Heading], outline: Outline, parting: Parting, signed: int) -> Chain:
    """The report's own headings among all that were found. signed: where its signing clause stands."""
    candidates = [candidate(heading, outline) for heading in headings]
    contents = find_contents(text, candidates)
    links = [
        Link(one.heading, at, share, _weight(text, one, at, outline, parting, signed))
        for number, one in enumerate(candidates)
        if number not in contents
        for at, share in one.fits.items()
    ]
    chain = _heaviest(links, outline.slots)
    return _with_displaced(text, chain, links, outline, signed)


# ------------------------------------------------------------------ weights


def _weight(text: str, one: Candidate, at: int, outline: Outline, parting: Parting, signed: int) -> float:
    """How much a heading looks like this entry's."""
    heading = one.heading
    weight = TITLED if one.fits[at] >= TITLE_SHARE else STRANGE if heading.title else UNTITLED
    weight += parting.agrees(heading.start, outline.entries[at].part) * IN_ITS_PART
    if one.listed:
        weight += LISTED
    if (heading.title and _CONTINUED.search(heading.title)) or _CONTINUED_BELOW.match(text, heading.body):
        weight += CONTINUED
    if _LINE_ABOVE.search(text[max(0, heading.start - 80) : heading.start]):
        weight += ON_A_LINE_OF_ITS_OWN
    if heading.start > signed:
        weight += BEHIND_SIGNATURES
    return max(weight, LEAST)


# ------------------------------------------------------------------ the chain


def _heaviest(links: Sequence[Link], slots: Sequence[int]) -> Chain:
    """The rising chain with the largest sum, each heading once; of equal ones the earliest."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (max(slots) + 1)  # by the last link's slot: the sum, and that link
    before: list[int] = []
    for _, same in groupby(enumerate(links), key=lambda numbered: numbered[1].heading.start):
        ends = list(best)  # a heading that may be two entries follows neither of its own
        for at, link in same:
            slot = slots[link.place]
            weight, previous = max(ends[:slot], key=lambda end: end[0])
            before.append(previous)
            if weight + link.weight > best[slot][0]:
                best[slot] = (weight + link.weight, at)
    weight, at = max(best, key=lambda end: end[0])
    chain: list[Link] = []
    while at >= 0:
        chain.append(links[at])
        at = before[at]
    return Chain(chain[::-1], weight)


def _with_displaced(text: str, chain: Chain, links: Sequence[Link], outline: Outline, signed: int) -> Chain:
    """Items that the filer put out of the form's order ("Item 1B" behind 3): titled, on lines of their own."""
    taken = {numbered for link in chain.links for numbered in _numbered(link, outline)}
    added = []
    for link in links:
        own = _numbered(link, outline)
        if taken.intersection(own) or link.heading.start > signed:
            continue
        if link.share >= 0.8 and link.weight >= DISPLACED and _stands_alone(text, link.heading):
            taken.update(own)
            added.append(link)
    if not added:
        return chain
    return Chain(sorted([*chain.links, *added], key=lambda link: link.heading.start), chain.weight)


def _numbered(link: Link, outline: Outline) -> set[tuple[str | None, str]]:
    """The numbers of a link's heading, each with its part: a 10-Q has an item 2 in both."""
    part = outline.entries[link.place].part
    return {(part, number) for number in link.heading.numbers}


def _stands_alone(text: str, heading: Heading) -> bool:
    """Below an empty line, and nothing behind it on its line, nor in a column beside it (of where its text is)."""
    if _BESIDE.search(text, heading.start, heading.body):
        return False
    above = text[max(0, heading.start - 80) : heading.start]
    return bool(_EMPTY_LINE_ABOVE.search(above)) and text[heading.body : heading.body + 1] in ("\n", "")
