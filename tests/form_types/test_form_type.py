"""Which form a bare document is."""

import time

import pytest

from filings.form_types.form_type import form_of_text, form_of_xml, is_evidence

PRINTED = {
    "FORM 8-K": "8-K",
    "Form 8-K": "8-K",
    "FORM 8K": "8-K",
    "FORM 8–K": "8-K",
    "FORM 8\u2011K": "8-K",
    "FORM 8 - K": "8-K",
    "FORM 8--K": "8-K",
    "FORM 10--Q": "10-Q",
    "FORM 10-KSB.-- ANNUAL REPORT\n\nFORM 10-KSB": "10-KSB",
    "FORM\n8-K": "8-K",
    "FORM\xa08-K": "8-K",
    "FORM TYPE: 8-K": "8-K",
    "“FORM 8-K”": "8-K",
    "FORM 8-K\tCURRENT REPORT": "8-K",
    "FORM 8-K12B": "8-K12B",
    "FORM 8-K/A": "8-K/A",
    "FORM 8-K/A\n(Amendment No. 2)": "8-K/A",
    "FORM 8-K\n\nCURRENT REPORT\n\n(Amendment No. 1)": "8-K/A",
    "AMENDMENT NUMBER ONE\nTO\nFORM 8-K": "8-K/A",
    "FORM 8-K\n\nAmendment No. ___": "8-K",
    "CURRENT REPORT\nPursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934": "8-K",
    "FORM 10-K": "10-K",
    "FORM 10K": "10-K",
    "FORM 10-K405": "10-K405",
    "FORM 10-KSB": "10-KSB",
    "FORM 10-Q": "10-Q",
    "FORM 20-F": "20-F",
    "FORM 6-K": "6-K",
    "FORM S-8": "S-8",
    "FORM 13F": "13F-HR",
    "FORM 4": "4",
    "SCHEDULE 13D": "SC 13D",
    "SCHEDULE 13G\n(Amendment No. 3)": "SC 13G/A",
    "SCHEDULE 14A": "DEF 14A",
    "Filed Pursuant to Rule 424(b)(5)": "424B5",
}


@pytest.mark.parametrize(("page", "form"), PRINTED.items())
def test_the_form_that_a_first_page_prints(page, form):
    assert (
        form_of_text(f"UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\n\n{page}\n\nDate of Report: May 4\n") == form
    )


def test_the_first_heading_counts_and_not_the_forms_that_sentences_mention():
    page = "This refers to our annual report on Form 10-K for the year ended May 4, 1998.\n\nFORM 8-K\n\nFORM 10-Q\n"

    assert form_of_text(page) == "8-K"


def test_a_form_only_mentioned_is_believed_where_the_text_speaks_as_filings_do():
    mention = "This current report on Form 8-K is filed by the company named below for the year."

    assert form_of_text(mention) is None
    assert form_of_text(f"{mention} The registrant signs.") == "8-K"


@pytest.mark.parametrize(
    "page",
    ["", "Press release\n\nWe earned money.", "FORMULA 8-K", "PLATFORM 4", "form 8-K.1", "x" * 6000 + "FORM 8-K"],
)
def test_a_page_that_prints_no_form(page):
    assert form_of_text(page) is None


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("<ownershipDocument><documentType>4</documentType></ownershipDocument>", "4"),
        ('<?xml version="1.0"?><edgarSubmission xmlns="x"><headerData><submissionType>D/A</submissionType>', "D/A"),
        ("<ns1:edgarSubmission><ns1:submissionType> 13F-HR </ns1:submissionType>", "13F-HR"),
        ("<informationTable><infoTable/></informationTable>", "13F-HR"),
        ("<notificationOfRemoval><issuer/></notificationOfRemoval>", "25-NSE"),
        ('<inf:proxyVoteTable xmlns:inf="x"><inf:proxyTable/></inf:proxyVoteTable>', "N-PX"),
        ('<?xml version="1.0"?><assetData xmlns="x"><assets/></assetData>', "ABS-EE"),
        ("<effectSubmission/>", "EFFECT"),
        ("<html><p>ownershipDocument</p></html>", None),
        ("<edgarSubmission/>", None),
        ("", None),
    ],
)
def test_the_form_of_edgars_xml(source, form):
    assert form_of_xml(source) == form


@pytest.mark.parametrize(
    "text", ["Securities and\nExchange Commission", "Commission File No. 1", "the Registrant", "SEC form"]
)
def test_words_of_the_securities_laws_are_evidence_of_a_filing(text):
    assert is_evidence(f"Some words. {text} And more.")


@pytest.mark.parametrize("text", ["", "We sell security doors in exchange for money.", "A second form"])
def test_other_words_are_none(text):
    assert not is_evidence(text)


@pytest.mark.parametrize("run", [" ", "\n", "FORM ", "filed by ", "Schedule "])
def test_a_page_that_means_harm_is_typed_at_once(run):
    started = time.process_time()
    form_of_text("FORM" + run * (50_000 // len(run)))

    assert time.process_time() - started < 0.5
