"""Letters set in a symbol font, as the signs they look like."""

import pytest

from filings.text.symbol_font import draw_signs

SIGNS = {
    '<font face="Wingdings">o</font>': '<font face="Wingdings">☐</font>',
    '<font face="Wingdings">x</font>': '<font face="Wingdings">☒</font>',
    '<font face="Wingdings">&#168;</font>': '<font face="Wingdings">☐</font>',
    '<font face="Wingdings">&#254;</font>': '<font face="Wingdings">☒</font>',
    '<font face="Wingdings">&#61551;</font>': '<font face="Wingdings">☐</font>',
    '<font face="Wingdings">l</font> item': '<font face="Wingdings">•</font> item',
    '<font face="Wingdings">o x</font>': '<font face="Wingdings">☐ ☒</font>',
    '<font face="Wingdings">☒</font>': '<font face="Wingdings">☒</font>',
    "<FONT FACE=WINGDINGS>o</FONT>": "<FONT FACE=WINGDINGS>☐</FONT>",
    '<font face="Wingdings 2">&#163;</font>': '<font face="Wingdings 2">☐</font>',
    '<font face="Wingdings2">R</font>': '<font face="Wingdings2">☒</font>',
    '<font face="Webdings">c</font>': '<font face="Webdings">☐</font>',
    '<font face="Wingdings"><b>o</b></font>': '<font face="Wingdings"><b>☐</b></font>',
    "<p style='font-family:Wingdings'>o</p>": "<p style='font-family:Wingdings'>☐</p>",
    '<font face="Wingdings">o&#160;&#160;&#160;&#160;&#160;</font>': '<font face="Wingdings">☐     </font>',
    "<p style='font-family: \"Wingdings\"'>o</p>": "<p style='font-family: \"Wingdings\"'>☐</p>",
    "<p style='font:10pt Wingdings'>o</p>": "<p style='font:10pt Wingdings'>☐</p>",
    '<font face="Wingdings, sans-serif">o</font>': '<font face="Wingdings, sans-serif">☐</font>',
}
UNTOUCHED = [
    "",
    "An o stays an o.",
    "Set in Wingdings, the letter o is a box > that is all.",
    "<p>Wingdings</p>o",
    '<font face="Wingdings"></font>o',
    "<font face='Times New Roman, Wingdings'>The report</font>",
    "<style>.w {font-family:Wingdings}</style><span class=w>o</span>",
    '<font face="Wingdings">Nobody draws this many signs in one run.</font>',
    '<font face="Symbol">o</font>',
    "a</Wingdings>o",
    "<font face=Wingdings",
]


def with_signs(page):
    pieces = page.split("<")
    for place in range(1, len(pieces)):
        draw_signs(pieces, place)
    return "<".join(pieces)


@pytest.mark.parametrize(("page", "drawn"), SIGNS.items())
def test_letters_become_the_signs_that_they_draw(page, drawn):
    assert with_signs(page) == drawn


@pytest.mark.parametrize("page", UNTOUCHED)
def test_other_letters_stay_letters(page):
    assert with_signs(page) == page


def test_the_place_of_the_drawn_letters_is_told():
    pieces = ["", 'font face="Wingdings">', "b>", "i>o", "/i>"]

    assert draw_signs(pieces, 1) == 3
    assert pieces[3] == "i>☐"
    assert draw_signs(pieces, 2) is None
