"""The facts of an XBRL instance that is a document of its own (EX-101.INS, 2009 to 2018): its `dei` and headline facts.

What is taken, and which context is the primary one, is as in inline XBRL (`inline_facts`). An instance is read as a
stream: nothing but contexts, units and the wanted facts is ever in memory. XBRL 2.1, 4.6 to 4.8; the prefixes of an
instance mean nothing, its namespaces tell the taxonomies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from filings.facts.fact_period import Period, is_own, period_of
from filings.facts.headline_concepts import HEADLINES
from filings.record import Fact
from filings.xml.safe_parser import safe_parser

__all__ = ["read_instance_facts"]

PIECE = 1 << 16
"""Characters that are given to the parser at once."""
LONGEST_VALUE = 2_000
"""Characters; a headline is a number, and a fact of the cover a name or a date."""
DEEPEST = 50
"""Elements within elements: an instance has six. Behind thousands that are open libxml2 takes seconds."""
_START = re.compile(
    r"\s*(?:<XBRL>\s*)?(?:(?:<\?[^<>]{0,500}\?>|<!--(?:[^-]|-(?!->)){0,20000}-->)\s*)*(?=<(?:[\w.-]{1,40}:)?xbrl\b)",
    re.I,
)
_TAXONOMY = re.compile(
    r"\{https?://(?:xbrl\.sec\.gov|xbrl\.us|(?:xbrl\.)?fasb\.org|xbrl\.ifrs\.org|xbrl\.iasb\.org)/"
    r"(?:[^{}/]{1,40}/){0,3}(dei|us-gaap|ifrs)(?:[/-][^{}]{0,40})?\}"
)
_PREFIXES = {"dei": "dei", "us-gaap": "us-gaap", "ifrs": "ifrs-full"}
_WANTED = frozenset(HEADLINES)
_NUMBER = re.compile(r"[+-]?(?:\d{1,24}(?:\.\d{0,24})?|\.\d{1,24})", re.A)
_FLAGS = {"true": True, "false": False}
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


class _TooDeep(Exception):
    """The elements are nested as in no instance."""


@dataclass
class _Tagged:
    """A fact as it stands in the instance."""

    concept: str
    context: str
    unit: str | None
    decimals: str | None
    words: str


@dataclass
class _Context:
    dates: dict[str, str] = field(default_factory=dict)
    dimensions: bool = False


class _Reader:
    """What lxml calls for each tag: keeps contexts, units and wanted facts, and builds no tree."""

    def __init__(self) -> None:
        self.contexts: dict[str, _Context] = {}
        self.units: dict[str, list[str]] = {}
        self.facts: list[_Tagged] = []
        self._depth = 0
        self._within = ""  # the id of the context or unit that is open
        self._words: str | None = None  # what the open tag holds, so far
        self._fact: _Tagged | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooDeep
        name = tag.rpartition("}")[2]
        if self._depth == 2:
            self._open(tag, name, attributes)
        elif name in ("segment", "scenario") and self._within in self.contexts:
            self.contexts[self._within].dimensions = True
        elif name in ("startDate", "endDate", "instant", "measure"):
            self._words = ""

    def _open(self, tag: str, name: str, attributes: Mapping[str, str]) -> None:
        self._within = attributes.get("id", "")
        if name == "context":
            self.contexts[self._within] = _Context()
        elif name == "unit":
            self.units[self._within] = []
        elif (
            "contextRef" in attributes
            and (concept := _concept(tag, name))
            and attributes.get(_NIL) not in ("true", "1")
        ):
            context, unit, decimals = (attributes.get(key) for key in ("contextRef", "unitRef", "decimals"))
            self._fact, self._words = _Tagged(concept, context or "", unit, decimals, ""), ""

    def data(self, text: str) -> None:
        if self._words is not None and len(self._words) < LONGEST_VALUE:
            self._words = (self._words + text)[:LONGEST_VALUE]

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._words is None:
            return
        words, name = self._words.strip(), tag.rpartition("}")[2]
        if self._fact and self._depth == 1:
            self._fact.words = words
            self.facts.append(self._fact)
            self._fact = self._words = None
        elif self._fact is None:
            self._words = None
            self._keep(name, words)

    def _keep(self, name: str, words: str) -> None:
        if name == "measure" and self._within in self.units:
            self.units[self._within].append(words.rpartition(":")[2])
        elif self._within in self.contexts:
            self.contexts[self._within].dates[name] = words

    def close(self) -> None:
        """Nothing is left to do."""


def read_instance_facts(source: str) -> list[Fact]:
    """The `dei` facts of the primary context, then the headlines, each concept once; what is cut off is read so far."""
    start = _START.match(source)
    if start is None:
        return []
    reader = _Reader()
    _feed(source, start.end(), reader)
    periods = {name: period_of(context.dates) for name, context in reader.contexts.items() if not context.dimensions}
    units = {name: "/".join(measures) or None for name, measures in reader.units.items()}
    primary = next((fact.context for fact in reader.facts if fact.concept == "dei:DocumentType"), "")
    facts: dict[str, Fact] = {}
    for tagged in sorted(reader.facts, key=lambda fact: _is_headline(fact.concept)):
        if tagged.concept not in facts and (fact := _fact(tagged, primary, periods, units)):
            facts[tagged.concept] = fact
    return list(facts.values())


def _feed(source: str, start: int, reader: _Reader) -> None:
    from lxml import etree  # here, as most filings have no XML: the import costs them nothing

    parser = safe_parser(target=reader, huge_tree=True, recover=True)
    try:
        for at in range(start, len(source), PIECE):
            parser.feed(source[at : at + PIECE].encode("utf-8", "replace"))
        parser.close()
    except (etree.XMLSyntaxError, _TooDeep):
        return  # cut off, mangled, or followed by what is no XML: the facts before that were read


def _concept(tag: str, name: str) -> str | None:
    """`us-gaap:Assets`, whatever the prefix; None for what is no fact of the cover and no headline."""
    taxonomy = _TAXONOMY.match(tag)
    prefix = _PREFIXES[taxonomy[1]] if taxonomy else None
    return f"{prefix}:{name}" if prefix == "dei" or (prefix and name in _WANTED) else None


def _is_headline(concept: str) -> bool:
    return concept.partition(":")[2] in _WANTED


def _fact(tagged: _Tagged, primary: str, periods: Mapping[str, Period], units: Mapping[str, str | None]) -> Fact | None:
    """The fact, if its period is the report's own: a number of the cover has a day of its own."""
    period, own = periods.get(tagged.context), periods.get(primary, (None, None))
    of_cover = tagged.concept.startswith("dei:")
    if period is None or not tagged.words:
        return None
    if not _is_headline(tagged.concept):
        value: Decimal | str | bool | None = _FLAGS.get(tagged.words, tagged.words)
        return (
            Fact(concept=tagged.concept, value=value, period_start=own[0], period_end=own[1])
            if tagged.context == primary
            else None
        )
    if not of_cover and not is_own(period, own):
        return None
    if not _NUMBER.fullmatch(tagged.words):
        return None
    return Fact(
        concept=tagged.concept,
        value=Decimal(tagged.words),
        unit=units.get(tagged.unit or ""),
        decimals=tagged.decimals,
        period_start=period[0],
        period_end=period[1],
    )
