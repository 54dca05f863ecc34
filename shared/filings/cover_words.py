"""A cover page read by its words: each value stands beside its caption.

    Massachusetts            0-17999                    04-2726691
    (State or other          (Commission File Number)   (IRS Employer
    jurisdiction)                                       Identification No.)

Values come above their captions, before them on the line, or (a few) behind them. So a value is
known by its shape where it has one (a file number, an EIN, a state, a telephone number), and by its
caption's place where it has none (the name, the address, the former name).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from filings.address import POSTAL_CODE, read_address
from filings.cover_captions import CAPTION_TAIL, Segment, first_of, is_value, segments_of
from filings.cover_numbers import EIN, FILE_NUMBER, FOREIGN_PHONE, PHONE, ein, file_number, phone, report_date, state
from filings.date_in_words import dates_in
from filings.record import Address
from filings.registrant_name import is_one_of

__all__ = ["CoverWords", "read_words"]

_IDENTITY_END = re.compile(
    r"check\s+the\s+appropriate\s+box|indicate\s+by\s+check\s*mark"
    r"|securities\s+registered\s+(?:or\s+to\s+be\s+)?(?:pursuant|under)",
    re.I,
)
_NOTHING = re.compile(r"\W*(?:n/?a|not?\s*applicable|none|no\s+changes?|same|inapplicable|unchanged)?\W*", re.I)


@dataclass
class CoverWords:
    """What the words say; None where they do not."""

    registrant_name: str | None = None
    state_of_incorporation: str | None = None
    commission_file_number: str | None = None
    irs_employer_identification_number: str | None = None
    address: Address | None = None
    phone: str | None = None
    former_name: str | None = None
    report_date: dt.date | None = None


def read_words(cover: str, hints: Sequence[str] = ()) -> CoverWords:
    """Read a cover's text. hints: the header's names of the parties, to find the line that prints one."""
    ends = _IDENTITY_END.search(cover)
    identity = cover[: ends.start() if ends else 6000]
    segments = segments_of(identity)
    return CoverWords(
        registrant_name=_name(segments, hints),
        state_of_incorporation=state(segments, identity),
        commission_file_number=file_number(identity),
        irs_employer_identification_number=ein(identity),
        address=_address(segments),
        phone=phone(identity),
        former_name=_former_name(segments),
        report_date=report_date(identity),
    )


def _name(segments: list[Segment], hints: Sequence[str]) -> str | None:
    at = first_of(segments, "name")
    if at is not None:
        inline = (
            re.sub(r"(?i)^.*?exact\s+name\s+of[^:]*:?", "", segments[at].text).strip(" :)")
            if ":" in segments[at].text
            else ""
        )
        if inline:
            return inline
        for before in range(at - 1, max(-1, at - 6), -1):
            text = segments[before].text
            if (
                segments[before].caption
                or not is_value(text)
                or not re.search(r"[A-Za-z]{2}", text)
                or _only_date(text)
            ):
                continue
            return _whole_name(segments, before)
    return _named_like(segments, hints)


def _only_date(text: str) -> bool:
    return bool(dates_in(text)) and len(text) < 40


def _whole_name(segments: list[Segment], last: int) -> str:
    """A name broken over lines: the line above belongs to it where it ends in a comma, an ampersand or "and"."""
    name = segments[last].text
    above = segments[last - 1] if last else None
    joins = above and not above.caption and re.search(r"(?:,|&|\band|\bof)$", above.text, re.I)
    if above and joins and is_value(above.text) and not _only_date(above.text):
        name = f"{above.text} {name}"
    return name.strip(" *_-")


def _named_like(segments: list[Segment], hints: Sequence[str]) -> str | None:
    """The first line that is a name of the header, where no caption shows it."""
    return next((segment.text for segment in segments if is_one_of(segment.text, hints)), None)


def _address(segments: list[Segment]) -> Address | None:
    at = first_of(segments, "address")
    if at is not None:
        behind_colon = segments[at].text.rpartition(":")[2] if ":" in segments[at].text else ""
        own = _value_lines(segments, at, -1)
        found = read_address(own) or read_address([behind_colon]) or read_address(_value_lines(segments, at, 1))
        if found:
            return found
    for place, segment in enumerate(segments):
        if not segment.caption and POSTAL_CODE.search(segment.text) and is_value(segment.text):
            return read_address([*_value_lines(segments, place, -1), segment.text])
    return None


def _value_lines(segments: list[Segment], at: int, step: int) -> list[str]:
    """The lines next to a caption up to the next caption or a value of another kind, in reading order."""
    lines: list[str] = []
    place = at + step
    while 0 <= place < len(segments) and len(lines) < 7:
        segment = segments[place]
        text = segment.text
        place += step
        if segment.caption == "zip" and not lines:
            continue
        if segment.caption or EIN.search(text) or (FILE_NUMBER.fullmatch(text) and not POSTAL_CODE.fullmatch(text)):
            break
        if CAPTION_TAIL.fullmatch(text):
            continue
        if re.search(r"(?i)^\(?an?\s+.*\b(?:corporation|company|partnership)\)?$", text):
            break
        if re.search(r"\w", text) and not PHONE.search(text) and not re.match(r"(?i)(?:tel|fax|phone)\b", text):
            lines.append(text)
    return lines[::-1] if step < 0 else lines


def _former_name(segments: list[Segment]) -> str | None:
    at = first_of(segments, "former")
    if not at:
        return None
    value = segments[at - 1]
    if value.caption or _NOTHING.fullmatch(value.text) or not is_value(value.text):
        return None
    if PHONE.search(value.text) or FOREIGN_PHONE.fullmatch(value.text) or POSTAL_CODE.search(value.text):
        return None
    return value.text.strip(" _*")
