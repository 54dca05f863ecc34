"""Which items of a form a heading may be: its number tells, and its title where the form has the number twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filings.items.item_heading import TITLE_SHARE, Heading
from filings.items.item_title import match_title
from filings.items.outline import Outline

__all__ = ["Candidate", "candidate"]

_LETTERED = re.compile(r"[-.(]?([A-Za-z])(?:[.):]|[ \t]+[-–—]|(?=[ \t]))[ \t]*")


@dataclass
class Candidate:
    """A heading and the entries of the outline that it may be, each with its title's share.

    listed: no sentence stands below it.
    """

    heading: Heading
    fits: dict[int, float]
    listed: bool = False


def candidate(heading: Heading, outline: Outline) -> Candidate:
    """A title that fits one entry rules out the others of that number."""
    heading = _refined(heading, outline)
    places = outline.places[heading.numbers[0]]
    if len(places) == 1:
        return Candidate(heading, {places[0]: heading.share})
    shares = {place: _share(heading.title or "", outline.entries[place].titles) for place in places}
    best = max(shares.values())
    fits = {at: share for at, share in shares.items() if share >= TITLE_SHARE or best < TITLE_SHARE}
    return Candidate(heading, fits)


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
