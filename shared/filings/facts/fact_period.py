"""The period of an XBRL context, and which periods are a report's own. XBRL 2.1, 4.7.2; the same inline and alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

__all__ = ["Period", "is_own", "period_of"]

Period = tuple[dt.date | None, dt.date | None]
"""The first and the last day; an instant has only the last."""


def period_of(dates: Mapping[str, str]) -> Period:
    """The period of a context with these `startDate`, `endDate` and `instant`, with or without a time of day."""
    return _day(dates.get("startDate")), _day(dates.get("endDate") or dates.get("instant"))


def is_own(period: Period | None, report: Period) -> bool:
    """Whether a fact of this period is the report's: of its whole period (flows) or of its last day (balances)."""
    return period in (report, (None, report[1]))


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date[:10]) if date else None
    except ValueError:
        return None
