"""A fault at each call of the sweeper: the next run repairs it, with no message left anywhere."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from local.events import s3_event
from local.faults import Fault
from local.strict import Call
from tests.faults.deliveries import KEY, left_pending, no_filing, one_event, undisturbed_calls, undisturbed_sweep
from tests.faults.strikes import FAULTS, does_the_same
from tests.faults.uploads import FIRST, NO_FILING
from tests.faults.world import World


def commit_among(calls: Sequence[Call]) -> int:
    """The number of the call that commits."""
    return next(number for number, call in enumerate(calls, 1) if call.operation in ("TransactWriteItems", "PutItem"))


CASES = [
    pytest.param(
        number,
        call.name,
        fault,
        id=f"{number}.{call.operation}-{fault.name}",
        marks=[pytest.mark.nightly] if does_the_same(call.operation, fault) else [],
    )
    for number, call in enumerate(undisturbed_sweep(), 1)
    for fault in FAULTS
]


def test_the_calls_that_are_struck_are_those_of_a_sweep() -> None:
    filing, rejection = ["GetItem", "Publish", "Publish", "UpdateItem"], ["GetItem", "Publish", "UpdateItem"]
    assert [call.operation for call in undisturbed_sweep()] == ["Query", *filing, *rejection]


def test_what_has_no_message_any_more_is_announced_by_one_sweep(world: World) -> None:
    left_pending(world)
    assert len(world.pending()) == 2
    assert world.sweep().response == {"announced": 2}
    world.assert_invariants()


AFTER_THE_COMMIT = [
    pytest.param(body, number, fault, id=f"{delivery.__name__}-{number}.{call.operation}-{fault.name}")
    for delivery, body in ((one_event, FIRST), (no_filing, NO_FILING))
    for calls in (undisturbed_calls()[delivery],)
    for number, call in enumerate(calls, 1)
    for fault in (Fault.CRASH_BEFORE, Fault.LOST_RESPONSE)
    if number + (fault is Fault.LOST_RESPONSE) > commit_among(calls)
]


@pytest.mark.parametrize(("body", "number", "fault"), AFTER_THE_COMMIT)
def test_what_a_handler_left_at_any_call_after_its_commit_is_finished_without_its_message(
    world: World, body: bytes, number: int, fault: Fault
) -> None:
    version = world.upload(KEY, body, notify=False)
    struck = world.cloud.aws.inject(fault, at=number)
    assert world.process(s3_event(version)).error is not None
    assert struck.happened
    assert world.sweep().error is None
    world.assert_invariants()


@pytest.mark.parametrize(("number", "name", "fault"), CASES)
def test_a_fault_at_a_call_of_the_sweeper_is_repaired_by_its_next_run(
    world: World, number: int, name: str, fault: Fault
) -> None:
    left_pending(world)
    struck = world.cloud.aws.inject(fault, at=number)
    assert world.sweep().error is not None
    assert struck.happened
    assert world.calls[number - 1].name == name
    assert world.sweep().error is None
    world.assert_invariants()
