"""The SNS message attributes of an event: what a filter policy can choose by. Nine at most.

SNS drops a message with more than ten attributes on its way to a raw-delivery SQS queue, filters numbers
only within ±10⁹ (https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html), and says nothing
of an empty String.Array; so an empty one is left out. Plain data, which JSON can hold: the pipeline stores
it beside the event, since the event shows 25 parties and `ciks` has to name all. `aws.sns` makes requests of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal

from filings.notifications import notification_text as caps
from filings.notifications.notification_models import Event, FilingData, Rejection
from filings.notifications.notification_parties import all_ciks
from filings.record import Filing, Part

__all__ = ["Attributes", "build_attributes", "build_rejection_attributes"]

Attributes = dict[str, tuple[str, str]]
"""name -> (DataType, value): DataType is `String`, `String.Array` or `Number`; value is SNS's StringValue."""

NOT_LIVE = frozenset({"backfill", "reprocess"})
"""Origins that `origin` tells; a subscriber leaves them out with `{"origin": [{"exists": false}]}`."""
_MAX_NUMBER = Decimal(999_999_999)


def build_attributes(event: Event, filing: Filing) -> Attributes:
    """The attributes of `event`, which was built from `filing`."""
    data = event.data
    attributes: Attributes = {"event_type": ("String", event.type)}
    if data.form:
        attributes["form"] = ("String", data.form)
    attributes["severity"] = ("String", data.severity)
    arrays = {
        "ciks": all_ciks(filing)[: caps.MAX_CIKS],
        "tickers": data.tickers,
        "items": data.items,
        "tags": data.tags,
    }
    attributes |= {name: ("String.Array", _array(values)) for name, values in arrays.items() if values}
    if data.processing.origin in NOT_LIVE:
        attributes["origin"] = ("String", data.processing.origin)
    return attributes | _insider_totals(data)


def build_rejection_attributes(event: Rejection) -> Attributes:
    """The attributes of a rejection: its type, and `reason`, the error's name."""
    return {"event_type": ("String", event.type), "reason": ("String", event.data.reason.type)}


def _insider_totals(data: FilingData) -> Attributes:
    """Nothing beside `items`: no form has both, and with both there would be ten attributes."""
    if data.items:
        return {}
    numbers = {
        "insider_buy_usd": _total(data.insider, "buyValueUsd"),
        "insider_sell_usd": _total(data.insider, "sellValueUsd"),
    }
    return {name: ("Number", _number(value)) for name, value in numbers.items() if value is not None}


def _array(values: Sequence[str]) -> str:
    return json.dumps(list(dict.fromkeys(values)), ensure_ascii=False, separators=(",", ":"))


def _total(insider: Part | None, name: str) -> Decimal | None:
    if insider is None:
        return None
    value = insider.model_dump(by_alias=True).get(name)
    return None if value is None else Decimal(value)


def _number(value: Decimal) -> str:
    """Cents, within what SNS can compare, never in scientific notation."""
    return f"{min(max(value, Decimal(0)), _MAX_NUMBER):.2f}"
