"""A world for each test: one cloud for a module, emptied between its tests. And what runs at night only."""

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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is marked `nightly` runs when it is asked for: `pytest -m nightly`, or any -m that names it.

    Not by `-m "not nightly"` in addopts: a -m on the command line, for `sam` say, would take its place.
    """
    if "nightly" not in config.option.markexpr:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("nightly")])
        items[:] = [item for item in items if not item.get_closest_marker("nightly")]
