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


def test_a_duplicate_does_not_change_the_children_that_indexes_find(world: World) -> None:
    """Without a date of its own a filing is found by the day of its upload: the first one's, for ever."""
    world.lower_limits()
    world.upload(KEY, UNDATED)
    world.drain()
    world.upload(OTHER_KEY, UNDATED)
    world.drain()
    world.sweep()
    world.assert_invariants()
