"""How much of a form's own title stands behind a number."""

import pytest

from filings.forms.form_8k import ITEMS
from filings.items.item_heading import TITLE_SHARE
from filings.items.item_title import match_title

PRINTED = [
    ("8.01", "Other Events", 1.0),
    ("8.01", "OTHER EVENTS.", 1.0),
    ("8.01", "Other Event", 1.0),
    ("8.01", "Events", 0.5),
    (
        "5.02",
        "Departure of Directors or Principal Officer; Election of Directors; Appointment of Principal Officers",
        1.0,
    ),
    ("4.01", "Changes in Registrants Certifying Accountants", 1.0),
    ("4.01", "Changes in Registrant’s Certifying Accountant", 1.0),
    ("9.01", "Financial\nStatements   and\tExhibits", 1.0),
    ("9.01", "Financial Statements, Pro Forma Financial Information and Exhibits", 1.0),
    ("7", "EXHIBITS", 1.0),
    ("7.01", "Reg. FD Disclosure", 2 / 3),
    ("2.03", "Creation of a Direct Financial Obligation", 0.5),
    ("8.01", "We did something.", 0.0),
    ("8.01", "", 0.0),
]


@pytest.mark.parametrize(("number", "printed", "share"), PRINTED)
def test_the_share_of_a_title_that_is_printed(number, printed, share):
    assert match_title(printed, 0, ITEMS[number]).share == pytest.approx(share)


def test_a_match_ends_behind_the_titles_last_word():
    text = "Item 8.01 Other Events. On May 4, 2006, other events came."

    match = match_title(text, 10, ITEMS["8.01"])

    assert text[10 : match.end] == "Other Events"


@pytest.mark.parametrize(
    "printed",
    [
        "Departure of Directors or Certain Officers",
        "Creation of a Direct Financial Obligation",
        "Notice of Delisting or Failure to Satisfy a Continued Listing Rule",
        "Non-Reliance on Previously Issued Financial Statements",
    ],
)
def test_the_first_words_of_a_long_title_are_enough(printed):
    titles = {title: match_title(printed, 0, titles).share for titles in ITEMS.values() for title in titles}

    assert max(titles.values()) >= TITLE_SHARE


def test_the_text_behind_a_title_cut_short_is_not_searched_for_the_rest():
    text = "Creation of a Direct Financial Obligation. On May 4, 2006, we drew under an arrangement of the registrant."

    match = match_title(text, 0, ITEMS["2.03"])

    assert text[: match.end] == "Creation of a Direct Financial Obligation"


def test_a_title_ends_with_no_small_word_of_the_sentence_behind_it():
    printed = "Changes in Control. The company"

    assert printed[: match_title(printed, 0, ["Changes in Control of the Registrant"]).end] == "Changes in Control"


def test_the_next_items_title_is_not_this_ones():
    assert match_title("None. Item 8.01 Other Events", 0, ITEMS["8.01"]).share == 0


def test_of_several_titles_the_best_counts():
    assert match_title("Other Events and Regulation FD Disclosure", 0, ITEMS["5"]).end == 41
