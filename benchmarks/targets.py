"""What the project promises of its speed, and whether this run kept it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.aws_calls import Calls
from benchmarks.cold_start import ColdStart
from benchmarks.corpus import THIRTY_KB, TWO_TO_FOUR_MB, CorpusSpeed, SizeClass
from benchmarks.large_parse import LargeParse
from benchmarks.large_upload import LargeUpload
from benchmarks.parsing import ParseSpeed, XmlSpeed
from benchmarks.peers import NAMED, Compared

__all__ = ["Measured", "Verdict", "verdicts"]

IMPORT_MS = 250
CALLS = 6
PEAK_BYTES = 300_000_000
PARSE_PEAK_BYTES = (400_000_000, 150_000_000)
"""The large filings that are parsed by themselves: a report of 20 MB, a 13F of 20,000 rows."""
XML_MS = (3, 500)
"""The first two of the XML forms: a Form 4, a 13F of 7,500 rows."""
TIMES, XML_TIMES = 10, 3
"""How many times as fast as the fastest peer of those that are named."""


@dataclass(frozen=True)
class Measured:
    """All that one run measured; `corpus` is None where no corpus is at hand, `peers` empty where none is installed."""

    parsing: list[ParseSpeed]
    reports: list[ParseSpeed]
    xml: list[XmlSpeed]
    large: ParseSpeed
    large_parses: tuple[LargeParse, ...]
    peers: list[Compared]
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
    yield from _of_8ks(measured)
    yield from _of_other_forms(measured)
    yield from map(_beside_peers, measured.peers)
    start = measured.cold_start["app"].cpu_ms
    yield Verdict("import of the function, CPU", f"under {IMPORT_MS} ms", f"{start:.0f} ms", start < IMPORT_MS)
    calls = len(measured.calls[0].calls)
    yield Verdict("AWS calls for an 8-K", f"at most {CALLS}", str(calls), calls <= CALLS)
    for parse, limit in zip(measured.large_parses, PARSE_PEAK_BYTES, strict=True):
        yield _of_memory(parse.what, parse.peak, limit)
    yield _of_memory("a submission of 200 MB", measured.upload.peak, PEAK_BYTES)


def _of_8ks(measured: Measured) -> Iterator[Verdict]:
    smallest, largest = THIRTY_KB
    page = next(speed for speed in measured.parsing if smallest <= speed.size < largest)
    yield _of_parse(page, f"parse of an 8-K of {page.size / 1000:.0f} KB, CPU")
    for real in measured.corpus.classes if measured.corpus else ():
        if (real.smallest, real.largest) == THIRTY_KB:
            yield _of_real(real, "the same of real 8-Ks of 25 to 35 KB")


def _of_other_forms(measured: Measured) -> Iterator[Verdict]:
    for speed in measured.reports:
        yield _of_parse(speed, f"parse of a {speed.what}, of {speed.size / 1e6:.1f} MB, CPU")
    for real in measured.corpus.reports if measured.corpus else ():
        if (real.smallest, real.largest) == TWO_TO_FOUR_MB:
            yield _of_real(real, "the same of real 10-Ks and 10-Qs of 2 MB or more")
    for form, limit in zip(measured.xml, XML_MS, strict=False):
        took = form.parse.cpu_ms
        yield Verdict(f"parse of a {form.what}, CPU", f"under {limit} ms", f"{took:,.1f} ms", took < limit)


def _of_parse(speed: ParseSpeed, what: str) -> Verdict:
    allowed, took = speed.allowed_ms, speed.parse.cpu_ms
    return Verdict(what, f"{speed.allowance} = {allowed:.2f} ms", f"{took:.2f} ms", took <= allowed)


def _of_real(real: SizeClass, what: str) -> Verdict:
    return Verdict(what, "all", f"{real.within_target} of {real.filings}", real.within_target == real.filings)


def _beside_peers(compared: Compared) -> Verdict:
    least, fastest = XML_TIMES if compared.is_xml else TIMES, compared.fastest
    measured = [f"{times:.1f} × {name}" for name, times in compared.times.items() if name == fastest]
    beside = [f"{times:.1f} × {name}" for name, times in compared.times.items() if name not in NAMED]
    told = "".join(measured or ["none of them reads it"]) + "".join(f" (beside: {one})" for one in beside)
    kept = fastest is None or compared.times[fastest] >= least
    return Verdict(f"{compared.what}: faster than {' and '.join(NAMED)}", f"{least} ×", told, kept)


def _of_memory(what: str, peak: float, limit: int) -> Verdict:
    return Verdict(f"memory for {what}", f"under {limit / 1e6:.0f} MB", f"{peak / 1e6:.0f} MB", peak < limit)
