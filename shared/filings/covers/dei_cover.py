"""Inline XBRL on a cover: the `dei` facts (Document and Entity Information) between `<ix:…>` tags.

Source: EDGAR's dei taxonomy; Inline XBRL 1.1. Only the cover's facts are read, by their tags alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from filings.covers.cover_captions import is_nothing
from filings.covers.place import code_of
from filings.record import Address, CheckBoxes, Cover, Fact, Security
from filings.text.character_reference import unescape
from filings.text.date_in_words import dates_in

__all__ = ["DeiCover", "read_dei"]

_OPEN = re.compile(r"<ix:non(?:numeric|fraction)\b([^<>]*)>", re.I)
_EITHER = re.compile(r"<(/?)ix:non(?:numeric|fraction)\b[^<>]*>", re.I)
_NAME = re.compile(r"""\bname\s*=\s*["']dei:([A-Za-z0-9]+)["']""", re.I)
_CONTEXT = re.compile(r"""\bcontextref\s*=\s*["']([^"']*)["']""", re.I)
_FORMAT = re.compile(r"""\bformat\s*=\s*["'](?:[^"':]*:)?([^"']*)["']""", re.I)
_DATES = re.compile(r"<(?:\w+:)?(startDate|endDate|instant)>\s*(\d{4}-\d\d-\d\d)\s*<")
_TAG = re.compile(r"<[^<>]*>")
COVER_SEARCHED = 400_000
"""The cover's tags stand in the first part of the document, behind the hidden header."""

_BOXES = {
    "WrittenCommunications": "written_communications",
    "SolicitingMaterial": "soliciting_material",
    "PreCommencementTenderOffer": "pre_commencement_tender_offer",
    "PreCommencementIssuerTenderOffer": "pre_commencement_issuer_tender_offer",
    "EntityEmergingGrowthCompany": "emerging_growth_company",
    "EntityExTransitionPeriod": "extended_transition_period",
}
_ADDRESS = {
    "EntityAddressAddressLine1": "street1",
    "EntityAddressAddressLine2": "street2",
    "EntityAddressCityOrTown": "city",
    "EntityAddressStateOrProvince": "state_or_country",
    "EntityAddressPostalZipCode": "zip_code",
}
_PLAIN = {
    "EntityRegistrantName": "registrant_name",
    "EntityIncorporationStateCountryCode": "state_of_incorporation",
    "EntityFileNumber": "commission_file_number",
    "EntityTaxIdentificationNumber": "irs_employer_identification_number",
    "EntityInformationFormerLegalOrRegisteredName": "former_name",
}
_BALLOT = {mark: True for mark in ("☒", "☑", "þ", "ý", "x", "✓", "⌧", "■", "true", "yes")} | {
    mark: False for mark in ("☐", "□", "¨", "o", "false", "no")
}
_SECURITY = {"Security12bTitle": "title", "TradingSymbol": "trading_symbol", "SecurityExchangeName": "exchange"}


@dataclass
class DeiCover:
    """What is tagged: None for what is not."""

    cover: Cover
    report_date: dt.date | None = None
    facts: list[Fact] = field(default_factory=list)


class _Tagged(NamedTuple):
    """A dei fact as tagged: its words on the page, and the transformation that makes them a value."""

    name: str
    context: str
    words: str
    format: str


def read_dei(source: str) -> DeiCover | None:
    """The cover facts of an inline XBRL document; None where nothing is tagged `dei`."""
    searched = _cover_end(source)
    if source.find("dei:", 0, searched) < 0:
        return None
    tagged = [fact for fact in _tagged(source, searched) if fact.words]
    if not tagged:
        return None
    first: dict[str, _Tagged] = {}
    for fact in tagged:
        first.setdefault(fact.name, fact)
    date = _value(first["DocumentPeriodEndDate"]) if "DocumentPeriodEndDate" in first else None
    report_date = dates_in(str(date))[0][1] if date and dates_in(str(date)) else None
    primary = (first.get("DocumentType") or tagged[0]).context
    start, end = _period(source, primary)
    facts = [
        Fact(concept=f"dei:{name}", value=_value(fact), period_start=start, period_end=end or report_date)
        for name, fact in first.items()
        if fact.context == primary
    ]
    return DeiCover(_cover(first, tagged), report_date, facts)


def _period(source: str, context: str) -> tuple[dt.date | None, dt.date | None]:
    """The dates of a context, which stands in the hidden header."""
    at = source.find(f'id="{context}"')
    block = source[at : at + 2_000] if at >= 0 else ""
    block = block[: block.find("context>") if "context>" in block else None]
    dates = {name: found[0][1] for name, date in _DATES.findall(block) if (found := dates_in(date))}
    return dates.get("startDate"), dates.get("endDate") or dates.get("instant")


def _cover_end(source: str) -> int:
    """How far the cover's tags are looked for. A document without a hidden header is not searched for its end."""
    header = source.find("<ix:header", 0, COVER_SEARCHED)
    hidden = source.find("</ix:header>", header) if header >= 0 else 0
    return max(hidden, 0) + COVER_SEARCHED


def _tagged(source: str, end: int) -> Iterator[_Tagged]:
    """Every dei fact up to `end` in order; a fact may hold others."""
    for match in _OPEN.finditer(source, 0, end):
        if "dei:" in match[1] and (name := _NAME.search(match[1])):
            context, kind = _CONTEXT.search(match[1]), _FORMAT.search(match[1])
            words = _words(source[match.end() : _close(source, match.end())])
            yield _Tagged(name[1], context[1] if context else "", words, kind[1].lower() if kind else "")


def _close(source: str, start: int) -> int:
    depth = 1
    for match in _EITHER.finditer(source, start, start + 20_000):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.start()
    return start


def _words(markup: str) -> str:
    return " ".join(unescape(_TAG.sub("", markup)).split())


def _value(fact: _Tagged) -> str | bool:
    """The value, as the transformation registries (Inline XBRL's and EDGAR's ixt-sec) make it of the words."""
    if "fixed-true" in fact.format or "booleantrue" in fact.format:
        return True
    if "fixed-false" in fact.format or "booleanfalse" in fact.format:
        return False
    if "ballotbox" in fact.format or fact.name in _BOXES or fact.words in ("true", "false"):
        ticked = _BALLOT.get(fact.words.strip().lower())
        return fact.words if ticked is None else ticked
    if "stateprovname" in fact.format:
        return code_of(fact.words) or fact.words
    if "date" in fact.format and (dates := dates_in(fact.words)):
        return dates[0][1].isoformat()
    return fact.words


def _cover(first: dict[str, _Tagged], tagged: list[_Tagged]) -> Cover:
    """The page's own words under the tags; boxes as true or false."""
    said = {name: fact.words for name, fact in first.items() if not is_nothing(fact.words)}
    boxes = {field_name: _value(first[name]) for name, field_name in _BOXES.items() if name in first}
    address = {field_name: said[name].strip(" ,") for name, field_name in _ADDRESS.items() if name in said}
    phone = " ".join(part for part in (said.get("CityAreaCode"), said.get("LocalPhoneNumber")) if part)
    return Cover(
        **{field_name: said[name] for name, field_name in _PLAIN.items() if name in said},
        address=Address(**address) if address else None,
        phone=phone or None,
        checkboxes=CheckBoxes(**{name: value for name, value in boxes.items() if isinstance(value, bool)}),
        securities=_securities(tagged),
    )


def _securities(tagged: list[_Tagged]) -> tuple[Security, ...]:
    """One security a context: a filer with several classes tags each in a context of its own."""
    rows: dict[str, dict[str, str]] = {}
    for fact in tagged:
        if fact.name in _SECURITY and not is_nothing(fact.words):
            rows.setdefault(fact.context, {}).setdefault(_SECURITY[fact.name], fact.words)
    return tuple(Security(**row) for row in rows.values() if "title" in row)
