"""A form whose whole content is EDGAR XML: its data under EDGAR's own names, and what all of them state.

The schemas differ; parties, period and signatures stand in a few places only, which are listed here (EDGAR
technical specifications of forms 1-A, 1-K, 144, C, D, EFFECT, MA, N-CEN, NPORT, SBSE, TA, X-17A-5).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import JsonValue

from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Parts, Report
from filings.record import Address, Entity, Signature, Warning
from filings.xml.edgar_values import Values, cik_of, signer_of
from filings.xml.edgar_xml import first_text, form_data, read_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["address_in", "parties_in", "parts_of_xml", "read_xml_form"]

_CIKS = (
    "primaryIssuer/cik",
    "headerData/filerInfo/filer/filerCredentials/cik",
    "headerData/filerInfo/filer/issuerCredentials/cik",
    "headerData/filerInfo/filer/filerCredentials/filerCik",
    "headerData/filerInfo/filer/filerId",
    "headerData/filerInfo/filer/cik",
    "effectiveData/filer/cik",
    "formData/genInfo/regCik",
    "headerData/filerInfo/filer/filerCredentials/filerId",
    ".//registrantCik",
    ".//issuerCik",
)
_NAMES = (
    "primaryIssuer/entityName",
    "formData/item1Info/issuerName",
    "formData/employeesInfo/issuerName",
    "formData/issuerInformation/issuerInfo/nameOfIssuer",
    "effectiveData/filer/entityName",
    "formData/genInfo/regName",
    ".//registrantFullName",
    ".//nameOfIssuer",
    ".//issuerName",
    ".//entityName",
)
_PERIODS = (
    "headerData/filerInfo/reportingPeriod",
    "headerData/filerInfo/periodOfReport",
    "headerData/filerInfo/period",
    "formData/genInfo/repPdDate",
    ".//periodOfReport",
    ".//reportDate",
)
_SIGNATURES = ("signature", "issuerSignature", "signaturePerson", "signatureDetails", "signatureInfo", "signatureBlock")
_SIGNED = ("signatureName", "issuerSignature", "personSignature", "signature", "signedName")
_SIGNERS = ("nameOfSigner", "printedName", "signerName")
_TITLES = ("signatureTitle", "issuerTitle", "personTitle", "title")
_SIGNED_ON = ("signatureDate", "dateSigned", "signedDate", "date")
_REGISTRANTS = ("issuerName", "issuer", "registrantSignedName")
_SIGNED_FOR = ("signatureReportingPerson", "reportingPersonName")


def read_xml_form(report: Report) -> Parts:
    """The parts of a form that is XML.

    `formData`: what stands in `<formData>` at the top, what stands beside it (`headerData`) beside that. Texts stay
    as they are written: the schemas do not say which of them are numbers.
    """
    root, warnings = read_xml(report.source, report.document.filename)
    return parts_of_xml(root, report, warnings)


def parts_of_xml(root: _Element | None, report: Report, warnings: list[Warning]) -> Parts:
    """The same of a document that is read already."""
    exhibits, values = read_exhibits("", report.documents), Values(warnings)
    if root is None:
        return Parts(exhibits=exhibits, warnings=warnings)
    return Parts(
        report_date=_period(root, values),
        entities=parties_in(root),
        form_data=_data(root),
        signatures=_signatures(root, values),
        exhibits=exhibits,
        warnings=warnings,
    )


def _data(root: _Element) -> dict[str, JsonValue]:
    data = form_data(root)
    if not isinstance(data, dict):
        return {root.tag: data}
    inner = data.get("formData")
    if not isinstance(inner, dict):
        return data
    return {**{name: value for name, value in data.items() if name != "formData"}, **inner}


def _period(root: _Element, values: Values) -> dt.date | None:
    return values.date(first_text(root, *_PERIODS), "period")


def parties_in(root: _Element) -> list[Entity]:
    """Whom the form names as its filer, for a file without a header."""
    cik, name = cik_of(first_text(root, *_CIKS)), first_text(root, *_NAMES)
    if cik is None and name is None:
        return []
    address = address_in(root, "primaryIssuer/issuerAddress", "formData/issuerInformation/issuerInfo/issuerAddress")
    return [Entity(role="FILER", cik=cik, name=name, business_address=address)]


def address_in(root: _Element, *paths: str) -> Address | None:
    """The address at the first of `paths` that has one."""
    place = next((found for path in paths if (found := root.find(path)) is not None), None)
    if place is None:
        return None
    return Address(
        street1=first_text(place, "street1"),
        street2=first_text(place, "street2"),
        city=first_text(place, "city"),
        state_or_country=first_text(place, "stateOrCountry"),
        zip_code=first_text(place, "zipCode"),
    )


def _signatures(root: _Element, values: Values) -> list[Signature]:
    """Each element that holds a signature and its signer's title or date."""
    found = []
    for element in root.iter(*_SIGNATURES):
        signed = _leaf(element, _SIGNED)
        if signed is None:
            continue
        found.append(
            Signature(
                registrant=_leaf(element, _REGISTRANTS) or _leaf(element.getparent(), _SIGNED_FOR),
                conformed_signature=signed,
                name=_leaf(element, _SIGNERS) or signer_of(signed),
                title=_leaf(element, _TITLES),
                date=values.date(_leaf(element, _SIGNED_ON), "signature"),
            )
        )
    return found


def _leaf(element: _Element | None, names: tuple[str, ...]) -> str | None:
    """The first child of one of these names that is no group."""
    if element is None:
        return None
    children = (element.find(name) for name in names)
    return next(
        (text for child in children if child is not None and len(child) == 0 and (text := first_text(child, "."))), None
    )
