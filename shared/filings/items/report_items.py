"""The items of an annual or quarterly report: the text under each heading of its chain, parts and titles told.

`item_chain` decides which headings are the report's own. An item answered "None" or "Not applicable" counts:
the form asks for an answer to each. Where a report only names its items (omitted under General Instruction J,
or kept in an index that points elsewhere), that is said in a warning and their text is what stands there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import islice

from filings.items.absence import is_absence
from filings.items.item import trimmed
from filings.items.item_chain import Chain, best_chain
from filings.items.item_heading import TITLE_SHARE, Heading, find_bare_headings, find_headings, is_run_together
from filings.items.outline import Outline
from filings.items.part_heading import Parting
from filings.record import Item, Warning
from filings.signatures.signature_block import find_signing_clause, signature_blocks

__all__ = ["read_report_items"]

_WORD = re.compile(r"[A-Za-z]{2}")
FEW_TITLES = 0.6  # below this share of titled items another outline is tried
FEW_ITEMS = 4  # below this many, headings without the word Item are looked for
SHORT = 150
MOST_HEADINGS = 5_000  # ten times what a report with running heads has


def read_report_items(
    text: str, outlines: Sequence[Outline], day: dt.date | None = None
) -> tuple[list[Item], list[Warning]]:
    """The items in document order, and what was odd.

    outlines: the form's own first, then what its filers also use. day: of filing, for titles that are not printed.
    """
    parting, run_together = Parting(text), is_run_together(text)
    chains: list[tuple[float, int, Chain, Outline, int]] = []
    for outline in outlines:
        found = find_headings(text, outline.titles, run_together=run_together)
        headings = list(islice(found, MOST_HEADINGS))
        signed = _signed(text, headings)
        chain = best_chain(text, headings, outline, parting, signed)
        if _with_text(text, chain) < FEW_ITEMS:
            bare = islice(find_bare_headings(text, outline.titles), MOST_HEADINGS)
            wider = best_chain(text, sorted([*headings, *bare], key=_start), outline, parting, signed)
            chain = wider if _with_text(text, wider) >= FEW_ITEMS else chain
        chains.append((chain.weight, -len(chains), chain, outline, signed))
        if _titled_share(chain) >= FEW_TITLES:
            break
    _, _, chain, outline, signed = max(chains, key=lambda chain: chain[:2])
    items = _items(text, chain, outline, signed, day)
    return items, _warnings(text, chain, items)


def _with_text(text: str, chain: Chain) -> int:
    """How many items have more below them than their entry in a table of contents has."""
    starts = [*(link.heading.start for link in chain.links), len(text)]
    return sum(end - link.heading.body > SHORT for link, end in zip(chain.links, starts[1:], strict=True))


def _start(heading: Heading) -> int:
    return heading.start


def _signed(text: str, headings: Sequence[Heading]) -> int:
    return find_signing_clause(text, headings[0].body) if headings else len(text)


def _titled_share(chain: Chain) -> float:
    return sum(link.share >= TITLE_SHARE for link in chain.links) / max(len(chain.links), 1)


def _items(text: str, chain: Chain, outline: Outline, signed: int, day: dt.date | None) -> list[Item]:
    if not chain.links:
        return []
    taken = {link.place for link in chain.links}
    starts = [link.heading.start for link in chain.links]
    last = min(signature_blocks(text, chain.links[-1].heading.body), default=len(text))
    items = []
    for link, after in zip(chain.links, [*starts[1:], last], strict=True):
        heading, entry = link.heading, outline.entries[link.place]
        end = min(after, signed) if signed > heading.body else after
        end = trimmed(text, heading.start, end)
        for number in heading.numbers:
            place = link.place if number == entry.number else _place_beside(link.place, number, outline)
            if place == link.place or place not in taken:
                taken.add(place)
                items.append(
                    Item(
                        item=number,
                        part=outline.entries[place].part,
                        title=heading.title or entry.title_on(day),
                        text=text[heading.start : end],
                        start=heading.start,
                        end=end,
                    )
                )
    return items


def _place_beside(place: int, number: str, outline: Outline) -> int:
    """Which entry a further number of a heading is: "Items 2, 3 and 4" are of one part."""
    part = outline.entries[place].part
    return min(outline.places[number], key=lambda at: (outline.entries[at].part != part, abs(at - place)))


def _warnings(text: str, chain: Chain, items: Sequence[Item]) -> list[Warning]:
    if not items:
        return [Warning(code="no-items", message="no item heading was found in the report")]
    ends = {item.start: item.end for item in items}
    texts = [text[link.heading.body : ends[link.heading.start]] for link in chain.links]
    bare = sum(not _WORD.search(below) and not is_absence(below) for below in texts)
    if len(texts) >= 4 and 2 * bare > len(texts):
        message = (
            f"{bare} of {len(texts)} items are only named: the report omits them, or an index points to"
            " where their subjects are treated"
        )
        return [Warning(code="items-only-named", message=message)]
    return []
