"""What the words under an inline XBRL tag mean: its `format`, a transformation.

Sources: XBRL International's Inline XBRL Transformation Registries 1 (2010) to 5 (2022), the SEC's `ixt-sec`. A later
registry spells `num-dot-decimal` what an earlier one calls `numdotdecimal`: hyphens are left out. Dates of other
languages and calendars and durations are not read, as no fact of a cover and no headline is one.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from decimal import Decimal

from filings.covers.country_codes import edgar_code, iso_code
from filings.covers.place import code_of
from filings.facts.number_in_words import number_in_words
from filings.text.date_in_words import dates_in, month_number

__all__ = ["kind_of", "meant", "number_of", "ticked", "value_of"]

_NUMBER = re.compile(r"-?(?:\d{1,24}(?:\.\d{0,24})?|\.\d{1,24})", re.A)
_ZERO = frozenset(("fixedzero", "zerodash", "numdash"))
_NOTHING = frozenset(("fixedempty", "nocontent"))
_COMMA_DECIMAL = frozenset(("numcomma", "numcommadecimal", "numcommadecimalapos", "numdotcomma", "numspacecomma"))
_FIXED = {"fixedtrue": True, "booleantrue": True, "fixedfalse": False, "booleanfalse": False}
_FLAGS = {"true": True, "false": False}
_BALLOT = {mark: True for mark in ("☒", "☑", "þ", "ý", "x", "✓", "⌧", "■", "true", "yes")} | {
    mark: False for mark in ("☐", "□", "¨", "o", "false", "no")
}
_DATE = re.compile(r"date(?:slash|dot|long|short)?((?:day|month|year)*)(en|us|uk|eu)?\Z")
_ORDER_OF = {"us": ["month", "day", "year"], "uk": ["day", "month", "year"], "eu": ["day", "month", "year"]}
_PARTS = re.compile(r"[0-9]+|[A-Za-z]+")
_CATEGORIES = {
    "large accelerated filer": "Large Accelerated Filer",
    "accelerated filer": "Accelerated Filer",
    "non accelerated filer": "Non-accelerated Filer",
}
_EXCHANGES = {
    "nyse": "NYSE",
    "new york stock exchange": "NYSE",
    "nyse american": "NYSEAMER",
    "nyse arca": "NYSEArca",
    "nyse national": "NYSENAT",
    "nasdaq": "NASDAQ",
    "nasdaq stock market": "NASDAQ",
    "nasdaq global market": "NASDAQ",
    "nasdaq global select market": "NASDAQ",
    "nasdaq capital market": "NASDAQ",
    "nasdaq bx": "BX",
    "nasdaq gemx": "GEMX",
    "nasdaq ise": "ISE",
    "nasdaq mrx": "MRX",
    "nasdaq phlx": "Phlx",
    "cboe exchange": "CBOE",
    "cboe byx exchange": "CboeBYX",
    "cboe bzx exchange": "CboeBZX",
    "cboe c2 exchange": "C2",
    "cboe edga exchange": "CboeEDGA",
    "cboe edgx exchange": "CboeEDGX",
    "box exchange": "BOX",
    "chicago stock exchange": "CHX",
    "investors exchange": "IEX",
    "miami international securities exchange": "MIAX",
    "miax pearl": "PEARL",
}
_ARTICLE = re.compile(r"\Athe | (?:inc|llc)\Z")


@functools.lru_cache(maxsize=64)
def kind_of(format: str) -> str:
    """The transformation's name as it is asked for here: `ixt:num-dot-decimal` is `numdotdecimal`."""
    return format.rpartition(":")[2].strip().lower().replace("-", "")


def number_of(words: str, kind: str) -> Decimal | None:
    """The number that the words are; None where they are none, or nothing."""
    if kind in _ZERO:
        return Decimal(0)
    if kind in _NOTHING:
        return None
    if kind == "numwordsen":
        return number_in_words(words)
    if kind.startswith("numunitdecimal"):
        return _of_two_units(words)
    groups, point = (r"[.\s'’]", ",") if kind in _COMMA_DECIMAL else (r"[,\s'’]", ".")
    plain = re.sub(groups, "", words).replace(point, ".")
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def meant(words: str, attributes: Mapping[str, str], kind: str) -> str | bool | Decimal | None:
    """The value of a tag (kind: `numeric` or `fraction`) with these words and attributes; None for one without."""
    transformation = kind_of(attributes.get("format", ""))
    if kind.lower() == "numeric":
        return value_of(words, transformation)
    number = number_of(words, transformation)
    scale = attributes.get("scale", "0") or "0"
    if number is None or not re.fullmatch(r"[+-]?\d{1,2}", scale):
        return None
    scaled = _plain(number.scaleb(int(scale)))
    return -scaled if attributes.get("sign") == "-" else scaled


def value_of(words: str, kind: str) -> str | bool | None:
    """The value of what is no number: a date and a code as XML has them, the words where nothing else is known."""
    if not kind:
        return _FLAGS.get(words, words)
    if kind in _FIXED:
        return _FIXED[kind]
    if kind in _NOTHING:
        return None
    if kind in ("boolballotbox", "yesnoballotbox"):
        answer = ticked(words)
        return words if answer is None else answer if kind == "boolballotbox" else ("Yes" if answer else "No")
    if kind.startswith("date"):
        return _date(words, kind)
    return _code(words, kind) or words


def ticked(words: str) -> bool | None:
    """Whether a box has its mark; None for what is no box."""
    return _BALLOT.get(words.strip().lower())


def _plain(number: Decimal) -> Decimal:
    """152669 million as 152669000000, not 1.52669E+11."""
    return Decimal(int(number)) if number == number.to_integral_value() else number


def _of_two_units(words: str) -> Decimal | None:
    """`1,234 dollars 56 cents`: the last group of digits is hundredths."""
    groups = re.findall(r"[0-9]+", words)
    if len(groups) < 2 or len(groups[-1]) > 2 or sum(map(len, groups)) > 24:
        return None
    return Decimal(f"{''.join(groups[:-1])}.{groups[-1]:0>2}")


def _date(words: str, kind: str) -> str:
    """`2018-12-31`, `--12-31`, `2018-12`: what the name says of the order, then any date, then the words."""
    named = _DATE.match(kind.replace("name", ""))
    order = re.findall("day|month|year", named[1]) or _ORDER_OF.get(named[2], []) if named else []
    parts = [part for part in map(_number_or_month, _PARTS.findall(words)) if part is not None]
    if order and len(order) == len(parts) and (date := _iso(dict(zip(order, parts, strict=True)))):
        return date
    dates = dates_in(words)
    return dates[0][1].isoformat() if dates else words


def _number_or_month(part: str) -> int | None:
    return int(part[:4]) if part.isdigit() else month_number(part)


def _iso(date: dict[str, int]) -> str | None:
    """As XML Schema writes a date, a gMonthDay or a gYearMonth; None for a day that no calendar has."""
    year = date.get("year", 0) + (2000 if date.get("year", 100) < 100 else 0)
    try:
        dt.date(year or 2000, date.get("month", 1), date.get("day", 1))
    except ValueError:
        return None
    start = f"{year:04d}" if "year" in date else "-"
    return "-".join((start, *(f"{date[part]:02d}" for part in ("month", "day") if part in date)))


def _code(words: str, kind: str) -> str | None:
    if kind == "stateprovnameen":
        return code_of(words)
    if kind == "countrynameen":
        return iso_code(words)
    if kind == "edgarprovcountryen":
        return edgar_code(words)
    if kind == "exchnameen":
        return _EXCHANGES.get(_ARTICLE.sub("", _plain_words(words)))
    return _CATEGORIES.get(_plain_words(words)) if kind == "entityfilercategoryen" else None


def _plain_words(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
