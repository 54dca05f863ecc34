"""The text of a filing that somebody converted to Markdown."""

import pytest

from filings.submission import document_text
from filings.text.markdown_text import looks_like_markdown, markdown_text

TEXTS = {
    "# FORM 8-K\n\n## Item 5. ##": "FORM 8-K\n\nItem 5.",
    "Title\n=====\n\na\n\n---\n\nb\n* * *": "Title\n\na\n\nb",
    "**a** and __b__ and *c* and _d_": "a and b and c and d",
    "***a*** **b *c* d**": "a b c d",
    "*a **b** c*": "a b c",
    "*a *b*": "*a b",
    "**Item 5.** **Other Events**": "Item 5. Other Events",
    "a_b_c 2 * 3 * 4 file_name": "a_b_c 2 * 3 * 4 file_name",
    "[text](http://example.com) ![picture](x.png)": "text picture",
    "| a | b |\n|---|:-:|\n| c | d |": "a\tb\n\nc\td",
    "|a||b|\n|--|--|--|": "a\tb",
    "| a | b\n": "a\tb",
    "Above. | a | b |": "Above.\ta\tb",
    "1\\. a \\* b \\_\\_ \\$5": "1. a * b __ $5",
    "a<br>b <br/> c": "a\nb\nc",
    "a <b>b</b> <span class='x'>c</span><sup>1</sup>": "a b c1",
    "> quoted\n> > twice": "quoted\ntwice",
    "AT&amp;T &nbsp; x": "AT&T   x",
    "a   \nb\n\n\n\n\nc": "a\nb\n\nc",
    "- a\n- b": "- a\n- b",
    "": "",
}


@pytest.mark.parametrize(("source", "text"), TEXTS.items())
def test_marks_go_and_words_and_lines_stay(source, text):
    assert markdown_text(source) == text


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B",
        "# A\n\n**b**",
        "**a** **b**\n\n**c**",
        "| a | b |\n| c | d |",
        "|---|---|",
    ],
)
def test_markdown_is_known_by_its_marks(text):
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FORM 8-K\n\nItem 5.",
        "# 1 of 2",
        "a ** b ** c",
        "* a\n* b\n* c",
        "Yes |X|  No |_|",
        "-----   -----\n  a | b",
    ],
)
def test_plain_text_is_none(text):
    assert not looks_like_markdown(text)


def test_a_cell_of_lines_becomes_lines():
    source = "# FORM 8-K\n\n# SIGNATURES\n\n| Date: May 4 | By: /s/ Jane Doe<br>Jane Doe<br>President |\n|---|---|\n"

    assert document_text(source).endswith("Date: May 4\tBy: /s/ Jane Doe\nJane Doe\nPresident")
