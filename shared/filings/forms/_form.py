"""What a form's module promises: the submission types it reads, and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import JsonValue

from filings.facts.inline_header import InlineHeader
from filings.headers.header import Header
from filings.record import Cover, Document, Entity, Exhibit, Fact, Filing, Item, Part, Signature, Warning
from filings.submission import document_text
from filings.text.html_text import html_text, looks_like_html

if TYPE_CHECKING:
    from filings.covers.dei_cover import DeiCover
    from filings.notifications.notification_models import Summaries

__all__ = ["Form", "Parts", "Report"]


@dataclass
class Report:
    """What a form's `read` is given: the primary document, and what lies around it.

    `source` is the document as filed (characters, lines rejoined); `text` its words. `load` gives another
    document of the submission in the same way: nothing is read that no form asks for.
    """

    form: str
    source: str
    document: Document
    documents: list[Document]
    header: Header | None
    load: Callable[[Document], str]

    @cached_property
    def is_html(self) -> bool:
        """Whether the document is HTML."""
        return looks_like_html(self.source)

    @cached_property
    def inline_header(self) -> InlineHeader:
        """The contexts and units of inline XBRL; nothing is read of a page that is not tagged."""
        return InlineHeader(self.source)

    @cached_property
    def dei(self) -> DeiCover | None:
        """What inline XBRL tags on the cover; None where it tags nothing."""
        from filings.covers.dei_cover import read_dei  # here, as XML forms have none: the import costs those nothing

        return read_dei(self.source, self.inline_header) if self.is_html else None

    @cached_property
    def text(self) -> str:
        """The words of the document; item offsets count in this."""
        return html_text(self.source) if self.is_html else document_text(self.source)


@dataclass
class Parts:
    """What a form's `read` found; each field is the `Filing` field of its name.

    entities: the parties that the form itself names; they are taken where no header tells them.
    """

    report_date: dt.date | None = None
    entities: list[Entity] = field(default_factory=list)
    cover: Cover | None = None
    items: list[Item] = field(default_factory=list)
    exhibits: list[Exhibit] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    ownership: Part | None = None
    holdings: Part | None = None
    beneficial_ownership: Part | None = None
    form_data: dict[str, JsonValue] | None = None
    facts: list[Fact] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Form:
    """A form: EDGAR's submission types that `read` understands.

    summarize: what the notification says of such a filing beyond its parties and items: totals, never rows.
    """

    submission_types: tuple[str, ...]
    read: Callable[[Report], Parts]
    summarize: Callable[[Filing], Summaries] | None = None
