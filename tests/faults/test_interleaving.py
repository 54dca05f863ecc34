"""Handlers and sweepers in each other's way: in every order of their calls to the table, and with a crash besides.

Orders of all their calls are drawn, the same ones each time; `make nightly` takes every one, with a crash at each call.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

import pytest

from local.events import ObjectVersion, s3_event, sqs_event
from local.poller import Invocation, failed_messages, invoke
from local.strict import Call, StrictAws
from tests.faults.deliveries import KEY, OTHER_KEY, left_pending
from tests.faults.interleaving import Actors, Crashing, Schedules, crash_at, crash_at_turn, drawn, in_order, no_crash
from tests.faults.uploads import FIRST, NO_FILING, SECOND, THIRD, UNDATED
from tests.faults.world import PROCESS, SWEEP, World

Setting = Callable[[World], Mapping[str, ObjectVersion | None]]
"""What happens before, and who meets then: handlers A and B with the version each is told of, S the sweeper."""


def the_same_event(world: World) -> Mapping[str, ObjectVersion | None]:
    version = world.upload(KEY, FIRST, notify=False)
    return {"A": version, "B": version}


def two_versions(world: World) -> Mapping[str, ObjectVersion | None]:
    return {"A": world.upload(KEY, FIRST, notify=False), "B": world.upload(KEY, SECOND, notify=False)}


def two_more_versions(world: World) -> Mapping[str, ObjectVersion | None]:
    """Both find a LATEST, and the same one."""
    world.upload(KEY, FIRST)
    world.drain()
    return {"A": world.upload(KEY, SECOND, notify=False), "B": world.upload(KEY, THIRD, notify=False)}


def two_versions_in_batches(world: World) -> Mapping[str, ObjectVersion | None]:
    world.lower_limits()
    return two_versions(world)


def the_same_content_at_two_keys(world: World) -> Mapping[str, ObjectVersion | None]:
    return {"A": world.upload(KEY, FIRST, notify=False), "B": world.upload(OTHER_KEY, FIRST, notify=False)}


def the_same_undated_content_at_two_keys_in_batches(world: World) -> Mapping[str, ObjectVersion | None]:
    """Its rows are found by the day of the upload, and these two have not the same."""
    world.lower_limits()
    first = world.upload(KEY, UNDATED, notify=False)
    world.clock.forward(minutes=24 * 60)
    return {"A": first, "B": world.upload(OTHER_KEY, UNDATED, notify=False)}


def no_filing(world: World) -> Mapping[str, ObjectVersion | None]:
    version = world.upload(KEY, NO_FILING, notify=False)
    return {"A": version, "B": version}


def redelivery_and_sweeper(world: World) -> Mapping[str, ObjectVersion | None]:
    """The handler crashed before it could announce, ten minutes ago; now its message comes back."""
    version = world.upload(KEY, FIRST, notify=False)
    crashed = Actors(world.cloud.aws, drawn(0), crash_at("A", 4))
    meet(world, crashed, {"A": version})
    assert world.pending()
    world.clock.forward(minutes=10)
    return {"A": version, "S": None}


def handler_and_hasty_sweeper(world: World) -> Mapping[str, ObjectVersion | None]:
    """The sweeper does not wait: it finds what the handler, still alive, is about to announce."""
    world.sweep_without_patience()
    return {"A": world.upload(KEY, FIRST, notify=False), "S": None}


def rejection_and_hasty_sweeper(world: World) -> Mapping[str, ObjectVersion | None]:
    world.sweep_without_patience()
    return {"A": world.upload(KEY, NO_FILING, notify=False), "S": None}


def two_sweepers(world: World) -> Mapping[str, ObjectVersion | None]:
    left_pending(world)
    world.clock.forward(minutes=10)
    return {"S": None, "T": None}


def two_handlers_and_hasty_sweeper(world: World) -> Mapping[str, ObjectVersion | None]:
    world.sweep_without_patience()
    return {**two_versions(world), "S": None}


SETTINGS: Sequence[Setting] = (
    the_same_event,
    two_versions,
    two_more_versions,
    two_versions_in_batches,
    the_same_content_at_two_keys,
    the_same_undated_content_at_two_keys_in_batches,
    no_filing,
    redelivery_and_sweeper,
    handler_and_hasty_sweeper,
    rejection_and_hasty_sweeper,
    two_sweepers,
    two_handlers_and_hasty_sweeper,
)
SMALL: Sequence[Setting] = (
    the_same_event,
    two_versions,
    no_filing,
    redelivery_and_sweeper,
    handler_and_hasty_sweeper,
    rejection_and_hasty_sweeper,
)
MANY_CALLS: Sequence[Setting] = (
    two_versions_in_batches,
    the_same_undated_content_at_two_keys_in_batches,
    two_sweepers,
    two_handlers_and_hasty_sweeper,
)


def meet(world: World, actors: Actors, told: Mapping[str, ObjectVersion | None]) -> list[ObjectVersion]:
    """Let handlers and sweeper run; the versions whose messages go back to the queue."""
    ended: dict[str, Invocation] = {}

    def actor(name: str, version: ObjectVersion | None) -> None:
        function, (handler,) = (
            ("SweepPending", SWEEP.values()) if version is None else ("ProcessFiling", PROCESS.values())
        )
        event = sqs_event([s3_event(version)]) if version else {}
        ended[name] = invoke(world.cloud.functions[function], handler, event)

    with world.logged():
        actors.run({name: lambda name=name, version=version: actor(name, version) for name, version in told.items()})
    (source,) = world.cloud.event_sources
    failed = [name for name, run in ended.items() if failed_messages(source, run.message_ids, run)]
    return [version for name in failed if (version := told[name])]


def assert_all_holds_after(world: World, setting: Setting, actors: Actors) -> None:
    """Who fails comes again: a handler's message is redelivered, the sweeper has its next run."""
    world.empty()
    told = setting(world)
    world.calls.clear()
    world.send(*meet(world, actors, told))
    try:
        world.drain()
        assert world.pending() == []
        world.sweep()
        world.assert_invariants()
    except AssertionError as error:
        raise AssertionError(f"{setting.__name__}, in the order {''.join(actors.turns)}: {error}") from error


def is_of_the_table(call: Call) -> bool:
    return call.service == "dynamodb"


@pytest.mark.parametrize(
    "setting",
    [pytest.param(setting, marks=[pytest.mark.nightly] if setting in MANY_CALLS else []) for setting in SETTINGS],
    ids=lambda setting: setting.__name__,
)
def test_in_every_order_of_their_calls_to_the_table(world: World, setting: Setting) -> None:
    """Handlers meet in the table only: versions in S3 and in the archive do not change, and SNS is not read."""
    assert_all_holds_in_every_order(world, setting, is_of_the_table)


def test_who_looked_before_the_commit_of_another_and_writes_after_it_changes_nothing(world: World) -> None:
    """B has read, archived, and found that nobody has committed this content. Then A does all, and then B goes on."""
    actors = Actors(world.cloud.aws, in_order("BBB"))
    assert_all_holds_after(world, the_same_undated_content_at_two_keys_in_batches, actors)
    assert "".join(actors.turns).startswith("BBBAAAAA")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.__name__)
def test_in_some_orders_with_a_crash(world: World, setting: Setting) -> None:
    for seed in range(1000, 1006):
        assert_all_holds_after_a_crash(world, setting, seed)


@pytest.mark.nightly
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.__name__)
def test_in_many_orders_with_a_crash(world: World, setting: Setting) -> None:
    for seed in range(2000, 2300):
        assert_all_holds_after_a_crash(world, setting, seed)


def assert_all_holds_after_a_crash(world: World, setting: Setting, seed: int) -> None:
    """In an order that is drawn; who has the nth turn ends there."""
    crash = crash_at_turn(random.Random(-seed).randint(1, 12))
    assert_all_holds_after(world, setting, Actors(world.cloud.aws, drawn(seed), crash))


@pytest.mark.nightly
@pytest.mark.parametrize("setting", SMALL, ids=lambda setting: setting.__name__)
def test_in_every_order_of_all_their_calls(world: World, setting: Setting) -> None:
    assert_all_holds_in_every_order(world, setting, lambda call: True)


@pytest.mark.nightly
@pytest.mark.parametrize("setting", SMALL, ids=lambda setting: setting.__name__)
def test_in_every_order_of_their_calls_with_a_crash_at_each(world: World, setting: Setting) -> None:
    """Where they meet, in the table and the topics; what a process did to S3 before it ended is there anyway."""
    for actor in ("A", "B", "S"):
        for number in range(1, 7):
            crash = crash_at(actor, number)
            assert_all_holds_in_every_order(world, setting, lambda call: call.service != "s3", crash)


def assert_all_holds_in_every_order(
    world: World, setting: Setting, stops_at: Callable[[Call], bool], crash: Crashing | None = None
) -> None:
    orders = set()
    for choose in Schedules():
        actors = Actors(world.cloud.aws, choose, crash or no_crash, stops_at=stops_at)
        assert_all_holds_after(world, setting, actors)
        orders.add("".join(actors.turns))
    assert len(orders) >= 5 or crash


def test_the_schedules_are_all_orders_and_each_once() -> None:
    """Two actors with three calls each, and a third with one: 7! / (3! 3! 1!) orders."""
    aws = StrictAws()
    seen = []

    def call(times: int) -> None:
        for _ in range(times):
            for hook in aws.before:
                hook(Call("none", "Nothing", {}))

    for choose in Schedules():
        actors = Actors(aws, choose)
        actors.run({"A": lambda: call(3), "B": lambda: call(3), "C": lambda: call(1)})
        seen.append("".join(actors.turns))
    assert len(seen) == len(set(seen)) == 140
