"""Form 10-Q, the quarterly report, and 10-QSB of small businesses until October 2008, with 10-QT.

Its two parts number their items alike: the title, the part's heading and the order tell which Item 2 it is.
"""

from __future__ import annotations

from filings.facts.financials import summarize
from filings.forms._form import Form, Parts, Report
from filings.items.annual_report import read_report
from filings.items.outline import Entry, Outline

_VOTE = "Submission of Matters to a Vote of Security Holders"
_MDA = "Management's Discussion and Analysis of Financial Condition and Results of Operations"
_SALES = "Unregistered Sales of Equity Securities and Use of Proceeds"

_PART_II = (
    Entry("II", "1", "Legal Proceedings"),
    Entry("II", "1A", "Risk Factors"),  # 33-8591
    Entry(  # 33-8335, 33-8400
        "II",
        "2",
        _SALES,
        former=(
            ("1996-11-17", "Changes in Securities"),
            ("2004-03-14", "Changes in Securities and Use of Proceeds"),
            ("2004-08-22", "Changes in Securities, Use of Proceeds and Issuer Purchases of Equity Securities"),
        ),
        variants=(
            "Unregistered Sales of Equity Securities, Use of Proceeds, and Issuer Purchases of Equity Securities",
            "Unregistered Sales of Equity Securities",
            "Issuer Purchases of Equity Securities",
            "Share Repurchases",
        ),
    ),
    Entry("II", "3", "Defaults Upon Senior Securities"),
    Entry(  # 33-9089, 33-9286
        "II",
        "4",
        "Mine Safety Disclosures",
        former=(("2010-02-27", _VOTE), ("2012-01-26", "(Removed and Reserved)")),
        variants=("Reserved",),
    ),
    Entry("II", "5", "Other Information", variants=("Other Events",)),
    Entry("II", "6", "Exhibits", former=(("2004-08-22", "Exhibits and Reports on Form 8-K"),)),
)
OUTLINE = Outline(
    (
        Entry(
            "I",
            "1",
            "Financial Statements",
            variants=("Condensed Consolidated Financial Statements", "Financial Information"),
        ),
        Entry("I", "2", _MDA, variants=("Management's Discussion and Analysis",)),
        Entry("I", "3", "Quantitative and Qualitative Disclosures About Market Risk"),  # 33-7386, 1997
        Entry("I", "4", "Controls and Procedures"),  # 33-8124, 2002-08-29
        *_PART_II,
    )
)
SMALL_BUSINESS = Outline(  # Regulation S-B, 1992-08-13 to 2008-10-30
    (
        Entry("I", "1", "Financial Statements"),
        Entry(
            "I", "2", "Management's Discussion and Analysis or Plan of Operation", variants=(_MDA, "Plan of Operation")
        ),
        Entry("I", "3", "Controls and Procedures"),
        Entry("I", "3A", "Controls and Procedures"),
        *_PART_II,
    )
)


def read(report: Report) -> Parts:
    """The parts of a quarterly report."""
    small = "SB" in report.form
    return read_report(report, (SMALL_BUSINESS, OUTLINE) if small else (OUTLINE, SMALL_BUSINESS))


_TYPES = ("10-Q", "10-QT", "10-QSB", "10QSB", "10-QSB40", "10QSB40", "10-QTSB", "10TQSB", "10-Q405")

FORM = Form(submission_types=(*_TYPES, *(f"{name}/A" for name in _TYPES)), read=read, summarize=summarize)
