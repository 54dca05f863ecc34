"""Whatever the order in which events come: the newest revision stands, and what is committed stays as it is."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.faults.deliveries import KEY, OTHER_KEY
from tests.faults.uploads import FIRST, SECOND, THIRD, UNDATED
from tests.faults.world import World


@pytest.mark.parametrize(
    ("keys", "seconds"),
    [
        pytest.param((KEY, KEY, KEY), 0, id="one key, within a second"),
        pytest.param((KEY, OTHER_KEY, KEY), 0, id="two keys, within a second"),
        pytest.param((KEY, OTHER_KEY, KEY), 1, id="two keys, a second apart"),
        pytest.param((KEY, OTHER_KEY, "in/third.txt"), 1, id="three keys, a second apart"),
    ],
)
def test_the_newest_stands_in_whatever_order_the_events_come(
    world: World, keys: tuple[str, str, str], seconds: int
) -> None:
    for order in permutations(range(3)):
        world.empty()
        with world.clock.stopped():
            versions = []
            for key, body in zip(keys, (FIRST, SECOND, THIRD), strict=True):
                versions.append(world.upload(key, body, notify=False))
                world.clock.forward(seconds=seconds)
        world.send(*[versions[place] for place in order])
        world.drain()
        world.sweep()
        world.assert_invariants()


@pytest.mark.parametrize(
    "sequencers",
    [
        pytest.param(("0055AED6", "0055AED600000001", "0055AED7"), id="of different lengths"),
        pytest.param(("00aa", "00AB", "00ac"), id="in either case"),
        pytest.param((None, None, None), id="not told"),
        pytest.param(("0055AED6", None, "0055AED7"), id="not told by one"),
    ],
)
def test_the_newest_stands_whatever_the_sequencers_look_like(
    world: World, sequencers: tuple[str | None, str | None, str | None]
) -> None:
    for order in permutations(range(3)):
        world.empty()
        versions = [
            world.upload(KEY, body, notify=False, sequencer=sequencer)
            for sequencer, body in zip(sequencers, (FIRST, SECOND, THIRD), strict=True)
        ]
        world.send(*[versions[place] for place in order])
        world.drain()
        world.sweep()
        world.assert_invariants()
        assert world.standing() == versions[2].version_id


def test_the_same_sequencer_twice_is_the_same_version(world: World) -> None:
    """Its event came again, with whatever else between."""
    first = world.upload(KEY, FIRST)
    world.drain()
    second = world.upload(KEY, SECOND)
    world.send(first, second, first)
    world.drain()
    world.sweep()
    world.assert_invariants()
    assert world.standing() == second.version_id


def test_a_duplicate_does_not_change_the_children_that_indexes_find(world: World) -> None:
    """Without a date of its own a filing is found by the day of its upload: the first one's, for ever."""
    world.lower_limits()
    world.upload(KEY, UNDATED)
    world.drain()
    world.upload(OTHER_KEY, UNDATED)
    world.drain()
    world.sweep()
    world.assert_invariants()
