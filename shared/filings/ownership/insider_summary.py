"""What a notification says of a Form 3, 4 or 5: who, and how much was bought and sold on the open market.

Only codes P (open market or private purchase) and S (sale) are bought and sold: grants (A), exercises (M),
taxes withheld (F) and gifts (G) are no trade (Form 4, General Instruction 8). A price that is only told in a
footnote adds shares and no dollars, and the summary says how many rows that were. Derivatives are not added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pydantic import Field

from filings.notifications.notification_models import Summaries
from filings.ownership.ownership_record import Ownership, OwnershipRow, ReportingOwner
from filings.record import Filing, Part

__all__ = ["InsiderSummary", "summarize"]

OWNERS_TOLD = 10
_OFFICES = (("is_director", "director"), ("is_ten_percent_owner", "10% owner"))


class InsiderOwner(Part):
    """A reporting owner: `relationship` in words (`director, Chief Financial Officer`)."""

    cik: str | None
    name: str | None
    relationship: str | None


class InsiderSummary(Part):
    """Totals of the non-derivative transactions. Dollars and shares, exact."""

    owners: tuple[InsiderOwner, ...]
    owner_count: int
    buy_shares: Decimal
    buy_value_usd: Decimal
    sell_shares: Decimal
    sell_value_usd: Decimal
    unpriced_transactions: int
    transaction_count: int
    holding_count: int
    transaction_codes: tuple[str, ...]
    shares_owned_after: Decimal | None
    aff10b5_one: bool | None = Field(validation_alias="aff10b5One", serialization_alias="aff10b5One")
    date_of_original_submission: str | None


def summarize(filing: Filing) -> Summaries:
    """The totals of a parsed Form 3, 4 or 5; nothing where it was no XML."""
    ownership = filing.ownership
    if not isinstance(ownership, Ownership):
        return Summaries()
    symbol = ownership.issuer.trading_symbol
    summary = _totals(ownership)
    return Summaries(
        insider=summary, tickers=(symbol,) if symbol else (), tags=_tags(summary), says=_says(summary, ownership)
    )


def _totals(ownership: Ownership) -> InsiderSummary:
    rows = [*ownership.non_derivative, *ownership.derivative]
    bought, sold = _traded(ownership, "P"), _traded(ownership, "S")
    original = ownership.date_of_original_submission
    return InsiderSummary(
        owners=tuple(_owner(owner) for owner in ownership.reporting_owners[:OWNERS_TOLD]),
        owner_count=len(ownership.reporting_owners),
        buy_shares=_shares(bought),
        buy_value_usd=_value(bought),
        sell_shares=_shares(sold),
        sell_value_usd=_value(sold),
        unpriced_transactions=sum(row.transaction_price_per_share is None for row in (*bought, *sold)),
        transaction_count=sum(row.kind == "transaction" for row in rows),
        holding_count=sum(row.kind == "holding" for row in rows),
        transaction_codes=tuple(dict.fromkeys(row.transaction_code for row in rows if row.transaction_code))[:20],
        shares_owned_after=_owned_after(ownership),
        aff10b5_one=ownership.aff10b5_one,
        date_of_original_submission=original.isoformat() if original else None,
    )


def _owner(owner: ReportingOwner) -> InsiderOwner:
    words = [word for field, word in _OFFICES if getattr(owner, field)]
    words += [text for text in (owner.officer_title, owner.other_text) if text]
    return InsiderOwner(cik=owner.cik, name=owner.name, relationship=", ".join(words)[:200] or None)


def _traded(ownership: Ownership, code: str) -> list[OwnershipRow]:
    return [row for row in ownership.non_derivative if row.kind == "transaction" and row.transaction_code == code]


def _shares(rows: Sequence[OwnershipRow]) -> Decimal:
    return sum((row.transaction_shares or Decimal(0) for row in rows), Decimal(0))


def _value(rows: Sequence[OwnershipRow]) -> Decimal:
    amounts = ((row.transaction_shares or Decimal(0)) * (row.transaction_price_per_share or Decimal(0)) for row in rows)
    return sum(amounts, Decimal(0))


def _owned_after(ownership: Ownership) -> Decimal | None:
    """What is held directly behind the last row; None where there are several classes, which are not added up."""
    direct = [row for row in ownership.non_derivative if row.direct_or_indirect_ownership == "D"]
    if not direct or len({row.security_title for row in direct}) > 1:
        return None
    return direct[-1].shares_owned_following_transaction


def _tags(summary: InsiderSummary) -> tuple[str, ...]:
    named = (
        ("insider-buy", summary.buy_shares > 0),
        ("insider-sale", summary.sell_shares > 0),
        ("10b5-1", bool(summary.aff10b5_one)),
    )
    return tuple(tag for tag, holds in named if holds)


def _says(summary: InsiderSummary, ownership: Ownership) -> str | None:
    """The headline's end: `bought 1,000 shares ($12,500)`; None leaves it to the form's own words."""
    parts = [
        f"{verb} {shares.normalize():,f} shares" + (f" (${value:,.0f})" if value else "")
        for verb, shares, value in (
            ("bought", summary.buy_shares, summary.buy_value_usd),
            ("sold", summary.sell_shares, summary.sell_value_usd),
        )
        if shares
    ]
    if parts:
        return " and ".join(parts)
    return "no securities owned" if ownership.no_securities_owned else None
