"""The text of an HTML document: one line a block, one line a table row, a tab between its cells.

No tree is built. A filing is read once, front to back, for words in reading order; a handful of
linear passes does that in the time a tree takes to grow, and does not lose text on hostile or
broken markup (an unterminated comment, a million unclosed tags), which parsers of trees do.
Each pattern stops at the next `<`, so none can run away.
"""

from __future__ import annotations

import html
import re

from filings.symbol_font import with_symbols

__all__ = ["html_text", "looks_like_html"]

# Tags of HTML, not of EDGAR's plain text, which knows <TABLE>, <PAGE>, <CAPTION>, <S>, <C> and <FN>.
_MARKUP = re.compile(r"<(?:html|body|head|div|p|font|br|center|pre|h[1-6]|title|span|td|tr)\b[^<>]*>", re.I)

# What is not on the page: from, up to and including. `ix:header` holds inline XBRL's hidden facts.
HIDDEN = (
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<head>", "</head>"),
    ("<ix:header", "</ix:header>"),
)

_INLINE = re.compile(
    r"</?(?:font|span|b|i|u|a|em|strong|sup|sub|small|big|s|strike|tt|nobr|wbr|ins|acronym|abbr|cite|code|label"
    r"|ix:[a-z]+)(?![a-z0-9-])[^<>]*>",
    re.I,
)
_ROW = re.compile(r"</?tr(?![a-z0-9])[^<>]*>", re.I)
_CELL = re.compile(r"<t[dh](?![a-z0-9])[^<>]*>", re.I)
_CELL_END = re.compile(r"</t[dh]\s*>", re.I)
_OTHER = re.compile(r"</?[a-z!?][^<>]*>", re.I)
_PREFORMATTED = re.compile(r"(<pre(?![a-z])[^<>]*>)|(</pre\s*>)", re.I)

_RARE_BLANKS = "\r\f\v\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_MANY_BLANKS = re.compile(" {2,}")
_AROUND_CELLS = re.compile(r"\n*\t[\n\t]*")
_EMPTY_LINES = re.compile(r"\n{3,}")
ROW = "\x1e"


def looks_like_html(text: str) -> bool:
    """Whether the first of a document's text is HTML rather than EDGAR's plain text with its few tags."""
    return _MARKUP.search(text, 0, 20_000) is not None


def html_text(source: str) -> str:
    """Words in reading order. Blocks are parted by newlines, paragraphs by an empty line, cells by tabs."""
    text = source.replace(ROW, "").replace("\x00", "").replace("\xad", "")
    text = with_symbols(_visible(text))
    text = _INLINE.sub("", text)
    text = _one_line(text)
    text = _CELL_END.sub("", _CELL.sub("\t", _ROW.sub(ROW, text)))
    text = _OTHER.sub("\n", text)
    if "&" in text:
        text = html.unescape(text.replace("&nbsp;", " ").replace("&#160;", " ")).replace("\xad", "")
    return _tidy(text)


def _visible(text: str) -> str:
    """Without what is not on the page; a part that has no end is left alone, so that nothing behind it is lost."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is longer: offsets would not agree
        lower = text
    kept: list[str] = []
    at = 0
    ahead = {start: lower.find(start) for start, _ in HIDDEN}
    while places := [(place, start) for start, place in ahead.items() if place >= 0]:
        place, start = min(places)
        close = dict(HIDDEN)[start]
        end = lower.find(close, place)
        if end < 0:
            ahead[start] = -1
            continue
        kept.append(text[at:place])
        at = end + len(close)
        ahead = {mark: (found if found < 0 or found >= at else lower.find(mark, at)) for mark, found in ahead.items()}
    return "".join([*kept, text[at:]]) if at else text


def _one_line(text: str) -> str:
    """Line breaks of the source are blanks, except in `<pre>`."""
    if "<pre" not in text and "<PRE" not in text and "<Pre" not in text:
        return text.replace("\n", " ").replace("\t", " ")
    pieces, inside = [], False
    for piece in _PREFORMATTED.split(text):
        if not piece:
            continue
        if piece[0] == "<" and _PREFORMATTED.fullmatch(piece):
            inside = piece[1] != "/"
            pieces.append("<p>")
        else:
            pieces.append(
                piece.expandtabs().replace("\n", "<br>") if inside else piece.replace("\n", " ").replace("\t", " ")
            )
    return "".join(pieces)


def _tidy(text: str) -> str:
    """One blank between words, one newline between lines, an empty line between paragraphs, one tab between cells."""
    text = text.replace("\xa0", " ")
    if not text.isascii():
        for blank in _RARE_BLANKS:
            text = text.replace(blank, " ")
        for nothing in _ZERO_WIDTH:
            text = text.replace(nothing, "")
    text = _MANY_BLANKS.sub(" ", text)
    for mark in ("\n", "\t", ROW):
        text = text.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    text = _AROUND_CELLS.sub("\t", text)
    text = (
        text.replace(f"{ROW}\t", ROW)
        .replace(f"\t{ROW}", ROW)
        .replace(ROW, "\n")
        .replace("\n\t", "\n")
        .replace("\t\n", "\n")
    )
    return _EMPTY_LINES.sub("\n\n", text).strip()
