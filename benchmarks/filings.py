"""The filings that are measured: invented 8-Ks of five kinds and sizes, the same bytes in every run."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.envelope import FOOT, document, head, submission, uuencoded
from benchmarks.page import exhibit_page, report_page
from benchmarks.style import FontStyle, SpanStyle
from benchmarks.words import BRINDLE, paragraphs

__all__ = ["LARGE_SIZE", "SAMPLES", "Sample", "html_8k", "large_submission", "many_documents"]

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
