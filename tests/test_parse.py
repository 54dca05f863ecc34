"""The whole parser: what is taken from where, what is refused, what is only warned of."""

import io

import pytest

from filings import parse
from filings.errors import NotAFiling
from filings.parse import parse_filing

HEADER = "ACCESSION NUMBER:\t0009900123-18-000001\nCONFORMED SUBMISSION TYPE:\t{form}\nFILED AS OF DATE:\t20180504\n"
REPORT = "FORM 8-K\n\nItem 8.01 Other Events\n\nThe registrant did.\n\nSIGNATURES\n\nBy: /s/ Jane Doe\n"


def document(kind="8-K", text=REPORT, name="d.htm"):
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>1\n<FILENAME>{name}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"


def submission(*documents, header=HEADER, form="8-K"):
    head = header.format(form=form)
    return f"<SEC-DOCUMENT>x\n<SEC-HEADER>x\n{head}</SEC-HEADER>\n{''.join(documents)}</SEC-DOCUMENT>\n".encode()


def codes(filing):
    return [warning.code for warning in filing.warnings]


@pytest.mark.parametrize(
    ("source", "name", "number"),
    [
        (submission(document()), "0000111111-06-000001.txt", "0009900123-18-000001"),
        (REPORT.encode(), "edgar/data/1/0000111111-06-000001.txt", "0000111111-06-000001"),
        (REPORT.encode(), "edgar/data/1/000011111106000001/d8k.htm", "0000111111-06-000001"),
        (REPORT.encode(), "d8k.htm", None),
        (REPORT.encode(), None, None),
    ],
)
def test_the_accession_number_is_the_headers_else_the_names(source, name, number):
    assert parse_filing(source, name=name).accession_number == number


RELEASE = "Example Industries Reports Results\n\nThe Securities Exchange Act of 1934 applies{more}.\n"


@pytest.mark.parametrize(
    "exhibit",
    [
        RELEASE.format(more=""),
        RELEASE.format(more=", as our annual report on Form 10-K tells"),
        document("EX-99.1", REPORT, "ex99-1.htm"),
        document("INFORMATION TABLE", "<informationTable/>", "infotable.xml"),
        "<informationTable><infoTable><cusip>03199X102</cusip></infoTable></informationTable>",
    ],
    ids=["no form", "a form mentioned", "a document of an exhibit's type", "a document of a table's type", "a table"],
)
def test_an_exhibit_by_itself_is_not_the_filing_whose_folder_it_lies_in(exhibit):
    name = "edgar/data/1/000011111106000001/ex99-1.htm"

    assert parse_filing(exhibit.encode(), name=name).accession_number is None


@pytest.mark.parametrize(
    "source",
    [
        b"CURRENT REPORT PURSUANT TO SECTION 13 OR 15(d) of the Securities Exchange Act of 1934\n",
        b"<edgarSubmission><submissionType>D</submissionType></edgarSubmission>",
        document("8-K").encode(),
        submission(document(kind="", text="Words."), header="FILED AS OF DATE:\t20180504\n"),
    ],
    ids=["a form's title", "EDGAR's XML", "a document of a form's type", "a header without the number"],
)
def test_what_is_a_form_itself_has_the_accession_number_of_its_name(source):
    assert parse_filing(source, name="in/0000111111-06-000001.txt").accession_number == "0000111111-06-000001"


def test_the_primary_document_is_that_of_the_forms_type_wherever_it_stands():
    filing = parse_filing(submission(document("EX-99.1", "Release"), document("8-K"), document("EX-99.2", "Slides")))

    assert [item.item for item in filing.items] == ["8.01"]
    assert [one.type for one in filing.documents] == ["EX-99.1", "8-K", "EX-99.2"]


def test_without_a_document_of_the_forms_type_it_is_the_first():
    assert [item.item for item in parse_filing(submission(document("10-K"))).items] == ["8.01"]


@pytest.mark.parametrize("form", ["8-K/A", "10-K/A", "ATS-N/MA"])
def test_an_amendment_is_known_by_its_type(form):
    assert parse_filing(submission(document(form), form=form)).is_amendment is (form != "ATS-N/MA")


def test_a_document_that_is_no_text_is_listed_and_not_read():
    filing = parse_filing(submission(document(text="<PDF>\nbegin 644 a.pdf\nM)5!$\n`\nend\n</PDF>", name="a.pdf")))

    assert (filing.form, [one.filename for one in filing.documents], filing.items) == ("8-K", ["a.pdf"], ())


def test_a_form_that_nobody_reads_is_recorded_all_the_same():
    filing = parse_filing(submission(document("UNHEARD-OF", "Words."), document("EX-1"), form="UNHEARD-OF"))

    assert (filing.form, len(filing.documents), [one.number for one in filing.exhibits]) == ("UNHEARD-OF", 2, ["1"])


def test_a_header_without_a_form_type_takes_it_from_the_document_with_a_warning():
    filing = parse_filing(submission(document(kind=""), header="ACCESSION NUMBER:\t0009900123-18-000001\n"))

    assert (filing.form, codes(filing)) == ("8-K", ["no-form-type"])
    assert filing.warnings[0].message.endswith("it was read from the document: 8-K")


def test_a_header_without_an_accession_number_is_warned_of():
    assert "no-accession-number" in codes(parse_filing(submission(document(), header="FILED AS OF DATE:\t20180504\n")))


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (
            "<html><title>404 Not Found</title><p>The requested FORM 8-K was not found.</p></html>",
            "it is a web server's error page",
        ),
        ("<html><h1>Access Denied</h1><p>SEC form</p></html>", "it is a web server's error page"),
        ("<Error><Code>NoSuchKey</Code><Message>FORM 8-K</Message></Error>", "it is a web server's error page"),
        (
            "<html><p>Your Request Originates from an Undeclared Automated Tool</p></html>",
            "it is a web server's error page",
        ),
        ('{"form": "8-K"}', "it is JSON without an EDGAR header, a form's name or a word of the securities laws"),
        (
            "Dear Sir, thank you for the cake.",
            "it is text without an EDGAR header, a form's name or a word of the securities laws",
        ),
        (
            "<html><p>Cake</p></html>",
            "it is an HTML page without an EDGAR header, a form's name or a word of the securities laws",
        ),
    ],
)
def test_what_is_no_filing_is_refused_with_the_reason(page, sentence):
    with pytest.raises(NotAFiling) as raised:
        parse_filing(page.encode())

    assert raised.value.why == sentence


@pytest.mark.parametrize("title", ["425", "497", "144 notice", "10-K"])
def test_a_page_titled_with_a_rule_or_a_form_is_no_error_page(title):
    assert parse_filing(f"<html><title>{title}</title><p>FORM 8-K</p></html>".encode()).form == "8-K"


def test_an_error_page_within_a_submission_is_a_document():
    page = "<html><title>404 Not Found</title></html>"

    assert parse_filing(submission(document(text=page))).form == "8-K"


def test_a_stream_is_left_open_and_read_from_its_beginning():
    stream = io.BytesIO(submission(document()))
    stream.seek(50)

    assert parse_filing(stream) == parse_filing(stream)
    assert not stream.closed


def test_a_report_longer_than_any_is_read_as_far_as_memory_allows_with_a_warning(monkeypatch):
    monkeypatch.setattr(parse, "LARGEST_TEXT", 120)

    filing = parse_filing(submission(document(text=REPORT + "More words. " * 100)))

    assert codes(filing) == ["document-cut"]
    assert filing.warnings[0].message == "the report is longer than any: its first 120 characters were read"


def test_a_page_of_nothing_but_tags_is_read_as_far_as_memory_allows_with_a_warning(monkeypatch):
    monkeypatch.setattr(parse, "MOST_TAGS", 300)

    filing = parse_filing(submission(document(text=f"<p>{REPORT}</p>".replace("\n", "<br>") + "<" * 500)))

    assert "document-cut" in codes(filing)
    assert [item.item for item in filing.items] == ["8.01"]
