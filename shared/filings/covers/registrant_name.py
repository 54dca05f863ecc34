"""Names of companies, compared as people would: the header abbreviates and capitalises, the page does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["is_one_of"]

_ABBREVIATED = {
    "co": "company",
    "corp": "corporation",
    "inc": "incorporated",
    "ltd": "limited",
    "lp": "partnership",
    "intl": "international",
}
_STATE_SUFFIX = re.compile(r"/\w{2,3}/?\s*$")  # EDGAR tells namesakes apart: ACME CORP /DE/
_WORD = re.compile(r"\w+")
ALIKE = 0.7


def is_one_of(text: str, names: Iterable[str]) -> bool:
    """Whether a line of text is one of the names, give or take an abbreviation."""
    words = _words(text)
    return any(len(name & words) >= ALIKE * max(len(name), len(words)) for name in map(_words, names) if name)


@lru_cache(maxsize=256)  # each name is compared with every line
def _words(name: str) -> frozenset[str]:
    plain = _STATE_SUFFIX.sub("", name.lower()).replace("&", " and ").replace(".", "")
    return frozenset(_ABBREVIATED.get(word, word) for word in _WORD.findall(plain)) - {"the"}
