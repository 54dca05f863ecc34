"""Form 20-F, the annual report of a foreign private issuer, in its form since 2000 (Release 33-7745).

The letters of items 1 to 14 ("4.B Business Overview") part an item's text and are no items; 4A and 16A to 16K are.
"""

from __future__ import annotations

from filings.facts.financials import summarize
from filings.forms._form import Form, Parts, Report
from filings.items.annual_report import read_report
from filings.items.outline import Entry, Outline

OUTLINE = Outline(
    (
        Entry(
            "I",
            "1",
            "Identity of Directors, Senior Management and Advisers",
            variants=("Identity of Directors, Senior Management and Advisors",),
        ),
        Entry("I", "2", "Offer Statistics and Expected Timetable"),
        Entry("I", "3", "Key Information"),
        Entry("I", "4", "Information on the Company"),
        Entry("I", "4A", "Unresolved Staff Comments"),  # 33-8591
        Entry("I", "5", "Operating and Financial Review and Prospects"),
        Entry("I", "6", "Directors, Senior Management and Employees"),
        Entry("I", "7", "Major Shareholders and Related Party Transactions"),
        Entry("I", "8", "Financial Information"),
        Entry("I", "9", "The Offer and Listing"),
        Entry("I", "10", "Additional Information"),
        Entry("I", "11", "Quantitative and Qualitative Disclosures About Market Risk"),
        Entry("I", "12", "Description of Securities Other than Equity Securities"),
        Entry("II", "13", "Defaults, Dividend Arrearages and Delinquencies"),
        Entry("II", "14", "Material Modifications to the Rights of Security Holders and Use of Proceeds"),
        Entry("II", "15", "Controls and Procedures", former=(("2002-08-28", "[Reserved]"),)),  # 33-8124
        Entry("II", "16", "[Reserved]"),
        Entry("II", "16A", "Audit Committee Financial Expert"),  # 33-8177
        Entry("II", "16B", "Code of Ethics"),
        Entry("II", "16C", "Principal Accountant Fees and Services"),
        Entry("II", "16D", "Exemptions from the Listing Standards for Audit Committees"),
        Entry("II", "16E", "Purchases of Equity Securities by the Issuer and Affiliated Purchasers"),
        Entry("II", "16F", "Change in Registrant's Certifying Accountant"),
        Entry("II", "16G", "Corporate Governance"),
        Entry("II", "16H", "Mine Safety Disclosure", variants=("Mine Safety",)),  # 33-9286
        Entry("II", "16I", "Disclosure Regarding Foreign Jurisdictions that Prevent Inspections"),  # 34-93701
        Entry("II", "16J", "Insider Trading Policies"),  # 33-11138
        Entry("II", "16K", "Cybersecurity"),  # 33-11216
        Entry("III", "17", "Financial Statements"),
        Entry("III", "18", "Financial Statements"),
        Entry("III", "19", "Exhibits", variants=("Financial Statements and Exhibits",)),
    )
)


def read(report: Report) -> Parts:
    """The parts of a 20-F."""
    return read_report(report, (OUTLINE,))


FORM = Form(
    submission_types=("20-F", "20-F/A", "20FR12B", "20FR12B/A", "20FR12G", "20FR12G/A"), read=read, summarize=summarize
)
