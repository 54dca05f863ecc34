"""Python values as DynamoDB's attribute values, and back, and their size as DynamoDB counts it.

boto3's TypeSerializer knows no dates and no None-free rows, and importing it imports boto3. Limits:
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from filings.record import is_stored_as_number

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import AttributeValueTypeDef

__all__ = ["AttributeValue", "Row", "depth_of", "from_row", "item_size", "size_of", "to_row", "to_value"]

AttributeValue = Mapping[str, Any]
"""One attribute value in DynamoDB's own form, such as `{"S": "8-K"}`."""

if TYPE_CHECKING:
    Row = dict[str, AttributeValueTypeDef]
else:
    Row = dict
"""An item in DynamoDB's own form: attribute name -> attribute value."""


def to_row(attributes: Mapping[str, object]) -> Row:
    """An item of plain values. None is left out: an index key must not be NULL, and an absent attribute says it."""
    return {name: to_value(value) for name, value in attributes.items() if value is not None}


def to_value(value: object) -> AttributeValueTypeDef:
    """One value. Dates and times become text; a number that DynamoDB cannot hold exactly becomes text too."""
    match value:
        case str():
            return {"S": value}
        case Decimal():  # above the slow question whether it is a mapping: rows of a table are mostly numbers
            return _number(value)
        case Mapping():
            return {"M": {str(name): to_value(member) for name, member in value.items()}}
        case list() | tuple():
            return {"L": [to_value(member) for member in value]}
    return _scalar(value)


def from_row(row: Mapping[str, AttributeValue]) -> dict[str, Any]:
    """The plain values of an item. A number is an int where it is whole, else a Decimal."""
    return {name: _from_value(value) for name, value in row.items()}


def item_size(row: Mapping[str, AttributeValue]) -> int:
    """Bytes, as DynamoDB counts an item (at most 400 KB): names and values, numbers at their widest."""
    return sum(_bytes(name) + size_of(value) for name, value in row.items())


def size_of(value: AttributeValue) -> int:
    """Bytes of one attribute value, as DynamoDB counts them."""
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return _bytes(content)
        case "N":
            return len(content) // 2 + 2
        case "M":
            return 3 + sum(1 + _bytes(name) + size_of(member) for name, member in content.items())
        case "L":
            return 3 + sum(1 + size_of(member) for member in content)
    return 1


def depth_of(value: AttributeValue) -> int:
    """How deep maps and lists are nested; DynamoDB takes 32 levels."""
    members = value.get("L") or list((value.get("M") or {}).values())
    return 1 + max(map(depth_of, members), default=0) if "L" in value or "M" in value else 0


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _scalar(value: object) -> AttributeValueTypeDef:
    match value:
        case None:
            return {"NULL": True}
        case bool():
            return {"BOOL": value}
        case int() | float():
            return _number(value)
        case dt.datetime():
            return {"S": value.isoformat().replace("+00:00", "Z")}
        case dt.date():
            return {"S": value.isoformat()}
    raise TypeError(f"{type(value).__name__} has no place in a row")


def _number(value: float | Decimal) -> AttributeValueTypeDef:
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return {"N": str(number)} if is_stored_as_number(number) else {"S": str(number)}


def _from_value(value: AttributeValue) -> Any:  # noqa: ANN401 - whatever was stored
    ((kind, content),) = value.items()
    match kind:
        case "N":
            number = Decimal(content)
            return int(number) if number == number.to_integral_value() else number
        case "M":
            return from_row(content)
        case "L":
            return [_from_value(member) for member in content]
        case "NULL":
            return None
    return content
