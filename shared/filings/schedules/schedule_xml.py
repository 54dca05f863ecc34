"""Schedules 13D and 13G as XML, which EDGAR takes since 2024-12-18 (Release 33-11253).

The two schemas name the same rows differently, and later versions of each moved some: every known place is
tried. EDGAR Schedule 13D and 13G XML Technical Specification.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from filings.forms._form import Parts, Report
from filings.schedules.beneficial_ownership import BeneficialOwnership, ReportingPerson, SubjectCompany, parties
from filings.xml.edgar_values import Values, cik_of
from filings.xml.edgar_xml import first_text, read_xml, text_of
from filings.xml.xml_form import address_in, parts_of_xml

if TYPE_CHECKING:
    from decimal import Decimal

    from lxml.etree import _Element

__all__ = ["read_schedule_xml"]

_COVER = "formData/coverPageHeader"
_ISSUER = f"{_COVER}/issuerInfo"
_OWNED = "reportingPersonBeneficiallyOwnedNumberOfShares"


def read_schedule_xml(report: Report) -> Parts:
    """The parts of a schedule: the persons' rows, and all of its elements in `form_data`."""
    root, warnings = read_xml(report.source, report.document.filename)
    parts = parts_of_xml(root, report, warnings)
    if root is None:
        return parts
    schedule = _schedule(root, Values(parts.warnings))
    filer = cik_of(first_text(root, "headerData/filerInfo/filer/filerCredentials/cik"))
    return replace(parts, beneficial_ownership=schedule, entities=parties(schedule, filer))


def _schedule(root: _Element, values: Values) -> BeneficialOwnership:
    number = values.decimal(first_text(root, f"{_COVER}/amendmentNo", ".//amendmentNo"), "amendmentNo")
    return BeneficialOwnership(
        issuer=SubjectCompany(
            cik=cik_of(first_text(root, f"{_ISSUER}/issuerCIK", f"{_ISSUER}/issuerCik")),
            name=first_text(root, f"{_ISSUER}/issuerName"),
            address=address_in(root, f"{_ISSUER}/address", f"{_ISSUER}/issuerPrincipalExecutiveOfficeAddress"),
        ),
        securities_class_title=first_text(root, f"{_COVER}/securitiesClassTitle"),
        cusip=first_text(
            root,
            f"{_ISSUER}/issuerCusips/issuerCusipNumber",
            f"{_ISSUER}/issuerCusip",
            f"{_ISSUER}/issuerCUSIP",
            f"{_ISSUER}/issuerCusips",
        ),
        event_date=values.date(
            first_text(root, f"{_COVER}/dateOfEvent", f"{_COVER}/eventDateRequiresFilingThisStatement"), "dateOfEvent"
        ),
        amendment_number=int(number) if number is not None else None,
        previous_accession_number=first_text(root, ".//previousAccessionNumber"),
        rules=_texts(root, "designateRulePursuantThisScheduleFiled"),
        reporting_persons=tuple(
            _person(element, values)
            for element in root.iter("reportingPersonInfo", "coverPageHeaderReportingPersonDetails")
        ),
    )


def _person(element: _Element, values: Values) -> ReportingPerson:
    def shares(*names: str) -> Decimal | None:
        paths = [path for name in names for path in (name, f"{_OWNED}/{name}")]
        return values.decimal(first_text(element, *paths), names[0])

    return ReportingPerson(
        cik=cik_of(first_text(element, "reportingPersonCIK", "reportingPersonCik")),
        name=first_text(element, "reportingPersonName"),
        member_of_group=first_text(element, "memberOfGroup", "memberGroup"),
        source_of_funds=_texts(element, "fundType"),
        citizenship_or_organization=first_text(element, "citizenshipOrOrganization"),
        sole_voting_power=shares("soleVotingPower"),
        shared_voting_power=shares("sharedVotingPower"),
        sole_dispositive_power=shares("soleDispositivePower"),
        shared_dispositive_power=shares("sharedDispositivePower"),
        aggregate_amount_owned=shares(
            "aggregateAmountOwned", "reportingPersonBeneficiallyOwnedAggregateNumberOfShares"
        ),
        percent_of_class=shares("percentOfClass", "classPercent"),
        type_of_reporting_person=_texts(element, "typeOfReportingPerson"),
    )


def _texts(element: _Element, name: str) -> tuple[str, ...]:
    """Every element of this name that has text."""
    return tuple(text for found in element.iter(name) if len(found) == 0 and (text := text_of(found)))
