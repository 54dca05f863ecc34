"""Form 144, the notice of a proposed sale of restricted securities: whose, how many, worth what, sold from when.

XML since 2023-04-13 (Release 33-11070); before, on paper, or as a PDF or text that is not read field by field.
EDGAR Form 144 XML Technical Specification.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from filings.forms._form import Form, Parts, Report
from filings.forms._unlisted import read_page
from filings.notifications.notification_models import Summaries
from filings.record import Entity, Filing, Part, Signature
from filings.xml.edgar_values import Values, cik_of, decimal_of, signer_of
from filings.xml.edgar_xml import first_text, is_edgar_xml, read_xml
from filings.xml.xml_form import address_in, parts_of_xml

if TYPE_CHECKING:
    from lxml.etree import _Element


class ProposedSaleSummary(Part):
    """Totals over the classes: units to be sold, their market value in dollars, the earliest day of sale."""

    issuer: str | None
    seller: str | None
    relationships: tuple[str, ...]
    no_of_units_sold: Decimal
    aggregate_market_value_usd: Decimal
    approx_sale_date: dt.date | None
    securities_class_titles: tuple[str, ...]
    sold_in_past_3_months: Decimal
    plan_adoption_dates: tuple[dt.date, ...]


def read(report: Report) -> Parts:
    """The data of a Form 144; its parties and signature, which stand in places of their own."""
    if not is_edgar_xml(report.source):
        return read_page(report)
    root, warnings = read_xml(report.source, report.document.filename)
    parts = parts_of_xml(root, report, warnings)
    if root is None:
        return parts
    return replace(parts, entities=_parties(root), signatures=_signature(root, Values(warnings)))


def _parties(root: _Element) -> list[Entity]:
    issuer = Entity(
        role="ISSUER",
        cik=cik_of(first_text(root, "formData/issuerInfo/issuerCik")),
        name=first_text(root, "formData/issuerInfo/issuerName"),
        file_number=first_text(root, "formData/issuerInfo/secFileNumber"),
        business_address=address_in(root, "formData/issuerInfo/issuerAddress"),
        phone=first_text(root, "formData/issuerInfo/issuerContactPhone"),
    )
    seller = Entity(
        role="REPORTING-OWNER",
        cik=cik_of(first_text(root, "headerData/filerInfo/filer/filerCredentials/cik")),
        name=first_text(root, "formData/issuerInfo/nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold"),
    )
    return [party for party in (issuer, seller) if party.cik or party.name]


def _signature(root: _Element, values: Values) -> list[Signature]:
    signed = first_text(root, "formData/noticeSignature/signature")
    date = values.date(first_text(root, "formData/noticeSignature/noticeDate"), "noticeDate")
    return [Signature(conformed_signature=signed, name=signer_of(signed), date=date)] if signed else []


def summarize(filing: Filing) -> Summaries:
    """The sale in numbers; nothing where the form was no XML."""
    data: dict[str, Any] = filing.form_data or {}
    classes = [entry for entry in _listed(data.get("securitiesInformation")) if isinstance(entry, dict)]
    if not classes:
        return Summaries()
    issuer, signature = _group(data.get("issuerInfo")), _group(data.get("noticeSignature"))
    sold = [_group(entry) for entry in _listed(data.get("securitiesSoldInPast3Months"))]
    summary = ProposedSaleSummary(
        issuer=_text(issuer.get("issuerName")),
        seller=_text(issuer.get("nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold")),
        relationships=_texts(_group(issuer.get("relationshipsToIssuer")).get("relationshipToIssuer")),
        no_of_units_sold=_sum(entry.get("noOfUnitsSold") for entry in classes),
        aggregate_market_value_usd=_sum(entry.get("aggregateMarketValue") for entry in classes),
        approx_sale_date=min(_dates(entry.get("approxSaleDate") for entry in classes), default=None),
        securities_class_titles=_texts([entry.get("securitiesClassTitle") for entry in classes]),
        sold_in_past_3_months=_sum(entry.get("amountOfSecuritiesSold") for entry in sold),
        plan_adoption_dates=tuple(_dates(_listed(_group(signature.get("planAdoptionDates")).get("planAdoptionDate"))))[
            :10
        ],
    )
    return Summaries(proposed_sale=summary, says=_says(summary))


def _says(summary: ProposedSaleSummary) -> str | None:
    if not summary.no_of_units_sold:
        return None
    value = summary.aggregate_market_value_usd
    worth = f" (${value:,.0f})" if value else ""
    return f"{summary.no_of_units_sold.normalize():,f} units to be sold{worth}"


def _group(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str | None:
    return value[:200] if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[:100] for text in _listed(value) if isinstance(text, str)))[:10]


def _sum(values: Iterable[object]) -> Decimal:
    numbers = (decimal_of(value) for value in values if isinstance(value, str))
    return sum((number for number in numbers if number is not None), Decimal(0))


def _dates(values: Iterable[object]) -> list[dt.date]:
    read_in = Values([])  # a summary warns of nothing: the record holds the texts as they were filed
    dates = (read_in.date(value, "") for value in values if isinstance(value, str))
    return [date for date in dates if date is not None]


FORM = Form(submission_types=("144", "144/A"), read=read, summarize=summarize)
