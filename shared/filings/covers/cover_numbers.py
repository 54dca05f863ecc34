"""What a cover says in a shape of its own: file number, EIN, state, telephone number, date of report."""

from __future__ import annotations

import datetime as dt
import re
from itertools import chain

from filings.covers.address import POSTAL_CODE
from filings.covers.cover_captions import Segment, behind_colon, caption_at, captions_at, first_of, is_value
from filings.covers.place import PLACE, is_place, is_state
from filings.text.date_in_words import dates_in

__all__ = ["EIN", "FILE_NUMBER", "FOREIGN_PHONE", "PHONE", "ein", "file_number", "phone", "report_date", "state"]

# What may not stand before a number is asked behind its first digits: so sre looks at digits only, and not everywhere.
FILE_NUMBER = re.compile(r"\d(?<![\d./-].)\d{0,2}\s?[-–]\s?\d{3,6}(?:-\d{1,3})?(?![\d/]|[-–]\d)")
EIN = re.compile(r"\d\d(?<![\d-]..)(?:(?<!–..)(?:\s?[-–]\s?|\s)\d{7}|\d{7})(?![\d-])")
PHONE = re.compile(
    r"[+(\d](?<![\d-].)(?:(?:(?<=\+)1|(?<=1))[ .-]\(?\d{3}|(?<=\()\d{3}|(?<=\d)\d\d)"
    r"\s?\)?[ \t./–-]{0,4}(?:\n\s{0,80})?\d{3}\s?[-. –]{0,3}\d{4}(?!\d)"
)
FOREIGN_PHONE = re.compile(r"\+?\(?\d[\d ()./-]{6,18}\d")
# "(A Delaware Corporation)" below a name, "Incorporated under the laws of the State of Delaware".
_A_STATES_COMPANY = re.compile(
    rf"\ban?\s+({PLACE.pattern})\s+(?:corporation|limited|company|partnership|statutory|trust)"
    r"|\b(?:incorporated|organized|registered)\s+(?:in|under\s+the\s+laws\s+of)\s+(?:the\s+)?(?:state\s+of\s+)?"
    rf"({PLACE.pattern})",
    re.I,
)
# The oldest registrants' numbers are short: 1-79, 0-82.
_SHORT_FILE_NUMBER = re.compile(r"(?<![\w./-])[012]-\d\d?(?![\w/-])")
# "from May 1, 1997 to July 31, 1997", "May 1, 1997 (date of formation) through July 31, 1997"
_BEGINNING = re.compile(r"\w[\w ,./-]{5,25}?\s*(?:\([^()]*\)\s*)?\b(?:to|through)\s+\w[\w ]*[ ,./-]\s*\d", re.I)
_AGREEMENT = re.compile(r"\b(?:dated|as\s+of)\s*\Z", re.I)
# "1-800-MILLS, Inc." is a name.
_IN_NAME = re.compile(r"[- ][A-Za-z]{2}")
_ROOM = re.compile(r"\b(?:suite|ste|room|unit|floor|box|p\.?o\.?)\W{0,3}\Z", re.I)
# "+30 210 555 0100": what stands before the part that looks like a number of the United States.
_COUNTRY_CODE = re.compile(r"\(?(?:\+|\b00|\b011[ -]?)[ ]?\d{1,3}[ ).-]{1,2}\Z")
_SOMEBODYS = re.compile(r"\bname\b.{0,40}telephone|\bcontact|\bagent\b", re.I)
_FAX = re.compile(r"\bfa(?:x|csimile)\b[^\n\d]*\Z", re.I)


def state(segments: list[Segment], identity: str) -> str | None:
    """The state or country of incorporation, as printed: the place next to its caption."""
    at = first_of(segments, "state")
    found = (_place_behind(segments[at].text) or _place_near(segments, at)) if at is not None else None
    stated = _A_STATES_COMPANY.search(identity) if found is None else None
    return str(stated[1] or stated[2]) if stated else found


def _place_behind(caption: str) -> str | None:
    """`State of incorporation: Ohio`, whatever stands above it."""
    value = behind_colon(caption)
    return value.strip(" .,*") if is_place(value) or is_state(value) else None


def _place_near(segments: list[Segment], at: int) -> str | None:
    """The place nearest to a caption, above it before below: a segment of its own, else within another value."""
    places: list[int] = [*range(at - 1, max(-1, at - 9), -1), *range(at + 1, min(len(segments), at + 8))]
    for place in places:
        if is_place(segments[place].text) and not _is_heading(segments, place):
            return segments[_first_row(segments, place)].text.strip(" ,*")
    beside = [*segments[max(0, at - 2) : at][::-1], *segments[at + 1 : at + 3]]
    if code := next((segment.text for segment in beside if is_state(segment.text)), None):
        return code.strip(" .,*")
    for segment in [segments[place] for place in places]:
        match = PLACE.search(segment.text)
        is_other = POSTAL_CODE.search(segment.text) or not is_value(segment.text)
        if match and not is_other and segment.caption in (None, "name"):
            return match[0]
    inline = PLACE.search(segments[at].text)
    return inline[0] if inline else None


def _first_row(segments: list[Segment], place: int) -> int:
    """The place in the first of several registrants' rows, whose other cells are numbers."""
    above = place
    while above > 0 and (FILE_NUMBER.fullmatch(segments[above - 1].text) or EIN.fullmatch(segments[above - 1].text)):
        above -= 1
    is_row = 0 < above < place and is_place(segments[above - 1].text)
    return _first_row(segments, above - 1) if is_row else place


def _is_heading(segments: list[Segment], place: int) -> bool:
    """`UNITED STATES` above `SECURITIES AND EXCHANGE COMMISSION`; elsewhere a national bank is organized there."""
    below = segments[place + 1].text if place + 1 < len(segments) else ""
    return not is_value(segments[place].text) and (place == 0 or "exchange" in below.lower())


def file_number(identity: str) -> str | None:
    """The Commission file number: the first of that shape, or the one behind its caption."""
    caption = caption_at(identity, "file")
    found = [match for match in FILE_NUMBER.finditer(identity) if not _is_other_number(identity, match)]
    if not found:
        short = _SHORT_FILE_NUMBER.search(identity) if caption else None
        return short[0] if short else None
    behind = caption and next(
        (m for m in found if 0 <= m.start() - caption.end() < 30 and "\n\n" not in identity[caption.end() : m.start()]),
        None,
    )
    best = behind or min(found, key=lambda match: bool(_IN_NAME.match(identity, match.end())))
    return re.sub(r"\s", "", best[0]).replace("–", "-")


def _is_other_number(identity: str, match: re.Match[str]) -> bool:
    """An EIN, a part of a telephone number, a suite's number, a rule or a range of years."""
    text = re.sub(r"\s", "", match[0])
    if EIN.match(identity, match.start()) or _ROOM.search(identity, max(0, match.start() - 10), match.start()):
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
    caption = _phone_caption(identity)
    found = [
        match
        for match in PHONE.finditer(identity)
        if not _FAX.search(identity, max(0, match.start() - 20), match.start())
    ]
    if caption and not found:
        behind = FOREIGN_PHONE.search(identity, caption.end(), caption.end() + 120)
        before = list(FOREIGN_PHONE.finditer(identity, max(0, caption.start() - 80), caption.start()))
        match = behind or (before[-1] if before else None)
        return " ".join(match[0].split()) if match and not EIN.fullmatch(match[0]) else None
    if not found:
        return None
    if caption:  # of two on one line the first
        found.sort(key=lambda match: abs(identity.rfind("\n", 0, match.start()) - caption.start()))
    abroad = _COUNTRY_CODE.search(identity, max(0, found[0].start() - 8), found[0].start())
    return " ".join(f"{abroad[0] if abroad else ''}{found[0][0]}".split())


def _phone_caption(identity: str) -> re.Match[str] | None:
    """The caption of the registrant's number: the first that is not of an agent or a person to contact, if any is."""
    captions = list(captions_at(identity, "phone"))
    own = (caption for caption in captions if not _SOMEBODYS.search(_line_of(identity, caption)))
    return next(own, captions[0] if captions else None)


def _line_of(text: str, match: re.Match[str]) -> str:
    end = text.find("\n", match.end())
    return text[text.rfind("\n", 0, match.start()) + 1 : end if end >= 0 else len(text)]


def report_date(identity: str) -> dt.date | None:
    """The date of the earliest event: of two dates beside the caption, the earlier one; of a period, its end."""
    captions = captions_at(identity, "date")
    first = next(captions, None)
    if first is None:
        dates = dates_in(identity)
        return dates[0][1] if dates else None
    near = (_dates_near(identity, caption.start()) for caption in chain([first], captions))
    return min(next(filter(None, near), []), default=None)


def _dates_near(identity: str, at: int) -> list[dt.date]:
    dates = dates_in(identity, max(0, at - 119), at + 250)
    return [date for place, date in dates if not _is_other_date(identity, place)]


def _is_other_date(identity: str, at: int) -> bool:
    """An agreement's date (`dated as of May 1, 1998`), or the beginning of a period."""
    is_beginning = _BEGINNING.match(identity, at, at + 80)
    return bool(is_beginning or _AGREEMENT.search(identity, max(0, at - 20), at))
