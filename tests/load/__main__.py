"""`make load`: 10,000 uploads through the local cloud; writes docs/load.md. Some ten minutes.

    python -m tests.load [--uploads N] [--rows N] [--handlers N] [--output FILE]

Exit status 1 where a promise did not hold, and where the backlog did not drain (then no page is written).
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from rich.console import Console

from benchmarks.machine import describe_machine
from local.template import PROJECT
from tests.load.figures import Figures
from tests.load.page import page
from tests.load.run import NotDrained, Plan, run


def main() -> None:
    parser = argparse.ArgumentParser(prog="load", description=__doc__)
    parser.add_argument("--uploads", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=20_000, help="rows of the 13F among them")
    parser.add_argument("--handlers", type=int, default=4, help="that run at a time")
    parser.add_argument("--output", type=Path, default=PROJECT / "docs" / "load.md")
    asked = parser.parse_args()
    console, machine = Console(highlight=False, soft_wrap=True), describe_machine()
    try:
        done = run(Plan(asked.uploads, asked.rows, asked.handlers), console.print)
    except NotDrained as error:
        console.print(f"[red]not drained:[/red] {error}")
        raise SystemExit(1) from error
    figures = Figures(done)
    asked.output.write_text(page(figures, dt.datetime.now(dt.UTC).date(), machine), encoding="utf-8")
    for promise, kept in figures.promises.items():
        console.print(f"{'[green]✓[/green]' if kept else '[red]✗[/red]'} {promise}")
    for violation in done.violations[:20]:
        console.print(violation)
    console.print(f"written to {asked.output}")
    raise SystemExit(not all(figures.promises.values()))


if __name__ == "__main__":
    main()
