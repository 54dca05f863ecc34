"""The signatures of a report: who signed for which registrant, as what, when.

    Date: May 4, 2007                 Example, Inc.
                                      (Registrant)
                                      By: /s/ Jane Doe
                                      Jane Doe
                                      Chief Financial Officer
"""

from __future__ import annotations

import datetime as dt
import re

from filings.date_in_words import dates_in
from filings.record import Signature, Warning
from filings.signature_block import find_signatures

__all__ = ["read_signatures"]

_SIGNED = re.compile(r"/\s?[sS]\s?/|(?<![a-z])s/(?=[ ]?[A-Z])")
_LINE_NAME = re.compile(r"(?:by|name|its|title|printed name)\s*[:.]?\s*", re.I)
_NOISE = re.compile(r"[-–—=_*.\s|]+|(?:by|its|name|title|date|dated)\s*:?|\(?\s*(?:registrant|signature)\s*\)?\*?|\(?signatures?\)?|\d{1,3}", re.I)
_DATE_LABEL = re.compile(r"\bdated?\b\s*:?", re.I)
_TITLE = re.compile(
    r"\b(?:president|chief|officer|secretary|treasurer|counsel|director|chairman|chairwoman|chair|controller|manager|principal"
    r"|vice|senior|executive|partner|trustee|attorney|member|agent|comptroller|accountant|authorized|administrator|CEO|CFO|SVP|EVP|VP)\b",
    re.I,
)
_PREAMBLE_END = re.compile(r"(?:duly\s+authorized|to\s+be\s+signed)[^.\n]*(?:\n[^.\n]*){0,2}\.|authorized\s+person\W|authorized\.?\s*\n", re.I)
_INDEX = re.compile(r"(?im)^\W*(?:exhibits?\s+index|index\s+to\s+exhibits|exhibit\s+no)")


def read_signatures(text: str, start: int) -> tuple[list[Signature], list[Warning]]:
    """The signatures from the first signature block at or after `start`, and a warning where it is unsigned."""
    at = find_signatures(text, start)
    if at >= len(text):
        return [], [Warning(code="no-signatures", message="no signature block was found in the report")]
    block = text[at : at + 12_000]
    index = _INDEX.search(block, 20)
    block = block[: index.start()] if index else block
    signatures = _signed(block) or _typed(block)
    if not signatures:
        return [], [Warning(code="unsigned", message="the signature block has no signature that can be read", where=f"character {at}")]
    return signatures, []


def _lines(block: str) -> list[str]:
    parted = _SIGNED.sub(lambda match: "\n" + match[0], block)
    pieces = re.split(r"[\n\t]+| {3,}", parted)
    return [" ".join(piece.split()) for piece in pieces if re.search(r"\w", piece)]


def _signed(block: str) -> list[Signature]:
    """One signature a `/s/`."""
    ends = _PREAMBLE_END.search(block)
    lines = _lines(block[ends.end() :] if ends else block)
    places = [at for at, line in enumerate(lines) if _SIGNED.match(line)]
    registrant = _registrant(lines[: places[0]]) if places else None
    date = _date(block)
    return [
        _signature(lines[at : places[n + 1] if n + 1 < len(places) else len(lines)], registrant, date)
        for n, at in enumerate(places)
    ]


def _signature(lines: list[str], registrant: str | None, date: dt.date | None) -> Signature:
    conformed, *rest = lines
    conformed = re.split(r"\s+(?=(?:name|title|date|by|its)\s*:)|\s*_{3,}", conformed, flags=re.I)[0].strip(" _|")
    written = _SIGNED.sub("", conformed).strip(" .,")
    name, title = None, None
    for line in rest[:9]:
        label = _LINE_NAME.match(line)
        value = line[label.end() :] if label else line
        if not value or _NOISE.fullmatch(value) or (_DATE_LABEL.match(line) or dates_in(line)):
            continue
        if name is None and not title and _names(value, written):
            name, after = _split_title(value, written)
            title = after
        elif title is None and (_TITLE.search(value) or (label and label[0].lower().startswith("title"))):
            title = value
        elif title is not None and _goes_on(title, value):
            title = f"{title} {value}"
    return Signature(
        registrant=registrant,
        conformed_signature=conformed or None,
        name=name or written or None,
        title=_clean(title),
        date=date,
    )


def _names(line: str, written: str) -> bool:
    """Whether a line repeats the name that is signed above it."""
    signed = {word.lower() for word in re.findall(r"[^\W\d]{2,}", written)}
    return not signed or bool(signed & {word.lower() for word in re.findall(r"[^\W\d]{2,}", line)})


def _split_title(line: str, written: str) -> tuple[str, str | None]:
    """`Jane Doe, Chief Financial Officer`, and `Jane Doe Chief Financial Officer`."""
    if written and line.lower().startswith(written.lower()) and len(line) > len(written) + 2:
        return line[: len(written)], line[len(written) :].strip(" ,-–—.") or None
    head, _, tail = line.partition(",")
    if tail and _TITLE.search(tail) and not _TITLE.search(head):
        return head.strip(), tail.strip()
    return line.strip(" ,"), None


def _goes_on(title: str, line: str) -> bool:
    """A title broken over lines, or a second one below the first."""
    return bool(_TITLE.search(line) or re.search(r"(?:,|and|&|of)$", title)) and len(title) < 160


def _clean(title: str | None) -> str | None:
    return re.sub(r"^(?:its|title)\s*:?\s*|[\s*_|]+$", "", title, flags=re.I).strip(" ,") or None if title else None


def _registrant(lines: list[str]) -> str | None:
    """The line above the first signature that is a name: not a date, a label or "(Registrant)"."""
    for line in reversed(lines):
        plain = re.sub(r"\(\s*(?:the\s+)?[\"“]?(?:registrant|company)[\"”]?\s*\)|^(?:registrant|company)\s*:\s*", "", line, flags=re.I).strip(" *_")
        if _NOISE.fullmatch(plain) or not plain or dates_in(plain) or _DATE_LABEL.match(plain) or len(plain) > 120:
            continue
        return re.sub(r"\s*\bby:?$", "", plain, flags=re.I).strip(" ,") or None
    return None


def _date(block: str) -> dt.date | None:
    """The date beside "Date:" or "Dated", else the first behind the opening clause."""
    dates = dates_in(block)
    label = _DATE_LABEL.search(block)
    if label:
        behind = [date for at, date in dates if label.start() - 80 <= at <= label.end() + 160]
        if behind:
            return behind[0]
    clause = re.search(r"authorized", block, re.I)
    later = [date for at, date in dates if clause and at > clause.start()]
    return later[0] if later else None


def _typed(block: str) -> list[Signature]:
    """A signature without `/s/`: the line behind "By:"."""
    found = []
    for match in re.finditer(r"(?im)\bby:?[ \t_\n]{1,40}([^\W\d_][^\n\t]{3,60})(?:\n|\t|$)", block):
        lines = _lines(block[match.start(1) : match.start(1) + 400])
        if lines and not _TITLE.search(lines[0]):
            found.append(_signature(lines, None, _date(block)))
    return found[:1]
