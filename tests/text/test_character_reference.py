"""Character references, hostile ones too."""

import pytest

from filings.text.character_reference import unescape


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A &amp; B &#9746; &#x2612;", "A & B ☒ ☒"),
        ("&#55357;&#0;&#99999999;", "\ufffd\ufffd\ufffd"),
        (f"a&#{'9' * 5000};&amp;b", "a\ufffd&b"),
        (f"&#x{'9' * 5000};", "\ufffd"),
    ],
)
def test_a_reference_is_the_character_it_names_or_none(text, read):
    assert unescape(text) == read
