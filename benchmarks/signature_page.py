"""The last page of a report in HTML: who signed it for the company."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.style import Style
from benchmarks.words import Company

__all__ = ["signature_page"]


def signature_page(style: Style, company: Company, day: str) -> Iterator[str]:
    """The page, signed on `day`, which is given in words."""
    yield style.centered("SIGNATURES", bold=True)
    yield style.paragraph(
        "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this"
        " report to be signed on its behalf by the undersigned, thereunto duly authorized."
    )
    yield style.paragraph(company.name.upper(), bold=True)
    yield style.table([style.row((f"Date: {day}", f"By: /s/ {company.officer}"))])
    yield style.table([style.row(("", company.officer)), style.row(("", company.office))])
