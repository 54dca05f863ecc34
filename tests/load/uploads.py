"""What is uploaded under load: mostly filings, among them copies, revisions, what is no filing, and one large 13F.

The same in every run. All are of invented companies; filings differ by their accession number, so that what must not
be in a log is little, and can be looked for.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from benchmarks.filings import small_submission_8k
from benchmarks.words import BRINDLE
from benchmarks.xml_forms import form_13f
from tests.submissions import submission

LARGE_KEY = "load/13f.txt"
KINDS = {"filing": 79, "duplicate": 10, "revision": 6, "poison": 5}
"""Of a hundred uploads."""
TWICE = 0.05
"""So many events come twice."""
PLACE_OF_LARGE = 0.05
"""The 13F comes after so much of the others: memory is compared later."""
NO_FILINGS = (
    b"",
    b"<html><body><h1>503 Service Unavailable</h1></body></html>",
    bytes(range(256)) * 4,
    b"PK\x03\x04" + b"\x00" * 400,
)


@dataclass(frozen=True)
class Upload:
    """An object; `twice`: its event is delivered two times."""

    key: str
    body: bytes
    kind: str
    twice: bool = False


def uploads(count: int, rows: int) -> Iterator[Upload]:
    """`count` of them, and the 13F of `rows` rows."""
    chance = random.Random(4)
    filed: list[bytes] = []
    for number in range(count):
        if number == int(count * PLACE_OF_LARGE):
            yield Upload(LARGE_KEY, form_13f(rows), "13F")
        (kind,) = chance.choices(list(KINDS), list(KINDS.values())) if filed else ("filing",)
        body = _body(kind, number, filed, chance)
        if kind == "filing":
            filed.append(body)
        yield Upload(f"load/{number:05}.txt", body, kind, chance.random() < TWICE)


def _body(kind: str, number: int, filed: list[bytes], chance: random.Random) -> bytes:
    if kind == "filing":
        return _filing(number)
    if kind == "poison":
        return NO_FILINGS[number % len(NO_FILINGS)]
    before = chance.choice(filed)
    return before if kind == "duplicate" else before.replace(b"</SEC-DOCUMENT>", b"%d\n</SEC-DOCUMENT>" % number)


def _filing(number: int) -> bytes:
    """Nine of ten have a kilobyte or two and up to three exhibits, the tenth 30 KB in HTML."""
    accession = f"0009900555-26-{number + 1:06}"
    if number % 10 == 9:
        return _page().replace(BRINDLE.accession_number.encode(), accession.encode())
    text = f"The Company entered into lease {number % 40} of the mill."
    return submission(accession, text=text, attachments=number % 4)


@cache
def _page() -> bytes:
    return small_submission_8k()
