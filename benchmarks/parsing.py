"""How long `parse_filing` takes, beside lexbor's bare parse of the same bytes: a tree, and no word read from it.

Lexbor (C, by way of selectolax) stands for what reading these bytes as HTML costs at least.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from benchmarks.filings import LARGE_SIZE, REPORTS, SAMPLES, XML_FORMS, Sample, XmlSample, large_submission
from benchmarks.timing import CannotMeasure, Timing, interleaved
from filings.parse import parse_filing

__all__ = [
    "EIGHT_K",
    "REPORT",
    "Allowance",
    "ParseSpeed",
    "XmlSpeed",
    "measure_large",
    "measure_parsing",
    "measure_reports",
    "measure_xml",
    "speed_of",
]


@dataclass(frozen=True)
class Allowance:
    """What a parse may take: so many times lexbor's CPU time, and so many milliseconds beside it."""

    times: int
    plus_ms: int

    def __str__(self) -> str:
        return f"{self.times} × lexbor" + (f" + {self.plus_ms} ms" if self.plus_ms else "")


EIGHT_K = Allowance(2, 3)
"""What is promised of an 8-K of 30 KB."""
REPORT = Allowance(3, 0)
"""What is promised of a report of 2 to 4 MB."""


@dataclass(frozen=True)
class ParseSpeed:
    """One filing's figures. `size` in bytes."""

    what: str
    size: int
    parse: Timing
    lexbor: Timing
    rounds: int
    allowance: Allowance = EIGHT_K

    @property
    def allowed_ms(self) -> float:
        """CPU milliseconds that the parse may take."""
        return self.allowance.times * self.lexbor.cpu_ms + self.allowance.plus_ms


@dataclass(frozen=True)
class XmlSpeed:
    """A filing in XML, `rows` transactions or holdings. `size` in bytes."""

    what: str
    size: int
    rows: int
    parse: Timing
    rounds: int


def speed_of(what: str, data: bytes, *, seconds: float, least: int = 3, allowance: Allowance = EIGHT_K) -> ParseSpeed:
    """Measure one filing's bytes. Raises FilingError where they are none."""
    work: dict[str, Callable[[], object]] = {
        "parse": lambda: parse_filing(data),
        "lexbor": lambda: LexborHTMLParser(data),
    }
    timings, rounds = interleaved(work, seconds=seconds, least=least)
    return ParseSpeed(what, len(data), timings["parse"], timings["lexbor"], rounds, allowance)


def measure_parsing(seconds: float = 5.0) -> list[ParseSpeed]:
    """Measure every 8-K. Raises CannotMeasure where the parser did not read one right."""
    return [_measure(sample, seconds, EIGHT_K) for sample in SAMPLES]


def measure_reports(seconds: float = 5.0) -> list[ParseSpeed]:
    """Measure every 10-K and 10-Q."""
    return [_measure(sample, seconds, REPORT) for sample in REPORTS]


def measure_xml(seconds: float = 3.0) -> list[XmlSpeed]:
    """Measure every filing in XML."""
    return [_measure_xml(sample, seconds) for sample in XML_FORMS]


def _measure_xml(sample: XmlSample, seconds: float) -> XmlSpeed:
    data = sample.make()
    work: dict[str, Callable[[], object]] = {"parse": lambda: parse_filing(data)}
    timings, rounds = interleaved(work, seconds=seconds)
    return XmlSpeed(sample.what, len(data), sample.rows, timings["parse"], rounds)


def _measure(sample: Sample, seconds: float, allowance: Allowance) -> ParseSpeed:
    data = sample.make()
    filing = parse_filing(data)
    if tuple(item.item for item in filing.items) != sample.items or len(filing.documents) != sample.documents:
        raise CannotMeasure(f"{sample.what}: the parser reads it wrong, so its speed says nothing")
    return speed_of(sample.what, data, seconds=seconds, allowance=allowance)


def measure_large() -> ParseSpeed:
    """The submission of 200 MB, three rounds. Lexbor's tree of it takes some 700 MB of memory."""
    data = b"".join(large_submission())
    if len(data) < LARGE_SIZE * 0.98:
        raise CannotMeasure(f"the large submission has only {len(data):,} bytes")
    return speed_of("8-K with pictures, 200 MB", data, seconds=0)
