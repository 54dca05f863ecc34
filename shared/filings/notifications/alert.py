"""The text for people: what an email or a phone shows of an event. One fact a line, for narrow screens.

Made from the event alone, so the sweeper renders the same text again from what is stored. Times are New
York's, EDGAR's own, and UTC. The subject line: `alert_subject`. The sentence on top: `headline`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from filings.notifications.alert_subject import filing_subject, rejection_subject
from filings.notifications.notification_models import Event, FilingData, Rejection
from filings.notifications.severity import is_current_report, rule_of_item

__all__ = ["Alert", "build_alert"]

_LINES_TOLD = 10
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")  # whatever the locale
_NOTICE = {
    "CREATED": None,
    "UPDATED": "UPDATED: this is revision {revision} of a filing you were told of before. Its content has changed.",
    "SUPERSEDED": "OLDER VERSION: this is revision {revision}, and a newer version of the filing is on record.",
    "REPARSED": "READ AGAIN: this is revision {revision}, the same upload as a newer parser reads it.",
}


class Alert(NamedTuple):
    """`subject`: at most 99 printable ASCII characters. `text`: lines that end in a line feed."""

    subject: str
    text: str


def build_alert(event: Event | Rejection) -> Alert:
    """What people are told of `event`."""
    if isinstance(event, Rejection):
        return Alert(rejection_subject(event), _text(_rejection_lines(event)))
    return Alert(filing_subject(event.data), _text(_lines(event)))


def _lines(event: Event) -> Iterator[str]:
    data = event.data
    notice = _NOTICE[data.processing.change]
    if notice:
        yield notice.format(revision=data.processing.revision)
        yield ""
    yield data.headline
    yield ""
    yield from _facts(data)
    yield ""
    if data.link_to_filing:
        yield f"Read it on EDGAR: {data.link_to_filing}"
        yield ""
    yield from _origin(event)


def _facts(data: FilingData) -> Iterator[str]:
    yield f"Severity: {data.severity}" + (f" ({', '.join(data.tags)})" if data.tags else "")
    if is_current_report(data.form):
        yield from _list("Items", _items(data))
    if data.acceptance_date_time:
        yield f"Accepted: {_new_york_and_utc(data.acceptance_date_time)}"
    if data.filing_date:
        yield f"Filing date: {data.filing_date}"
    if data.report_date:
        yield f"Report date: {data.report_date}"
    if data.entity_count > 1:
        parties = [f"{party.name or party.cik or 'unnamed'} ({party.role})" for party in data.entities]
        yield from _list("Parties", parties, data.entity_count)
    exhibits = [f"{exhibit.type} {exhibit.description or exhibit.filename or ''}" for exhibit in data.exhibits]
    yield from _list("Exhibits", exhibits)
    yield from _list("Warnings", [warning.message for warning in data.processing.warnings])


def _origin(event: Event) -> Iterator[str]:
    data = event.data
    if data.accession_number:
        yield f"Accession number: {data.accession_number}"
    if data.cik:
        yield f"CIK: {data.cik}"
    yield f"Record: {_printable(data.record.pk)}"
    yield f"Upload: s3://{_printable(data.object.bucket)}/{_printable(data.object.key)}"
    took = data.processing.upload_to_notify_ms
    after = "" if took is None else f", {took / 1000:.1f} s after the upload"
    yield f"Sent: {_new_york_and_utc(event.time)}{after}, by parser {data.processing.parser_version}"


def _rejection_lines(event: Rejection) -> Iterator[str]:
    data = event.data
    yield f"An upload was rejected: {data.reason.message.rstrip('.')}."
    yield ""
    yield f"Upload: s3://{_printable(data.object.bucket)}/{_printable(data.object.key)}"
    if data.object.version_id:
        yield f"Version: {_printable(data.object.version_id)}"
    if data.object.size is not None:
        yield f"Size: {data.object.size:,} bytes"
    yield f"Reason: {data.reason.type}"
    yield f"Record: {_printable(data.record.pk)} {_printable(data.record.sk)}"
    yield f"Rejected: {_new_york_and_utc(event.time)}, by parser {data.parser_version}"
    yield ""
    yield "No filing was recorded and no subscriber was told."
    yield "This version is not tried again. Upload the right file, under this key or another."


def _items(data: FilingData) -> list[str]:
    """Number and title of each item; the table's words where the filing gives no title."""
    rules = (rule_of_item(data.form, item) for item in data.items)
    rows = zip(data.items, data.item_titles, rules, strict=True)
    return [f"{item} {title or (rule.says if rule else '')}".rstrip() for item, title, rule in rows]


def _list(label: str, rows: Sequence[str], count: int | None = None) -> Iterator[str]:
    """A labelled list, the first ten; `count`: how many there are, where the event says so."""
    if not rows:
        return
    yield f"{label}:"
    yield from (f"- {row}" for row in rows[:_LINES_TOLD])
    if len(rows) > _LINES_TOLD:
        yield f"- and {count - _LINES_TOLD} more" if count else "- and more"


def _new_york_and_utc(moment: dt.datetime) -> str:
    """`Thu 2025-05-01 16:30:42 New York (20:30:42 UTC)`; with the day in UTC where it is another."""
    from zoneinfo import ZoneInfo  # only a handler that tells people pays for it

    new_york, utc = moment.astimezone(ZoneInfo("America/New_York")), moment.astimezone(dt.UTC)
    day = "" if new_york.date() == utc.date() else f"{utc:%Y-%m-%d} "
    return f"{_DAYS[new_york.weekday()]} {new_york:%Y-%m-%d %H:%M:%S} New York ({day}{utc:%H:%M:%S} UTC)"


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _printable(text: str) -> str:
    """A key or a version id, whole, with what cannot be printed shown as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
