"""Whether a 13F's values are dollars or thousands of dollars: decided for each filing.

Form 13F asked for thousands until 2023-01-03 and for dollars since (Release 34-95148). Some filers went on
with thousands, some reported dollars long before. What a share would cost tells them apart: the middle half of
a portfolio costs between one and a few thousand dollars a share. Where a table is too small to tell, the date decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from filings.holdings.information_table import Row
from filings.record import Warning

__all__ = ["value_unit"]

DOLLARS_SINCE = dt.date(2023, 1, 3)
FEWEST = 3
"""CUSIPs whose prices are needed to overrule the date: one share may cost half a million dollars."""
MOST_AS_THOUSANDS = Decimal(3)
"""A reported value a share that, in thousands, would be 3,000 dollars: hardly one security in a thousand costs that."""
LEAST_PRICE = Decimal(1)
"""Dollars; rights and warrants cost less, and no portfolio is made of them alone."""


def value_unit(rows: Sequence[Row], filed: dt.date | None, where: str | None = None) -> tuple[int, list[Warning]]:
    """1 or 1000 dollars, and a warning where that is not what the rule says.

    filed: the filing date; None takes the newer rule.
    """
    by_rule = 1000 if filed and filed < DOLLARS_SINCE else 1
    prices = _prices(rows)
    if len(prices) < FEWEST:
        return by_rule, _doubt(prices, by_rule, where)
    low, median, high = (prices[(len(prices) - 1) * place // 4] for place in (1, 2, 3))
    dear = sum(price >= MOST_AS_THOUSANDS for price in prices)
    if by_rule == 1000 and median >= MOST_AS_THOUSANDS:
        return 1, [_warning("dollars", "thousands of dollars", low, high, where)]
    if by_rule == 1 and high < LEAST_PRICE and dear <= max(2, len(prices) // 20):
        return 1000, [_warning("thousands of dollars", "dollars", low, high, where)]
    return by_rule, []


def _prices(rows: Sequence[Row]) -> list[Decimal]:
    """Value as reported by share, one a CUSIP, rising; bonds (`PRN`), whose amount is no number of shares, left out."""
    prices: dict[str | None, Decimal] = {}
    for row in rows:
        value, shares = row["value_as_reported"], row["ssh_prnamt"]
        if value and shares and shares > 0 and row["ssh_prnamt_type"] != "PRN":
            prices.setdefault(row["cusip"], value / shares)
    return sorted(prices.values())


def _warning(unit: str, rule: str, low: Decimal, high: Decimal, where: str | None) -> Warning:
    message = (
        f"the values were read as {unit}, though a filing of this date gives {rule}:"
        f" half of the reported values are between {low:.4g} and {high:.4g} a share"
    )
    return Warning(code="value-unit", message=message, where=where)


def _doubt(prices: Sequence[Decimal], by_rule: int, where: str | None) -> list[Warning]:
    """A table too small to overrule the date, whose prices would be odd."""
    odd = [price * by_rule for price in prices if not Decimal("0.5") <= price * by_rule <= 20_000]
    if not odd or len(odd) < len(prices):
        return []
    unit = "thousands of dollars" if by_rule == 1000 else "dollars"
    message = f"the values were read as {unit}, as the date tells; a share would then cost ${odd[0]:,.2f}"
    return [Warning(code="value-unit-doubtful", message=message, where=where)]
