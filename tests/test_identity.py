"""Which upload is the newer one, and what makes a filing the same."""

import datetime as dt

import pytest

from filings.identity import Position, filing_id_of, generation_of, has_been_read_by, is_newer
from filings.parse import PARSER_VERSION
from filings.record import Filing

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def position(sequencer: str | None = None, *, key: str = "a.txt", seconds: int = 0) -> Position:
    return Position("inbox", key, sequencer, NOON + dt.timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("0055AED6DCD90281E5", "0055AED6DCD90281E4"),
        ("0A1", "0A"),
        ("0B", "0AFFFF"),  # padded on the left, this would be the other way round
        ("0b", "0A"),
        ("0A", "0A"),
    ],
)
def test_the_sequencer_orders_versions_of_one_key_whatever_the_clock_says(newer, older):
    assert is_newer(position(newer, seconds=-60), position(older))


def test_a_shorter_sequencer_is_not_newer_by_its_length():
    assert not is_newer(position("0A"), position("0A1"))
    assert not is_newer(position("0AFFFF"), position("0B"))


@pytest.mark.parametrize("one", [position("0A", key="b.txt"), position(None), position("0A", key="b.txt", seconds=1)])
def test_other_keys_and_missing_sequencers_are_ordered_by_time_and_a_tie_within_a_key_goes_to_the_later_commit(one):
    assert is_newer(one, position("FF"))


def test_within_a_second_the_names_of_the_keys_decide_so_that_three_uploads_have_one_order():
    """Were every tie the later commit's, the first of three could stand although the second is newer: 2, 3, 1."""
    first, second, other = position("0A"), position("0B"), position("0C", key="b.txt")
    assert is_newer(other, second)
    assert not is_newer(first, other)
    assert not is_newer(first, second)


def test_an_earlier_time_is_older_where_sequencers_cannot_tell():
    assert not is_newer(position("FF", key="b.txt", seconds=-1), position("0A"))


def test_a_filing_is_its_accession_number_or_else_its_content():
    assert filing_id_of(Filing(accession_number="0009900555-26-000001"), "ab" * 32) == "0009900555-26-000001"
    assert filing_id_of(Filing(), "ab" * 32) == "sha256:" + "ab" * 32


@pytest.mark.parametrize(
    ("last", "parser_version", "read"),
    [
        ("1.0.0", "1.0.0", True),
        ("1.1.0", "1.0.9", True),
        ("1.10.0", "1.9.0", True),
        ("1.0.0", "1.0.1", False),
        ("1.9.0", "1.10.0", False),
        ("1.0", "1.0.0", False),
        (None, "1.0.0", False),
    ],
)
def test_a_version_that_is_no_newer_need_not_read_again(last, parser_version, read):
    assert has_been_read_by(last, parser_version) is read


def test_the_parsers_own_version_can_be_compared():
    assert has_been_read_by(PARSER_VERSION, PARSER_VERSION)


def test_another_parser_makes_another_generation_of_the_same_content():
    assert generation_of("ab", "1.0.0") == generation_of("ab", "1.0.0")
    assert len({generation_of("ab", "1.0.0"), generation_of("ab", "1.0.1"), generation_of("cd", "1.0.0")}) == 3


def test_a_filing_that_is_found_by_the_time_of_its_upload_has_a_generation_for_each():
    generations = {generation_of("ab", "1.0.0", uploaded) for uploaded in (None, NOON, NOON + dt.timedelta(seconds=1))}
    assert len(generations) == 3
