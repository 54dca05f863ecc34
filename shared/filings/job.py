"""Going through the inbox: what a job is, how far it is, and what it needs from outside. No AWS here.

A job goes through object versions, all of a prefix or all of an S3 inventory, and puts some of them into the inbox
queue. It is kept after each stretch of its way, so that a run may end anywhere, and the next one goes on from there.
`reconcile` is written against the Protocols; `aws` implements them, the tests fake them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from filings.errors import FilingError

__all__ = [
    "Inventory",
    "Job",
    "JobMoved",
    "JobRefused",
    "Jobs",
    "Origin",
    "Outcomes",
    "Queue",
    "Settled",
    "State",
    "StoredVersion",
    "Stretch",
    "Versions",
    "described",
]

Origin = Literal["reconcile", "backfill", "reprocess"]
"""Why a version is in the queue without an event of S3's."""

State = Literal["running", "done", "stopped", "failed"]


class JobRefused(FilingError):
    """A job that can never run. `str()` is one sentence for whoever asked for it."""


class JobMoved(Exception):
    """The job was kept by somebody else meanwhile: another run is at it, or it was stopped."""


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """An object version in the inbox bucket. `last_modified` and `size` (bytes) are None where a list has no such
    column."""

    bucket: str
    key: str
    version_id: str
    size: int | None = None
    last_modified: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome that an object version has.

    kind: REVISION, DUPLICATE or REJECTED. parser_version: the newest that has read it; None where that was not noted.
    """

    kind: str
    parser_version: str | None


@dataclass(frozen=True, slots=True)
class Inventory:
    """Where the manifest.json of an S3 inventory lies."""

    bucket: str
    key: str


@dataclass(frozen=True, slots=True)
class Job:
    """A job and how far it is.

    name: one of a kind; asking for it again while it runs changes nothing. position: the end of the last stretch, in
    the words of `Versions`; None at the start. checked, enqueued: versions so far. step: how often it was kept.
    reason: why it failed.
    """

    name: str
    origin: Origin
    prefix: str = ""
    inventory: Inventory | None = None
    position: str | None = None
    checked: int = 0
    enqueued: int = 0
    state: State = "running"
    step: int = 0
    started_at: dt.datetime | None = None
    reason: str | None = None


def described(job: Job) -> dict[str, str | int | None]:
    """How far it is, for the log and for whoever asked: docs/operations.md."""
    return {
        "job": job.name,
        "state": job.state,
        "checked": job.checked,
        "enqueued": job.enqueued,
        "position": job.position,
        "startedAt": job.started_at.isoformat() if job.started_at else None,
        "reason": job.reason,
    }


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a list of object versions. `position`: where the next part starts; None at the end of the list."""

    versions: tuple[StoredVersion, ...]
    position: str | None


class Versions(Protocol):
    """A list of object versions, without delete markers and "folders"."""

    def after(self, position: str | None, most: int) -> Stretch:
        """What follows that position, from at most `most` entries of the list. Raises JobRefused."""


class Outcomes(Protocol):
    """The records, as a job sees them."""

    def of(self, versions: Sequence[StoredVersion]) -> Mapping[StoredVersion, Settled]:
        """The outcomes of those versions that have one."""


class Queue(Protocol):
    """The queue of uploads."""

    def depth(self) -> int:
        """How many messages it holds, about."""

    def send(self, versions: Sequence[StoredVersion], origin: Origin) -> None:
        """A message for each version, as if S3 had sent it, marked with its origin."""


class Jobs(Protocol):
    """Where jobs are kept."""

    def get(self, name: str) -> Job | None:
        """The job as it was kept last."""

    def all(self) -> Sequence[Job]:
        """Every job, finished ones too."""

    def keep(self, job: Job) -> Job:
        """Keep it; the answer is the same job one step further. Raises JobMoved unless it was kept `job.step` times."""
