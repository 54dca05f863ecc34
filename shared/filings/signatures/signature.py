"""The signatures of a report: who signed for which registrant, as what, when.

    Date: May 4, 2007                 Example, Inc.
                                      (Registrant)
                                      By: /s/ Jane Doe
                                      Jane Doe
                                      Chief Financial Officer

`signature_block` finds where they begin, `signer` reads each one's name and title.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from filings.record import Signature, Warning
from filings.signatures.signature_block import find_signatures
from filings.signatures.signature_columns import one_below_the_other
from filings.signatures.signature_lines import AUTHORIZED, DATE_LABEL, SIGNED, lines_of
from filings.signatures.signature_registrant import signs_for
from filings.signatures.signer import LABEL, read_signer
from filings.text.date_in_words import dates_in

__all__ = ["read_signatures", "signed_for"]

LONGEST_BLOCK = 8_000
LONGEST_GAP = 1_200
"""Characters between two signatures of one report; what is farther down was signed elsewhere (an exhibit)."""

# "/s/ Jane Doe  Name: Jane Doe  Title: President", all on one line.
_BESIDE = re.compile(r"\s+(?=(?:name|title|date|by|its)\s*:)|\s*_{3,}", re.I)
_SUFFIX = re.compile(r"(?:\b(?i:Jr|Sr|Esq)|\b[A-Z])\.$")
_BY_ATTORNEY = re.compile(r"\n[ \t]*\*(?:[ \t]{3,}|\t)")  # "*     Director": the next one signs by his attorney
# "By: Jane Doe", and "By      Jane Doe" on a line of its own.
_TYPED = re.compile(
    r"(?im)(?:\bby\s*:|^[ \t]{0,90}(?-i:By|BY)[ ]{2}(?=[ _]{0,90}(?-i:[A-Z])))[ \t_\n/]{0,90}"
    r"([^\W\d_][^\n\t]{3,60})(?:\n|\t|$)"
)
_END = re.compile(
    r"(?im)^\W{0,80}(?:exhibits?\s+index\b|index\s+(?:to|of)\s+exhibits?\b|exhibit\s+(?:no\b|number\b|\d)|\(?exhibit\)?\s*$)"
)


def signed_for(signatures: Sequence[Signature], registrant: str | None) -> list[Signature]:
    """The signatures of a form with one registrant: one that stands below no name is for it."""
    return [one if one.registrant else one.model_copy(update={"registrant": registrant}) for one in signatures]


def read_signatures(text: str, start: int, registrants: Sequence[str] = ()) -> tuple[list[Signature], list[Warning]]:
    """The signatures from the first signature block at or after `start`, and a warning where it is unsigned.

    registrants: the names on the cover and in the header, the cover's first.
    """
    at = find_signatures(text, start)
    if at >= len(text):
        return [], [Warning(code="no-signatures", message="no signature block was found in the report")]
    block = text[at : at + LONGEST_BLOCK]
    ends = _END.search(block, 20)
    block = one_below_the_other(block[: ends.start() if ends else None], SIGNED)
    signatures = _signed(block, registrants) or _unsigned(block, registrants)
    if not signatures:
        return [], [Warning(code="unsigned", message="the signature block has no signature", where=f"character {at}")]
    return signatures, []


def _signed(block: str, registrants: Sequence[str]) -> list[Signature]:
    """One signature a `/s/`, as long as they stand together."""
    places = [match.start() for match in SIGNED.finditer(block)]
    apart = next((n for n in range(1, len(places)) if places[n] - places[n - 1] > LONGEST_GAP), len(places))
    date = _date(block)
    found: list[Signature] = []
    for n, place in enumerate(places[:apart]):
        above = block[places[n - 1] if n else 0 : place]
        below = block[place : places[n + 1] if n + 1 < len(places) else place + 600]
        below = _BY_ATTORNEY.split(below, maxsplit=1)[0]
        own = signs_for(above, registrants, first=n == 0) or (found[-1].registrant if found else None)
        found.append(_signature(lines_of(below), own, date))
    return found


def _signature(lines: list[str], registrant: str | None, date: dt.date | None) -> Signature:
    """A signature from its own line and those below it."""
    mark = SIGNED.match(lines[0])
    first, *beside = _BESIDE.split(lines[0][mark.end() if mark else 0 :])
    rest = [*(line for line in beside if line), *lines[1:]]
    written = first.strip(' _|.“”"') + ("." if _SUFFIX.search(first.strip(' _|“”"')) else "")
    if not written and rest:
        written = rest[0]
    name, title = read_signer(written, rest)
    return Signature(
        registrant=registrant,
        conformed_signature=f"{mark[0] if mark else ''} {written}".strip() if mark else None,
        name=_without_period(name) or None,
        title=title,
        date=date,
    )


def _without_period(name: str) -> str:
    return name if _SUFFIX.search(name) else name.rstrip(" .")


def _date(block: str) -> dt.date | None:
    """The date beside "Date:" or "Dated", else the first behind the opening clause."""
    dates = dates_in(block)
    label = DATE_LABEL.search(block)
    if label:
        beside = [date for at, date in dates if label.start() - 80 <= at <= label.end() + 160]
        if beside:
            return beside[0]
    clause = AUTHORIZED.search(block)
    later = [date for at, date in dates if clause and at > clause.start()]
    return later[0] if later else None


def _unsigned(block: str, registrants: Sequence[str]) -> list[Signature]:
    """A printed name behind "By" without a conformed signature: who was to sign is recorded, that he did is not."""
    for match in _TYPED.finditer(block):
        lines = lines_of(block[match.start(1) : match.start(1) + 400])
        if lines and not LABEL.match(lines[0]):
            return [_signature(lines, signs_for(block[: match.start()], registrants, first=True), _date(block))]
    return []
