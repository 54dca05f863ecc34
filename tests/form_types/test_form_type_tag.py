"""The submission type as inline XBRL tags it, on a page without a header."""

import pytest

from filings.errors import NotAFiling
from filings.form_types.form_type_tag import form_of_tags
from filings.parse import parse_filing
from filings.record import Fact

TAG = '<ix:nonNumeric contextRef="c" name="dei:DocumentType">{}</ix:nonNumeric>'


@pytest.mark.parametrize(
    ("tagged", "amends", "form"),
    [
        ("8-K", False, "8-K"),
        ("10-K", True, "10-K/A"),
        ("10-K/A", True, "10-K/A"),
        ("424B2", None, "424B2"),
        ("EX-FILING FEES", False, None),
        ("Other document", False, None),
        (None, True, None),
    ],
)
def test_the_type_that_is_tagged(tagged, amends, form):
    facts = [Fact(concept="dei:DocumentType", value=tagged), Fact(concept="dei:AmendmentFlag", value=amends)]

    assert form_of_tags(facts) == form


def test_a_page_whose_words_tell_nothing_or_another_form_is_what_its_tag_says():
    assert parse_filing(f"<html><p>{TAG.format('8-K')}</p></html>".encode()).form == "8-K"
    assert parse_filing(f"<html><p>FORM 10-K</p><p>{TAG.format('10-KT')}</p></html>".encode()).form == "10-KT"


def test_an_accession_number_in_the_name_is_that_of_a_tagged_form_and_not_of_a_tagged_exhibit():
    name = "0009900101-24-000003.htm"
    page = "<html><p>of the registrant</p>{}</html>"

    assert parse_filing(page.format(TAG.format("8-K")).encode(), name=name).accession_number == "0009900101-24-000003"
    assert parse_filing(page.format(TAG.format("EX-26")).encode(), name=name).accession_number is None


def test_a_tagged_page_that_is_no_filing_is_none():
    with pytest.raises(NotAFiling):
        parse_filing(b"<html><ix:nonNumeric contextRef='c' name='other:Text'>words</ix:nonNumeric></html>")
