"""What the way of an upload needs from outside, and what passes between: no AWS here.

`process` and `sweep` are written against these Protocols. `aws` implements them, the tests fake them.
Whatever an implementation raises besides `FilingError` is transient: it is not caught, and the message
comes back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO, Literal, Protocol

from filings.errors import FilingError
from filings.identity import Position
from filings.notifications.attributes import Attributes
from filings.notifications.notification import Change, Event, ObjectVersion, Origin, Rejection
from filings.record import Filing

__all__ = [
    "Announcement",
    "Archive",
    "Committed",
    "Entry",
    "FilingTable",
    "Gone",
    "Handled",
    "Inbox",
    "Known",
    "KnownRevision",
    "Latest",
    "LatestMoved",
    "ObjectCreated",
    "PendingTable",
    "Refusal",
    "SameContent",
    "Topics",
    "Upload",
]


class Gone(FilingError):
    """The object version is not in the bucket any more."""

    def __init__(self) -> None:
        super().__init__("the upload was deleted before it could be read")


@dataclass(frozen=True, slots=True)
class ObjectCreated:
    """A hint that an object was put: where to look. Its size, time and ETag are not taken from the event.

    origin: `upload` where S3 tells it; else why we send it ourselves.
    """

    bucket: str
    key: str
    version_id: str | None = None
    sequencer: str | None = None
    origin: Origin = "upload"


@dataclass(frozen=True, slots=True)
class Upload:
    """An object version as S3 gave it. `stream` holds its `object.size` bytes and is at its start."""

    object: ObjectVersion
    position: Position
    content_sha256: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is to be published, exactly as stored with the commit: the same id has the same body for ever.

    pk, sk: the row that is PENDING until it is announced. event: the CloudEvents JSON. since: when it was committed.
    """

    pk: str
    sk: str
    event: str
    attributes: Attributes
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Latest:
    """The row that says which content of a filing stands, and how many revisions there are."""

    revisions: int
    position: Position
    content_sha256: str


@dataclass(frozen=True, slots=True)
class KnownRevision:
    """The revision that an object version became, as read last, and what stands of that filing."""

    filing_id: str
    generation: str
    latest: Latest


@dataclass(frozen=True, slots=True)
class Known:
    """The outcome that an object version has, for whoever reads that version again.

    read_by: the newest parser version that has read it; None where that is not on record. sequencer: of its event, if
    that had one: a message of our own has none, and reading an upload again does not change its place in the order.
    revision: of a REVISION. pending: what is committed and not yet marked as announced.
    """

    kind: Literal["REVISION", "DUPLICATE", "REJECTED"]
    read_by: str | None
    sequencer: str | None = None
    revision: KnownRevision | None = None
    pending: Announcement | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision of a filing, ready to be committed. known: the outcome in whose place it comes, if there is one.

    read_again_by: the parser version, where this content is a revision already as another version read it.
    """

    filing: Filing
    filing_id: str
    generation: str
    content_sha256: str
    parser_version: str
    object: ObjectVersion
    position: Position
    revision: int
    change: Change
    event: Event
    attributes: Attributes
    known: Known | None = None
    read_again_by: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An upload that is no filing, ready to be recorded. sequencer: of its event, for when it is read again."""

    object: ObjectVersion
    event: Rejection
    attributes: Attributes
    sequencer: str | None = None


@dataclass(frozen=True, slots=True)
class Committed:
    """Written, all of it; to be announced now."""

    announcement: Announcement


@dataclass(frozen=True, slots=True)
class Handled:
    """This object version has its outcome already, another than the one that was to be replaced.

    pending: what was committed and not yet marked as announced. read_by: as in `Known`.
    """

    pending: Announcement | None
    read_by: str | None


@dataclass(frozen=True, slots=True)
class SameContent:
    """This content is a revision of this filing already, from another key or version."""


@dataclass(frozen=True, slots=True)
class LatestMoved:
    """Another revision stands where this one was to stand first, or next. Nothing was written."""

    latest: Latest


class Inbox(Protocol):
    """The bucket of uploads."""

    def open(self, created: ObjectCreated) -> AbstractContextManager[Upload]:
        """The object version's bytes. Raises Gone and TooLarge."""


class Archive(Protocol):
    """The whole text of every filing."""

    def put(self, filing: Filing, *, filing_id: str, generation: str, content_sha256: str, parser_version: str) -> None:
        """Write the filing whole. Doing it again changes nothing."""

    def get(self, filing_id: str, generation: str) -> Filing:
        """The filing as it was archived."""


class FilingTable(Protocol):
    """The records."""

    @property
    def name(self) -> str:
        """The table's name."""

    def revision_key(self, filing_id: str, content_sha256: str, read_again_by: str | None) -> tuple[str, str]:
        """pk and sk of a revision's row; read_again_by: as in `Entry`."""

    def outcome_key(self, object: ObjectVersion) -> tuple[str, str]:
        """pk and sk of an object version's outcome row."""

    def commit(
        self, entry: Entry, seen: Latest | None, now: dt.datetime
    ) -> Committed | Handled | SameContent | LatestMoved:
        """Write outcome, revision, children and LATEST: all, or nothing. `seen` is the LATEST it is to follow."""

    def known(self, created: ObjectCreated) -> Known | None:
        """The outcome that the object version has, read consistently."""

    def note_reading(self, created: ObjectCreated, known: Known, parser_version: str) -> str | None:
        """Note that this parser version has read it too and `known` stays; not if that changed meanwhile.

        The parser version that the outcome has then.
        """

    def record_duplicate(self, entry: Entry, now: dt.datetime) -> str | None:
        """Write the outcome of an object version whose content was committed before; not if another one is there.

        The parser version that the outcome has then.
        """

    def record_refusal(self, refusal: Refusal, now: dt.datetime) -> Committed | Handled:
        """Write the outcome of an object version that is no filing."""

    def mark_announced(self, announcement: Announcement, now: dt.datetime) -> None:
        """PENDING becomes NOTIFIED. Fine if somebody else did it before."""


class PendingTable(Protocol):
    """The records, as the sweeper sees them."""

    def pending(self, before: dt.datetime) -> Iterator[Announcement]:
        """What was committed before that time and is not announced, oldest first."""

    def mark_announced(self, announcement: Announcement, now: dt.datetime) -> None:
        """As in FilingTable."""


class Topics(Protocol):
    """Whoever is told."""

    def publish(self, announcement: Announcement) -> None:
        """Publish the event where its type belongs."""
