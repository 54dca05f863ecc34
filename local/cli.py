"""The `filings` command: what a person types. Its words only; the work is done elsewhere.

Standard output carries data and nothing else, standard error the rest. Exit status: 0, or 1 if any
file could not be parsed, or 2 for a wrong command line. Each command imports what it needs when it
runs, so that `filings parse` starts without AWS, moto or rich. Printing of parsed files: `printing`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="SEC filings: bytes in, records and notifications out.",
)


@app.callback()
def filings() -> None:
    """Named, so that typer keeps `parse` a subcommand even while it is the only one."""


@app.command()
def parse(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Filings; `-` is standard input.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One line a file, errors included.")] = False,
) -> None:
    """Parse filings and print them as JSON. Needs no AWS, no network and no configuration."""
    from local.printing import print_filings

    raise typer.Exit(print_filings(files, jsonl=jsonl))


@app.command()
def demo(
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON document.")] = False,
    svg: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the screen as an SVG picture.")] = None,
) -> None:
    """Show the whole way on your machine: upload, record, notification. No AWS account, no network."""
    from local import demo_run

    demo_run.print_json() if as_json else demo_run.show(svg)


def main() -> None:
    """The entry point of the `filings` script."""
    app()


if __name__ == "__main__":
    main()
