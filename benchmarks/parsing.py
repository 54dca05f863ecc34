"""How long `parse_filing` takes, beside lexbor's bare parse of the same bytes: a tree, and no word read from it.

Lexbor (C, by way of selectolax) stands for what reading these bytes as HTML costs at least.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from benchmarks.filings import LARGE_SIZE, SAMPLES, Sample, large_submission
from benchmarks.timing import CannotMeasure, Timing, interleaved
from filings.parse import parse_filing

__all__ = ["ParseSpeed", "measure_large", "measure_parsing", "speed_of"]


@dataclass(frozen=True)
class ParseSpeed:
    """One filing's figures. `size` in bytes."""

    what: str
    size: int
    parse: Timing
    lexbor: Timing
    rounds: int

    @property
    def allowed_ms(self) -> float:
        """CPU milliseconds that the parse may take: what is promised of an 8-K of 30 KB."""
        return 2 * self.lexbor.cpu_ms + 3


def speed_of(what: str, data: bytes, *, seconds: float, least: int = 3) -> ParseSpeed:
    """Measure one filing's bytes. Raises FilingError where they are none."""
    work: dict[str, Callable[[], object]] = {
        "parse": lambda: parse_filing(data),
        "lexbor": lambda: LexborHTMLParser(data),
    }
    timings, rounds = interleaved(work, seconds=seconds, least=least)
    return ParseSpeed(what, len(data), timings["parse"], timings["lexbor"], rounds)


def measure_parsing(seconds: float = 5.0) -> list[ParseSpeed]:
    """Measure every sample. Raises CannotMeasure where the parser did not read one right."""
    return [_measure(sample, seconds) for sample in SAMPLES]


def _measure(sample: Sample, seconds: float) -> ParseSpeed:
    data = sample.make()
    filing = parse_filing(data)
    if tuple(item.item for item in filing.items) != sample.items or len(filing.documents) != sample.documents:
        raise CannotMeasure(f"{sample.what}: the parser reads it wrong, so its speed says nothing")
    return speed_of(sample.what, data, seconds=seconds)


def measure_large() -> ParseSpeed:
    """The submission of 200 MB, three rounds. Lexbor's tree of it takes some 700 MB of memory."""
    data = b"".join(large_submission())
    if len(data) < LARGE_SIZE * 0.98:
        raise CannotMeasure(f"the large submission has only {len(data):,} bytes")
    return speed_of("8-K with pictures, 200 MB", data, seconds=0)
