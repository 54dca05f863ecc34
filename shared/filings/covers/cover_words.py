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
from dataclasses import dataclass, replace

from filings.covers.address import POSTAL_CODE, is_postal_code, read_address
from filings.covers.cover_captions import (
    CAPTION_TAIL,
    KIND_OF_COMPANY,
    Segment,
    behind_colon,
    first_of,
    is_value,
    segments_of,
)
from filings.covers.cover_name import former_name, registrant_name
from filings.covers.cover_numbers import (
    EIN,
    FILE_NUMBER,
    FOREIGN_PHONE,
    PHONE,
    ein,
    file_number,
    phone,
    report_date,
    state,
)
from filings.record import Address
from filings.text.characters import in_small_letters, with_hyphens

__all__ = ["CoverWords", "read_words"]

_IDENTITY_END = re.compile(
    r"check\s+the\s+appropriate\s+box|indicate\s+by\s+check\s*mark"
    r"|securities\s+registered\s+(?:or\s+to\s+be\s+)?(?:pursuant|under)"
)


_ROOM = re.compile(r"\((?:suite|floor|room|unit|building|p\.?\s?o\.?\s?box)\b", re.I)
_PHONE_LABEL = re.compile(r"\b(?:tel(?:ephone)?|phone)\W{0,4}\Z", re.I)
_ATTENTION = re.compile(r"att(?:entio)?n\b", re.I)
_LEADER = re.compile(r"\.(?:[ ]?\.){3,}")  # "Commission File Number..........0-12345"
_HYPHENS = "\u2010\u2011\u2012"


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
    ends = _IDENTITY_END.search(in_small_letters(cover))
    identity = _LEADER.sub("   ", with_hyphens(cover[: ends.start() if ends else 6000], _HYPHENS))
    segments = segments_of(identity)
    name = registrant_name(segments, hints)
    return CoverWords(
        registrant_name=name,
        state_of_incorporation=state(segments, identity),
        commission_file_number=file_number(identity),
        irs_employer_identification_number=ein(identity),
        address=_address([_without_name(segment, name) for segment in segments]),
        phone=phone(identity),
        former_name=former_name(segments),
        report_date=report_date(identity),
    )


def _without_name(segment: Segment, name: str | None) -> Segment:
    """No line of an address is the registrant's name, and none above it is one."""
    return replace(segment, caption="name") if name and segment.text.lower() == name.lower() else segment


def _address(segments: list[Segment]) -> Address | None:
    at = first_of(segments, "address")
    found = _beside_caption(segments, at) if at is not None else None
    if found is None:
        zips = (
            n
            for n, one in enumerate(segments)
            if not one.caption and POSTAL_CODE.search(one.text) and is_value(one.text)
        )
        read = (read_address([*_value_lines(segments, n, -1), segments[n].text]) for n in zips)
        return next((address for address in read if address and address.state_or_country), None)
    if found and found.zip_code is None and (code := _zip_beside_caption(segments)):
        return found.model_copy(update={"zip_code": code})
    return found


def _beside_caption(segments: list[Segment], at: int) -> Address | None:
    inline = behind_colon(segments[at].text)
    above, below = (_value_lines(segments, at, step) for step in (-1, 1))
    return read_address(above) or read_address([inline]) or read_address(below)


def _is_code(text: str, lines: list[str], step: int) -> bool:
    """`100-0001` right above the caption of an address is Tokyo's code, though it looks like a file number."""
    return bool(POSTAL_CODE.fullmatch(text)) or (step < 0 and not lines and is_postal_code(text))


def _zip_beside_caption(segments: list[Segment]) -> str | None:
    """`89501 / (Zip Code)` in a cell of its own, behind the address and its caption."""
    at = first_of(segments, "zip")
    above = segments[at - 1].text if at else ""
    return above if is_postal_code(above) else None


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
        if segment.caption or EIN.search(text) or (FILE_NUMBER.fullmatch(text) and not _is_code(text, lines, step)):
            break
        if (
            CAPTION_TAIL.fullmatch(text)
            or _ATTENTION.match(text)
            or (FOREIGN_PHONE.fullmatch(text) and sum(map(str.isdigit, text)) > 9)
        ):
            continue
        is_aside = text.startswith("(") and not _ROOM.match(text)
        if KIND_OF_COMPANY.fullmatch(text) or is_aside or text.count("(") != text.count(")"):
            break
        line = _before_phone(text)
        if re.search(r"\w", line) and not re.match(r"(?i)(?:tel|fax|phone)\b", line):
            lines.append(line)
    return lines[::-1] if step < 0 else lines


def _before_phone(line: str) -> str:
    """`Example, ON M4W 1G9 (416) 555-0100` without its number; nothing of another line with one: it is no address."""
    phone = PHONE.search(line)
    if phone is None:
        return line
    before = _PHONE_LABEL.sub("", line[: phone.start()])
    return before if POSTAL_CODE.search(before) else ""
