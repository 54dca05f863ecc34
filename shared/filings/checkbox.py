"""Check boxes, in all their guises: ☐ ☒, þ ý, `o` and `x`, `[ ]` and `[X]`, ¨, a letter in Wingdings.

`symbol_font` has already turned symbol letters into ☐ and ☒. A box stands before its words or, as for
"Emerging growth company ☐", behind them; where nothing like a box stands, the answer is unknown.
"""

from __future__ import annotations

import re

from filings.record import CheckBoxes

__all__ = ["read_checkboxes"]

_TICKED = r"☒|☑|✓|✔|✗|✘|■|þ|ý|\[\s*[Xx✓√]\s*\]|\(\s*[Xx]\s*\)|/\s*[Xx]\s*/|\|\s*[Xx]\s*\||<\s*[Xx]\s*>|_+[Xx]_+"
_EMPTY = r"☐|□|❑|❏|¨|\[[\s_]*\]|\([\s_]*\)|/\s*/|\|\s*_*\s*\||_{2,}"
_LETTER = r"(?<![A-Za-z])(?:[Xx]|o|O|q)(?![A-Za-z])"
_BOX_BEFORE = re.compile(rf"(?:(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})|(?P<letter>{_LETTER}))[\s.•*-]*\Z")
_BOX_BEHIND = re.compile(
    rf"[\s:.,)]*(?:\([^()\n]{{0,80}}\)\s*)?(?:(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})|(?P<letter>{_LETTER}))"
)

# The words of Form 8-K's cover, General Instruction A.2 and the paragraph on emerging growth companies.
_PROVISIONS = {
    "written_communications": re.compile(r"written\s+communications?\s+pursuant\s+to\s+rule\s+425", re.I),
    "soliciting_material": re.compile(r"soliciting\s+material\s+pursuant\s+to\s+rule\s+14a-\s?12", re.I),
    "pre_commencement_tender_offer": re.compile(
        r"pre-?\s?commencement\s+communications?\s+pursuant\s+to\s+rule\s+14d-\s?2", re.I
    ),
    "pre_commencement_issuer_tender_offer": re.compile(
        r"pre-?\s?commencement\s+communications?\s+pursuant\s+to\s+rule\s+13e-\s?4", re.I
    ),
}
_EMERGING = re.compile(
    r"\bemerging\s+growth\s+company(?=[\s:.]*(?:☐|☒|☑|□|¨|þ|ý|\[|\(\s*[Xx]?\s*\)|[oxX]\b|\n|\t|_{2,}|Yes))", re.I
)
_TRANSITION = re.compile(r"pursuant\s+to\s+section\s+13\(a\)\s+of\s+the\s+exchange\s+act\.?", re.I)
_CITATION = re.compile(r"[\s,.;]*\(\s*17\s*C\.?F\.?R\.?[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)\)?[\s.;]*")


def read_checkboxes(cover: str) -> CheckBoxes:
    """The boxes of a cover's text; None for one that is not there or cannot be read."""
    boxes = {name: _provision(cover, words) for name, words in _PROVISIONS.items()}
    boxes["emerging_growth_company"] = _last_behind(cover, _EMERGING)
    boxes["extended_transition_period"] = _last_behind(cover, _TRANSITION)
    return CheckBoxes(**boxes)


def _provision(cover: str, words: re.Pattern[str]) -> bool | None:
    match = words.search(cover)
    if not match:
        return None
    before = _state(_BOX_BEFORE.search(cover, max(0, match.start() - 40), match.start()))
    if before is not None:
        return before
    citation = _CITATION.match(cover, cover.find("(", match.end(), match.end() + 60)) if match else None
    line_end = cover.find("\n", match.end())
    behind = citation.end() if citation else line_end if line_end > 0 else len(cover)
    return _state(_BOX_BEHIND.match(cover, behind))


def _last_behind(cover: str, words: re.Pattern[str]) -> bool | None:
    """The box behind the last place that has one: the words stand in running text before that."""
    for match in reversed(list(words.finditer(cover))):
        state = _yes_no(cover, match.end())
        if state is None:
            state = _state(_BOX_BEHIND.match(cover, match.end()))
        if state is None:
            state = _state(_BOX_BEFORE.search(cover, max(0, match.start() - 6), match.start()))
        if state is not None:
            return state
    return None


_YES = re.compile(
    rf"[\s:.]*(?:Yes\s*(?:(?P<yes>{_TICKED}|[xX]\b)|{_EMPTY}|o\b)?\s*No\s*(?:(?P<no>{_TICKED}|[xX]\b)|{_EMPTY}|o\b)?)",
    re.I,
)


def _yes_no(cover: str, at: int) -> bool | None:
    """`Yes ☐ No ☒`: some covers ask the question instead of printing one box."""
    match = _YES.match(cover, at)
    if not match or not (match["yes"] or match["no"]):
        return None
    return bool(match["yes"])


def _state(match: re.Match[str] | None) -> bool | None:
    if match is None:
        return None
    return bool(match["ticked"]) or (match["letter"] or "").lower() == "x"
