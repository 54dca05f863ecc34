"""The cover and summary page of a Form 13F in XML (`edgarSubmission`, since 2013). Its text covers: `holdings_page`.

Schema: EDGAR Form 13F XML Technical Specification, eis_13F_Filer.xsd.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from filings.holdings.holdings_record import Holdings, OtherManager
from filings.record import Entity, Signature, Warning
from filings.xml.edgar_values import Values, cik_of
from filings.xml.edgar_xml import first_text
from filings.xml.xml_form import address_in

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["filer_of", "read_cover", "signatures_of"]

_COVER = "formData/coverPage"
_SUMMARY = "formData/summaryPage"
_MANAGER = f"{_COVER}/filingManager"


def read_cover(root: _Element, warnings: list[Warning]) -> Holdings:
    """What cover and summary say, without rows; what cannot be read is added to `warnings`."""
    values = Values(warnings)

    def number(path: str) -> Decimal | None:
        return values.decimal(first_text(root, path), path)

    def boolean(path: str) -> bool | None:
        return values.boolean(first_text(root, path), path)

    period = first_text(root, f"{_COVER}/reportCalendarOrQuarter", "headerData/filerInfo/periodOfReport")
    return Holdings(
        report_type=first_text(root, f"{_COVER}/reportType"),
        is_amendment=boolean(f"{_COVER}/isAmendment"),
        amendment_no=_whole(number(f"{_COVER}/amendmentNo")),
        amendment_type=first_text(root, f"{_COVER}/amendmentInfo/amendmentType"),
        filing_manager=first_text(root, f"{_MANAGER}/name"),
        address=address_in(root, f"{_MANAGER}/address"),
        form13f_file_number=first_text(root, f"{_COVER}/form13FFileNumber"),
        crd_number=first_text(root, f"{_COVER}/crdNumber"),
        sec_file_number=first_text(root, f"{_COVER}/secFileNumber"),
        period_of_report=values.date(period, "reportCalendarOrQuarter"),
        table_entry_total=_whole(number(f"{_SUMMARY}/tableEntryTotal")),
        table_value_total=number(f"{_SUMMARY}/tableValueTotal"),
        is_confidential_omitted=boolean(f"{_SUMMARY}/isConfidentialOmitted"),
        additional_information=first_text(root, f"{_COVER}/additionalInformation"),
        other_managers=tuple(map(_numbered, root.iterfind(f"{_SUMMARY}/otherManagers2Info/otherManager2"))),
        other_managers_reporting=tuple(map(_manager, root.iterfind(f"{_COVER}/otherManagersInfo/otherManager"))),
    )


def filer_of(root: _Element, holdings: Holdings) -> list[Entity]:
    """The filing manager as a party, for a cover without a header."""
    cik = cik_of(first_text(root, "headerData/filerInfo/filer/credentials/cik"))
    if cik is None and holdings.filing_manager is None:
        return []
    number = holdings.form13f_file_number
    return [
        Entity(
            role="FILER",
            cik=cik,
            name=holdings.filing_manager,
            file_number=number,
            business_address=holdings.address,
        )
    ]


def signatures_of(root: _Element, warnings: list[Warning]) -> list[Signature]:
    """The signature block."""
    block = root.find("formData/signatureBlock")
    if block is None:
        return []
    return [
        Signature(
            registrant=first_text(root, f"{_MANAGER}/name"),
            conformed_signature=first_text(block, "signature"),
            name=first_text(block, "name"),
            title=first_text(block, "title"),
            date=Values(warnings).date(first_text(block, "signatureDate"), "signatureDate"),
        )
    ]


def _whole(number: Decimal | None) -> int | None:
    return int(number) if number is not None and number == number.to_integral_value() else None


def _numbered(element: _Element) -> OtherManager:
    manager = element.find("otherManager")
    told = _manager(element if manager is None else manager)
    return told.model_copy(update={"sequence_number": first_text(element, "sequenceNumber")})


def _manager(element: _Element) -> OtherManager:
    return OtherManager(
        cik=cik_of(first_text(element, "cik")),
        form13f_file_number=first_text(element, "form13FFileNumber"),
        crd_number=first_text(element, "crdNumber"),
        sec_file_number=first_text(element, "secFileNumber"),
        name=first_text(element, "name"),
    )
