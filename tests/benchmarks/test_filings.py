"""The filings that the benchmark makes say what it says they say: a speed measured on others means nothing."""

import io
import re

import pytest

from benchmarks.filings import (
    REPORTS,
    SAMPLES,
    XML_FORMS,
    html_8k,
    inline_10k,
    large_submission,
    many_documents,
    small_submission_8k,
    submission_8k,
)
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


def test_a_small_submission_is_the_page_in_its_envelope():
    filing = parse_filing(small_submission_8k())
    assert [document.type for document in filing.documents] == ["8-K"]
    assert filing.items == parse_filing(html_8k(), name="brqs-8k.htm").items


REPORT_SIZES = {"10-K, HTML": 2_500_000, "10-K, inline XBRL": 4_000_000, "10-Q, inline XBRL": 2_000_000}


@pytest.mark.parametrize("sample", REPORTS, ids=lambda sample: sample.what)
def test_a_report_has_its_size_and_says_what_it_says(sample):
    data = sample.make()
    filing = parse_filing(data)
    assert len(data) == pytest.approx(REPORT_SIZES[sample.what], rel=0.05)
    assert filing.form == sample.what.partition(",")[0]
    assert tuple(item.item for item in filing.items) == sample.items
    assert filing.cover.registrant_name == BRINDLE.name
    assert [signature.name for signature in filing.signatures] == [BRINDLE.officer]
    assert not filing.warnings


@pytest.mark.parametrize("sample", REPORTS, ids=lambda sample: sample.what)
def test_a_report_is_made_of_what_real_ones_are_made_of(sample):
    """A megabyte of a real one has some 8,000 to 20,000 tags, 25 to 130 tables, 3,000 to 12,000 cells."""
    page = sample.make()
    megabytes = len(page) / 1e6

    def each(tag):
        return len(re.findall(rb"(?i)<" + tag + rb"[ >]", page)) / megabytes

    assert 8_000 < len(re.findall(rb"<[A-Za-z]", page)) / megabytes < 20_000
    assert 25 < each(b"table") < 130
    assert 3_000 < each(b"td") < 12_000
    assert 0.1 < len(re.sub(rb"<[^>]*>", b"", page)) / len(page) < 0.35
    if "XBRL" in sample.what:
        assert 500 < each(b"ix:nonFraction") < 1_000
        assert 70 < each(b"xbrli:context") < 250


def test_the_headline_facts_of_an_inline_report_are_the_companys_own():
    facts = {fact.concept: fact.value for fact in parse_filing(inline_10k(500_000)).facts}
    assert facts["us-gaap:Revenues"] == 8_919_000
    assert facts["us-gaap:Assets"] == 658_277_000


@pytest.mark.parametrize("sample", XML_FORMS[:2], ids=lambda sample: sample.what)
def test_an_xml_form_has_its_rows(sample):
    filing = parse_filing(sample.make())
    rows = filing.holdings.rows if filing.holdings else (*filing.ownership.non_derivative, *filing.ownership.derivative)
    assert filing.form == ("13F-HR" if filing.holdings else "4")
    assert len(rows) == sample.rows
    assert not filing.warnings
