"""How much memory a report of 20 MB takes: parsed in a fresh process that loads what is deployed and nothing else."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.filings import inline_10k
from benchmarks.layer import copy_deployed
from benchmarks.process import run_fresh

__all__ = ["LargeReport", "measure_large_report"]

_SIZE = 20_000_000


@dataclass(frozen=True)
class LargeReport:
    """`size` in bytes; `peak`: the most bytes that were resident, `idle_peak` of them before the parse."""

    size: int
    idle_peak: float
    peak: float
    cpu_seconds: float


def measure_large_report() -> LargeReport:
    """Parse it once, and see."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        deployed, file = folder / "deployed", folder / "10-k.filing"
        copy_deployed(deployed, bytecode=True)
        size = file.write_bytes(inline_10k(_SIZE))
        idle = run_fresh(deployed, ("app",), folder)
        parsed = run_fresh(deployed, ("app", str(file)), folder)
    seconds = parsed["cpu_seconds"] - idle["cpu_seconds"]
    return LargeReport(size, idle["peak_bytes"], parsed["peak_bytes"], seconds)
