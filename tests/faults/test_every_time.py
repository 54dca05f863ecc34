"""A call that fails every time: the message ends in the dead-letter queue, and the sweeper announces what is committed.

Then the cause is gone, an operator sends the dead letters back, and everything has its outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from local.events import s3_event
from local.faults import Fault
from local.strict import Call
from tests.faults.deliveries import KEY, Delivery, undisturbed_calls
from tests.faults.strikes import FAULTS, does_the_same
from tests.faults.uploads import SECOND, SECOND_SENTENCE, SIGNER, STREET
from tests.faults.world import World

Target = tuple[str, str]


def target_of(call: Call) -> Target:
    """The operation, and what it was for: Publish to one topic is not Publish to another."""
    given = call.parameters
    return call.name, given.get("TopicArn") or given.get("Bucket") or given.get("TableName") or ""


def name_of(target: Target) -> str:
    operation, resource = target[0].split(".")[1], target[1].rsplit(":", 1)[-1]
    return f"{operation}.{resource}".strip(".")


def first_with_each_target() -> dict[tuple[Target, bool], Delivery]:
    """Each kind of call, and the first delivery that leads to it; a rejection's calls apart from a filing's."""
    found: dict[tuple[Target, bool], Delivery] = {}
    for delivery, calls in undisturbed_calls().items():
        for call in calls:
            found.setdefault((target_of(call), "no_filing" in delivery.__name__), delivery)
    return found


CASES = [
    pytest.param(
        delivery,
        target,
        fault,
        id=f"{delivery.__name__}-{name_of(target)}-{fault.name}",
        marks=[pytest.mark.nightly] if does_the_same(target[0].split(".")[1], fault) else [],
    )
    for (target, _), delivery in first_with_each_target().items()
    for fault in (*FAULTS, *([Fault.UNPROCESSED] if target[0] == "dynamodb.BatchWriteItem" else []))
]


@contextmanager
def always(world: World, target: Target, fault: Fault) -> Iterator[list[Call]]:
    """While this lasts, each call of that kind is struck."""
    struck: list[Call] = []

    def strike(call: Call) -> None:
        if target_of(call) == target:
            struck.append(call)
            world.cloud.aws.inject(fault, at=call.name)

    world.cloud.aws.before.append(strike)
    yield struck
    world.cloud.aws.before.remove(strike)


def test_every_kind_of_call_fails_every_time_in_some_case() -> None:
    operations = {target[0] for target, _ in first_with_each_target()}
    assert operations == {
        "s3.GetObject",
        "s3.PutObject",
        "dynamodb.BatchWriteItem",
        "dynamodb.TransactWriteItems",
        "dynamodb.GetItem",
        "dynamodb.Query",
        "dynamodb.PutItem",
        "sns.Publish",
        "dynamodb.UpdateItem",
    }
    assert len([target for target, _ in first_with_each_target() if target[0] == "sns.Publish"]) == 3


@pytest.mark.parametrize(("delivery", "target", "fault"), CASES)
def test_what_fails_every_time_is_swept_and_can_be_sent_back(
    world: World, delivery: Delivery, target: Target, fault: Fault
) -> None:
    with always(world, target, fault) as struck:
        delivery(world)
        world.drain()
    assert struck
    world.sweep()
    world.assert_invariants()
    world.redrive()
    world.drain()
    assert world.pending() == []
    assert world.dead_letters() == []
    world.assert_invariants()


@pytest.mark.parametrize("name", ["dynamodb.TransactWriteItems", "sns.Publish"])
def test_an_error_that_quotes_the_filing_is_logged_without_its_words(world: World, name: str) -> None:
    """As pydantic's errors do, and DynamoDB's; in the handler, in the sweeper, and outside of SQS."""

    def quote(call: Call) -> None:
        if call.name == name:
            raise ValueError(f"{SECOND_SENTENCE} {SIGNER}, {STREET}")

    version = world.upload(KEY, SECOND)
    world.cloud.aws.before.append(quote)
    assert world.drain().failed
    assert world.process(s3_event(version)).error is not None
    world.sweep()
    assert "ValueError" in world.log.getvalue()
    world.cloud.aws.before.remove(quote)
    world.sweep()
    world.assert_invariants()
