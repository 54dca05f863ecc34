"""The figures of a run, from batches that were made up; and each promise broken once."""

from dataclasses import replace

import pytest

from tests.load.figures import Figures
from tests.load.handler_process import Invoked
from tests.load.page import page
from tests.load.run import Plan, Run


def batch(process, began, seconds, *, large=False, cpu=0.1, resident=100_000_000):
    return Invoked(process, began, began + seconds, cpu, 10, 0, 0, large, resident)


def a_run(invocations):
    invocations = sorted(invocations, key=lambda one: one.ended)
    plan = Plan(uploads=400, rows=20_000, handlers=2)
    return Run(plan, {"filing": 400}, 400, {"CREATED": 400}, 0, invocations, 1.0, 20.0, [])


LARGE = batch(0, 4.0, 8.0, large=True, cpu=3)
FIRST = [batch(0, float(second), 1.0) for second in (0, 1, 2, 3, *range(12, 20))]
SECOND = [batch(1, float(second), 1.0) for second in range(20)]
GOOD = a_run([*FIRST, LARGE, *SECOND])


def test_every_promise_holds_of_a_good_run():
    assert all(Figures(GOOD).promises.values())


def test_the_13f_is_measured_by_what_the_other_handler_does_meanwhile():
    large = Figures(GOOD).large
    assert (large.seconds, large.companions, large.meanwhile, large.slowest) == (8.0, 9, 80, 1.0)


def waiting(one):
    """The other handler's batch waits while the 13F is read."""
    return replace(one, ended=12.0) if one.process == 1 and one.began == 5 else one


def slower(one):
    return replace(one, cpu=one.cpu * (1.5 if one.began >= 15 else 1))


def growing(one):
    return replace(one, resident=int(one.resident * (1 + one.began / 100)))


BROKEN = {
    "nothing is lost: the six invariants hold": replace(GOOD, violations=["invariant 1: it is lost"]),
    "time for a message stays flat": a_run(map(slower, GOOD.invocations)),
    "memory does not grow": a_run(map(growing, GOOD.invocations)),
    "the 13F does not hold up the others": a_run(map(waiting, GOOD.invocations)),
}


@pytest.mark.parametrize("promise", BROKEN)
def test_a_promise_that_did_not_hold_is_told_and_no_other(promise):
    figures = Figures(BROKEN[promise])
    assert [name for name, kept in figures.promises.items() if not kept] == [promise]
    assert page(figures, "2026-01-02", "2 cores").count("✗") == 1


def test_the_page_has_its_figures():
    told = page(Figures(GOOD), "2026-01-02", "2 cores, Linux")
    assert "on 2026-01-02: 2 cores, Linux" in told
    assert "| CPU for a message | first tenth 10.0 ms, last tenth 10.0 ms |" in told
    assert "8.0 s for its batch, in which 9 other messages waited; the other handlers did 80 messages" in told
    assert "100 → 100; 100 → 100" in told
