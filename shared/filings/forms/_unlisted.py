"""A form that no module claims: its exhibits and signatures, and the data of a document that is EDGAR XML.

`parse` takes it where `forms` knows the type nobody claims. It claims none itself, and nothing it lacks is odd.
"""

from __future__ import annotations

from filings.edgar_xml import form_data, is_edgar_xml, read_xml
from filings.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.signature import read_signatures


def read(report: Report) -> Parts:
    """What every document can be asked for."""
    if is_edgar_xml(report.source):
        return read_form_data(report)
    signatures, _ = read_signatures(report.text, 0)
    return Parts(exhibits=read_exhibits(report.text, report.documents), signatures=signatures)


def read_form_data(report: Report) -> Parts:
    """The elements of an EDGAR XML document under EDGAR's own names.

    What stands in `<formData>` is told at the top, what stands beside it (`headerData`) beside that.
    """
    root, warnings = read_xml(report.source, report.document.filename)
    data = form_data(root) if root is not None else None
    if not isinstance(data, dict):
        data = {"value": data} if data is not None else None
    if data is not None and isinstance(inner := data.get("formData"), dict):
        del data["formData"]
        data = {**data, **inner}
    return Parts(form_data=data, exhibits=read_exhibits("", report.documents), warnings=warnings)


FORM = Form(submission_types=(), read=read)
