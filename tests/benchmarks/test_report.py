"""The page that the benchmark writes: each figure in its place, and a broken promise shown as one."""

import datetime as dt
from dataclasses import replace

import pytest

from benchmarks.aws_calls import Calls
from benchmarks.cold_start import ColdStart
from benchmarks.corpus import CorpusSpeed, SizeClass
from benchmarks.large_parse import LargeParse
from benchmarks.large_upload import LargeUpload
from benchmarks.parsing import REPORT, ParseSpeed, XmlSpeed
from benchmarks.peers import Compared, Peer
from benchmarks.report import report
from benchmarks.targets import Measured, verdicts
from benchmarks.timing import Timing

DAY = dt.date(2026, 1, 2)


def start(cpu_ms):
    return ColdStart("import", cpu_ms, 30e6, 9)


def compared(what, ours, others, *, is_xml=False):
    parsers = {"filings": Peer("0.1.0", ours, 4)} | {name: Peer("9", *figures) for name, figures in others.items()}
    return Compared(what, 30_000, 4, is_xml, parsers, 41)


MEASURED = Measured(
    parsing=[
        ParseSpeed("a small one", 5_000, Timing(1.0, 1.5), Timing(0.5, 0.6), 400),
        ParseSpeed("a page", 30_000, Timing(3.3, 3.5), Timing(0.2, 0.25), 400),
    ],
    reports=[ParseSpeed("10-K, HTML", 2_500_000, Timing(60.0, 65.0), Timing(21.0, 21.5), 80, REPORT)],
    xml=[
        XmlSpeed("Form 4", 22_000, 12, Timing(1.8, 1.9), 400),
        XmlSpeed("13F-HR", 4_000_000, 7_500, Timing(150, 155), 20),
    ],
    large_parses=(
        LargeParse("a report", 20_000_000, 34_000_000, 180_000_000, 0.61),
        LargeParse("a 13F", 10_000_000, 34_000_000, 101_000_000, 0.25),
    ),
    peers=[
        compared("an 8-K", 3.0, {"edgartools": (60.0, 4), "datamule": (6.0, 4), "edgar-crawler": (33.0, 4)}),
        compared(
            "a Form 4", 2.0, {"edgartools": (9.0, 4), "datamule": (1.0, 3), "edgar-crawler": (1.0, 0)}, is_xml=True
        ),
    ],
    large=ParseSpeed("a large one", 200_000_000, Timing(210, 560), Timing(4_700, 5_000), 3),
    corpus=CorpusSpeed(
        [SizeClass(10_000, 25_000, 22, 2.59, 0.08, 6.1, 16)], [SizeClass(0, 500_000, 9, 12.4, 4.5, 20.1, 7)], 1
    ),
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
    assert "| 10-K, HTML | 2,500 | 60.00 | 65.00 | 41.7 | 21.00 | 119.0 | 2.9 | 80 |" in rows
    assert "| 13F-HR | 4,000 | 150 | 155 | 20 | 20 |" in rows
    assert "| 8-K | 10 to 25 | 2.59 | 0.08 | 6.1 | 16 of 22 |" in rows
    assert "| 10-K, 10-Q | 0 to 500 | 12.40 | 4.50 | 20.1 | 7 of 9 |" in rows
    assert "| an 8-K | 3.00 | 60.00 (20.0) | 6.00 (2.0) | 33.00 (11.0) | 41 |" in rows
    assert "| fresh | 4 | GetObject, Publish × 2, UpdateItem |" in rows
    assert "| import | 332 | 30 |" in rows
    assert "| a 13F | 10 | 101 | 34 | 0.2 |" in rows


def test_the_page_says_when_and_on_what():
    assert "on 2026-01-02: 2 cores, Linux" in page()


def test_a_peer_that_missed_something_or_all_is_no_measure_and_the_page_says_what_it_missed():
    assert "| a Form 4 | 2.00 | 9.00 (4.5) | 1.00 (3 of 4) | – | 41 |" in page().splitlines()
    assert [one.fastest for one in MEASURED.peers] == ["edgar-crawler", "edgartools"]


def test_a_parser_that_the_promise_does_not_name_is_shown_and_decides_nothing():
    measured = "11.0 × edgar-crawler (beside: 2.0 × datamule)"
    row = f"| an 8-K: faster than edgartools and edgar-crawler | 10 × | {measured} | ✓ |"
    assert row in page().splitlines()


def test_where_no_peer_reads_it_there_is_nothing_to_be_faster_than():
    alone = compared("an 8-K", 3.0, {"edgartools": (60.0, 0), "datamule": (1.0, 3)})
    row = "| an 8-K: faster than edgartools and edgar-crawler | 10 × | none of them reads it | ✓ |"
    assert row in page(replace(MEASURED, peers=[alone])).splitlines()


def test_without_peers_the_page_says_how_to_get_them():
    assert "`make bench-peers`" in page(replace(MEASURED, peers=[]))


def test_without_a_corpus_there_is_no_word_of_it():
    assert "real filings" not in page(replace(MEASURED, corpus=None))


def test_promises_kept_are_ticked():
    assert all(verdict.kept for verdict in verdicts(MEASURED))
    assert "| parse of an 8-K of 30 KB, CPU | 2 × lexbor + 3 ms = 3.40 ms | 3.30 ms | ✓ |" in page()


LARGE_REPORT, LARGE_13F = MEASURED.large_parses
SLOW_PAGE = ParseSpeed("a page", 30_000, Timing(3.5, 3.5), Timing(0.2, 0.25), 400)
BROKEN = {
    "parse": replace(MEASURED, parsing=[SLOW_PAGE]),
    "import": replace(MEASURED, cold_start=MEASURED.cold_start | {"app": start(250)}),
    "calls": replace(MEASURED, calls=[Calls("fresh", ("s3.GetObject",) * 7)]),
    "real": replace(MEASURED, corpus=CorpusSpeed([SizeClass(25_000, 35_000, 12, 2.9, 0.1, 6.1, 11)], [], 0)),
    "real reports": replace(
        MEASURED, corpus=CorpusSpeed([], [SizeClass(2_000_000, 5_000_000, 3, 2.9, 0.1, 6.1, 2)], 0)
    ),
    "report": replace(MEASURED, reports=[replace(MEASURED.reports[0], parse=Timing(63.1, 65))]),
    "Form 4": replace(MEASURED, xml=[replace(MEASURED.xml[0], parse=Timing(3.0, 3))]),
    "13F": replace(MEASURED, xml=[MEASURED.xml[0], replace(MEASURED.xml[1], parse=Timing(500, 500))]),
    "peers": replace(MEASURED, peers=[compared("peers", 3.0, {"edgartools": (29.0, 4)})]),
    "peers on XML": replace(MEASURED, peers=[compared("peers", 3.0, {"edgartools": (8.9, 4)}, is_xml=True)]),
    "memory of a report": replace(MEASURED, large_parses=(replace(LARGE_REPORT, peak=400_000_000), LARGE_13F)),
    "memory of a 13F": replace(MEASURED, large_parses=(LARGE_REPORT, replace(LARGE_13F, peak=150_000_000))),
    "memory": replace(MEASURED, upload=replace(MEASURED.upload, peak=300_000_000)),
}


BEGINNINGS = {
    "parse": "parse of an 8-K",
    "import": "import",
    "calls": "AWS calls",
    "real": "the same of real 8-Ks",
    "real reports": "the same of real 10-Ks",
    "report": "parse of a 10-K",
    "Form 4": "parse of a Form 4",
    "13F": "parse of a 13F",
    "peers": "peers: faster",
    "peers on XML": "peers: faster",
    "memory": "memory for a submission",
    "memory of a report": "memory for a report",
    "memory of a 13F": "memory for a 13F",
}


@pytest.mark.parametrize("promise", BROKEN)
def test_a_promise_that_was_not_kept_is_marked_and_no_other(promise):
    told = list(verdicts(BROKEN[promise]))
    assert [verdict.what.startswith(BEGINNINGS[promise]) for verdict in told if not verdict.kept] == [True]
    assert page(BROKEN[promise]).count("✗ missed") == 1


def test_every_table_has_as_many_cells_in_each_row():
    tables = [block.splitlines() for block in page().split("\n\n") if block.startswith("|")]
    assert len(tables) == 8
    for table in tables:
        assert len({line.count("|") for line in table}) == 1
