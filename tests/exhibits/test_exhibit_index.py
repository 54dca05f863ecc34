"""The exhibit index: which lines are rows, and that columns of anything else are passed over quickly."""

import time

import pytest

from filings.exhibits.exhibit import read_exhibits

ROWS = {
    "10.1  Lease": ("10.1", "Lease"),
    "Exhibit No. 99.1 - Press release": ("99.1", "Press release"),
    "(10.2)\n\n  Bylaws as amended": ("10.2", "Bylaws as amended"),
    "(99)(a)Agreement on income": ("99(a)", "Agreement on income"),
    "| 4.1 |  Indenture": ("4.1", "Indenture"),
    "23.1. Consent of the accountants": ("23.1", "Consent of the accountants"),
    "99.2 - 2006 Annual Plan": ("99.2", "2006 Annual Plan"),
    "99.3 -- 8,000 shares plan": ("99.3", "8,000 shares plan"),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_index(row):
    found = [(exhibit.number, exhibit.description) for exhibit in read_exhibits("", (), f"(d) Exhibits\n\n{row}\n")]
    assert found == [ROWS[row]]


@pytest.mark.parametrize("line", [f"12{' ' * 200}34{' ' * 100}56", f"EXHIBIT{' ' * 400}A"])
def test_columns_that_are_no_index_are_read_in_linear_time(line):
    """Parting a run of blanks in every possible way would take a minute."""
    text = "Exhibit Index\n" + f"{line}\n" * 100
    started = time.process_time()
    assert not read_exhibits(text, (), text)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "lines",
    ["(\n", "exhibit no\n", "Exhibit Index\n99.1 Press release\n", "\n \t", "10(a) Plan\n(b) Lease\n", "Ex 9\t.1-A("],
)
def test_headings_without_end_cost_no_more_than_their_length(lines):
    """Each heading of an index with a window of its own would take a minute; each line tried 80 times, five seconds."""
    text = lines * (1_000_000 // len(lines))
    started = time.process_time()
    read_exhibits(text, (), text)
    assert time.process_time() - started < 5
