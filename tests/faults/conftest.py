"""A world for each test: one cloud for a module, emptied between its tests."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.faults.world import World, open_world


@pytest.fixture(scope="module")
def opened_world() -> Iterator[World]:
    with open_world() as world:
        gc.freeze()  # what pytest and moto hold is not gone through again and again: a fifth of the time
        yield world
        gc.unfreeze()


@pytest.fixture
def world(opened_world: World) -> World:
    opened_world.empty()
    return opened_world
