"""The same on real 8-Ks, where FILING_CORPUS names a folder with them: figures by size, never of one filing.

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

from benchmarks.parsing import ParseSpeed, speed_of
from benchmarks.timing import CannotMeasure
from filings.errors import FilingError

__all__ = ["SIZES", "THIRTY_KB", "CorpusSpeed", "SizeClass", "measure_corpus"]

THIRTY_KB = (25_000, 35_000)
SIZES = ((0, 10_000), (10_000, 25_000), THIRTY_KB, (35_000, 100_000), (100_000, 1_000_000))
"""Size classes in bytes, from, up to. What is promised, is promised of an 8-K of 30 KB."""


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
    """How many of them took at most twice lexbor's time plus 3 ms."""


@dataclass(frozen=True)
class CorpusSpeed:
    """What was measured; `refused` filings were none to the parser."""

    classes: list[SizeClass]
    refused: int


def measure_corpus(folder: Path, seconds: float = 15.0) -> CorpusSpeed:
    """Measure every 8-K of the corpus; about `seconds` for all."""
    filings = list(_filings(folder))
    if not filings:
        raise CannotMeasure("FILING_CORPUS has no 8-K")
    speeds, refused = [], 0
    for data in filings:
        try:
            speeds.append(speed_of("", data, seconds=seconds / len(filings), least=5))
        except FilingError:
            refused += 1
    classes = [_class(low, high, [one for one in speeds if low <= one.size < high]) for low, high in SIZES]
    return CorpusSpeed([one for one in classes if one], refused)


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


def _filings(folder: Path) -> Iterator[bytes]:
    """The bytes of every 8-K and 8-K/A that is small enough for one of the classes."""
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {row["path"] for row in map(json.loads, lines) if row["form_type"] in ("8-K", "8-K/A")}
    archive = folder / "raw.tar.xz"
    read = _packed(archive, wanted) if archive.exists() else ((folder / path).read_bytes() for path in sorted(wanted))
    yield from (data for data in read if len(data) < SIZES[-1][1])


def _packed(archive: Path, wanted: set[str]) -> Iterator[bytes]:
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name.removeprefix("./") in wanted:
                file = tar.extractfile(member)
                if file is not None:
                    yield file.read()
