"""Where the documents of a submission begin and end."""

import pytest

from filings.document import FIRST_TAG, MOST_DOCUMENTS, scan_documents
from filings.source import open_source


def document(kind="8-K", text="FORM 8-K", sequence="1", name="d.htm", description="REPORT"):
    return (
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{sequence}\n<FILENAME>{name}\n<DESCRIPTION>{description}\n"
        f"<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
    )


def scan(text):
    data = text if isinstance(text, bytes) else text.encode()
    with open_source(data, 1 << 30) as source:
        documents, warnings = scan_documents(source, source.find(FIRST_TAG, 0))
    return documents, [warning.code for warning in warnings], [data[one.start : one.end] for one in documents]


def test_a_documents_header_lines_and_its_text():
    (found,), warnings, texts = scan(document())

    assert (found.type, found.sequence, found.filename, found.description) == ("8-K", 1, "d.htm", "REPORT")
    assert (texts, found.size, warnings) == ([b"FORM 8-K\n"], 9, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_belong_to_the_tags_and_not_to_the_text(end):
    _, _, texts = scan((document() + document("EX-99")).replace("\n", end))

    assert texts == [f"FORM 8-K{end}".encode()] * 2


def test_documents_come_in_the_order_of_the_file():
    documents, _, _ = scan(document(sequence="2") + document("EX-99", sequence="1"))

    assert [(one.type, one.sequence) for one in documents] == [("8-K", 2), ("EX-99", 1)]


@pytest.mark.parametrize("sequence", ["", "first", "99999999999", "١", "-1"])
def test_a_sequence_that_is_no_number_is_none(sequence):
    (found,), _, _ = scan(document(sequence=sequence))

    assert found.sequence is None


def test_header_lines_may_be_missing_empty_or_on_one_line():
    documents, _, texts = scan(
        "<DOCUMENT>\n<TEXT>\na\n</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT>\n<TYPE>\n<FILENAME>\n<TEXT>\nb\n</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT><TYPE>8-K<SEQUENCE>3<TEXT>c</TEXT></DOCUMENT>\n"
    )

    assert [(one.type, one.sequence, one.filename) for one in documents] == [
        (None, None, None),
        (None, None, None),
        ("8-K", 3, None),
    ]
    assert texts == [b"a\n", b"b\n", b"c"]


def test_tags_in_the_text_are_text():
    (found,), _, texts = scan(document(text="<TYPE>EX-1\n<TABLE>\n</TABLE>"))

    assert (found.type, texts) == ("8-K", [b"<TYPE>EX-1\n<TABLE>\n</TABLE>\n"])


def test_a_document_without_a_text_tag_is_all_text_behind_its_header_lines():
    plain = document().replace("<TEXT>\n", "").replace("</TEXT>\n", "") + document("EX-99", "Release")

    documents, warnings, texts = scan(plain)

    assert [(one.type, one.filename) for one in documents] == [("8-K", "d.htm"), ("EX-99", "d.htm")]
    assert (texts, warnings) == ([b"FORM 8-K\n", b"Release\n"], [])


@pytest.mark.parametrize(
    ("broken", "texts"),
    [
        (document().replace("</DOCUMENT>\n", "") + document("EX-99", "Release"), [b"FORM 8-K\n", b"Release\n"]),
        (document() + document("EX-99", "Release").replace("</DOCUMENT>\n", ""), [b"FORM 8-K\n", b"Release\n"]),
        (document() + document("EX-99", "Release")[:-21], [b"FORM 8-K\n", b"Release"]),
        ("<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nFORM 8", [b"FORM 8"]),
        ("<DOCUMENT>\n<TYPE>8-K\n", [b""]),
        ("<DOCUMENT>", [b""]),
    ],
)
def test_a_document_that_does_not_end_goes_up_to_the_next_one_or_the_files_end_with_a_warning(broken, texts):
    _, warnings, found = scan(broken)

    assert (found, warnings) == (texts, ["unclosed-document"])


def test_a_uuencoded_document_is_measured_and_not_read():
    text = "<PDF>\nbegin 644 a.pdf\n" + 'M)5!$1BTQ+C0*)>+CS],-"B\n' * 1000 + "`\nend\n</PDF>"

    documents, _, _ = scan(document() + document("EX-99", text))

    assert documents[1].size == len(text) + 1


@pytest.mark.parametrize(("more", "warned"), [(0, []), (1, ["documents-cut"])])
def test_more_documents_than_any_submission_has_are_not_read(more, warned):
    documents, warnings, _ = scan(document() * (MOST_DOCUMENTS + more))

    assert (len(documents), warnings) == (MOST_DOCUMENTS, warned)
