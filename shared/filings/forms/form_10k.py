"""Form 10-K, the annual report, and its kin: 10-K405, 10-KT, and 10-KSB of small businesses until March 2009.

Items, parts and titles of every era: the form itself, Regulations S-K and S-B, and the releases beside each change.
Item 14 has been three things: exhibits in Part IV, controls in Part III, accountants' fees in Part III. An
asset-backed issuer's own items ("Item 1122 of Regulation AB") are Regulation AB's, not the form's.
"""

from __future__ import annotations

from filings.facts.financials import summarize
from filings.forms._form import Form, Parts, Report
from filings.items.annual_report import read_report
from filings.items.outline import Entry, Outline

_VOTE = "Submission of Matters to a Vote of Security Holders"
_FEES = "Principal Accountant Fees and Services"
_EXHIBITS_8K = "Exhibits, Financial Statement Schedules, and Reports on Form 8-K"

OUTLINE = Outline(
    (
        Entry("I", "1", "Business", variants=("Description of Business",)),
        Entry("I", "1A", "Risk Factors"),  # 33-8591, fiscal years ending on or after 2005-12-01
        Entry("I", "1B", "Unresolved Staff Comments"),
        Entry("I", "1C", "Cybersecurity"),  # 33-11216, 2023-12-15
        Entry("I", "2", "Properties", variants=("Description of Property",)),
        Entry("I", "3", "Legal Proceedings"),
        Entry(  # 33-9089; 33-9286
            "I",
            "4",
            "Mine Safety Disclosures",
            former=(("2010-02-27", _VOTE), ("2012-01-26", "(Removed and Reserved)")),
            variants=("Reserved",),
        ),
        Entry(
            "I", "4A", "Executive Officers of the Registrant", variants=("Information about our Executive Officers",)
        ),
        Entry(  # issuer purchases: 33-8335
            "II",
            "5",
            "Market for Registrant's Common Equity, Related Stockholder Matters and Issuer Purchases"
            " of Equity Securities",
            former=(("2004-03-14", "Market for Registrant's Common Equity and Related Stockholder Matters"),),
            variants=("Market for Common Stock and Related Stockholder Matters",),
        ),
        Entry("II", "6", "[Reserved]", former=(("2021-02-09", "Selected Financial Data"),)),  # 33-10890
        Entry(
            "II",
            "7",
            "Management's Discussion and Analysis of Financial Condition and Results of Operations",
            variants=(
                "Management's Discussion and Analysis",
                "Management's Discussion and Analysis or Plan of Operation",
            ),
        ),
        Entry("II", "7A", "Quantitative and Qualitative Disclosures About Market Risk"),  # 33-7386, 1997
        Entry("II", "8", "Financial Statements and Supplementary Data", variants=("Financial Statements",)),
        Entry(
            "II",
            "9",
            "Changes in and Disagreements With Accountants on Accounting and Financial Disclosure",
            variants=("Disagreements on Accounting and Financial Disclosure",),
        ),
        Entry("II", "9A", "Controls and Procedures"),  # 33-8238, 2003-08-14
        Entry("II", "9B", "Other Information"),  # 33-8400, 2004-08-23
        Entry("II", "9C", "Disclosure Regarding Foreign Jurisdictions that Prevent Inspections"),  # 34-93701
        Entry(  # 33-8732A
            "III",
            "10",
            "Directors, Executive Officers and Corporate Governance",
            former=(("2006-12-14", "Directors and Executive Officers of the Registrant"),),
        ),
        Entry("III", "11", "Executive Compensation"),
        Entry(
            "III",
            "12",
            "Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters",
            former=(("2002-03-14", "Security Ownership of Certain Beneficial Owners and Management"),),
        ),
        Entry(
            "III",
            "13",
            "Certain Relationships and Related Transactions, and Director Independence",
            former=(("2006-12-14", "Certain Relationships and Related Transactions"),),
        ),
        Entry(  # 33-8124, 33-8183
            "III",
            "14",
            _FEES,
            former=(("2003-08-13", "Controls and Procedures"),),
            variants=("Principal Accounting Fees",),
        ),
        Entry("IV", "14", _EXHIBITS_8K, variants=("Exhibits and Financial Statement Schedules",)),
        Entry(
            "IV",
            "15",
            "Exhibits and Financial Statement Schedules",
            former=(("2004-08-22", _EXHIBITS_8K),),
            variants=("Exhibits, Financial Statement Schedules", "Exhibits"),
        ),
        Entry("IV", "16", "Form 10-K Summary", variants=("Summary",)),  # 81 FR 37132, 2016-06-09
    )
)
SMALL_BUSINESS = Outline(  # Regulation S-B, 1992-08-13 to 2009-03-15
    (
        Entry("I", "1", "Description of Business", variants=("Business",)),
        Entry("I", "1A", "Risk Factors"),
        Entry("I", "1B", "Unresolved Staff Comments"),
        Entry("I", "2", "Description of Property", variants=("Properties",)),
        Entry("I", "3", "Legal Proceedings"),
        Entry("I", "4", _VOTE, variants=("Reserved",)),
        Entry("I", "4A", "Executive Officers of the Registrant"),
        Entry(
            "II",
            "5",
            "Market for Common Equity, Related Stockholder Matters and Small Business Issuer Purchases"
            " of Equity Securities",
            former=(("2004-03-14", "Market for Common Equity and Related Stockholder Matters"),),
        ),
        Entry(
            "II",
            "6",
            "Management's Discussion and Analysis or Plan of Operation",
            variants=(
                "Management's Discussion and Analysis of Financial Condition and Results of Operations",
                "Plan of Operation",
            ),
        ),
        Entry("II", "7", "Financial Statements", variants=("Financial Statements and Supplementary Data",)),
        Entry("II", "8", "Changes in and Disagreements With Accountants on Accounting and Financial Disclosure"),
        Entry("II", "8A", "Controls and Procedures"),
        Entry("II", "8B", "Other Information"),
        Entry(
            "III",
            "9",
            "Directors, Executive Officers, Promoters, Control Persons and Corporate Governance;"
            " Compliance with Section 16(a) of the Exchange Act",
            former=(
                (
                    "2006-12-14",
                    "Directors, Executive Officers, Promoters and Control Persons;"
                    " Compliance with Section 16(a) of the Exchange Act",
                ),
            ),
            variants=("Directors and Executive Officers", "Directors, Executive Officers and Control Persons"),
        ),
        Entry("III", "10", "Executive Compensation"),
        Entry(
            "III",
            "11",
            "Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters",
            former=(("2002-03-14", "Security Ownership of Certain Beneficial Owners and Management"),),
        ),
        Entry(
            "III",
            "12",
            "Certain Relationships and Related Transactions, and Director Independence",
            former=(("2006-12-14", "Certain Relationships and Related Transactions"),),
        ),
        Entry("III", "13", "Exhibits", former=(("2004-08-22", "Exhibits and Reports on Form 8-K"),)),
        Entry("III", "14", _FEES, former=(("2003-08-13", "Controls and Procedures"),)),
    )
)
_TYPES = ("10-K", "10-K405", "10-KT", "10-K405T", "10-KT405", "10KT405", "10-K/A", "10-K405/A", "10-KT/A", "10-KT405/A")
_SMALL = ("10-KSB", "10KSB", "10-KSB40", "10KSB40", "10-KTSB", "10TKSB", "10-KSBT", "10KTSB")


def read(report: Report) -> Parts:
    """The parts of an annual report."""
    small = "SB" in report.form
    return read_report(report, (SMALL_BUSINESS, OUTLINE) if small else (OUTLINE, SMALL_BUSINESS))


FORM = Form(
    submission_types=(*_TYPES, *_SMALL, "10KT405/A", "10-K405T/A", *(f"{name}/A" for name in _SMALL)),
    read=read,
    summarize=summarize,
)
