"""A postal address from its printed lines: street, city, state, zip."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filings.covers.place import is_state, place_at_end
from filings.record import Address

__all__ = ["POSTAL_CODE", "is_postal_code", "read_address"]

LONGEST_LINE = 300
"""Characters of a street and a city on one line; a longer line is none, and would be tried at each of its words."""
POSTAL_CODE = re.compile(
    r"""(?<![\d–-]) \d{5} (?: [ ]?[-–][ ]?\d{4} )? (?![\d–-])         # United States
      | \b[ABCEGHJ-NPRSTVXY]\d[A-Z][ ]?\d[A-Z]\d\b                    # Canada
      | \b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b                         # United Kingdom
      | \b[AC-FHKNPRTV-Y]\d[\dW][ ][AC-FHKNPRTV-Y\d]{4}\b             # Ireland
    """,
    re.X,
)
_FOREIGN_CODE = re.compile(
    r"\b(?:[A-Z]{2}\d?[ -]?\d{2}(?:-?\d{2})?|[A-Z]{1,2}-\d{4,5}|\d{3}-\d{4}|\d{4,7})(?:[ ][A-Z]{2})?(?=\s|,|$)"
)
# What stands behind a comma and is a part of what stands before it: a quarter of the city, a kind of company.
_APPENDED = re.compile(r"[NS]\.?\s?[EW]?\.?|[EW]\.?|N\.?\s?A\.?|Inc\.?|L\.?L\.?C\.?|Ltd\.?|Corp\.?|Jr\.?", re.I)
_BOX = re.compile(r"\bbox\W{0,3}\Z", re.I)
_HOUSE_NUMBER = re.compile(r"\d+(?:[-/]?[\dA-Za-z]{1,3})?")
_STREET_KIND = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Parkway|Pkwy|Way|Place|Pl|Plaza|Court|Ct"
    r"|Circle|Square|Sq|Highway|Hwy|Terrace|Trail|Pike|Center|Centre|Broadway|Loop|Row|Park)\b\.?"
)
# Cities whose first word is a kind of street, where neither a comma nor a line's end parts them from one.
_CITY = (
    r"(?:St\.?[ ](?:Louis(?:[ ]Park)?|Paul|Petersburg|Charles|Cloud|Augustine|Joseph)"
    r"|Park[ ](?:City|Ridge)|Center[ ]Valley)\b"
)
_ROOM = r"(?:Suite|Ste\.?|Floor|Unit|Room|Apt\.?)[ ]\#?[A-Z]?\d*[A-Z]?\b|\#[ ]?\d+|\d{1,3}(?:st|nd|rd|th)[ ]Floor"
_STREET = re.compile(
    rf"(.*\d.*?\b{_STREET_KIND}(?:[ ](?!{_CITY}){_STREET_KIND})*"
    rf"(?:,?[ ](?:[NS]\.?[EW]?\.?(?![a-z])|{_ROOM}))?)[ ]+(?!{_STREET_KIND}\W*$)([^\W\d].*)",
    re.I | re.X,
)
_CITY_ALONE = re.compile(_CITY, re.I)
_ROOM_AND_CITY = re.compile(rf"({_ROOM}),?[ ]+([A-Z][^\d,]{{2,}})", re.I | re.X)


def is_postal_code(text: str) -> bool:
    """Whether the text is a postal code and no more: of a country whose codes are known, or of the usual shapes."""
    return bool(POSTAL_CODE.fullmatch(text) or _FOREIGN_CODE.fullmatch(text))


def read_address(lines: Sequence[str]) -> Address | None:
    """The address that the lines spell, or None where they spell none."""
    pieces = [piece.strip(" ,") for line in lines for piece in re.split(r"[\n\t•·]| {3,}", line)]
    zip_code, pieces = _zip_taken([piece for piece in pieces if re.search(r"\w", piece)])
    state, pieces = _state_taken(pieces)
    if pieces and zip_code is None and (state is None or not is_state(state)):
        zip_code, pieces[-1] = _foreign_code_taken(pieces[-1])
        if zip_code and state is None:
            state, pieces = _state_taken([piece for piece in pieces if piece])
    parts = _parts(pieces)
    if not parts or (zip_code is None and state is None):
        return None
    *street, city = parts if len(parts) > 1 else _street_and_city(parts[0])
    if not street and city[:1].isdigit():  # "1 Example Road, Singapore": a city-state
        street, city = [city], state if state and state.lower() == "new york" else ""  # one name for both
    if together := _ROOM_AND_CITY.fullmatch(city):
        street, city = [*street, together[1]], together[2]
    return Address(
        street1=street[0] if street else None,
        street2=", ".join(street[1:]) or None,
        city=city.strip(" .") or None,
        state_or_country=state,
        zip_code=zip_code,
    )


def _zip_taken(pieces: list[str]) -> tuple[str | None, list[str]]:
    """The last postal code, and the pieces without it (some covers print it twice)."""
    for at in range(len(pieces) - 1, -1, -1):
        found = [
            code
            for code in POSTAL_CODE.finditer(pieces[at])
            if (code.start() > 0 or len(code[0]) == len(pieces[at])) and not _BOX.search(pieces[at], 0, code.start())
        ]
        if found:
            code = found[-1][0]
            cleaned = [piece.replace(code, " ").strip(" ,") for piece in pieces[: at + 1]] + pieces[at + 1 :]
            return re.sub(r"\s*[-–]\s*", "-", code), [piece for piece in cleaned if piece]
    return None, pieces


def _state_taken(pieces: list[str]) -> tuple[str | None, list[str]]:
    """The state or country that ends the last pieces; a country behind a state gives way to it."""
    if not pieces:
        return None, pieces
    place = place_at_end(pieces[-1])
    if not place:
        return None, pieces
    rest = pieces[-1][: place.start].strip(" ,")
    left = [*pieces[:-1], rest] if rest else pieces[:-1]
    if not is_state(place.name) and left:
        inner = place_at_end(left[-1])
        parted = inner and (is_state(inner.name) or left[-1][: inner.start].endswith(", "))
        if inner and parted and (inner.start > 0 or len(left) > 2):
            return _state_taken(left)
    return place.name, left


def _foreign_code_taken(city: str) -> tuple[str | None, str]:
    """`Hamilton HM 11`, `George Town KY1-1104`, `D-80333 Munich`, `Tokyo 100-0001`, `Shanghai 200120`."""
    match = _FOREIGN_CODE.search(city)
    if not match:
        return None, city
    return match[0].strip(" ,"), (city[: match.start()] + " " + city[match.end() :]).strip(" ,")


def _parts(pieces: list[str]) -> list[str]:
    """Street lines and the city. One printed line is parted at its commas, several are lines already."""
    lines = [[part.strip() for part in piece.split(",") if part.strip(" .")] for piece in pieces]
    if len(lines) > 2:
        lines = [*([", ".join(line)] for line in lines[:-1]), lines[-1]]
    return _joined([part for line in lines for part in line])


def _joined(parts: list[str]) -> list[str]:
    """`30 Allen Boulevard`, `N.W.` are one street; `Example Bank`, `N.A.` one name; `1`, `rue Exemple` one house."""
    joined: list[str] = []
    for part in parts:
        if joined and (_APPENDED.fullmatch(part) or _HOUSE_NUMBER.fullmatch(joined[-1])):
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    return joined


def _street_and_city(text: str) -> list[str]:
    """`One Example Way Springfield`: parted behind the kind of street where there is one."""
    match = (_STREET.fullmatch(text) or _STREET.fullmatch(f"1 {text}")) if len(text) <= LONGEST_LINE else None
    if not match or _CITY_ALONE.fullmatch(text):
        return [text]
    street = match[1] if text.startswith(match[1]) else match[1][2:]
    return [street.strip(" ,"), match[2].strip(" ,")]
