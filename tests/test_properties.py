"""What holds for every input, tried on inputs that nobody chose."""

import gzip
import io
import itertools
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from filings.errors import TooLarge
from filings.parse import LARGEST_SUBMISSION, parse_filing
from filings.record import Filing, to_json
from filings.source import open_source
from filings.submission import document_text, read_submission
from fuzz.targets import check_event, check_filing
from tests.hostile import answer

TESTS = Path(__file__).parent
SUBMISSIONS = sorted((TESTS / "fixtures").glob("*/*/submission.*"))
SOURCES = {path.parent.name: path.read_bytes() for path in SUBMISSIONS}
WITH_HEADER = {name: source for name, source in SOURCES.items() if b"</SEC-HEADER>" in source}
assert SOURCES
assert WITH_HEADER

case = st.sampled_from(sorted(SOURCES))
tried = settings(max_examples=150, deadline=None)

# What the parser looks for, a fragment between two tildes, to be put in orders in which it never stands in a filing.
STRUCTURE = """<SEC-DOCUMENT>0009900101-18-000047.txt : 20181101
~<SEC-HEADER>~</SEC-HEADER>
~<SUBMISSION>
~<IMS-HEADER>~-----BEGIN PRIVACY-ENHANCED MESSAGE-----
~ACCESSION NUMBER:\t\t0009900101-18-000047
~<ACCEPTANCE-DATETIME>20261101013000
~FILED AS OF DATE:\t\t20269931
~CONFORMED SUBMISSION TYPE:\t8-K
~ITEM INFORMATION:\t\tOther Events
~FILER:
~\tCOMPANY DATA:\t
~\t\tCENTRAL INDEX KEY:\t\t\tnone
~\t\tFISCAL YEAR END:\t
~<DOCUMENT>
~<TYPE>8-K
~<SEQUENCE>first
~<TEXT>
~</TEXT>
~</DOCUMENT>
~begin 644 a.pdf
~M)5!$1BTQ+C0*
~`
end
~"""
WORDS = """FORM 8-K
~Item 1.01 ~ITEM 5. ~Items 1 through 4 Not Applicable.
~Item
~99.99
~Not applicable.
~SIGNATURES
~/s/ ~By:~Date: February 30, 2018
~Exhibit 99.1
~<html>~<table><tr><td>~</td></tr></table>~<p>~<ix:header>~<ix:nonNumeric name="dei:DocumentType">~&#0;~&#55357;
~&#99999999;~&nbsp;~&~<~☒ ~[X] ~| a | b |
~# ~**~ """
CONTROLS = ["\x00", "\x0c", "\r", "\r\n", "\n\n", "\x1f\x8b"]
FRAGMENTS = STRUCTURE.split("~") + WORDS.split("~") + CONTROLS


@tried
@given(st.binary(max_size=400))
@example(b"\x1f\x8b")
@example(b"\xef\xbb\xbf<SEC-DOCUMENT>")
@example("FORM 8-K\nItem 5. ".encode("utf-16"))
def test_any_bytes_are_a_filing_or_a_filing_error(source):
    check_filing(source)


@tried
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_a_filings_words_in_any_order_are_a_filing_or_a_filing_error(text):
    check_filing(text.encode("utf-8"))


@tried
@given(case, st.data())
def test_a_submission_cut_anywhere_is_a_filing_or_a_filing_error(name, data):
    source = SOURCES[name]
    check_filing(source[: data.draw(st.integers(0, len(source)), label="end")])


@tried
@given(case, st.data())
def test_a_submission_with_a_hole_or_rubbish_in_it_is_a_filing_or_a_filing_error(name, data):
    source = SOURCES[name]
    start = data.draw(st.integers(0, len(source)), label="start")
    end = data.draw(st.integers(start, min(start + 2000, len(source))), label="end")
    check_filing(source[:start] + data.draw(st.binary(max_size=40), label="rubbish") + source[end:])


EVENT_KEYS = ["Records", "Event", "source", "detail", "detail-type", "bucket", "name", "object", "key", "version-id"]
EVENT_KEYS += ["s3", "versionId", "sequencer", "eventSource", "eventVersion", "eventName", "size"]
ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-7",
    "cp1252",
    "cp037",
    "shift_jis",
]


@tried
@given(case, st.sampled_from(ENCODINGS), st.data())
def test_a_submission_in_any_encoding_and_cut_anywhere_is_a_filing_or_a_filing_error(name, encoding, data):
    source = SOURCES[name].decode("utf-8", "replace").encode(encoding, "replace")
    check_filing(source[: data.draw(st.integers(0, len(source)), label="end")])


@tried
@given(case, st.sampled_from(ENCODINGS), st.sampled_from(ENCODINGS), st.data())
def test_a_submission_that_changes_its_encoding_is_a_filing_or_a_filing_error(name, first, second, data):
    text = SOURCES[name].decode("utf-8", "replace")
    place = data.draw(st.integers(0, len(text)), label="place")
    check_filing(text[:place].encode(first, "replace") + text[place:].encode(second, "replace"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", [name for name, source in SOURCES.items() if source.isascii()])
def test_the_encoding_of_plain_letters_makes_no_difference(name, encoding):
    source = SOURCES[name].decode()

    assert without_offsets(parse_filing(source.encode(encoding))) == without_offsets(parse_filing(source.encode()))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["aws:s3", "aws.s3", "2.1", "a/"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(EVENT_KEYS), inner, max_size=5),
    max_leaves=25,
)


@tried
@given(JSON)
@example({"Records": [{"eventSource": "aws:s3", "eventVersion": 2}]})
@example(
    {"source": "aws.s3", "detail-type": "Object Created", "detail": {"bucket": {"name": 5}, "object": {"key": "a"}}}
)
def test_an_events_words_in_any_order_are_uploads_or_an_unknown_event(event):
    check_event(json.dumps(event).encode())


@pytest.mark.parametrize("opening", ["[", '{"Records":', '{"a":['])
def test_a_message_nested_without_end_is_an_unknown_event(opening):
    check_event((opening * 100_000).encode())


PARTY = re.compile(rb"^(?:FILER|FILED BY|SUBJECT COMPANY|ISSUER|REPORTING-OWNER):", re.M)


@tried
@given(st.sampled_from(sorted(WITH_HEADER)), st.randoms(use_true_random=False))
def test_the_order_of_a_headers_own_lines_does_not_matter(name, random):
    source = WITH_HEADER[name]
    start = source.index(b"ACCESSION NUMBER:")
    top = source[start : PARTY.search(source, start).start()]
    lines = [line for line in top.splitlines(keepends=True) if line.strip()]
    random.shuffle(lines)
    items = iter(line for line in top.splitlines(keepends=True) if line.startswith(b"ITEM INFORMATION"))
    shuffled = b"".join(next(items) if line.startswith(b"ITEM INFORMATION") else line for line in lines)

    permuted = parse_filing(source[:start] + shuffled + b"\n" + source[start + len(top) :])

    got, want = without_offsets(permuted), without_offsets(parse_filing(source))
    for record in (got, want):  # they are told in the header's order
        record["otherHeaderFields"].sort(key=lambda line: line["name"])
    assert got == want


@tried
@given(st.sampled_from(sorted(WITH_HEADER)), st.randoms(use_true_random=False))
def test_header_lines_in_any_order_are_a_filing_or_a_filing_error(name, random):
    head, end, rest = WITH_HEADER[name].partition(b"</SEC-HEADER>")
    lines = head.splitlines(keepends=True)
    random.shuffle(lines)
    check_filing(b"".join(lines) + end + rest)


def without_offsets(filing: Filing) -> dict:
    """The record without what depends on how many bytes a line end has."""
    record = json.loads(to_json(filing))
    for document in record["documents"]:
        for key in ("size", "start", "end"):
            del document[key]
    for warning in record["warnings"]:
        if (warning["where"] or "").startswith("byte "):
            del warning["where"]
    return record


@pytest.mark.parametrize("name", SOURCES)
def test_line_ends_do_not_matter(name):
    plain = SOURCES[name].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    records = [without_offsets(parse_filing(plain.replace(b"\n", end))) for end in (b"\n", b"\r\n", b"\r")]

    assert records[0] == records[1]
    assert records[0] == records[2]


@pytest.mark.parametrize("name", SOURCES)
def test_gzip_makes_no_difference_at_all(name):
    source = SOURCES[name]
    in_two_members = gzip.compress(source[:500]) + gzip.compress(source[500:])  # as `cat` and parallel packers make it

    assert parse_filing(gzip.compress(source)) == parse_filing(source)
    assert parse_filing(in_two_members) == parse_filing(source)


@pytest.mark.parametrize("name", SOURCES)
def test_item_offsets_count_in_the_documents_text(name):
    items = parse_filing(SOURCES[name]).items
    with open_source(SOURCES[name], LARGEST_SUBMISSION) as source:
        submission = read_submission(source)
        text = document_text(submission.raw(submission.documents[0])) if submission.documents else ""

    assert [text[item.start : item.end] for item in items] == [item.text for item in items]
    for before, after in itertools.pairwise(items):  # "Items 1.01(a) and 5.02(e)" have one text
        assert before.end <= after.start or (before.start, before.end) == (after.start, after.end)


@pytest.mark.parametrize("name", SOURCES)
def test_document_offsets_are_those_of_the_text_in_the_file(name):
    source = SOURCES[name]
    documents = parse_filing(source).documents

    assert len(documents) == source.count(b"<DOCUMENT>") or b"<DOCUMENT>" not in source
    if b"<DOCUMENT>" not in source:  # a bare document is all there is; of a header alone there is none
        documents = ()
    for document in documents:
        assert document.size == document.end - document.start
        text = source[document.start : document.end]
        assert b"<TEXT>" not in text
        assert b"<DOCUMENT>" not in text
        assert source[: document.start].rstrip().endswith(b"<TEXT>")


@pytest.mark.parametrize("name", SOURCES)
def test_the_limit_is_the_last_size_that_is_accepted(name):
    source = SOURCES[name]

    for packed in (source, gzip.compress(source)):
        assert parse_filing(packed, limit=len(source)) == parse_filing(source)
        with pytest.raises(TooLarge):
            parse_filing(packed, limit=len(source) - 1)
        with pytest.raises(TooLarge):
            parse_filing(io.BytesIO(packed), limit=len(source) - 1)


RUNS = [
    " ",
    "\t",
    "\n",
    "\xa0",
    "(",
    "|",
    "*",
    "-",
    "_ ",
    "&",
    "<",
    "<p>",
    "<td>",
    "1",
    "Item 9.01\n",
    "/s/ x\n",
    "99.1 a\n",
]


# In a paragraph, in the text before an address, in a paragraph of HTML, in a line of the header.
PLACES = {
    "markdown": b"the Audit Committee",
    "ims-envelope-1996": b"77 Millrace Road",
    "inline-xbrl": b"the Company",
    "complete-submission": b"Results of Operations",
}


@pytest.mark.parametrize("run", RUNS, ids=repr)
@pytest.mark.parametrize("name", PLACES)
def test_a_long_run_of_anything_is_read_in_seconds(name, run):
    """A page may hold a table drawn with ten thousand blanks; who sends one must not keep the function busy."""
    before, place, after = SOURCES[name].partition(PLACES[name])
    hostile = before + (run * (60_000 // len(run))).encode() + place + after

    started = time.process_time()
    answer(hostile)

    assert time.process_time() - started < 5
