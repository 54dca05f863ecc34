"""The way of one upload: read, parse, archive, commit, announce, mark.

Commit comes before announce, and what is announced is what was committed with it. So a crash anywhere
loses nothing: before the commit the message comes back and starts anew; after it the row is PENDING,
and redelivery (here) or the sweeper (`sweep`) announces the stored event. A repeat has the same id and body.
A refused commit never means "done": it says what stands in the way, and that decides.

After an upgrade of the parser the same way is gone again (`origin` is reprocess). What the new one reads as before
is told to nobody; what it reads otherwise is a new revision; what it cannot read stays as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from filings.errors import FilingError
from filings.identity import has_been_read_by
from filings.notifications.attributes import build_rejection_attributes
from filings.notifications.notification import Change, ObjectVersion, RecordKey, build_rejection
from filings.parse import PARSER_VERSION, parse_filing
from filings.ports import (
    Announcement,
    Archive,
    Committed,
    Entry,
    FilingTable,
    Handled,
    Inbox,
    Known,
    KnownRevision,
    Latest,
    LatestMoved,
    ObjectCreated,
    Refusal,
    SameContent,
    Topics,
)
from filings.record import Filing
from filings.revision import Reading
from filings.same_record import is_same_record

__all__ = ["FilingContended", "FilingProcessor", "Outcome"]

_ATTEMPTS = 8  # each lost race means that another revision of the same filing was committed meanwhile


class FilingContended(Exception):
    """Other revisions of the filing were committed faster, time after time. Transient: the message comes back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an upload.

    kind: the revision's change; DUPLICATE, content known already; REJECTED, no filing, `reason` is the error's name;
    REPEATED, this object version had its outcome before. Of what was read again: UNCHANGED, a newer parser reads the
    same; UNREADABLE, it reads no filing any more, and the one on record stays. announced: whether anything was
    published now.
    parse_ms and upload_to_notify_ms: milliseconds; None where nothing was parsed, or nobody told.
    """

    kind: Change | Literal["DUPLICATE", "REJECTED", "REPEATED", "UNCHANGED", "UNREADABLE"]
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
        known = self.table.known(created) if created.origin == "reprocess" else None
        if known is not None:
            self._announce_if(known.pending)
            if known.kind == "DUPLICATE" or has_been_read_by(known.read_by, self.parser_version):
                return Outcome("REPEATED", announced=known.pending is not None)
            created = replace(created, sequencer=created.sequencer or known.sequencer)
        return self._read(created, known)

    def _read(self, created: ObjectCreated, known: Known | None) -> Outcome:
        object = ObjectVersion(bucket=created.bucket, key=created.key, version_id=created.version_id)
        try:
            with self.inbox.open(created) as upload:
                object = upload.object
                started = self.now()
                filing = self.parse(upload.stream, name=created.key, limit=self.limit)
        except FilingError as error:
            return self._stay(created, known, error) if known else self._reject(object, created.sequencer, error)
        parse_ms = (self.now() - started) / dt.timedelta(milliseconds=1)
        reading = Reading(upload, filing, self.parser_version, created.origin, parse_ms, known)
        if known and known.revision and self._says_the_same(filing, known.revision):
            self._note(created, known)
            return Outcome("UNCHANGED", reading.filing_id, filing.form, parse_ms=parse_ms)
        return self._keep(reading)

    def _says_the_same(self, filing: Filing, before: KnownRevision) -> bool:
        return is_same_record(self.archive.get(before.filing_id, before.generation), filing)

    def _stay(self, created: ObjectCreated, known: Known, error: FilingError) -> Outcome:
        """What an earlier parser made of it stays: its subscribers were told, and have the record."""
        self._note(created, known)
        if known.revision is None:
            return Outcome("UNCHANGED", reason=type(error).__name__)
        return Outcome("UNREADABLE", known.revision.filing_id, reason=type(error).__name__)

    def _note(self, created: ObjectCreated, known: Known) -> None:
        """So that this parser version need not read it once more."""
        self._must_have_read(self.table.note_reading(created, known, self.parser_version), created.key)

    def _must_have_read(self, last: str | None, what: str) -> None:
        """Of two versions that read at once, the older may have been faster: then the newer comes back."""
        if not has_been_read_by(last, self.parser_version):
            raise FilingContended(what)

    def _keep(self, reading: Reading) -> Outcome:
        filing_id, form = reading.filing_id, reading.filing.form
        self.archive.put(
            reading.filing,
            filing_id=filing_id,
            generation=reading.generation,
            content_sha256=reading.upload.content_sha256,
            parser_version=self.parser_version,
        )
        # Without a revision before it, optimistic: most filings are seen for the first time.
        latest = reading.before.latest if reading.before else None
        for _ in range(_ATTEMPTS):
            entry = self._entry(reading, latest)
            match self.table.commit(entry, latest, self.now()):
                case Committed(announcement):
                    told = self._announce(announcement)
                    since_upload = reading.since_upload(told)
                    return Outcome(entry.change, filing_id, form, None, True, reading.parse_ms, since_upload)
                case Handled(pending, read_by):
                    self._announce_if(pending)
                    if reading.known:
                        self._must_have_read(read_by, filing_id)
                    return Outcome("REPEATED", filing_id, form, None, pending is not None, reading.parse_ms)
                case LatestMoved(moved):
                    latest = moved
                case SameContent():
                    last = self.table.record_duplicate(entry, self.now())
                    if reading.known:
                        self._must_have_read(last, filing_id)
                    return Outcome("DUPLICATE", filing_id, form, parse_ms=reading.parse_ms)
        raise FilingContended(filing_id)

    def _entry(self, reading: Reading, latest: Latest | None) -> Entry:
        return reading.entry(
            latest,
            table=self.table.name,
            key=self.table.revision_key(reading.filing_id, reading.upload.content_sha256, reading.read_again_by),
            source=self.event_source,
            now=self.now(),
        )

    def _reject(self, object: ObjectVersion, sequencer: str | None, error: FilingError) -> Outcome:
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
        refusal = Refusal(object, event, build_rejection_attributes(event), sequencer)
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
