"""Numbers that are spelled out: "eighteen million three hundred thousand and fifty-one", "None"."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["number_in_words"]

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NONE = (["no"], ["none"], ["nil"])
_LIMIT = 10**15  # shares or dollars: "hundred hundred hundred …" is no number


def number_in_words(words: str) -> Decimal | None:
    """The number that English words spell; None for other words. "No", "None" and "nil" are zero."""
    spelled = re.findall(r"[^\W_]+", words.lower())
    if spelled in _NONE:
        return Decimal(0)
    whole = below = 0
    for word in spelled:
        if word in _SMALL:
            below += _SMALL[word]
        elif word == "hundred":
            below = (below or 1) * 100
        elif word in _LARGE:
            whole, below = whole + (below or 1) * _LARGE[word], 0
        elif word != "and":
            return None
        if whole + below > _LIMIT:
            return None
    return Decimal(whole + below) if spelled else None
