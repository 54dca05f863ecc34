"""States, provinces and countries as covers spell them."""

import pytest

from filings.covers.place import code_of, is_place, is_state, place_at_end


@pytest.mark.parametrize(
    "text",
    [
        "Delaware",
        "DELAWARE",
        "*Delaware*",
        "New\nYork",
        "Commonwealth of Pennsylvania",
        "the State of Delaware",
        "Mass.",
        "Ontario, Canada",
        "Province of Québec",
        "Delaware, U.S.A.",
        "England and Wales",
        "Republic of the Marshall Islands",
        "Kingdom of the Netherlands",
        "People’s Republic of China",
        "Peoples’ Republic of China",
        "Curaçao",
        "British Virgin Islands",
    ],
)
def test_a_places_name_and_nothing_more(text):
    assert is_place(text)


@pytest.mark.parametrize("text", ["", "DE", "Delaware corporation", "1-12345", "Massachusetts Avenue", "Mass", "in"])
def test_what_is_more_or_less_than_a_places_name(text):
    assert not is_place(text)


@pytest.mark.parametrize("text", ["DE", "D.C.", "New York", "Pa.", "Mass", "BC"])
def test_states_and_provinces_by_code_name_or_abbreviation(text):
    assert is_state(text)


@pytest.mark.parametrize("text", ["de", "Germany", "England", ""])
def test_what_is_no_state(text):
    assert not is_state(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Armonk, New York", "New York"),
        ("Armonk, New York,", "New York"),
        ("Springfield, Mass.", "Mass."),
        ("Harrisburg, Pa", "Pa"),
        ("Washington, D.C.", "D.C."),
        ("Washington, DC", "DC"),
        ("Albany, N.Y.", "N.Y."),
        ("Charleston, W. Va.", "W. Va."),
        ("Toronto, Ontario, Canada", "Canada"),
        ("Montréal, Québec", "Québec"),
        ("Beijing, People’s Republic of China", "People’s Republic of China"),
        ("Beijing, P.R. China", "P.R. China"),
        ("Nassau, The Bahamas", "The Bahamas"),
        ("Bermuda", "Bermuda"),
    ],
)
def test_the_longest_place_that_ends_a_text(text, name):
    place = place_at_end(text)

    assert (place.name, text[place.start :][: len(name)]) == (name, name)


@pytest.mark.parametrize("text", ["", "Springfield", "100 Main Street", "Route 1 in", "near Miss", "Georgia Pacific"])
def test_a_text_that_ends_in_no_place(text):
    assert place_at_end(text) is None


@pytest.mark.parametrize(("name", "code"), [("Delaware", "DE"), ("new  york", "NY"), ("Ruritania", None)])
def test_the_code_of_a_state(name, code):
    assert code_of(name) == code
