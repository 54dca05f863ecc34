"""The ports as plain dicts and lists, for the tests of the use cases."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from contextlib import contextmanager
from dataclasses import replace

from filings.identity import Position
from filings.notifications.notification_models import ObjectVersion
from filings.ports import (
    Announcement,
    Committed,
    Gone,
    Handled,
    Known,
    KnownRevision,
    Latest,
    LatestMoved,
    ObjectCreated,
    SameContent,
    Upload,
)
from filings.record import to_json

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


class FakeInbox:
    """Object versions by (key, version id): their bytes and when they were made."""

    def __init__(self) -> None:
        self.objects: dict[tuple[str, str], tuple[bytes, dt.datetime]] = {}

    def put(self, key: str, body: bytes, *, version: str = "v1", seconds: int = 0) -> ObjectCreated:
        self.objects[key, version] = (body, NOON + dt.timedelta(seconds=seconds))
        return ObjectCreated("inbox", key, version, None)

    @contextmanager
    def open(self, created: ObjectCreated):
        try:
            body, made = self.objects[created.key, created.version_id]
        except KeyError:
            raise Gone from None
        object = ObjectVersion(bucket="inbox", key=created.key, version_id=created.version_id, size=len(body))
        position = Position("inbox", created.key, created.sequencer, made)
        yield Upload(object, position, hashlib.sha256(body).hexdigest(), io.BytesIO(body))


class FakeArchive:
    def __init__(self) -> None:
        self.filings: dict[tuple[str, str], object] = {}

    def put(self, filing, *, filing_id, generation, **_):
        self.filings[filing_id, generation] = filing

    def get(self, filing_id, generation):
        return self.filings[filing_id, generation]


class FakeTable:
    """Rows by (pk, sk); `standing` has the number of each filing's revision that stands.

    `meanwhile` runs before the next commit: a place for another handler to be faster.
    """

    name = "filings"

    def __init__(self) -> None:
        self.outcomes: dict[tuple[str, str], dict[str, object]] = {}
        self.revisions: dict[tuple[str, str], dict[str, object]] = {}
        self.latest: dict[str, Latest] = {}
        self.standing: dict[str, int] = {}
        self.meanwhile: list[object] = []

    def revision_key(self, filing_id, content_sha256, read_again_by=None):
        return filing_id, content_sha256 + (f"#{read_again_by}" if read_again_by else "")

    def outcome_key(self, object):
        return object.key, object.version_id

    def commit(self, entry, seen, now):
        if self.meanwhile:
            self.meanwhile.pop()()
        key = self.revision_key(entry.filing_id, entry.content_sha256, entry.read_again_by)
        outcome = self.outcome_key(entry.object)
        if not self._is_as_known(outcome, entry.known):
            return Handled(self._pending(outcome), self.outcomes[outcome]["read by"])
        if key in self.revisions:
            return SameContent()
        if self.latest.get(entry.filing_id) != seen:
            return LatestMoved(self.latest[entry.filing_id])
        announcement = Announcement(*key, to_json(entry.event), entry.attributes, now)
        self.outcomes[outcome] = self._outcome("REVISION", entry) | {"revision": key}
        self.revisions[key] = {
            "number": entry.revision,
            "change": entry.change,
            "generation": entry.generation,
            "pending": announcement,
        }
        if entry.change == "SUPERSEDED":
            self.latest[entry.filing_id] = replace(seen, revisions=entry.revision)
        else:
            self.latest[entry.filing_id] = Latest(entry.revision, entry.position, entry.content_sha256)
            self.standing[entry.filing_id] = entry.revision
        return Committed(announcement)

    def known(self, created):
        outcome = self.outcomes.get((created.key, created.version_id))
        if outcome is None:
            return None
        revision = None
        if outcome["kind"] == "REVISION":
            row, filing_id = self.revisions[outcome["revision"]], outcome["revision"][0]
            revision = KnownRevision(filing_id, row["generation"], self.latest[filing_id])
        pending = self._pending((created.key, created.version_id))
        return Known(outcome["kind"], outcome["read by"], outcome["sequencer"], revision, pending)

    def note_reading(self, created, known, parser_version):
        outcome = self.outcomes[created.key, created.version_id]
        if self._is_as_known((created.key, created.version_id), known):
            outcome["read by"] = parser_version
        return outcome["read by"]

    def record_duplicate(self, entry, now):
        key = self.outcome_key(entry.object)
        if self._is_as_known(key, entry.known):
            self.outcomes[key] = self._outcome("DUPLICATE", entry)
        return self.outcomes[key]["read by"]

    def record_refusal(self, refusal, now):
        key = self.outcome_key(refusal.object)
        if key in self.outcomes:
            return Handled(self._pending(key), self.outcomes[key]["read by"])
        announcement = Announcement(*key, to_json(refusal.event), refusal.attributes, now)
        self.outcomes[key] = {
            "kind": "REJECTED",
            "pending": announcement,
            "read by": refusal.event.data.parser_version,
            "sequencer": refusal.sequencer,
        }
        return Committed(announcement)

    def _outcome(self, kind, entry):
        return {"kind": kind, "read by": entry.parser_version, "sequencer": entry.position.sequencer}

    def _is_as_known(self, key, known):
        """Nothing there and nothing known; or what is there is what was seen."""
        there = self.outcomes.get(key)
        return (there and (there["kind"], there["read by"])) == (known and (known.kind, known.read_by))

    def mark_announced(self, announcement, now):
        row = self.revisions.get((announcement.pk, announcement.sk)) or self.outcomes[announcement.pk, announcement.sk]
        row["pending"] = None

    def pending(self, before):
        rows = [*self.revisions.values(), *self.outcomes.values()]
        found = [row["pending"] for row in rows if row.get("pending") and row["pending"].since < before]
        yield from sorted(found, key=lambda announcement: announcement.since)

    def _pending(self, outcome):
        row = self.outcomes[outcome]
        return (self.revisions[row["revision"]] if row["kind"] == "REVISION" else row).get("pending")


class FakeTopics:
    """What was published. `broken`: the next publications fail."""

    def __init__(self) -> None:
        self.published: list[Announcement] = []
        self.broken = 0

    def publish(self, announcement: Announcement) -> None:
        if self.broken:
            self.broken -= 1
            raise ConnectionError("no answer")
        self.published.append(announcement)
