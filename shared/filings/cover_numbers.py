"""What a cover says in a shape of its own: file number, EIN, state, telephone number, date of report."""

from __future__ import annotations

import datetime as dt
import re

from filings.address import POSTAL_CODE
from filings.cover_captions import Segment, caption_at, first_of
from filings.date_in_words import dates_in
from filings.place import PLACE, is_place

__all__ = ["EIN", "FILE_NUMBER", "FOREIGN_PHONE", "PHONE", "ein", "file_number", "phone", "report_date", "state"]

FILE_NUMBER = re.compile(r"(?<![\d./-])\d{1,3}\s?[-–]\s?\d{3,6}(?:-\d{1,3})?(?![\d/]|-\d)")
EIN = re.compile(r"(?<![\d-])\d{2}\s?[-–]\s?\d{7}(?![\d-])|(?<![\d-])\d{9}(?![\d-])")
PHONE = re.compile(r"(?<![\d-])(?:\+?1[ .-])?\(?\d{3}\s?\)?[ \t\n./-]{0,4}\d{3}\s?[-. –]{1,3}\d{4}(?!\d)")
FOREIGN_PHONE = re.compile(r"\+?\(?\d[\d ()./-]{6,18}\d")
# Covers of several registrants: "(A Delaware Corporation)" below each name.
_A_STATES_COMPANY = re.compile(
    rf"\ban?\s+({PLACE.pattern})\s+(?:corporation|limited|company|partnership|statutory|trust)", re.I
)
_FAX = re.compile(r"\bfa(?:x|csimile)\b[^\n\d]*\Z", re.I)


def state(segments: list[Segment], identity: str) -> str | None:
    """The state or country of incorporation, as printed: the place next to its caption."""
    at = first_of(segments, "state")
    if at is not None:
        near = [*range(at - 1, max(-1, at - 9), -1), *range(at + 1, min(len(segments), at + 8))]
        for place in near:
            if is_place(segments[place].text):
                return str(segments[place].text).strip(" .,*")
        for place in near:
            match = PLACE.search(segments[place].text)
            if match and not POSTAL_CODE.search(segments[place].text) and segments[place].caption in (None, "name"):
                return str(match[0])
        if inline := PLACE.search(segments[at].text):
            return str(inline[0])
    stated = _A_STATES_COMPANY.search(identity)
    return str(stated[1]) if stated else None


def file_number(identity: str) -> str | None:
    """The Commission file number: the first of that shape, or the one behind its caption."""
    caption = caption_at(identity, "file")
    found = [match for match in FILE_NUMBER.finditer(identity) if not _is_other_number(identity, match)]
    if not found:
        return None
    behind = caption and next(
        (m for m in found if 0 <= m.start() - caption.end() < 30 and "\n\n" not in identity[caption.end() : m.start()]),
        None,
    )
    return re.sub(r"\s", "", (behind or found[0])[0]).replace("–", "-")


def _is_other_number(identity: str, match: re.Match[str]) -> bool:
    """An EIN, a part of a telephone number, a rule or a range of years."""
    text = re.sub(r"\s", "", match[0])
    if EIN.match(identity, match.start()):
        return True
    if re.search(r"(?:\d{3}|\))[\s./-]*\Z", identity[max(0, match.start() - 6) : match.start()]) and re.fullmatch(
        r"\d{3}[-–]\d{4}", text
    ):
        return True
    return bool(re.match(r"\s?[-.]\d", identity[match.end() : match.end() + 3]))


def ein(identity: str) -> str | None:
    """The employer identification number, `04-2726691`."""
    phones = [(match.start(), match.end()) for match in PHONE.finditer(identity)]
    for match in EIN.finditer(identity):
        if any(start <= match.start() < end for start, end in phones) and "-" not in match[0]:
            continue
        digits = re.sub(r"\D", "", match[0])
        return f"{digits[:2]}-{digits[2:]}"
    return None


def phone(identity: str) -> str | None:
    """The telephone number nearest to its caption, as printed; never a fax number."""
    caption = caption_at(identity, "phone")
    found = [
        match
        for match in PHONE.finditer(identity)
        if not _FAX.search(identity, max(0, match.start() - 20), match.start())
    ]
    if caption and not found:
        behind = FOREIGN_PHONE.search(identity, caption.end(), caption.end() + 120)
        before = list(FOREIGN_PHONE.finditer(identity, max(0, caption.start() - 80), caption.start()))
        match = behind or (before[-1] if before else None)
        return " ".join(match[0].split()) if match else None
    if not found:
        return None
    best = min(found, key=lambda match: abs(match.start() - caption.start())) if caption else found[0]
    return " ".join(best[0].split())


def report_date(identity: str) -> dt.date | None:
    """The date of the earliest event: of two dates beside the caption, the earlier one."""
    caption = caption_at(identity, "date")
    dates = dates_in(identity)
    if not dates:
        return None
    if not caption:
        return dates[0][1]
    near = [date for at, date in dates if -120 < at - caption.start() < 250]
    return min(near, default=None)
