"""A cover's lines and cells: what is a caption, what is a value, what is neither."""

import pytest

from filings.covers.cover_captions import behind_colon, first_of, is_nothing, is_value, segments_of


def captions(cover):
    return [(segment.text, segment.caption) for segment in segments_of(cover)]


def test_a_caption_in_parentheses_is_one_segment_however_many_lines_it_takes():
    cover = "Delaware\n(State or other\njurisdiction of\nincorporation)\n0-12345"

    assert captions(cover) == [
        ("Delaware", None),
        ("(State or other jurisdiction of incorporation)", "state"),
        ("0-12345", None),
    ]


def test_cells_and_columns_are_segments_of_their_own():
    cover = "Delaware\t0-12345\n Nevada       0-54321      "

    assert [text for text, _ in captions(cover)] == ["Delaware", "0-12345", "Nevada", "0-54321"]


def test_a_value_and_its_caption_on_one_line_are_two_segments():
    assert captions("Example, Inc. (Exact name of registrant as specified in its charter)") == [
        ("Example, Inc.", None),
        ("(Exact name of registrant as specified in its charter)", "name"),
    ]


def test_rules_part_what_stands_on_either_side_and_are_nothing_themselves():
    cover = "Delaware_______0-12345\n- ----------------\nNevada - --------"

    assert [text for text, _ in captions(cover)] == ["Delaware", "0-12345", "Nevada"]


def test_other_words_in_parentheses_stay_together_too():
    cover = "EXAMPLE FUNDING CORP.\n(as depositor under the agreement\nof May 1, 1998)\n(Exact name of registrant)"

    assert [text for text, _ in captions(cover)][1] == "(as depositor under the agreement of May 1, 1998)"


def test_a_line_without_a_blank_one_above_follows_it():
    assert [segment.follows for segment in segments_of("ONE\nTWO\n\nTHREE\n      FOUR\nFIVE\tSIX")] == [
        False,
        True,
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("(Exact name of registrant as specified in its charter)", "name"),
        ("(Exact Name of Issuer as Specified in Charter)", "name"),
        ("(Name of small business issuer in its charter)", "name"),
        ("(Registrant)", "name"),
        ("(State or other jurisdiction of incorporation)", "state"),
        ("(State of Incorporation)", "state"),
        ("(Province or other jurisdiction of incorporation)", "state"),
        ("(State)", "state"),
        ("Commission File Number:", "file"),
        ("SEC File No.", "file"),
        ("(I.R.S. Employer Identification No.)", "ein"),
        ("(IRS Employer", "ein"),
        ("Identification No.)", "ein"),
        ("(I.R.S. ID)", "ein"),
        ("Taxpayer I.D.", "ein"),
        ("(Address of principal executive offices)", "address"),
        ("(Zip Code)", "zip"),
        ("Registrant's telephone number, including area code", "phone"),
        ("Telephone (413) 555-0100", "phone"),
        ("Telephone: A/C 413 555-0100", "phone"),
        ("(Former name or former address, if changed since last report)", "former"),
        ("Date of Report (Date of earliest event reported)", "date"),
        ("FOR THE QUARTER ENDED", "date"),
    ],
)
def test_captions_in_their_spellings(caption, kind):
    assert {segment.caption for segment in segments_of(caption)} == {kind}


def test_the_first_segment_of_a_caption_is_found_or_none():
    segments = segments_of("Delaware\n(State)\nNevada\n(State)")

    assert first_of(segments, "state") == 1
    assert first_of(segments, "zip") is None


@pytest.mark.parametrize(
    "text",
    [
        "UNITED STATES",
        "SECURITIES AND EXCHANGE COMMISSION",
        "Washington, D.C. 20549",
        "FORM 8-K/A",
        "CURRENT REPORT",
        "Pursuant to Section 13 or 15(d)",
        "of the Securities Exchange Act of 1934",
        "(Amendment No. 1)",
        "Amendment to Application or Report",
        "____________",
        " * * * ",
    ],
)
def test_lines_that_every_cover_has_are_no_values(text):
    assert not is_value(text)


@pytest.mark.parametrize(
    "text", ["Example, Inc.", "Delaware", "0-12345", "1 Example Way", "Washington, D.C. 20037", "Washington, DC 20001"]
)
def test_other_lines_can_be_values(text):
    assert is_value(text)


@pytest.mark.parametrize(
    "text", ["", "N/A", "n.a.", "None", "NOT APPLICABLE", "Same", "Unchanged.", "______", "No change"]
)
def test_values_that_say_there_is_none(text):
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["Example, Inc.", "Nonesuch Corp.", "0"])
def test_values_that_say_something(text):
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("caption", "value"),
    [
        ("State of incorporation: Delaware", "Delaware"),
        ("(State):", ""),
        ("State of incorporation", ""),
        ("A: B: __C__", "C"),
    ],
)
def test_a_value_behind_a_colon(caption, value):
    assert behind_colon(caption) == value
