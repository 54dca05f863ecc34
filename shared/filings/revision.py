"""An upload that was read, as the revision that it is to become: its number, what it changes, its event. Pure.

The number is that of the last commit plus one, so it depends on which LATEST it is to follow; when another commit
comes between, the revision is made anew.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from filings.forms import form_for
from filings.identity import filing_id_of, generation_of, is_newer
from filings.notifications.attributes import NOT_LIVE, build_attributes
from filings.notifications.notification import Change, Origin, RecordKey, Summaries, build_event
from filings.origin import unless_history
from filings.ports import Entry, Known, KnownRevision, Latest, Upload
from filings.record import Filing

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """An upload as this parser version reads it; `known`: its outcome, where another version has read it before.

    parse_ms: milliseconds.
    """

    upload: Upload
    filing: Filing
    parser_version: str
    origin: Origin
    parse_ms: float
    known: Known | None = None

    @property
    def before(self) -> KnownRevision | None:
        """The revision that this upload is already."""
        return self.known.revision if self.known else None

    @property
    def filing_id(self) -> str:
        """A filing keeps the id that was announced, also where a later parser finds an accession number."""
        return self.before.filing_id if self.before else filing_id_of(self.filing, self.upload.content_sha256)

    @property
    def generation(self) -> str:
        """What its rows are stored under."""
        is_dated = self.filing.filing_date is not None and self.filing.acceptance_date_time is not None
        uploaded = None if is_dated else self.upload.position.last_modified
        return generation_of(self.upload.content_sha256, self.parser_version, uploaded)

    @property
    def read_again_by(self) -> str | None:
        """As in `Entry`."""
        return self.parser_version if self.before else None

    @property
    def origin_told(self) -> Origin:
        """`origin` as subscribers hear it: an upload that was no filing to an earlier parser is news to them all."""
        if self.origin == "reprocess" and self.before is None:
            return unless_history(self.upload.object.key, "reconcile")
        return self.origin

    def since_upload(self, now: dt.datetime) -> int | None:
        """Milliseconds; None where nobody waited for it. S3 counts in whole seconds, on its own clock."""
        if self.origin in NOT_LIVE:
            return None
        return max(0, round((now - self.upload.position.last_modified) / dt.timedelta(milliseconds=1)))

    def entry(self, latest: Latest | None, *, table: str, key: tuple[str, str], source: str, now: dt.datetime) -> Entry:
        """The revision after `latest`, with its event. key: pk and sk of its row in `table`."""
        revision, change = self._next(latest)
        pk, sk = key
        event = build_event(
            self.filing,
            filing_id=self.filing_id,
            content_sha256=self.upload.content_sha256,
            revision=revision,
            change=change,
            event_source=source,
            time=now,
            record=RecordKey(table=table, pk=pk, sk=sk),
            object=self.upload.object,
            parser_version=self.parser_version,
            upload_to_notify_ms=self.since_upload(now),
            origin=self.origin_told,
            read_again=self.before is not None,
            summaries=_summaries(self.filing),
        )
        return Entry(
            filing=self.filing,
            filing_id=self.filing_id,
            generation=self.generation,
            content_sha256=self.upload.content_sha256,
            parser_version=self.parser_version,
            object=self.upload.object,
            position=self.upload.position,
            revision=revision,
            change=change,
            event=event,
            attributes=build_attributes(event, self.filing),
            known=self.known,
            read_again_by=self.read_again_by,
        )

    def _next(self, latest: Latest | None) -> tuple[int, Change]:
        if latest is None:
            return 1, "CREATED"
        return latest.revisions + 1, self._change(latest)

    def _change(self, latest: Latest) -> Change:
        """Content that is read again stands only where it stood before."""
        if self.before is not None:
            return "REPARSED" if latest.content_sha256 == self.upload.content_sha256 else "SUPERSEDED"
        return "UPDATED" if is_newer(self.upload.position, latest.position) else "SUPERSEDED"


def _summaries(filing: Filing) -> Summaries | None:
    """What the form's module adds to the notification, if it has anything to add."""
    form = form_for(filing.form)
    return form.summarize(filing) if form is not None and form.summarize is not None else None
