"""Other parsers beside this one: the same file, the same job, each in a process of its own, in turns.

The job is what a reader of filings wants first: the text of every item of a report, every transaction of a Form 4,
every row of a 13F, from EDGAR's complete submission. The peers live in an environment of their own, which
`make bench-peers` makes from the extra `bench` of pyproject.toml; without it nothing is compared. edgar-crawler is in
no package index: it takes part where EDGAR_CRAWLER names a checkout of it. The promise is about these two; datamule
is measured beside them, for whoever wants to know.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

from benchmarks.filings import REPORTS, SAMPLES, XML_FORMS, Sample, XmlSample, small_submission_8k
from benchmarks.layer import PROJECT
from benchmarks.timing import CannotMeasure

__all__ = ["CRAWLER", "NAMED", "OURS", "Compared", "Peer", "measure_peers"]

OURS = "filings"
CRAWLER = "edgar-crawler"
NAMED = ("edgartools", CRAWLER)
"""The parsers that this one promises to be faster than."""
_PEERS = ("edgartools", "datamule")
_SCRIPT = Path(__file__).with_name("peer_process.py")
_READY = PROJECT / ".venv-bench" / ".ready"
_PYTHON = _READY.parent / "bin" / "python"
_SECONDS = 5.0
_ROUNDS = range(3, 41)


@dataclass(frozen=True)
class Peer:
    """What a parser did with one file: median CPU milliseconds, and how much of what is there it found."""

    version: str
    cpu_ms: float
    found: int


@dataclass(frozen=True)
class Compared:
    """One file. `there`: its items, transactions or rows. `parsers` by name; `OURS` is this project's."""

    what: str
    size: int
    there: int
    is_xml: bool
    parsers: Mapping[str, Peer]
    rounds: int

    @property
    def times(self) -> Mapping[str, float]:
        """How many times as long as this parser a peer takes, the fastest first.

        Only those that found everything: a fast wrong answer is no measure.
        """
        ours = self.parsers[OURS].cpu_ms
        right = {name: peer for name, peer in self.parsers.items() if name != OURS and peer.found == self.there}
        return {name: right[name].cpu_ms / ours for name in sorted(right, key=lambda name: right[name].cpu_ms)}

    @property
    def fastest(self) -> str | None:
        """The fastest of those that the promise names."""
        return next((name for name in self.times if name in NAMED), None)


def measure_peers() -> list[Compared]:
    """Every file; nothing where no peer is installed. Raises CannotMeasure where this parser reads one wrong."""
    if not _READY.exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        return [_compare(sample, Path(folder)) for sample in _samples()]


def _samples() -> Iterator[Sample | XmlSample]:
    page, whole = SAMPLES[1], SAMPLES[3]
    yield Sample(f"{page.what}, submission", small_submission_8k, page.items, 1)
    yield whole
    yield from REPORTS
    yield from XML_FORMS


def _compare(sample: Sample | XmlSample, folder: Path) -> Compared:
    data = sample.make()
    file = folder / "filing.txt"
    file.write_bytes(data)
    there = sample.rows if isinstance(sample, XmlSample) else len(sample.items)
    with ExitStack() as running:
        processes = {name: running.enter_context(_process(name, file, folder)) for name in (OURS, *_peers())}
        first = {name: json.loads(_answer(name, process)) for name, process in processes.items()}
        if first[OURS]["found"] != there:
            raise CannotMeasure(f"{sample.what}: the parser reads it wrong, so its speed says nothing")
        seconds = _in_turns(processes)
    parsers = {
        name: Peer(first[name]["version"], median(spent) * 1000, first[name]["found"])
        for name, spent in seconds.items()
    }
    return Compared(sample.what, len(data), there, isinstance(sample, XmlSample), parsers, len(seconds[OURS]))


def _peers() -> tuple[str, ...]:
    return (*_PEERS, CRAWLER) if os.environ.get("EDGAR_CRAWLER") else _PEERS


def _in_turns(processes: Mapping[str, subprocess.Popen[str]]) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {name: [] for name in processes}
    end = time.perf_counter() + _SECONDS
    for done in range(_ROUNDS.stop):
        if done >= _ROUNDS.start and time.perf_counter() > end:
            break
        for name, process in processes.items():
            _pipe(process.stdin).write("again\n")
            _pipe(process.stdin).flush()
            spent[name].append(float(_answer(name, process)))
    return spent


@contextmanager
def _process(name: str, file: Path, home: Path) -> Iterator[subprocess.Popen[str]]:
    """The parser, waiting. Ours from this environment; a peer finds its own, and an empty home."""
    ours = {"PYTHONPATH": str(PROJECT / "shared")}
    theirs = {
        "HOME": str(home),
        "EDGAR_LOCAL_DATA_DIR": str(home),
        "EDGAR_IDENTITY": "benchmark benchmark@example.com",
        "PYTHONPATH": os.environ.get("EDGAR_CRAWLER", "") if name == CRAWLER else "",
    }
    environment = {"PATH": os.environ["PATH"]} | (ours if name == OURS else theirs)
    python = sys.executable if name == OURS else str(_PYTHON)
    command = [python, "-P", str(_SCRIPT), name, str(file)]  # -P: `filings` is not the module beside the script
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
        cwd=home,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _answer(name: str, process: subprocess.Popen[str]) -> str:
    line = _pipe(process.stdout).readline()
    if not line:
        raise CannotMeasure(f"{name} ended: run {_SCRIPT.name} by hand to see why")
    return line


def _pipe(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise AssertionError("both were asked for")
    return pipe
