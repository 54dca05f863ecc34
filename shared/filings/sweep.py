"""The second repair: what was committed and not announced for a while is announced now.

The first is redelivery (`process`). What is left here lost its message: it went to the dead-letter
queue, or the topic refused it five times.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from filings.ports import Announcement, PendingTable, Topics

__all__ = ["PendingSweeper", "Swept"]


@dataclass(frozen=True, slots=True)
class Swept:
    """What a run did. `oldest`: how long the oldest had waited when the run began, zero where nothing had.

    failures: the announcements that could not be published or marked, with the error of each.
    """

    announced: int
    oldest: dt.timedelta
    failures: tuple[tuple[Announcement, Exception], ...]


@dataclass(frozen=True, slots=True)
class PendingSweeper:
    """The use case with everything it needs. `patience`: how long a handler may take to announce by itself."""

    table: PendingTable
    topics: Topics
    patience: dt.timedelta
    now: Callable[[], dt.datetime]

    def sweep(self, has_time: Callable[[], bool] = lambda: True) -> Swept:
        """Announce what waits, oldest first, while there is time. One that fails does not hold up the others."""
        started = self.now()
        oldest, announced = dt.timedelta(0), 0
        failures: list[tuple[Announcement, Exception]] = []
        for announcement in self.table.pending(started - self.patience):
            oldest = max(oldest, started - announcement.since)
            if not has_time():
                break
            try:
                self.topics.publish(announcement)
                self.table.mark_announced(announcement, self.now())
            except Exception as error:  # noqa: BLE001 - not swallowed: the handler logs each, and fails
                failures.append((announcement, error))
            else:
                announced += 1
        return Swept(announced, oldest, tuple(failures))
