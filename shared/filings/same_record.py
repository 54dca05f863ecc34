"""Whether two readings of one content say the same. Pure."""

from __future__ import annotations

import json
from decimal import Decimal

from pydantic import JsonValue

from filings.record import Filing, to_json

__all__ = ["is_same_record"]


def is_same_record(one: Filing, other: Filing) -> bool:
    """Whether the records say the same: a key that only one of them has, and that says nothing, is no difference.

    So a parser that knows a new field changes only the filings that have something there.
    """
    texts = to_json(one), to_json(other)
    return texts[0] == texts[1] or _said(texts[0]) == _said(texts[1])


def _said(text: str) -> JsonValue:
    said: JsonValue = json.loads(text, parse_float=Decimal, object_hook=_without_empty)
    return said


def _without_empty(members: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: value for name, value in members.items() if value not in (None, [], {})}
