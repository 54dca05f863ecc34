"""The time in these tests: it goes on whenever somebody looks, and by leaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from unittest.mock import patch

from functions.process_filing import app as process_filing
from functions.reconcile_inbox import app as reconcile_inbox
from functions.sweep_pending import app as sweep_pending


class Clock:
    """A second passes whenever somebody looks, so that no two times are the same by chance."""

    def __init__(self) -> None:
        self._now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        self._runs = True

    def now(self, zone: dt.tzinfo | None = None) -> dt.datetime:
        self._now += dt.timedelta(seconds=self._runs)
        return self._now.astimezone(zone) if zone else self._now.replace(tzinfo=None)

    def forward(self, *, minutes: int = 0, seconds: int = 0) -> None:
        self._now += dt.timedelta(minutes=minutes, seconds=seconds)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """While this lasts, time goes on by `forward` only."""
        self._runs = False
        yield
        self._runs = True

    @contextmanager
    def set(self) -> Iterator[None]:
        """While this lasts it is the clock of all functions, and of S3 for LastModified."""
        fake = SimpleNamespace(datetime=SimpleNamespace(now=self.now), UTC=dt.UTC, timedelta=dt.timedelta)
        with (
            patch.object(process_filing, "dt", fake),
            patch.object(sweep_pending, "dt", fake),
            patch.object(reconcile_inbox, "dt", fake),
            patch("moto.s3.models.utcnow", self.now),
        ):
            yield
