"""Item titles: how much of a form's own title stands behind a number, and where it ends.

Filers vary the wording ("PRINCIPAL OFFICER" for "Principal Officers"), break it over lines and cells,
or run the text on behind it. The titles themselves are each form's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

__all__ = ["TitleMatch", "match_title"]


class TitleMatch(NamedTuple):
    """`share` of the title's words found in order, 0 to 1; `end` behind the last of them.

    A long title is often cut short ("Creation of a Direct Financial Obligation"): its first words alone count for half.
    """

    share: float
    end: int


LONGEST = 60  # words looked at: the longest title of any form has fewer than 40
LONGEST_TITLE = 600  # characters
MISSES = 4  # words in a row that may be missing or extra
OPENING = 4  # a title's first words, without a miss, that stand for it

_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][a-z]+)?|&")


def match_title(text: str, start: int, titles: Sequence[str]) -> TitleMatch:
    """The best of `titles` at `start`: words in the title's order, a few missing or extra."""
    found = _found(text, start)
    best = TitleMatch(0.0, start)
    for title in titles:
        match = _aligned(found, _words(title), start)
        if match.share > best.share or (match.share == best.share and match.end > best.end):
            best = match
    return best


def _found(text: str, start: int) -> list[tuple[str, int]]:
    """The words that a title may be made of and where each ends: none of the next item's.

    Where the title has not begun by the end of its paragraph ("Item 1. Not applicable."), all is text below.
    """
    found: list[tuple[str, int]] = []
    for word in islice(_WORD.finditer(text, start, start + LONGEST_TITLE), LONGEST):
        plain = word[0].lower()
        if found and plain in ("item", "items"):
            break
        found.append(("and" if plain == "&" else plain, word.end()))
    return found


@lru_cache(maxsize=512)
def _words(title: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(title))


def _aligned(found: list[tuple[str, int]], title: tuple[str, ...], start: int) -> TitleMatch:
    matched, end, place, misses = 0, start, 0, 0
    opens = len(found) >= OPENING and all(
        _same(word, own) for (word, _), own in zip(found[:OPENING], title, strict=False)
    )
    for word, word_end in found:
        ahead = next((n for n in range(place, min(place + MISSES, len(title))) if _same(word, title[n])), None)
        if ahead is None:
            misses += 1
            if misses > MISSES:
                break
            continue
        matched, end, place, misses = matched + 1, word_end, ahead + 1, 0
        if place == len(title):
            break
    return TitleMatch(max(matched / len(title), 0.5 if opens else 0.0), end)


def _same(word: str, other: str) -> bool:
    """The same word, whatever its number: officer, officers, officer's."""
    if word == other:
        return True
    return _stem(word) == _stem(other)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    plain = re.sub(r"['’].*", "", word)
    return plain[:-1] if plain.endswith("s") and len(plain) > 3 else plain
