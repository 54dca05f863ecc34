"""Letters set in a symbol font, as the signs they look like.

Word processors draw a check box as a letter in Wingdings: `<font face="Wingdings">o</font>`. Read
without its font it is a letter "o". Here it becomes the sign itself, ☐ or ☒, and every other symbol
letter becomes a blank-like bullet, so that `checkbox` has one alphabet to read.
"""

from __future__ import annotations

import html
import re

from filings.characters import places_of

__all__ = ["EMPTY", "TICKED", "names_symbol_font", "with_symbols"]

EMPTY, TICKED, BULLET = "☐", "☒", "•"

# Wingdings code points (Microsoft's font), and those of Wingdings 2 and Webdings that differ.
_WINGDINGS = {EMPTY: "oqrmp\u00a8", TICKED: "xRSTþý\u00fc\u00fb\u00fe\u00fdnP"}
_WINGDINGS_2 = {EMPTY: "*+,\u00a3\u00a4\u00a5\u00a6o0", TICKED: "PQRSTUVWx\u00a7"}
_WEBDINGS = {EMPTY: "c", TICKED: "agrx="}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS, "webdings": _WEBDINGS}

_NAME = re.compile(r"wingdings(?:[ ]?[23])?|webdings", re.I)
_LETTERS = re.compile(r"((?:\s*<(?:b|i|u|font|span|strong|ix:[a-z]+)\b[^<>]*>){0,9})([^<]{0,24})(?=<|\Z)", re.I)
# The first font of a list is the one that draws: "Times New Roman, Wingdings" is no symbol.
_LATER_IN_LIST = re.compile(r",\s{0,9}(?:[\"']|&quot;)?\s{0,9}\Z")
LONGEST_TAG = 4_000


def names_symbol_font(text: str) -> bool:
    """Whether a symbol font's name stands in the text."""
    return any(part in text for part in ("ingdings", "INGDINGS", "ebdings", "EBDINGS"))


def with_symbols(text: str) -> str:
    """`text` (HTML) with every run of symbol letters replaced by signs."""
    if not names_symbol_font(text):
        return text
    kept: list[str] = []
    at = 0
    for place in places_of(("wingdings", "webdings"), text):
        font = _NAME.match(text, place)
        letters = _letters(text, max(at, place - LONGEST_TAG), font) if font else None
        if font and letters and letters.start() >= at:
            kept += [text[at : letters.start(2)], _signs(letters[2], font[0])]
            at = letters.end(2)
    return "".join([*kept, text[at:]]) if at else text


def _letters(text: str, start: int, font: re.Match[str]) -> re.Match[str] | None:
    """The letters that a tag with this font's name sets; None where the name stands elsewhere."""
    opened = text.rfind("<", start, font.start())
    closed = text.find(">", font.end(), font.end() + LONGEST_TAG)
    if opened < 0 or closed < 0 or text[opened + 1] == "/" or text.find(">", opened, font.start()) >= 0:
        return None
    return None if _LATER_IN_LIST.search(text, opened, font.start()) else _LETTERS.match(text, closed + 1)


def _signs(letters: str, font: str) -> str:
    table = _FONTS[font.lower().replace("wingdings2", "wingdings 2").replace("wingdings3", "wingdings 3")]
    return "".join(_sign(letter, table) for letter in html.unescape(letters))


def _sign(letter: str, table: dict[str, str]) -> str:
    if letter.isspace() or letter in (EMPTY, TICKED, "☑", "□"):
        return letter
    if 0xF000 <= ord(letter) <= 0xF0FF:  # symbol fonts' private area
        letter = chr(ord(letter) - 0xF000)
    for sign, letters in table.items():
        if letter in letters:
            return sign
    return BULLET
