"""Uploads read again by a newer parser: a fault at each call, and two handlers in each other's way."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import pytest

from local.events import ObjectVersion, s3_event, sqs_event
from local.faults import Fault
from local.poller import Invocation, failed_messages, invoke
from local.strict import Call
from tests.faults.deliveries import KEY, OTHER_KEY, left_pending
from tests.faults.interleaving import Actors, Schedules, drawn
from tests.faults.strikes import FAULTS, does_the_same
from tests.faults.uploads import FIRST, NO_FILING, SECOND
from tests.faults.world import PROCESS, World, open_world
from tests.upgrades import message_of_ours

Before = Callable[[World], None]
"""What is on record when the newer parser comes; all of it is read again."""


def a_filing(world: World) -> None:
    world.upload(KEY, FIRST)
    world.drain()


def two_revisions(world: World) -> None:
    world.upload(KEY, FIRST)
    world.upload(KEY, SECOND)
    world.drain()


def two_revisions_in_batches(world: World) -> None:
    world.lower_limits()
    two_revisions(world)


def a_duplicate_and_a_rejection(world: World) -> None:
    for key, body in ((KEY, FIRST), (OTHER_KEY, FIRST), ("in/none.txt", NO_FILING)):
        world.upload(key, body)
    world.drain()


RECORDS: Sequence[Before] = (
    a_filing,
    two_revisions,
    two_revisions_in_batches,
    a_duplicate_and_a_rejection,
    left_pending,
)
SMALL = {a_filing, left_pending}


def read_again(world: World, before: Before) -> None:
    """Put all that is on record into the queue, for the next parser."""
    before(world)
    world.upgrade()
    world.calls.clear()
    for version in world.uploads:
        world.cloud.send_message(message_of_ours(version))


@cache
def undisturbed_calls() -> Mapping[Before, Sequence[Call]]:
    """What each reading makes ProcessFiling call when nothing goes wrong."""
    with open_world() as world:
        return {before: _calls(world, before) for before in RECORDS}


def _calls(world: World, before: Before) -> Sequence[Call]:
    world.empty()
    read_again(world, before)
    world.drain()
    return tuple(world.calls)


CASES = [
    pytest.param(
        before,
        number,
        call.name,
        fault,
        id=f"{before.__name__}-{number:02}.{call.operation}-{fault.name}",
        marks=[pytest.mark.nightly] if before not in SMALL or does_the_same(call.operation, fault) else [],
    )
    for before, calls in undisturbed_calls().items()
    for number, call in enumerate(calls, 1)
    for fault in FAULTS
]


@pytest.mark.parametrize("before", RECORDS, ids=lambda before: before.__name__)
def test_what_is_read_again_is_a_revision_and_once_more_is_nothing(world: World, before: Before) -> None:
    read_again(world, before)
    assert world.drain().errors == []
    world.assert_invariants()
    world.calls.clear()
    for version in world.uploads:
        world.cloud.send_message(message_of_ours(version))
    world.drain()
    assert {call.operation for call in world.calls} == {"GetItem"}
    world.assert_invariants()


@pytest.mark.parametrize(("before", "number", "name", "fault"), CASES)
def test_a_fault_at_a_call_is_repaired_by_redelivery(
    world: World, before: Before, number: int, name: str, fault: Fault
) -> None:
    read_again(world, before)
    struck = world.cloud.aws.inject(fault, at=number)
    world.drain()
    assert struck.happened
    assert world.calls[number - 1].name == name
    assert world.pending() == []
    world.sweep()
    world.assert_invariants()


# -------------------------------------------------------------------- two handlers

Meeting = Callable[[World], Mapping[str, Mapping[str, Any]]]
"""What each handler is told, when a filing is on record and the parser is new."""


def message(version: ObjectVersion) -> Mapping[str, Any]:
    told: dict[str, Any] = json.loads(message_of_ours(version))
    return told


def the_same_reading_twice(world: World) -> Mapping[str, Mapping[str, Any]]:
    return {"A": message(world.uploads[0]), "B": message(world.uploads[0])}


def a_reading_and_a_newer_upload(world: World) -> Mapping[str, Mapping[str, Any]]:
    return {"A": message(world.uploads[0]), "B": s3_event(world.upload(KEY, SECOND, notify=False))}


def a_reading_and_its_upload_again(world: World) -> Mapping[str, Mapping[str, Any]]:
    return {"A": message(world.uploads[0]), "B": s3_event(world.uploads[0])}


MEETINGS: Sequence[Meeting] = (the_same_reading_twice, a_reading_and_a_newer_upload, a_reading_and_its_upload_again)


def meet(world: World, meeting: Meeting, choose: Callable[[Sequence[str]], str]) -> None:
    """Let two handlers run in that order, give back what failed, and see that all holds."""
    world.empty()
    a_filing(world)
    world.upgrade()
    told = meeting(world)
    ended: dict[str, Invocation] = {}
    (handler,) = PROCESS.values()

    def actor(name: str) -> None:
        ended[name] = invoke(world.cloud.functions["ProcessFiling"], handler, sqs_event([told[name]]))

    actors = Actors(world.cloud.aws, choose, stops_at=lambda call: call.service == "dynamodb")
    with world.logged():
        actors.run({name: lambda name=name: actor(name) for name in told})
    (source,) = world.cloud.event_sources
    for name, run in ended.items():
        if failed_messages(source, run.message_ids, run):
            world.cloud.send_message(told[name])
    world.drain()
    assert world.pending() == []
    world.sweep()
    world.assert_invariants()


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: meeting.__name__)
def test_in_some_orders_of_their_calls_to_the_table(world: World, meeting: Meeting) -> None:
    for seed in range(6):
        meet(world, meeting, drawn(seed))


@pytest.mark.nightly
@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: meeting.__name__)
def test_in_every_order_of_their_calls_to_the_table(world: World, meeting: Meeting) -> None:
    for choose in Schedules():
        meet(world, meeting, choose)
