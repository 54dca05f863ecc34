"""A 10-K and a 10-Q as they are filed: cover, table of contents, parts and items, page ends, statements, signature.

What makes a report hard to cut into its items is in it: each heading stands in the table of contents too, every page
has a running head that leads back to it, and paragraphs refer to items by number and title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks.report_style import ReportStyle
from benchmarks.signature_page import signature_page
from benchmarks.statements import statements
from benchmarks.words import Company, paragraphs

__all__ = ["ANNUAL", "QUARTERLY", "Entry", "Outline", "periodic_report"]

_PARAGRAPHS_A_PAGE = 9


@dataclass(frozen=True)
class Entry:
    """One item. `share` of the report's body, in percent; `every`: a table stands after so many paragraphs, 0: none."""

    part: str
    item: str
    title: str
    share: float = 0
    every: int = 0


@dataclass(frozen=True)
class Outline:
    """What a form says of itself on its cover, and its items."""

    form: str
    name: str
    period: str
    entries: Sequence[Entry]


ANNUAL = Outline(
    "10-K",
    "ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934",
    "For the fiscal year ended December 31, 2025",
    (
        Entry("I", "1", "Business", 11, 8),
        Entry("I", "1A", "Risk Factors", 14),
        Entry("I", "1B", "Unresolved Staff Comments"),
        Entry("I", "1C", "Cybersecurity", 1),
        Entry("I", "2", "Properties", 2, 6),
        Entry("I", "3", "Legal Proceedings", 1),
        Entry("I", "4", "Mine Safety Disclosures"),
        Entry(
            "II", "5", "Market for Registrant’s Common Equity, Related Stockholder Matters and Issuer Purchases of"
            " Equity Securities", 1,
        ),
        Entry("II", "6", "[Reserved]"),
        Entry(
            "II", "7", "Management’s Discussion and Analysis of Financial Condition and Results of Operations", 20, 3
        ),
        Entry("II", "7A", "Quantitative and Qualitative Disclosures About Market Risk", 1),
        Entry("II", "8", "Financial Statements and Supplementary Data", 46, 1),
        Entry("II", "9", "Changes in and Disagreements with Accountants on Accounting and Financial Disclosure"),
        Entry("II", "9A", "Controls and Procedures", 1),
        Entry("II", "9B", "Other Information"),
        Entry("II", "9C", "Disclosure Regarding Foreign Jurisdictions that Prevent Inspections"),
        Entry("III", "10", "Directors, Executive Officers and Corporate Governance"),
        Entry("III", "11", "Executive Compensation"),
        Entry(
            "III", "12", "Security Ownership of Certain Beneficial Owners and Management and Related Stockholder"
            " Matters",
        ),
        Entry("III", "13", "Certain Relationships and Related Transactions, and Director Independence"),
        Entry("III", "14", "Principal Accountant Fees and Services"),
        Entry("IV", "15", "Exhibits and Financial Statement Schedules", 1),
        Entry("IV", "16", "Form 10-K Summary"),
    ),
)  # fmt: skip

QUARTERLY = Outline(
    "10-Q",
    "QUARTERLY REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934",
    "For the quarterly period ended September 30, 2025",
    (
        Entry("I", "1", "Financial Statements", 52, 1),
        Entry("I", "2", "Management’s Discussion and Analysis of Financial Condition and Results of Operations", 32, 4),
        Entry("I", "3", "Quantitative and Qualitative Disclosures About Market Risk", 1),
        Entry("I", "4", "Controls and Procedures", 1),
        Entry("II", "1", "Legal Proceedings", 1),
        Entry("II", "1A", "Risk Factors", 11),
        Entry("II", "2", "Unregistered Sales of Equity Securities and Use of Proceeds"),
        Entry("II", "3", "Defaults Upon Senior Securities"),
        Entry("II", "4", "Mine Safety Disclosures"),
        Entry("II", "5", "Other Information"),
        Entry("II", "6", "Exhibits", 1),
    ),
)

_FILED_ELSEWHERE = (
    "The information required by this item is incorporated by reference to our definitive proxy statement for the"
    " 2026 annual meeting of stockholders, which will be filed within 120 days of the end of our fiscal year."
)


def periodic_report(style: ReportStyle, company: Company, outline: Outline, size: int) -> str:
    """The page, of about `size` characters."""
    front = "".join([*_cover(style, company, outline), *_contents(style, outline)])
    body = "".join(_body(style, company, outline, size - len(front)))
    return style.document(outline.form, front + body + "".join(signature_page(style, company, "January 15, 2026")))


def _cover(style: ReportStyle, company: Company, outline: Outline) -> Iterator[str]:
    fact = style.fact
    for line in ("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549"):
        yield style.centered(line, bold=True)
    yield style.centered(f"FORM {fact('DocumentType', outline.form)}", bold=True)
    yield style.paragraph(f"☒ {outline.name}")
    yield style.centered(outline.period, bold=True)
    yield style.centered(f"Commission File Number: {fact('EntityFileNumber', company.file_number)}")
    yield style.centered(fact("EntityRegistrantName", company.name), bold=True)
    yield style.centered("(Exact name of registrant as specified in its charter)")
    values = fact("EntityIncorporationStateCountryCode", "Delaware"), fact("EntityTaxIdentificationNumber", company.ein)
    captions = "(State or other jurisdiction of incorporation or organization)", "(I.R.S. Employer Identification No.)"
    yield style.table([style.row(values), style.row(captions)])
    yield style.centered("12 Sandpiper Cut, Dover, Delaware 19901")
    yield style.centered("(Address of principal executive offices) (Zip Code)")
    yield style.paragraph("Securities registered pursuant to Section 12(b) of the Act:")
    heads = "Title of each class", "Trading Symbol(s)", "Name of each exchange on which registered"
    yield style.table([style.row(heads), style.row(("Common Stock", company.symbol, "New York Stock Exchange"))])
    yield style.paragraph(
        "Indicate by check mark whether the registrant (1) has filed all reports required to be filed by Section 13 or"
        " 15(d) of the Securities Exchange Act of 1934 during the preceding 12 months, and (2) has been subject to such"
        " filing requirements for the past 90 days. Yes ☒ No ☐"
    )


def _contents(style: ReportStyle, outline: Outline) -> Iterator[str]:
    yield style.anchor("toc") + style.centered("TABLE OF CONTENTS", bold=True)
    rows = []
    for place, entry in enumerate(outline.entries):
        if _begins_part(outline, place):
            rows.append(style.row(("", style.link(f"part{entry.part}", f"PART {entry.part}"), "")))
        name = _name(entry)
        cells = f"Item {entry.item}.", style.link(name, entry.title), style.link(name, str(3 + 4 * place))
        rows.append(style.row(cells))
    yield style.table(rows)


def _body(style: ReportStyle, company: Company, outline: Outline, size: int) -> Iterator[str]:
    words, tables = paragraphs(), statements(style)
    page, running_head = 3, style.link("toc", f"Table of Contents | {company.name} | {outline.form}")
    for place, entry in enumerate(outline.entries):
        if _begins_part(outline, place):
            yield style.anchor(f"part{entry.part}") + style.centered(f"PART {entry.part}", bold=True)
        yield style.anchor(_name(entry)) + style.paragraph(f"Item {entry.item}. {entry.title}", bold=True)
        if not entry.share:
            yield style.paragraph(_FILED_ELSEWHERE if entry.part == "III" else "Not applicable.")
        room = size * entry.share / 100
        for number, piece in enumerate(_pieces(style, outline, entry, words, tables)):
            if room < len(piece):
                break
            room -= len(piece)
            yield piece
            if number % _PARAGRAPHS_A_PAGE == _PARAGRAPHS_A_PAGE - 1:
                page += 1
                end = style.page_end(page, running_head)
                room -= len(end)
                yield end


def _pieces(
    style: ReportStyle, outline: Outline, entry: Entry, words: Iterator[str], tables: Iterator[str]
) -> Iterator[str]:
    """Paragraphs, with a sub-heading before each sixth, a table after each `every`th, a reference in each twelfth."""
    for number, text in enumerate(words):
        if number % 6 == 0:
            first = " ".join(islice(text.split(), 7))
            yield style.paragraph(f"{first}.", bold=True)
        other = outline.entries[number // 12 % len(outline.entries)]
        refers = f" See also Item {other.item}, “{other.title},” of this report." if number % 12 == 11 else ""
        yield style.paragraph(text + refers)
        if entry.every and number % entry.every == 0:
            yield next(tables)


def _begins_part(outline: Outline, place: int) -> bool:
    return place == 0 or outline.entries[place - 1].part != outline.entries[place].part


def _name(entry: Entry) -> str:
    return f"part{entry.part}item{entry.item}"
