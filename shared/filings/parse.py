"""A filing's bytes in, its record out: the whole parser behind one function.

The container is `submission`'s, the form-specific parts are the form's own module's; here they are
put together, and what is no filing is refused.
"""

from __future__ import annotations

import re
from typing import BinaryIO

from filings.accession import accession_in
from filings.errors import NotAFiling
from filings.exhibits.exhibit import read_exhibits
from filings.forms import form_for
from filings.forms._form import Parts, Report
from filings.forms._unlisted import FORM as UNLISTED
from filings.headers.header import Header
from filings.record import Document, Filing, Warning
from filings.source import open_source
from filings.submission import Submission, read_submission

__all__ = ["LARGEST_SUBMISSION", "PARSER_VERSION", "parse_filing"]

PARSER_VERSION = "1.0.0"
LARGEST_SUBMISSION = 256 << 20
"""Bytes. EDGAR itself takes a submission of up to 200 MB (EDGAR Filer Manual, vol. II, 3.1)."""
LARGEST_TEXT = 48 << 20
"""Bytes of a primary document that are read: more than any report has, and what fits into a function's memory."""
MOST_TAGS = 6_000_000
"""A document with more "<" than this is read no farther than so many characters: a page has a tenth of it."""

# Of the numbers only HTTP's own: a page titled 425 or 497 is a filing under that rule.
# Both alternatives begin with "<", so that the search runs from one "<" to the next: ten times as fast.
_ERROR_PAGE = re.compile(
    r"<(?:title|h1)\b[^<>]*>\s*(?:(?:40[0-8]|410|429|50[0-4])\b|error|access denied|not found|forbidden"
    r"|bad (?:request|gateway)|service unavailable|internal server|page not found|sec\.gov \| (?:request|file|page)"
    r"|just a moment|redirect|too many requests)|<Error>\s*<Code>",
    re.I,
)
_ERROR_WORDS = ("request rate threshold exceeded", "undeclared automated tool")


def parse_filing(source: bytes | BinaryIO, *, name: str | None = None, limit: int = LARGEST_SUBMISSION) -> Filing:
    """Parse one filing.

    source: its bytes, or a seekable binary file (a large submission is not read into memory).
    name: its file name or S3 key; only consulted for an accession number that the content lacks, and then only if the
    content is the form itself.
    limit: the most bytes that are accepted, after unpacking.
    Raises FilingError where the input is no filing; what is merely odd becomes a warning.
    """
    with open_source(source, limit) as opened:
        return _filing(read_submission(opened), name)


def _filing(submission: Submission, name: str | None) -> Filing:
    header = submission.header
    primary = _primary(submission)
    raw = _raw(submission, primary) if primary and _is_text(submission, primary) else ""
    form_type, report = _report(submission, primary, raw)
    form = form_for(form_type) or UNLISTED
    parts = form.read(report) if report else Parts(exhibits=read_exhibits("", submission.documents))
    return Filing(
        accession_number=(header and header.accession_number) or _number_in(name, report),
        form=form_type,
        is_amendment=bool(form_type and re.search(r"/A\b", form_type)),
        filing_date=header.filing_date if header else None,
        report_date=(header and header.period) or parts.report_date,
        acceptance_date_time=header.acceptance if header else None,
        entities=tuple(header.entities if header else parts.entities),
        other_header_fields=tuple(header.others) if header else (),
        documents=tuple(submission.documents),
        cover=parts.cover,
        items=tuple(parts.items),
        exhibits=tuple(parts.exhibits),
        signatures=tuple(parts.signatures),
        ownership=parts.ownership,
        holdings=parts.holdings,
        beneficial_ownership=parts.beneficial_ownership,
        form_data=parts.form_data,
        facts=tuple(parts.facts),
        warnings=(
            *submission.source.warnings,
            *submission.warnings,
            *_header_warnings(header, submission, form_type),
            *parts.warnings,
        ),
    )


def _number_in(name: str | None, report: Report | None) -> str | None:
    """The accession number in the name, if this is the form itself: in EDGAR's folders its exhibits lie beside it."""
    number = accession_in(name or "")
    return number if number and report and (report.header or _is_the_form(report)) else None


def _is_the_form(report: Report) -> bool:
    """Whether a document without a header says that it is a form: not a form's table, nor what only mentions one."""
    from filings.form_types import form_type  # as below

    if report.document.type:
        return not report.document.type.upper().startswith(("EX-", "INFORMATION TABLE", "PROXY VOTING RECORD"))
    return not form_type.is_attachment(report.source) and bool(
        _stated_form(report) or form_type.form_of_text(report.text, mentioned=False)
    )


def _primary(submission: Submission) -> Document | None:
    """The document that is the form itself: by its type, else the text that EDGAR took from it, else the first one."""
    form = submission.header.form if submission.header else None
    types = (form, "TEXT-EXTRACT") if form else ()
    typed = (document for name in types for document in submission.documents if document.type == name)
    return next(typed, submission.documents[0] if submission.documents else None)


def _is_text(submission: Submission, document: Document) -> bool:
    """Not a uuencoded picture, PDF or archive: those are listed and not decoded."""
    head = submission.source.read(document.start, min(document.end, document.start + 200)).lstrip()
    return not re.match(rb"<PDF>|(?:<(?:ZIP|EXCEL|JSON)>\s*)?begin [0-7]{3} ", head)


def _raw(submission: Submission, primary: Document) -> str:
    """The primary document's own characters, as many as are read."""
    raw = submission.raw(primary, LARGEST_TEXT)
    cut = primary.size > LARGEST_TEXT
    if len(raw) > MOST_TAGS and raw.count("<") > MOST_TAGS:
        raw, cut = raw[:MOST_TAGS], True
    if cut:
        message = f"the report is longer than any: its first {len(raw):,} characters were read"
        submission.warnings.append(Warning(code="document-cut", message=message, where=primary.filename))
    return raw


def _report(submission: Submission, primary: Document | None, raw: str) -> tuple[str | None, Report | None]:
    """The submission type, and the report for a form to read. Raises NotAFiling for a page that is none."""
    header = submission.header
    form = (header and header.form) or (primary and primary.type) or None
    if primary is None or not raw:
        return form, None
    report = Report(form or "", raw, primary, submission.documents, header, submission.raw)
    if form is None:
        form = _form_of_page(report, bare=header is None)
        report.form = form or ""
    return form, report


def _form_of_page(report: Report, *, bare: bool) -> str | None:
    from filings.form_types import form_type  # here, as a submission's header tells: the import costs those nothing

    if form := _stated_form(report):
        return form
    if bare and _is_error_page(report):
        raise NotAFiling("it is a web server's error page")
    form = form_type.form_of_text(report.text)
    if bare and form is None and not form_type.is_evidence(report.text):
        raise NotAFiling(_what_it_lacks(report))
    return form


def _stated_form(report: Report) -> str | None:
    """The submission type that a document tells a program, not a reader: in its XML, or tagged on its cover."""
    from filings.form_types import form_type, form_type_tag  # as above

    return form_type.form_of_xml(report.source) or form_type_tag.form_of_tags(report.dei.facts if report.dei else ())


def _is_error_page(report: Report) -> bool:
    words = report.text[:20_000].lower()
    return bool(_ERROR_PAGE.search(report.source[:20_000])) or any(phrase in words for phrase in _ERROR_WORDS)


def _what_it_lacks(report: Report) -> str:
    start = report.source.lstrip()[:1]
    kind = "JSON" if start in ("{", "[") else "an HTML page" if report.is_html else "text"
    return f"it is {kind} without an EDGAR header, a form's name or a word of the securities laws"


def _header_warnings(header: Header | None, submission: Submission, form: str | None) -> list[Warning]:
    """What a header lacks that every one has."""
    if header is None:
        missing = "the file is a bare document: no header tells its parties"
        return [Warning(code="no-header", message=missing)] if not submission.warnings and form is None else []
    warnings = []
    if header.form is None:
        how = f"it was read from the document: {form}" if form else "the document does not tell it either"
        warnings.append(Warning(code="no-form-type", message=f"the header has no form type; {how}", where="header"))
    if header.accession_number is None:
        warnings.append(
            Warning(code="no-accession-number", message="the header has no accession number", where="header")
        )
    return warnings
