"""The layer ships what the tests run with: shared/requirements.txt, from which it is built and this environment too."""

import re
from importlib.metadata import version

import pytest

from local.lock import FOLDER, pins

LOCKED = (FOLDER / "requirements.txt").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCKED, re.MULTILINE))


@pytest.mark.parametrize("name", PINNED)
def test_what_the_layer_ships_is_what_the_tests_run_with(name):
    assert version(name) == PINNED[name], "another is installed: `make lock`, or `make clean` for the pinned one"


def test_all_that_the_layer_needs_is_pinned_and_nothing_else():
    assert pins().keys() == PINNED.keys()


def test_every_pin_has_the_hashes_of_its_wheels():
    """One for a wheel in plain Python, two for one that is compiled for each processor."""
    blocks = re.split(r"\n(?=[a-z])", LOCKED.split("\n", 1)[1])
    hashes = {block.partition("==")[0]: re.findall(r"--hash=sha256:[0-9a-f]{64}\b", block) for block in blocks}
    compiled = {"lxml", "pydantic-core"}
    assert {name: len(found) for name, found in hashes.items()} == {n: 1 + (n in compiled) for n in PINNED}


def test_the_layer_is_built_from_the_pins_and_their_hashes_alone():
    makefile = (FOLDER / "Makefile").read_text(encoding="utf-8")
    (command,) = re.findall(r"-m pip install(?:\\\n|[^\n])*", makefile)
    assert "--requirement requirements.txt" in command
    assert "--require-hashes" in command
    assert "--only-binary=:all:" in command
