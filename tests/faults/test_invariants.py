"""The invariants can fail: sound evidence passes, and each way of spoiling it is seen, and named."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from local.events import ObjectVersion, s3_event
from local.subscriber import Message
from tests.faults.deliveries import KEY, OTHER_KEY
from tests.faults.invariants import Evidence, Glimpse, violations
from tests.faults.uploads import ACCESSION, FIRST, NO_FILING, SECOND, SECOND_SENTENCE, SIGNER, STREET
from tests.faults.world import World

EVENTS, ALERTS, OPERATORS = "FilingEventsTopic", "FilingAlertsTopic", "OperatorTopic"


@pytest.fixture(scope="module")
def sound(opened_world: World) -> Evidence:
    """Two revisions, a duplicate and a rejection."""
    world = opened_world
    world.empty()
    for key, body in ((KEY, FIRST), (KEY, SECOND), (OTHER_KEY, FIRST), ("in/page.html", NO_FILING)):
        world.upload(key, body)
    world.drain()
    world.sweep()
    return world.evidence()


def rows(evidence: Evidence, sk_prefix: str, **changes: Any) -> Evidence:
    """The first row of that kind with other values; a value of None takes it away."""
    place, row = next((n, row) for n, row in enumerate(evidence.rows) if row["sk"].startswith(sk_prefix))
    changed = {name: value for name, value in {**row, **changes}.items() if value is not None}
    return replace(evidence, rows=[*evidence.rows[:place], changed, *evidence.rows[place + 1 :]])


def without(evidence: Evidence, sk_prefix: str) -> Evidence:
    gone = next(row for row in evidence.rows if row["sk"].startswith(sk_prefix))
    return replace(evidence, rows=[row for row in evidence.rows if row is not gone])


def received(evidence: Evidence, topic: str, change: Callable[[list[Message]], list[Message]]) -> Evidence:
    return replace(evidence, received={**evidence.received, topic: change(list(evidence.received[topic]))})


def retold(message: Message, **changes: Any) -> Message:
    return replace(message, body=json.dumps({**json.loads(message.body), **changes}))


def of_rejection(evidence: Evidence) -> Mapping[str, Any]:
    return next(row for row in evidence.rows if row.get("kind") == "REJECTED")


def outcome_of(key: str) -> Mapping[str, Any]:
    return {"pk": f"OBJECT#inbox/{key}", "sk": "VERSION#1", "kind": "DUPLICATE"}


def backwards(evidence: Evidence) -> Evidence:
    return replace(evidence, glimpses=list(reversed(evidence.glimpses)))


def half(evidence: Evidence) -> Evidence:
    *before, last = evidence.glimpses
    return replace(evidence, glimpses=[*before, replace(last, filing=last.filing.model_copy(update={"documents": ()}))])


SPOILED: Mapping[str, tuple[str, Callable[[Evidence], Evidence]]] = {
    "a message waits": ("invariant 1: the inbox queue is not empty", lambda e: replace(e, waiting=1)),
    "an outcome is missing": ("is lost", lambda e: without(e, "VERSION#")),
    "an outcome of nothing": ("which nobody put", lambda e: replace(e, rows=[*e.rows, outcome_of("in/never")])),
    "another reason": (
        "is no filing",
        lambda e: replace(e, rows=[row | {"reason": "Gone"} if row is of_rejection(e) else row for row in e.rows]),
    ),
    "two revisions of one content": (
        "has the outcomes",
        lambda e: replace(e, rows=[row | {"kind": "REVISION"} if "kind" in row else row for row in e.rows]),
    ),
    "a revision is missing": ("the revisions are", lambda e: without(e, "REVISION#")),
    "LATEST is missing": ("invariant 2: LATEST stands for", lambda e: without(e, "LATEST")),
    "LATEST miscounts": ("counts 3 revisions", lambda e: rows(e, "LATEST", revisions=3)),
    "LATEST is nothing": ("is none of its revisions", lambda e: rows(e, "LATEST", generation="0")),
    "a number twice": ("are numbered", lambda e: rows(rows(e, "REVISION#", revision=2), "LATEST", revision=2)),
    "LATEST went back": ("went back", backwards),
    "read again, and LATEST stayed": ("has read it again", lambda e: rows(e, "LATEST", parserVersion="0.9.0")),
    "not announced": ("invariant 3: FILING#0009900555-26-000001 REV", lambda e: rows(e, "REVISION#", status="PENDING")),
    "still in the index": ("still in the index", lambda e: rows(e, "REVISION#", pendingShard="0")),
    "nobody was told": ("FilingEventsTopic never told", lambda e: received(e, EVENTS, lambda all: all[1:])),
    "people were not told": ("FilingAlertsTopic never told", lambda e: received(e, ALERTS, lambda all: all[:-1])),
    "operators were not told": ("OperatorTopic never told", lambda e: received(e, OPERATORS, lambda all: [])),
    "told of nothing": (
        "not what was committed",
        lambda e: received(e, EVENTS, lambda all: [*all, retold(all[0], id="another")]),
    ),
    "an id with two bodies": (
        "invariant 4: 0009900555-26-000001/",
        lambda e: received(e, EVENTS, lambda all: [*all, retold(all[0], time="2026-01-01T00:00:00Z")]),
    ),
    "an id with other attributes": (
        "came with two bodies",
        lambda e: received(e, EVENTS, lambda all: [*all, replace(all[0], attributes={})]),
    ),
    "another body than stored": (
        "was stored as",
        lambda e: received(e, EVENTS, lambda all: [retold(all[0], time="2026-01-01T00:00:00Z"), *all[1:]]),
    ),
    "half a filing was read": ("they differ in documents", half),
    "a filing could not be read": (
        "invariant 5: 0009900555-26-000001: KeyError",
        lambda e: replace(e, glimpses=[Glimpse(ACCESSION, error="KeyError()")]),
    ),
    "the archive lacks a revision": ("is not whole in the archive", lambda e: replace(e, archive={})),
    "a name is logged": (f"invariant 6: '{SIGNER}'", lambda e: replace(e, log=f"{e.log} by {SIGNER.upper()}")),
    "an address is logged": (f"'{STREET}' is in the log", lambda e: replace(e, log=f"{e.log} {STREET}")),
    "text is logged": (
        "is in the log",
        lambda e: replace(e, log=f"{e.log} {SECOND_SENTENCE}"),
    ),
}


def test_sound_evidence_holds(sound: Evidence) -> None:
    assert violations(sound) == []
    assert [len(sound.received[topic]) for topic in (EVENTS, ALERTS, OPERATORS)] == [2, 2, 1]
    assert sorted(row["kind"] for row in sound.rows if "kind" in row) == [
        "DUPLICATE",
        "REJECTED",
        "REVISION",
        "REVISION",
    ]
    assert len(sound.glimpses) == 2
    assert "upload processed" in sound.log


@pytest.mark.parametrize("way", SPOILED)
def test_spoiled_evidence_is_seen(sound: Evidence, way: str) -> None:
    said, spoil = SPOILED[way]
    assert said in "\n".join(violations(spoil(sound)))


def test_a_newer_revision_than_latest_is_seen(sound: Evidence) -> None:
    """LastModified decides between keys; here the one that does not stand becomes the newer, at another key."""
    first = next(version for version in sound.versions if version.body == FIRST and version.key == KEY)
    moved = replace(first, key="in/moved", last_modified=first.last_modified + dt.timedelta(hours=1))
    spoiled = replace(
        sound,
        versions=[moved if version is first else version for version in sound.versions],
        rows=[
            row | {"object": row["object"] | {"key": "in/moved"}}
            if row["sk"].startswith("REVISION#") and row["object"]["versionId"] == first.version_id
            else row
            for row in sound.rows
        ],
        glimpses=[],
    )
    assert "is newer" in "\n".join(violations(spoiled))


def test_a_dead_letter_is_an_outcome(sound: Evidence) -> None:
    """Of a version that has no other."""
    lost = without(sound, "VERSION#")
    assert any("is lost" in said for said in violations(lost))
    (missing,) = {version.id for version in sound.versions} - {
        (row["object"]["bucket"], row["object"]["key"], row["object"]["versionId"])
        for row in lost.rows
        if "kind" in row
    }
    dead = replace(lost, dead_letters=[Message(json.dumps(s3_event(ObjectVersion(*missing))))])
    assert not any("is lost" in said for said in violations(dead))
