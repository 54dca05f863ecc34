"""The record of a Form 3, 4 or 5: whose holdings in whom, each transaction and holding, the footnotes.

Fields have the names of EDGAR's ownership XML (EDGAR Ownership XML Technical Specification, 3 and 4). A row
that is a transaction is stored as a row by itself, found by issuer and by owner. `forms.ownership` reads them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from filings.record import Address, Part, PartRow, Record

__all__ = ["EMPTY_ROWS", "DerivativeRow", "Footnote", "Issuer", "Ownership", "OwnershipRow", "ReportingOwner"]


class Issuer(Record):
    """The company whose securities are reported."""

    cik: str | None = None
    name: str | None = None
    trading_symbol: str | None = None


class ReportingOwner(Record):
    """A person or company that reports, and what it is to the issuer; None where the form does not say."""

    cik: str | None = None
    name: str | None = None
    is_director: bool | None = None
    is_officer: bool | None = None
    is_ten_percent_owner: bool | None = None
    is_other: bool | None = None
    officer_title: str | None = None
    other_text: str | None = None
    address: Address | None = None


class OwnershipRow(Record):
    """A line of table I. `footnote_ids`: field -> the footnotes that it cites; a price is often only there."""

    kind: Literal["transaction", "holding"]
    security_title: str | None = None
    transaction_date: dt.date | None = None
    deemed_execution_date: dt.date | None = None
    transaction_form_type: str | None = None
    transaction_code: str | None = None
    equity_swap_involved: bool | None = None
    transaction_timeliness: str | None = None
    transaction_shares: Decimal | None = None
    transaction_total_value: Decimal | None = None
    transaction_price_per_share: Decimal | None = None
    transaction_acquired_disposed_code: str | None = None
    shares_owned_following_transaction: Decimal | None = None
    value_owned_following_transaction: Decimal | None = None
    direct_or_indirect_ownership: str | None = None
    nature_of_ownership: str | None = None
    footnote_ids: Mapping[str, tuple[str, ...]] = {}


class DerivativeRow(OwnershipRow):
    """A line of table II: an option, a warrant, a convertible security."""

    conversion_or_exercise_price: Decimal | None = None
    exercise_date: dt.date | None = None
    expiration_date: dt.date | None = None
    underlying_security_title: str | None = None
    underlying_security_shares: Decimal | None = None
    underlying_security_value: Decimal | None = None


class Footnote(Record):
    """`fields`: where it is cited, as paths into this record (`nonDerivative[0].transactionPricePerShare`)."""

    text: str | None = None
    fields: tuple[str, ...] = ()


class Ownership(Part):
    """A Form 3, 4 or 5. `text`: the whole form in words, where it was filed as text or HTML and not as XML."""

    document_type: str | None = None
    schema_version: str | None = None
    period_of_report: dt.date | None = None
    date_of_original_submission: dt.date | None = None
    no_securities_owned: bool | None = None
    not_subject_to_section16: bool | None = None
    form3_holdings_reported: bool | None = None
    form4_transactions_reported: bool | None = None
    aff10b5_one: bool | None = Field(default=None, validation_alias="aff10b5One", serialization_alias="aff10b5One")
    issuer: Issuer = Issuer()
    reporting_owners: tuple[ReportingOwner, ...] = ()
    non_derivative: tuple[OwnershipRow, ...] = ()
    derivative: tuple[DerivativeRow, ...] = ()
    footnotes: Mapping[str, Footnote] = {}
    remarks: str | None = None
    text: str | None = None

    def stored_rows(self) -> Iterator[PartRow]:
        """A TRANSACTION each, by issuer and by its first owner; for each further owner a CO-OWNER-TRANSACTION."""
        for table, rows in (("nonDerivative", self.non_derivative), ("derivative", self.derivative)):
            for place, row in enumerate(rows):
                if row.kind == "transaction" and row.transaction_date is not None:
                    yield from self._stored((table, place), row)

    def _stored(self, place: tuple[str, int], row: OwnershipRow) -> Iterator[PartRow]:
        attributes: dict[str, Any] = {
            "table": place[0],
            "documentType": self.document_type,
            "issuer": self.issuer.model_dump(by_alias=True),
            **row.model_dump(by_alias=True, exclude_none=True),
        }
        day = {"transactionDate": row.transaction_date}
        by_issuer = {"issuerCik": self.issuer.cik} if self.issuer.cik else {}
        owners = [owner for owner in self.reporting_owners if owner.cik]
        for number, owner in enumerate(owners):
            index = day | {"ownerCik": owner.cik} | ({} if number else by_issuer)
            told = attributes | {"ownerName": owner.name, "officerTitle": owner.officer_title}
            yield PartRow("CO-OWNER-TRANSACTION", told, index) if number else PartRow("TRANSACTION", told, index, place)
        if by_issuer and not owners:
            yield PartRow("TRANSACTION", attributes, day | by_issuer, place)


EMPTY_ROWS: Mapping[str, Record] = {
    "nonDerivative": OwnershipRow(kind="transaction"),
    "derivative": DerivativeRow(kind="transaction"),
}
"""A row of each list as it is where the form says nothing: what a stored row has not, it has as here."""
