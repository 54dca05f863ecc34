"""What a notification says of a Form 13F: whose, of which quarter, how many rows and how much. Never a row."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from filings.holdings.holdings_record import Holdings
from filings.notifications.notification_models import Summaries
from filings.record import Filing, Part

__all__ = ["HoldingsSummary", "summarize"]


class HoldingsSummary(Part):
    """Totals of the rows that are in the filing. `value_usd`: dollars; puts and calls are told apart and not in it."""

    report_type: str | None
    filing_manager: str | None
    period_of_report: dt.date | None
    is_amendment: bool | None
    amendment_type: str | None
    row_count: int
    cusip_count: int
    value_usd: Decimal
    put_value_usd: Decimal
    call_value_usd: Decimal
    table_entry_total: int | None
    table_value_total: Decimal | None
    other_manager_count: int
    is_confidential_omitted: bool | None


def summarize(filing: Filing) -> Summaries:
    """The totals of a parsed 13F."""
    holdings = filing.holdings
    if not isinstance(holdings, Holdings):
        return Summaries()
    worth = {"Put": Decimal(0), "Call": Decimal(0), None: Decimal(0)}
    for row in holdings.rows:
        option = (row.put_call or "").capitalize()
        worth[option if option in worth else None] += row.value or 0
    summary = HoldingsSummary(
        report_type=holdings.report_type,
        filing_manager=holdings.filing_manager,
        period_of_report=holdings.period_of_report,
        is_amendment=holdings.is_amendment,
        amendment_type=holdings.amendment_type,
        row_count=len(holdings.rows),
        cusip_count=len({row.cusip for row in holdings.rows if row.cusip}),
        value_usd=worth[None],
        put_value_usd=worth["Put"],
        call_value_usd=worth["Call"],
        table_entry_total=holdings.table_entry_total,
        table_value_total=holdings.table_value_total,
        other_manager_count=len(holdings.other_managers),
        is_confidential_omitted=holdings.is_confidential_omitted,
    )
    return Summaries(holdings=summary, says=_says(summary))


def _says(summary: HoldingsSummary) -> str | None:
    """The headline's end: `holdings of $1.2 billion in 117 rows at 2026-03-31`; None leaves the form's own words."""
    if not summary.row_count:
        return None
    rows = "1 row" if summary.row_count == 1 else f"{summary.row_count:,} rows"
    kind = {"NEW HOLDINGS": "new holdings", "RESTATEMENT": "restated holdings"}.get(summary.amendment_type or "")
    day = f" at {summary.period_of_report}" if summary.period_of_report else ""
    return f"{kind or 'holdings'} of {_dollars(summary.value_usd)} in {rows}{day}"


def _dollars(value: Decimal) -> str:
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size:
            return f"${value / size:,.1f} {name}"
    return f"${value:,.0f}"
