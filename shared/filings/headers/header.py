"""The header of a submission: what EDGAR itself says about it.

Text in, `Header` out, from either dialect (`header_scan`). The body of the filing may say otherwise;
comparing is the form's business.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from filings.accession import accession_number
from filings.headers.filer import CIK_TAGS, Party, edgar_date
from filings.headers.header_scan import HeaderLine, opens_party, scan_header
from filings.headers.header_tags import BEHIND_PARTIES
from filings.record import Entity, HeaderField, Warning

__all__ = ["Header", "parse_header"]


@dataclass
class Header:
    """A header read. `items` are EDGAR's item lines, numbers or titles, blank ones too; None where there are none."""

    accession_number: str | None = None
    form: str | None = None
    document_count: int | None = None
    period: dt.date | None = None
    filing_date: dt.date | None = None
    acceptance: dt.datetime | None = None
    items: list[str] | None = None
    entities: list[Entity] = field(default_factory=list)
    others: list[HeaderField] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)


def parse_header(text: str) -> Header:
    """Read a header; a value that cannot be read is kept as it stands and warned of."""
    header = Header()
    parties: list[Party] = []
    party: Party | None = None
    for line, following in _with_next(scan_header(text)):
        if opens_party(line, following):
            party = Party(line.tag)
            parties.append(party)
        elif line.closes:
            party = None if party and line.tag == party.role else party
        elif line.tag in BEHIND_PARTIES:
            party = None
        elif not (party and party.take(line)) and not _take(header, line) and line.value:
            header.others.append(HeaderField(name=line.tag, value=line.value, within=party.label if party else None))
            if party and line.tag in CIK_TAGS:
                header.warnings.append(_unreadable(line))
    header.entities = [party.entity() for party in parties]
    return header


def _with_next(lines: Iterator[HeaderLine]) -> Iterator[tuple[HeaderLine, HeaderLine | None]]:
    held: HeaderLine | None = None
    for line in lines:
        if held:
            yield held, line
        held = line
    if held:
        yield held, None


# ------------------------------------------------------------------ the submission's own fields


def _take(header: Header, line: HeaderLine) -> bool:
    """Read a line of the header's top level; False where the tag is none of ours."""
    if line.tag == "ITEMS":
        header.items = header.items or []
        header.items.append(line.value)
        return True
    reader = _FIELDS.get(line.tag)
    if reader is None:
        return False
    name, read = reader
    if line.value and getattr(header, name) is None:
        value = read(line.value)
        setattr(header, name, value)
        if value is None:
            header.warnings.append(_unreadable(line))
            return False
    return True


def _unreadable(line: HeaderLine) -> Warning:
    return Warning(
        code="unreadable-header-field",
        message=f"{line.tag} is {line.value!r}, which cannot be read",
        where=f"header line {line.number}",
    )


def _moment(text: str) -> dt.datetime | None:
    """EDGAR stamps New York wall time without a zone."""
    from zoneinfo import ZoneInfo

    if not text[:14].isdecimal():
        return None
    try:
        local = dt.datetime.fromisoformat(f"{text[:8]}T{text[8:14]}").replace(tzinfo=ZoneInfo("America/New_York"))
    except ValueError:
        return None
    return local.astimezone(dt.UTC)


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


_FIELDS: dict[str, tuple[str, Any]] = {
    "ACCESSION-NUMBER": ("accession_number", accession_number),
    "TYPE": ("form", lambda text: text),
    "PUBLIC-DOCUMENT-COUNT": ("document_count", _count),
    "PERIOD": ("period", edgar_date),
    "FILING-DATE": ("filing_date", edgar_date),
    "ACCEPTANCE-DATETIME": ("acceptance", _moment),
}
