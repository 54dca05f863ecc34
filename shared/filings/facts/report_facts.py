"""Where the facts of a report stand: on its page, on pages of its exhibits, or in an instance beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filings.facts.inline_facts import is_tagged, read_headline_facts
from filings.facts.instance_facts import read_instance_facts
from filings.forms._form import Report
from filings.record import Fact

__all__ = ["read_report_facts"]

LARGEST_DOCUMENT = 64 << 20
"""Bytes: above the largest banks' instances, and what a function's memory holds twice."""
_INSTANCE = re.compile(r".*\.INS\Z", re.I)
# The annual report to shareholders; what the home country has of a 40-F's issuer.
_STATEMENTS = re.compile(r"EX-(?:13|99)\b", re.I)


def read_report_facts(report: Report, of_cover: Sequence[Fact]) -> list[Fact]:
    """The cover's facts and the headlines; a number of the cover is a headline, with its scale.

    A report that is not tagged itself may have an instance beside it (EX-101.INS, 2009 to 2018).
    """
    if not of_cover:
        instance = next(_documents(report, _INSTANCE), None)
        return read_instance_facts(instance) if instance else []
    headlines = read_headline_facts(report.source, report.inline_header)
    if all(fact.concept.startswith("dei:") for fact in headlines):
        exhibits = [page for page in _documents(report, _STATEMENTS) if is_tagged(page)]
        headlines = read_headline_facts(report.source, exhibits=exhibits)
    numbers = {fact.concept for fact in headlines}
    return [*(fact for fact in of_cover if fact.concept not in numbers), *headlines]


def _documents(report: Report, type: re.Pattern[str]) -> Iterator[str]:
    """The documents of these types, each loaded when it is asked for."""
    found = (one for one in report.documents if type.match(one.type or "") and one.size <= LARGEST_DOCUMENT)
    return (report.load(one) for one in found)
