"""Check boxes, in all their guises: ☐ ☒, þ ý, `o` and `x`, `[ ]` and `[X]`, ¨, a letter in Wingdings.

`symbol_font` has already turned symbol letters into ☐ and ☒. A box stands before its words or, as for
"Emerging growth company ☐", behind them; where nothing like a box stands, the answer is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filings.record import CheckBoxes
from filings.text.characters import in_small_letters

__all__ = ["BOX", "read_checkboxes"]

# Signs, their Wingdings letters in Unicode's private area, and boxes that are typed.
_TICKED_SIGN = "☒☑✓✔✗✘✕✖☓⌧⊠⮽■◼⬛◉þý\uf078\uf0fb\uf0fc\uf0fd\uf0fe"
_EMPTY_SIGN = "☐□❑❏❐❒▢◻⬜◯○¨\uf06f\uf071\uf072\uf0a8"
_MARK = r"[ \t\xa0_]{0,9}(?:[Xx]{1,3}|[✓√✔☒])[ \t\xa0_]{0,9}"
_TYPED = ((r"\[", r"\]"), (r"\(", r"\)"), (r"\{", r"\}"), ("<", ">"), ("/", "/"), (r"\|", r"\|"), ("_", "_"))
_TICKED = "|".join([f"[{_TICKED_SIGN}]", *(f"{left}{_MARK}{right}" for left, right in _TYPED)])
_EMPTY = "|".join(
    [f"[{_EMPTY_SIGN}]", *(rf"{left}[\s_]{{0,9}}{right}" for left, right in _TYPED[:-1]), r"(?<!\w)_{1,20}(?!\w)"]
)
_LETTER = r"(?<![A-Za-z])(?<!\d-)(?:[Xx]|o|O|q)(?![A-Za-z])"  # the q of 10-Q is none
BOX = rf"(?:(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})|(?P<letter>{_LETTER}))"
_BOX_BEFORE = re.compile(rf"{BOX}[\s.•*-]*\Z")
_BOX_BEHIND = re.compile(rf"[\s:.,)]*(?:\([^()\n]{{0,80}}\)\s*)?{BOX}")
_BOX_BEHIND_ON_ITS_LINE = re.compile(rf"[ \t:.,)]*(?:\([^()\n]{{0,80}}\)[ \t]*)?{BOX}")
_BOX_ON_A_LINE = re.compile(rf"[\s:.,)]*\n\s*{BOX}[ \t.]*(?:\n|\Z)")

# The words of Form 8-K's cover (General Instruction A.2) and on emerging growth companies, in small letters.
_HYPHEN = "[ ]?[-\u2010\u2011\u2012–—]?\\s?"
_PROVISIONS = {
    "written_communications": re.compile(r"written\s+communications?\s+pursuant\s+to\s+rule\s+425"),
    "soliciting_material": re.compile(rf"soliciting\s+materials?\s+pursuant\s+to\s+rule\s+14a{_HYPHEN}12"),
    "pre_commencement_tender_offer": re.compile(
        rf"pre{_HYPHEN}commencement\s+communications?\s+pursuant\s+to\s+rule\s+14d{_HYPHEN}2"
    ),
    "pre_commencement_issuer_tender_offer": re.compile(
        rf"pre{_HYPHEN}commencement\s+communications?\s+pursuant\s+to\s+rule\s+13e{_HYPHEN}4"
    ),
}
_EMERGING = re.compile(r"emerging(?<!\wemerging)\s+growth\s+company(?=\W|[oxþý]\b|yes\b|no\b|\Z)")
_DEFINED = re.compile(
    r"12b-2(?<!\w12b-2)\s+of\s+(?:this\s+chapter|the\s+securities\s+exchange\s+act\s+of\s+1934)\)?\.?"
)
_TRANSITION = re.compile(r"pursuant\s+to\s+section\s+13\(a\)\s+of\s+the\s+exchange\s+act\.?")
_CITATION = re.compile(r"[\s,.;]*\(\s*17\s*C\.?F\.?R\.?[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)\)?[\s.;]*")


class _Boxes(NamedTuple):
    """The boxes next to the words of a provision."""

    before: bool | None
    behind: bool | None


def read_checkboxes(cover: str) -> CheckBoxes:
    """The boxes of a cover's text; None for one that is not there or cannot be read."""
    page = in_small_letters(cover)
    around = {name: _around(cover, words.search(page)) for name, words in _PROVISIONS.items()}
    # All boxes stand before their words or all behind them: the other reading takes a neighbour's, and misses one.
    before = sum(boxes.before is not None for boxes in around.values())
    behind = sum(boxes.behind is not None for boxes in around.values())
    boxes = {name: found.before if before >= behind else found.behind for name, found in around.items()}
    emerging = _beside_last(cover, _EMERGING.finditer(page))
    if emerging is None:
        emerging = _beside_last(cover, _DEFINED.finditer(page), same_line=True)
    boxes["emerging_growth_company"] = emerging
    boxes["extended_transition_period"] = _beside_last(cover, _TRANSITION.finditer(page))
    return CheckBoxes(**boxes)


def _around(cover: str, match: re.Match[str] | None) -> _Boxes:
    """The boxes around the words of a provision."""
    if not match:
        return _Boxes(None, None)
    before = _state(_BOX_BEFORE.search(cover, max(0, match.start() - 40), match.start()))
    citation = _CITATION.search(cover, match.end(), match.end() + 130)
    if citation:
        return _Boxes(before, _state(_BOX_BEHIND.match(cover, citation.end())))
    line_end = cover.find("\n", match.end())
    end = line_end if line_end > 0 else len(cover)
    behind = _state(_BOX_BEFORE.search(cover, max(match.end(), end - 12), end))
    return _Boxes(before, _state(_BOX_BEHIND.match(cover, end)) if behind is None else behind)


def _beside_last(cover: str, words: Iterator[re.Match[str]], *, same_line: bool = False) -> bool | None:
    """The box beside the last place that has one: the words stand in running text before that.

    On its own line it stands behind the words or before them, else it has the next line for itself.
    """
    for match in reversed(list(words)):
        state = _yes_no(cover, match.end())
        for pattern, start in ((_BOX_BEHIND_ON_ITS_LINE, match.end()), (_BOX_ON_A_LINE, match.end())):
            if state is None and not (same_line and pattern is _BOX_ON_A_LINE):
                state = _state(pattern.match(cover, start))
            if state is None:
                state = _state(_BOX_BEFORE.search(cover, max(0, match.start() - 6), match.start()))
        if state is not None:
            return state
    return None


_YES = re.compile(
    rf"[\s:.]*Yes[\s:]*(?:(?P<yes>{_TICKED}|[xX]\b)|{_EMPTY}|o\b)?\s*No[\s:]*(?:(?P<no>{_TICKED}|[xX]\b)|{_EMPTY}|o\b)?",
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
