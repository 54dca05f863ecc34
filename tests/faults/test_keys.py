"""Whatever an object is called, it is one upload, and a log line stays one line."""

from __future__ import annotations

import json

import pytest

from tests.faults.uploads import FIRST, NO_FILING
from tests.faults.world import World

KEYS = {
    "dots": "in/../../etc/passwd",
    "plus": "in/a+b.txt",
    "plus encoded": "in/a%2Bb%20c.txt",
    "line break": "in/a\nb\r\n{}.txt",
    "backwards": "in/\u202etxt.8k",
    "longest": "é" * 512,
    "quotes": "in/\"a'<b>&\\.txt",
    "blank": " ",
}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_of_any_look_is_one_upload_and_one_line(world: World, name: str) -> None:
    world.upload(KEYS[name], FIRST)
    world.upload(KEYS[name], NO_FILING)
    assert world.drain().errors == []
    world.sweep()
    world.assert_invariants()
    lines = [json.loads(line) for line in world.log.getvalue().splitlines()]
    assert [line["object_key"] for line in lines if line.get("message") == "upload processed"] == [KEYS[name]] * 2
    assert world.dead_letters() == []
