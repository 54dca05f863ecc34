"""What stands above its caption on a form's page: "Common Stock" above "(Title of each class …)".

For the forms that are a page of such lines (proxy statements, tender offers, 25, 15). The cover of a report, where
values stand on every side of their captions, is `cover_words`'.
"""

from __future__ import annotations

import re

__all__ = ["lines_above", "value_above"]

SEARCHED = 2_000
"""Characters above a caption; the longest list of filing persons is shorter."""
_CAPTION_ABOVE = re.compile(r"(?m)^[ \t]*\([^()]*(?:\([^()]*\)[^()]*)*\)[ \t*]*$")
_PAGE_HEAD = re.compile(
    r"^\W*(?:united\s+states|securities\s+and\s+exchange|washington|schedule\b|form\s+\S+$|tender\s+offer|solicitation"
    r"|certification|notification|\W*amendment\b|of\s+the\s+securities|securities\s+exchange\s+act|pursuant\s+to"
    r"|under\s+(?:section|the)|section\s|rule\s|act\s+of|commission\s+file|definitive|[§\W]*240\.|soliciting|check\s)|\bact\s+of\s+19\d\d\W*$",
    re.I,
)
_BETWEEN = re.compile(r"\W*(?:and|or)?\W*", re.I)


def lines_above(text: str, caption: re.Pattern[str]) -> list[str]:
    """The lines between the first such caption and the caption or heading above it, in reading order.

    caption: the words behind the opening parenthesis.
    """
    match = caption.search(text)
    if match is None:
        return []
    above = text[max(0, match.start() - SEARCHED) : match.start()].rstrip(" \t(")
    captions = list(_CAPTION_ABOVE.finditer(above))
    lines: list[str] = []
    for piece in reversed(re.split(r"[\n\t]+", above[captions[-1].end() if captions else 0 :])):
        line = " ".join(piece.split()).strip(" _*|")
        if _PAGE_HEAD.search(line):
            break
        if not _BETWEEN.fullmatch(line):
            lines.append(line)
    return lines[::-1]


def value_above(text: str, caption: re.Pattern[str]) -> str | None:
    """The same as one value; None where nothing is printed there."""
    return " ".join(lines_above(text, caption)) or None
