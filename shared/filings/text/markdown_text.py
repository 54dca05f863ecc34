"""The text of a filing that somebody converted to Markdown: marks off, words and lines kept."""

from __future__ import annotations

import re

from filings.text.character_reference import unescape

__all__ = ["looks_like_markdown", "markdown_text"]

_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+|(?<![ \t])[ \t]++#++[ \t]*+$")
# Up to the next mark that could open one too (none within a word or between blanks): each stretch is looked at once.
_EMPHASIS = re.compile(
    r"""(?<![\w\\]) (\*{1,3}|_{1,3}) (?=\S)
        ( (?: [^\n*_]++ | (?!\1)[*_] | (?<=\w)\1(?=\w) | (?<=\s)\1(?=\s) ){1,400}? ) (?<=\S)\1(?!\w)
      | (?<=\w) \*{2,3} (?=\W)""",
    re.X,
)
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_RULE = re.compile(r"(?m)^ {0,3}(?:[-*_=] ?){3,}$|^[ :-]*\|[ |:]*-[ |:-]*$")
_ROW = re.compile(r"(?m)^[^\n|]*\|[^\n]*\|[^\n]*$")  # some converters run a table into the paragraph before it
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~&$-])")
_TRAILING = re.compile(r"(?<![ \t])[ \t]++$", re.M)
_BREAK = re.compile(r" *<br ?/?> *", re.I)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span|ix:[a-z]{1,20})(?: [^<>\n]{0,500})?>", re.I)
_QUOTE = re.compile(r"(?m)^ {0,3}(?:> ?){1,9}")
_EMPTY_LINES = re.compile(r"\n{3,}")


def looks_like_markdown(text: str) -> bool:
    """Whether the text is Markdown: headings with `#`, bold marks, table rules."""
    sample = f"\n{text[:20_000]}"  # sre scans for a line break; ^ it would try everywhere
    headings = len(re.findall(r"\n {0,3}#{1,6} \S", sample))
    bold = len(re.findall(r"\*\*[^*\n]+\*\*", sample))
    rows = len(re.findall(r"\n\|[^\n|]*\|[^\n|]*\|", sample))
    return (
        rows >= 2
        or headings >= 2
        or (headings >= 1 and bold >= 1)
        or bold >= 3
        or bool(re.search(r"\n\|[ :|-]*-{3}", sample))
    )


def markdown_text(source: str) -> str:
    """Lines of words; a table row is one line with tabs between its cells."""
    text = _TRAILING.sub("", source.replace("\x00", "").replace("\xad", ""))
    text = _QUOTE.sub("", _HEADING.sub("", _RULE.sub("", text)))
    text = _ROW.sub(lambda row: re.sub(r"(?: *\| *)+", "\t", row[0]).strip(), text)
    text = _LINK.sub(r"\1", _TAG.sub("", _BREAK.sub("\n", text)))
    for _ in range(2):  # bold within italics
        text = _EMPHASIS.sub(lambda match: match[2] or "", text)
    text = unescape(_ESCAPE.sub(r"\1", text)).replace("\xa0", " ")
    return _EMPTY_LINES.sub("\n\n", text).strip()
