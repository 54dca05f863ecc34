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
from filings.date_in_words import dates_in
from filings.place import PLACE, is_place
from filings.record import Address

__all__ = ["CoverWords", "read_words"]

_CAPTIONS = {
    "date": r"date\s+of\s+report|date\s+of\s+earliest|earliest\s+event|for\s+the\s+(?:fiscal|quarterly|transition)|(?:fiscal|quarterly)\s+period\s+ended",
    "name": r"exact\s+name\s+of|name\s+of\s+(?:registrant|issuer|small\s+business\s+issuer)\s+(?:as|in)",
    "state": r"(?:state|province|jurisdiction)\b[^()\n\t]{0,60}\b(?:incorporation|organization|formation)|state\s+or\s+other(?:\s+jurisdiction)?|state\s+of\s*$|jurisdiction\s+of",
    "file": r"commission\s+file|(?:sec\s+)?file\s+n(?:umber|o)s?\b|commission\s*$",
    "ein": r"i\.?\s?r\.?\s?s\.?\s+(?:e\.?i\.?n|employer|no)|employer\s+(?:identification|i\.?\s?d)|identification\s+(?:no|number|code)|taxpayer",
    "address": r"address(?:es)?\s+(?:and\s+zip\s+code\s+)?(?:of|and)\b|principal\s+executive\s+offices?|executive\s+office",
    "zip": r"zip\s*code|postal\s+code",
    "phone": r"telephone\s+n(?:umber|o)|area\s+code|telephone",
    "former": r"former\s+name|former\s+address|if\s+changed\s+since",
}
_CAPTION = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _CAPTIONS.items()), re.I)
_PARENTHESIS = re.compile(r"[ \t]*([(\[][^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]])[ \t]*")
_IDENTITY_END = re.compile(
    r"check\s+the\s+appropriate\s+box|indicate\s+by\s+check\s*mark|securities\s+registered\s+(?:or\s+to\s+be\s+)?(?:pursuant|under)",
    re.I,
)
_BOILERPLATE = re.compile(
    r"""united\s+states|securities\s+and\s+exchange|commission$|washington|form\s+\d|current\s+report|pursuant\s+to|of\s+the\s+securities
      |exchange\s+act|act\s+of\s+19|amendment\s+no|quarterly\s+report|annual\s+report|section\s+13|^20549|^\W*$|^file\s+number|^\W*of\s+incorporation
      |^\W*number\W*$|^or$|^\(?mark\s+one""",
    re.I | re.X,
)
_FILE_NUMBER = re.compile(r"(?<![\d./-])\d{1,3}\s?[-–]\s?\d{3,6}(?:-\d{1,3})?(?![\d/]|-\d)")
_EIN = re.compile(r"(?<![\d-])\d{2}\s?[-–]\s?\d{7}(?![\d-])|(?<![\d-])\d{9}(?![\d-])")
_PHONE = re.compile(r"(?<![\d-])(?:\+?1[ .-])?\(?\d{3}\s?\)?[ \t\n./-]{0,4}\d{3}\s?[-. –]{1,3}\d{4}(?!\d)")
_FOREIGN_PHONE = re.compile(r"\+?\(?\d[\d ()./-]{6,18}\d")
# The second and third line of a caption that is set in columns.
_CAPTION_TAIL = re.compile(r"\(?(?:of\s+)?(?:incorporation|organization|number|identification\s+no\.?|code)(?:\s+or\s+organization)?\)?", re.I)
_FAX = re.compile(r"\bfa(?:x|csimile)\b[^\n\d]*\Z", re.I)
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


@dataclass
class _Segment:
    """A line or cell of the cover; `caption` names what it captions."""

    text: str
    caption: str | None


def read_words(cover: str, hints: Sequence[str] = ()) -> CoverWords:
    """Read a cover's text. hints: the header's names of the parties, to find the line that prints one."""
    ends = _IDENTITY_END.search(cover)
    identity = cover[: ends.start() if ends else 6000]
    segments = _segments(identity)
    return CoverWords(
        registrant_name=_name(segments, hints),
        state_of_incorporation=_state(segments, identity),
        commission_file_number=_file_number(identity),
        irs_employer_identification_number=_ein(identity),
        address=_address(segments),
        phone=_phone(identity),
        former_name=_former_name(segments),
        report_date=_report_date(identity),
    )


def _segments(identity: str) -> list[_Segment]:
    """Lines and cells; a caption in parentheses is one segment, however many lines it takes."""
    parted = _PARENTHESIS.sub(_own_line, identity)
    found = []
    for piece in re.split(r"[\n\t]+| {3,}", parted):
        text = " ".join(piece.replace("\x00", " ").split())
        if text:
            match = _CAPTION.search(text)
            found.append(_Segment(text, match.lastgroup if match else None))
    return found


def _own_line(match: re.Match[str]) -> str:
    inner = match[1]
    if _CAPTION.search(" ".join(inner.split())):
        return "\n" + re.sub(r"[\n\t]| {3,}", "\x00", inner) + "\n"
    return match[0]


def _at(segments: list[_Segment], caption: str) -> int | None:
    return next((at for at, segment in enumerate(segments) if segment.caption == caption), None)


def _is_value(text: str) -> bool:
    return bool(re.search(r"\w", text)) and not _BOILERPLATE.search(text)


# ------------------------------------------------------------------ known by their place


def _name(segments: list[_Segment], hints: Sequence[str]) -> str | None:
    at = _at(segments, "name")
    if at is not None:
        inline = re.sub(r"(?i)^.*?exact\s+name\s+of[^:]*:?", "", segments[at].text).strip(" :)") if ":" in segments[at].text else ""
        if inline:
            return inline
        for before in range(at - 1, max(-1, at - 6), -1):
            text = segments[before].text
            if segments[before].caption or _BOILERPLATE.search(text) or not re.search(r"[A-Za-z]{2}", text) or _only_date(text):
                continue
            return _whole_name(segments, before)
    return _named_like(segments, hints)


def _only_date(text: str) -> bool:
    return bool(dates_in(text)) and len(text) < 40


def _whole_name(segments: list[_Segment], last: int) -> str:
    """A name broken over lines: the line above belongs to it where it ends in a comma, an ampersand or "and"."""
    name = segments[last].text
    above = segments[last - 1] if last else None
    joins = above and not above.caption and re.search(r"(?:,|&|\band|\bof)$", above.text, re.I)
    if above and joins and _is_value(above.text) and not _only_date(above.text):
        name = f"{above.text} {name}"
    return name.strip(" *_-")


def _named_like(segments: list[_Segment], hints: Sequence[str]) -> str | None:
    """The first line with most of the words of a header's name, where no caption shows it."""
    wanted = [words for hint in hints if (words := _name_words(hint))]
    for segment in segments:
        words = _name_words(segment.text)
        if any(len(name & words) >= 0.7 * max(len(name), len(words)) for name in wanted):
            return segment.text
    return None


_ABBREVIATED = {"co": "company", "corp": "corporation", "inc": "incorporated", "ltd": "limited", "lp": "partnership"}


def _name_words(name: str) -> set[str]:
    """A name's words without the article, abbreviations spelled out: the header abbreviates, the page does not."""
    plain = re.sub(r"/\w{2,3}/?\s*$", "", name.lower()).replace("&", " and ")
    return {_ABBREVIATED.get(word, word) for word in re.findall(r"\w+", plain)} - {"the"}


def _address(segments: list[_Segment]) -> Address | None:
    at = _at(segments, "address")
    if at is not None:
        behind_colon = segments[at].text.rpartition(":")[2] if ":" in segments[at].text else ""
        own = _value_lines(segments, at, -1)
        found = read_address(own) or read_address([behind_colon]) or read_address(_value_lines(segments, at, 1))
        if found:
            return found
    for place, segment in enumerate(segments):
        if not segment.caption and POSTAL_CODE.search(segment.text) and not _BOILERPLATE.search(segment.text):
            return read_address([*_value_lines(segments, place, -1), segment.text])
    return None


def _value_lines(segments: list[_Segment], at: int, step: int) -> list[str]:
    """The lines next to a caption up to the next caption or a value of another kind, in reading order."""
    lines: list[str] = []
    place = at + step
    while 0 <= place < len(segments) and len(lines) < 7:
        segment = segments[place]
        text = segment.text
        place += step
        if segment.caption == "zip" and not lines:
            continue
        if segment.caption or _EIN.search(text) or (_FILE_NUMBER.fullmatch(text) and not POSTAL_CODE.fullmatch(text)):
            break
        if _CAPTION_TAIL.fullmatch(text):
            continue
        if re.search(r"(?i)^\(?an?\s+.*\b(?:corporation|company|partnership)\)?$", text):
            break
        if re.search(r"\w", text) and not _PHONE.search(text) and not re.match(r"(?i)(?:tel|fax|phone)\b", text):
            lines.append(text)
    return lines[::-1] if step < 0 else lines


def _former_name(segments: list[_Segment]) -> str | None:
    at = _at(segments, "former")
    if not at:
        return None
    value = segments[at - 1]
    if value.caption or _NOTHING.fullmatch(value.text) or not _is_value(value.text):
        return None
    if _PHONE.search(value.text) or _FOREIGN_PHONE.fullmatch(value.text) or POSTAL_CODE.search(value.text):
        return None
    return value.text.strip(" _*")


# ------------------------------------------------------------------ known by their shape


def _state(segments: list[_Segment], identity: str) -> str | None:
    at = _at(segments, "state")
    if at is not None:
        inline = PLACE.search(segments[at].text)
        near = [*range(at - 1, max(-1, at - 9), -1), *range(at + 1, min(len(segments), at + 8))]
        for place in near:
            if is_place(segments[place].text):
                return segments[place].text.strip(" .,*")
        for place in near:
            match = PLACE.search(segments[place].text)
            if match and not POSTAL_CODE.search(segments[place].text) and segments[place].caption in (None, "name"):
                return match[0]
        if inline:
            return inline[0]
    stated = re.search(rf"(?i)\ban?\s+({PLACE.pattern})\s+(?:corporation|limited|company|partnership|statutory|trust)", identity)
    return stated[1] if stated else None


def _file_number(identity: str) -> str | None:
    caption = re.search(_CAPTIONS["file"], identity, re.I)
    found = [match for match in _FILE_NUMBER.finditer(identity) if not _is_other_number(identity, match)]
    if not found:
        return None
    behind = caption and next((m for m in found if 0 <= m.start() - caption.end() < 30 and "\n\n" not in identity[caption.end() : m.start()]), None)
    return re.sub(r"\s", "", (behind or found[0])[0]).replace("–", "-")


def _is_other_number(identity: str, match: re.Match[str]) -> bool:
    """An EIN, a part of a telephone number, a rule or a range of years."""
    text = re.sub(r"\s", "", match[0])
    if _EIN.match(identity, match.start()):
        return True
    if re.search(r"(?:\d{3}|\))[\s./-]*\Z", identity[max(0, match.start() - 6) : match.start()]) and re.fullmatch(r"\d{3}[-–]\d{4}", text):
        return True
    return bool(re.match(r"\s?[-.]\d", identity[match.end() : match.end() + 3]))


def _ein(identity: str) -> str | None:
    phones = [(match.start(), match.end()) for match in _PHONE.finditer(identity)]
    for match in _EIN.finditer(identity):
        if any(start <= match.start() < end for start, end in phones) and "-" not in match[0]:
            continue
        digits = re.sub(r"\D", "", match[0])
        return f"{digits[:2]}-{digits[2:]}"
    return None


def _phone(identity: str) -> str | None:
    caption = re.search(_CAPTIONS["phone"], identity, re.I)
    found = [match for match in _PHONE.finditer(identity) if not _FAX.search(identity, max(0, match.start() - 20), match.start())]
    if caption and not found:
        behind = _FOREIGN_PHONE.search(identity, caption.end(), caption.end() + 120)
        before = list(_FOREIGN_PHONE.finditer(identity, max(0, caption.start() - 80), caption.start()))
        match = behind or (before[-1] if before else None)
        return " ".join(match[0].split()) if match else None
    if not found:
        return None
    best = min(found, key=lambda match: abs(match.start() - caption.start())) if caption else found[0]
    return " ".join(best[0].split())


def _report_date(identity: str) -> dt.date | None:
    """The date of the earliest event: of two dates beside the caption, the earlier one."""
    caption = re.search(_CAPTIONS["date"], identity, re.I)
    dates = dates_in(identity)
    if not dates:
        return None
    if not caption:
        return dates[0][1]
    near = [date for at, date in dates if -120 < at - caption.start() < 250]
    return min(near, default=None)
