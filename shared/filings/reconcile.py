"""The third repair: what is in the inbox and has no outcome is put into the queue again.

The first two (`process`, `sweep`) start from a message or from a row. What is repaired here left neither: S3 lost
its event. The same way through the bucket feeds a backfill, and what an older parser read to this one.

A stretch of versions is read, looked up, shuffled and sent, and then kept as the job's position. A run that is
killed repeats its last stretch, which is harmless: `process` knows what has its outcome.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from filings.identity import has_been_read_by
from filings.job import Job, JobMoved, JobRefused, Jobs, Outcomes, Queue, Settled, StoredVersion, Versions

__all__ = ["STRETCH", "Limits", "Progress", "Reconciler", "shuffled"]

STRETCH = 5_000
"""Versions at a time: a few MB, and well under a minute even if all of them are sent."""


@dataclass(frozen=True, slots=True)
class Limits:
    """patience: how long a version's message may be on its way. window: how far back `reconcile` looks, from when it
    began. per_run: the most versions that one run sends. queue_depth: with more messages in the queue, none is sent.
    """

    patience: dt.timedelta
    window: dt.timedelta
    per_run: int
    queue_depth: int


@dataclass(frozen=True, slots=True)
class Progress:
    """A stretch that is done: the job after it, and how many versions it was. `error`: why it was not done."""

    job: Job
    checked: int = 0
    enqueued: int = 0
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Reconciler:
    """The use case with everything it needs. `versions` opens a job's list, and raises JobRefused if it cannot be."""

    versions: Callable[[Job], Versions]
    outcomes: Outcomes
    queue: Queue
    jobs: Jobs
    limits: Limits
    parser_version: str
    now: Callable[[], dt.datetime]

    def start(self, job: Job) -> Job:
        """Begin the job; one that runs is left as it is, one that ended begins again. Raises JobRefused."""
        known = self.jobs.get(job.name)
        if known is not None and known.state == "running":
            return known
        self.versions(job)
        begun = replace(job, step=known.step if known else 0, started_at=self.now())
        try:
            return self.jobs.keep(begun)
        except JobMoved:  # begun by somebody else at the same moment
            return self.start(job)

    def stop(self, name: str) -> Job:
        """End the job where it is; the run that is at it ends with its stretch. Raises JobRefused if there is none."""
        job = self.jobs.get(name)
        if job is None:
            raise JobRefused(f"there is no job {name!r}")
        try:
            return self.jobs.keep(replace(job, state="stopped")) if job.state == "running" else job
        except JobMoved:  # its run was faster; a stretch takes longer than this
            return self.stop(name)

    def unfinished(self) -> list[Job]:
        """The jobs to go on with: `reconcile` first, so that no backfill holds it up, then the oldest."""
        running = (job for job in self.jobs.all() if job.state == "running")
        return sorted(running, key=lambda job: (job.origin != "reconcile", str(job.started_at), job.name))

    def run(self, jobs: Iterable[Job], has_time: Callable[[], bool] = lambda: True) -> Iterator[Progress]:
        """Go on with each job in turn, while there is time, room in the queue, and something left of `per_run`.

        A job that fails does not hold up those behind it; the next run tries it again.
        """
        left = self.limits.per_run
        for job in jobs:
            try:
                for done in self._go_on(job, left, has_time):
                    job, left = done.job, left - done.enqueued
                    yield done
            except JobMoved:  # whoever moved it goes on with it
                continue
            except Exception as error:  # noqa: BLE001 - not swallowed: the handler logs each, and fails
                yield Progress(job, error=error)

    def _go_on(self, job: Job, left: int, has_time: Callable[[], bool]) -> Iterator[Progress]:
        try:
            versions = self.versions(job)
            while job.state == "running" and left > 0 and has_time() and self._queue_has_room():
                done = self._stretch(job, versions, min(STRETCH, left))
                job, left = done.job, left - done.enqueued
                yield done
        except JobRefused as error:  # kept, or it would be tried for ever
            yield Progress(self.jobs.keep(replace(job, state="failed", reason=str(error))))

    def _queue_has_room(self) -> bool:
        return self.queue.depth() <= self.limits.queue_depth

    def _stretch(self, job: Job, versions: Versions, most: int) -> Progress:
        """`most` versions can be sent at most, so what is left of `per_run` always suffices."""
        stretch = versions.after(job.position, most)
        wanted = self._wanted(job, stretch.versions)
        self.queue.send(shuffled(wanted), job.origin)
        checked, enqueued = len(stretch.versions), len(wanted)
        further = replace(
            job,
            position=stretch.position,
            checked=job.checked + checked,
            enqueued=job.enqueued + enqueued,
            state="running" if stretch.position else "done",
        )
        return Progress(self.jobs.keep(further), checked, enqueued)

    def _wanted(self, job: Job, versions: Sequence[StoredVersion]) -> list[StoredVersion]:
        if job.origin == "reprocess":
            outcomes = self.outcomes.of(versions)
            return [version for version in versions if self._is_outdated(outcomes.get(version))]
        is_due = self._due(job)
        due = [version for version in versions if is_due(version.last_modified)]
        outcomes = self.outcomes.of(due)
        return [version for version in due if version not in outcomes]

    def _due(self, job: Job) -> Callable[[dt.datetime | None], bool]:
        """By age: the message of what is young may still be on its way. `reconcile` leaves what is old alone, too: it
        was looked at on the days before, and what fails again and again lies in the dead-letter queue. How old, is
        counted from the job's start, or one that stands still for days would lose the far end.
        """
        now = self.now()
        last = now - self.limits.patience
        began = job.started_at or now
        first = began - self.limits.window if job.origin == "reconcile" else dt.datetime.min.replace(tzinfo=dt.UTC)
        return lambda made: made is None or first <= made <= last

    def _is_outdated(self, outcome: Settled | None) -> bool:
        """Not a duplicate: that is as its revision, which is asked for itself."""
        if outcome is None or outcome.kind == "DUPLICATE":
            return False
        return not has_been_read_by(outcome.parser_version, self.parser_version)


def shuffled(versions: Iterable[StoredVersion]) -> list[StoredVersion]:
    """Lists are sorted by key, often by company, and one company's filings go to one key of an index. So: in the order
    of a hash of their keys, the same each time. Versions of one key stay together, the oldest first.
    """
    return sorted(reversed(list(versions)), key=lambda version: hashlib.sha256(version.key.encode()).digest())
