"""How a Schedule 13D or 13G is read: as XML where it is XML, else from its words."""

from __future__ import annotations

import re

from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Parts, Report
from filings.record import Warning
from filings.schedules.beneficial_ownership import parties
from filings.schedules.schedule_items import read_schedule_items
from filings.schedules.schedule_text import read_schedule_text
from filings.schedules.schedule_xml import read_schedule_xml
from filings.signatures.signature import read_signatures
from filings.text.html_text import html_text
from filings.xml.edgar_xml import is_edgar_xml

__all__ = ["read_schedule"]

_PICTURE = re.compile(r"""<img\b[^<>]{0,200}?\balt="Checkbox (not )?checked"[^<>]{0,200}>""", re.I)


def read_schedule(report: Report) -> Parts:
    """The parts of a schedule of either kind and any year."""
    if is_edgar_xml(report.source):
        return read_schedule_xml(report)
    subjects = [party for party in report.header.entities if party.role == "SUBJECT-COMPANY"] if report.header else []
    schedule = read_schedule_text(_with_boxes(report), subjects)
    names = [person.name for person in schedule.reporting_persons if person.name]
    signatures, unsigned = read_signatures(report.text, 0, names)
    items = read_schedule_items(report.text, report.form, report.header.filing_date if report.header else None)
    listed = next((item.text for item in items if item.title and "exhibits" in item.title.lower()), "")
    return Parts(
        items=items,
        beneficial_ownership=schedule,
        entities=parties(schedule, None),
        signatures=signatures,
        exhibits=read_exhibits(report.text, report.documents, listed),
        warnings=[*unsigned, *([] if schedule.reporting_persons else [_no_persons(report)])],
    )


def _with_boxes(report: Report) -> str:
    """The text, with the boxes that EDGAR's page of an XML schedule shows as pictures."""
    if not report.is_html or not _PICTURE.search(report.source):
        return report.text
    return html_text(_PICTURE.sub(lambda box: "☐" if box[1] else "☒", report.source))


def _no_persons(report: Report) -> Warning:
    message = "no cover page of a reporting person was found in the schedule"
    return Warning(code="no-reporting-persons", message=message, where=report.document.filename)
