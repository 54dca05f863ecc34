"""The page that the benchmark writes: each figure in its place, and a broken promise shown as one."""

import datetime as dt
from dataclasses import replace

import pytest

from benchmarks.aws_calls import Calls
from benchmarks.cold_start import ColdStart
from benchmarks.corpus import CorpusSpeed, SizeClass
from benchmarks.large_upload import LargeUpload
from benchmarks.parsing import ParseSpeed
from benchmarks.report import report
from benchmarks.targets import Measured, verdicts
from benchmarks.timing import Timing

DAY = dt.date(2026, 1, 2)


def start(cpu_ms):
    return ColdStart("import", cpu_ms, 30e6, 9)


MEASURED = Measured(
    parsing=[
        ParseSpeed("a small one", 5_000, Timing(1.0, 1.5), Timing(0.5, 0.6), 400),
        ParseSpeed("a page", 30_000, Timing(3.3, 3.5), Timing(0.2, 0.25), 400),
    ],
    large=ParseSpeed("a large one", 200_000_000, Timing(210, 560), Timing(4_700, 5_000), 3),
    corpus=CorpusSpeed([SizeClass(10_000, 25_000, 22, 2.59, 0.08, 6.1, 16)], 1),
    cold_start={
        "app": start(157),
        "app-without-bytecode": start(332),
        "app-and-8k": start(220),
        "sdk": start(246),
        "whole": start(343),
    },
    calls=[Calls("fresh", ("s3.GetObject", "sns.Publish", "sns.Publish", "dynamodb.UpdateItem"))],
    upload=LargeUpload(209_500_838, 417, 65_900_000, 80_600_000, 0.92, 1.93),
)


def page(measured=MEASURED):
    return report(measured, DAY, "2 cores, Linux")


def test_every_figure_is_in_its_row():
    rows = page().splitlines()
    assert "| a page | 30 | 3.30 | 3.50 | 9.1 | 0.20 | 150.0 | 16.5 | 400 |" in rows
    assert "| a large one | 200,000 | 210 | 560 | 952.4 | 4,700 | 42.6 | 0.0 | 3 |" in rows
    assert "| 10 to 25 | 22 | 2.59 | 0.08 | 6.1 | 16 of 22 |" in rows
    assert "| fresh | 4 | GetObject, Publish × 2, UpdateItem |" in rows
    assert "| import | 332 | 30 |" in rows


def test_the_page_says_when_and_on_what():
    assert "on 2026-01-02: 2 cores, Linux" in page()


def test_without_a_corpus_there_is_no_word_of_it():
    assert "real 8-Ks" not in page(replace(MEASURED, corpus=None))


def test_promises_kept_are_ticked():
    assert all(verdict.kept for verdict in verdicts(MEASURED))
    assert "| parse of an 8-K of 30 KB, CPU | 2 × lexbor + 3 ms = 3.40 ms | 3.30 ms | ✓ |" in page()


SLOW_PAGE = ParseSpeed("a page", 30_000, Timing(3.5, 3.5), Timing(0.2, 0.25), 400)
BROKEN = {
    "parse": replace(MEASURED, parsing=[SLOW_PAGE]),
    "import": replace(MEASURED, cold_start=MEASURED.cold_start | {"app": start(250)}),
    "calls": replace(MEASURED, calls=[Calls("fresh", ("s3.GetObject",) * 7)]),
    "real": replace(MEASURED, corpus=CorpusSpeed([SizeClass(25_000, 35_000, 12, 2.9, 0.1, 6.1, 11)], 0)),
    "memory": replace(MEASURED, upload=replace(MEASURED.upload, peak=300_000_000)),
}


@pytest.mark.parametrize("promise", BROKEN)
def test_a_promise_that_was_not_kept_is_marked_and_no_other(promise):
    told = list(verdicts(BROKEN[promise]))
    first_word = {"calls": "AWS", "real": "the"}.get(promise, promise)
    assert [verdict.what.split()[0] for verdict in told if not verdict.kept] == [first_word]
    assert page(BROKEN[promise]).count("✗ missed") == 1


def test_every_table_has_as_many_cells_in_each_row():
    tables = [block.splitlines() for block in page().split("\n\n") if block.startswith("|")]
    assert len(tables) == 5
    for table in tables:
        assert len({line.count("|") for line in table}) == 1
