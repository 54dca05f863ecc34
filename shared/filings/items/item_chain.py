"""Which of a report's headings are its items: the best chain of them in the form's order.

A report names its items in a table of contents, in running page heads ("Item 1. Business (Continued)") and in
references, in the same words as above their texts. But the texts stand in the form's order, once each. So each
place gets a weight by how much it looks like the heading it should be, and the chain of rising items with the
largest sum is the report. `item_heading` finds the places, `report_items` makes items of the chain.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from filings.items.item_heading import TITLE_SHARE, Heading
from filings.items.item_title import match_title
from filings.items.part_heading import Parting

__all__ = ["Chain", "Entry", "Link", "Outline", "best_chain"]


@dataclass(frozen=True)
class Entry:
    """An item of a form: the part it stands in, its number, its present title.

    former: titles that the form had, each with the last day (of filing) it was the form's own, the oldest first.
    variants: what filers print besides.
    """

    part: str | None
    number: str
    title: str
    former: tuple[tuple[str, str], ...] = ()
    variants: tuple[str, ...] = ()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Every title of the item."""
        return (self.title, *(title for _, title in reversed(self.former)), *self.variants)

    def title_on(self, day: dt.date | None) -> str:
        """The form's title on a day; the present one where the day is unknown."""
        stated = day.isoformat() if day else "9999"
        return next((title for last, title in self.former if stated <= last), self.title)


@dataclass(frozen=True)
class Outline:
    """The items of a form in its order. A number may come twice, in two parts or with titles of two eras."""

    entries: tuple[Entry, ...]

    @cached_property
    def titles(self) -> dict[str, tuple[str, ...]]:
        """Number -> the titles of all its entries, as `find_headings` takes them."""
        merged: dict[str, tuple[str, ...]] = {}
        for entry in self.entries:
            merged[entry.number] = (*merged.get(entry.number, ()), *entry.titles)
        return merged

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Number -> where its entries stand in the form."""
        return {
            number: tuple(at for at, entry in enumerate(self.entries) if entry.number == number)
            for number in self.titles
        }

    @cached_property
    def slots(self) -> tuple[int, ...]:
        """Where each entry stands in the order: entries of one number in a row stand in one another's place."""
        starts = [at == 0 or entry.number != self.entries[at - 1].number for at, entry in enumerate(self.entries)]
        return tuple(accumulate(starts))


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

_CONTINUED = re.compile(r"\bcont(?:inued|['’]?d|\.)?\W*\Z", re.I)
_CONTINUED_BELOW = re.compile(r"\s{0,80}\(?(?:continued|cont['’]?d)\b", re.I)
_LINE_ABOVE = re.compile(r"\n[^\w\n]*\Z")
_LETTERED = re.compile(r"[-.(]?([A-Za-z])(?:[.):]|[ \t]+[-–—]|(?=[ \t]))[ \t]*")
_EMPTY_LINE_ABOVE = re.compile(r"\n[ \t]*\n[^\w\n]*\Z")
_SENTENCE = re.compile(r"[a-z]{2}[^\n]{12,}?[a-z)]\.(?:\s|\Z)|[^\n]{160}")
SHORTEST_LIST = 4  # headings in a row without a sentence below them
LONG_LIST = 8  # of which half has to stand elsewhere, as some items have no heading; of a shorter one two thirds
LONGEST_ENTRY = 1_200  # of a table of contents: an item with its subheadings


def best_chain(text: str, headings: Sequence[Heading], outline: Outline, parting: Parting, signed: int) -> Chain:
    """The report's own headings among all that were found. signed: where its signing clause stands."""
    places = [_place(_refined(heading, outline), outline) for heading in headings]
    listed = _listed(text, places)
    contents = _contents(places, listed)
    links = [
        Link(place.heading, at, share, _weight(text, place, at, outline, parting, signed))
        for number, place in enumerate(places)
        if number not in contents
        for at, share in place.fits.items()
    ]
    chain = _heaviest(links, outline.slots)
    return _with_displaced(text, chain, links, signed)


@dataclass
class _Place:
    """A heading and the entries that it may be, each with its title's share. listed: no sentence stands below it."""

    heading: Heading
    fits: dict[int, float]
    listed: bool = False


def _place(heading: Heading, outline: Outline) -> _Place:
    """A title that fits one entry rules out the others of that number."""
    places = outline.places[heading.numbers[0]]
    if len(places) == 1:
        return _Place(heading, {places[0]: heading.share})
    shares = {place: _share(heading.title or "", outline.entries[place].titles) for place in places}
    best = max(shares.values())
    return _Place(heading, {at: share for at, share in shares.items() if share >= TITLE_SHARE or best < TITLE_SHARE})


def _refined(heading: Heading, outline: Outline) -> Heading:
    """`Item 16. B. Code of Ethics`: the number's letter stands where the title should begin."""
    lettered = _LETTERED.match(heading.title or "")
    if not lettered or heading.share >= TITLE_SHARE or len(heading.numbers) > 1:
        return heading
    number = heading.numbers[0] + lettered[1].upper()
    if number not in outline.titles:
        return heading
    title = str(heading.title)[lettered.end() :]
    share = _share(title, outline.titles[number])
    return heading._replace(numbers=(number,), title=title, share=share) if share >= TITLE_SHARE else heading


def _share(title: str, titles: Sequence[str]) -> float:
    return match_title(title, 0, titles).share


# ------------------------------------------------------------------ tables of contents


def _listed(text: str, places: Sequence[_Place]) -> set[int]:
    """The places with no sentence between them and the next one; a running head above a table goes on with its item."""
    found = set()
    for at, (place, after) in enumerate(pairwise(places)):
        start, end = place.heading.body, after.heading.start
        same = place.fits.keys() & after.fits.keys()
        if not same and end - start < LONGEST_ENTRY and not _SENTENCE.search(text, start, end):
            place.listed = True
            found.add(at)
    return found


def _contents(places: Sequence[_Place], listed: set[int]) -> set[int]:
    """The places in tables of contents: lists whose items stand elsewhere with more below them.

    The longest first: the items that a report ends with are a list too, where their answers are short.
    """
    found: set[int] = set()
    below = _below(places)
    count, extent = _sums(places, below, range(len(places)))
    for start, end, own in sorted(_lists(places, listed), key=lambda found: found[0] - found[1]):
        if end - start < SHORTEST_LIST:
            continue
        list_count, _ = _sums(places, below, range(start, end))
        _, list_extent = _sums(places, below, range(start, end - 1))
        _, last_extent = _sums(places, below, range(end - 1, end))
        again = sum(count[entry] > list_count[entry] for entry in own)
        elsewhere = sum(extent[entry] - list_extent[entry] - last_extent[entry] for entry in own)
        most = 2 * again >= len(own) if len(own) >= LONG_LIST else 3 * again >= 2 * len(own)
        if most and elsewhere > sum(list_extent[entry] for entry in own):
            found.update(range(start, end))
            count.subtract(list_count)
            extent.subtract(list_extent + last_extent)
    return found


def _below(places: Sequence[_Place]) -> list[int]:
    """Characters below each place, up to the next one; none are known below the last."""
    return [after.heading.start - place.heading.body for place, after in pairwise(places)] + [0]


def _sums(places: Sequence[_Place], below: Sequence[int], chosen: Iterable[int]) -> tuple[Counter[int], Counter[int]]:
    """By entry: how many of the chosen places it may be, and the characters below them."""
    count, extent = Counter[int](), Counter[int]()
    for at in chosen:
        for entry in places[at].fits:
            count[entry] += 1
            extent[entry] += below[at]
    return count, extent


def _lists(places: Sequence[_Place], listed: set[int]) -> Iterator[tuple[int, int, set[int]]]:
    """Stretches of listed places in the form's order, and their entries; the last ends the list, whatever follows."""
    start, own, last = 0, set[int](), -1
    for at, place in enumerate(places):
        after = next((fit for fit in place.fits if fit > last), None)
        if after is None:  # the order begins anew
            yield start, at, own
            start, own, after = at, set(), next(iter(place.fits))
        own.add(after)
        last = after
        if at not in listed:
            yield start, at + 1, own
            start, own, last = at + 1, set(), -1
    yield start, len(places), own


# ------------------------------------------------------------------ weights


def _weight(text: str, place: _Place, at: int, outline: Outline, parting: Parting, signed: int) -> float:
    """How much a heading looks like this entry's."""
    heading = place.heading
    weight = TITLED if place.fits[at] >= TITLE_SHARE else STRANGE if heading.title else UNTITLED
    weight += parting.agrees(heading.start, outline.entries[at].part) * IN_ITS_PART
    if place.listed:
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


def _with_displaced(text: str, chain: Chain, links: Sequence[Link], signed: int) -> Chain:
    """Items that the filer put out of the form's order ("Item 1B" behind 3): titled, on lines of their own."""
    taken = {link.place for link in chain.links}
    numbers = {number for link in chain.links for number in link.heading.numbers}
    added = []
    for link in links:
        if link.place in taken or numbers.intersection(link.heading.numbers) or link.heading.start > signed:
            continue
        if link.share >= 0.8 and link.weight >= TITLED and _stands_alone(text, link.heading):
            taken.add(link.place)
            numbers.update(link.heading.numbers)
            added.append(link)
    if not added:
        return chain
    return Chain(sorted([*chain.links, *added], key=lambda link: link.heading.start), chain.weight)


def _stands_alone(text: str, heading: Heading) -> bool:
    """Below an empty line, and nothing behind it on its line."""
    above = text[max(0, heading.start - 80) : heading.start]
    return bool(_EMPTY_LINE_ABOVE.search(above)) and text[heading.body : heading.body + 1] in ("\n", "")
