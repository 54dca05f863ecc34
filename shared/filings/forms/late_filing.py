"""Form 12b-25, the notification of late filing (NT 10-K, NT 10-Q, NT 20-F, …): which report is late, and why.

`formData`, under the form's own words: `form` (the late report), `forPeriodEnded`, `transitionReport`,
`portionOfTheFiling`, `rules12b25bAndC` (Part II: the boxes ticked, so that the report counts as timely if it comes in
five or fifteen days), `narrative` (Part III), `contactName` and `contactTelephone`, `allOtherReportsFiled`,
`significantChangeInResults`, `explanation` (Part IV). 17 CFR 249.322.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from pydantic import JsonValue

from filings.covers.check_row import read_row
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.notices.late_filing_answers import SIGNED, read_narrative, read_other_information, read_rules
from filings.notices.late_filing_registrant import read_registrant, value_of
from filings.notices.late_report import LATE_REPORTS
from filings.notices.part_text import parts_of
from filings.notifications.notification_models import Summaries
from filings.record import Filing, Part
from filings.signatures.signature import read_signatures, signed_for
from filings.text.date_in_words import dates_in

LONGEST_NOTICE = 100_000
"""Characters that are read; the form is two pages."""
LONGEST_REASON = 1_000
"""Characters of the narrative that a notification carries; the record has all."""

_PLAIN = re.compile(r"^(N|\d{2})(?=[A-Z])([A-Z]+)$")  # NTN 10K is of 10-K, NT-NCSR of N-CSR
_PERIOD = re.compile(r"for\s+(?:the\s+)?(?:fiscal\s+)?(?:period|year|quarter)\s+ended\s*:?", re.I)
_TRANSITION = re.compile(r"for\s+the\s+transition\s+period\s+ended\s*:?", re.I)
_PORTION = re.compile(
    r"identify\s+the\s+items?(?:\(s\))?\s+to\s+which\s+the\s+notification\s+relates\s*:?([^\n]*)", re.I
)


class LateFilingSummary(Part):
    """Which report is late and why: the first 1,000 characters of Part III."""

    form: str | None
    period_ended: dt.date | None
    within_extension: bool | None
    narrative: str | None
    significant_change_in_results: bool | None


def read(report: Report) -> Parts:
    """The parts of a notification of late filing."""
    parts = parts_of(report.text[:LONGEST_NOTICE])
    head = parts.get("", "")
    cover = read_registrant(head, parts.get("I", ""))
    signed = SIGNED.search(report.text)
    names = [name for name in (cover.registrant_name, *_parties(report)) if name]
    signatures, warnings = read_signatures(report.text, max(0, signed.start() - 400) if signed else 0, names)
    data = _form_data(report.form, head, parts)
    return Parts(
        report_date=_date(data["forPeriodEnded"]),
        cover=cover,
        exhibits=read_exhibits("", report.documents),
        signatures=signed_for(signatures, cover.registrant_name),
        form_data=data,
        warnings=warnings,
    )


def _parties(report: Report) -> list[str]:
    return [party.name for party in report.header.entities if party.name] if report.header else []


def _form_data(form: str, head: str, parts: dict[str, str]) -> dict[str, JsonValue]:
    portion = _PORTION.search(head)
    return {
        "form": _late_report(form, head),
        "forPeriodEnded": _day_behind(head, _PERIOD),
        "forTheTransitionPeriodEnded": _day_behind(head, _TRANSITION),
        "portionOfTheFiling": value_of(portion[1]) if portion else None,
        "rules12b25bAndC": read_rules(parts.get("II", "")),
        "narrative": read_narrative(parts.get("III", "")),
        **read_other_information(parts.get("IV", "")),
    }


def _late_report(form: str, head: str) -> str | None:
    """The submission type tells it; in a file without a header the box that is ticked."""
    typed = re.match(r"NT[NF]?[ -]?([A-Z0-9]+-?[A-Z0-9]*)", form)
    if typed:
        return _PLAIN.sub(r"\1-\2", typed[1])
    boxes = read_row(head, LATE_REPORTS)
    return next((name for name, ticked in boxes.items() if ticked), None)


def _day_behind(text: str, label: re.Pattern[str]) -> str | None:
    match = label.search(text)
    dates = dates_in(text[match.end() : match.end() + 60]) if match else []
    return dates[0][1].isoformat() if dates else None


def _date(day: JsonValue) -> dt.date | None:
    return dt.date.fromisoformat(day) if isinstance(day, str) else None


def summarize(filing: Filing) -> Summaries:
    """Which report is late and why."""
    data: dict[str, Any] = filing.form_data or {}
    if not data.get("form"):
        return Summaries()
    narrative = data.get("narrative")
    rules = data.get("rules12b25bAndC") or {}
    summary = LateFilingSummary(
        form=data["form"],
        period_ended=filing.report_date,
        within_extension=rules.get("filedWithinTheExtension"),
        narrative=narrative[:LONGEST_REASON] if narrative else None,
        significant_change_in_results=data.get("significantChangeInResults"),
    )
    return Summaries(late_filing=summary)


SUBMISSION_TYPES = (
    *("NT 10-K", "NT 10-K/A", "NT 10-Q", "NT 10-Q/A", "NT 20-F", "NT 20-F/A", "NT 11-K", "NT 11-K/A"),
    *("NT 10-D", "NT 10-D/A", "NT 15D2", "NT 15D2/A", "NT N-CEN", "NT N-CEN/A", "NT-NCEN", "NT-NCSR"),
    *("NT-NCSR/A", "NT-NSAR", "NT-NSAR/A", "NTN 10K", "NTN 10K/A", "NTN 10Q", "NTN 10Q/A", "NTN 20-F"),
    *("NTN 20-F/A", "NTFNCEN", "NTFNCSR", "NTFNSAR"),
)
FORM = Form(submission_types=SUBMISSION_TYPES, read=read, summarize=summarize)
