"""`make sam-local`: one upload through `sam local invoke`, and the record and the messages that came of it.

    python -m local.sam_local [EVENT] [--port PORT]        an event of events/, s3-put.json by default

Builds, brings the local cloud up and down, and leaves one alone that was up before.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from boto3.dynamodb.types import TypeDeserializer
from rich.console import Console
from rich.panel import Panel
from rich.text import Text
from rich.tree import Tree

from local import sam
from local.cloud import LocalCloud
from local.event_objects import EVENTS, objects_of
from local.server_command import PORT, STATE, is_up, start, stop

__all__ = ["main"]

_FUNCTION = "ProcessFiling"
_SHOWN = ("kind", "change", "reason", "status", "tag", "item", "title", "role", "name", "type", "filename")


@contextmanager
def _cloud(console: Console, port: int) -> Iterator[LocalCloud]:
    """The local cloud of `make local-up`; if it was not up, only for as long as this lasts."""
    was_up = is_up(port)
    if not was_up:
        with console.status("make local-up"):
            start(port)
    try:
        with LocalCloud.attach(f"http://127.0.0.1:{port}") as cloud:
            yield cloud
    finally:
        if not was_up:
            stop(port)


def run(console: Console, event_file: Path, port: int = PORT) -> None:
    """Build, upload what the event names, invoke, show. Raises `SamUnavailable` and `SamError`."""
    sam.require()
    with console.status("sam build"):
        started = time.perf_counter()
        sam.build()
    console.print(f"[bold]sam build[/] ({time.perf_counter() - started:.1f} s)")
    event: dict[str, Any] = json.loads(event_file.read_text(encoding="utf-8"))
    with _cloud(console, port) as cloud:
        topics = {
            topic: _subscribe(cloud, topic) for topic in ("FilingEventsTopic", "FilingAlertsTopic", "OperatorTopic")
        }
        for key, body in objects_of(event).items():
            version = cloud.upload(key, body)
            console.print(f"[bold]uploaded[/] s3://{version.bucket}/{version.key}", soft_wrap=True, highlight=False)
        environment = sam.write_environment(STATE / f"env-{port}.json", f"http://127.0.0.1:{port}")
        _invoke(console, event_file, environment)
        console.print(_records(cloud))
        for topic, queue in topics.items():
            for message in cloud.received(queue):
                console.print(_panel(topic, message.subject, message.body))


def _subscribe(cloud: LocalCloud, topic: str) -> str:
    return cloud.subscribe_queue(topic, raw=topic == "FilingEventsTopic")


def _invoke(console: Console, event_file: Path, environment: Path) -> None:
    command = f"sam local invoke {_FUNCTION} -e {os.path.relpath(event_file)}"
    started = time.perf_counter()
    with console.status(command):
        answer = sam.invoke(_FUNCTION, event_file, environment)
    console.print(f"[bold]{command}[/] ({time.perf_counter() - started:.1f} s)", highlight=False)
    console.print_json(data=answer.response)


def _records(cloud: LocalCloud) -> Tree:
    """Every row of the table under its partition key, with what it is about."""
    plain = TypeDeserializer().deserialize
    pages = cloud.client("dynamodb").get_paginator("scan").paginate(TableName=cloud.name("FilingsTable"))
    rows = [{name: plain(value) for name, value in row.items()} for page in pages for row in page["Items"]]
    tree = Tree(Text("The records" if rows else "No records", "bold"), guide_style="dim")
    for pk, of_filing in groupby(sorted(rows, key=lambda row: (row["pk"], row["sk"])), key=lambda row: row["pk"]):
        branch = tree.add(Text(pk, "bold"))
        for row in of_filing:
            branch.add(Text.assemble((_short(row["sk"]), "cyan"), "  ", _about(row)))
    return tree


def _about(row: dict[str, Any]) -> str:
    """The first words of a row's own attributes; keys and the stored event left out."""
    return ", ".join(str(row[name]) for name in _SHOWN if isinstance(row.get(name), str))


def _short(key: str) -> str:
    """A key with its long hash cut."""
    return key if len(key) <= 60 else f"{key[:30]}…"


def _panel(topic: str, subject: str | None, body: str) -> Panel:
    text = json.dumps(json.loads(body), indent=2, ensure_ascii=False) if topic == "FilingEventsTopic" else body
    return Panel(Text(text), title=f"{topic}{': ' + subject if subject else ''}", title_align="left")


def main() -> int:
    """The command line of this module; 1 where something is missing or fails."""
    parser = argparse.ArgumentParser(prog="local.sam_local", description=__doc__)
    parser.add_argument("event", nargs="?", type=Path, default=EVENTS / "s3-put.json")
    parser.add_argument("--port", type=int, default=PORT)
    chosen = parser.parse_args()
    console = Console()
    try:
        run(console, chosen.event.resolve(), chosen.port)
    except (sam.SamUnavailable, sam.SamError) as error:
        console.print(f"[red]sam-local:[/] {error}", highlight=False)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
