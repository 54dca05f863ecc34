"""Form 40-F, a Canadian issuer's annual report under the multijurisdictional system: a cover, disclosures without
numbers, and exhibits that are the home country's own reports (annual information form, statements, MD&A)."""

from __future__ import annotations

from filings.facts.financials import summarize
from filings.forms._form import Form, Parts, Report
from filings.items.annual_report import read_report


def read(report: Report) -> Parts:
    """The parts of a 40-F; the form has no items."""
    return read_report(report, ())


FORM = Form(
    submission_types=("40-F", "40-F/A", "40FR12B", "40FR12B/A", "40FR12G", "40FR12G/A"), read=read, summarize=summarize
)
