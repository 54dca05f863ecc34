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

_MARKUP = re.compile(r"<(?:html|body|head|div|p|table|font|br|center|pre|h[1-6]|title|span|td|tr)\b[^<>]*>", re.I)

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

_SOURCE_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_BLANKS = re.compile("[ \xa0\u2000-\u200b\u202f\u3000\ufeff]+")
_AROUND_CELLS = re.compile(r"[ \n]*\t[ \n\t]*")
_AROUND_LINES = re.compile(r"[ \t]*\n[ \t]*")
_EMPTY_LINES = re.compile(r"\n{3,}")
ROW = "\x1e"


def looks_like_html(text: str) -> bool:
    """Whether the first of a document's text is HTML rather than EDGAR's plain text with its few tags."""
    found = {match[0].split()[0].strip("<>").lower() for match in _MARKUP.finditer(text[:20_000])}
    return bool(found - {"table", "page"})


def html_text(source: str) -> str:
    """Words in reading order. Blocks are parted by newlines, paragraphs by an empty line, cells by tabs."""
    text = source.replace(ROW, "").replace("\x00", "")
    for start, end in HIDDEN:
        text = _without(text, start, end)
    text = with_symbols(text)
    text = _one_line(text)
    text = _INLINE.sub("", text)
    text = _CELL_END.sub("", _CELL.sub("\t", _ROW.sub(ROW, text)))
    text = _OTHER.sub("\n", text)
    if "&" in text:
        text = html.unescape(text.replace("&nbsp;", " ").replace("&#160;", " "))
    return _tidy(text)


def _without(text: str, start: str, end: str) -> str:
    """Cut every start…end; one without an end is left alone, so that nothing after it is lost."""
    lower = text if start == "<!--" else text.lower()
    if len(lower) != len(text):  # a letter whose lower case is longer: offsets would not agree
        lower = text
    kept, at = [], 0
    while (opened := lower.find(start, at)) >= 0:
        closed = lower.find(end, opened)
        if closed < 0:
            break
        kept.append(text[at:opened])
        at = closed + len(end)
    return "".join([*kept, text[at:]]) if at else text


def _one_line(text: str) -> str:
    """Line breaks of the source are blanks, except in `<pre>`."""
    if not _PREFORMATTED.search(text):
        return _SOURCE_BLANKS.sub(" ", text)
    pieces, inside = [], False
    for piece in _PREFORMATTED.split(text):
        if not piece:
            continue
        opens, closes = bool(re.match(r"<pre", piece, re.I)), bool(re.match(r"</pre", piece, re.I))
        if opens or closes:
            inside = opens
            pieces.append("<p>")
        else:
            pieces.append(piece.replace("\n", "<br>") if inside else _SOURCE_BLANKS.sub(" ", piece))
    return "".join(pieces)


def _tidy(text: str) -> str:
    text = _BLANKS.sub(" ", text)
    text = _AROUND_CELLS.sub("\t", text).replace(ROW, "\n")
    text = _AROUND_LINES.sub("\n", text)
    return _EMPTY_LINES.sub("\n\n", text).strip()
