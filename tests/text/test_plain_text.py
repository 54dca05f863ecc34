"""The text of a plain-text document."""

import pytest

from filings.text.plain_text import plain_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Item 5.   Other\n   Events", "Item 5.   Other\n   Events"),
        ("a\n<PAGE>\nb", "a\n\nb"),
        ("a\n<PAGE>   3\nb", "a\n\nb"),
        ("a\n<PAGE> 3 of the report\nb", "a\n 3 of the report\nb"),
        ("<TABLE>\n<CAPTION>\nx\n<S>     <C>\na       1\n</TABLE>", "x\n\na       1"),
        ("<FN>\n<F1>note\n</FN>", "note"),
        ("<PDF>a</PDF>", "a"),
        ("<BOGUS>x and a < b", "<BOGUS>x and a < b"),
        ("a\tb", "a       b"),
        ("a\x0cb", "a\nb"),
        ("a   \nb\t\nc", "a\nb\nc"),
        ("a\n\n\n\n\n\n\nb", "a\n\n\nb"),
        ("a\n \n \n \n \nb", "a\n\n\nb"),
        ("AT&amp;T & Co. &#150; x", "AT&T & Co. – x"),
        ("a\xa0b\xadc\x1a\x00", "a bc"),
        ("\n\n  a  \n\n", "a"),
        ("", ""),
    ],
)
def test_lines_and_columns_stay_as_the_filer_set_them(source, text):
    assert plain_text(source) == text
