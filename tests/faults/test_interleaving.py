"""Two handlers in each other's way: in every order of their calls to the table, and with a crash besides.

Orders of all their calls are drawn, the same ones each time; `pytest -m nightly` takes every one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from local.events import ObjectVersion, s3_event, sqs_event
from local.poller import Invocation, failed_messages, invoke
from local.strict import Call, StrictAws
from tests.faults.deliveries import KEY, OTHER_KEY
from tests.faults.interleaving import Actors, Schedules, crash_at, drawn
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


SETTINGS: Sequence[Setting] = (
    the_same_event,
    two_versions,
    two_more_versions,
    two_versions_in_batches,
    the_same_content_at_two_keys,
    the_same_undated_content_at_two_keys_in_batches,
    no_filing,
    redelivery_and_sweeper,
)
SMALL: Sequence[Setting] = (the_same_event, two_versions, no_filing)
MANY_CALLS: Sequence[Setting] = (two_versions_in_batches, the_same_undated_content_at_two_keys_in_batches)


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


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.__name__)
def test_in_some_orders_with_a_crash(world: World, setting: Setting) -> None:
    for seed, actor, number in crashes(6):
        assert_all_holds_after(world, setting, Actors(world.cloud.aws, drawn(seed), crash_at(actor, number)))


@pytest.mark.nightly
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.__name__)
def test_in_many_orders_with_a_crash(world: World, setting: Setting) -> None:
    for seed, actor, number in crashes(500):
        assert_all_holds_after(world, setting, Actors(world.cloud.aws, drawn(seed), crash_at(actor, number)))


@pytest.mark.nightly
@pytest.mark.parametrize("setting", SMALL, ids=lambda setting: setting.__name__)
def test_in_every_order_of_all_their_calls(world: World, setting: Setting) -> None:
    assert_all_holds_in_every_order(world, setting, lambda call: True)


def assert_all_holds_in_every_order(world: World, setting: Setting, stops_at: Callable[[Call], bool]) -> None:
    orders = set()
    for choose in Schedules():
        actors = Actors(world.cloud.aws, choose, stops_at=stops_at)
        assert_all_holds_after(world, setting, actors)
        orders.add("".join(actors.turns))
    assert len(orders) > 5


def crashes(count: int) -> Iterator[tuple[int, str, int]]:
    """Seeds, each with who crashes, and before which of its calls (it may have fewer)."""
    for seed in range(1000, 1000 + count):
        dice = random.Random(-seed)
        yield seed, dice.choice("AB"), dice.randint(1, 7)


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
