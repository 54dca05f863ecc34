"""A cover from its tags and its words together."""

import pytest

from filings.parse import parse_filing

WORDS = """<html><p>FORM 8-K</p><p>Date of Report (Date of earliest event reported): May 4, 2023</p>
<p>EXAMPLE INDUSTRIES, INC.</p><p>(Exact name of registrant as specified in its charter)</p>
<p>Delaware</p><p>(State or other jurisdiction of incorporation)</p>
<p>100 Main Street, Suite 5, Springfield, Massachusetts 01101</p><p>(Address of principal executive offices)</p>
<p>{box} Written communications pursuant to Rule 425 under the Securities Act (17 CFR 230.425)</p>
<p>☐ Soliciting material pursuant to Rule 14a-12 under the Exchange Act (17 CFR 240.14a-12)</p>
<p>{more}</p><p>Item 8.01 Other Events</p><p>The registrant, a Nevada company, did. ☒ 1-99999</p></html>
"""
TAGGED = '<ix:nonNumeric name="dei:{name}" contextRef="c1" format="{kind}">{words}</ix:nonNumeric>'


def cover(box="☒", more=""):
    return parse_filing(WORDS.format(box=box, more=more).encode()).cover


def test_without_tags_the_words_are_the_cover():
    read = cover()

    assert (read.registrant_name, read.state_of_incorporation) == ("EXAMPLE INDUSTRIES, INC.", "Delaware")
    assert (read.address.street2, read.address.zip_code) == ("Suite 5", "01101")
    assert (read.checkboxes.written_communications, read.checkboxes.soliciting_material) == (True, False)


def test_a_tagged_fact_goes_before_the_words_and_only_before_its_own():
    box = TAGGED.format(name="WrittenCommunications", kind="ixt-sec:boolballotbox", words="☐")
    name = TAGGED.format(name="EntityRegistrantName", kind="", words="Example Industries")
    zip_code = TAGGED.format(name="EntityAddressPostalZipCode", kind="", words="01102")

    read = cover(box=box, more=name + zip_code)

    assert (read.registrant_name, read.state_of_incorporation) == ("Example Industries", "Delaware")
    assert (read.address.street1, read.address.zip_code) == ("100 Main Street", "01102")
    assert (read.checkboxes.written_communications, read.checkboxes.soliciting_material) == (False, False)


def test_a_street_that_is_tagged_as_one_line_has_no_second_one():
    read = cover(more=TAGGED.format(name="EntityAddressAddressLine1", kind="", words="100 Main Street, Suite 5"))

    assert (read.address.street1, read.address.street2) == ("100 Main Street, Suite 5", None)
    assert read.address.city == "Springfield"


def test_what_stands_below_the_first_item_is_no_cover():
    read = cover()

    assert read.commission_file_number is None
    assert read.checkboxes.emerging_growth_company is None


@pytest.mark.parametrize(
    "source", ["FORM 8-K\n\nItem 8.01 Other Events\n\nWe did.", "FORM 8-K\n\nThe registrant has no cover."]
)
def test_a_report_without_a_cover_has_one_that_says_nothing(source):
    said = parse_filing(source.encode()).cover.model_dump(exclude={"checkboxes", "securities"})

    assert set(said.values()) == {None}
