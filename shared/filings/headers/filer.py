"""A party of a submission: filer, issuer, reporting owner, subject company, …

Takes the header's lines one by one (`header` decides which are a party's) and makes the `Entity`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar

from filings.headers.header_scan import HeaderLine
from filings.headers.header_tags import ADDRESSES, SECTIONS
from filings.record import Address, Entity, FormerName

__all__ = ["CIK_TAGS", "Party", "edgar_date"]

CIK_TAGS = ("CIK", "OWNER-CIK")
_CIK = re.compile(r"0*[0-9]{1,10}")


def edgar_date(text: str) -> dt.date | None:
    """A header's date, `20070430`; None where it is none."""
    try:
        return dt.date.fromisoformat(text[:8]) if text[:8].isdecimal() else None
    except ValueError:
        return None


class Party:
    """A party while its lines are read."""

    _FIELDS: ClassVar = {
        "CONFORMED-NAME": "name",
        "ASSIGNED-SIC": "sic",
        "IRS-NUMBER": "irs_number",
        "STATE-OF-INCORPORATION": "state_of_incorporation",
        "FISCAL-YEAR-END": "fiscal_year_end",
        "FILE-NUMBER": "file_number",
        "FILM-NUMBER": "film_number",
        "PHONE": "phone",
    }
    _ADDRESS: ClassVar = {
        "STREET1": "street1",
        "STREET2": "street2",
        "CITY": "city",
        "STATE": "state_or_country",
        "ZIP": "zip_code",
    }

    def __init__(self, role: str) -> None:
        self.role = role
        self.section = ""
        self._own: dict[str, str] = {}
        self._addresses: dict[str, dict[str, str]] = {}
        self._former: list[dict[str, str]] = []

    @property
    def label(self) -> str:
        """The role and, once it is known, the CIK: what a stray header field stands within."""
        return f"{self.role} {self._own['cik']}" if "cik" in self._own else self.role

    def take(self, line: HeaderLine) -> bool:
        """Read one line of the party; False where its tag is none of ours."""
        if line.tag in SECTIONS:
            self.section = line.tag
            if line.tag.startswith("FORMER"):
                self._former.append({})
            return True
        if self.section in ADDRESSES and line.tag in self._ADDRESS:
            self._put(self._addresses.setdefault(self.section, {}), self._ADDRESS[line.tag], line.value)
            return True
        if self._former and line.tag in ("FORMER-CONFORMED-NAME", "DATE-CHANGED"):
            self._put(self._former[-1], line.tag, line.value)
            return True
        return self._take_own(line)

    def _take_own(self, line: HeaderLine) -> bool:
        if line.tag in CIK_TAGS:
            if line.value and not _CIK.fullmatch(line.value):
                return False
            self._put(self._own, "cik", line.value and line.value.lstrip("0").zfill(10))
        elif name := self._FIELDS.get(line.tag):
            self._put(self._own, name, _sic(line.value) if name == "sic" else line.value)
        else:
            return line.tag in ("ACT", "FORM-TYPE", "ORGANIZATION-NAME") and not line.value
        return True

    @staticmethod
    def _put(into: dict[str, str], name: str, value: str) -> None:
        if value:
            into.setdefault(name, value)

    def entity(self) -> Entity:
        """The party as far as it has been read."""
        addresses = {tag: Address(**parts) for tag, parts in self._addresses.items() if parts}
        former = tuple(
            FormerName(name=names["FORMER-CONFORMED-NAME"], date_of_change=edgar_date(names.get("DATE-CHANGED", "")))
            for names in self._former
            if "FORMER-CONFORMED-NAME" in names
        )
        return Entity(
            role=self.role,
            business_address=addresses.get("BUSINESS-ADDRESS"),
            mail_address=addresses.get("MAIL-ADDRESS"),
            former_names=former,
            **self._own,
        )


_SIC = re.compile(r"\[?(\d{4})\]?\s*$")


def _sic(text: str) -> str:
    """The four digits of `PHARMACEUTICAL PREPARATIONS [2834]`; nothing where the brackets are empty."""
    match = _SIC.search(text.rstrip("]").rstrip() if text.endswith("]") else text)
    return match[1] if match else ""
