"""The captions of a cover page, and its lines and cells: which caption something, which are values."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["CAPTION_TAIL", "Segment", "caption_at", "first_of", "is_value", "segments_of"]

_CAPTIONS = {
    "date": r"date\s+of\s+report|date\s+of\s+earliest|earliest\s+event|for\s+the\s+(?:fiscal|quarterly|transition)"
    r"|(?:fiscal|quarterly)\s+period\s+ended",
    "name": r"exact\s+name\s+of|name\s+of\s+(?:registrant|issuer|small\s+business\s+issuer)\s+(?:as|in)",
    "state": r"(?:state|province|jurisdiction)\b[^()\n\t]{0,60}\b(?:incorporation|organization|formation)"
    r"|state\s+or\s+other(?:\s+jurisdiction)?|state\s+of\s*$|jurisdiction\s+of",
    "file": r"commission\s+file|(?:sec\s+)?file\s+n(?:umber|o)s?\b|commission\s*$",
    "ein": r"i\.?\s?r\.?\s?s\.?\s+(?:e\.?i\.?n|employer|no)|employer\s+(?:identification|i\.?\s?d)"
    r"|identification\s+(?:no|number|code)|taxpayer",
    "address": r"address(?:es)?\s+(?:and\s+zip\s+code\s+)?(?:of|and)\b|principal\s+executive\s+offices?"
    r"|executive\s+office|\(address",
    "zip": r"zip\s*code|postal\s+code",
    "phone": r"telephone\s+n(?:umber|o)|area\s+code|telephone",
    "former": r"former\s+name|former\s+address|if\s+changed\s+since",
}
_PATTERNS = {name: re.compile(words, re.I) for name, words in _CAPTIONS.items()}
_CAPTION = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _CAPTIONS.items()), re.I)
_PARENTHESIS = re.compile(r"[ \t]*([(\[][^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]])[ \t]*")
_BOILERPLATE = re.compile(
    r"""^united\s+states(?:\s+of\s+america)?$|united\s+states\s+securities|securities\s+and\s+exchange|^commission$
      |washington,?\s+d\.?\s?c|\bform\s+\d|current\s+report|pursuant\s+to|of\s+the\s+securities|exchange\s+act
      |act\s+of\s+19|amendment\s+no|quarterly\s+report|annual\s+report|section\s+13|^20549|^\W*$|^file\s+number
      |^\W*of\s+incorporation|^\W*number\W*$|^or$|^\(?mark\s+one""",
    re.I | re.X,
)
# The second and third line of a caption that is set in columns.
CAPTION_TAIL = re.compile(
    r"\(?(?:of\s+)?(?:incorporation|organization|number|identification\s+no\.?|code)(?:\s+or\s+organization)?\)?", re.I
)


@dataclass
class Segment:
    """A line or cell of the cover; `caption` names what it captions."""

    text: str
    caption: str | None


def segments_of(identity: str) -> list[Segment]:
    """Lines and cells; a caption in parentheses is one segment, however many lines it takes."""
    parted = _PARENTHESIS.sub(_own_line, identity)
    found = []
    for piece in re.split(r"[\n\t]+| {3,}", parted):
        text = " ".join(piece.replace("\x00", " ").split())
        if text:
            match = _CAPTION.search(text)
            found.append(Segment(text, match.lastgroup if match else None))
    return found


def _own_line(match: re.Match[str]) -> str:
    inner = match[1]
    if _CAPTION.search(" ".join(inner.split())):
        return "\n" + re.sub(r"[\n\t]| {3,}", "\x00", inner) + "\n"
    return match[0]


def first_of(segments: list[Segment], caption: str) -> int | None:
    """Where the first segment with this caption is."""
    return next((at for at, segment in enumerate(segments) if segment.caption == caption), None)


def caption_at(text: str, caption: str) -> re.Match[str] | None:
    """The first place of a caption in running text."""
    return _PATTERNS[caption].search(text)


def is_value(text: str) -> bool:
    """Whether a line can be a value: it has words and is none of the lines that every cover has."""
    return bool(re.search(r"\w", text)) and not _BOILERPLATE.search(text)
