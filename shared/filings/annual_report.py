"""What the periodic reports have in common (10-K, 10-Q, 20-F, 40-F, 10-D): cover, items, exhibits, signatures.

Each form's module brings its outline of items and its submission types.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from filings.cover import CoverReading, read_cover
from filings.exhibit import read_exhibits
from filings.forms._form import Parts, Report
from filings.item_chain import Outline
from filings.report_items import read_report_items
from filings.signature import read_signatures

__all__ = ["read_report"]

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
        cover=cover.cover,
        items=items,
        exhibits=exhibits,
        signatures=signatures,
        facts=cover.facts,
        warnings=[*cover.warnings, *item_warnings, *signature_warnings],
    )


def _day(report: Report, cover: CoverReading) -> dt.date | None:
    """The day whose titles the form had: of filing, else the end of the period."""
    header = report.header
    return (header and (header.filing_date or header.period)) or cover.report_date


def _registrants(report: Report, cover: CoverReading) -> list[str]:
    parties = report.header.entities if report.header else []
    return [name for name in (cover.cover.registrant_name, *(party.name for party in parties)) if name]
