"""The record of a Form 13F: who reports, for whom else, and every row of the information table.

Fields have the names of EDGAR's 13F XML (EDGAR Form 13F XML Technical Specification). `value` is always US
dollars; `value_as_reported` is what stands in the table: thousands until 2023-01-03 (Release 34-95148), by rule.
Each row is stored as a row by itself, found by its CUSIP. `forms.form_13f` reads them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from filings.record import Address, Part, PartRow, Record, is_stored_as_number

__all__ = ["EMPTY_ROWS", "Holding", "Holdings", "OtherManager", "VotingAuthority"]

LONGEST_CUSIP = 32


class VotingAuthority(Record):
    """Shares that the manager votes alone, together with others, not at all. A cell left blank is 0."""

    sole: Decimal | None = None
    shared: Decimal | None = None
    none: Decimal | None = None


class Holding(Record):
    """A row. `put_call`: `Put` or `Call`, then the shares are those under the option.

    cusip: as printed, blanks out; in a text table with the zeros that were lost, where the check digit proves them.

    investment_discretion: `SOLE`, `DFND` (shared-defined), `OTR` (shared-other), or the table's own word.
    other_manager: the numbers of `other_managers` that share the holding, as printed (`4, 11`).
    """

    name_of_issuer: str | None = None
    title_of_class: str | None = None
    cusip: str | None = None
    figi: str | None = None
    value: Decimal | None = None
    value_as_reported: Decimal | None = None
    ssh_prnamt: Decimal | None = None
    ssh_prnamt_type: str | None = None
    put_call: str | None = None
    investment_discretion: str | None = None
    other_manager: str | None = None
    voting_authority: VotingAuthority = VotingAuthority()


class OtherManager(Record):
    """Another manager. `sequence_number` is the number by which the table's rows name it."""

    sequence_number: str | None = None
    cik: str | None = None
    form13f_file_number: str | None = None
    crd_number: str | None = None
    sec_file_number: str | None = None
    name: str | None = None


class Holdings(Part):
    """A Form 13F. Totals are the cover's own, in its own unit; `value_unit` is what a reported value is times dollars.

    other_managers: those whose holdings are in this table; other_managers_reporting: those who report the rest.
    amendment_type: `RESTATEMENT` stands for the report that it amends, `NEW HOLDINGS` is to be added to it.
    """

    report_type: str | None = None
    is_amendment: bool | None = None
    amendment_no: int | None = None
    amendment_type: str | None = None
    filing_manager: str | None = None
    address: Address | None = None
    form13f_file_number: str | None = None
    crd_number: str | None = None
    sec_file_number: str | None = None
    period_of_report: dt.date | None = None
    table_entry_total: int | None = None
    table_value_total: Decimal | None = None
    value_unit: int | None = None
    is_confidential_omitted: bool | None = None
    additional_information: str | None = None
    other_managers: tuple[OtherManager, ...] = ()
    other_managers_reporting: tuple[OtherManager, ...] = ()
    rows: tuple[Holding, ...] = ()

    def stored_rows(self) -> Iterator[PartRow]:
        """A HOLDING a row: by CUSIP and quarter, the largest first."""
        whose = {"filingManager": self.filing_manager, "amendmentType": self.amendment_type}
        dumped = self.model_dump(by_alias=True, exclude_none=True, include={"rows"})["rows"]
        for place, (row, told) in enumerate(zip(self.rows, dumped, strict=True)):
            for name in self._not_for_an_index(row):
                del told[name]
            yield PartRow("HOLDING", told | whose, self._index(row), ("rows", place))

    def _index(self, row: Holding) -> dict[str, Any]:
        """Where it is listed; nowhere without a CUSIP, a quarter and a value that an index takes."""
        if not row.cusip or self.period_of_report is None or row.value is None or self._not_for_an_index(row):
            return {}
        return {"cusip": row.cusip.upper(), "reportDate": self.period_of_report, "value": row.value}

    @staticmethod
    def _not_for_an_index(row: Holding) -> set[str]:
        """Key attributes that DynamoDB would refuse, and the whole row with them: the record has them."""
        long = {"cusip"} if row.cusip and len(row.cusip) > LONGEST_CUSIP else set()
        wide = {"value"} if row.value is not None and not is_stored_as_number(row.value) else set()
        return long | wide


EMPTY_ROWS: Mapping[str, Record] = {"rows": Holding()}
"""As in `ownership_record`."""
