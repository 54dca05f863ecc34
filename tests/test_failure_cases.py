"""docs/failure-cases.md: all twenty cases are there, and each test that it names."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/failure-cases.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
CASES = {int(number): re.findall(r"`([^`]+)`", tests) for number, _, _, tests in ROW.findall(PAGE)}


@cache
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_all_twenty_cases_are_there() -> None:
    assert list(CASES) == list(range(1, 21))


@pytest.mark.parametrize("number", CASES)
def test_every_case_names_tests_that_exist(number: int) -> None:
    assert CASES[number]
    for named in CASES[number]:
        path, _, test = named.partition("::")
        assert test.startswith("test_")
        assert test in functions_of(path), named


def test_the_histories_are_as_many_as_it_says() -> None:
    from tests.faults.test_histories import MANY, SAMPLE

    assert f"| {SAMPLE.max_examples} | {MANY.max_examples} |" in PAGE
