"""Rounds in turns, medians, and peaks of memory that are this process's own."""

import subprocess
import sys
from pathlib import Path

from benchmarks import fresh_process
from benchmarks.timing import interleaved


def test_work_is_done_in_turns_and_the_first_round_is_not_counted():
    done = []
    _, rounds = interleaved({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, seconds=0, least=3)
    assert rounds == 3
    assert done == ["a", "b"] * 4


def test_no_more_rounds_than_allowed():
    _, rounds = interleaved({"a": lambda: None}, seconds=60, most=5)
    assert rounds == 5


def test_more_work_takes_more_time():
    work = {"little": lambda: sum(range(100)), "much": lambda: sum(range(100_000))}
    timings, _ = interleaved(work, seconds=0, least=9)
    assert timings["much"].cpu_ms > timings["little"].cpu_ms


def test_a_childs_peak_memory_is_not_its_parents():
    held = bytearray(200_000_000)
    code = "import fresh_process; print(fresh_process.peak_memory())"
    folder = Path(fresh_process.__file__).parent
    told = subprocess.run([sys.executable, "-S", "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert 1_000_000 < int(told.stdout) < 100_000_000 < fresh_process.peak_memory()
    del held


def test_a_peak_stays_when_the_memory_is_given_back():
    held = bytearray(300_000_000)
    high = fresh_process.peak_memory()
    del held
    assert fresh_process.peak_memory() > 0.99 * high  # Linux counts in batches, a processor each
