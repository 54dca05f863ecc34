"""docs/performance.md: what was measured, how, and against which promise. Measurements in, Markdown out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from benchmarks.aws_calls import Calls
from benchmarks.cold_start import ColdStart
from benchmarks.corpus import CorpusSpeed, SizeClass
from benchmarks.large_parse import LargeParse
from benchmarks.large_upload import LargeUpload
from benchmarks.parsing import EIGHT_K, REPORT, ParseSpeed, XmlSpeed
from benchmarks.peers import CRAWLER, NAMED, OURS, Compared, Peer
from benchmarks.targets import Measured, Verdict, verdicts

__all__ = ["report"]


def report(measured: Measured, day: dt.date, machine: str) -> str:
    """The page."""
    parts = [
        "# Performance",
        f"Written by `make bench` on {day}: {machine}. Times drift with the machine and with what else it does: "
        "compare figures of one table with each other. KB and MB are powers of ten.",
        _table(("promise", "target", "measured", ""), map(_verdict, verdicts(measured))),
        *_parsing([*measured.parsing, *measured.reports, measured.large]),
        *_xml(measured.xml),
        *_peers(measured.peers),
        *(_corpus(measured.corpus) if measured.corpus else ()),
        *_cold_start(measured.cold_start),
        *_calls(measured.calls),
        *_large_parses(measured.large_parses),
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


def _xml(speeds: Iterable[XmlSpeed]) -> Iterator[str]:
    yield "## Parsing XML forms"
    yield "Complete submissions; rows are the transactions of the Form 4, the holdings of the 13Fs."
    rows = [
        (
            speed.what,
            f"{speed.size / 1000:,.0f}",
            _milliseconds(speed.parse.cpu_ms),
            _milliseconds(speed.parse.wall_ms),
            f"{speed.parse.cpu_ms / speed.rows * 1000:,.0f}",
            str(speed.rounds),
        )
        for speed in speeds
    ]
    yield _table(("filing", "KB", "parse, CPU ms", "parse, wall ms", "CPU µs a row", "rounds"), rows)


def _peers(compared: Sequence[Compared]) -> Iterator[str]:
    yield "## Beside other parsers"
    if not compared:
        yield "None was installed when this was measured: `make bench-peers` installs them."
        return
    names = list(compared[0].parsers)
    versions = ", ".join(f"{name} {compared[0].parsers[name].version}" for name in names if name != OURS)
    absent = "" if CRAWLER in names else "; edgar-crawler, in no package index, was not at hand (`EDGAR_CRAWLER`)"
    yield (
        f"{versions}{absent}. The same complete submission, the same job: the text of every item, every transaction, "
        "every row. What else a parser does on its way (here cover, exhibits, signatures, tagged facts) is in its "
        f"time. The promise is about {' and '.join(NAMED)}; datamule, which cuts a report at its headings and takes no "
        "cover, exhibit or signature apart, stands beside them. Each in a process of its own that has no network, in "
        "turns; medians of warm runs. edgartools asks EDGAR whether the owner of a Form 4 is a company: that question "
        "is left out."
    )
    beside = [name for name in names if name != OURS]
    head = ("filing", "this parser, CPU ms", *(f"{name}, CPU ms (ratio)" for name in beside), "rounds")
    yield _table(head, map(_compared, compared))


def _compared(one: Compared) -> Sequence[str]:
    beside = (_of_peer(parser, one.there, one.times.get(name)) for name, parser in one.parsers.items() if name != OURS)
    return one.what, _milliseconds(one.parsers[OURS].cpu_ms), *beside, str(one.rounds)


def _of_peer(parser: Peer, there: int, times: float | None) -> str:
    if not parser.found:
        return "–"
    told = f"{parser.found:,} of {there:,}" if times is None else f"{times:.1f}"
    return f"{_milliseconds(parser.cpu_ms)} ({told})"


def _corpus(corpus: CorpusSpeed) -> Iterator[str]:
    yield "## Parsing real filings"
    count = sum(one.filings for one in corpus.classes), sum(one.filings for one in corpus.reports)
    yield (
        f"{count[0]} real 8-Ks and {count[1]} real 10-Ks and 10-Qs that are not part of this repository "
        "(`FILING_CORPUS`): of each the median of at least five rounds, then the median of those. Within: how many "
        f"8-Ks took at most {EIGHT_K}, how many reports at most {REPORT}."
        + (f" {corpus.refused} more were refused: they are no filings to the parser." if corpus.refused else "")
    )
    head = ("filings", "KB", "parse, CPU ms", "lexbor, CPU ms", "MB/s", "within")
    rows = [("8-K", *_size(one)) for one in corpus.classes] + [("10-K, 10-Q", *_size(one)) for one in corpus.reports]
    yield _table(head, rows)


def _size(one: SizeClass) -> Sequence[str]:
    return (
        f"{one.smallest / 1000:,.0f} to {one.largest / 1000:,.0f}",
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


def _large_parses(parses: Iterable[LargeParse]) -> Iterator[str]:
    yield "## Memory for a large filing"
    yield (
        "Parsed in a fresh process. Every figure of the report is an inline XBRL fact. The rows of a 13F are in memory "
        "all together: they grow with the table, of which 50,000 rows are read."
    )
    yield _table(("filing", "MB", "peak MB", "before the parse", "CPU s"), map(_large_parse, parses))


def _large_parse(parse: LargeParse) -> Sequence[str]:
    megabytes = (f"{size / 1e6:.0f}" for size in (parse.size, parse.peak, parse.idle_peak))
    return parse.what, *megabytes, f"{parse.cpu_seconds:.1f}"


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
