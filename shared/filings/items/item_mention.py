"""What around an item's number says that the item is only mentioned: the words before it and behind its title."""

from __future__ import annotations

import re

__all__ = ["is_mentioned", "is_quoted", "is_spoken_of", "line_above"]

# "… furnished under / Item 12, “Results of Operations and Financial Condition” of …": a mention, whatever follows.
_QUOTED = re.compile(r"[ ]?,\s{0,4}[\"“']")
# "Item 1A. Risk Factors contains …": the item is spoken of. "• Item 7. Management's Discussion …; and": it is listed.
_SPOKEN_OF = re.compile(
    r"[,;.]?[\"”’']?[ \t]+(?:(?:contain|include|describe|discusse|provide)s?|sets[ ]forth|above|below|and[ ]elsewhere"
    r"|(?:of|in|to)[ ](?:this|our)|for[ ](?:more|further|additional|an?))\b"
)
_LISTED = re.compile(r"[ \t]*;[ \t]*(?:and|or)?[ \t]*\n[ \t]*[\n•·●▪○*–-]")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:and|or|of|the|to|under|in|with|by|as|for|see|per|this|that|from|on|pursuant|within|both|our|its"
    r"|captions?|captioned|headings?|entitled|titled|sections?|also))\Z",
    re.I,
)
_MENTION = re.compile(
    r"(?:[\"“(,]|\b(?:see|in|under|of|to|and|or|by|with|from|the|this|our|its|per|also|refer"
    r"|captions?|headings?|sections?))\s*\Z",
    re.I,
)
LONG = 45  # characters: a shorter line above is a heading or the end of a paragraph


def is_quoted(text: str, end: int) -> bool:
    """Whether a title in quotes stands behind the number that ends here."""
    return _QUOTED.match(text, end) is not None


def is_spoken_of(text: str, end: int, numbers: int = 1) -> bool:
    """Whether a sentence or a list goes on behind the title that ends here; of several numbers the next title does."""
    return bool(_SPOKEN_OF.match(text, end) or (numbers == 1 and _LISTED.match(text, end)))


def is_mentioned(text: str, start: int) -> bool:
    """Whether the word before this place is one that mentions: "see", "under", "this"."""
    return _MENTION.search(text, max(0, start - 20), start) is not None


def line_above(text: str, start: int) -> str | None:
    """Whether the line above runs on: "unfinished" where its last word says so, "long" where only its look does."""
    above = text[max(0, start - 200) : start].rstrip(" \t•*")
    if not above.endswith("\n") or above.endswith("\n\n") or not above.strip():
        return None
    line = above.rstrip("\n").rsplit("\n", 1)[-1].strip()
    if _UNFINISHED.search(line):
        return "unfinished"
    return "long" if len(line) > LONG and re.search(r"[a-z]\Z", line) else None
