"""A letter's fixed places: its date, whom it is to, what it is about, the file numbers it names, its text."""

from __future__ import annotations

import re

from pydantic import JsonValue

from filings.covers.registration_number import registration_numbers
from filings.text.date_in_words import dates_in

__all__ = ["SALUTATION", "SUBJECT", "read_letter"]

HEAD = 3_000
"""Characters in which date, addressee and subject stand."""
SALUTATION = re.compile(
    r"(?im)^[ \t]*(?:dear\b|(?:ladies\s+(?:and|&)\s+)?gentlemen\b|mesdames|sirs?\s*[:,]|to\s+whom\s+it)"
)
SUBJECT = re.compile(r"(?im)^[ \t]*(?:re|subject)[ \t]*:[ \t]*")
_ATTENTION = re.compile(r"(?im)^[ \t]*(?:attention|attn\.?)[ \t]*:?[ \t]*([^\n]+(?:\n[ \t]+[^\n]+){0,3})")
_SENDER = re.compile(
    r"(?i)^\W*(?:via\s|attention\b|attn\b|by\s+(?:edgar|hand|fax|facsimile|email|u\.?\s?s\.?\s+mail|mail|courier|overnight|federal)|confidential|foia|page\s+\d|\d{1,2}:\d\d)"
)


def read_letter(text: str) -> dict[str, JsonValue]:
    """`date`, `to`, `attention`, `re`, `fileNumbers`, `text`; what stands between date and subject is `to`."""
    greeting = SALUTATION.search(text, 0, 2 * HEAD)
    head = text[: greeting.start() if greeting else HEAD]
    subject = SUBJECT.search(head)
    dates = dates_in(head)
    attention = _ATTENTION.search(head)
    return {
        "date": dates[0][1].isoformat() if dates else None,
        "to": _addressee(_without(attention, head, subject.start() if subject else len(head))),
        "attention": " ".join(attention[1].split()) if attention else None,
        "re": " ".join(head[subject.end() :].split()) or None if subject else None,
        "fileNumbers": [*registration_numbers(text)],
        "text": text,
    }


def _without(attention: re.Match[str] | None, head: str, end: int) -> str:
    """What stands above the subject, without the lines of those to whose attention it is."""
    if attention is None or attention.end() > end:
        return head[:end]
    return head[: attention.start()] + head[attention.end() : end]


def _addressee(head: str) -> str | None:
    """The lines behind the date's, to the subject."""
    dates = dates_in(head)
    line_end = head.find("\n", dates[0][0]) if dates else -1
    behind = head[line_end:] if line_end >= 0 else head
    lines = (" ".join(line.split()) for line in behind.split("\n"))
    kept = [
        re.sub(r"(?i)^to\s*:\s*", "", line) for line in lines if re.search(r"\w", line) and not _SENDER.search(line)
    ]
    return ", ".join(line.strip(" ,") for line in kept[:10]) or None
