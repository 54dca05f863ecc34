"""The signatures of a report: who signed for which registrant, as what, when.

    Date: May 4, 2007                 Example, Inc.
                                      (Registrant)
                                      By: /s/ Jane Doe
                                      Jane Doe
                                      Chief Financial Officer

`signature_block` finds where they begin.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from filings.record import Signature, Warning
from filings.signatures.signature_block import find_signatures
from filings.signatures.signature_columns import one_below_the_other
from filings.signatures.signature_lines import AUTHORIZED, DATE_LABEL, NOISE, SIGNED, lines_of
from filings.signatures.signature_registrant import signs_for
from filings.text.date_in_words import dates_in

__all__ = ["read_signatures", "signed_for"]

LONGEST_BLOCK = 8_000
LONGEST_GAP = 1_200
"""Characters between two signatures of one report; what is farther down was signed elsewhere (an exhibit)."""

_LABEL = re.compile(r"(?:by|name|its|title|printed name|print name)\s*[:.]\s*|(?:by|its)\s+(?=\S)", re.I)
# "/s/ Jane Doe  Name: Jane Doe  Title: President", all on one line.
_BESIDE = re.compile(r"\s+(?=(?:name|title|date|by|its)\s*:)|\s*_{3,}", re.I)
_SUFFIX = re.compile(r"(?:\b(?i:Jr|Sr|Esq)|\b[A-Z])\.$")
_TITLE = re.compile(
    r"\b(?:president|chief|officer|secretary|treasurer|counsel|director|chairman|chairwoman|chair|controller|manager|principal"
    r"|vice|senior|executive|partner|trustee|attorney|member|agent|comptroller|accountant|authorized|administrator|CEO|CFO|COO|SVP|EVP|VP)\b",
    re.I,
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
    name, title = _split_title(written, written)
    for line in rest[:8]:
        label = _LABEL.match(line)
        value = line[label.end() :].strip() if label else line
        if not value or NOISE.fullmatch(value) or DATE_LABEL.match(line) or (dates_in(value) and len(value) < 40):
            continue
        if title is None and _names(value, written) and not (label and label[0].lower().startswith("title")):
            name, title = _split_title(value, written)
        elif title is None and (_TITLE.search(value) or (label and label[0].lower().startswith("title"))):
            title = value
        elif title is not None and _goes_on(title, value):
            title = f"{title} {value}"
        else:
            break
    return Signature(
        registrant=registrant,
        conformed_signature=f"{mark[0] if mark else ''} {written}".strip() if mark else None,
        name=_without_period(name.strip(" ,/")) or None,
        title=_clean(title),
        date=date,
    )


def _without_period(name: str) -> str:
    return name if _SUFFIX.search(name) else name.rstrip(" .")


def _names(line: str, written: str) -> bool:
    """Whether a line repeats the name that is signed above it."""
    signed = {word.lower() for word in re.findall(r"[^\W\d]{2,}", written)}
    return bool(signed & {word.lower() for word in re.findall(r"[^\W\d]{2,}", line)})


def _split_title(line: str, written: str) -> tuple[str, str | None]:
    """`Jane Doe, Chief Financial Officer`, and `Jane Doe Chief Financial Officer`."""
    if line.lower().startswith(written.lower()) and len(line) > len(written) + 2:
        return line[: len(written)], line[len(written) :].strip(" ,-–—.") or None
    head, _, tail = line.partition(",")
    if tail and _TITLE.search(tail) and not _TITLE.search(head):
        return head.strip(), tail.strip()
    return line.strip(" ,"), None


def _goes_on(title: str, line: str) -> bool:
    """A title broken over lines, or a second one below the first."""
    open_ended = re.search(r"(?:,|\band|&|\bof|\bthe)$", title)
    short_title = (
        _TITLE.search(line)
        and len(line) <= 70
        and not re.search(r"[:.;]\s|[.;]$|\bpursuant\b|\bthe registrant\b", line, re.I)
    )
    return bool((open_ended and len(line) <= 70) or short_title) and len(title) < 160


def _clean(title: str | None) -> str | None:
    return re.sub(r"^(?:its|title)\s*:?\s*|[\s*_|]+$", "", title, flags=re.I).strip(" ,") or None if title else None


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
    """A printed name behind "By:" without a conformed signature: who was to sign is recorded, that he did is not."""
    for match in re.finditer(r"(?im)\bby\s*:[ \t_\n/]{0,90}([^\W\d_][^\n\t]{3,60})(?:\n|\t|$)", block):
        lines = lines_of(block[match.start(1) : match.start(1) + 400])
        if lines and not _LABEL.match(lines[0]):
            return [_signature(lines, signs_for(block[: match.start()], registrants, first=True), _date(block))]
    return []
