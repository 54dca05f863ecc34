"""The captions of a cover page, and its lines and cells: which caption something, which are values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filings.items.absence import is_absence

__all__ = [
    "CAPTION_TAIL",
    "KIND_OF_COMPANY",
    "Segment",
    "behind_colon",
    "caption_at",
    "captions_at",
    "first_of",
    "is_nothing",
    "is_value",
    "segments_of",
]

_CAPTIONS = {
    "date": r"date\s+of\s+report|date\s+of\s+earliest|earliest\s+event"
    r"|for\s+the\s+(?:fiscal|quarterly|transition|period)|\b(?:period|quarter|year)s?\s+ended",
    "name": r"exact\s+name\s+of|translation\s+of\s+(?:the\s+)?registrant|^\W*registrant(?:\s+name)?\W*$"
    r"|name\s+of\s+(?:registrant|issuer|small\s+business\s+issuer)\s+(?:as|in)",
    "state": r"(?:state|province|jurisdiction)\b[^()\n\t]{0,60}\b(?:incorp|organiz|formation)"
    r"|state\s+o[rf]\s+other(?:\s+jurisdiction)?|state\s+of\s*(?:$|\()|jurisdiction\s+of|^\W*state\W*$",
    "file": r"commission\s+file|(?:sec\s+)?file\s+n(?:umber|o)s?\b|commission\s*$",
    "ein": r"i\.?\s?r\.?\s?s\.?\s+(?:e\.?i\.?n|employer|no|i\.?d\b)|employer\s+(?:identification|i\.?\s?d)"
    r"|identification\s+(?:no|number|code)|taxpayer",
    "address": r"address(?:es)?\s+(?:and\s+zip\s+code\s+)?(?:of|and)\b|principal\s+executive\s+offices?"
    r"|executive\s+office|\(address",
    "zip": r"zip\s*code|postal\s+code",
    # The word alone is a label; in "EXAMPLE TELEPHONE COMPANY" it is a name's.
    "phone": r"telephone\s+n(?:umber|os?\b)|area\s+code|telephone(?:\s*(?=:|\(?\+?\d)|\W*$)",
    "former": r"former\s+name|former\s+address|if\s+changed\s+since",
}
_PATTERNS = {name: re.compile(words, re.I) for name, words in _CAPTIONS.items()}
_ANY_CAPTION = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _CAPTIONS.items()))
# As long as a caption set in columns with its neighbours gets, and no longer: some covers lose a parenthesis.
_PARENTHESIS = re.compile(r"[ \t]*+([(\[][^()\[\]]{0,400}(?:\([^()]{0,300}\)[^()\[\]]{0,300}){0,2}[)\]])[ \t]*")
_BOILERPLATE = re.compile(
    r"""^united\s+states(?:\s+of\s+america)?$|united\s+states\s+securities|securities\s+and\s+exchange|^commission$
      |washington,?\s+d\.?\s?c\.?,?\s*(?:20549|$)|\bform\s+\d|current\s+report|pursuant\s+to|of\s+the\s+securities|exchange\s+act
      |act\s+of\s+19|amendment\s+no|^\W*amendment|quarterly\s+report|annual\s+report|section\s+13|^20549|^\W*$|^file\s+number
      |^\W*of\s+incorporation|^\W*number\W*$|^(?:and|or)$|^\(?mark\s+one""",
    re.I | re.X,
)
# The second and third line of a caption that is set in columns.
CAPTION_TAIL = re.compile(
    r"[(\[]?(?:(?:of|or)\s+)?(?:incorporation|organization|identification(?:\s+no\.?)?|number|no\.?|jurisdiction|code)"
    r"(?:\s+or(?:\s+organization)?)?[)\]]?",
    re.I,
)
# Below the name, mostly where a cover has no captions: "(An Ohio Corporation)", "Incorporated in" / "State of Ohio".
KIND_OF_COMPANY = re.compile(
    r"\(?(?:an?\s+[\w\s]{4,40}\b(?:corporation|company|partnership|trust)"
    r"|(?:incorporated|organized|registered)\s+(?:in|under)\b[\w\s&']{0,50}|(?:state|commonwealth)\s+of\s+[a-z\s]{4,20})\)?",
    re.I,
)


# Line ends, gaps, rules. Each begins with its own characters, so that sre passes over the others: twice as fast.
_BETWEEN = re.compile(r"([\n\t][\n\t]*|   +|- [-–—_=]{4,}|[-–—_=][-–—_=]{3,})")
_NOTHING = re.compile(r"[\W_]*(?:same|unchanged)?[\W_]*", re.I)


@dataclass
class Segment:
    """A line or cell of the cover; `caption` names what it captions; `follows`: no blank line is above it."""

    text: str
    caption: str | None
    follows: bool = False


def segments_of(identity: str) -> list[Segment]:
    """Lines and cells; what stands in parentheses is one segment, however many lines it takes."""
    found = []
    gap = ""
    for n, piece in enumerate(_BETWEEN.split(_PARENTHESIS.sub(_own_line, identity))):
        text = " ".join(piece.replace("\x00", " ").split())
        if n % 2 or not text:
            gap += piece
            continue
        found.append(Segment(text, _caption_in(text), gap.count("\n") == 1 and "\t" not in gap))
        gap = ""
    return found


def _caption_in(text: str) -> str | None:
    """The first caption in a line. In small letters sre finds it in half the time that it takes in either case."""
    match = _ANY_CAPTION.search(text.lower())
    return match.lastgroup if match else None


def _own_line(match: re.Match[str]) -> str:
    inner = match[1]
    if _caption_in(" ".join(inner.split())):
        return "\n" + re.sub(r"[\n\t]| {3,}", "\x00", inner) + "\n"
    before = match.string[max(0, match.start() - 1) : match.start()]
    if "\n" in inner and len(inner) < 600 and before in ("", "\n"):
        return re.sub(r"\s*\n\s*", "\x00", match[0])
    return match[0]


def first_of(segments: Sequence[Segment], caption: str) -> int | None:
    """Where the first segment with this caption is."""
    return next((at for at, segment in enumerate(segments) if segment.caption == caption), None)


def caption_at(text: str, caption: str) -> re.Match[str] | None:
    """The first place of a caption in running text."""
    return _PATTERNS[caption].search(text)


def captions_at(text: str, caption: str) -> Iterator[re.Match[str]]:
    """Every place of a caption in running text, looked for as far as they are asked for."""
    return _PATTERNS[caption].finditer(text)


def is_value(text: str) -> bool:
    """Whether a line can be a value: it has words and is none of the lines that every cover has."""
    return bool(re.search(r"[^\W_]", text)) and not _BOILERPLATE.search(text)


def is_nothing(text: str) -> bool:
    """Whether a value says that there is none: a rule, "N/A", "None", "Not applicable", "Same"."""
    return bool(_NOTHING.fullmatch(text)) or is_absence(text.replace(".", ""))


def behind_colon(text: str) -> str:
    """What stands on a caption's own line behind its colon."""
    return text.rpartition(":")[2].strip(" )_*") if ":" in text else ""
