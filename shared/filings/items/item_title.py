"""Item titles: how much of a form's own title stands behind a number, and where it ends.

Filers vary the wording ("PRINCIPAL OFFICER" for "Principal Officers"), break it over lines and cells,
or run the text on behind it. The titles themselves are each form's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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

_NEVER_LAST = frozenset({"a", "and", "of", "or", "the", "to"})  # no title ends with one: it begins the sentence behind
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][a-z]+)?|&")


def match_title(text: str, start: int, titles: Sequence[str]) -> TitleMatch:
    """The best of `titles` at `start`: words in the title's order, a few missing or extra."""
    words = _Words(text, start)
    best = TitleMatch(0.0, start)
    for title in titles:
        match = _aligned(words, _stems(title), start)
        if match.share > best.share or (match.share == best.share and match.end > best.end):
            best = match
    return best


class _Words:
    """The words that a title may be made of, as stems, and where each ends.

    None of the next item's title is among them, where this one has none ("Items 1-3. Not applicable. / Item 4. …").
    Most places need a few words only: no more are read than are asked for.
    """

    def __init__(self, text: str, start: int) -> None:
        self._ahead = islice(_WORD.finditer(text, start, start + LONGEST_TITLE), LONGEST)
        self._read: list[tuple[str, int]] = []

    def __iter__(self) -> Iterator[tuple[str, int]]:
        yield from self._read
        for word in self._ahead:
            plain = word[0].lower()
            if self._read and plain in ("item", "items"):
                self._ahead = islice(self._ahead, 0)
                return
            self._read.append(("and" if plain == "&" else _stem(plain), word.end()))
            yield self._read[-1]


@lru_cache(maxsize=512)
def _stems(title: str) -> tuple[str, ...]:
    return tuple(_stem(word.lower()) for word in _WORD.findall(title))


def _aligned(words: Iterable[tuple[str, int]], title: tuple[str, ...], start: int) -> TitleMatch:
    matched, end, place, misses, opens = 0, start, 0, 0, False
    for count, (word, word_end) in enumerate(words, 1):
        ahead = title[place : place + MISSES]
        if word not in ahead:
            misses += 1
            if misses > MISSES:
                break
            continue
        place += ahead.index(word) + 1
        matched, misses = matched + 1, 0
        end = end if word in _NEVER_LAST else word_end
        opens = opens or count == matched == place == OPENING
        if place == len(title):
            break
    return TitleMatch(max(matched / len(title), 0.5 if opens else 0.0), end)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """The same for a word whatever its number: officer, officers, officer's."""
    plain = re.sub(r"['’].*", "", word)
    return plain[:-1] if plain.endswith("s") and len(plain) > 3 else plain
