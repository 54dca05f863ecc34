"""Item numbers in every spelling."""

import pytest

from filings.forms.form_8k import ITEMS
from filings.items.item_number import find_numbers, numbers_in

SPELLINGS = {
    "Item 5.": ("5",),
    "ITEM 5 OTHER EVENTS": ("5",),
    "Item5.02": ("5.02",),
    "ITEM8.01OTHER EVENTS": ("8.01",),
    "Item 8.1": ("8.01",),
    "Item 08.01": ("8.01",),
    "Item 8. 01": ("8.01",),
    "Item 8,01": ("8.01",),
    "Item 8.O1": ("8.01",),
    "Item 8.0l": ("8.01",),
    "Item 8.OI": ("8.01",),
    "Items 2.O2, 7.0I and 9.O1": ("2.02", "7.01", "9.01"),
    "Item 8. OIL AND GAS": ("8",),
    "Item 8:01": ("8.01",),
    "Item\n                5.02": ("5.02",),
    "Item\xa05.02": ("5.02",),
    "Item\t5.02": ("5.02",),
    "Item: 5": ("5",),
    "Item. 8.01": ("8.01",),
    "Item - 8.01": ("8.01",),
    "Item – 8.01": ("8.01",),
    "Item #5": ("5",),
    "Item No. 5": ("5",),
    "ITEM NO. 12": ("12",),
    "Item Number 5": ("5",),
    "Item Five.": ("5",),
    "ITEM SEVEN": ("7",),
    "ITEM V.": ("5",),
    "Item VII": ("7",),
    "I T E M  5.": ("5",),
    "Item 5(a)": ("5",),
    "Item 5.02 (b), (c)": ("5.02",),
    "Item 5.02(b), (c) and (e)": ("5.02",),
    "Items 1.01(a) and 5.02(e)": ("1.01", "5.02"),
    "Items 2.02, 7.01 and 9.01": ("2.02", "7.01", "9.01"),
    "Items 2.02, 7.01, and 9.01": ("2.02", "7.01", "9.01"),
    "Items 2.02, 7.01 & 9.01": ("2.02", "7.01", "9.01"),
    "Items 1.01; 2.03": ("1.01", "2.03"),
    "Item 2.02/9.01": ("2.02", "9.01"),
    "Item 2.02 / Item 9.01": ("2.02", "9.01"),
    "Item 7.01 + Item 8.01": ("7.01", "8.01"),
    "ITEM 1.01 AND ITEM 2.03": ("1.01", "2.03"),
    "Item 1.01 and\nItem 2.03": ("1.01", "2.03"),
    "Item 7.01, Item 8.01, Item 9.01": ("7.01", "8.01", "9.01"),
    "Items 1-4": ("1", "2", "3", "4"),
    "Items 1 - 4": ("1", "2", "3", "4"),
    "Items 1 through 4": ("1", "2", "3", "4"),
    "Items 1 through 4, 6 and 8": ("1", "2", "3", "4", "6", "8"),
    "Item 1, 2, 3, 4:": ("1", "2", "3", "4"),
    "Item 5 and 7(c)": ("5", "7"),
    "Items 5, 99 and 7": ("5", "7"),
}


@pytest.mark.parametrize(("spelling", "numbers"), SPELLINGS.items())
def test_a_spelling_and_its_numbers(spelling, numbers):
    (place,) = find_numbers(f"Above.\n{spelling} Below.", ITEMS)

    assert (place.start, place.numbers) == (7, numbers)


@pytest.mark.parametrize(
    "words",
    [
        "Item 304(a)(1)(v) of Regulation S-K",
        "Item 99",
        "Item 10.2",
        "Items of interest",
        "item i would mention",
        "line item 5% of sales",
        "Item",
        "Itemized 5.02",
        "Lineitem 5",
        "Item 1A. Risk Factors",
        "Item 12b-2",
        "Item 99 and 5.02",
    ],
)
def test_words_that_name_no_item_of_the_form(words):
    assert list(find_numbers(words, ITEMS)) == []


def test_places_follow_each_other_and_never_overlap():
    text = "Item 1.01 and Item 2.03; see Item 9.01 (and ITEM 8.01)."

    places = list(find_numbers(text, ITEMS))

    assert [text[place.start : place.end] for place in places] == ["Item 1.01 and Item 2.03", "Item 9.01", "ITEM 8.01"]


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("5.02", ("5.02",)),
        ("5", ("5",)),
        ("Other Events", ()),
        ("1 through 3", ("1", "2", "3")),
        ("5.02, 5.02", ("5.02",)),
        ("five", ("5",)),
        ("II, 5", ("2", "5")),
        ("Articles V", ()),
        ("", ()),
    ],
)
def test_numbers_without_the_word_item(label, numbers):
    assert numbers_in(label, ITEMS) == numbers


def test_the_form_decides_which_letters_a_number_may_have():
    assert numbers_in("1a, 7A and 9A(T)", {"1A", "7A", "9A"}) == ("1A", "7A", "9A")
