"""The ways in which uploads and their events can reach the queue. Each is a function of a `World`.

What calls a delivery leads to is not written down anywhere: `undisturbed_calls` runs it and looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from local.events import s3_event
from local.faults import Crash, Fault
from local.strict import Call
from tests.faults.uploads import A_13F, FIRST, LARGE, LARGE_CHANGED, LONG_13F, NO_FILING, SECOND
from tests.faults.world import World, open_world

Delivery = Callable[[World], None]
KEY, OTHER_KEY = "in/a b+c é.txt", "in/other.txt"


def one_event(world: World) -> None:
    world.upload(KEY, FIRST)


def the_same_event_twice(world: World) -> None:
    world.send(world.upload(KEY, FIRST))


def two_versions(world: World) -> None:
    world.upload(KEY, FIRST)
    world.upload(KEY, SECOND)


def two_versions_reversed(world: World) -> None:
    first, second = world.upload(KEY, FIRST, notify=False), world.upload(KEY, SECOND, notify=False)
    world.send(second, first)


def two_keys_with_the_same_content(world: World) -> None:
    world.upload(KEY, FIRST)
    world.upload(OTHER_KEY, FIRST)


def two_keys_of_one_accession_number(world: World) -> None:
    world.upload(KEY, FIRST)
    world.upload(OTHER_KEY, SECOND)


def two_keys_of_one_accession_number_reversed(world: World) -> None:
    first, second = world.upload(KEY, FIRST, notify=False), world.upload(OTHER_KEY, SECOND, notify=False)
    world.send(second, first)


def a_large_filing(world: World) -> None:
    world.upload(KEY, LARGE)


def two_large_versions(world: World) -> None:
    world.upload(KEY, LARGE)
    world.upload(KEY, LARGE_CHANGED)


def two_large_versions_reversed(world: World) -> None:
    first, second = world.upload(KEY, LARGE, notify=False), world.upload(KEY, LARGE_CHANGED, notify=False)
    world.send(second, first)


def two_versions_in_batches(world: World) -> None:
    """As if they were large. moto takes half a second for two that are; this is a fifth of it."""
    world.lower_limits()
    two_versions(world)


def a_13f(world: World) -> None:
    """As if it had thousands of rows: its children are written side by side, and a second try goes on where it was."""
    world.lower_limits(MAX_ACTIONS=6, MAX_BATCH=5, FEW=10)
    world.upload(KEY, A_13F)


def a_13f_of_thousands_of_rows(world: World) -> None:
    world.upload(KEY, LONG_13F)


def no_filing(world: World) -> None:
    world.upload(KEY, NO_FILING)


def no_filing_twice(world: World) -> None:
    world.send(world.upload(KEY, NO_FILING))


def left_pending(world: World) -> None:
    """A filing and a rejection whose handlers crashed before they could announce, and whose messages are gone."""
    for key, body in ((KEY, FIRST), (OTHER_KEY, NO_FILING)):
        version = world.upload(key, body, notify=False)
        world.cloud.aws.inject(Fault.CRASH_BEFORE, at="sns.Publish")
        assert isinstance(world.process(s3_event(version)).error, Crash)
    world.calls.clear()


DELIVERIES: tuple[Delivery, ...] = (
    one_event,
    the_same_event_twice,
    two_versions,
    two_versions_reversed,
    two_keys_with_the_same_content,
    two_keys_of_one_accession_number,
    a_large_filing,
    two_versions_in_batches,
    a_13f,
    no_filing,
    no_filing_twice,
)
TOO_SLOW_FOR_EVERY_FAULT: tuple[Delivery, ...] = (
    two_keys_of_one_accession_number_reversed,
    two_large_versions,
    two_large_versions_reversed,
    a_13f_of_thousands_of_rows,
)


@cache
def undisturbed_calls() -> Mapping[Delivery, Sequence[Call]]:
    """What each delivery makes ProcessFiling call when nothing goes wrong."""
    with open_world() as world:
        return {delivery: _calls(world, delivery) for delivery in DELIVERIES}


@cache
def undisturbed_sweep() -> Sequence[Call]:
    """What SweepPending calls after `left_pending`."""
    with open_world() as world:
        left_pending(world)
        world.sweep()
        return tuple(world.calls)


def _calls(world: World, delivery: Delivery) -> Sequence[Call]:
    world.empty()
    delivery(world)
    world.drain()
    return tuple(world.calls)
