"""Form 6-K, the report of a foreign private issuer: its month, its exhibits, who signed.

`formData`: `forTheMonthOf` (`2023-02`), `annualReportsUnderCoverOfForm` (`20-F` or `40-F`, by the box). What is
reported is text or an exhibit: Form 6-K has no items.
"""

from __future__ import annotations

import re

from pydantic import JsonValue

from filings.covers.check_row import read_row
from filings.covers.cover import LONGEST_COVER, read_cover
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.signatures.signature import read_signatures

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = re.compile(
    rf"for\s+the\s+months?\s+(?:of\s+|ended\s+)?\W{{0,9}}({'|'.join(_MONTHS)})\b[^\n\d]{{0,20}}(?:\d{{1,2}}\s*,\s*)?(\d{{4}})",
    re.I,
)
_ANNUAL = {name: re.compile(rf"form\s+{name[:2]}[-\u2010-\u2013 ]?F\b", re.I) for name in ("20-F", "40-F")}
_ANNUAL_QUESTION = re.compile(r"annual\s+reports\s+under\s+(?:the\s+)?cover\s+(?:of\s+)?form", re.I)


def read(report: Report) -> Parts:
    """The parts of a 6-K."""
    cover = read_cover(report)
    parties = report.header.entities if report.header else []
    names = [name for name in (cover.cover.registrant_name, *(party.name for party in parties)) if name]
    signatures, warnings = read_signatures(report.text, 0, names)
    return Parts(
        report_date=cover.report_date,
        cover=cover.cover,
        exhibits=read_exhibits(report.text, report.documents),
        signatures=signatures,
        form_data=_front_page(report.text[:LONGEST_COVER]),
        facts=cover.facts,
        warnings=[*cover.warnings, *warnings],
    )


def _front_page(page: str) -> dict[str, JsonValue]:
    month = _MONTH.search(page)
    return {
        "forTheMonthOf": f"{month[2]}-{_MONTHS.index(month[1].lower()) + 1:02d}" if month else None,
        "annualReportsUnderCoverOfForm": _annual_form(page),
    }


def _annual_form(page: str) -> str | None:
    """The ticked one; the question itself names both forms, so the boxes are those behind it."""
    question = _ANNUAL_QUESTION.search(page)
    if question is None:
        return None
    behind = re.compile(r"form\s+40[-\u2010-\u2013 ]?F\b", re.I).search(page, question.end())
    boxes = read_row(page[behind.end() if behind else question.end() :][:300], _ANNUAL, usually_behind=True)
    return next((name for name, ticked in boxes.items() if ticked), None)


FORM = Form(submission_types=("6-K", "6-K/A"), read=read)
