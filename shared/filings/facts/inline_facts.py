"""The headline facts of a report that is tagged in inline XBRL: sales, income, balance sheet, cash flows.

Inline XBRL 1.1 (part 1, 10: ix:nonFraction; 15: transformations): the number that the words on the page are in their
format, times ten to the power of its scale, with its sign. Only facts of the primary context are taken: the report's
own period or its last day, no dimension; the cover's two numbers have days of their own. Tags are found in the source
by name, so that no tree of a large report is ever in memory. Facts that are words or dates are `dei_cover`'s.
"""

from __future__ import annotations

import re
from decimal import Decimal

from filings.facts.fact_period import Period, is_own, period_of
from filings.facts.headline_concepts import HEADLINES
from filings.record import Fact
from filings.text.character_reference import unescape

__all__ = ["read_headline_facts"]

LONGEST_FACT = LONGEST_TAG = 2_000
# Begins with letters, so that sre scans for them: ten times as fast as a search for every name.
_FACT = re.compile(r"""name\s*=\s*["']((?:us-gaap|ifrs-full|dei):(\w+))["']""")
_WANTED = frozenset(HEADLINES)
_NON_FRACTION = re.compile(r"<ix:nonfraction\s", re.I)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTES = re.compile(r"""(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DOCUMENT_TYPE = re.compile(r"""<ix:nonnumeric\b[^<>]*\bname\s*=\s*["']dei:DocumentType["'][^<>]*>""", re.I)
_CONTEXT = re.compile(r"""<(?:[\w-]+:)?context\b[^<>]*?\bid\s*=\s*["']([^"']*)["'][^<>]*>""")
_DATES = re.compile(r"<(?:[\w-]+:)?(startDate|endDate|instant)\s*>\s*(\d{4}-\d\d-\d\d)")
_DIMENSION = re.compile(r"<(?:[\w-]+:)?(?:segment|scenario)\b")
_UNIT = re.compile(r"""<(?:[\w-]+:)?unit\s[^<>]*?\bid\s*=\s*["']([^"']*)["'][^<>]*>""")
_MEASURE = re.compile(r"<(?:[\w-]+:)?measure\s*>\s*(?:[\w-]+:)?([^<\s]+)\s*<")
_NUMBER = re.compile(r"-?(?:\d{1,24}(?:\.\d{0,24})?|\.\d{1,24})", re.A)
_COMMA_DECIMAL = re.compile(r"(?:num-?comma-?decimal|numcommadot|numcomma)\Z")
_NOTHING = re.compile(r"(?:fixed-?zero|zero-?dash|numdash|no-?content)\Z")


def read_headline_facts(source: str) -> list[Fact]:
    """The headline facts in the document's order, each concept once; [] where nothing is tagged."""
    if "ix:nonFraction" not in source and "ix:nonfraction" not in source:
        return []
    resources = _resources(source)
    periods = _periods(resources)
    units = _units(resources)
    own = periods.get(_primary_context(source), (None, None))
    facts: dict[str, Fact] = {}
    for match in _FACT.finditer(source):
        if match[2] not in _WANTED or match[1] in facts:
            continue
        opened = source.rfind("<", max(0, match.start() - LONGEST_TAG), match.start())
        closed = source.find(">", match.end(), match.end() + LONGEST_TAG)
        if min(opened, closed) < 0 or not _NON_FRACTION.match(source, opened):
            continue
        attributes = _attributes(source[opened:closed])
        period = periods.get(attributes.get("contextref", ""))
        if not is_own(period, own) and not match[1].startswith("dei:"):
            continue
        value = _value(source, closed + 1, attributes) if period else None
        if period and value is not None:
            facts[match[1]] = Fact(
                concept=match[1],
                value=value,
                unit=units.get(attributes.get("unitref", "")),
                decimals=attributes.get("decimals"),
                period_start=period[0],
                period_end=period[1],
            )
    return list(facts.values())


def _resources(source: str) -> str:
    """The contexts and units, which stand in the hidden header (a large report may have several)."""
    start = source.find("<ix:resources")
    end = source.rfind("</ix:resources")
    return source[start:end] if 0 <= start < end else ""


def _periods(resources: str) -> dict[str, Period]:
    """The contexts without dimensions. Cut at their ends: most have a dimension, and are not looked at."""
    whole = (context for context in resources.split("context>") if "dimension" not in context)
    without = (context for context in whole if not _DIMENSION.search(context))
    found = (match for context in without if (match := _CONTEXT.search(context)))
    return {match[1]: period_of(dict(_DATES.findall(match.string, match.end()))) for match in found}


def _primary_context(source: str) -> str:
    """The context that the form's own name is tagged with."""
    tag = _DOCUMENT_TYPE.search(source)
    return _attributes(tag[0]).get("contextref", "") if tag else ""


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): one or other for name, one, other in _ATTRIBUTES.findall(tag)}


def _units(resources: str) -> dict[str, str | None]:
    """`USD`, `shares`, `USD/shares` by their ids. Cut at the units' ends."""
    found = (_UNIT.search(unit[-LONGEST_TAG:]) for unit in resources.split("unit>"))
    return {match[1]: "/".join(_MEASURE.findall(match.string, match.end())) or None for match in found if match}


def _value(source: str, start: int, attributes: dict[str, str]) -> Decimal | None:
    """The number that is meant; None for a fact without one."""
    if attributes.get("xsi:nil") in ("true", "1"):
        return None
    words = unescape(_TAG.sub("", source[start : _end(source, start)])).strip()
    number = _number(words, attributes.get("format", "").rpartition(":")[2].lower())
    scale = attributes.get("scale", "0") or "0"
    if number is None or not re.fullmatch(r"[+-]?\d{1,2}", scale):
        return None
    scaled = _plain(number.scaleb(int(scale)))
    return -scaled if attributes.get("sign") == "-" else scaled


def _end(source: str, start: int) -> int:
    closing = (source.find(tag, start, start + LONGEST_FACT) for tag in ("</ix:nonFraction", "</ix:nonfraction"))
    return min((at for at in closing if at >= 0), default=start)


def _number(words: str, kind: str) -> Decimal | None:
    if _NOTHING.match(kind):
        return Decimal(0)
    groups, point = (r"[.\s\xa0]", ",") if _COMMA_DECIMAL.match(kind) else (r"[,\s\xa0'’]", ".")
    plain = re.sub(groups, "", words).replace(point, ".")
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def _plain(number: Decimal) -> Decimal:
    """152669 million as 152669000000, not 1.52669E+11."""
    return Decimal(int(number)) if number == number.to_integral_value() else number
