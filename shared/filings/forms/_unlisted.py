"""A form that no module claims: its exhibits and signatures, and the data of a document that is EDGAR XML.

`parse` takes it where `forms` knows the type nobody claims. It claims none itself, and nothing it lacks is odd.
"""

from __future__ import annotations

from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.signatures.signature import read_signatures
from filings.xml.edgar_xml import is_edgar_xml
from filings.xml.xml_form import read_xml_form


def read(report: Report) -> Parts:
    """What every document can be asked for."""
    return read_xml_form(report) if is_edgar_xml(report.source) else read_page(report)


def read_page(report: Report) -> Parts:
    """The exhibits and signatures of a document that is words."""
    signatures, _ = read_signatures(report.text, 0)
    return Parts(exhibits=read_exhibits(report.text, report.documents), signatures=signatures)


FORM = Form(submission_types=(), read=read)
