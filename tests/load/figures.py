"""What a run shows: is the time for a message flat, does memory grow, does the large filing hold the others up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from tests.load.handler_process import Invoked
from tests.load.run import Run

MOST_TIME = 1.25
"""The last tenth may take so many times what the first took."""
MOST_MEMORY = 1.1
"""At the end a handler may hold so many times what it held after a fifth."""
MOST_BESIDE = 0.5
"""A batch of another handler may take so much of the 13F's time. One that waited for it would take all of it."""


@dataclass(frozen=True)
class Tenth:
    """CPU milliseconds of the handler for a message, and milliseconds by the clock, moto's part in them: medians."""

    cpu_ms: float
    wall_ms: float


@dataclass(frozen=True)
class Large:
    """The batch with the 13F: its seconds, how many messages shared it, how many the other handlers did meanwhile.

    `slowest`: the seconds of the slowest batch that another handler had meanwhile.
    """

    seconds: float
    companions: int
    meanwhile: int
    slowest: float


@dataclass(frozen=True)
class Figures:
    """Of one run."""

    run: Run

    @property
    def handled(self) -> int:
        return sum(one.messages for one in self.run.invocations)

    @property
    def went_back(self) -> int:
        return sum(one.failed for one in self.run.invocations)

    @property
    def faults(self) -> int:
        return sum(one.faults for one in self.run.invocations)

    @cached_property
    def tenths(self) -> tuple[Tenth, Tenth]:
        """The first and the last, without cold starts and the 13F."""
        cold = {next(one for one in self.run.invocations if one.process == process) for process in self._processes}
        warm = [one for one in self.run.invocations if one not in cold and not one.large]
        size = max(1, len(warm) // 10)
        return _tenth(warm[:size]), _tenth(warm[-size:])

    @cached_property
    def memory(self) -> list[tuple[float, float]]:
        """Bytes of each handler after a fifth of all, and at the end."""
        return [
            (_resident(own, 0.2), _resident(own, 1.0))
            for own in ([one for one in self.run.invocations if one.process == each] for each in self._processes)
        ]

    @cached_property
    def large(self) -> Large:
        """The longest of its batches, where a fault brought it back."""
        large = max((one for one in self.run.invocations if one.large), key=lambda one: one.ended - one.began)
        others = [one for one in self.run.invocations if one.process != large.process and not one.large]
        beside = [one for one in others if one.began < large.ended and one.ended > large.began]
        return Large(
            seconds=large.ended - large.began,
            companions=large.messages - 1,
            meanwhile=sum(one.messages for one in beside),
            slowest=max((one.ended - one.began for one in beside), default=0),
        )

    @cached_property
    def promises(self) -> dict[str, bool]:
        """What the run is for, and whether it held."""
        first, last = self.tenths
        return {
            "the backlog drains": True,  # or there were no figures: `NotDrained`
            "nothing is lost: the six invariants hold": not self.run.violations,
            "time for a message stays flat": last.cpu_ms <= MOST_TIME * first.cpu_ms,
            "memory does not grow": all(end <= MOST_MEMORY * early for early, end in self.memory),
            "the 13F does not hold up the others": 0 < self.large.slowest <= MOST_BESIDE * self.large.seconds,
        }

    @property
    def _processes(self) -> list[int]:
        return sorted({one.process for one in self.run.invocations})


def _tenth(invocations: Sequence[Invoked]) -> Tenth:
    return Tenth(
        median(one.cpu / one.messages * 1000 for one in invocations),
        median((one.ended - one.began) / one.messages * 1000 for one in invocations),
    )


def _resident(invocations: Sequence[Invoked], done: float) -> float:
    """Around this share of a handler's batches: one figure alone may be taken before the garbage went."""
    place = int(len(invocations) * done)
    around = invocations[max(0, place - len(invocations) // 10 - 1) : place]
    return median(one.resident for one in around or invocations[:1])


def summary(figures: Figures) -> Iterator[tuple[str, str]]:
    """What was measured, in words: a title, then figures."""
    run, (first, last), large = figures.run, figures.tenths, figures.large
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in run.kinds.items())
    outcomes = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(run.outcomes.items()))
    uploaded = sum(run.kinds.values())
    yield "uploads", f"{uploaded:,}: {kinds}; {run.events - uploaded:,} of their events came twice"
    yield "outcomes", f"{outcomes}; {run.dead_letters} messages in the dead-letter queue"
    yield "faults", f"{figures.faults:,} AWS calls failed; {figures.went_back:,} messages went back to the queue"
    yield "drained", f"in {run.draining:,.0f} s by {run.plan.handlers} handlers: {figures.handled:,} messages in all"
    yield "CPU for a message", f"first tenth {first.cpu_ms:.1f} ms, last tenth {last.cpu_ms:.1f} ms"
    yield "by the clock, moto's part included", f"first tenth {first.wall_ms:.0f} ms, last tenth {last.wall_ms:.0f} ms"
    memory = "; ".join(f"{early / 1e6:.0f} → {end / 1e6:.0f}" for early, end in figures.memory)
    yield "memory of each handler, MB, after a fifth → at the end", memory
    yield (
        f"13F of {run.plan.rows:,} rows",
        f"{large.seconds:.1f} s for its batch, in which {large.companions} other messages waited; the other handlers "
        f"did {large.meanwhile:,} messages meanwhile, the slowest of their batches in {large.slowest:.1f} s",
    )
