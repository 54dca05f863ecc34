"""Who a filing is about: the primary party, the tickers, and where EDGAR shows it.

EDGAR names every party of a filing; a subscriber wants one. It is the issuer or the subject company,
else the first filer, else the first party; without a header it is whom the cover names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from filings.notifications import notification_text as caps
from filings.notifications.notification_text import clean, clean_or_none
from filings.record import Entity, Filing, Record

__all__ = ["EventEntity", "all_ciks", "link_to_filing", "primary_party", "tickers_of"]

_ABOUT = ("ISSUER", "SUBJECT-COMPANY")
_TICKER = re.compile(r"[A-Z0-9][A-Z0-9 ./-]{0,11}")
_NO_TICKER = ("N/A", "NONE")
_CIK = re.compile(r"\d{10}", re.ASCII)
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}", re.ASCII)


class EventEntity(Record):
    """A party as a notification shows it: texts cut, a CIK that is none left out."""

    cik: str | None
    name: str | None
    role: str
    file_number: str | None

    @classmethod
    def of(cls, entity: Entity) -> EventEntity:
        """The short form of a header's party."""
        return cls(
            cik=_cik(entity.cik),
            name=clean_or_none(entity.name, caps.NAME_CHARS),
            role=clean(entity.role, caps.CODE_CHARS),
            file_number=clean_or_none(entity.file_number, caps.CODE_CHARS),
        )


def primary_party(filing: Filing) -> EventEntity:
    """The party the filing is about; its name from the cover and its CIK from the `dei` facts without a header."""
    if filing.entities:
        about = [entity for entity in filing.entities if entity.role in _ABOUT]
        filers = [entity for entity in filing.entities if entity.role == "FILER"]
        return EventEntity.of([*about, *filers, *filing.entities][0])
    name = clean_or_none(filing.cover.registrant_name, caps.NAME_CHARS) if filing.cover else None
    return EventEntity(cik=_dei_cik(filing), name=name, role="FILER", file_number=None)


def all_ciks(filing: Filing) -> tuple[str, ...]:
    """The CIK of every party, each once, the primary's first."""
    ciks = [primary_party(filing).cik, *(_cik(entity.cik) for entity in filing.entities)]
    return tuple(dict.fromkeys(cik for cik in ciks if cik is not None))


def tickers_of(filing: Filing, more: Iterable[str] = ()) -> tuple[str, ...]:
    """The trading symbols of the cover's securities, then `more`; upper case, each once, no "N/A"."""
    securities = filing.cover.securities if filing.cover else ()
    printed = [*(security.trading_symbol for security in securities), *more]
    symbols = [" ".join(symbol.split()).upper() for symbol in printed if symbol]
    tickers = [symbol for symbol in symbols if _TICKER.fullmatch(symbol) and symbol not in _NO_TICKER]
    return tuple(dict.fromkeys(tickers))[: caps.MAX_TICKERS]


def link_to_filing(cik: str | None, accession_number: str | None) -> str | None:
    """EDGAR's index page of the filing; None unless both the accession number and a party's CIK are known."""
    if cik is None or accession_number is None or not _ACCESSION.fullmatch(accession_number):
        return None
    folder = f"{int(cik)}/{accession_number.replace('-', '')}"
    return f"https://www.sec.gov/Archives/edgar/data/{folder}/{accession_number}-index.htm"


def _dei_cik(filing: Filing) -> str | None:
    for fact in filing.facts:
        if fact.concept.rpartition(":")[2] == "EntityCentralIndexKey" and fact.value is not None:
            return _cik(str(fact.value).zfill(10))
    return None


def _cik(text: str | None) -> str | None:
    return text if text and _CIK.fullmatch(text) else None
