"""Form 25, removal of a class of securities from listing: which class, which exchange, under which rule.

`25-NSE`, an exchange's own notice, is XML: `formData` holds its elements (`exchange`, `issuer`,
`descriptionClassSecurity`, `ruleProvision`, `signatureData`). A `25` that an issuer filed as a page gives the same
names, as far as the page states them. 17 CFR 249.25; the XML's names are EDGAR's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pydantic import JsonValue

from filings.covers.check_row import read_row
from filings.covers.cover import LONGEST_COVER, read_cover
from filings.covers.printed_caption import lines_above, value_above
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.record import Address, Entity, Signature, Warning
from filings.signatures.signature import read_signatures
from filings.text.date_in_words import dates_in
from filings.xml.edgar_values import Values, cik_of, signer_of
from filings.xml.edgar_xml import first_text, is_edgar_xml, read_xml
from filings.xml.xml_form import parts_of_xml

# EDGAR's rendering of an exchange's notice has words before the values, and signs without "/s/".
_LABEL = re.compile(r"(?:issuer|exchange|address)\s*:\s*", re.I)
_SIGNED_ROW = re.compile(
    r"(?m)^[ \t]*(?P<date>\d{4}-\d\d-\d\d)[ \t]+By:?[ \t]+(?P<name>[^\W\d_][^\t\n]{2,60}?)(?:[ ]{2,}|\t)[ \t]*"
    r"(?P<title>[^\t\n]{2,80}?)[ \t]*$"
)
_NAMES = re.compile(r"exact\s+name\s+of\s+issuer\s+as\s+specified", re.I)
_CLASS = re.compile(r"descriptions?\s+of\s+(?:the\s+)?class(?:es)?\s+of\s+securities", re.I)
_PROVISIONS = {
    provision: re.compile(rf"(?:pursuant\s+to\s+)?17\s+CFR\s+240\.12d2-2\s?{re.escape(provision)}", re.I)
    for provision in ("(a)(1)", "(a)(2)", "(a)(3)", "(a)(4)", "(b)", "(c)")
}


def read(report: Report) -> Parts:
    """The parts of a notification of removal."""
    return _read_xml(report) if is_edgar_xml(report.source) else _read_page(report)


def _read_xml(report: Report) -> Parts:
    root, warnings = read_xml(report.source, report.document.filename)
    parts = parts_of_xml(root, report, warnings)
    if root is None:
        return parts
    issuer = Entity(
        role="SUBJECT-COMPANY",
        cik=cik_of(first_text(root, "issuer/cik")),
        name=first_text(root, "issuer/entityName"),
        file_number=first_text(root, "issuer/fileNumber"),
    )
    signed = first_text(root, "signatureData/signatureName")
    date = first_text(root, "signatureData/signatureDate")
    signature = Signature(
        conformed_signature=signed,
        name=signer_of(signed),
        title=first_text(root, "signatureData/signatureTitle"),
        date=Values(warnings).date(date, "signatureDate"),
    )
    named = issuer.cik or issuer.name
    return replace(parts, entities=[issuer] if named else [], signatures=[signature] if signed else [])


def _read_page(report: Report) -> Parts:
    cover = read_cover(report).cover
    page = report.text[:LONGEST_COVER]
    names = [_LABEL.sub("", line) for line in lines_above(page, _NAMES)]
    signatures, warnings = _signed(report, names)
    issuer = names[0] if names else cover.registrant_name
    return Parts(
        cover=cover.model_copy(update={"registrant_name": issuer, "address": _without_label(cover.address)}),
        exhibits=read_exhibits("", report.documents),
        signatures=signatures,
        form_data={
            "issuer": {"entityName": issuer, "fileNumber": cover.commission_file_number},
            "exchange": {"entityName": " ".join(names[1:]) or None},
            "descriptionClassSecurity": value_above(page, _CLASS),
            "ruleProvision": _provision(page),
        },
        warnings=warnings,
    )


def _signed(report: Report, names: list[str]) -> tuple[list[Signature], list[Warning]]:
    """The signatures; EDGAR's rendering of an exchange's notice prints date, name and title in one row."""
    row = _SIGNED_ROW.search(report.text)
    if row is None:
        return read_signatures(report.text, 0, names)
    name, title = (" ".join(words.split()) for words in row.group("name", "title"))
    date = dates_in(row["date"])[0][1] if dates_in(row["date"]) else None
    return [Signature(registrant=None, conformed_signature=name, name=name, title=title, date=date)], []


def _without_label(address: Address | None) -> Address | None:
    if address is None or not _LABEL.fullmatch(address.street1 or ""):
        return address
    return address.model_copy(update={"street1": address.street2, "street2": None})


def _provision(page: str) -> JsonValue:
    boxes = read_row(page, _PROVISIONS)
    return next((f"17 CFR 240.12d2-2{name}" for name, ticked in boxes.items() if ticked), None)


SUBMISSION_TYPES = ("25", "25/A", "25-NSE", "25-NSE/A")
FORM = Form(submission_types=SUBMISSION_TYPES, read=read)
