"""Medians of many rounds, taken in turns: A B A B, so that a machine that slows down slows both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

__all__ = ["CannotMeasure", "Timing", "interleaved"]


class CannotMeasure(Exception):
    """Something is not what was to be measured, or cannot be measured here. No figure is better than a wrong one."""


@dataclass(frozen=True)
class Timing:
    """Median milliseconds of a round: of this process's CPU, and by the clock."""

    cpu_ms: float
    wall_ms: float


def interleaved(
    work: Mapping[str, Callable[[], object]], *, seconds: float, least: int = 3, most: int = 400
) -> tuple[dict[str, Timing], int]:
    """Every callable once a round, in order, for about `seconds`; their timings, and how many rounds there were.

    A first round, not counted, warms up what is made at first use.
    """
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in work}
    for once in work.values():
        once()
    gc.collect()
    end, rounds = time.perf_counter() + seconds, 0
    while rounds < least or (time.perf_counter() < end and rounds < most):
        for name, once in work.items():
            spent[name].append(_timed(once))
        rounds += 1
    return {name: _median(times) for name, times in spent.items()}, rounds


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    del result  # freeing it is not part of the work
    return cpu, wall


def _median(times: list[tuple[float, float]]) -> Timing:
    return Timing(median(cpu for cpu, _ in times) * 1000, median(wall for _, wall in times) * 1000)
