"""The questions on the cover of a 10-K, 10-Q or 20-F, by their words: "Indicate by check mark whether … Yes ☐ No ☒".

`checkbox` knows what a box looks like. The fields are named as EDGAR's dei taxonomy names the facts; where a cover is
tagged, the tags decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filings.covers.checkbox import BOX
from filings.record import CheckBoxes, Fact

__all__ = ["read_filer_category", "read_report_checkboxes"]

LONGEST_QUESTION = 1_100
_QUESTIONS = {
    "entity_well_known_seasoned_issuer": r"is\s+(?:a\s+)?well-?\s?known\s+seasoned\s+issuer",
    "entity_voluntary_filers": r"is\s+not\s+required\s+to\s+file\s+reports\s+pursuant",
    "entity_current_reporting_status": r"has\s+filed\s+all\s+(?:reports|documents)|filed\s+all\s+reports\s+required",
    "entity_interactive_data_current": r"has\s+submitted\s+electronically",
    "entity_shell_company": r"is\s+(?:a\s+)?shell\s+company",
}
_STATEMENTS = {
    "icfr_auditor_attestation_flag": r"filed\s+a\s+report\s+on\s+and\s+attestation\s+to",
    "document_fin_stmt_error_correction_flag": r"reflect\s+the\s+correction\s+of\s+an\s+error",
}
_REPORTS = {
    "document_annual_report": r"annual\s+report\s+(?:pursuant\s+to|under)\s+section",
    "document_quarterly_report": r"quarterly\s+report\s+(?:pursuant\s+to|under)\s+section",
    "document_transition_report": r"transition\s+report\s+(?:pursuant\s+to|under)\s+section",
}
_CATEGORIES = {"large": "Large Accelerated Filer", "": "Accelerated Filer", "non": "Non-accelerated Filer"}
_SMALL = "smaller"
_FILER = re.compile(r"accelerated\s+filer")
_BEFORE_FILER = re.compile(r"(large|non)[\s-]*\Z")
_SMALL_FILER = re.compile(r"smaller\s+reporting\s+company")
_NEXT = re.compile(
    r"indicate\s+by\s+(?:a\s+)?check|\bcheck\s+(?:whether|if)\b|aggregate\s+market\s+value|if\s+securities\s+are\s+registered",
    re.I,
)
# A box may be glued to the word, on either side: "xYes oNo", "Yes__X__ No____".
_ANSWER = re.compile(
    r"(?P<yes>(?:\b|(?<=\b[xo]))yes(?![a-z]))|(?P<no>(?:\b|(?<=\b[xo]))no(?![a-z]))"
    rf"|(?P<glued>\b[xo](?=(?:yes|no)\b))|{BOX}",
    re.I,
)
_BOXES = ("ticked", "empty")
_BEFORE = re.compile(rf"{BOX}[\s.•*-]*\Z")
_BEHIND = re.compile(rf"[\s:.,)]{{0,20}}(?:\([^()\n]{{0,80}}\)\s*)?{BOX}")


def read_report_checkboxes(cover: str, facts: Sequence[Fact], words: CheckBoxes) -> CheckBoxes:
    """The boxes of a periodic report's cover. words: those that every cover may have, already read."""
    page = cover.lower()
    found: dict[str, bool | None] = {"entity_small_business": _filer_boxes(page).get(_SMALL)}
    found |= {name: _answer(page, pattern) for name, pattern in _QUESTIONS.items()}
    found |= {name: _behind(page, pattern) for name, pattern in _STATEMENTS.items()}
    found |= {name: _before(page, pattern) for name, pattern in _REPORTS.items()}
    found |= _tagged(facts)
    return words.model_copy(update={name: value for name, value in found.items() if value is not None})


def read_filer_category(cover: str, facts: Sequence[Fact]) -> str | None:
    """The category of filer whose box is ticked, in the dei taxonomy's words; None where none or several are."""
    tagged = next((str(fact.value) for fact in facts if fact.concept == "dei:EntityFilerCategory"), "")
    boxes = _filer_boxes(cover.lower())
    ticked = [name for kind, name in _CATEGORIES.items() if boxes.get(kind)]
    said = next((name for name in _CATEGORIES.values() if name.lower() == tagged.lower()), None)
    return said or (ticked[0] if len(ticked) == 1 else None)


def _question(cover: str, pattern: str) -> str:
    """From the words of a question to the next one."""
    match = re.search(pattern, cover)
    if not match:
        return ""
    following = _NEXT.search(cover, match.end())
    end = min(following.start() if following else len(cover), match.end() + LONGEST_QUESTION)
    return cover[match.end() : end]


def _answer(cover: str, pattern: str) -> bool | None:
    """`Yes ☒ No ☐`, `☒ Yes ☐ No`, `Yes  X   No`: the word that the ticked box stands by; of two answers the last.

    A question with neither word has one box: "Check if the issuer is not required to file reports ☐".
    """
    signs = [_sign(match) for match in _ANSWER.finditer(_question(cover, pattern))]
    if "no" not in signs or "yes" not in signs:
        return signs == ["ticked"] if len(signs) == 1 else None
    at = len(signs) - 1 - signs[::-1].index("yes")
    before = at > 0 and signs[at - 1] in _BOXES and not _is_second(signs, at)
    words = signs[max(0, at - 1) if before else at :][:4]
    if words.count("ticked") != 1:
        return None
    place = words.index("ticked")
    return words[min(place + 1, len(words) - 1)] == "yes" if before else words[place - 1] == "yes"


def _is_second(signs: Sequence[str], at: int) -> bool:
    """`(1) Yes ☒ No ☐; (2) Yes ☒ No ☐`: the box before the last Yes is the first answer's."""
    return at > 1 and signs[at - 2] == "no" and len(signs) > at + 3 and signs[at + 3] in _BOXES


def _sign(match: re.Match[str]) -> str:
    if match["yes"] or match["no"]:
        return "yes" if match["yes"] else "no"
    return "ticked" if match["glued"] == "x" or _is_ticked(match) else "empty"


def _is_ticked(match: re.Match[str]) -> bool:
    return bool(match["ticked"]) or (match["letter"] or "").lower() == "x"


def _behind(cover: str, pattern: str) -> bool | None:
    """The one box at the end of a statement, if it does not ask Yes or No."""
    answer = _answer(cover, pattern)
    if answer is not None:
        return answer
    boxes = [match for match in _ANSWER.finditer(_question(cover, pattern)) if _sign(match) in _BOXES]
    return _is_ticked(boxes[-1]) if boxes else None


def _before(cover: str, pattern: str) -> bool | None:
    match = re.search(pattern, cover)
    box = _BEFORE.search(cover, max(0, match.start() - 30), match.start()) if match else None
    return _is_ticked(box) if box else None


def _filer_boxes(cover: str) -> dict[str, bool]:
    """The boxes of the filer's categories and of a smaller reporting company, in small letters like all of the page.

    All boxes stand before their words or all behind them.
    """
    places = dict(_filers(cover))
    before = {kind: _BEFORE.search(cover, max(0, at[0] - 12), at[0]) for kind, at in places.items()}
    behind = {kind: _BEHIND.match(cover, at[1]) for kind, at in places.items()}
    first = sum(map(bool, before.values())) > sum(map(bool, behind.values()))
    return {kind: _is_ticked(box) for kind, box in (before if first else behind).items() if box}


def _filers(cover: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where each kind of filer stands; the boxes are at the last place of each."""
    for match in _FILER.finditer(cover):
        kind = _BEFORE_FILER.search(cover, max(0, match.start() - 12), match.start())
        yield kind[1] if kind else "", (kind.start() if kind else match.start(), match.end())
    for match in _SMALL_FILER.finditer(cover):
        yield _SMALL, match.span()


def _tagged(facts: Sequence[Fact]) -> dict[str, bool]:
    fields = {_camel(name): name for name in CheckBoxes.model_fields}
    words = {"yes": True, "no": False, "true": True, "false": False}
    return {
        fields[fact.concept[4:]]: words[str(fact.value).lower()]
        for fact in facts
        if fact.concept[4:] in fields and str(fact.value).lower() in words
    }


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))
