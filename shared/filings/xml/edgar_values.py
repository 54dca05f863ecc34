"""The texts of EDGAR's XML as values: dates, decimals, booleans, CIKs. What cannot be read is no error.

EDGAR checks little of what filers type: a date has a time zone behind it, a number a dollar sign.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from filings.record import Warning

__all__ = ["Values", "cik_of", "decimal_of", "signer_of"]

_SIGNED = re.compile(r"[ ]?[/\\][ ]?s[ ]?[/\\][ ]?", re.I)
_T = TypeVar("_T")

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?![\d])", re.ASCII)
_AMERICAN = re.compile(r"(\d\d?)[/-](\d\d?)[/-](\d{4})(?!\d)", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?", re.ASCII)
_BOOLEANS = {"1": True, "true": True, "y": True, "yes": True, "0": False, "false": False, "n": False, "no": False}


class Values:
    """Texts to values; one that cannot be read becomes None and a warning `unreadable-value` in `warnings`."""

    def __init__(self, warnings: list[Warning]) -> None:
        self.warnings = warnings

    def date(self, text: str | None, where: str) -> dt.date | None:
        """`2024-05-02`, in some filings with a time zone behind it, or `05/02/2024` or `05-02-2024`."""
        return self._read(_date_of, text, where)

    def decimal(self, text: str | None, where: str) -> Decimal | None:
        """A number with all its digits; commas, a dollar sign and a percent sign are no part of it."""
        return self._read(decimal_of, text, where)

    def boolean(self, text: str | None, where: str) -> bool | None:
        """`1`, `true` or `Y`; `0`, `false` or `N`."""
        return self._read(lambda given: _BOOLEANS.get(given.lower()), text, where)

    def _read(self, convert: Callable[[str], _T | None], text: str | None, where: str) -> _T | None:
        if text is None:
            return None
        value = convert(text)
        if value is None:
            message = f"{text[:60]!r} is not what belongs there"
            self.warnings.append(Warning(code="unreadable-value", message=message, where=where))
        return value


def decimal_of(text: str) -> Decimal | None:
    """The number that `text` is; None where it is none."""
    plain = text.strip().lstrip("$").rstrip("%").replace(",", "").strip()
    return Decimal(plain) if len(plain) <= 60 and _NUMBER.fullmatch(plain) else None


def cik_of(text: str | None) -> str | None:
    """A CIK with its ten digits; None for what is none."""
    return text.zfill(10) if text and text.isascii() and text.isdecimal() and len(text) <= 10 else None


def signer_of(signature: str | None) -> str | None:
    """The name in a conformed signature: `/s/ Jane Doe` without its mark."""
    return (_SIGNED.sub("", " ".join(signature.split()), count=1) or None) if signature else None


def _date_of(text: str) -> dt.date | None:
    try:
        if match := _ISO.match(text):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match := _AMERICAN.match(text):
            return dt.date(int(match[3]), int(match[1]), int(match[2]))
    except ValueError:
        return None
    return None
