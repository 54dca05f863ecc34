"""What the periodic reports have in common (10-K, 10-Q, 20-F, 40-F, 10-D): cover, items, exhibits, signatures.

Each form's module brings its outline of items and its submission types.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from filings.covers.cover import CoverReading, read_cover
from filings.covers.report_checkbox import read_filer_category, read_report_checkboxes
from filings.exhibits.exhibit import read_exhibits
from filings.facts.report_facts import read_report_facts
from filings.forms._form import Parts, Report
from filings.items.outline import Outline
from filings.items.report_items import read_report_items
from filings.record import CheckBoxes, Cover, Fact, Item
from filings.signatures.signature import read_signatures
from filings.text.date_in_words import dates_in

__all__ = ["LONGEST_COVER", "read_report"]

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
    facts = read_report_facts(report, cover.facts)
    return Parts(
        report_date=cover.report_date or _period_end(facts),
        cover=_completed(_cover(report.text, items, cover), facts),
        items=items,
        exhibits=exhibits,
        signatures=signatures,
        facts=facts,
        warnings=[*cover.warnings, *item_warnings, *signature_warnings],
    )


def _cover(text: str, items: Sequence[Item], cover: CoverReading) -> Cover:
    """The cover with its boxes, read up to the first item: the questions fill more than a page."""
    page = text[: min(items[0].start if items else LONGEST_COVER, LONGEST_COVER)]
    boxes = read_report_checkboxes(page, cover.facts, cover.cover.checkboxes)
    category = read_filer_category(page, cover.facts)
    return cover.cover.model_copy(update={"checkboxes": boxes, "entity_filer_category": category})


def _completed(cover: Cover, facts: Sequence[Fact]) -> Cover:
    """What the page lacks, from the facts."""
    tagged = read_report_checkboxes("", facts, CheckBoxes())
    boxes = {name: value for name, value in tagged if getattr(cover.checkboxes, name) is None}
    name = next((str(fact.value) for fact in facts if fact.concept == "dei:EntityRegistrantName"), None)
    return cover.model_copy(
        update={
            "registrant_name": cover.registrant_name or name,
            "checkboxes": cover.checkboxes.model_copy(update=boxes),
            "entity_filer_category": cover.entity_filer_category or read_filer_category("", facts),
        }
    )


def _period_end(facts: Sequence[Fact]) -> dt.date | None:
    stated = next((str(fact.value) for fact in facts if fact.concept == "dei:DocumentPeriodEndDate"), "")
    dates = dates_in(stated)
    return dates[0][1] if dates else None


def _day(report: Report, cover: CoverReading) -> dt.date | None:
    """The day whose titles the form had: of filing, else the end of the period."""
    header = report.header
    return (header and (header.filing_date or header.period)) or cover.report_date


def _registrants(report: Report, cover: CoverReading) -> list[str]:
    parties = report.header.entities if report.header else []
    return [name for name in (cover.cover.registrant_name, *(party.name for party in parties)) if name]
