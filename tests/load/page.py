"""docs/load.md: what was done, what held, and the figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from tests.load.figures import MOST_BESIDE, MOST_MEMORY, MOST_TIME, Figures, summary

_LIMITS = {
    "time for a message stays flat": f"the last tenth takes at most {MOST_TIME} × the CPU of the first",
    "memory does not grow": f"each handler holds at most {MOST_MEMORY} × what it held after a fifth",
    "the 13F does not hold up the others": f"no batch beside it takes more than {MOST_BESIDE} × its time",
}


def page(figures: Figures, day: dt.date, machine: str) -> str:
    run = figures.run
    kept = [(name, _LIMITS.get(name, ""), "✓" if held else "✗") for name, held in figures.promises.items()]
    parts = [
        "# Load",
        f"Written by `make load` on {day}: {machine}.",
        f"{sum(run.kinds.values()):,} objects are put into the local cloud's inbox, copies, revisions, what is no "
        "filing and one large 13F among them; some events are sent twice. Then the real handler, in "
        f"{run.plan.handlers} processes that follow the queue as Lambda's pollers do, drains the "
        f"backlog. {run.plan.faults:.0%} of its AWS calls fail: throttled, an error before or after the effect, the "
        "answer lost, part of a batch unwritten, as if the SDK's own retries had been used up. AWS is "
        "one moto server that does one call at a time, so seconds by the clock are mostly moto's. A reader reads "
        "filings meanwhile. At the end the sweeper runs once, and the [six invariants](architecture.md) are checked "
        "against everything that was put and everything that can be seen.",
        _table(("promise", "", ""), kept),
        _table(("what", "figures"), summary(figures)),
        "The messages that came in one batch with the 13F wait for it; the handlers that have other batches go on. On "
        "AWS more of them run at a time (`MaximumConcurrency` in the template). `make test` does the same with 150 "
        "uploads (`tests/load`).",
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, ["---"] * len(head), *rows])
