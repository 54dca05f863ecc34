"""The headline facts of a report that is tagged in inline XBRL: sales, income, balance sheet, cash flows.

Inline XBRL 1.1 (part 1, 10: ix:nonFraction; 15: transformations): the number that the words on the page are in their
format, times ten to the power of its scale, with its sign. Only facts of the primary context are taken: the report's
own period or its last day, no dimension; the cover's two numbers have days of their own. Tags are found in the source
by name, so that no tree of a large report is ever in memory. Facts that are words or dates are
`dei_cover`'s; but the auditor is named by the auditor's report, far behind the cover.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from decimal import Decimal

from filings.facts.fact_period import Period, is_own
from filings.facts.headline_concepts import HEADLINES
from filings.facts.inline_header import InlineHeader
from filings.facts.inline_tag import attributes_of, context_of, is_left_out, tag_around, words_of
from filings.facts.transformation import meant
from filings.record import Fact

__all__ = ["is_tagged", "read_headline_facts"]

# Begins with letters, so that sre scans for them: ten times as fast as a search for every name.
_FACT = re.compile(r"""name\s*=\s*["']((?:us-gaap|ifrs-full|dei):(\w+))["']""")
_AUDITOR = ("AuditorName", "AuditorLocation", "AuditorFirmId")
_HEADLINES = frozenset(HEADLINES)
_WANTED = _HEADLINES.union(_AUDITOR)
_DOCUMENT_TYPE = re.compile(r"""dei:DocumentType["']""")


def is_tagged(page: str) -> bool:
    """Whether the page has a tagged number."""
    return "ix:nonFraction" in page or "ix:nonfraction" in page


def read_headline_facts(source: str, header: InlineHeader | None = None, exhibits: Sequence[str] = ()) -> list[Fact]:
    """The headline facts in the document's order, each concept once; [] where nothing is tagged.

    exhibits: more pages of the report, whose contexts are those of all its pages.
    """
    pages = [page for page in (source, *exhibits) if is_tagged(page)]
    if not pages:
        return []
    header = header or InlineHeader(source, *exhibits)
    own = header.periods.get(_primary_context(source, header.periods), (None, None))
    facts: dict[str, Fact] = {}
    for page in pages:
        _collect(page, header, own, facts)
    return list(facts.values())


def _collect(page: str, header: InlineHeader, own: Period, facts: dict[str, Fact]) -> None:
    for named in _FACT.finditer(page):
        if named[2] not in _WANTED or named[1] in facts or (tag := tag_around(page, named)) is None:
            continue
        period = header.periods.get(context_of(tag))
        if period is None or not (is_own(period, own) or named[1].startswith("dei:")):
            continue
        attributes = attributes_of(tag[0])
        value = None if is_left_out(tag, attributes) else meant(words_of(tag, attributes), attributes, tag["kind"])
        if isinstance(value, Decimal) if named[2] in _HEADLINES else value and is_own(period, own):
            facts[named[1]] = Fact(
                concept=named[1],
                value=value,
                unit=header.units.get(attributes.get("unitref", "")),
                decimals=attributes.get("decimals"),
                period_start=period[0],
                period_end=period[1],
            )


def _primary_context(source: str, undivided: Container[str]) -> str:
    """The context that the form's own name is tagged with; of several registrants' the one of them all."""
    tags = (tag_around(source, named) for named in _DOCUMENT_TYPE.finditer(source))
    return next((context for tag in tags if tag and (context := context_of(tag)) in undivided), "")
