"""Letters set in a symbol font, as the signs they look like.

Word processors draw a check box as a letter in Wingdings: `<font face="Wingdings">o</font>`. Read
without its font it is a letter "o". Here it becomes the sign itself, ☐ or ☒, and every other symbol
letter becomes a blank-like bullet, so that `checkbox` has one alphabet to read.
"""

from __future__ import annotations

import html
import re

__all__ = ["EMPTY", "TICKED", "with_symbols"]

EMPTY, TICKED, BULLET = "☐", "☒", "•"

# Wingdings code points (Microsoft's font), and those of Wingdings 2 and Webdings that differ.
_WINGDINGS = {EMPTY: "oqrmp\u00a8", TICKED: "xRSTþý\u00fc\u00fb\u00fe\u00fdnP"}
_WINGDINGS_2 = {EMPTY: "*+,\u00a3\u00a4\u00a5\u00a6o0", TICKED: "PQRSTUVWx\u00a7"}
_WEBDINGS = {EMPTY: "c", TICKED: "agrx="}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS, "webdings": _WEBDINGS}

_SYMBOLS = re.compile(
    r"""<(?:font|span|p|div|td|b|i|u|strong)\b[^<>]*?      # a tag that names the font, in face= or style=
        \b(wingdings(?:[ ]?[23])?|webdings)\b[^<>]*>
        ((?:<(?:b|i|u|font|span|strong|ix:[a-z]+)\b[^<>]*>)*)  # tags straight inside it
        ([^<]{0,12})                                        # the letters
    """,
    re.I | re.X,
)


def with_symbols(text: str) -> str:
    """`text` (HTML) with every run of symbol letters replaced by signs."""
    return _SYMBOLS.sub(_signs, text) if "ingdings" in text or "ebdings" in text or "INGDINGS" in text else text


def _signs(match: re.Match[str]) -> str:
    font = match[1].lower().replace("wingdings2", "wingdings 2").replace("wingdings3", "wingdings 3")
    letters = html.unescape(match[3])
    table = _FONTS[font]
    signs = "".join(_sign(letter, table) for letter in letters)
    return match[0][: match.start(3) - match.start()] + signs


def _sign(letter: str, table: dict[str, str]) -> str:
    if letter.isspace() or letter in (EMPTY, TICKED, "☑", "□"):
        return letter
    if 0xF000 <= ord(letter) <= 0xF0FF:  # symbol fonts' private area
        letter = chr(ord(letter) - 0xF000)
    for sign, letters in table.items():
        if letter in letters:
            return sign
    return BULLET
