"""The registration numbers that a page states: "Registration Statement Nos. 333-268718 and 333-268718-01"."""

from __future__ import annotations

import re

__all__ = ["registration_numbers"]

_NUMBER = r"\d{1,3}\s?[-\u2010-\u2013]\s?\d{3,6}(?:[-\u2010-\u2013]\d{1,3})?"
_LABEL = re.compile(
    rf"(?:registration|\bfile)\s{{1,9}}(?:statement\s{{1,9}})?(?:on\s{{1,9}}form\s{{1,9}}\S{{1,9}}\s{{1,9}})?\(?(?:file\s{{1,9}})?"
    rf"(?:number|no)s?\b[.:]?\s{{0,9}}:?\s{{0,40}}({_NUMBER}(?:[\s,;&]{{0,40}}(?:and\s{{1,9}})?{_NUMBER})*)",
    re.I,
)
_DASHES = dict.fromkeys(range(0x2010, 0x2014), "-")


def registration_numbers(text: str) -> list[str]:
    """The numbers behind "Registration No." and "File No.", in reading order, each once."""
    lists = (match[1] for match in _LABEL.finditer(text))
    numbers = (number for numbers in lists for number in re.findall(_NUMBER, numbers))
    return list(dict.fromkeys(re.sub(r"\s", "", number.translate(_DASHES)) for number in numbers))
