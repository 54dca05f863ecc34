"""The way of one upload: read, parse, archive, commit, announce, mark.

Commit comes before announce, and what is announced is what was committed with it. So a crash anywhere
loses nothing: before the commit the message comes back and starts anew; after it the row is PENDING,
and redelivery (here) or the sweeper (`sweep`) announces the stored event. A repeat has the same id and body.
A refused commit never means "done": it says what stands in the way, and that decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from filings.attributes import build_attributes, build_rejection_attributes
from filings.errors import FilingError
from filings.forms import form_for
from filings.identity import filing_id_of, generation_of, is_newer
from filings.notification import Change, ObjectVersion, RecordKey, Summaries, build_event, build_rejection
from filings.parse import PARSER_VERSION, parse_filing
from filings.ports import (
    Announcement,
    Archive,
    Committed,
    Entry,
    FilingTable,
    Handled,
    Inbox,
    Latest,
    LatestMoved,
    ObjectCreated,
    Refusal,
    SameContent,
    Topics,
    Upload,
)
from filings.record import Filing

__all__ = ["FilingContended", "FilingProcessor", "Outcome"]

_ATTEMPTS = 8  # each lost race means that another revision of the same filing was committed meanwhile


class FilingContended(Exception):
    """Other revisions of the filing were committed faster, time after time. Transient: the message comes back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an upload.

    kind: the revision's change; DUPLICATE, content known already; REJECTED, no filing, `reason` is the error's name;
    REPEATED, this object version had its outcome before. announced: whether anything was published now.
    parse_ms and upload_to_notify_ms: milliseconds; None where nothing was parsed, or nobody told.
    """

    kind: Change | Literal["DUPLICATE", "REJECTED", "REPEATED"]
    filing_id: str | None = None
    form: str | None = None
    reason: str | None = None
    announced: bool = False
    parse_ms: float | None = None
    upload_to_notify_ms: int | None = None


@dataclass(frozen=True, slots=True)
class FilingProcessor:
    """The use case with everything it needs. `limit`: the most bytes of an upload, packed or unpacked."""

    inbox: Inbox
    archive: Archive
    table: FilingTable
    topics: Topics
    event_source: str
    limit: int
    now: Callable[[], dt.datetime]
    parse: Callable[..., Filing] = parse_filing
    parser_version: str = PARSER_VERSION

    def process(self, created: ObjectCreated) -> Outcome:
        """Bring one upload to its outcome. Raises whatever is transient."""
        object = ObjectVersion(bucket=created.bucket, key=created.key, version_id=created.version_id)
        try:
            with self.inbox.open(created) as upload:
                object = upload.object
                started = self.now()
                filing = self.parse(upload.stream, name=created.key, limit=self.limit)
        except FilingError as error:
            return self._reject(object, error)
        parse_ms = (self.now() - started) / dt.timedelta(milliseconds=1)
        return self._keep(upload, filing, parse_ms)

    def _keep(self, upload: Upload, filing: Filing, parse_ms: float) -> Outcome:
        filing_id = filing_id_of(filing, upload.content_sha256)
        is_dated = filing.filing_date is not None and filing.acceptance_date_time is not None
        uploaded = None if is_dated else upload.position.last_modified
        generation = generation_of(upload.content_sha256, self.parser_version, uploaded)
        self.archive.put(
            filing,
            filing_id=filing_id,
            generation=generation,
            content_sha256=upload.content_sha256,
            parser_version=self.parser_version,
        )
        latest: Latest | None = None  # optimistic: most filings are seen for the first time
        for _ in range(_ATTEMPTS):
            entry = self._entry(upload, filing, filing_id, generation, latest)
            match self.table.commit(entry, latest, self.now()):
                case Committed(announcement):
                    told = self._announce(announcement)
                    since_upload = _milliseconds(upload.position.last_modified, told)
                    return Outcome(entry.change, filing_id, filing.form, None, True, parse_ms, since_upload)
                case Handled(pending):
                    self._announce_if(pending)
                    return Outcome("REPEATED", filing_id, filing.form, None, pending is not None, parse_ms)
                case LatestMoved(moved):
                    latest = moved
                case SameContent():
                    self.table.record_duplicate(entry, self.now())
                    return Outcome("DUPLICATE", filing_id, filing.form, parse_ms=parse_ms)
        raise FilingContended(filing_id)

    def _entry(self, upload: Upload, filing: Filing, filing_id: str, generation: str, latest: Latest | None) -> Entry:
        revision, change = _next_revision(upload, latest)
        pk, sk = self.table.revision_key(filing_id, upload.content_sha256)
        now = self.now()
        event = build_event(
            filing,
            filing_id=filing_id,
            content_sha256=upload.content_sha256,
            revision=revision,
            change=change,
            event_source=self.event_source,
            time=now,
            record=RecordKey(table=self.table.name, pk=pk, sk=sk),
            object=upload.object,
            parser_version=self.parser_version,
            upload_to_notify_ms=_milliseconds(upload.position.last_modified, now),
            summaries=_summaries(filing),
        )
        return Entry(
            filing=filing,
            filing_id=filing_id,
            generation=generation,
            content_sha256=upload.content_sha256,
            parser_version=self.parser_version,
            object=upload.object,
            position=upload.position,
            revision=revision,
            change=change,
            event=event,
            attributes=build_attributes(event, filing),
        )

    def _reject(self, object: ObjectVersion, error: FilingError) -> Outcome:
        pk, sk = self.table.outcome_key(object)
        reason = type(error).__name__
        event = build_rejection(
            object=object,
            reason_type=reason,
            reason=str(error),
            event_source=self.event_source,
            time=self.now(),
            record=RecordKey(table=self.table.name, pk=pk, sk=sk),
            parser_version=self.parser_version,
        )
        refusal = Refusal(object, event, build_rejection_attributes(event))
        match self.table.record_refusal(refusal, self.now()):
            case Committed(announcement):
                self._announce(announcement)
                return Outcome("REJECTED", reason=reason, announced=True)
            case Handled(pending):
                self._announce_if(pending)
                return Outcome("REPEATED", reason=reason, announced=pending is not None)

    def _announce_if(self, pending: Announcement | None) -> None:
        if pending is not None:
            self._announce(pending)

    def _announce(self, announcement: Announcement) -> dt.datetime:
        """Publish, then mark: a crash between the two repeats the message, the other order would lose it."""
        self.topics.publish(announcement)
        told = self.now()
        self.table.mark_announced(announcement, told)
        return told


def _next_revision(upload: Upload, latest: Latest | None) -> tuple[int, Change]:
    if latest is None:
        return 1, "CREATED"
    change: Change = "UPDATED" if is_newer(upload.position, latest.position) else "SUPERSEDED"
    return latest.revisions + 1, change


def _summaries(filing: Filing) -> Summaries | None:
    """What the form's module adds to the notification, if it has anything to add."""
    form = form_for(filing.form)
    return form.summarize(filing) if form is not None and form.summarize is not None else None


def _milliseconds(start: dt.datetime, end: dt.datetime) -> int:
    """S3 counts in whole seconds, on its own clock: never less than nothing."""
    return max(0, round((end - start) / dt.timedelta(milliseconds=1)))
