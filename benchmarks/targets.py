"""What the project promises of its speed, and whether this run kept it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.aws_calls import Calls
from benchmarks.cold_start import ColdStart
from benchmarks.corpus import THIRTY_KB, CorpusSpeed
from benchmarks.large_upload import LargeUpload
from benchmarks.parsing import ParseSpeed

__all__ = ["Measured", "Verdict", "verdicts"]

IMPORT_MS = 250
CALLS = 6
PEAK_BYTES = 300_000_000


@dataclass(frozen=True)
class Measured:
    """All that one run measured; `corpus` is None where no corpus is at hand."""

    parsing: list[ParseSpeed]
    large: ParseSpeed
    corpus: CorpusSpeed | None
    cold_start: dict[str, ColdStart]
    calls: list[Calls]
    upload: LargeUpload


@dataclass(frozen=True)
class Verdict:
    """One promise: what, how much at most, how much it was."""

    what: str
    target: str
    measured: str
    kept: bool


def verdicts(measured: Measured) -> Iterator[Verdict]:
    """Every promise."""
    smallest, largest = THIRTY_KB
    page = next(speed for speed in measured.parsing if smallest <= speed.size < largest)
    allowed, took = page.allowed_ms, page.parse.cpu_ms
    limit = f"2 × lexbor + 3 ms = {allowed:.2f} ms"
    yield Verdict(f"parse of an 8-K of {page.size / 1000:.0f} KB, CPU", limit, f"{took:.2f} ms", took <= allowed)
    for real in measured.corpus.classes if measured.corpus else ():
        if (real.smallest, real.largest) == THIRTY_KB:
            told = f"{real.within_target} of {real.filings}"
            yield Verdict("the same of real 8-Ks of 25 to 35 KB", "all", told, real.within_target == real.filings)
    start = measured.cold_start["app"].cpu_ms
    yield Verdict("import of the function, CPU", f"under {IMPORT_MS} ms", f"{start:.0f} ms", start < IMPORT_MS)
    calls = len(measured.calls[0].calls)
    yield Verdict("AWS calls for an 8-K", f"at most {CALLS}", str(calls), calls <= CALLS)
    peak = measured.upload.peak
    limit, told = f"under {PEAK_BYTES / 1e6:.0f} MB", f"{peak / 1e6:.0f} MB"
    yield Verdict("memory for a submission of 200 MB", limit, told, peak < PEAK_BYTES)
