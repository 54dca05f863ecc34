"""The filings that are measured: invented ones, of forms 8-K, 10-K, 10-Q, 4 and 13F, the same bytes in every run."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.envelope import FOOT, document, head, submission, uuencoded
from benchmarks.page import exhibit_page, report_page
from benchmarks.periodic_report import ANNUAL, QUARTERLY, Outline, periodic_report
from benchmarks.report_style import FontReportStyle, ReportStyle, SpanReportStyle
from benchmarks.style import FontStyle, SpanStyle
from benchmarks.words import BRINDLE, paragraphs
from benchmarks.xml_forms import TRANSACTIONS, form_4, form_13f

__all__ = [
    "LARGE_SIZE",
    "REPORTS",
    "SAMPLES",
    "XML_FORMS",
    "Sample",
    "XmlSample",
    "html_8k",
    "inline_10k",
    "large_submission",
    "many_documents",
    "small_submission_8k",
]

LARGE_SIZE = 200 << 20
"""Bytes. EDGAR takes a submission of up to 200 MB (EDGAR Filer Manual, vol. II, 3.1)."""

_ITEMS = ("1.01", "2.03", "7.01", "9.01")


@dataclass(frozen=True)
class Sample:
    """One filing. `items`, `documents`: what it says, and the parser has to find."""

    what: str
    make: Callable[[], bytes]
    items: tuple[str, ...]
    documents: int


@dataclass(frozen=True)
class XmlSample:
    """One filing in XML. `rows`: transactions of a Form 4, holdings of a 13F, that it has."""

    what: str
    make: Callable[[], bytes]
    rows: int


def text_8k() -> bytes:
    """About 5 KB: a submission of 1996, plain text in lines of 70 characters, items under their old numbers."""
    pages = [
        "FORM 8-K\n\nCURRENT REPORT\n\nPursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934\n",
        "Date of Report (Date of earliest event reported): January 12, 1996\n",
        f"{BRINDLE.name:^70}\n      (Exact name of registrant as specified in its charter)\n",
        f"   Delaware                 {BRINDLE.file_number}                  {BRINDLE.ein}",
        "  (State)           (Commission File Number)    (IRS Employer ID No.)\n",
        "Item 2.  Acquisition or Disposition of Assets\n\n" + _wrapped(0, 3),
        "Item 5.  Other Events\n\n" + _wrapped(3, 6),
        "                              SIGNATURES\n",
        _wrapped_line(
            "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this"
            " report to be signed on its behalf by the undersigned hereunto duly authorized."
        ),
        f"{BRINDLE.conformed_name}\n",
        f"By: /s/ {BRINDLE.officer}\n    {BRINDLE.officer}\n    {BRINDLE.office}\n\nDate: January 15, 1996\n",
    ]
    return submission(BRINDLE, (), [document("8-K", 1, "0001.txt", "\n".join(pages).encode("ascii"))])


def html_8k() -> bytes:
    """30 KB: a bare HTML page with FONT tags."""
    return report_page(FontStyle(), BRINDLE, _ITEMS, 30_000).encode("utf-8")


def inline_xbrl_8k() -> bytes:
    """60 KB: a bare page of styled spans whose cover is tagged."""
    return report_page(SpanStyle(BRINDLE.cik, "2026-01-14"), BRINDLE, _ITEMS, 60_000).encode("utf-8")


def submission_8k() -> bytes:
    """500 KB: a complete submission: the report, a contract, a press release and two pictures."""
    style = FontStyle()
    texts = [
        ("8-K", "brqs-8k.htm", html_8k()),
        ("EX-10.1", "brqs-ex101.htm", exhibit_page(style, "SECOND AMENDMENT", 220_000).encode()),
        ("EX-99.1", "brqs-ex991.htm", exhibit_page(style, "PRESS RELEASE", 150_000).encode()),
        ("GRAPHIC", "logo.jpg", uuencoded("logo.jpg", 30_000)),
        ("GRAPHIC", "map.jpg", uuencoded("map.jpg", 70_000)),
    ]
    return submission(BRINDLE, _ITEMS, [document(kind, n, name, text) for n, (kind, name, text) in enumerate(texts, 1)])


def small_submission_8k() -> bytes:
    """30 KB: the bare HTML page as a submission, which is what most other parsers take."""
    return submission(BRINDLE, _ITEMS, [document("8-K", 1, "brqs-8k.htm", html_8k())])


def inline_10k(size: int = 4_000_000) -> bytes:
    """4 MB: a 10-K of the 2020s, every figure a fact."""
    return _report(SpanReportStyle(BRINDLE.cik, "01-01", "12-31"), ANNUAL, size, "20251231")


def html_10k() -> bytes:
    """2.5 MB: a 10-K in FONT tags."""
    return _report(FontReportStyle(), ANNUAL, 2_500_000, "20251231")


def inline_10q() -> bytes:
    """2 MB: a 10-Q of the 2020s."""
    return _report(SpanReportStyle(BRINDLE.cik, "07-01", "09-30"), QUARTERLY, 2_000_000, "20250930")


def _report(style: ReportStyle, outline: Outline, size: int, period: str) -> bytes:
    page = periodic_report(style, BRINDLE, outline, size).encode("utf-8")
    return submission(BRINDLE, (), [document(outline.form, 1, "brqs.htm", page)], form=outline.form, period=period)


def _numbers(outline: Outline) -> tuple[str, ...]:
    return tuple(entry.item for entry in outline.entries)


def many_documents(exhibits: int) -> bytes:
    """A submission with a report and `exhibits` short exhibits: more rows than a transaction takes, if over 95."""
    documents = [document("8-K", 1, "brqs-8k.htm", html_8k())]
    for number in range(1, exhibits + 1):
        documents.append(document(f"EX-99.{number}", 1 + number, f"ex99{number}.txt", f"Exhibit {number}.\n".encode()))
    return submission(BRINDLE, _ITEMS, documents)


def large_submission(size: int = LARGE_SIZE) -> Iterator[bytes]:
    """`size` bytes within two megabytes, piece by piece: uuencoded pictures of 1 MB, a small document after each."""
    picture, page = uuencoded("plate.jpg", 1_000_000), exhibit_page(FontStyle(), "PLATE", 8_000).encode()
    pairs = size // (len(picture) + len(page))
    yield head(BRINDLE, _ITEMS, 1 + 2 * pairs)
    yield document("8-K", 1, "brqs-8k.htm", html_8k())
    for pair in range(pairs):
        yield document("GRAPHIC", 2 + 2 * pair, f"plate{pair}.jpg", picture)
        yield document(f"EX-99.{1 + pair}", 3 + 2 * pair, f"plate{pair}.htm", page)
    yield FOOT


def _wrapped(first: int, last: int) -> str:
    words = [text for _, text in zip(range(last), paragraphs(), strict=False)]
    return "\n".join(map(_wrapped_line, words[first:]))


def _wrapped_line(text: str) -> str:
    return textwrap.fill(text.replace("\xa0", " "), 70) + "\n"


SAMPLES = (
    Sample("8-K of 1996, plain text", text_8k, ("2", "5"), 1),
    Sample("8-K, HTML", html_8k, _ITEMS, 1),
    Sample("8-K, HTML with inline XBRL", inline_xbrl_8k, _ITEMS, 1),
    Sample("8-K, complete submission", submission_8k, _ITEMS, 5),
)

REPORTS = (
    Sample("10-K, HTML", html_10k, _numbers(ANNUAL), 1),
    Sample("10-K, inline XBRL", inline_10k, _numbers(ANNUAL), 1),
    Sample("10-Q, inline XBRL", inline_10q, _numbers(QUARTERLY), 1),
)

XML_FORMS = (
    XmlSample(f"Form 4, {TRANSACTIONS} transactions", form_4, TRANSACTIONS),
    XmlSample("13F-HR, 7,500 rows", partial(form_13f, 7_500), 7_500),
    XmlSample("13F-HR, 20,000 rows", partial(form_13f, 20_000), 20_000),
)
