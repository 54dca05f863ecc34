"""A submission's text within a page: EDGAR's own page of its header, or what a browser saved.

<HTML><HEAD><TITLE>SEC EDGAR Submission 0000950135-07-002749</TITLE>
<!--
<SEC-HEADER>…</SEC-HEADER>            `…-index-headers.html`: the header in the feed's tags, then once more
-->                                   with labels, and behind it the documents, each with a link only
<PRE>&lt;SEC-HEADER&gt;…
"""

from __future__ import annotations

import re

from filings.document import FIRST_TAG, scan_documents
from filings.headers.header import Header, parse_header
from filings.record import Document, Warning
from filings.source import Source, open_source
from filings.text.character_reference import unescape

__all__ = ["index_page"]

_HEADER = re.compile(r"<(SEC|IMS)-HEADER>(?P<header>.*?)(?=</?(?:SEC|IMS)-HEADER>|-->|\Z)", re.S)
_LINKS = re.compile(rb"\s*(?:<(?:a|A)\b[^<>]*>[^<]*</[aA]>\s*(?:<br>\s*)?)*")
_ELSEWHERE = {"size": 0, "start": 0, "end": 0}


def index_page(page: str) -> tuple[Source, Header, list[Document], list[Warning]] | None:
    """The text within the page, its header and documents, what was odd; None for any other page. page: its HTML.

    Documents that are links lie in other files: they have a size of 0.
    """
    text = unescape(page)
    found = _HEADER.search(text)
    header = parse_header(found["header"]) if found else None
    if header is None or (header.form is None and header.accession_number is None):
        return None
    source = open_source(text.encode(errors="replace"), len(text) * 4)
    documents, odd = scan_documents(source, source.find(FIRST_TAG, 0))
    if not all(_LINKS.fullmatch(source.read(document.start, document.end)) for document in documents):
        return source, header, documents, [*header.warnings, *odd]
    message = "the file is EDGAR's page of the header: the documents are named, and lie elsewhere"
    elsewhere = Warning(code="documents-elsewhere", message=message)
    listed = [document.model_copy(update=_ELSEWHERE) for document in documents]
    return source, header, listed, [*header.warnings, elsewhere]
