"""What the periodic reports have in common (10-K, 10-Q, 20-F, 40-F, 10-D): cover, items, exhibits, signatures.

Each form's module brings its outline of items and its submission types.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from filings.cover import CoverReading, read_cover
from filings.exhibit import read_exhibits
from filings.forms._form import Parts, Report
from filings.inline_facts import read_headline_facts
from filings.item_chain import Outline
from filings.record import Cover, Fact, Item
from filings.report_checkbox import read_filer_category, read_report_checkboxes
from filings.report_items import read_report_items
from filings.signature import read_signatures

__all__ = ["read_report"]

LONGEST_COVER = 20_000
EXHIBITS = ("Exhibit", "EXHIBIT")


def read_report(report: Report, outlines: Sequence[Outline]) -> Parts:
    """The parts of a periodic report. outlines: the form's own first, then what its filers also use; none: no items."""
    cover = read_cover(report)
    items, item_warnings = read_report_items(report.text, outlines, _day(report, cover)) if outlines else ([], [])
    exhibit_text = next((item.text for item in reversed(items) if (item.title or "").startswith(EXHIBITS)), "")
    exhibits = read_exhibits(report.text, report.documents, exhibit_text)
    signatures, signature_warnings = read_signatures(
        report.text, items[-1].end if items else 0, _registrants(report, cover)
    )
    return Parts(
        report_date=cover.report_date,
        cover=_cover(report.text, items, cover),
        items=items,
        exhibits=exhibits,
        signatures=signatures,
        facts=_facts(report, cover),
        warnings=[*cover.warnings, *item_warnings, *signature_warnings],
    )


def _cover(text: str, items: Sequence[Item], cover: CoverReading) -> Cover:
    """The cover with its boxes, read up to the first item: the questions fill more than a page."""
    page = text[: min(items[0].start if items else LONGEST_COVER, LONGEST_COVER)]
    boxes = read_report_checkboxes(page, cover.facts, cover.cover.checkboxes)
    category = read_filer_category(page, cover.facts)
    return cover.cover.model_copy(update={"checkboxes": boxes, "entity_filer_category": category})


def _facts(report: Report, cover: CoverReading) -> list[Fact]:
    """The cover's facts and the headlines; a number of the cover is a headline, with its scale."""
    if not cover.facts:
        return []
    headlines = read_headline_facts(report.source)
    numbers = {fact.concept for fact in headlines}
    return [*(fact for fact in cover.facts if fact.concept not in numbers), *headlines]


def _day(report: Report, cover: CoverReading) -> dt.date | None:
    """The day whose titles the form had: of filing, else the end of the period."""
    header = report.header
    return (header and (header.filing_date or header.period)) or cover.report_date


def _registrants(report: Report, cover: CoverReading) -> list[str]:
    parties = report.header.entities if report.header else []
    return [name for name in (cover.cover.registrant_name, *(party.name for party in parties)) if name]
