"""A backlog with copies, revisions, poison, faults and a large 13F drains, and nothing is lost.

How flat and how fast it is, is measured by `make load` alone: a busy machine would make a test of it fail by chance.
"""

from __future__ import annotations

import pytest

from tests.load.figures import Figures
from tests.load.run import Plan, run


def test_a_backlog_drains_and_nothing_is_lost():
    done = run(Plan(uploads=150, rows=600, handlers=2, faults=0.02, seconds=240), lambda said: None)

    assert not done.violations
    assert done.dead_letters + sum(done.outcomes.values()) >= 151
    assert {"CREATED", "UPDATED", "DUPLICATE", "REJECTED"} <= done.outcomes.keys()
    assert Figures(done).faults > 0
    assert Figures(done).went_back > 0


@pytest.mark.nightly
def test_ten_thousand_uploads_keep_every_promise():
    figures = Figures(run(Plan(uploads=10_000, rows=20_000, handlers=4), print))

    assert [promise for promise, kept in figures.promises.items() if not kept] == []
