"""Where a report's text ends and its signatures begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filings.text.characters import places_of

__all__ = ["find_signatures", "find_signing_clause", "signature_blocks"]

_LINE_BEFORE = re.compile(r"[^\w\n]{0,90}")
_HEADING = re.compile(
    r"""(?ix) (?: SIGNATURE (?:S|\(S\))? | S[ ]I[ ]G[ ]N[ ]A[ ]T[ ]U[ ]R[ ]E (?:[ ]S)? ) (?:[ ]PAGE)?
        [^\w\n]{0,90} (?=\n|\Z)"""
)
# A converter that joined lines: "… by reference. SIGNATURES Pursuant to the requirements of …"
_RUN_IN = re.compile(r"SIGNATURES?\b(?=\W{1,90}Pursuant\s)|Signatures?\b(?=\W{1,90}Pursuant\s+to\s+the\s+requirement)")
_CLAUSE = re.compile(
    r"""(?isx) (?:pursuant \s+ to|in \s+ accordance \s+ with) \s+ the \s+ requirements? \s+ of \s+
        (?:section .{1,40}? of \s+)? (?:the \s+)? (?:securities|exchange) \b
        (?: .{0,300}? \b caused \s+ (?:this|the) \b | [^.]{0,160}? \b signed \b )"""
)
_MARK = re.compile(r"(?im)(?:^[ \t]{0,90}|\t|[ ]{3})(?:by[ \t]{0,9}:?[ \t]{0,90})?/s/")
_DATED = re.compile(r"(?im)^[ \t]{0,90}dated?\b[ \t]?:?")


def signature_blocks(text: str, start: int = 0) -> list[int]:
    """Offsets at or after `start` where signatures may begin: their headings, and the clause that opens them.

    Where a report has neither, the first conformed signature is all there is to go by, and the date above it.
    """
    places = sorted({*_headings(text, start), *_clauses(text, start)})
    if not places and (mark := _MARK.search(text, start)):
        dated = _DATED.search(text, max(start, mark.start() - 400), mark.start())
        return [dated.start() if dated else mark.start()]
    return places


def find_signatures(text: str, start: int = 0) -> int:
    """Offset of the first signature block at or after `start`; len(text) if there is none."""
    return min(signature_blocks(text, start), default=len(text))


def find_signing_clause(text: str, start: int = 0) -> int:
    """Offset of "Pursuant to the requirements of … duly caused" at or after `start`; len(text) if there is none."""
    return next(_clauses(text, start), len(text))


def _headings(text: str, start: int) -> Iterator[int]:
    for place in places_of(("signature", "s i g n a t u r e"), text, start):
        near = max(start, place - 91)  # a heading stands no farther from its line's start: see _LINE_BEFORE
        line = text.rfind("\n", near, place) + 1 or near
        if _HEADING.match(text, place) and _LINE_BEFORE.fullmatch(text, line, place):
            yield line
        elif _RUN_IN.match(text, place):
            yield place


def _clauses(text: str, start: int) -> Iterator[int]:
    return (place for place in places_of(("pursuant", "in accordance"), text, start) if _CLAUSE.match(text, place))
