"""EDGAR's page of a submission's header, `0000950135-07-002749-index-headers.html`, and what documents it names.

    <HTML><HEAD><TITLE>SEC EDGAR Submission 0000950135-07-002749</TITLE>
    <!--
    <SEC-HEADER>…</SEC-HEADER>            the header in the feed's tags
    -->
    <PRE>&lt;SEC-HEADER&gt;…              and once more with labels, behind it the documents, each with a link

The documents' own text lies in other files: they are listed with a size of 0.
"""

from __future__ import annotations

import html
import re

from filings.document import FIRST_TAG, scan_documents
from filings.headers.header import Header, parse_header
from filings.record import Document, Warning
from filings.source import open_source

__all__ = ["index_page"]

_HEADER = re.compile(r"<(SEC|IMS)-HEADER>(?P<header>(?:(?!</?(?:SEC|IMS)-HEADER>|-->).)*)", re.S)
_ELSEWHERE = {"size": 0, "start": 0, "end": 0}


def index_page(page: str) -> tuple[Header, list[Document], list[Warning]] | None:
    """The header, the documents that it names, what was odd; None for any other page. page: its HTML."""
    text = html.unescape(page)
    found = _HEADER.search(text)
    header = parse_header(found["header"]) if found else None
    if header is None or (header.form is None and header.accession_number is None):
        return None
    with open_source(text.encode(errors="replace"), len(text) * 4) as source:
        listed, _ = scan_documents(source, source.find(FIRST_TAG, 0))
    message = "the file is EDGAR's page of the header: the documents are named, and lie elsewhere"
    elsewhere = Warning(code="documents-elsewhere", message=message)
    return header, [document.model_copy(update=_ELSEWHERE) for document in listed], [*header.warnings, elsewhere]
