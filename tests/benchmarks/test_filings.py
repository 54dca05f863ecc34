"""The filings that the benchmark makes say what it says they say: a speed measured on others means nothing."""

import io

import pytest

from benchmarks.filings import SAMPLES, html_8k, large_submission, many_documents, submission_8k
from benchmarks.words import BRINDLE
from filings.parse import parse_filing

SIZES = {
    "8-K of 1996, plain text": 5_000,
    "8-K, HTML": 30_000,
    "8-K, HTML with inline XBRL": 60_000,
    "8-K, complete submission": 500_000,
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.what)
def test_a_sample_has_its_size_and_says_what_it_says(sample):
    data = sample.make()
    filing = parse_filing(data)
    assert len(data) == pytest.approx(SIZES[sample.what], rel=0.05)
    assert filing.form == "8-K"
    assert tuple(item.item for item in filing.items) == sample.items
    assert len(filing.documents) == sample.documents
    assert filing.cover.registrant_name == BRINDLE.name
    assert filing.cover.commission_file_number == BRINDLE.file_number
    assert [signature.name for signature in filing.signatures] == [BRINDLE.officer]
    assert not filing.warnings


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.what)
def test_a_sample_is_the_same_each_time(sample):
    assert sample.make() == sample.make()


def test_most_of_an_html_sample_is_markup_as_in_real_ones():
    page = html_8k().decode()
    words = parse_filing(page.encode()).items
    assert sum(len(item.text) for item in words) < 0.4 * len(page)


def test_a_complete_submission_has_its_header_and_its_pictures():
    filing = parse_filing(submission_8k())
    assert filing.accession_number == BRINDLE.accession_number
    assert [entity.name for entity in filing.entities] == [BRINDLE.conformed_name]
    assert [document.type for document in filing.documents] == ["8-K", "EX-10.1", "EX-99.1", "GRAPHIC", "GRAPHIC"]


def test_many_documents_are_as_many_as_asked_for():
    assert len(parse_filing(many_documents(120)).documents) == 121


def test_the_large_submission_is_whole_and_nearly_as_large_as_asked_for():
    data = b"".join(large_submission(5_000_000))
    filing = parse_filing(io.BytesIO(data))
    assert 3_000_000 < len(data) <= 5_100_000
    assert len(filing.documents) == data.count(b"<DOCUMENT>") == 9
    assert {document.type for document in filing.documents[1::2]} == {"GRAPHIC"}
    assert [item.item for item in filing.items] == ["1.01", "2.03", "7.01", "9.01"]
    assert not filing.warnings
