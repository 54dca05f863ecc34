"""Options and fixtures that more than one test module needs.

`cloud` is the AWS of a test: every resource of template.yaml, fresh, in moto, with the strict layer over it
(about 0.1 s). The environment is that of ProcessFiling, and what functions have cached is forgotten.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from local.cloud import LocalCloud


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="rewrite expected.json and error.json of the cases")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is marked `nightly` runs when it is asked for: `pytest -m nightly`, or any -m that names it.

    Not by `-m "not nightly"` in addopts: a -m on the command line, for `sam` say, would take its place.
    """
    if "nightly" not in config.option.markexpr:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("nightly")])
        items[:] = [item for item in items if not item.get_closest_marker("nightly")]


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-expected"))


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalCloud]:
    from local.cloud import LocalCloud

    forget_what_functions_cached()
    with LocalCloud.from_template() as fresh:
        for name, value in fresh.environment("ProcessFiling").items():
            monkeypatch.setenv(name, value)
        fresh.purge("InboxQueue")  # of S3's test event, as if the deployment were long ago
        yield fresh
    forget_what_functions_cached()


def forget_what_functions_cached() -> None:
    """Clear every `functools.cache` in the functions and of the clients: they belong to an AWS that is gone.

    The logger's stays: Powertools cannot make the same logger twice.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("functions.") or name == "filings.aws.clients":
            for cached in list(vars(module).values()):
                if hasattr(cached, "cache_clear"):
                    cached.cache_clear()
