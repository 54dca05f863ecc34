"""How much memory a large filing takes: parsed in a fresh process that loads what is deployed and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.filings import inline_10k
from benchmarks.layer import copy_deployed
from benchmarks.process import run_fresh
from benchmarks.xml_forms import form_13f

__all__ = ["LargeParse", "measure_large_parses"]

_REPORT_SIZE = 20_000_000
_ROWS = 20_000


@dataclass(frozen=True)
class LargeParse:
    """`size` in bytes; `peak`: the most bytes that were resident, `idle_peak` of them before the parse."""

    what: str
    size: int
    idle_peak: float
    peak: float
    cpu_seconds: float


def measure_large_parses() -> tuple[LargeParse, ...]:
    """A report of 20 MB, and a 13F of 20,000 rows: parse each once, and see."""
    with tempfile.TemporaryDirectory() as temporary:
        deployed = Path(temporary) / "deployed"
        copy_deployed(deployed, bytecode=True)
        return tuple(_measured(deployed))


def _measured(deployed: Path) -> Iterator[LargeParse]:
    folder = deployed.parent
    idle = run_fresh(deployed, ("app",), folder)
    for what, filing in (
        ("a report of 20 MB", inline_10k(_REPORT_SIZE)),
        (f"a 13F of {_ROWS:,} rows", form_13f(_ROWS)),
    ):
        file = folder / "large.filing"
        size = file.write_bytes(filing)
        parsed = run_fresh(deployed, ("app", str(file)), folder)
        seconds = parsed["cpu_seconds"] - idle["cpu_seconds"]
        yield LargeParse(what, size, idle["peak_bytes"], parsed["peak_bytes"], seconds)
