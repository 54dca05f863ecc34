"""A submission: its header, its documents, and the text of the one that is asked for.

Told apart by content: EDGAR's complete submission text file (`<SEC-DOCUMENT>`, `<IMS-DOCUMENT>`, in
a PEM wrapper or not), the feed's `<SUBMISSION>`, such a file whose tags somebody stripped, a header by
itself, a page that shows a submission (`index_page`), a lone `<DOCUMENT>`, or a bare document. Reading is lazy: a
document nobody asks for is only measured.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from filings.document import ENVELOPE, FIRST_TAG, scan_documents
from filings.errors import TruncatedHeader
from filings.headers.header import Header, parse_header
from filings.headers.index_page import index_page
from filings.record import Document, Warning
from filings.source import Source
from filings.text.characters import decode, join_wrapped_lines, with_lf
from filings.text.html_text import html_text, looks_like_html
from filings.text.markdown_text import looks_like_markdown, markdown_text
from filings.text.plain_text import plain_text

__all__ = ["Submission", "document_text", "read_submission"]

LONGEST_HEADER = 4 << 20
LONGEST_PAGE = 32 << 20
"""Bytes of a page that shows a submission; it is unescaped in memory."""
HEADER_SEARCHED = 4 << 10
"""Where a header has to begin: behind no more than a PEM wrapper."""

_HEADER_START = re.compile(
    rb"<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|<SUBMISSION>|^<ACC(?:EPTANCE-DATETIME|ESSION-NUMBER)>|^ACCESSION NUMBER:[ \t]",
    re.M,
)
_PAGE = re.compile(rb"\s*<(?:!doctype[^<>]{0,200}>\s*<)?html\b", re.I)
_HEADER_END = re.compile(rb"</(?:SEC|IMS)-HEADER>")
_HEADER_LINE = re.compile(rb"[ \t]*(?:<|[A-Z][A-Z0-9 .&/()'-]*:|\d{10}-\d\d-\d{6}\.(?:txt|hdr))|[ \t\]]*$")
_END = re.compile(rb"</(?:SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION)>")


@dataclass
class Submission:
    """`header` is None for a bare document, which then is the only one in `documents`."""

    source: Source
    header: Header | None = None
    documents: list[Document] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)

    def raw(self, document: Document, limit: int | None = None) -> str:
        """A document's own characters: lines rejoined, not yet text."""
        end = document.end if limit is None else min(document.end, document.start + limit)
        return decode(join_wrapped_lines(with_lf(self.source.read(document.start, end))))


def read_submission(source: Source) -> Submission:
    """Find the header and the documents; nothing of a document's text is read yet."""
    head = source.read(0, HEADER_SEARCHED)
    if b"-HEADER" in head and _PAGE.match(head):
        escaped = source.find(FIRST_TAG, 0) == source.size
        page = index_page(decode(with_lf(source.read(0, LONGEST_PAGE)))) if escaped else None
        if page is not None:
            return Submission(*page)
    opened = _HEADER_START.search(head)
    # Only a file that begins as one may be a submission: a bare report is not searched to its end.
    may_be_submission = opened or FIRST_TAG.startswith(head.lstrip()[: len(FIRST_TAG)])
    first = source.find(FIRST_TAG, 0) if may_be_submission else source.size
    submission = Submission(source)
    if opened and opened.start() < first:
        _read_header(submission, opened.start(), first)
    elif first < source.size and not head[: min(first, len(head))].strip():
        submission.documents, submission.warnings = scan_documents(source, first)
    if not submission.documents and (submission.header is None or first < source.size):
        submission.documents = [Document(size=source.size, start=0, end=source.size)]
    return submission


def _read_header(submission: Submission, start: int, first: int) -> None:
    source = submission.source
    raw = source.read(start, min(first, start + LONGEST_HEADER))
    closed = _HEADER_END.search(raw)
    length = closed.start() if closed else len(raw) if first < source.size else _stripped_header_length(raw)
    submission.header = parse_header(decode(with_lf(raw[:length])))
    submission.warnings = submission.header.warnings
    if first < source.size:
        submission.documents, odd = scan_documents(source, first)
        submission.warnings += odd
    else:
        _without_documents(submission, start + (closed.end() if closed else length))
    if ENVELOPE.match(raw) and not _is_closed(raw, source.read(source.size - 256, source.size)):
        submission.warnings.append(
            Warning(
                code="truncated-submission",
                message="the submission has no end tag: the upload may not be whole",
                where=f"byte {source.size}",
            )
        )


def _is_closed(header: bytes, tail: bytes) -> bool:
    """Whether the file's end closes what its beginning opens: a header by itself (`.hdr.sgml`) ends as one."""
    return bool(_END.search(tail) or (re.match(rb"<...-HEADER>", header) and _HEADER_END.search(tail)))


def _without_documents(submission: Submission, end: int) -> None:
    """A header alone, or one whose tags were stripped: then the rest is one document."""
    source = submission.source
    header = submission.header
    rest = source.size - end
    if source.read(end, min(end + 4096, source.size)).strip() and rest > 400:
        submission.documents = [
            Document(sequence=1, type=header.form if header else None, size=rest, start=end, end=source.size)
        ]
    else:
        if header is None or (header.form is None and header.document_count is None):
            raise TruncatedHeader(source.read(0, source.size).count(b"\n") + 1)
        submission.warnings.append(
            Warning(code="no-documents", message="the submission has a header and no document", where=None)
        )


def _stripped_header_length(raw: bytes) -> int:
    """Where the header ends if no tag says so: at the first line that is no header line."""
    at = 0
    for line in raw.split(b"\n"):
        if not _HEADER_LINE.match(line.rstrip(b"\r")):
            break
        at += len(line) + 1
    return min(at, len(raw))


def document_text(source: str) -> str:
    """The words of a document, whatever it is written in."""
    if looks_like_html(source):
        return html_text(source)
    return markdown_text(source) if looks_like_markdown(source) else plain_text(source)
