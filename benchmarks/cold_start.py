"""What a cold start costs: CPU time and memory of the function's import, beside the SDK's with three clients.

Each figure is of a fresh process, from its first line on: the interpreter's own start is not in it. The import of
the function loads no SDK (that is asserted); the clients are made, and the forms' modules loaded, by the first upload.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.filings import html_8k
from benchmarks.layer import copy_deployed
from benchmarks.process import run_fresh
from benchmarks.timing import CannotMeasure

__all__ = ["ColdStart", "measure_cold_start"]


@dataclass(frozen=True)
class ColdStart:
    """Medians of `runs` fresh processes: CPU milliseconds, peak bytes of resident memory."""

    what: str
    cpu_ms: float
    peak_bytes: float
    runs: int


def measure_cold_start(runs: int = 7) -> dict[str, ColdStart]:
    """The five of them, in turns: `app`, `app-without-bytecode`, `app-and-8k`, `sdk`, `whole`."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        compiled, source = folder / "compiled", folder / "source"
        copy_deployed(compiled, bytecode=True)
        copy_deployed(source, bytecode=False)
        filing = folder / "8-k.filing"
        filing.write_bytes(html_8k())
        wanted = {
            "app": ("import of the function", compiled, ("app",)),
            "app-without-bytecode": ("import, without bytecode in the layer", source, ("app",)),
            "app-and-8k": ("import, and the first 8-K parsed", compiled, ("app", str(filing))),
            "sdk": ("bare boto3, clients of S3, DynamoDB and SNS", compiled, ("clients",)),
            "whole": ("the function, its three clients, the first 8-K", compiled, ("app", "clients", str(filing))),
        }
        seen: dict[str, list[Mapping[str, float]]] = {name: [] for name in wanted}
        for _ in range(runs + 1):  # the first, not counted, brings the files into the disk's cache
            for name, (_, deployed, arguments) in wanted.items():
                seen[name].append(_checked(name, run_fresh(deployed, arguments, folder)))
    return {name: _median(what, seen[name][1:]) for name, (what, _, _) in wanted.items()}


def _checked(name: str, report: Mapping[str, float]) -> Mapping[str, float]:
    if bool(report["sdk"]) == name.startswith("app"):
        raise CannotMeasure(f"{name}: the SDK is loaded, or is not, against what this figure is called")
    return report


def _median(what: str, reports: list[Mapping[str, float]]) -> ColdStart:
    cpu = median(report["cpu_seconds"] for report in reports) * 1000
    return ColdStart(what, cpu, median(report["peak_bytes"] for report in reports), len(reports))
