"""Which places that say "Item 5.02" are headings, and which only mention the item.

The filing situations that need each rule stand beside it. The numbers come from `item_number`, the
titles' wording from `item_title`, what makes a mention from `item_mention`; `item` cuts the text between headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from filings.items.absence import is_absence
from filings.items.item_mention import is_mentioned, is_quoted, is_spoken_of, line_above
from filings.items.item_number import Numbered, find_bare_numbers, find_numbers
from filings.items.item_title import TitleMatch, match_title

__all__ = ["TITLE_SHARE", "Heading", "Titles", "find_bare_headings", "find_headings", "is_run_together"]

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
WHOLE_TITLE = 0.8
"""The share of a title that is all but a word or two."""
LONGEST_UNKNOWN_TITLE = 200
LONG_LINE = 3_000
MOST_PLACES = 10_000
"""Places with an item's number that are looked at: twenty times what the longest report has."""

# "16.B.<tab>Item 16.B. Code of Ethics": the number stands there already.
_LEAD = re.compile(r"(?:[^\w\n“\"'(]|_)*(?:\d{1,2}\.?[A-K]\.?[ \t]{1,4})?")
_SENTENCE_END = re.compile(r"(?:[.;:!?☐☒|\t]|[-=_]{4}|\b(?:none|applicable|n/a))[ \t|]*\Z", re.I)
_SEPARATOR = re.compile(r"[ \t]*[.:;,)\]\-–—―|•]*[ \t\n.:\-–—―|]*")
_RUNS_ON = re.compile(r"[a-z(]|[,;)”\"]|of this\b|and Item\b", re.A)
# "F-18 Item 9. Changes in …": a page's number, or its head, on the same line.
_PAGE_HEAD = re.compile(r"\n[^\w\n]*(?:(?:page[ ]?)?(?:[A-Z]-)?\d{1,3}|table[ ]of[ ]contents)[ \t|]+\Z", re.I)
_LETTERED_PART = re.compile(r"\([a-z]\)")  # "Item 7. / (c) Exhibits": the text may begin with its part's letter
# "SECTION 8 - OTHER EVENTS ITEM 8.01 OTHER EVENTS", "Part I. Item 1.": the group's heading on the same line.
_GROUP_HEADING = re.compile(
    r"[^\w\n]*(?:section[ \t]{1,4}\d{1,2}\b[.:]?[^\n.;]*"
    r"|part[ \t]{1,4}(?:[IVX]{1,4}|[1-4]|one|two|three|four)\b[^\w\n]{0,20}"
    r"(?:(?:other|financial)[ \t]{1,4}information\b[^\w\n]{0,20})?)",
    re.I,
)
_LETTER_IN_PARENTHESES = re.compile(r"(\d{1,2})[ ]?\(([A-Ka-k])\)\Z")
_LONG_WORD = re.compile(r"[^\W\d]{4,}")
_RULE = re.compile(r"[-–—_=]{3,}")
_UNFINISHED_LINE = re.compile(r"(?:,|\b(?:and|or|of|the|for|to))[ \t]*\Z", re.I)
_NEXT_LINE = re.compile(r"[ \t.:]*\n\s{0,40}(?=Items?\b)", re.I)
_AND_ITEM = re.compile(r"[ \t\n]{0,4}(?:[;,.]?[ \t\n]{0,4}(?:and|&)|[;,/])[ \t\n]{1,4}(?=Items?\b)", re.I)
_BETWEEN_TITLES = re.compile(r"[ \t]*[.;,/]?[ \t]*(?:and\b)?[ \t]*\n?[ \t]*", re.I)
_ANOTHER_ITEM = re.compile(r"\bI(?:tem|TEM)[ ]\d")
_UNDERLINE = re.compile(r"(?:[ \t]*\n)?[ \t]*+[-–—=_][-–—=_ ]{3,}(?=\n|\Z)")


def is_run_together(text: str) -> bool:
    """Whether a converter lost the lines: most of the text stands in lines longer than any paragraph."""
    return 2 * sum(_long_lines(text, min(LONG_LINE, len(text) // 3))) > len(text)


def _long_lines(text: str, longest: int) -> Iterator[int]:
    """The lengths of the lines that are longer. The others are passed over, as many at a time as they are short."""
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + longest + 1)
        if end < 0:
            end = text.find("\n", start)
            end = end if end >= 0 else len(text)
            if end - start > longest:
                yield end - start
        start = end + 1


def find_headings(text: str, titles: Titles, *, run_together: bool = False) -> Iterator[Heading]:
    """Every heading in order, duplicates (a table of contents, running heads) included.

    run_together: the text has lost its lines, so that headings stand anywhere in them.
    """
    behind = 0
    for place in islice(find_numbers(text, titles), MOST_PLACES):
        if place.start < behind:
            continue
        heading = _heading(text, place, titles, run_together=run_together)
        if heading:
            behind = heading.body
            yield heading


def find_bare_headings(text: str, titles: Titles) -> Iterator[Heading]:
    """The headings of a filer who leaves the word Item out: "1A. Risk Factors", the whole title and no more on a line.

    A numbered list in a note has such lines as well: to be asked for where a text has no other headings.
    """
    for place in islice(find_bare_numbers(text, titles), MOST_PLACES):
        start = _skip(_SEPARATOR, text, place.end)
        match = _best_title(text, start, place.numbers, titles)
        enough = TITLE_SHARE if "." in place.numbers[0] else WHOLE_TITLE
        if match.share >= enough and _ends_line(text, match.end) and not line_above(text, place.start):
            yield _with_title(text, place, start, match, titles)


def _heading(text: str, place: Numbered, titles: Titles, *, run_together: bool) -> Heading | None:
    if is_quoted(text, place.end) or _is_said_again(text, place, titles):
        return None
    title_start = _skip(_SEPARATOR, text, place.end)
    match = _best_title(text, title_start, place.numbers, titles)
    place, match = _lettered(text, place, title_start, match, titles)
    if match.share >= WHOLE_TITLE and is_spoken_of(text, match.end, len(place.numbers)):
        return None
    line_start = text.rfind("\n", max(0, place.start - 160), place.start) + 1 or max(0, place.start - 160)
    if _LEAD.fullmatch(text, line_start, place.start) or _GROUP_HEADING.fullmatch(text, line_start, place.start):
        accepted = _is_heading_of_line(text, line_start, place, title_start, match)
    else:
        accepted = _is_heading_within_line(text, place, match)
        accepted = accepted or (run_together and _is_heading_in_running_text(text, place, title_start, match))
    return _with_title(text, place, title_start, match, titles) if accepted else None


def _is_said_again(text: str, place: Numbered, titles: Titles) -> bool:
    """`Item 6`, or `Item 3, 4`, at the top of a page, and right below it `ITEM 6. SELECTED FINANCIAL DATA`."""
    break_ = _NEXT_LINE.match(text, place.end)
    if not break_:
        return False
    below = next(find_numbers(text[break_.end() : break_.end() + 40], titles), None)
    return below is not None and below.start == 0 and below.numbers[0] in place.numbers


def _skip(blanks: re.Pattern[str], text: str, at: int) -> int:
    match = blanks.match(text, at)
    return match.end() if match else at


def _best_title(text: str, start: int, numbers: Sequence[str], titles: Titles) -> TitleMatch:
    return max((match_title(text, start, titles[number]) for number in numbers), key=lambda match: match.share)


def _lettered(
    text: str, place: Numbered, title_start: int, match: TitleMatch, titles: Titles
) -> tuple[Numbered, TitleMatch]:
    """`Item 9(A). Controls and Procedures` is 9A where its title says so; `Item 5.02(b)` is a part of 5.02."""
    letter = _LETTER_IN_PARENTHESES.search(text, place.start, place.end)
    number = letter[1].lstrip("0") + letter[2].upper() if letter else ""
    if len(place.numbers) > 1 or number not in titles:
        return place, match
    its_own = match_title(text, title_start, titles[number])
    if its_own.share < TITLE_SHARE or its_own.share <= match.share:
        return place, match
    return place._replace(numbers=(number,)), its_own


def _is_heading_of_line(text: str, line_start: int, place: Numbered, title_start: int, match: TitleMatch) -> bool:
    """A line that begins with the item.

    Plain text wraps mentions to a line's start ("…furnished pursuant to / Item 12 of Form 8-K"), so
    the line before must be finished, or what follows must be the title and nothing that runs on.
    """
    above = line_above(text, line_start)
    rest = text[title_start : title_start + LONGEST_UNKNOWN_TITLE + 1]
    if match.share >= TITLE_SHARE:
        return not above or (above != "unfinished" and _ends_line(text, match.end))
    if above:
        return False
    line = rest.split("\n", 1)[0]
    if not line.strip() or is_absence(line):
        return True
    if _RUNS_ON.match(rest) and not (_LETTERED_PART.match(rest) and not text[place.end : title_start].isspace()):
        return False
    if _RUNS_ON.match(text[place.end : place.end + 20].lstrip(" ")):
        return False
    return len(line) <= LONGEST_UNKNOWN_TITLE or not text[place.end : title_start].isspace()


def _is_heading_within_line(text: str, place: Numbered, match: TitleMatch) -> bool:
    """A heading run into the text: a converter that joined paragraphs ("… period. ☐ Item 2.02 Results of …").

    Then a sentence must end before it and the title be there nearly whole, in capitals as titles are.
    """
    before = text[max(0, place.start - 40) : place.start]
    if match.share < WHOLE_TITLE or text[place.start] != "I" or before.endswith("“"):
        return False
    if _SENTENCE_END.search(before) or _PAGE_HEAD.search(before):
        return True
    return before.rstrip().endswith(")") and _ends_title(text, match.end)


def _is_heading_in_running_text(text: str, place: Numbered, title_start: int, match: TitleMatch) -> bool:
    """A heading where every line break is lost: its whole title in capitals behind it, and no word that mentions."""
    return (
        match.share >= WHOLE_TITLE
        and text[place.start] == "I"
        and text[title_start : title_start + 1].isupper()
        and not is_mentioned(text, place.start)
    )


def _ends_title(text: str, at: int) -> bool:
    return bool(re.match(r"[ \t]{0,4}[.:–—\n]", text[at : at + 8]))


def _ends_line(text: str, at: int) -> bool:
    return bool(re.match(r"[ \t.:;]*(?:\n|\Z)", text[at : at + 40]))


def _with_title(text: str, place: Numbered, start: int, match: TitleMatch, titles: Titles) -> Heading:
    numbers = place.numbers
    if match.share >= TITLE_SHARE:
        end = _other_titles(text, match.end, numbers, titles)
        end, more = _second_number(text, end, titles)
        numbers = tuple(dict.fromkeys(numbers + more))
        end = _rest_of_title(text, end)
    else:
        end = _line_end(text, start)
        # What stands on the next line, or is a sentence, is the text already.
        if "\n" in text[place.end : start] or not _is_title(text[start:end]):
            start = end = place.end
    title = " ".join(_RULE.sub(" ", text[start:end]).split()).strip(" .:-–—―|*_") or None
    return Heading(numbers, place.start, _behind_underline(text, end), title, match.share)


def _is_title(line: str) -> bool:
    """Whether a line, not the form's title, is one of the filer's own: its words have capitals, or it says "None"."""
    words = _LONG_WORD.findall(line[: LONGEST_UNKNOWN_TITLE + 1])
    small = sum(word[0].islower() for word in words)
    return len(line) <= LONGEST_UNKNOWN_TITLE and (small * 2 < len(words) or is_absence(line))


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
    """Up to the line's end where the line is all title; right behind the title where a sentence or "None" follows."""
    line_end = _line_end(text, end)
    rest = text[end:line_end]
    closed = re.match(r"[^\w\n]*[.:–—―-]+[ \t)”\"]*(?=\S)|\t", rest)
    if is_absence(rest) or _ANOTHER_ITEM.search(rest):
        return end + rest.startswith(("]", ")"))
    if closed and len(rest) > closed.end():
        return end + closed.end()
    return _end_of_broken_line(text, end, line_end) if len(rest) <= 120 else end


def _end_of_broken_line(text: str, end: int, line_end: int) -> int:
    """A title whose line ends with "and" goes on in the next: "Analysis of Results of Operations and / Financial …"."""
    if not _UNFINISHED_LINE.search(text, end, line_end):
        return line_end
    next_end = _line_end(text, line_end + 1)
    line = text[line_end + 1 : next_end]
    return next_end if line.strip() and _is_title(line) else line_end


def _line_end(text: str, start: int) -> int:
    """Where the line ends, or is longer than any heading's."""
    end = text.find("\n", start, start + LONG_LINE)
    return min(start + LONG_LINE, len(text)) if end < 0 else end


def _behind_underline(text: str, end: int) -> int:
    match = _UNDERLINE.match(text, end)
    return match.end() if match else end
