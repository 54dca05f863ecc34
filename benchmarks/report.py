"""docs/performance.md: what was measured, how, and against which promise. Measurements in, Markdown out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from benchmarks.aws_calls import Calls
from benchmarks.cold_start import ColdStart
from benchmarks.corpus import CorpusSpeed, SizeClass
from benchmarks.large_upload import LargeUpload
from benchmarks.parsing import ParseSpeed
from benchmarks.targets import Measured, Verdict, verdicts

__all__ = ["report"]


def report(measured: Measured, day: dt.date, machine: str) -> str:
    """The page."""
    parts = [
        "# Performance",
        f"Written by `make bench` on {day}: {machine}. Times drift with the machine and with what else it does: "
        "compare figures of one table with each other. KB and MB are powers of ten.",
        _table(("promise", "target", "measured", ""), map(_verdict, verdicts(measured))),
        *_parsing([*measured.parsing, measured.large]),
        *(_corpus(measured.corpus) if measured.corpus else ()),
        *_cold_start(measured.cold_start),
        *_calls(measured.calls),
        *_upload(measured.upload),
    ]
    return "\n\n".join(parts) + "\n"


def _verdict(verdict: Verdict) -> Sequence[str]:
    return verdict.what, verdict.target, verdict.measured, "✓" if verdict.kept else "✗ missed"


def _parsing(speeds: Iterable[ParseSpeed]) -> Iterator[str]:
    yield "## Parsing"
    yield (
        "`parse_filing` beside lexbor's bare parse of the same bytes as HTML (a tree, and no word read from it), in "
        "one process, in turns; medians of the rounds. The filings are made by `benchmarks/filings.py`. lexbor reads "
        "plain text as one node, so it is fast there; pictures are found and not read, so the parser is."
    )
    head = ("filing", "KB", "parse, CPU ms", "parse, wall ms", "MB/s", "lexbor, CPU ms", "MB/s", "ratio", "rounds")
    yield _table(head, map(_speed, speeds))


def _speed(speed: ParseSpeed) -> Sequence[str]:
    ours, theirs = speed.parse.cpu_ms, speed.lexbor.cpu_ms
    return (
        speed.what,
        f"{speed.size / 1000:,.0f}",
        _milliseconds(ours),
        _milliseconds(speed.parse.wall_ms),
        f"{speed.size / ours / 1000:,.1f}",
        _milliseconds(theirs),
        f"{speed.size / theirs / 1000:,.1f}",
        f"{ours / theirs:,.1f}",
        str(speed.rounds),
    )


def _milliseconds(value: float) -> str:
    return f"{value:,.2f}" if value < 100 else f"{value:,.0f}"


def _corpus(corpus: CorpusSpeed) -> Iterator[str]:
    yield "## Parsing real 8-Ks"
    count = sum(one.filings for one in corpus.classes)
    yield (
        f"{count} real 8-Ks that are not part of this repository (`FILING_CORPUS`): of each the median of at least "
        "five rounds, then the median of those. Within: how many took at most 2 × lexbor + 3 ms."
        + (f" {corpus.refused} more were refused: they are no filings to the parser." if corpus.refused else "")
    )
    yield _table(("KB", "filings", "parse, CPU ms", "lexbor, CPU ms", "MB/s", "within"), map(_size, corpus.classes))


def _size(one: SizeClass) -> Sequence[str]:
    return (
        f"{one.smallest / 1000:,.0f} to {one.largest / 1000:,.0f}",
        str(one.filings),
        _milliseconds(one.parse_ms),
        _milliseconds(one.lexbor_ms),
        f"{one.megabytes_per_second:,.1f}",
        f"{one.within_target} of {one.filings}",
    )


def _cold_start(starts: dict[str, ColdStart]) -> Iterator[str]:
    yield "## Cold start"
    yield (
        "Each in a fresh process that finds what is deployed and boto3, nothing else; the interpreter's own start is "
        f"not in it; medians of {starts['app'].runs} runs, in turns. The import loads no SDK (asserted) and no "
        "form: the first upload does. All in all, a cold start with its first 8-K costs "
        f"{starts['whole'].cpu_ms - starts['sdk'].cpu_ms:.0f} ms more than bare boto3."
    )
    rows = [(start.what, f"{start.cpu_ms:.0f}", f"{start.peak_bytes / 1e6:.0f}") for start in starts.values()]
    yield _table(("what", "CPU ms", "peak MB"), rows)


def _calls(uploads: Iterable[Calls]) -> Iterator[str]:
    yield "## AWS calls"
    yield "Counted by the local cloud, made by the real handler; what fails and is tried again comes on top."
    rows = [(upload.what, str(len(upload.calls)), _sequence(upload.calls)) for upload in uploads]
    yield _table(("upload", "calls", "which"), rows)


def _sequence(calls: Sequence[str]) -> str:
    runs = [(name.partition(".")[2], len(list(run))) for name, run in groupby(calls)]
    return ", ".join(name if times == 1 else f"{name} × {times}" for name, times in runs)


def _upload(upload: LargeUpload) -> Iterator[str]:
    yield "## A submission of 200 MB"
    yield (
        f"{upload.size / 1e6:.0f} MB in {upload.documents} documents, every other one a uuencoded picture, through the "
        "real handler in a process of its own, AWS a moto server in another. "
        f"Peak resident memory {upload.peak / 1e6:.0f} MB, of which {upload.idle_peak / 1e6:.0f} MB before the upload "
        f"(Python, the function, boto3 and its clients); {upload.cpu_seconds:.1f} s of the handler's CPU, "
        f"{upload.seconds:.1f} s by the clock, moto's part included. The bytes go through a file: Lambda's `/tmp` has "
        "to hold them."
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
