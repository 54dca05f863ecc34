"""The record of a Schedule 13D or 13G, and what a notification says of it.

Rows of the cover page that each reporting person fills out: votes, power to dispose, the aggregate, the percent.
Persons who file together count the same shares, so the totals are the largest of theirs and never their sum.
Rules 13d-1, 13d-2, 13d-101, 13d-102. `schedule_xml` and `schedule_text` read it.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from filings.notifications.notification_models import Summaries
from filings.record import Address, Entity, Filing, Part, Record

__all__ = ["BeneficialOwnership", "ReportingPerson", "SubjectCompany", "parties", "summarize"]

PERSONS_TOLD = 10


class SubjectCompany(Record):
    """The issuer of the securities."""

    cik: str | None = None
    name: str | None = None
    address: Address | None = None


class ReportingPerson(Record):
    """One cover page. Shares as they are printed; None where the row is empty or says "not applicable"."""

    cik: str | None = None
    name: str | None = None
    member_of_group: str | None = None
    source_of_funds: tuple[str, ...] = ()
    citizenship_or_organization: str | None = None
    sole_voting_power: Decimal | None = None
    shared_voting_power: Decimal | None = None
    sole_dispositive_power: Decimal | None = None
    shared_dispositive_power: Decimal | None = None
    aggregate_amount_owned: Decimal | None = None
    percent_of_class: Decimal | None = None
    type_of_reporting_person: tuple[str, ...] = ()


class BeneficialOwnership(Part):
    """A schedule. `amendment_number`: as on its cover; `rules`: those of 13d-1 that a 13G is filed under."""

    issuer: SubjectCompany = SubjectCompany()
    securities_class_title: str | None = None
    cusip: str | None = None
    event_date: dt.date | None = None
    amendment_number: int | None = None
    previous_accession_number: str | None = None
    rules: tuple[str, ...] = ()
    reporting_persons: tuple[ReportingPerson, ...] = ()


class HoldingSummary(Part):
    """The largest holding of those who file, and who they are."""

    issuer: str | None
    cusip: str | None
    event_date: dt.date | None
    amendment_number: int | None
    reporting_persons: tuple[str, ...]
    reporting_person_count: int
    shares: Decimal | None
    percent_of_class: Decimal | None


def parties(schedule: BeneficialOwnership, filer_cik: str | None) -> list[Entity]:
    """The parties that the schedule names, for a file without a header. filer_cik: of whoever submitted it."""
    issuer, persons = schedule.issuer, schedule.reporting_persons
    told = [Entity(role="SUBJECT-COMPANY", cik=issuer.cik, name=issuer.name, business_address=issuer.address)]
    for place, person in enumerate(persons):
        told.append(Entity(role="FILED-BY", cik=person.cik or (None if place else filer_cik), name=person.name))
    return [party for party in told if party.cik or party.name]


def summarize(filing: Filing) -> Summaries:
    """The largest holding told; nothing where none was read."""
    schedule = filing.beneficial_ownership
    if not isinstance(schedule, BeneficialOwnership):
        return Summaries()
    persons = schedule.reporting_persons
    summary = HoldingSummary(
        issuer=schedule.issuer.name,
        cusip=schedule.cusip,
        event_date=schedule.event_date,
        amendment_number=schedule.amendment_number,
        reporting_persons=tuple(person.name[:200] for person in persons[:PERSONS_TOLD] if person.name),
        reporting_person_count=len(persons),
        shares=_largest([person.aggregate_amount_owned for person in persons]),
        percent_of_class=_largest([person.percent_of_class for person in persons]),
    )
    return Summaries(beneficial_ownership=summary, says=_says(summary))


def _largest(values: list[Decimal | None]) -> Decimal | None:
    return max((value for value in values if value is not None), default=None)


def _says(summary: HoldingSummary) -> str | None:
    """`holds 9.2% (1,250,000 shares)`; None where the percent was not read."""
    if summary.percent_of_class is None:
        return None
    shares = f" ({summary.shares.normalize():,f} shares)" if summary.shares else ""
    return f"holds {summary.percent_of_class.normalize():f}%{shares}"
