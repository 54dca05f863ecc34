"""The same on real 8-Ks and reports, where FILING_CORPUS names a folder with them: by size, never of one filing.

The folder has manifest.jsonl, a line a filing (`path`, `form_type`), and the filings under those paths or in
raw.tar.xz. A filing that does not parse is counted, and not measured.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.parsing import EIGHT_K, REPORT, Allowance, ParseSpeed, speed_of
from benchmarks.timing import CannotMeasure
from filings.errors import FilingError

__all__ = ["SIZES", "THIRTY_KB", "TWO_TO_FOUR_MB", "CorpusSpeed", "SizeClass", "measure_corpus"]

THIRTY_KB = (25_000, 35_000)
SIZES = ((0, 10_000), (10_000, 25_000), THIRTY_KB, (35_000, 100_000), (100_000, 1_000_000))
"""Size classes in bytes, from, up to. What is promised, is promised of an 8-K of 30 KB."""
TWO_TO_FOUR_MB = (2_000_000, 5_000_000)
REPORT_SIZES = ((0, 500_000), (500_000, 2_000_000), TWO_TO_FOUR_MB)


@dataclass(frozen=True)
class SizeClass:
    """Filings of a size: medians, over them, of each one's median CPU time, in milliseconds."""

    smallest: int
    largest: int
    filings: int
    parse_ms: float
    lexbor_ms: float
    megabytes_per_second: float
    within_target: int
    """How many of them took no more than they may."""


@dataclass(frozen=True)
class CorpusSpeed:
    """What was measured: 8-Ks, and annual and quarterly reports. `refused` filings were none to the parser."""

    classes: list[SizeClass]
    reports: list[SizeClass]
    refused: int


def measure_corpus(folder: Path, seconds: float = 15.0) -> CorpusSpeed:
    """Measure every 8-K, 10-K and 10-Q of the corpus; about `seconds` for each kind."""
    eight_ks, refused = _speeds(_filings(folder, ("8-K", "8-K/A"), SIZES[-1][1]), EIGHT_K, seconds)
    reports, more = _speeds(_filings(folder, ("10-K", "10-Q"), REPORT_SIZES[-1][1]), REPORT, seconds)
    if not eight_ks:
        raise CannotMeasure("FILING_CORPUS has no 8-K")
    return CorpusSpeed(_classes(SIZES, eight_ks), _classes(REPORT_SIZES, reports), refused + more)


def _speeds(filings: Iterator[bytes], allowance: Allowance, seconds: float) -> tuple[list[ParseSpeed], int]:
    """And how many were refused."""
    waiting, speeds, refused = list(filings), [], 0
    for data in waiting:
        try:
            speeds.append(speed_of("", data, seconds=seconds / len(waiting), least=5, allowance=allowance))
        except FilingError:
            refused += 1
    return speeds, refused


def _classes(sizes: Sequence[tuple[int, int]], speeds: Sequence[ParseSpeed]) -> list[SizeClass]:
    classes = [_class(low, high, [one for one in speeds if low <= one.size < high]) for low, high in sizes]
    return [one for one in classes if one]


def _class(smallest: int, largest: int, speeds: Sequence[ParseSpeed]) -> SizeClass | None:
    if not speeds:
        return None
    milliseconds = sum(one.parse.cpu_ms for one in speeds)
    return SizeClass(
        smallest=smallest,
        largest=largest,
        filings=len(speeds),
        parse_ms=median(one.parse.cpu_ms for one in speeds),
        lexbor_ms=median(one.lexbor.cpu_ms for one in speeds),
        megabytes_per_second=sum(one.size for one in speeds) / milliseconds / 1000,
        within_target=sum(one.parse.cpu_ms <= one.allowed_ms for one in speeds),
    )


def _filings(folder: Path, forms: Sequence[str], largest: int) -> Iterator[bytes]:
    """The bytes of every filing of these forms that is small enough for one of the classes."""
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {row["path"] for row in map(json.loads, lines) if row["form_type"] in forms}
    archive = folder / "raw.tar.xz"
    read = _packed(archive, wanted) if archive.exists() else ((folder / path).read_bytes() for path in sorted(wanted))
    yield from (data for data in read if len(data) < largest)


def _packed(archive: Path, wanted: set[str]) -> Iterator[bytes]:
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name.removeprefix("./") in wanted:
                file = tar.extractfile(member)
                if file is not None:
                    yield file.read()
