"""What a cover says beyond its form's name: the box that makes a Form 12b-25 an NT 10-K on EDGAR.

EDGAR parts many forms by who files them, under which section, at which stage (EDGAR Filer Manual, vol. II). Where
no box tells, the type is the one that most filings of that form have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from filings.covers.check_row import read_row
from filings.covers.checkbox import BOX
from filings.notices.late_report import LATE_REPORTS
from filings.notices.termination_rules import ticked_rules

__all__ = ["submission_type"]


def _row(**words: str) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.I) for name, pattern in words.items()}


_STAGES = _row(
    additional=r"definitive\s+additional\s+materials?|soliciting\s+material",
    DEF=r"definitive\s+(?:proxy|information)\s+statement",
    PRE=r"preliminary\s+(?:proxy|information)\s+(?:statement|material)s?",
)
_SOLICITING = _row(additional=r"soliciting\s+material")
_FILED_BY = _row(
    own=r"filed\s+by\s+the\s+registrant", other=r"filed\s+by\s+a\s+party\s+other\s+than\s+the\s+registrant"
)
_OFFERS = _row(
    third=r"third[- ]party\s+tender\s+offer\s+subject",
    issuer=r"issuer\s+tender\s+offer\s+subject",
    private=r"going[- ]private\s+transaction\s+subject",
    holder=r"amendment\s+to\s+schedule\s+13D\s+under",
)
_BEFORE_THE_OFFER = _row(
    early=r"(?:if\s+the\s+filing\s+relates\s+solely\s+to\s+)?preliminary\s+communications\s+made\s+before\s+the"
    r"\s+commencement\s+of\s+a\s+tender\s+offer"
)
_REPORTS = _row(
    usual=r"(?:annual|quarterly)\s+report\s+(?:pursuant|under)", transition=r"transition\s+report\s+(?:pursuant|under)"
)
_ABROAD = _row(
    registration=r"registration\s+statement\s+pursuant\s+to\s+section\s+12", annual=r"annual\s+report\s+pursuant"
)
_NOTICE = _row(notice=r"13F\s+notice", holdings=r"13F\s+holdings\s+report", both=r"13F\s+combination\s+report")
_INSTRUCTION_A = _row(
    B=r"general\s+instruction\s+A\.?\s?\(c\)[^.]{0,60}box\b", G=r"general\s+instruction\s+A\.?\s?\(d\)[^.]{0,60}box\b"
)
_AT_ONCE = _row(
    ASR=r"effective\s+upon\s+filing\s+with\s+the\s+commission\s[^.]{0,160}check\s+the\s+following\s+box",
    MEF=r"rule\s+462\(b\)\s+under\s+the\s+securities\s+act,?\s[^.]{0,60}box\s+and\s+list[^.]{0,200}offering",
)
_DEPOSITARY = _row(EF=r"immediately\s+upon\s+filing")
_SECTION_12B = re.compile(
    r"section\s+12\(b\)\s+of\s+the\s+(?:(?:securities\s+)?exchange\s+)?act\b([^\n]*\n*[^\n]*)", re.I
)
_NONE = re.compile(r"\bnone\b", re.I)
_NO_SECURITIES = re.compile(r"[\W_]*(?:none|n/?a|not\s+applicable|securities)?\b", re.I)
# EDGAR's page of a schedule that was filed as XML, since 2024-12-18: its shares all have two decimals.
_VOTES = re.compile(r"(?:sole|shared)\s+voting\s+power\s+([\d,]{1,20}(?:\.\d{1,4})?)(?!\w)", re.I)
_RENDERED_VOTES = re.compile(r"[\d,]+\.\d\d")
_POST_EFFECTIVE = re.compile(r"post-?\s?effective\s+amendment\s+(?:no|number)\b\.?\s*:?\s*(?:\d|one|two|three)", re.I)
_DRAFT = re.compile(r"\bconfidentially\s+submitted\b|\bdraft\s+registration\s+statement\b", re.I)
# Rule 485: "[X] on May 1, 2010 pursuant to paragraph (b)", a line a day on which a fund's amendment may take effect.
_RULE_485 = re.compile(rf"^[ \t]*{BOX}[^\n]{{0,60}}?\bpursuant\s+to\s+paragraph\s+\((?P<paragraph>[ab])\)", re.I | re.M)
_POST_EFFECTIVE_TYPES = {"S-8": "S-8 POS", "S-6": "S-6 POS", "F-6": "F-6 POS", "S-3D": "S-3DPOS", "S-3ASR": "POSASR"}
FACING_PAGE = 2_500
"""Characters in which a registration statement says that it is amended."""


def submission_type(name: str, page: str) -> tuple[str, bool]:
    """EDGAR's type for the form of this name with this first page, and whether a "/A" may be added to it.

    name: as printed, without blanks: `12B-25`, `14A`, `S-3`.
    """
    facing = page[:FACING_PAGE]
    if name in _FUNDS and _POST_EFFECTIVE.search(facing):
        return _of_fund(page, name), False
    if name.startswith(("S-", "F-", "SB-")) and _POST_EFFECTIVE.search(facing):
        return _POST_EFFECTIVE_TYPES.get(name, "POS AM"), False
    if name in _SHELVES and _DRAFT.search(facing):
        return "DRS", True
    decide = _DECIDED.get(name)
    found = decide(page) if decide else name
    return found, not found.startswith(("DEFA14", "DFAN14"))


def _of_fund(page: str, name: str) -> str:
    """485BPOS takes effect by itself, 485APOS after sixty days; a line is ticked that names the paragraph."""
    lines = (match for match in _RULE_485.finditer(page) if match["ticked"] or match["letter"] in ("x", "X"))
    ticked = next(lines, None)
    return f"485{ticked['paragraph'].upper()}POS" if ticked else name


def _ticked(page: str, options: Mapping[str, re.Pattern[str]]) -> list[str]:
    return [name for name, ticked in read_row(page, options).items() if ticked]


def _schedule(page: str, name: str) -> str:
    votes = _VOTES.findall(page)
    return f"{'SCHEDULE' if votes and all(map(_RENDERED_VOTES.fullmatch, votes)) else 'SC'} {name}"


def _late(page: str) -> str:
    report = next(iter(_ticked(page, LATE_REPORTS)), "10-K")
    return f"NT-{report.replace('-', '')}" if report.startswith("N-") else f"NT {report}"


def _solicitation(page: str, schedule: str) -> str:
    """Definitive or preliminary, additional material, and with another letter where somebody else files it."""
    stages = _ticked(page, _STAGES) or _ticked(page, _SOLICITING) or ["DEF"]
    other = _ticked(page, _FILED_BY) == ["other"]
    if stages[0] == "additional":
        return f"{'DFAN' if other else 'DEFA'}{schedule}"
    return f"{stages[0]}C{schedule}" if other else f"{stages[0]} {schedule}"


def _tender_offer(page: str) -> str:
    if _ticked(page, _BEFORE_THE_OFFER):
        return "SC TO-C"
    return "SC TO-I" if "issuer" in _ticked(page, _OFFERS) else "SC TO-T"


def _holdings(page: str) -> str:
    return "13F-NT" if _ticked(page, _NOTICE) == ["notice"] else "13F-HR"


def _end_of_registration(page: str) -> str:
    """15-12G under Rule 12g-4, 15-15D where only the duty of section 15(d) ends; no box tells a 15-12B."""
    rules = ticked_rules(page)
    return "15-12G" if any(rule.startswith("12g") for rule in rules) else "15-15D" if rules else "15"


def _of_class(page: str, prefix: str) -> str:
    """A registration under section 12(b) if a class is listed there, else under 12(g)."""
    if found := _ticked(page, _INSTRUCTION_A):
        return f"{prefix}12{found[0]}"
    listed = _SECTION_12B.search(page)
    none = listed is None or _NO_SECURITIES.fullmatch(listed[1].partition("\n\n")[0]) or _NONE.search(listed[1])
    return f"{prefix}12{'G' if none else 'B'}"


def _shelf(page: str, form: str) -> str:
    return next((f"{form}{kind}" for kind in _ticked(page, _AT_ONCE)), form)


def _in_transition(page: str, form: str) -> str:
    return f"{form}T" if _ticked(page, _REPORTS) == ["transition"] else form


def _from_abroad(page: str, form: str) -> str:
    return _of_class(page, form.replace("-F", "FR")) if _ticked(page, _ABROAD) == ["registration"] else form


def _of_depositary(page: str) -> str:
    """An F-6 that takes effect by itself, Rule 466(a)."""
    return "F-6EF" if _ticked(page, _DEPOSITARY) else "F-6"


_FUNDS = ("N-1A", "N-3", "N-4", "N-6")
_SHELVES = ("S-1", "S-3", "S-4", "S-11", "F-1", "F-3", "F-4", "SB-2")
_DECIDED: Mapping[str, Callable[[str], str]] = {
    "12B-25": _late,
    "14A": partial(_solicitation, schedule="14A"),
    "14C": partial(_solicitation, schedule="14C"),
    "SC 13D": partial(_schedule, name="13D"),
    "SC 13G": partial(_schedule, name="13G"),
    "TO": _tender_offer,
    "13F-HR": _holdings,
    "15": _end_of_registration,
    "8-A": partial(_of_class, prefix="8-A"),
    "10": partial(_of_class, prefix="10-"),
    "10-SB": partial(_of_class, prefix="10SB"),
    "10-K": partial(_in_transition, form="10-K"),
    "10-Q": partial(_in_transition, form="10-Q"),
    "20-F": partial(_from_abroad, form="20-F"),
    "40-F": partial(_from_abroad, form="40-F"),
    "F-6": _of_depositary,
    **{form: partial(_shelf, form=form) for form in _SHELVES},
}
