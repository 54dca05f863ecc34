"""The registrant's name on a cover, and the name it had before.

The name stands above its caption, behind its colon or, seldom, below it; it may take several lines. On a cover without
captions it is the first line below the form's title, the period and the file number.
`registrant_name` compares it with the names that the header gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filings.covers.address import POSTAL_CODE
from filings.covers.cover_captions import (
    KIND_OF_COMPANY,
    Segment,
    behind_colon,
    first_of,
    is_nothing,
    is_value,
    segments_of,
)
from filings.covers.cover_numbers import EIN, FILE_NUMBER, FOREIGN_PHONE, PHONE
from filings.covers.place import is_place, place_at_end
from filings.covers.registrant_name import is_one_of
from filings.text.date_in_words import dates_in

__all__ = ["former_name", "registrant_name"]

SEARCHED = 5
"""Lines above the caption: between it and the name may stand "(as depositor for …)" and rules."""
LONGEST_NAME = 4
"""Lines."""
SHORTEST_SENTENCE = 6
"""Words."""

_CAPTION = re.compile(r"^.*?exact\s+name\s+of[^:]*:?", re.I)
_LABEL = re.compile(r"^(?:name\s+of\s+)?registrant[\s:]+", re.I)
_TAIL = re.compile(r"\d{2}[\s.,]{1,9}([^\d\s:(][^\d:(]{3,90})$")
_CODE_AT_END = re.compile(r",?\s*\d[\d -]*\Z")
_OPEN_ENDED = re.compile(r"(?:,|&|\band|\bof)$", re.I)
_FORMERLY = re.compile(r"\s*\((?:formerly|f/?k/?a|previously)\b[^()]*\)?$", re.I)


def registrant_name(segments: Sequence[Segment], hints: Sequence[str] = ()) -> str | None:
    """The registrant's name as printed. hints: the header's names of the parties."""
    at = first_of(segments, "name")
    if at is None:
        return _without_caption(segments, hints)
    caption = segments[at].text
    inline = _CAPTION.sub("", caption).strip(" :)") if ":" in caption else ""
    if inline:
        return inline
    below = _name_at(segments, at + 1, hints) if at + 1 < len(segments) else None
    if caption.endswith(":") and below:
        return below
    last = _before_parenthesis(segments, at) - 1
    above = (_name_at(segments, place, hints) for place in range(last, max(-1, last - SEARCHED), -1))
    return next((name for name in above if name), None) or _without_caption(segments, hints) or below


def _before_parenthesis(segments: Sequence[Segment], at: int) -> int:
    """Where a parenthesis begins that is open at the caption: "(as depositor under the agreement …"; else `at`."""
    above = range(at - 1, max(-1, at - 1 - SEARCHED), -1)
    begins = (place for place in above if segments[place].text.startswith("(") or ")" in segments[place].text)
    place = next(begins, at)
    return at if place == at or ")" in segments[place].text else place


def former_name(segments: Sequence[Segment]) -> str | None:
    """The former name above its caption or behind its colon; a former address, which stands there too, is none."""
    at = first_of(segments, "former")
    if at is None:
        return None
    inline = behind_colon(segments[at].text)
    above = segments[at - 1] if at else segments[at]
    value = inline if inline else above.text if above.caption is None else ""
    if not is_value(value) or is_nothing(value) or _is_address(value):
        return None
    return value.strip(" _*")


def _is_address(text: str) -> bool:
    if PHONE.search(text) or FOREIGN_PHONE.fullmatch(text) or POSTAL_CODE.search(text):
        return True
    place = place_at_end(_CODE_AT_END.sub("", text))  # "Example District, Shenzhen, China 518000"
    return place is not None and text[: place.start].rstrip().endswith(",")


def _name_at(segments: Sequence[Segment], place: int, hints: Sequence[str]) -> str | None:
    """The name whose last line is the segment at `place`; None where that can be no name."""
    name = segments[place].text
    if (segments[place].caption in ("date", "file") or dates_in(name)) and (tail := _TAIL.search(name)):
        return _name_at(segments_of(tail[1]), 0, hints)  # a cover run into one line: "… May 4, 2006 EXAMPLE CORP."
    if not _can_be_name(segments[place]):
        return None
    for line in range(place, max(0, place - LONGEST_NAME), -1):
        above = segments[line - 1]
        if is_one_of(name, hints) or not _can_be_name(above) or not _goes_on(above.text, segments[line]):
            break
        name = above.text if _is_sibling(above.text, name) else f"{above.text} {name}"
    return _FORMERLY.sub("", name).strip(' *_-“”"') or None


def _is_sibling(above: str, name: str) -> bool:
    """Whether the line above is another registrant, of which the first is meant: EXAMPLE TRUST, EXAMPLE TRUST, L.P."""
    first = name.split()[0]
    return above.split()[0] == first and first.lower() != "the" and not _OPEN_ENDED.search(above)


def _can_be_name(segment: Segment) -> bool:
    text = segment.text
    if segment.caption or not is_value(text) or text.startswith("(") or not re.search(r"[A-Za-z]{2}", text):
        return False
    if _is_sentence(text):
        return False
    return not EIN.search(text) and not is_place(text) and not (dates_in(text) and len(text) < 40)


def _is_sentence(text: str) -> bool:
    """Most of its words are small: a note on the cover ("Each registrant makes no representation as to …")."""
    words = text.split()
    return len(words) >= SHORTEST_SENTENCE and 2 * sum(word[0].islower() for word in words) > len(words)


def _goes_on(above: str, below: Segment) -> bool:
    """Whether a line is the first part of a name: it ends openly, or both are capitals without a blank line between."""
    return bool(_OPEN_ENDED.search(above)) or (below.follows and above.isupper() and below.text.isupper())


def _without_caption(segments: Sequence[Segment], hints: Sequence[str]) -> str | None:
    """The first line that is a name of the header, or stands below the title, or above "(An Ohio Corporation)"."""
    named = next((segment.text for segment in segments if is_one_of(segment.text, hints)), None)
    return named or _below_title(segments) or _above_kind(segments)


def _above_kind(segments: Sequence[Segment]) -> str | None:
    kind = next((place for place, segment in enumerate(segments) if KIND_OF_COMPANY.fullmatch(segment.text)), 0)
    above = (segment for segment in reversed(segments[max(0, kind - 3) : kind]) if _stands_alone(segment))
    return next((segment.text for segment in above), None)


def _below_title(segments: Sequence[Segment]) -> str | None:
    """The first line behind the period and the file number, before all that describes the registrant."""
    end = next((place for place, segment in enumerate(segments) if _describes(segment)), len(segments))
    start = max((place for place in range(end) if segments[place].caption in ("date", "file")), default=end)
    return next((_LABEL.sub("", segment.text) for segment in segments[start:end] if _stands_alone(segment)), None)


def _describes(segment: Segment) -> bool:
    is_number = EIN.search(segment.text) or _is_address(segment.text)
    return segment.caption in ("state", "ein", "address", "zip", "phone") or bool(is_number and is_value(segment.text))


def _stands_alone(segment: Segment) -> bool:
    is_other = FILE_NUMBER.search(segment.text) or _is_address(segment.text) or is_nothing(segment.text)
    return _can_be_name(segment) and not is_other
