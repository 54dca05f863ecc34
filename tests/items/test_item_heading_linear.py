"""Texts without end that look like headings: they are read in a time that grows with their length, and not for long."""

import time

import pytest

from filings.forms.form_10k import OUTLINE
from filings.items.item_heading import find_bare_headings, is_run_together
from filings.items.report_items import read_report_items

MILLION = 1_000_000
HEADINGS = [
    "Item 1 ",
    "Item 1\n",
    "Items 1, 2, 3, 4 and 5 ",
    "Item 1. Business We do. ",
    "PART I\nItem 1. Business\n\nA.\n",
]


@pytest.mark.parametrize("words", HEADINGS)
def test_a_million_letters_of_headings_take_seconds(words):
    """A tenth of a millisecond for each of 140,000 places would be half a minute with both of the form's outlines."""
    started = time.process_time()
    read_report_items(words * (MILLION // len(words)), (OUTLINE,))
    assert time.process_time() - started < 6


def test_a_numbered_list_without_end_takes_seconds():
    started = time.process_time()
    assert list(find_bare_headings("1. Business\n" * (MILLION // 12), OUTLINE.titles)) != []
    assert time.process_time() - started < 6


@pytest.mark.parametrize("lines", ["\n", "word\n", "long line " * 400 + "\n"])
def test_whether_the_lines_are_lost_is_told_at_once(lines):
    started = time.process_time()
    assert is_run_together(lines * (MILLION // len(lines))) == (len(lines) > 3_000)
    assert time.process_time() - started < 1
