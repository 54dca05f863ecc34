"""Which places that say "Item 5.02" are headings, and which only mention the item.

The filing situations that need each rule stand beside it. The numbers come from `item_number`, the
titles' wording from `item_title`; `item` cuts the text between headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from filings.item_number import Numbered, find_numbers
from filings.item_title import TitleMatch, match_title

__all__ = ["TITLE_SHARE", "Heading", "Titles", "find_headings"]

Titles = Mapping[str, Sequence[str]]
"""Item number -> its titles, the form's own first, then former ones and common variants."""


class Heading(NamedTuple):
    """A heading: its numbers, where it starts, where the text under it starts, and its title as printed."""

    numbers: tuple[str, ...]
    start: int
    body: int
    title: str | None
    share: float


TITLE_SHARE = 0.5
"""From this share of a title's words on, what follows a number is taken for its title."""
LONGEST_UNKNOWN_TITLE = 200

_LEAD = re.compile(r"[^\w\n“\"'(]*")
_SENTENCE_END = re.compile(r"[.;:!?☐☒|\t][ \t|]*\Z")
_SEPARATOR = re.compile(r"[ \t]*[.:;,)\]\-–—―|•]*[ \t\n.:\-–—―|]*")
_RUNS_ON = re.compile(r"[a-z(]|[,;)”\"]|of this\b|and Item\b", re.A)
_AND_ITEM = re.compile(r"[ \t\n]{0,4}(?:and|&|;|,|/)[ \t\n]{1,4}(?=Items?\b)", re.I)
_BETWEEN_TITLES = re.compile(r"[ \t]*[.;,/]?[ \t]*(?:and\b)?[ \t]*\n?[ \t]*", re.I)
_UNDERLINE = re.compile(r"(?:[ \t]*\n)?[ \t]*[-–—=_ ]{4,}(?=\n|\Z)")


def find_headings(text: str, titles: Titles) -> Iterator[Heading]:
    """Every heading in order, duplicates (a table of contents, running heads) included."""
    behind = 0
    for place in find_numbers(text, titles):
        if place.start < behind:
            continue
        heading = _heading(text, place, titles)
        if heading:
            behind = heading.body
            yield heading


def _heading(text: str, place: Numbered, titles: Titles) -> Heading | None:
    title_start = _skip(_SEPARATOR, text, place.end)
    match = _best_title(text, title_start, place.numbers, titles)
    line_start = text.rfind("\n", max(0, place.start - 120), place.start) + 1 or max(0, place.start - 120)
    if _LEAD.fullmatch(text, line_start, place.start):
        accepted = _is_heading_of_line(text, place, title_start, match)
    else:
        accepted = _is_heading_within_line(text, place, match)
    return _with_title(text, place, title_start, match, titles) if accepted else None


def _skip(blanks: re.Pattern[str], text: str, at: int) -> int:
    match = blanks.match(text, at)
    return match.end() if match else at


def _best_title(text: str, start: int, numbers: Sequence[str], titles: Titles) -> TitleMatch:
    return max((match_title(text, start, titles[number]) for number in numbers), key=lambda match: match.share)


def _is_heading_of_line(text: str, place: Numbered, title_start: int, match: TitleMatch) -> bool:
    """A line that begins with the item.

    Plain text wraps mentions to a line's start ("…furnished pursuant to / Item 12 of Form 8-K"), so
    the line before must be finished, or what follows must be the title and nothing that runs on.
    """
    rest = text[title_start : title_start + 200]
    if match.share >= TITLE_SHARE:
        return not _continues(text, place.start) or _ends_line(text, match.end)
    if not rest.strip():
        return True
    if _RUNS_ON.match(rest) or _RUNS_ON.match(text[place.end : place.end + 20].lstrip(" ")):
        return False
    return not _continues(text, place.start) and len(rest.split("\n", 1)[0]) <= LONGEST_UNKNOWN_TITLE


def _is_heading_within_line(text: str, place: Numbered, match: TitleMatch) -> bool:
    """A heading run into the text: a converter that joined paragraphs ("… period. ☐ Item 2.02 Results of …").

    Then a sentence must end before it and the title be there nearly whole, in capitals as titles are.
    """
    before = text[max(0, place.start - 6) : place.start]
    word = text[place.start : place.start + 4]
    return match.share >= 0.8 and word[:1] == "I" and bool(_SENTENCE_END.search(before)) and not before.endswith("“")


def _continues(text: str, start: int) -> bool:
    """Whether the line above is an unfinished line of running text."""
    above = text[max(0, start - 200) : start].rstrip(" \t•*")
    if not above.endswith("\n") or above.endswith("\n\n") or not above.strip():
        return False
    line = above.rstrip("\n").rsplit("\n", 1)[-1].strip()
    return len(line) > 45 and bool(re.search(r"[a-z,]\Z", line))


def _ends_line(text: str, at: int) -> bool:
    return bool(re.match(r"[ \t.:;]*(?:\n|\Z)", text[at : at + 40]))


def _with_title(text: str, place: Numbered, start: int, match: TitleMatch, titles: Titles) -> Heading:
    numbers = place.numbers
    end = match.end if match.share >= TITLE_SHARE else _line_end(text, start)
    if match.share >= TITLE_SHARE:
        end = _other_titles(text, end, numbers, titles)
        end, more = _second_number(text, end, titles)
        numbers = tuple(dict.fromkeys(numbers + more))
        end = _rest_of_title(text, end)
    title = " ".join(text[start:end].split()).strip(" .:-–—―|*") or None
    return Heading(numbers, place.start, _behind_underline(text, end), title, match.share)


def _other_titles(text: str, end: int, numbers: Sequence[str], titles: Titles) -> int:
    """`Items 1.01 and 5.02 Entry into …; Compensatory Arrangements …`: a title for each number."""
    for _ in numbers[1:]:
        start = _skip(_BETWEEN_TITLES, text, end)
        match = _best_title(text, start, numbers, titles)
        if match.share >= TITLE_SHARE:
            end = match.end
    return end


def _second_number(text: str, end: int, titles: Titles) -> tuple[int, tuple[str, ...]]:
    """`Item 2.02 Results of Operations and Financial Condition and Item 7.01 Regulation FD Disclosure`."""
    joint = _AND_ITEM.match(text, end)
    if not joint:
        return end, ()
    place = next(find_numbers(text[joint.end() : joint.end() + 60], titles), None)
    if place is None or place.start > 0:
        return end, ()
    start = _skip(_SEPARATOR, text, joint.end() + place.end)
    match = _best_title(text, start, place.numbers, titles)
    return (match.end, place.numbers) if match.share >= TITLE_SHARE else (end, ())


def _rest_of_title(text: str, end: int) -> int:
    """Up to the line's end where the line is all title; right behind the title where a sentence follows."""
    line_end = _line_end(text, end)
    rest = text[end:line_end]
    closed = re.match(r"[^\w\n]*[.:–—―-]+[ \t)”\"]*(?=\S)|\t", rest)
    if closed and len(rest) > closed.end():
        return end + closed.end()
    return line_end if len(rest) <= 120 else end


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _behind_underline(text: str, end: int) -> int:
    match = _UNDERLINE.match(text, end)
    return match.end() if match else end
