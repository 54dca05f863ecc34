"""What is uploaded under load is what it is called."""

from collections import Counter

import pytest

from filings.errors import FilingError
from filings.parse import parse_filing
from tests.load.uploads import LARGE_KEY, NO_FILINGS, uploads

ALL = list(uploads(400, 30))


def test_every_kind_is_among_them_and_one_13f():
    assert len(ALL) == 401
    assert Counter(upload.kind for upload in ALL).keys() == {"filing", "duplicate", "revision", "poison", "13F"}
    assert [upload.key for upload in ALL if upload.kind == "13F"] == [LARGE_KEY]
    assert any(upload.twice for upload in ALL)


def test_each_is_put_under_a_key_of_its_own():
    assert len({upload.key for upload in ALL}) == len(ALL)


def test_they_are_the_same_each_time():
    assert list(uploads(400, 30)) == ALL


@pytest.mark.parametrize("body", NO_FILINGS)
def test_poison_is_no_filing(body):
    with pytest.raises(FilingError):
        parse_filing(body, name="load/00001.txt")


def test_a_duplicate_has_bytes_that_were_there_and_a_revision_the_number_of_a_filing_that_was():
    filed = {}
    for upload in ALL:
        number = parse_filing(upload.body).accession_number if upload.kind in ("filing", "revision") else None
        if upload.kind == "filing":
            assert number not in filed
            filed[number] = upload.body
        elif upload.kind == "duplicate":
            assert upload.body in filed.values()
        elif upload.kind == "revision":
            assert number in filed
            assert upload.body != filed[number]
