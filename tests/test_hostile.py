"""Inputs made to be expensive (tests/hostile.py): a filing or a FilingError, in linear time, within bounds of memory.

CPU time is measured, not the clock's, at a size and at four times that size: linear time makes four times of it,
quadratic time sixteen. Less than a twentieth of a second is too little to tell.
"""

import gzip
import json
import subprocess
import sys

import pytest

from filings.errors import FilingError
from filings.parse import parse_filing
from local.template import PROJECT
from tests.hostile import SHAPES, answer, bytes_of, seconds_for

SMALL = 16_000
LARGE = 8 << 20
KINDS = {
    "8-K",
    "10-K",
    "13F-HR",
    "SC 13G",
    "NT 10-K",
    "D",
    "4",
    *(error.__name__ for error in FilingError.__subclasses__()),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_input_takes_four_times_the_time(shape):
    small, large = bytes_of(shape, SMALL), bytes_of(shape, 4 * SMALL)
    assert answer(large) in KINDS

    for _ in range(4):  # the machine may be busy: once without it is enough
        taken = seconds_for(large)
        if taken < 0.05 or taken < 8 * seconds_for(small):
            return
    pytest.fail(f"{taken:.2f} s for {len(large):,} bytes, eight times as long as for a quarter of them")


@pytest.mark.nightly
@pytest.mark.parametrize("shape", SHAPES)
def test_eight_megabytes_are_read_within_half_a_functions_time_and_memory(shape):
    """Half of 120 seconds, for other machines are slower; of 1,024 MB the SDK and what is stored need the rest."""
    command = [sys.executable, "-m", "tests.hostile", shape, str(LARGE)]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    taken = json.loads(ran.stdout)

    assert taken["answer"] in KINDS
    assert taken["seconds"] < 60
    assert taken["peakMB"] < 700


BOMB = gzip.compress(b" " * (64 << 20), mtime=0)


@pytest.mark.parametrize(
    "bomb",
    [BOMB, gzip.compress(b"FORM 8-K\n", mtime=0) + BOMB, gzip.compress(b" " * (1 << 20), mtime=0) * 64],
    ids=["one member", "the second member", "many members"],
)
def test_a_gzip_bomb_is_refused_at_the_limit(bomb):
    assert answer(bomb, limit=1 << 20) == "TooLarge"
    assert seconds_for(bomb, limit=1 << 20) < 1


def test_gzip_within_gzip_is_unpacked_once_and_is_no_filing():
    assert answer(gzip.compress(BOMB, mtime=0), limit=1 << 20) == "NotText"


def test_elements_nested_without_end_are_no_recursion():
    for shape in ("nested elements", "nested elements that end", "nested tags", "nested tables"):
        assert answer(bytes_of(shape, 7_000_000)) in KINDS


@pytest.mark.parametrize("reference", ["&#xD83D;", "&#55357;", "&#0;", "&#x110000;"])
def test_no_half_of_a_character_gets_into_a_record(reference):
    for shape in ("half characters", "blanks", "bare angles in XML"):
        hostile = bytes_of(shape, 400).replace(b"  ", reference.encode()).replace(b"HOLLOWAY", reference.encode())
        assert parse_filing(hostile).model_dump_json()


@pytest.mark.parametrize(("most", "codes"), [(60, []), (50, ["rows-cut"])])
def test_rows_of_a_13f_beyond_any_managers_are_not_read(monkeypatch, most, codes):
    monkeypatch.setattr("filings.forms.form_13f.MOST_ROWS", most)
    row = "APEX CORP  COM  037833100  123  456 SH SOLE\n"

    filing = parse_filing(bytes_of("rows of a 13F", 55 * len(row)))

    assert filing.holdings is not None
    assert len(filing.holdings.rows) == min(most, 55)
    assert [warning.code for warning in filing.warnings if warning.code == "rows-cut"] == codes
