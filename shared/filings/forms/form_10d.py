"""Form 10-D, an asset-backed issuer's report of a distribution (Regulation AB, Release 33-8518)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from filings.forms._form import Form, Parts, Report
from filings.items.annual_report import LONGEST_COVER, read_report
from filings.items.outline import Entry, Outline
from filings.text.date_in_words import dates_in

OUTLINE = Outline(
    (
        Entry("I", "1", "Distribution and Pool Performance Information"),
        Entry("I", "1A", "Asset-Level Information"),  # 33-9638
        Entry("I", "1B", "Asset Representations Reviewer and Investor Communication"),
        Entry("II", "2", "Legal Proceedings"),
        Entry("II", "3", "Sales of Securities and Use of Proceeds"),
        Entry("II", "4", "Defaults Upon Senior Securities"),
        Entry(
            "II",
            "5",
            "Submission of Matters to a Vote of Security Holders",
            variants=("Reserved",),
        ),
        Entry("II", "6", "Significant Obligors of Pool Assets"),
        Entry(
            "II",
            "7",
            "Change in Sponsor Interest in the Securities",
            variants=("Significant Enhancement Provider Information",),
        ),
        Entry("II", "8", "Significant Enhancement Provider Information", variants=("Other Information",)),
        Entry("II", "9", "Other Information", variants=("Exhibits",)),
        Entry("II", "10", "Exhibits"),
    )
)


_PERIOD = re.compile(r"distribution\s+period\s+from\b", re.I)


def read(report: Report) -> Parts:
    """The parts of a 10-D; its day is the last one of the distribution period."""
    parts = read_report(report, (OUTLINE,))
    return replace(parts, report_date=_period_end(report.text[:LONGEST_COVER]) or parts.report_date)


def _period_end(page: str) -> dt.date | None:
    """`from February 1, 2008 to February 29, 2008`: the second day."""
    stated = _PERIOD.search(page)
    dates = dates_in(page[stated.end() : stated.end() + 120]) if stated else []
    return dates[1][1] if len(dates) > 1 else None


FORM = Form(submission_types=("10-D", "10-D/A"), read=read)
