"""Answers that only say that there is nothing to say: "Not applicable.", "None", "No events to report"."""

from __future__ import annotations

import re

__all__ = ["is_absence"]

LONGEST = 160
_WORD = re.compile(r"[a-z]+(?:/a)?", re.I)
_NEGATIVE = frozenset({"no", "none", "not", "nothing", "n/a", "na", "inapplicable", "omitted", "reserved", "blank"})
_ANSWERS_WORDS = """
a all and any applicable apply applies are as at be been being by change changes deleted disclosable disclosure do does
event events exhibit exhibits financial filed for form has have herein hereby hereunder in information intentionally is
item items left made matter matters of or other period presently provided registrant registrants report reportable
reported required response s section statements such that the there these this through time to under was were with
bankruptcy control directors fiscal receivership resignation resignations year
"""
_OTHERS = frozenset(_ANSWERS_WORDS.split())


def is_absence(words: str) -> bool:
    """Whether a sentence has a negative and otherwise only the words that such answers are made of."""
    if len(words) > LONGEST:
        return False
    said = {word.lower() for word in _WORD.findall(words)}
    return bool(said & _NEGATIVE) and said <= _NEGATIVE | _OTHERS
