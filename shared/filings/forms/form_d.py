"""Form D, the notice of an offering that is exempt from registration: the data of its XML, the amounts told.

XML since 2009-03-16 (Release 33-8891); what was on paper before is not on EDGAR. Form D, items 1 to 16.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from filings.forms._form import Form
from filings.forms._unlisted import read
from filings.notifications.notification_models import Summaries
from filings.record import Filing, Part
from filings.xml.edgar_values import decimal_of


class OfferingSummary(Part):
    """Items 3, 4, 6, 7, 13 and 14. Amounts in dollars; None for an offering without a limit ("Indefinite")."""

    industry_group: str | None
    exemptions: tuple[str, ...]
    date_of_first_sale: str | None
    total_offering_amount: Decimal | None
    is_indefinite: bool
    total_amount_sold: Decimal | None
    minimum_investment_accepted: Decimal | None
    total_number_already_invested: Decimal | None
    is_amendment: bool
    previous_accession_number: str | None


def summarize(filing: Filing) -> Summaries:
    """The offering in numbers; nothing where the form was no XML."""
    data: Any = filing.form_data
    offering = _at(data, "offeringData")
    if offering is None:
        return Summaries()
    amounts = _at(offering, "offeringSalesAmounts")
    total = _text(amounts, "totalOfferingAmount")
    summary = OfferingSummary(
        industry_group=_text(offering, "industryGroup", "industryGroupType"),
        exemptions=_texts(_at(offering, "federalExemptionsExclusions", "item")),
        date_of_first_sale=_text(offering, "typeOfFiling", "dateOfFirstSale", "value"),
        total_offering_amount=decimal_of(total) if total else None,
        is_indefinite=bool(total) and decimal_of(total or "") is None,
        total_amount_sold=_number(amounts, "totalAmountSold"),
        minimum_investment_accepted=_number(offering, "minimumInvestmentAccepted"),
        total_number_already_invested=_number(offering, "investors", "totalNumberAlreadyInvested"),
        is_amendment=_text(offering, "typeOfFiling", "newOrAmendment", "isAmendment") == "true",
        previous_accession_number=_text(offering, "typeOfFiling", "newOrAmendment", "previousAccessionNumber"),
    )
    return Summaries(offering=summary, says=_says(summary))


def _says(summary: OfferingSummary) -> str | None:
    sold = f"${summary.total_amount_sold:,.0f} sold" if summary.total_amount_sold is not None else None
    if summary.is_indefinite:
        offered: str | None = "offering of an indefinite amount"
    else:
        total = summary.total_offering_amount
        offered = f"offering of ${total:,.0f}" if total is not None else None
    return ", ".join(part for part in (offered, sold) if part) or None


def _at(data: Any, *path: str) -> Any:  # noqa: ANN401 - JSON
    for name in path:
        if not isinstance(data, dict):
            return None
        data = data.get(name)
    return data


def _text(data: Any, *path: str) -> str | None:  # noqa: ANN401 - JSON
    value = _at(data, *path)
    return value[:200] if isinstance(value, str) else None


def _number(data: Any, *path: str) -> Decimal | None:  # noqa: ANN401 - JSON
    text = _text(data, *path)
    return decimal_of(text) if text else None


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    values = value if isinstance(value, list) else [value]
    return tuple(text for text in values if isinstance(text, str))[:20]


FORM = Form(submission_types=("D", "D/A"), read=read, summarize=summarize)
