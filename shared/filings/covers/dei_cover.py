"""Inline XBRL on a cover: the `dei` facts (Document and Entity Information) between `<ix:…>` tags.

Source: EDGAR's dei taxonomy; Inline XBRL 1.1. Only the cover's facts are read, by their tags alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from filings.covers.cover_captions import is_nothing
from filings.facts.fact_period import Period
from filings.facts.inline_header import InlineHeader
from filings.facts.inline_tag import attributes_of, is_left_out, tag_around, words_of
from filings.facts.transformation import meant, ticked
from filings.record import Address, CheckBoxes, Cover, Fact, Security
from filings.text.date_in_words import dates_in

__all__ = ["DeiCover", "read_dei"]

_NAMED = re.compile(r"""name\s*=\s*["']dei:(\w+)["']""")
COVER_SEARCHED = 400_000
"""The cover's tags stand in the first part of the document, behind the hidden header."""
MOST_TAGS = 4_000
"""Above those of a cover with twenty registrants and all their securities."""

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
_SAID = (*_PLAIN, *_ADDRESS, "CityAreaCode", "LocalPhoneNumber")
_SECURITY = {"Security12bTitle": "title", "TradingSymbol": "trading_symbol", "SecurityExchangeName": "exchange"}


@dataclass
class DeiCover:
    """What is tagged: None for what is not."""

    cover: Cover
    report_date: dt.date | None = None
    facts: list[Fact] = field(default_factory=list)


class _Tagged(NamedTuple):
    """A dei fact as tagged: its words on the page, and the value that they mean."""

    name: str
    context: str
    words: str
    value: str | bool | Decimal
    unit: str | None
    decimals: str | None


def read_dei(source: str, header: InlineHeader | None = None) -> DeiCover | None:
    """The cover facts of an inline XBRL document; None where nothing is tagged `dei`."""
    tagged = list(_tagged(source, _cover_end(source)))
    if not tagged:
        return None
    header = header or InlineHeader(source)
    undivided = header.periods
    primary = _primary(tagged, undivided)
    own = _first(fact for fact in tagged if fact.context == primary)
    others = _first(fact for fact in tagged if fact.context in undivided or not undivided)
    said = others | own
    report_date = _date(said.get("DocumentPeriodEndDate"))
    start, end = header.period_of(primary)
    facts = [_fact(fact, (start, end or report_date), header) for fact in own.values()]
    return DeiCover(_cover(said, tagged), report_date, facts)


def _fact(fact: _Tagged, period: Period, header: InlineHeader) -> Fact:
    return Fact(
        concept=f"dei:{fact.name}",
        value=fact.value,
        unit=header.units.get(fact.unit) if fact.unit else None,
        decimals=fact.decimals,
        period_start=period[0],
        period_end=period[1],
    )


def _date(fact: _Tagged | None) -> dt.date | None:
    dates = dates_in(str(fact.value)) if fact else []
    return dates[0][1] if dates else None


def _primary(tagged: Sequence[_Tagged], undivided: Container[str]) -> str:
    """The context that the form's own name is tagged with; of several registrants' the one of them all."""
    named = [fact.context for fact in tagged if fact.name == "DocumentType"]
    return next((context for context in named if context in undivided), (named or [tagged[0].context])[0])


def _first(tagged: Iterable[_Tagged]) -> dict[str, _Tagged]:
    first: dict[str, _Tagged] = {}
    for fact in tagged:
        first.setdefault(fact.name, fact)
    return first


def _cover_end(source: str) -> int:
    """How far the cover's tags are looked for. A document without a hidden header is not searched for its end."""
    header = source.find("<ix:header", 0, COVER_SEARCHED)
    hidden = source.find("</ix:header>", header) if header >= 0 else 0
    return max(hidden, 0) + COVER_SEARCHED


def _tagged(source: str, end: int) -> Iterator[_Tagged]:
    """Every dei fact up to `end` that has a value, in order; a fact may hold others."""
    tags = ((named[1], tag_around(source, named)) for named in _NAMED.finditer(source, 0, end))
    for name, tag in islice(tags, MOST_TAGS):
        attributes = attributes_of(tag[0]) if tag else {}
        if tag is None or is_left_out(tag, attributes):
            continue
        words = words_of(tag, attributes)
        value = meant(words, attributes, tag["kind"])
        if value not in (None, ""):
            context, unit, decimals = (attributes.get(key) for key in ("contextref", "unitref", "decimals"))
            yield _Tagged(name, context or "", words, _answered(name, value), unit, decimals)


def _answered(name: str, value: str | bool | Decimal) -> str | bool | Decimal:
    """The value; a box of the cover whose mark no transformation reads is true or false all the same."""
    answer = ticked(value) if name in _BOXES and isinstance(value, str) else None
    return value if answer is None else answer


def _cover(first: dict[str, _Tagged], tagged: Iterable[_Tagged]) -> Cover:
    """The page's own words under the tags; boxes as true or false."""
    said = {name: first[name].words for name in _SAID if name in first and not is_nothing(first[name].words)}
    boxes = {field_name: first[name].value for name, field_name in _BOXES.items() if name in first}
    address = {field_name: said[name].strip(" ,") for name, field_name in _ADDRESS.items() if name in said}
    phone = " ".join(part for part in (said.get("CityAreaCode"), said.get("LocalPhoneNumber")) if part)
    return Cover(
        **{field_name: said[name] for name, field_name in _PLAIN.items() if name in said},
        address=Address(**address) if address else None,
        phone=phone or None,
        checkboxes=CheckBoxes(**{name: value for name, value in boxes.items() if isinstance(value, bool)}),
        securities=_securities(tagged),
    )


def _securities(tagged: Iterable[_Tagged]) -> tuple[Security, ...]:
    """One security a context: a filer with several classes tags each in a context of its own."""
    rows: dict[str, dict[str, str]] = {}
    for fact in tagged:
        if fact.name in _SECURITY and not is_nothing(fact.words):
            rows.setdefault(fact.context, {}).setdefault(_SECURITY[fact.name], fact.words)
    return tuple(Security(**row) for row in rows.values() if "title" in row)
