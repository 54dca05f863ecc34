"""Letters set in a symbol font, as the signs they look like."""

import pytest

from filings.symbol_font import with_symbols

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


@pytest.mark.parametrize(("page", "drawn"), SIGNS.items())
def test_letters_become_the_signs_that_they_draw(page, drawn):
    assert with_symbols(page) == drawn


@pytest.mark.parametrize("page", UNTOUCHED)
def test_other_letters_stay_letters(page):
    assert with_symbols(page) == page


def test_letters_whose_small_form_is_longer_do_not_move_the_signs():
    assert with_symbols('İİİ<font face="Wingdings">o</font>') == 'İİİ<font face="Wingdings">☐</font>'
