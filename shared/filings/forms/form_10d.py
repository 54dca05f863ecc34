"""Form 10-D, an asset-backed issuer's report of a distribution (Regulation AB, Release 33-8518)."""

from __future__ import annotations

from filings.annual_report import read_report
from filings.forms._form import Form, Parts, Report
from filings.item_chain import Entry, Outline

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


def read(report: Report) -> Parts:
    """The parts of a 10-D."""
    return read_report(report, (OUTLINE,))


FORM = Form(submission_types=("10-D", "10-D/A"), read=read)
