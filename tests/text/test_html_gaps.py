"""What stands between two words of a page: many tags and blanks, and one mark in the text."""

import time

import pytest

from filings.text.html_text import html_text

GAPS = {
    "one<p> </p>\n<p>two": "one\n\ntwo",
    "one<br> \n <br><br>\n<br>two": "one\n\ntwo",
    "one <b> </b> two": "one two",
    "<table><tr><td>one</td> <td> two </td></tr></table>": "one\ttwo",
    "<table><tr><td><p>one</p></td><td><br><p>two</p></td></tr></table>": "one\ttwo",
    "<table><tr><td>one</td></tr>\n\n<tr><td></td><td>two</td></tr></table>": "one\n\ntwo",
}


@pytest.mark.parametrize("page", GAPS)
def test_a_gap_becomes(page):
    assert html_text(page) == GAPS[page]


@pytest.mark.parametrize("tags", ["<br>", "<br>\n ", "<td>", "<tr><br>", "<td><br>"])
def test_half_a_million_tags_in_a_row_are_read_in_linear_time(tags):
    """Quadratic, they would take minutes; linear, half a second."""
    started = time.process_time()
    assert html_text(f"one{tags * 500_000}two").split() == ["one", "two"]
    assert time.process_time() - started < 10
