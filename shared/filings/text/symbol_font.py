"""Letters set in a symbol font, as the signs they look like.

Word processors draw a check box as a letter in Wingdings: `<font face="Wingdings">o</font>`. Read
without its font it is a letter "o". Here it becomes the sign itself, ☐ or ☒, and every other symbol
letter becomes a blank-like bullet, so that `checkbox` has one alphabet to read.
"""

from __future__ import annotations

import re

from filings.text.character_reference import unescape

__all__ = ["EMPTY", "TICKED", "draw_signs", "names_symbol_font"]

EMPTY, TICKED, BULLET = "☐", "☒", "•"

# Wingdings code points (Microsoft's font), and those of Wingdings 2 and Webdings that differ.
_WINGDINGS = {EMPTY: "oqrmp\u00a8", TICKED: "xRST\u00fc\u00fb\u00fe\u00fdnP"}
_WINGDINGS_2 = {EMPTY: "*+,\u00a3\u00a4\u00a5\u00a6o0", TICKED: "PQRSTUVWx\u00a7"}
_WEBDINGS = {EMPTY: "c", TICKED: "agrx="}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS, "webdings": _WEBDINGS}

_NAME = re.compile(r"wingdings(?:[ ]?[23])?|webdings", re.I)
_WITHIN_LINE = re.compile(r"(?:b|i|u|font|span|strong|ix:[a-z]+)\b[^<>]*>", re.I)
# The first font of a list is the one that draws: "Times New Roman, Wingdings" is no symbol.
_LATER_IN_LIST = re.compile(r",\s{0,9}(?:[\"']|&quot;)?\s{0,9}\Z")
MOST_TAGS = 9  # between the font's tag and its letters
LONGEST_RUN = 24  # letters; more are words


def names_symbol_font(tag: str) -> bool:
    """Whether a symbol font's name stands in the tag."""
    return ("ings" in tag or "INGS" in tag) and _NAME.search(tag) is not None


def draw_signs(pieces: list[str], at: int) -> int | None:
    """Make signs of the letters that the tag at a place sets; the place of the piece that has them, None without any.

    pieces: HTML cut at each `<`, so that a piece is a tag and the words behind it.
    """
    tag, closed, _ = pieces[at].partition(">")
    font = _drawing_font(tag) if closed and not tag.startswith("/") else None
    place = _place_of_letters(pieces, at) if font else None
    if font is None or place is None:
        return None
    tag, _, letters = pieces[place].partition(">")
    pieces[place] = f"{tag}>{_signs(letters, font)}"
    return place


def _drawing_font(tag: str) -> str | None:
    for name in _NAME.finditer(tag):
        if not _LATER_IN_LIST.search(tag, max(0, name.start() - 40), name.start()):
            return name[0]
    return None


def _place_of_letters(pieces: list[str], at: int) -> int | None:
    """The first piece with words, from the tag on or some tags within the line later."""
    for place in range(at, min(at + MOST_TAGS + 1, len(pieces))):
        if place > at and not _WITHIN_LINE.match(pieces[place]):
            return None
        words = pieces[place].partition(">")[2]
        if words and not words.isspace():
            return place if len(unescape(words)) <= LONGEST_RUN else None
    return None


def _signs(letters: str, font: str) -> str:
    table = _FONTS[font.lower().replace("wingdings2", "wingdings 2").replace("wingdings3", "wingdings 3")]
    return "".join(_sign(letter, table) for letter in unescape(letters))


def _sign(letter: str, table: dict[str, str]) -> str:
    if letter.isspace():
        return letter if letter.isascii() else " "
    if letter in (EMPTY, TICKED, "☑", "□"):
        return letter
    if 0xF000 <= ord(letter) <= 0xF0FF:  # symbol fonts' private area
        letter = chr(ord(letter) - 0xF000)
    for sign, letters in table.items():
        if letter in letters:
            return sign
    return BULLET
