"""Dates as people print them: `April 30, 2007`, `30 April 2007`, `4/30/07`, `2007-04-30`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

__all__ = ["dates_in", "full_year", "month_number"]

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(month[:3] + (f"(?:{month[3:]})?" if month[3:] else "") for month in _MONTHS) + "|sept"
_DATE = re.compile(
    rf"""
    \b (?P<month> {_MONTH} ) \b [.]? \s* (?P<day> \d{{1,2}} ) (?:st|nd|rd|th)? \s* [.,]? \s* (?P<year> \d{{4}} ) \b
  | \b (?P<day2> \d{{1,2}} ) (?:st|nd|rd|th)? (?:\s+day\s+of)? \s+ (?P<month2> {_MONTH} ) \b [.,]?
      \s* (?P<year2> \d{{4}} ) \b
  | \b (?P<m> \d{{1,2}} ) [/] (?P<d> \d{{1,2}} ) [/] (?P<y> \d{{4}} | \d{{2}} ) \b
  | \b (?P<m2> \d{{1,2}} ) (?P<mark> [.-] ) (?P<d2> \d{{1,2}} ) (?P=mark) (?P<y2> (?:19|20)\d\d ) \b
  | \b (?P<iso> (?:19|20)\d\d - \d\d - \d\d ) \b
    """,
    re.I | re.X,
)
# A date begins with a digit or a month's first two letters. Tried only there, _DATE takes half the time or less.
_BEGINNING = re.compile(
    r"[\dADFJMNOSadfjmnos](?<!\w.)(?i:(?<=\d)|(?<=[dfs])e|(?<=a)[pu]|(?<=[jm])[au]|(?<=n)o|(?<=o)c)"
)


def full_year(year: int) -> int:
    """The year from 1961 to 2060 that two digits mean; one of four digits is itself."""
    return year + (0 if year > 99 else 1900 if year > 60 else 2000)


def month_number(name: str) -> int | None:
    """1 for `January` and `Jan`; None for a word that begins like no month's name."""
    beginning = name.lower()[:3]
    return next((number for number, full in enumerate(_MONTHS, 1) if full[:3] == beginning), None)


def dates_in(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, dt.date]]:
    """Every date that begins from `start` up to `end`, with its offset; impossible ones (February 31) left out."""
    found = ((match.start(), _date(match)) for match in _matches(text, start, len(text) if end is None else end))
    return [(at, date) for at, date in found if date]


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    behind = start
    for beginning in _BEGINNING.finditer(text, start, end + 1):  # it takes up to two characters
        match = _DATE.match(text, beginning.start()) if behind <= beginning.start() < end else None
        if match:
            behind = match.end()
            yield match


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"])
        if match["m"] or match["m2"]:
            year, month, day = (int(match[name] or match[f"{name}2"]) for name in "ymd")
            return dt.date(full_year(year), month, day)
        named = month_number(match["month"] or match["month2"])
        return (
            dt.date(int(match["year"] or match["year2"]), named, int(match["day"] or match["day2"])) if named else None
        )
    except ValueError:
        return None
