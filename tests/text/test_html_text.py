"""The words of an HTML page: which tags end lines, what is not on the page, and what broken markup loses."""

import pytest

from filings.text.html_text import html_text, looks_like_html

LINES = {
    "a<br>b<BR/>c": "a\nb\nc",
    "<p>a</p><p>b</p>": "a\n\nb",
    "<div>a</div>\n\n\n<div>b</div>": "a\n\nb",
    "<ul><li>a</li><li>b</li></ul>": "a\n\nb",
    "<h2>a</h2>b": "a\nb",
    "a<hr>b<img src=x>c": "a\nb\nc",
    "<center>a</center>b": "a\nb",
    "a\nb\r\nc\td\x0ce": "a b c d e",
    "a   b&nbsp;&nbsp;c\u2003d\u3000e": "a b c d e",
    "co&shy;op a\u200bb\ufeffc": "coop abc",
    "caf\xe9 \u2019s \U0001f4c8": "caf\xe9 \u2019s \U0001f4c8",
    "": "",
}
WITHIN_A_LINE = {
    "a<b>b</b><i>c</i><font size=1>d</font>e": "abcde",
    "<b>I</b>tem I<font size=1>TEM</font>": "Item ITEM",
    "<span\nclass=x>a</span>b": "ab",
    "Inc.<sup>1</sup>": "Inc.1",
    "no<wbr>break <nobr>a b</nobr>": "nobreak a b",
    "<del>a</del><ins>b</ins>": "ab",
    '<ix:nonNumeric name="dei:X">Example</ix:nonNumeric>, Inc.': "Example, Inc.",
    "<st1:State><st1:place>Delaware</st1:place></st1:State> corporation": "Delaware corporation",
}
TABLES = {
    "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>": "a\tb\n\nc\td",
    "<table><tr><th>a</th><th>b</th></tr></table>": "a\tb",
    "<table><tr><td>a<td>b<tr><td>c<td>d</table>": "a\tb\nc\td",
    "<table><tr><td></td><td>a</td><td>&nbsp;</td><td>b</td></tr></table>": "a\tb",
    "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>": "a\tb",
    "<table><tr><td>a<br>b</td><td>c</td></tr></table>": "a\nb\tc",
}
HIDDEN = {
    "<html><head><title>8-K</title></head><body>a</body></html>": "a",
    "a<!-- <p>b</p> -->c": "ac",
    "a<!-- b > c -->d": "ad",
    "a<script>if (x<y) {}</script>c": "a\nc",
    "a<STYLE>p {}</STYLE>c": "a\nc",
    "<div style='display:none'><ix:header><ix:hidden>a</ix:hidden></ix:header></div>b": "b",
    "<!DOCTYPE html><?xml version='1.0'?><p>a</p>": "a",
}
BROKEN = {
    "a<!-- b <p>c</p>": "a\nc",
    "a<script>b<p>c</p>": "a\nb\nc",
    "a<head>b": "a\nb",
    "<html><body>a</body></html>b<p>c": "a\n\nb\nc",
    "a<p": "a",
    "a<>b": "a<>b",
    "if x < 5 and y > 3": "if x < 5 and y > 3",
    "<5% of the shares": "<5% of the shares",
    "<<<< a": "<<<< a",
    "a</p></p></div>b": "a\n\nb",
}
ENTITIES = {
    "AT&amp;T &lt;b&gt;": "AT&T <b>",
    "AT&amp T &copy 2007": "AT& T © 2007",
    "&#150; &#8212; &#145;a&#146; &#147;b&#148; &#149; &#153;": "– — ‘a’ “b” • ™",
    "&#xD800; &#0; &#99999999;": "\ufffd \ufffd \ufffd",
    "&bogus; & &#; &#x; a": "&bogus; & &#; &#x; a",
}
PREFORMATTED = {
    "<pre>a\n\nb</pre>c": "a\n\nb\nc",
    "<PRE>\nDelaware      1-12345\n  (State)     (File)   \n</PRE>": "Delaware      1-12345\n  (State)     (File)",
    "<pre>a\tb</pre>": "a       b",
    "<pre>a<b>b</b>\n<u>c</u></pre>": "ab\nc",
    "<pre>if x < 5 then\n<i>y</i></pre>": "if x < 5 then\ny",
    "<p>a  b</p><pre>c  d": "a b\n\nc  d",
}


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pair
        for pages in (LINES, WITHIN_A_LINE, TABLES, HIDDEN, BROKEN, ENTITIES, PREFORMATTED)
        for pair in pages.items()
    ],
)
def test_a_page_and_its_words(page, text):
    assert html_text(page) == text


def test_the_marks_that_are_used_within_cannot_be_smuggled_in():
    assert html_text("<p>a\x1c\x1d\x1e\x1f\x00b</p>") == "ab"


@pytest.mark.parametrize(
    "text",
    [
        "<html>",
        "\n\n<HTML>\n<BODY>",
        "<p>a</p>",
        "<font face=Arial>a</font>",
        "a<br>b",
        "<span>a</span>",
        "<td>a</td>",
        "<PRE>\na",
    ],
)
def test_html_is_known_by_its_tags(text):
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FORM 8-K\n<PAGE>\n<TABLE>\n<CAPTION>\n<S> <C>\n</TABLE>",
        "if a < p and b > c",
        "<XBRL>\n<TYPE>8-K",
        "# FORM 8-K\n\n## Item 5.\n\n| By: | /s/ Jane Doe<br>Jane Doe |\n|---|---|\n",
        "x" * 20_001 + "<html>",
    ],
)
def test_plain_text_and_markdown_are_none(text):
    assert not looks_like_html(text)
