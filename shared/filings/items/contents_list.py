"""The tables of contents of a report: which headings only name items whose texts stand elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from filings.items.item_candidate import Candidate

__all__ = ["find_contents"]

_SENTENCE = re.compile(r"[a-z]{2}[^\n]{12,}?[a-z)]\.(?:\s|\Z)|[^\n]{160}")
SHORTEST_LIST = 4  # headings in a row without a sentence below them
LONG_LIST = 8  # of which half has to stand elsewhere, as some items have no heading; of a shorter one two thirds
LONGEST_ENTRY = 1_200  # of a table of contents: an item with its subheadings


def find_contents(text: str, candidates: Sequence[Candidate]) -> set[int]:
    """Which of the candidates stand in tables of contents. Each with no sentence below it is marked as listed."""
    return _contents(candidates, _listed(text, candidates))


def _listed(text: str, candidates: Sequence[Candidate]) -> set[int]:
    """Those with no sentence between them and the next one; a running head above a table goes on with its item."""
    found = set()
    for at, (place, after) in enumerate(pairwise(candidates)):
        start, end = place.heading.body, after.heading.start
        same = place.fits.keys() & after.fits.keys()
        if not same and end - start < LONGEST_ENTRY and not _SENTENCE.search(text, start, end):
            place.listed = True
            found.add(at)
    return found


def _contents(candidates: Sequence[Candidate], listed: set[int]) -> set[int]:
    """The candidates in tables of contents: lists whose items stand elsewhere with more below them.

    The longest first: the items that a report ends with are a list too, where their answers are short.
    """
    found: set[int] = set()
    below = _below(candidates)
    count, extent = _sums(candidates, below, range(len(candidates)))
    for start, end, own in sorted(_lists(candidates, listed), key=lambda found: found[0] - found[1]):
        if end - start < SHORTEST_LIST:
            continue
        list_count, _ = _sums(candidates, below, range(start, end))
        _, list_extent = _sums(candidates, below, range(start, end - 1))
        _, last_extent = _sums(candidates, below, range(end - 1, end))
        again = sum(count[entry] > list_count[entry] for entry in own)
        elsewhere = sum(extent[entry] - list_extent[entry] - last_extent[entry] for entry in own)
        most = 2 * again >= len(own) if len(own) >= LONG_LIST else 3 * again >= 2 * len(own)
        if most and elsewhere > sum(list_extent[entry] for entry in own):
            found.update(range(start, end))
            count.subtract(list_count)
            extent.subtract(list_extent + last_extent)
    return found


def _below(candidates: Sequence[Candidate]) -> list[int]:
    """Characters below each place, up to the next one; none are known below the last."""
    return [after.heading.start - place.heading.body for place, after in pairwise(candidates)] + [0]


def _sums(
    candidates: Sequence[Candidate], below: Sequence[int], chosen: Iterable[int]
) -> tuple[Counter[int], Counter[int]]:
    """By entry: how many of the chosen ones it may be, and the characters below them."""
    count, extent = Counter[int](), Counter[int]()
    for at in chosen:
        for entry in candidates[at].fits:
            count[entry] += 1
            extent[entry] += below[at]
    return count, extent


def _lists(candidates: Sequence[Candidate], listed: set[int]) -> Iterator[tuple[int, int, set[int]]]:
    """Stretches of listed ones in the form's order, and their entries; the last ends the list, whatever follows."""
    start, own, last = 0, set[int](), -1
    for at, place in enumerate(candidates):
        after = next((fit for fit in place.fits if fit > last), None)
        if after is None:  # the order begins anew
            yield start, at, own
            start, own, after = at, set(), next(iter(place.fits))
        own.add(after)
        last = after
        if at not in listed:
            yield start, at + 1, own
            start, own, last = at + 1, set(), -1
    yield start, len(candidates), own
