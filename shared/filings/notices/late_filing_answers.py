"""What a notification of late filing answers in Parts II to IV of Form 12b-25; `forms/late_filing` reads the rest."""

from __future__ import annotations

import re

from pydantic import JsonValue

from filings.covers.check_row import read_row
from filings.covers.cover_numbers import PHONE

__all__ = ["SIGNED", "read_narrative", "read_other_information", "read_rules"]

SIGNED = re.compile(r"\bhas\s+caused\s+this\s+notification", re.I)
"""Where the signature begins, behind Part IV."""
_ATTACH = re.compile(r"(?:\(\s*)?attach\s+extra\s+sheets,?\s+if\s+needed[\s.]*\)?", re.I)
_STATE_BELOW = re.compile(
    r"state\s+below\s+in\s+reasonable\s+detail.{0,400}?(?:time\s+)?period[.)]*(?:\s*\([^()]*\))?\s*", re.I | re.S
)
_LATER = {
    "reasonNotEliminated": re.compile(r"\(a\)\s+the\s+reasons?\s+described", re.I),
    "filedWithinTheExtension": re.compile(r"\(b\)\s+the\s+subject\s+annual", re.I),
    "accountantsStatementAttached": re.compile(r"\(c\)\s+the\s+accountant", re.I),
}
_OTHER_REPORTS = re.compile(r"have\s+all\s+other\s+periodic\s+reports", re.I)
_CHANGE = re.compile(r"is\s+it\s+anticipated\s+that\s+any\s+significant\s+change", re.I)
_EXPLANATION = re.compile(r"reasonable\s+estimate\s+of\s+the\s+results\s+cannot\s+be\s+made\.?", re.I)
_NAME_ABOVE_SIGNATURE = re.compile(
    r"\n[^\n]*\n(?:[-_=\s]{1,200}\n)?\s{0,80}\(\s*(?:exact\s+)?name\s+of\s+registrant", re.I
)
_YES_NO = {"yes": re.compile(r"\byes\b", re.I), "no": re.compile(r"\bno\b", re.I)}
_CONTACT = re.compile(
    r"name\s+and\s+telephone\s+number\s+of\s+person\s+to\s+contact(?:\s[^?]{0,60}?notification\b)?[^\w(]*", re.I
)


def read_other_information(part: str) -> dict[str, JsonValue]:
    """Part IV: whom to call, the two questions, the explanation of a change."""
    signed = SIGNED.search(part)
    contact = _contact(part)
    return {
        "contactName": contact[0],
        "contactTelephone": contact[1],
        "allOtherReportsFiled": _answer(part, _OTHER_REPORTS),
        "significantChangeInResults": _answer(part, _CHANGE),
        "explanation": _explanation(part[: signed.start() if signed else None]),
    }


def read_rules(text: str) -> dict[str, JsonValue]:
    """Part II: one box for all three statements on the form since 2000, one each before."""
    boxes = read_row(text, _LATER)
    known = [box for box in boxes.values() if box is not None]
    return {**(dict.fromkeys(_LATER, known[0]) if len(known) == 1 else boxes)}


def read_narrative(part: str) -> str | None:
    """Part III: the reason, without the question."""
    behind = _STATE_BELOW.search(part)
    return _paragraphs(_ATTACH.sub(" ", part[behind.end() if behind else 0 :]))


def _contact(part: str) -> tuple[str | None, str | None]:
    """`Jane Doe  (555) 123-4567` or each above its caption."""
    question = _CONTACT.search(part)
    if question is None:
        return None, None
    ends = _OTHER_REPORTS.search(part, question.end())
    answer = part[question.end() : ends.start() if ends else question.end() + 400]
    phone = PHONE.search(answer) or re.search(r"\(?\d{3}[)\s-]+\d{3}[ -]\d{4}", answer)
    lines = (line.strip(" _.") for line in re.split(r"[\n\t]+| {3,}", answer))
    named = (line for line in lines if re.match(r"[^\W\d_]{2}", line) and not line.startswith("("))
    name = next(named, None)
    if name and phone and phone[0] in name:
        name = name[: name.find(phone[0])].strip(" ,")
    return name or None, " ".join(phone[0].split()) if phone else None


def _answer(part: str, question: re.Pattern[str]) -> bool | None:
    """The box beside Yes or No behind a question, up to the next one."""
    asked = question.search(part)
    if asked is None:
        return None
    following = re.search(r"\(\d\)", part[asked.end() :])
    answer = part[asked.end() :][: following.start() if following else 900]
    found = re.search(r"\byes\b.{0,40}?\bno\b", answer, re.I | re.S)
    if found is None:
        return None
    boxes = read_row(answer[max(0, found.start() - 12) : found.end() + 12], _YES_NO)
    return True if boxes["yes"] else False if boxes["no"] else None


def _explanation(part: str) -> str | None:
    """What explains a change, without the rule and the registrant's name above the signature."""
    found = _EXPLANATION.search(part)
    behind = part[found.end() :] if found else ""
    body = _NAME_ABOVE_SIGNATURE.split(behind, maxsplit=1)[0]
    return _paragraphs(re.split(r"(?m)^[^\w\n]*[-_=]{10,}", body, maxsplit=1)[0])


def _paragraphs(text: str) -> str | None:
    """Words with their paragraphs, one blank line between two."""
    paragraphs = (" ".join(piece.split()) for piece in re.split(r"\n[ \t]*\n", text))
    return "\n\n".join(piece for piece in paragraphs if re.search(r"\w", piece)) or None
