"""What a notification says of a report's figures: its fiscal period and at most twelve headline facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from filings.facts.headline_concepts import HEADLINES
from filings.notifications.notification_models import Summaries
from filings.record import Fact, Filing, Part

__all__ = ["Financials", "summarize"]

MOST = 12
_RANK = {concept: rank for rank, concept in enumerate(HEADLINES)}


class Financials(Part):
    """`fiscal_period`: FY, Q1, Q2 or Q3. The facts are those of the report's own period, the most telling first."""

    fiscal_year: str | None = None
    fiscal_period: str | None = None
    period_end: dt.date | None = None
    facts: tuple[Fact, ...] = ()


def summarize(filing: Filing) -> Summaries:
    """The figures of a report that is tagged in inline XBRL; no summary for one that is not."""
    said = {fact.concept: fact.value for fact in filing.facts if fact.concept.startswith("dei:")}
    facts = _headlines(filing.facts)
    if not facts:
        return Summaries()
    return Summaries(
        financials=Financials(
            fiscal_year=_words(said.get("dei:DocumentFiscalYearFocus")),
            fiscal_period=_words(said.get("dei:DocumentFiscalPeriodFocus")),
            period_end=filing.report_date,
            facts=facts,
        )
    )


def _headlines(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    tagged = [fact for fact in facts if fact.concept.partition(":")[0] != "dei"]
    return tuple(sorted(tagged, key=lambda fact: _RANK.get(fact.concept.partition(":")[2], len(_RANK)))[:MOST])


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None
