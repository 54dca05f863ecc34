"""What a schedule says beside a caption that has no parentheses, where the cover has not the form's own layout.

    Name of issuer: Example Inc            Item 1(a).  Name of Issuer:        EXAMPLE INC
                                                       Example Inc            NAME OF ISSUER

Behind the caption; below it, where it is an item's; above it, as in the form.
"""

from __future__ import annotations

import re

__all__ = ["labelled"]

SEARCHED = 60_000
"""Characters: a large manager's items stand behind a page for each of ten persons."""
_NAMES = {
    "issuer": r"name\s+of\s+(?:the\s+)?issuer",
    "title": r"title\s+(?:and|of)\s+(?:the\s+)?class(?:es)?\s+of\s+securit(?:ies|y)",
    "event": r"date\s+of\s+(?:the\s+)?events?\s+(?:which|that)\s+requires?\s+filing(?:\s+of\s+th(?:is|e)\s+statement)?",
}
# Blanks are given back by none of them: a line of blanks is looked at once.
_ITEM = r"(?P<item>(?:item[ \t]*+)?\d?[ \t]*+\([a-e]\)[ \t.:)–-]*)?"
_LABELS = {
    name: re.compile(rf"^[ \t]*+{_ITEM}{words}[ \t]*(?P<colon>:)?[ \t]*(?P<value>[^\n]*)$", re.I | re.M)
    for name, words in _NAMES.items()
}
_HEAD = re.compile(r"\bact\s+of\s+19\d\d\b|\bamendment\b|\bschedule\b|\bcommission\b|\brule\s+13d", re.I)
_RULE = re.compile(r"[-_=*—–\s.]*")


def labelled(name: str, text: str) -> str | None:
    """The value of the caption; None where there is none. name: `issuer`, `title` or `event`."""
    text = text[:SEARCHED]
    for label in _LABELS[name].finditer(text):
        behind = label["value"].strip() if label["colon"] else ""
        if behind:
            return _plain(behind)
        if label["value"].strip():
            continue  # the caption's words in a sentence
        lines = text[label.end() :].lstrip("\n").split("\n", 1)[:1] if label["item"] else _above(text, label.start())
        if value := _plain(" ".join(lines)):
            return value
    return None


def _above(text: str, end: int) -> list[str]:
    """The paragraph above; none where that is the form's title."""
    lines: list[str] = []
    for line in reversed(text[max(0, end - 600) : end].split("\n")[:-1]):
        if _RULE.fullmatch(line):
            if lines:
                break
        else:
            lines.insert(0, line)
    return [] if _HEAD.search(" ".join(lines)) else lines


def _plain(words: str) -> str | None:
    return " ".join(words.split()).strip(" _*|-=") or None
