"""Forms 3, 4 and 5: an insider's holdings, and what was bought, sold, granted, exercised or given away.

EDGAR takes them as XML since 2003-06-30 (Release 33-8230); `ownership_page` reads what is text or EDGAR's
HTML rendering. Every element is optional here, whatever the schema says: filings leave out each of them.
EDGAR Ownership XML Technical Specification, 3.6 (form 4) and 4 (codes); Form 4, General Instruction 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filings.forms._form import Form, Parts, Report
from filings.ownership.insider_summary import summarize
from filings.ownership.ownership_page import read_ownership_page
from filings.ownership.ownership_record import DerivativeRow, Footnote, Issuer, Ownership, OwnershipRow, ReportingOwner
from filings.record import Address, Entity, Signature
from filings.xml.edgar_values import Values, cik_of, signer_of
from filings.xml.edgar_xml import first_text, is_edgar_xml, read_xml, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(report: Report) -> Parts:
    """The parts of a Form 3, 4 or 5."""
    if not is_edgar_xml(report.source):
        return read_ownership_page(report)
    root, warnings = read_xml(report.source, report.document.filename)
    if root is None:
        return Parts(warnings=warnings)
    values = Values(warnings)
    ownership = _ownership(root, values)
    return Parts(
        report_date=ownership.period_of_report,
        entities=_entities(ownership),
        signatures=[_signature(element, values) for element in root.iter("ownerSignature")],
        ownership=ownership,
        warnings=values.warnings,
    )


# ------------------------------------------------------------------ the form


def _ownership(root: _Element, values: Values) -> Ownership:
    footnotes = _Footnotes()
    non_derivative = [
        OwnershipRow(**_row(element, values, footnotes, f"nonDerivative[{place}]"))
        for place, element in enumerate(root.iter("nonDerivativeTransaction", "nonDerivativeHolding"))
    ]
    derivative = [
        DerivativeRow(**_row(element, values, footnotes, f"derivative[{place}]"))
        for place, element in enumerate(root.iter("derivativeTransaction", "derivativeHolding"))
    ]
    return Ownership(
        document_type=first_text(root, "documentType"),
        schema_version=first_text(root, "schemaVersion"),
        period_of_report=values.date(first_text(root, "periodOfReport"), "periodOfReport"),
        date_of_original_submission=values.date(
            first_text(root, "dateOfOriginalSubmission"), "dateOfOriginalSubmission"
        ),
        no_securities_owned=values.boolean(first_text(root, "noSecuritiesOwned"), "noSecuritiesOwned"),
        not_subject_to_section16=values.boolean(first_text(root, "notSubjectToSection16"), "notSubjectToSection16"),
        form3_holdings_reported=values.boolean(first_text(root, "form3HoldingsReported"), "form3HoldingsReported"),
        form4_transactions_reported=values.boolean(
            first_text(root, "form4TransactionsReported"), "form4TransactionsReported"
        ),
        aff10b5_one=values.boolean(first_text(root, "aff10b5One"), "aff10b5One"),
        issuer=_issuer(root),
        reporting_owners=tuple(_owner(element, values) for element in root.iter("reportingOwner")),
        non_derivative=tuple(non_derivative),
        derivative=tuple(derivative),
        footnotes=footnotes.bound(root),
        remarks=first_text(root, "remarks"),
    )


def _issuer(root: _Element) -> Issuer:
    return Issuer(
        cik=cik_of(first_text(root, "issuer/issuerCik", ".//issuerCik")),
        name=first_text(root, "issuer/issuerName", ".//issuerName"),
        trading_symbol=first_text(root, "issuer/issuerTradingSymbol", ".//issuerTradingSymbol"),
    )


def _owner(element: _Element, values: Values) -> ReportingOwner:
    def is_a(name: str) -> bool | None:
        return values.boolean(first_text(element, f"reportingOwnerRelationship/{name}"), name)

    return ReportingOwner(
        cik=cik_of(first_text(element, "reportingOwnerId/rptOwnerCik")),
        name=first_text(element, "reportingOwnerId/rptOwnerName"),
        is_director=is_a("isDirector"),
        is_officer=is_a("isOfficer"),
        is_ten_percent_owner=is_a("isTenPercentOwner"),
        is_other=is_a("isOther"),
        officer_title=first_text(element, "reportingOwnerRelationship/officerTitle"),
        other_text=first_text(element, "reportingOwnerRelationship/otherText"),
        address=_address(element.find("reportingOwnerAddress")),
    )


def _address(element: _Element | None) -> Address | None:
    if element is None:
        return None
    address = Address(
        street1=first_text(element, "rptOwnerStreet1"),
        street2=first_text(element, "rptOwnerStreet2"),
        city=first_text(element, "rptOwnerCity"),
        state_or_country=first_text(element, "rptOwnerState", "rptOwnerStateDescription"),
        zip_code=first_text(element, "rptOwnerZipCode"),
    )
    return address if address != Address() else None


def _signature(element: _Element, values: Values) -> Signature:
    signed = first_text(element, "signatureName")
    date = values.date(first_text(element, "signatureDate"), "signatureDate")
    return Signature(conformed_signature=signed, name=signer_of(signed), date=date)


def _entities(ownership: Ownership) -> list[Entity]:
    """The parties, for a file without a header."""
    issuer, owners = ownership.issuer, ownership.reporting_owners
    parties = [Entity(role="ISSUER", cik=issuer.cik, name=issuer.name)] if issuer.cik or issuer.name else []
    return parties + [
        Entity(role="REPORTING-OWNER", cik=owner.cik, name=owner.name, mail_address=owner.address)
        for owner in owners
        if owner.cik or owner.name
    ]


# ------------------------------------------------------------------ rows

_TEXTS = (
    "securityTitle",
    "transactionFormType",
    "transactionCode",
    "transactionTimeliness",
    "transactionAcquiredDisposedCode",
    "directOrIndirectOwnership",
    "natureOfOwnership",
    "underlyingSecurityTitle",
)
_DATES = ("transactionDate", "deemedExecutionDate", "exerciseDate", "expirationDate")
_NUMBERS = (
    "transactionShares",
    "transactionTotalValue",
    "transactionPricePerShare",
    "sharesOwnedFollowingTransaction",
    "valueOwnedFollowingTransaction",
    "conversionOrExercisePrice",
    "underlyingSecurityShares",
    "underlyingSecurityValue",
)
_GROUPS = {"transactionCoding": "transactionCode", "underlyingSecurity": "underlyingSecurityTitle"}
"""A footnote may stand at a group of fields: it is then told at the field that the form prints it at."""


class _Footnotes:
    """Which footnote is cited where, collected while the rows are read."""

    def __init__(self) -> None:
        self._cited: dict[str, list[str]] = {}

    def cite(self, note: str, path: str) -> None:
        self._cited.setdefault(note, []).append(path)

    def bound(self, root: _Element) -> dict[str, Footnote]:
        """The footnotes by id, in the form's order; one that is cited and not printed has no text."""
        printed = {note.get("id"): text_of(note) for note in root.iter("footnote")}
        notes = dict.fromkeys([*(id for id in printed if id), *self._cited])
        return {id: Footnote(text=printed.get(id), fields=tuple(self._cited.get(id, ()))) for id in notes}


def _row(element: _Element, values: Values, footnotes: _Footnotes, path: str) -> dict[str, Any]:
    """A transaction or holding as the fields of `OwnershipRow`, by their EDGAR names."""
    texts: dict[str, str] = {}
    cited: dict[str, tuple[str, ...]] = {}
    for leaf in element.iter():
        parent = leaf.getparent()
        if leaf.tag == "footnoteId" and parent is not None:
            field = _GROUPS.get(parent.tag, parent.tag)
            note = leaf.get("id") or ""
            footnotes.cite(note, f"{path}.{field}")
            cited[field] = (*cited.get(field, ()), note)
        elif leaf.text and (text := leaf.text.strip()):
            name = parent.tag if leaf.tag == "value" and parent is not None else leaf.tag
            texts.setdefault(name, text)
    row: dict[str, Any] = {name: texts[name] for name in _TEXTS if name in texts}
    row |= {name: values.date(texts[name], f"{path}.{name}") for name in _DATES if name in texts}
    row |= {name: values.decimal(texts[name], f"{path}.{name}") for name in _NUMBERS if name in texts}
    row["equitySwapInvolved"] = values.boolean(texts.get("equitySwapInvolved"), f"{path}.equitySwapInvolved")
    kind = "transaction" if element.tag.endswith("Transaction") else "holding"
    return row | {"kind": kind, "footnoteIds": cited}


FORM = Form(submission_types=("3", "3/A", "4", "4/A", "5", "5/A"), read=read, summarize=summarize)
