"""Prospectuses filed under Rule 424(b), and 424H and 425: which registration statement each belongs to.

`formData`: `rule` (`424(b)(5)`), `registrationNumbers`, `toProspectusDated` (the prospectus that a supplement
supplements). The first page is read; a registrant whom the header names and the page prints is the cover's.
Rule 424(e): every prospectus says, on its upper right, its paragraph of the rule and its registration number.
"""

from __future__ import annotations

import re

from pydantic import JsonValue

from filings.covers.registrant_name import is_one_of
from filings.covers.registration_number import registration_numbers
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.record import Cover
from filings.text.date_in_words import dates_in

FIRST_PAGES = 8_000
"""Characters."""
_RULE = re.compile(r"\brule\s+(42[45]|497)\s*(?:\(?\s*([a-i])\s*\)?\s*(?:\(?\s*(\d)\s*\)?)?)?(?![\w-])", re.I)
_BASE = re.compile(
    r"\(?\b(?:supplement\s+)?to\s+(?:the\s+|our\s+)?prospectus(?:es)?\b[^.()]{0,60}?\bdated?\b"
    r"|\bprospectus\s+and\s+(?:the\s+)?prospectus\s+supplement,?\s+each\s+dated\b",
    re.I,
)


def read(report: Report) -> Parts:
    """The parts of a prospectus; it has no signatures."""
    page = report.text[:FIRST_PAGES]
    return Parts(
        cover=Cover(registrant_name=_registrant(report, page)),
        exhibits=read_exhibits("", report.documents),
        form_data=_first_page(report, page),
    )


def _registrant(report: Report, page: str) -> str | None:
    names = [party.name for party in report.header.entities if party.name] if report.header else []
    lines = (" ".join(line.split()) for line in re.split(r"[\n\t]+", page))
    return next((line for line in lines if line and is_one_of(line, names)), None)


def _first_page(report: Report, page: str) -> dict[str, JsonValue]:
    base = _BASE.search(page)
    dated = [date for at, date in dates_in(page[base.end() : base.end() + 40])] if base else []
    return {
        "rule": _rule(report.form, page),
        "registrationNumbers": [*(registration_numbers(page) or registration_numbers(report.text))],
        "toProspectusDated": dated[0].isoformat() if dated else None,
    }


def _rule(form: str, page: str) -> str | None:
    """As printed, else as the submission type has it."""
    printed = _RULE.search(page)
    if printed and (printed[2] or printed[1] == "425"):
        paragraph = f"({printed[2].lower()})" if printed[2] else ""
        return f"{printed[1]}{paragraph}{f'({printed[3]})' if printed[3] else ''}"
    typed = re.match(r"(424)([A-I])(\d)?|(425)", form)
    if typed is None:
        return None
    return typed[4] or f"{typed[1]}({typed[2].lower()}){f'({typed[3]})' if typed[3] else ''}"


FORM = Form(
    submission_types=(
        *("424A", "424B1", "424B2", "424B3", "424B4", "424B5", "424B6", "424B7", "424B8"),
        *("424H", "424H/A", "424I", "425"),
    ),
    read=read,
)
