"""Bytes to characters."""

import pytest

from filings.text.characters import decode, in_small_letters, join_wrapped_lines, places_of, with_hyphens, with_lf


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("Montréal’s “plan”".encode(), "Montréal’s “plan”"),
        ("Montréal’s “plan” – €".encode("cp1252"), "Montréal’s “plan” – €"),
        (b"\xef\xbb\xbfFORM 8-K", "FORM 8-K"),
        (b"a\x81b", "a\ufffdb"),
        (b"EX\x00AMPLE", "EXAMPLE"),
        (b"", ""),
    ],
)
def test_utf_8_where_it_is_and_windows_1252_where_it_is_not(data, text):
    assert decode(data) == text


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"a\r\nb\r"])
def test_line_ends_become_lf(data):
    assert with_lf(data) == b"a\nb\n"


def wrapped(text: bytes) -> bytes:
    return b"\n".join(text[at : at + 1023] for at in range(0, len(text), 1023))


@pytest.mark.parametrize("length", [0, 1, 1022, 1023, 1024, 2046, 5000, 10230])
def test_what_edgar_wrapped_is_joined_again(length):
    line = (b"The registrant did this and that. " * 400)[:length]

    assert join_wrapped_lines(wrapped(line)) == line
    assert join_wrapped_lines(b"above\n" + wrapped(line)) == b"above\n" + line


@pytest.mark.parametrize(
    "data",
    [
        b"x" * 1022 + b"\nnext",
        b"x" * 1024 + b"\nnext",
        b"x" * 1023 + b"\n\nnext",
        b"x" * 1023 + b"\n",
        b"x" * 1023,
        b"a\nb\nc\n",
    ],
)
def test_a_line_that_edgar_did_not_wrap_is_left_alone(data):
    assert join_wrapped_lines(data) == data


def test_small_letters_stand_where_the_letters_stood():
    text = "İSTANBUL Straße ÀÉ ☒ Form 8-K"

    assert in_small_letters(text) == "istanbul straße àé ☒ form 8-k"
    assert in_small_letters(text).index("8-k") == text.index("8-K")


def test_words_are_found_in_any_case_and_in_order():
    text = "Item SIGNATURE İtem iTEM — item"

    assert [text[at : at + 4] for at in places_of(("item", "signature"), text)] == ["Item", "SIGN", "iTEM", "item"]
    assert list(places_of(("item",), text, 6)) == [text.index("iTEM"), text.rindex("item")]
    assert list(places_of(("absent",), text)) == []


def test_dashes_become_hyphens():
    assert with_hyphens("8\u201110-K – 2\u20124", "\u2011\u2012") == "8-10-K – 2-4"
