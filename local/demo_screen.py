"""How the demo looks in a terminal: a live table, a tree, three subscribers, what to try next."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from local.demo import FILTER_POLICY, Mail, Result
from local.demo_samples import Sample

__all__ = ["emails", "next_steps", "opening", "queue_messages", "record_tree", "side_by_side", "uploads_table"]

_TWO_COLUMNS = 130
_STYLES = {"CREATED": "green", "UPDATED": "cyan", "SUPERSEDED": "cyan", "DUPLICATE": "yellow", "REJECTED": "red"}


def opening(resources: int, seconds: float) -> Text:
    """What was made, and what it did not need."""
    made = f"{resources} resources of template.yaml made in this process in {seconds:.1f} s."
    return Text.assemble((made, "bold"), " No AWS account, no Docker, no network.\n")


def uploads_table(samples: Sequence[Sample], results: Sequence[Result]) -> Table:
    """A row an upload: done, being worked on, or waiting."""
    table = Table(title="What happened to each upload", title_justify="left", box=box.SIMPLE_HEAD, expand=True)
    table.add_column("Upload", ratio=4)
    table.add_column("Outcome", min_width=9, no_wrap=True)
    table.add_column("On record", ratio=5)
    table.add_column("Time", justify="right", min_width=6, no_wrap=True)
    for number, sample in enumerate(samples):
        upload = Text.assemble((sample.key, "bold"), "\n", (sample.what, "dim"))
        if number < len(results):
            result = results[number]
            outcome = Text(result.outcome, _STYLES[result.outcome])
            table.add_row(upload, outcome, Text(result.says), f"{result.milliseconds} ms")
        else:
            working = number == len(results)
            table.add_row(upload, Spinner("dots", "reading") if working else Text("waiting", "dim"), "", "")
    return table


def record_tree(rows: Sequence[dict[str, Any]]) -> Tree:
    """One filing's rows in the table: LATEST, and each revision with the rows of its generation."""
    latest = next(row for row in rows if row["sk"] == "LATEST")
    tree = Tree(Text.assemble("One filing's records in DynamoDB: ", (str(latest["pk"]), "bold")), guide_style="dim")
    tree.add(
        _node("LATEST", f"revision {latest['revision']} of {latest['revisions']}: {latest['summary']['headline']}")
    )
    revisions = [row for row in rows if str(row["sk"]).startswith("REVISION#")]
    for revision in sorted(revisions, key=lambda row: int(row["revision"]), reverse=True):
        says = f"revision {revision['revision']}, {revision['status']}: its event and its record"
        branch = tree.add(_node(f"REVISION#{revision['contentSha256'][:8]}…", says))
        prefix = f"G#{revision['generation']}#"
        children = [row for row in rows if str(row["sk"]).startswith(prefix)]
        if revision["generation"] == latest["generation"]:
            for row in children:
                branch.add(_node(str(row["sk"]).removeprefix(prefix), _child(row)))
        else:
            branch.add(_node(f"G#{revision['generation']}#…", f"{len(children)} rows, as it was"))
    return tree


def _child(row: dict[str, Any]) -> str:
    match str(row["sk"]).split("#")[2]:
        case "ITEM":
            return f"{row['item']} {row['title'] or ''}: {' '.join(str(row.get('text') or row.get('excerpt')).split())}"
        case "ENTITY":
            return f"{row['role']} {row['name']}, CIK {row['cik']}"
        case "DOCUMENT":
            return f"{row['type']} {row['filename'] or ''}, {row['size']:,} bytes"
        case _:
            return str(row.get("tag", ""))


def _node(key: str, says: str) -> Text:
    return Text.assemble((key, "cyan"), "  ", says, no_wrap=True, overflow="ellipsis")


def queue_messages(events: Sequence[dict[str, Any]], published: int) -> Panel:
    """What the SQS subscriber got: every event's headline, and the main parts of the first."""
    lines: list[RenderableType] = [Text(f"filter policy: {json.dumps(FILTER_POLICY)}\n", "dim")]
    lines += [Text.assemble((event["type"], "cyan"), "  ", event["data"]["headline"]) for event in events]
    if events:
        lines.append(Text("\n" + _event(events[0]), overflow="fold"))
    return Panel(Group(*lines), title=f"An SQS queue received {len(events)} of {published} events", title_align="left")


_SHOWN = ("accessionNumber", "form", "acceptanceDateTime", "cik", "companyName", "items", "severity", "tags", "record")


def _event(event: dict[str, Any]) -> str:
    """The event as JSON, a line a field, with the fields of `data` that a reader looks for first."""
    data = event["data"]
    outer = [f"  {_field(event, name)}," for name in ("specversion", "id", "type", "subject", "time")]
    inner = [f"    {_field(data, name)}," for name in _SHOWN]
    left = f"    … {len(data) - len(_SHOWN)} more, see schemas/filing.processed.v1.json"
    return "\n".join(["{", *outer, '  "data": {', *inner, left, "  }", "}"])


def _field(values: dict[str, Any], name: str) -> str:
    return f"{json.dumps(name)}: {json.dumps(values[name], ensure_ascii=False)}"


def side_by_side(width: int, left: RenderableType, *right: RenderableType) -> RenderableType:
    """Two columns where the terminal is wide enough to read them, else one below the other."""
    if width < _TWO_COLUMNS:
        return Group(left, *right)
    columns = Table.grid(expand=True)
    columns.add_column(ratio=1)
    columns.add_column(ratio=1)
    columns.add_row(left, Group(*right))
    return columns


def emails(title: str, mails: Sequence[Mail]) -> Panel:
    """An inbox: every subject, and the first mail whole."""
    shown: list[RenderableType] = [Text(mail.subject, "bold") for mail in mails]
    if mails:
        shown.append(Text("\n" + mails[0].text.strip(), overflow="fold"))
    count = "1 email" if len(mails) == 1 else f"{len(mails)} emails"
    return Panel(Group(*shown), title=f"{title} received {count}", title_align="left")


def next_steps(seconds: float) -> Panel:
    """How long it all took, and commands to go on with; the README has the rest."""
    steps = Table.grid(padding=(0, 2))
    for command, says in (
        (".venv/bin/filings parse local/samples/marrowfield-8k.md", "a filing as JSON; any file of yours too"),
        (".venv/bin/filings demo --json", "all of this for a program"),
        ("make test", "the tests, on the same local AWS"),
        ("make sam-local", "the function in Lambda's own image (needs Docker)"),
        ("sam build && sam deploy --guided", "to your AWS account"),
    ):
        steps.add_row(Text(command, "bold"), Text(says, "dim"))
    return Panel(steps, title=f"Done in {seconds:.1f} s. Try next", title_align="left")
