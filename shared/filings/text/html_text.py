"""The text of an HTML document: one line a block, one line a table row, a tab between its cells.

No tree is built. A filing is read once, front to back, for words in reading order: the source is cut at
each `<`, and a tag is only asked what it does to the line. That takes no longer than growing a tree, and
loses no text on hostile or broken markup (an unterminated comment, a million unclosed tags).
"""

from __future__ import annotations

import re

from filings.text.character_reference import unescape
from filings.text.markdown_text import looks_like_markdown
from filings.text.symbol_font import draw_signs, names_symbol_font

__all__ = ["html_text", "looks_like_html"]

# Tags of HTML, not of EDGAR's plain text, which knows <TABLE>, <PAGE>, <CAPTION>, <S>, <C> and <FN>.
_MARKUP = re.compile(r"<(?:html|body|head|div|p|font|center|pre|h[1-6]|title|td|tr)\b[^<>]*>", re.I)
_LOOSE = re.compile(r"<(?:br|span)\b[^<>]*>", re.I)  # Markdown has these too

# Marks for the ends of lines, rows and cells while the text is made: the source's own line breaks are
# blanks, and a cell's lines may not part its row. All begin alike, so that sre scans for them.
LINE, ROW, CELL = "\x1d", "\x1d\x1e", "\x1d\x1f"
BLANK = "\x1c"  # one of several blanks in a row that `<pre>` keeps: columns are drawn with them
_NOT_FROM_A_PAGE = "\x00\x1c\x1d\x1e\x1f"

# What a tag does to the line. Any other tag ends it.
_INLINE = (
    "a abbr acronym b bdo big cite code del em font i ins label nobr s small span strike strong sub sup tt u wbr"
    " ix:nonnumeric ix:nonfraction ix:fraction ix:numerator ix:denominator ix:continuation ix:footnote ix:exclude"
)
_NOTHING = ""
_MARKS = {name: _NOTHING for tag in _INLINE.split() for name in (tag, f"/{tag}")} | {
    "td": CELL,
    "th": CELL,
    "/td": _NOTHING,
    "/th": _NOTHING,
    "tr": ROW,
    "/tr": ROW,
}
# Marks that are instructions: what is not on the page goes (`ix:header` holds inline XBRL's hidden facts).
_HIDE, _COMMENT, _PRE, _WORDS = "hide", "comment", "pre", "words"
_INSTRUCTION = "\x00"  # in the place of a piece whose tag is an instruction
_HEADER_END = "</ix:header>"
_INSTRUCTIONS = {"script": _HIDE, "style": _HIDE, "head": _HIDE, "ix:header": _HIDE, "pre": _PRE}
_NO_MARKS = frozenset((_HIDE, _COMMENT, _PRE, _WORDS))

_TAG = re.compile(r"/?[a-z][a-z0-9]*(?::[a-z]+)?", re.I)
_RARE_BLANKS = "\r\f\v\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_ZERO_WIDTH = "\xad\u200b\u200c\u200d\u2060\ufeff"
# As HTML 5 reads them: a reference may lack its semicolon.
_REFERENCE = re.compile(r"(&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?))")
_GAP = re.compile(f"({LINE}[ {LINE}{ROW}{CELL}]*)")
_MANY_BLANKS = re.compile(" {2,}")
_AROUND_CELLS = re.compile(r"\n*\t[\n\t]*")
_EMPTY_LINES = re.compile(r"\n{3,}")


def looks_like_html(text: str) -> bool:
    """Whether the first of a document's text is HTML rather than EDGAR's plain text with its few tags, or Markdown."""
    if _MARKUP.search(text, 0, 20_000):
        return True
    return _LOOSE.search(text, 0, 20_000) is not None and not looks_like_markdown(text)


def html_text(source: str) -> str:
    """Words in reading order. Blocks are parted by newlines, paragraphs by an empty line, cells by tabs."""
    if not source.isascii():  # one other character, and all takes twice the room and time
        source = source.encode("ascii", "xmlcharrefreplace").decode()
    for mark in _NOT_FROM_A_PAGE:
        if mark in source:
            source = source.replace(mark, "")
    text = _Reader(_without_hidden_facts(source)).read()
    for blank in "\n\t\r\f\v":
        text = text.replace(blank, " ")
    if "&" in text:
        text = _with_references(text)
    return _tidy(text)


def _without_hidden_facts(source: str) -> str:
    """Without inline XBRL's header, a tenth of the tags of a large report, where nothing odd surrounds it.

    It opens the page. Looked for no farther: a search of all the source would take as long as a tenth of the reading.
    """
    start = source.find("<ix:header", 0, 100_000)
    end = source.find(_HEADER_END, start) if start >= 0 else -1
    if end < 0 or source.rfind("<!--", 0, start) > source.rfind("-->", 0, start):
        return source
    return f"{source[:start]}{LINE}{source[end + len(_HEADER_END) :]}"


def _with_references(text: str) -> str:
    """The text with what each character reference says: twice as fast as a call of a function for each."""
    parts = _REFERENCE.split(text)  # the pattern is a group: what stands between references, and references, in turn
    parts[1::2] = map(_References().__getitem__, parts[1::2])
    return "".join(parts)


class _References(dict[str, str]):
    """What a character reference says. A document has few different ones, each many times."""

    def __missing__(self, reference: str) -> str:
        said = _with_plain_blanks(unescape(reference)).replace("\n", LINE).replace("\t", CELL)
        self[reference] = said
        return said


class _Pieces(dict[str, str]):
    """What stands on the page for a piece of the source: a mark for its tag, and the words behind it.

    A document has few different pieces (one in ten), and a look-up is ten times as fast as taking a piece apart.
    """

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}  # by a tag's first word, as written

    def __missing__(self, piece: str) -> str:
        tag, _, words = piece.partition(">")
        name = tag.partition(" ")[0]
        mark = self._marks.get(name)
        if mark is None:
            mark = self._marks[name] = _mark(tag)
        if mark in _NO_MARKS:
            page = f"<{piece}" if mark is _WORDS else _INSTRUCTION
        else:
            page = _INSTRUCTION if "ings" in tag or "INGS" in tag else mark + words
        self[piece] = page
        return page


class _Reader:
    """One pass over the pieces between `<` and `<`: a tag, and the words behind it."""

    def __init__(self, source: str) -> None:
        self._known = _Pieces()
        self._pieces = source.split("<")
        self._out = [self._pieces[0]]
        self._endless: set[str] = set()  # hidden parts that never end: looked for once

    def read(self) -> str:
        """The words, with marks where tags were."""
        page = list(map(self._known.__getitem__, self._pieces))
        at = 1
        while (found := _index(page, _INSTRUCTION, at)) >= 0:
            self._out += page[at:found]
            at = self._obey(found, page)
        self._out += page[at:]
        return "".join(self._out)

    def _obey(self, at: int, page: list[str]) -> int:
        """Do what the tag at a place says, and tell which piece comes next."""
        tag, _, words = self._pieces[at].partition(">")
        mark = _mark(tag)
        if mark == _PRE:
            return self._preformatted(at + 1, words)
        if mark == _COMMENT:
            return self._comment(at)
        if mark == _HIDE:
            return self._hidden(f"/{_name(tag)}", at + 1, words)
        return self._with_signs(at, mark, page)

    def _with_signs(self, at: int, mark: str, page: list[str]) -> int:
        """A symbol font's letters: they stand behind its tag, or some tags later."""
        drawn = draw_signs(self._pieces, at)
        if drawn is not None and drawn > at:
            page[drawn] = self._known[self._pieces[drawn]]
        self._out += [mark, self._pieces[at].partition(">")[2]]
        return at + 1

    def _preformatted(self, at: int, words: str) -> int:
        """Up to `</pre>`: the source's line breaks are the page's."""
        self._out += [LINE, _as_set(words)]
        for place in range(at, len(self._pieces)):
            if names_symbol_font(self._pieces[place]):
                draw_signs(self._pieces, place)
            tag, _, words = self._pieces[place].partition(">")
            if _name(tag) == "/pre":
                return place
            mark = _mark(tag)
            if mark is _WORDS:
                mark, words = "<", self._pieces[place]
            self._out += [LINE if mark in _NO_MARKS else mark, _as_set(words)]
        return len(self._pieces)

    def _hidden(self, end: str, at: int, words: str) -> int:
        """Past the end tag; a part without one is on the page, so that nothing behind it is lost."""
        if end not in self._endless:
            for place in range(at, len(self._pieces)):
                if _name(self._pieces[place][: len(end) + 1]) == end:
                    self._out += [LINE, self._pieces[place].partition(">")[2]]
                    return place + 1
            self._endless.add(end)
        self._out += [LINE, words]
        return at

    def _comment(self, at: int) -> int:
        if _COMMENT not in self._endless:
            for place in range(at, len(self._pieces)):
                _, end, words = self._pieces[place].partition("-->")
                if end:
                    self._out.append(words)
                    return place + 1
            self._endless.add(_COMMENT)
        self._out.append(self._pieces[at].partition(">")[2])
        return at + 1


def _index(page: list[str], wanted: str, start: int) -> int:
    try:
        return page.index(wanted, start)
    except ValueError:
        return -1


def _name(tag: str) -> str:
    match = _TAG.match(tag)
    return match[0].lower() if match else ""


def _mark(tag: str) -> str:
    """What a tag does: a mark in its place, or an instruction."""
    if tag.startswith("!--"):
        return _COMMENT
    if not tag or not (tag[0].isalpha() or tag[0] in "/!?"):
        return _WORDS  # "a < b"
    name = _name(tag)
    # A word processor's own tags (`st1:City`) mark words within a line.
    return _INSTRUCTIONS.get(name) or _MARKS.get(name, _NOTHING if ":" in name else LINE)


def _as_set(words: str) -> str:
    kept = _MANY_BLANKS.sub(lambda blanks: BLANK * len(blanks[0]), words.expandtabs())
    return kept.replace("\n", LINE)


def _with_plain_blanks(text: str) -> str:
    """Every blank as the usual one, and without characters that take no room."""
    for blank in _RARE_BLANKS:
        text = text.replace(blank, " ")
    for nothing in _ZERO_WIDTH:
        text = text.replace(nothing, "")
    return text


def _tidy(text: str) -> str:
    """One blank between words, one newline between lines, an empty line between paragraphs, one tab between cells.

    Only marks are searched for: to look at each blank between words took twice as long.
    """
    parts = _GAP.split(text)  # words, and the marks between them, in turn
    parts[::2] = [
        _MANY_BLANKS.sub(" ", words).rstrip(" ") if "  " in words else words.rstrip(" ") for words in parts[::2]
    ]
    parts[1::2] = map(_Gaps().__getitem__, parts[1::2])
    text = "".join(parts).strip()
    return _without_blanks_at_ends(text) if BLANK in text else text


def _without_blanks_at_ends(text: str) -> str:
    """Lines of `<pre>`: blanks at their ends draw no column."""
    return "\n".join(line.rstrip(f" {BLANK}") for line in text.split("\n")).replace(BLANK, " ")


class _Gaps(dict[str, str]):
    """What the marks between words become. A document has few different rows of them, each many times."""

    def __missing__(self, gap: str) -> str:
        tidied = self[gap] = _tidy_gap(gap)
        return tidied


def _tidy_gap(gap: str) -> str:
    gap = gap.replace(" ", "").replace(CELL, "\t").replace(ROW, "\r").replace(LINE, "\n")
    gap = _AROUND_CELLS.sub("\t", _EMPTY_LINES.sub("\n\n", gap))  # a million `<br>` would be read a million times
    gap = gap.replace("\r\t", "\r").replace("\t\r", "\r").replace("\r", "\n")
    gap = gap.replace("\n\t", "\n").replace("\t\n", "\n")
    return _EMPTY_LINES.sub("\n\n", gap)
