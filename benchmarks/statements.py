"""The tables of a report: statements of two or three years, and by segment. Every figure is invented.

The first tables have what a report is asked for first (revenues, net income, assets …) of the company as a whole; all
others are of segments, as most facts of a report are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from benchmarks.report_style import Figure, ReportStyle

__all__ = ["statements"]

_OVER = (
    ("Revenues", "Revenues"),
    ("Cost of goods sold", "CostOfRevenue"),
    ("Depreciation, depletion and amortization", "DepreciationDepletionAndAmortization"),
    ("Selling, general and administrative", "SellingGeneralAndAdministrativeExpense"),
    ("Income from operations", "OperatingIncomeLoss"),
    ("Interest expense", "InterestExpense"),
    ("Provision for income taxes", "IncomeTaxExpenseBenefit"),
    ("Net income", "NetIncomeLoss"),
)
_AT = (
    ("Cash and cash equivalents", "CashAndCashEquivalentsAtCarryingValue"),
    ("Inventories", "InventoryNet"),
    ("Property, plant and equipment, net", "PropertyPlantAndEquipmentNet"),
    ("Total assets", "Assets"),
    ("Long-term debt, less current portion", "LongTermDebtNoncurrent"),
    ("Asset retirement obligations", "AssetRetirementObligationsNoncurrent"),
    ("Total liabilities", "Liabilities"),
    ("Total stockholders’ equity", "StockholdersEquity"),
)


def statements(style: ReportStyle) -> Iterator[str]:
    """Tables of nine to seventeen rows without end: over the period, then at its end."""
    for number in count():
        lines, instant = ((_OVER, False), (_AT, True))[number % 2]
        member = None if number < 2 else number // 2
        years = 3 - number % 2
        heading = style.row(["(in thousands)", *(f"December 31, {2025 - year}" for year in range(years))])
        rows = [heading]
        for place, (label, concept) in enumerate(lines * (1 + number % 3 // 2)):
            figures = [
                Figure(_printed(number, place, year), concept, year, instant, _member(member, place, len(lines)))
                for year in range(years)
            ]
            rows.append(style.figures(label, figures))
        yield style.table(rows)


def _member(member: int | None, place: int, lines: int) -> int | None:
    """A table's second half, where it has one, is another segment's."""
    return member if member is None or place < lines else 10_000 + member


def _printed(number: int, place: int, year: int) -> str:
    return f"{1_000 + 7_919 * (number * 31 + place * 17 + year * 5 + 1) % 998_244:,}"
