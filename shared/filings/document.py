"""The `<DOCUMENT>` blocks of a submission: where each begins and ends, and its four header lines.

    <DOCUMENT>
    <TYPE>EX-99.1
    <SEQUENCE>2
    <FILENAME>d99.htm
    <DESCRIPTION>PRESS RELEASE
    <TEXT>
    …
    </TEXT>
    </DOCUMENT>

Found by looking for the tags, without reading what lies between: a uuencoded picture costs a search.
The header before the first block is `header`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from filings.record import Document, Warning
from filings.source import Source
from filings.text.characters import decode, with_lf

__all__ = ["ENVELOPE", "FIRST_TAG", "scan_documents"]

ENVELOPE = re.compile(rb"<(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION)>")
"""What a submission begins with."""
FIRST_TAG = b"<DOCUMENT>"
LONGEST_DOCUMENT_HEADER = 16 << 10
MOST_DOCUMENTS = 10_000
"""More than any submission of EDGAR has; each becomes a row, and the table takes a thousand of them in a second."""

_LINE = re.compile(r"<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[ \t]*([^\n<]*)")
_LINES = re.compile(rb"\s*(?:<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[^\r\n<]*\s*)*")


class _Marks:
    """The next place of a tag at or after an offset, looked for once: offsets only grow."""

    def __init__(self, source: Source, tag: bytes) -> None:
        self._source, self._tag, self._at = source, tag, -1

    def after(self, offset: int) -> int:
        if self._at < offset:
            self._at = self._source.find(self._tag, offset)
        return self._at


def scan_documents(source: Source, start: int) -> tuple[list[Document], list[Warning]]:
    """Every document from `start` (the first `<DOCUMENT>`) on, in order, and what was odd."""
    texts = _Marks(source, b"<TEXT>")
    documents: list[Document] = []
    unclosed = 0
    opened: int | None = None
    joined: int | None = None
    end = start
    for at, opens in chain(_document_tags(source, start), [(source.size, True)]):
        if opened is not None:
            documents.append(_document(source, opened + len(FIRST_TAG), min(texts.after(opened), at), at))
            unclosed += opens
        if opens and len(documents) == MOST_DOCUMENTS:
            break
        if opens and opened is None and joined is None and _is_another_submission(source, end, at):
            joined = at
        opened = at if opens else None
        end = at
    return documents, [*_unclosed(unclosed, documents), *_joined(joined), *_cut(source, at)]


def _is_another_submission(source: Source, end: int, start: int) -> bool:
    """Whether a header stands between two documents: somebody joined files into one."""
    between = source.read(end, min(start, end + LONGEST_DOCUMENT_HEADER))
    return bool(ENVELOPE.search(between))


def _joined(start: int | None) -> list[Warning]:
    if start is None:
        return []
    message = "the file holds several submissions: the first was read, of the others only the documents are listed"
    return [Warning(code="several-submissions", message=message, where=f"byte {start}")]


def _cut(source: Source, start: int) -> list[Warning]:
    if start >= source.size:
        return []
    message = f"the submission has more than {MOST_DOCUMENTS:,} documents: those from here on were not read"
    return [Warning(code="documents-cut", message=message, where=f"byte {start}")]


def _document_tags(source: Source, start: int) -> Iterator[tuple[int, bool]]:
    """Where documents open (True) and close, from one search for what both tags end in."""
    end = FIRST_TAG[1:]
    at = source.find(end, start)
    while at < source.size:
        lead = source.read(at - 2, at)
        if lead == b"</":
            yield at - 2, False
        elif lead.endswith(b"<"):
            yield at - 1, True
        at = source.find(end, at + len(end))


def _document(source: Source, start: int, text: int, end: int) -> Document:
    head = source.read(start, min(text, start + LONGEST_DOCUMENT_HEADER))
    tags = {tag: value.strip() for tag, value in reversed(_LINE.findall(decode(with_lf(head))))}
    lines = _LINES.match(head)
    first, last = _text_span(source, text, end) if text < end else (start + (lines.end() if lines else 0), end)
    sequence = tags.get("SEQUENCE", "")
    return Document(
        sequence=int(sequence) if sequence.isascii() and sequence.isdecimal() and len(sequence) < 10 else None,
        type=tags.get("TYPE") or None,
        filename=tags.get("FILENAME") or None,
        description=tags.get("DESCRIPTION") or None,
        size=last - first,
        start=first,
        end=last,
    )


def _text_span(source: Source, text: int, end: int) -> tuple[int, int]:
    first = text + len(b"<TEXT>")
    lead = source.read(first, min(first + 2, end))
    first += 2 if lead == b"\r\n" else 1 if lead[:1] in (b"\r", b"\n") else 0
    tail_start = max(first, end - 64)
    closing = source.read(tail_start, end).rfind(b"</TEXT>")
    return first, (tail_start + closing if closing >= 0 else end)


def _unclosed(count: int, documents: list[Document]) -> list[Warning]:
    if not count:
        return []
    which = "the last document has" if count == 1 else f"{count} of {len(documents)} documents have"
    return [
        Warning(
            code="unclosed-document",
            message=f"{which} no </DOCUMENT>; each was read up to the next one or the end of the file",
            where=documents[-1].filename or documents[-1].type,
        )
    ]
