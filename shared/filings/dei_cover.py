"""Inline XBRL on a cover: the `dei` facts (Document and Entity Information) between `<ix:…>` tags.

Source: EDGAR's dei taxonomy; Inline XBRL 1.1. Only the cover's facts are read, by their tags alone.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass, field

from filings.date_in_words import dates_in
from filings.record import Address, CheckBoxes, Cover, Fact, Security

__all__ = ["DeiCover", "read_dei"]

_OPEN = re.compile(r"<ix:non(?:numeric|fraction)\b([^<>]*)>", re.I)
_EITHER = re.compile(r"<(/?)ix:non(?:numeric|fraction)\b[^<>]*>", re.I)
_NAME = re.compile(r"""\bname\s*=\s*["']dei:([A-Za-z0-9]+)["']""", re.I)
_CONTEXT = re.compile(r"""\bcontextref\s*=\s*["']([^"']*)["']""", re.I)
_FORMAT = re.compile(r"""\bformat\s*=\s*["'][^"':]*:?([^"']*)["']""", re.I)
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
_SECURITY = {"Security12bTitle": "title", "TradingSymbol": "trading_symbol", "SecurityExchangeName": "exchange"}


@dataclass
class DeiCover:
    """What is tagged: None for what is not."""

    cover: Cover
    report_date: dt.date | None = None
    facts: list[Fact] = field(default_factory=list)


def read_dei(source: str) -> DeiCover | None:
    """The cover facts of an inline XBRL document; None where nothing is tagged `dei`."""
    if "dei:" not in source:
        return None
    tagged = _tagged(source)
    if not tagged:
        return None
    first: dict[str, str] = {}
    for name, _, value in tagged:
        first.setdefault(name, value)
    date = dates_in(first.get("DocumentPeriodEndDate", ""))
    facts = [Fact(concept=f"dei:{name}", value=value, period_end=date[0][1] if date else None) for name, value in first.items()]
    return DeiCover(_cover(first, tagged), date[0][1] if date else None, facts)


def _tagged(source: str) -> list[tuple[str, str, str]]:
    """(name, context, words) of every dei fact, in order; a fact may hold others."""
    hidden = source.lower().find("</ix:header>")
    end = max(hidden, 0) + COVER_SEARCHED
    found = []
    for match in _OPEN.finditer(source, 0, end):
        name = _NAME.search(match[1])
        if name:
            context = _CONTEXT.search(match[1])
            kind = _FORMAT.search(match[1])
            words = _words(source[match.end() : _close(source, match.end())])
            found.append((name[1], context[1] if context else "", _value(words, kind[1] if kind else "")))
    return [fact for fact in found if fact[2]]


def _close(source: str, start: int) -> int:
    depth = 1
    for match in _EITHER.finditer(source, start, start + 20_000):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.start()
    return start


def _words(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def _value(words: str, kind: str) -> str:
    """The value as the transformation registry's formats give it: check boxes are true or false."""
    kind = kind.lower()
    if "booleantrue" in kind or "fixed-true" in kind:
        return "true"
    if "booleanfalse" in kind or "fixed-false" in kind:
        return "false"
    return words


def _cover(first: dict[str, str], tagged: list[tuple[str, str, str]]) -> Cover:
    boxes = {field_name: _boolean(first[name]) for name, field_name in _BOXES.items() if name in first}
    address = {field_name: first[name] for name, field_name in _ADDRESS.items() if name in first}
    phone = " ".join(part for part in (first.get("CityAreaCode"), first.get("LocalPhoneNumber")) if part)
    return Cover(
        **{field_name: first[name] for name, field_name in _PLAIN.items() if name in first},
        address=Address(**address) if address else None,
        phone=phone or None,
        checkboxes=CheckBoxes(**boxes),
        securities=_securities(tagged),
    )


def _boolean(value: str) -> bool | None:
    known = {"true": True, "☒": True, "☑": True, "þ": True, "x": True, "false": False, "☐": False, "¨": False, "o": False}
    return known.get(value.strip().lower())


def _securities(tagged: list[tuple[str, str, str]]) -> tuple[Security, ...]:
    """One security a context: a filer with several classes tags each in a context of its own."""
    rows: dict[str, dict[str, str]] = {}
    for name, context, value in tagged:
        if name in _SECURITY:
            rows.setdefault(context, {}).setdefault(_SECURITY[name], value)
    return tuple(Security(**row) for row in rows.values())
