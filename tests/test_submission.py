"""What an upload is made of, told apart by its content."""

import pytest

from filings.errors import TruncatedHeader
from filings.source import open_source
from filings.submission import document_text, read_submission

HEADER = """ACCESSION NUMBER:\t\t0000950135-07-002749
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t20070504

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE CORP
\t\tCENTRAL INDEX KEY:\t\t\t0000123456
"""
DOCUMENT = "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\nFORM 8-K\n</TEXT>\n</DOCUMENT>\n"
SEC = (
    f"<SEC-DOCUMENT>x.txt : 20070504\n<SEC-HEADER>x.hdr.sgml : 20070504\n{HEADER}</SEC-HEADER>\n"
    f"{DOCUMENT}</SEC-DOCUMENT>\n"
)
PEM = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nMIC-Info: RSA-MD5,RSA,\n AbCd\n\n"
NC = (
    "<SUBMISSION>\n<ACCESSION-NUMBER>0000950135-07-002749\n<TYPE>8-K\n<FILING-DATE>20070504\n<FILER>\n<COMPANY-DATA>\n"
    f"<CONFORMED-NAME>EXAMPLE CORP\n<CIK>0000123456\n</COMPANY-DATA>\n</FILER>\n{DOCUMENT}</SUBMISSION>\n"
)
LONG_REPORT = "FORM 8-K\n\nItem 5.  Other Events\n\n" + "The registrant did this and that on a day in May.\n" * 20


def read(text):
    with open_source(text.encode(), 1 << 30) as source:
        submission = read_submission(source)
        return submission, [submission.raw(document) for document in submission.documents]


CONTAINERS = {
    "complete submission": SEC,
    "of 1996": SEC.replace("SEC-DOCUMENT", "IMS-DOCUMENT").replace("SEC-HEADER", "IMS-HEADER"),
    "in a PEM wrapper": f"{PEM}{SEC}-----END PRIVACY-ENHANCED MESSAGE-----\n",
    "behind blank lines": f"\n\n  {SEC}",
    "behind a byte order mark": f"\ufeff{SEC}",
    "with a bare SEC-HEADER": SEC.replace("<SEC-DOCUMENT>x.txt : 20070504\n", ""),
    "without the header's end": SEC.replace("</SEC-HEADER>\n", ""),
    "of the feed": NC,
    "of the feed, with CR": NC.replace("\n", "\r"),
    "without its envelope": f"{HEADER}\n{DOCUMENT}",
    "of the feed, without its envelope": NC.removeprefix("<SUBMISSION>\n").removesuffix("</SUBMISSION>\n"),
}


@pytest.mark.parametrize("text", CONTAINERS.values(), ids=CONTAINERS)
def test_a_container_has_its_header_and_its_documents(text):
    submission, texts = read(text)

    assert submission.header.accession_number == "0000950135-07-002749"
    assert [(party.cik, party.name) for party in submission.header.entities] == [("0000123456", "EXAMPLE CORP")]
    assert [(document.type, raw) for document, raw in zip(submission.documents, texts, strict=True)] == [
        ("8-K", "FORM 8-K\n")
    ]
    assert submission.warnings == []


@pytest.mark.parametrize(
    "text",
    [
        LONG_REPORT,
        f"<html><p>{LONG_REPORT}</p></html>",
        f"{LONG_REPORT}The tag <DOCUMENT> opens a document.\n",
        "An email said:\n" + DOCUMENT,
    ],
)
def test_anything_else_is_one_bare_document(text):
    submission, texts = read(text)

    assert (submission.header, texts, submission.warnings) == (None, [text], [])
    assert [document.type for document in submission.documents] == [None]


def test_documents_may_come_without_a_header():
    submission, texts = read(f"\n{DOCUMENT}")

    assert (submission.header, texts) == (None, ["FORM 8-K\n"])
    assert submission.documents[0].type == "8-K"


def test_a_header_whose_tags_were_stripped_has_the_rest_for_its_document():
    submission, texts = read(f"0000950135-07-002749.txt : 20070504\n{HEADER}\n8-K\n1\n{LONG_REPORT}")

    assert submission.header.form == "8-K"
    assert [(document.type, document.sequence) for document in submission.documents] == [("8-K", 1)]
    assert texts[0].endswith(LONG_REPORT)
    assert "CENTRAL INDEX KEY" not in texts[0]


@pytest.mark.parametrize("text", [SEC.split("<DOCUMENT>")[0], NC.split("<DOCUMENT>")[0]])
def test_a_header_alone_is_a_submission_without_documents(text):
    submission, texts = read(text)

    assert submission.header.form == "8-K"
    assert texts == []
    assert [warning.code for warning in submission.warnings] == ["no-documents", "truncated-submission"]


STAMP = "<ACCEPTANCE-DATETIME>20070504163012\n"
TAGGED = NC.split("<DOCUMENT>")[0].removeprefix("<SUBMISSION>\n")


@pytest.mark.parametrize(
    "text",
    [
        f"\n{STAMP}{HEADER}",
        f"{STAMP}{TAGGED}",
        TAGGED,
        f"<SEC-HEADER>x.hdr.sgml : 20070504\n{STAMP}{HEADER}</SEC-HEADER>\n",
        f"<IMS-HEADER>x.hdr.sgml : 20070504\n{STAMP}{TAGGED}</IMS-HEADER>\n",
    ],
)
def test_a_header_by_itself_is_read_from_its_first_line_and_closes_as_it_opens(text):
    submission, _ = read(text)

    assert submission.header.form == "8-K"
    assert [(party.cik, party.name) for party in submission.header.entities] == [("0000123456", "EXAMPLE CORP")]
    assert (submission.header.acceptance is not None) == (STAMP in text)
    assert [warning.code for warning in submission.warnings] == ["no-documents"]


LISTED = """&lt;DOCUMENT&gt;
&lt;TYPE&gt;8-K
&lt;SEQUENCE&gt;1
&lt;FILENAME&gt;example8k.htm
&lt;DESCRIPTION&gt;REPORT OF R&amp;D
&lt;TEXT&gt;
<a href="example8k.htm">Document 1 - file: example8k.htm</a><br>
&lt;/DOCUMENT&gt;
&lt;DOCUMENT&gt;
&lt;TYPE&gt;EX-99.1
&lt;SEQUENCE&gt;2
&lt;FILENAME&gt;ex991.htm
&lt;TEXT&gt;
<a href="ex991.htm">Document 2 - file: ex991.htm</a><br>
&lt;/DOCUMENT&gt;
"""
ESCAPED = f"{STAMP}{HEADER}".replace("<", "&lt;").replace(">", "&gt;")
IN_PRE = f"<PRE>&lt;SEC-HEADER&gt;x.hdr.sgml : 20070504\n{ESCAPED}&lt;/SEC-HEADER&gt;\n{LISTED}</PRE>"
PAGES = {
    "with a comment": f"<HTML><HEAD><!--\n<SEC-HEADER>x\n{STAMP}{TAGGED}</SEC-HEADER>\n-->\n</HEAD>{IN_PRE}</HTML>",
    "without a comment": f"<!DOCTYPE html>\n<html><body>\n{IN_PRE}</body></html>",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_edgars_page_of_a_header_tells_the_header_and_names_documents_that_lie_elsewhere(page):
    submission, texts = read(page)

    assert (submission.header.form, submission.header.accession_number) == ("8-K", "0000950135-07-002749")
    assert submission.header.acceptance.isoformat() == "2007-05-04T20:30:12+00:00"
    assert [party.name for party in submission.header.entities] == ["EXAMPLE CORP"]
    assert [(document.type, document.filename, document.description) for document in submission.documents] == [
        ("8-K", "example8k.htm", "REPORT OF R&D"),
        ("EX-99.1", "ex991.htm", None),
    ]
    assert texts == ["", ""]
    assert [warning.code for warning in submission.warnings] == ["documents-elsewhere"]


def test_a_submission_that_a_browser_saved_as_a_page_is_that_submission():
    shown = SEC.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    submission, texts = read(
        f"<html><head></head><body><pre style='white-space: pre-wrap;'>{shown}</pre></body></html>"
    )

    assert (submission.header.form, texts, submission.warnings) == ("8-K", ["FORM 8-K\n"], [])


def test_a_submission_within_a_page_that_escapes_nothing_is_that_submission():
    page = SEC.replace("FORM 8-K\n", "FORM 8-K of A&amp;B\n")
    submission, texts = read(f"<html><body><pre>\n{page}</pre></body></html>")

    assert (submission.header.form, texts) == ("8-K", ["FORM 8-K of A&amp;B\n"])


def test_a_page_that_only_shows_a_header_tag_is_a_page():
    submission, _ = read(f"<html><p>A submission opens with &lt;SEC-HEADER&gt;, then comes the rest.</p>{LONG_REPORT}")

    assert submission.header is None


def test_a_header_that_ends_before_its_form_is_not_whole():
    with pytest.raises(TruncatedHeader) as raised:
        read(SEC[:100])

    assert raised.value.line == 3


@pytest.mark.parametrize("text", [SEC.removesuffix("</SEC-DOCUMENT>\n"), NC.removesuffix("</SUBMISSION>\n")])
def test_a_submission_without_its_end_tag_may_not_be_whole(text):
    submission, texts = read(text)

    assert texts == ["FORM 8-K\n"]
    assert [(warning.code, warning.where) for warning in submission.warnings] == [
        ("truncated-submission", f"byte {len(text)}")
    ]


def test_a_documents_characters_are_read_up_to_a_limit_and_rejoined():
    line = "x" * 1023
    text = SEC.replace("FORM 8-K\n", f"{line}\n{line}\nend\n", 1)

    with open_source(text.encode(), 1 << 30) as source:
        submission = read_submission(source)

        assert submission.raw(submission.documents[0]) == f"{line}{line}end\n"
        assert submission.raw(submission.documents[0], 10) == "x" * 10


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<html><p>Item&nbsp;5.</p></html>", "Item 5."),
        ("# FORM 8-K\n\n## Item 5.", "FORM 8-K\n\nItem 5."),
        ("<PAGE>\nItem 5.   Other\n<TABLE>\n", "Item 5.   Other"),
    ],
)
def test_a_documents_words_whatever_it_is_written_in(source, text):
    assert document_text(source) == text


@pytest.mark.parametrize("joined", [SEC + SEC, SEC + PEM + SEC, NC + "\n\n" + NC + NC, SEC + NC])
def test_of_several_submissions_in_one_file_the_documents_are_listed_and_that_is_told_once(joined):
    submission, _ = read(joined)

    assert len(submission.documents) == joined.count("<DOCUMENT>")
    assert [(warning.code, warning.where) for warning in submission.warnings] == [
        ("several-submissions", f"byte {joined.index('<DOCUMENT>', joined.index('</DOCUMENT>'))}")
    ]


def test_a_document_without_its_end_may_quote_a_submission():
    submission, _ = read(SEC.replace("</DOCUMENT>", f"<SEC-DOCUMENT> is quoted\n{DOCUMENT}"))

    assert [warning.code for warning in submission.warnings] == ["unclosed-document"]
    assert len(submission.documents) == 2
