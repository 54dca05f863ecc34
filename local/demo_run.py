"""`filings demo`: the demo on a screen, as JSON, or as a picture. Exit status 0, or 1 where the function failed."""

from __future__ import annotations

import contextlib
import io
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.live import Live

from filings.record import to_json
from local import demo_screen
from local.cloud import LocalCloud
from local.demo import FILTER_POLICY, Demo, Result
from local.demo_samples import samples

__all__ = ["print_json", "show"]

_PICTURE_WIDTH = 140  # characters


@contextlib.contextmanager
def _log_kept() -> Iterator[None]:
    """What the function logs goes nowhere, unless something goes wrong."""
    log = io.StringIO()
    try:
        with contextlib.redirect_stdout(log):
            yield
    except BaseException:
        sys.stderr.write(log.getvalue())
        raise


def print_json() -> None:
    """Run the demo and print what it shows as one JSON document."""
    started, out = time.perf_counter(), sys.stdout
    with _log_kept(), LocalCloud.from_template() as cloud:
        demo = Demo(cloud)
        results = [demo.upload(sample) for sample in samples()]
        out.write(to_json(_told(demo, cloud, results, time.perf_counter() - started), indent=2) + "\n")


def _told(demo: Demo, cloud: LocalCloud, results: list[Result], seconds: float) -> dict[str, Any]:
    return {
        "seconds": round(seconds, 2),
        "resources": list(cloud.resources),
        "uploads": [asdict(result) for result in results],
        "records": demo.records(str(results[0].filing_id)),
        "queue": {"filterPolicy": FILTER_POLICY, "received": demo.events()},
        "email": {"received": [asdict(mail) for mail in demo.mails()]},
        "operator": {"received": [asdict(mail) for mail in demo.operator_mails()]},
    }


def show(picture: Path | None = None) -> None:
    """Run the demo on the terminal; with `picture`, draw it as an SVG file instead."""
    if picture is None:
        _show(Console(file=sys.stdout, highlight=False))
        return
    # Not a terminal: there a live table is drawn once. The colours are recorded all the same.
    console = Console(file=io.StringIO(), highlight=False, record=True, width=_PICTURE_WIDTH)
    _show(console)
    picture.write_text(console.export_svg(title="filings demo"), encoding="utf-8")


def _show(console: Console) -> None:
    started = time.perf_counter()
    with _log_kept(), contextlib.ExitStack() as stack:
        with console.status("Making the resources of template.yaml, in this process …"):
            cloud = stack.enter_context(LocalCloud.from_template())
            demo = Demo(cloud)
        console.print(demo_screen.opening(len(cloud.resources), time.perf_counter() - started))
        results = _uploads(console, demo)
        console.print(demo_screen.record_tree(demo.records(str(results[0].filing_id))), "")
        mails = demo.mails()
        queue = demo_screen.queue_messages(demo.events(), published=len(mails))
        inboxes = demo_screen.emails("A reader", mails), demo_screen.emails("The operator", demo.operator_mails())
        console.print(demo_screen.side_by_side(console.width, queue, *inboxes))
    console.print(demo_screen.next_steps(time.perf_counter() - started))


def _uploads(console: Console, demo: Demo) -> list[Result]:
    """Upload one after another, each row of the table filled in as its outcome is there."""
    chosen, results = samples(), list[Result]()
    with Live(console=console, refresh_per_second=10, redirect_stdout=False, redirect_stderr=False) as live:
        for sample in chosen:
            live.update(demo_screen.uploads_table(chosen, results))
            results.append(demo.upload(sample))
        live.update(demo_screen.uploads_table(chosen, results))
    console.print()
    return results
