"""The command line: `python -m benchmarks [--output FILE]`. Measures everything and writes the page.

Exit status 1, and no page, where something could not be measured. A promise that was not kept is on the page and
the screen, and no error: machines differ.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rich.console import Console

from benchmarks.aws_calls import measure_calls
from benchmarks.cold_start import measure_cold_start
from benchmarks.corpus import CorpusSpeed, measure_corpus
from benchmarks.large_parse import measure_large_parses
from benchmarks.large_upload import measure_large_upload
from benchmarks.layer import PROJECT
from benchmarks.machine import describe_machine
from benchmarks.parsing import measure_large, measure_parsing, measure_reports, measure_xml
from benchmarks.peers import measure_peers
from benchmarks.report import report
from benchmarks.targets import Measured, verdicts
from benchmarks.timing import CannotMeasure

Result = TypeVar("Result")

_PAGE = PROJECT / "docs" / "performance.md"


def main() -> None:
    """Measure, write, and say what came of it."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--output", type=Path, default=_PAGE, help="the page to write (docs/performance.md)")
    output: Path = parser.parse_args().output
    console = Console(highlight=False, soft_wrap=True)
    started, machine = time.perf_counter(), describe_machine()
    try:
        measured = _measure(console)
    except CannotMeasure as error:
        console.print(f"[red]could not measure:[/red] {error}; {output} is as it was")
        raise SystemExit(1) from error
    output.write_text(report(measured, dt.datetime.now(dt.UTC).date(), machine), encoding="utf-8")
    for verdict in verdicts(measured):
        mark = "[green]✓[/green]" if verdict.kept else "[red]✗[/red]"
        console.print(f"{mark} {verdict.what}: {verdict.measured} ({verdict.target})")
    console.print(f"written to {output}, in {time.perf_counter() - started:.0f} s")


def _measure(console: Console) -> Measured:
    """Every measurement, one after another: two at a time would measure each other."""
    with console.status("") as status:

        def measured(what: str, measure: Callable[[], Result]) -> Result:
            status.update(f"measuring {what} …")
            if not console.is_terminal:
                console.print(f"measuring {what}")
            return measure()

        return Measured(
            parsing=measured("parsing of 8-Ks", measure_parsing),
            reports=measured("parsing of reports", measure_reports),
            xml=measured("parsing of XML forms", measure_xml),
            large=measured("parsing of 200 MB", measure_large),
            corpus=measured("parsing of real filings", _corpus),
            large_parses=measured("memory for large filings", measure_large_parses),
            peers=measured("other parsers", measure_peers),
            cold_start=measured("cold start", measure_cold_start),
            calls=measured("AWS calls", measure_calls),
            upload=measured("a submission of 200 MB on its way through the handler", measure_large_upload),
        )


def _corpus() -> CorpusSpeed | None:
    folder = os.environ.get("FILING_CORPUS")
    return measure_corpus(Path(folder)) if folder else None


if __name__ == "__main__":
    main()
