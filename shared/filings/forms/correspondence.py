"""Letters: CORRESP from a filer to the staff, UPLOAD from the staff, RW and AW that withdraw a filing.

`formData`: `date`, `to`, `attention`, `re`, `fileNumbers` (for RW the registration statement that is withdrawn) and
`text`, the whole letter. A letter has no items. UPLOAD is a PDF with its text beside it; that text is read.
"""

from __future__ import annotations

from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.notices.letter import read_letter
from filings.signatures.signature import read_signatures


def read(report: Report) -> Parts:
    """The parts of a letter."""
    signatures, _ = read_signatures(report.text, 0)
    return Parts(
        exhibits=read_exhibits("", report.documents), signatures=signatures, form_data=read_letter(report.text)
    )


SUBMISSION_TYPES = (
    *("CORRESP", "UPLOAD", "LETTER", "RW", "RW/A", "RW WD", "AW", "AW/A", "AW WD", "DRSLTR", "DOSLTR"),
    *("SEC STAFF LETTER", "APP WD", "1-A-W"),
)
FORM = Form(submission_types=SUBMISSION_TYPES, read=read)
