"""The contexts and units of inline XBRL, which stand in the hidden headers of its pages. XBRL 2.1, 4.7 and 4.8."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from filings.facts.fact_period import Period, period_of

__all__ = ["InlineHeader"]

LONGEST_UNIT = 2_000
NEXT_HEADER = 10_000
"""Characters in which it is looked for: to search the whole report costs as much as all else here."""
# Of a tag's end nothing is asked, else each of a thousand ids would be tried to it.
_CONTEXT = re.compile(r"""<(?:[\w-]+:)?context\b[^<>]*?\bid\s*=\s*["']([^"']*)["']""")
_DATES = re.compile(r"<(?:[\w-]+:)?(startDate|endDate|instant)\s*>\s*(\d{4}-\d\d-\d\d)")
_DIMENSION = re.compile(r"<(?:[\w-]+:)?(?:segment|scenario)\b")
_UNIT = re.compile(r"""<(?:[\w-]+:)?unit\s[^<>]*?\bid\s*=\s*["']([^"']*)["'][^<>]*>""")
_MEASURE = re.compile(r"<(?:[\w-]+:)?measure\s*>\s*(?:[\w-]+:)?([^<\s]+)\s*<")


class InlineHeader:
    """The headers of a report's pages; each part is read when it is asked for, and once.

    `periods` has the contexts without dimensions, `units` `USD`, `shares`, `USD/shares`, by their ids.
    """

    def __init__(self, *pages: str) -> None:
        self._pages = pages

    @cached_property
    def _resources(self) -> str:
        return "".join(map(_resources, self._pages))

    @cached_property
    def _contexts(self) -> list[str]:
        return self._resources.split("context>")

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        """Most contexts have a dimension, and are not looked at."""
        whole = (context for context in self._contexts if "dimension" not in context)
        without = (context for context in whole if not _DIMENSION.search(context))
        found = (match for context in without if (match := _CONTEXT.search(context)))
        return {match[1]: _period(match) for match in found}

    @cached_property
    def units(self) -> Mapping[str, str | None]:
        """Cut at the units' ends."""
        found = (_UNIT.search(unit[-LONGEST_UNIT:]) for unit in self._resources.split("unit>"))
        return {match[1]: "/".join(_MEASURE.findall(match.string, match.end())) or None for match in found if match}

    def period_of(self, name: str) -> Period:
        """The period of a context, with a dimension or without; two None for one that is not there."""
        if name in self.periods:
            return self.periods[name]
        named = (context for context in self._contexts if name in context)
        found = (match for context in named if (match := _CONTEXT.search(context)))
        return next((_period(match) for match in found if match[1] == name), (None, None))


def _resources(page: str) -> str:
    """Of the page's header, or of its headers: a large report may have several, one behind the other."""
    start = following = page.find("<ix:resources")
    end = start
    while following >= 0:
        end = page.find("</ix:resources", following)
        following = page.find("<ix:resources", end, end + NEXT_HEADER) if end >= 0 else -1
    return page[start:end] if 0 <= start < end else ""


def _period(context: re.Match[str]) -> Period:
    return period_of(dict(_DATES.findall(context.string, context.end())))
