"""How large DynamoDB says that an item is, by the rule of its developer guide ("DynamoDB item sizes and formats").

Names and strings count their UTF-8 bytes; a number about a byte for two digits, and one; a list or a map
three bytes, and one for each entry. Values are in DynamoDB's own form, `{"S": "text"}`, or plain Python
values as boto3's `Table` takes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from boto3.dynamodb.types import TypeSerializer

__all__ = ["attribute_type", "depth", "item_size", "numbers", "significant_digits", "typed"]

_SERIALIZER: Final = TypeSerializer()


def typed(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item in DynamoDB's form, whichever way it was given."""
    if all(isinstance(value, dict) and len(value) == 1 and value.keys() <= _SIZES.keys() for value in item.values()):
        return dict(item)
    return {name: _SERIALIZER.serialize(value) for name, value in item.items()}


def item_size(item: Mapping[str, Any]) -> int:
    """Bytes of an item in DynamoDB's form, attribute names included."""
    return sum(_text(name) + _value_size(value) for name, value in item.items())


def attribute_type(value: Mapping[str, Any]) -> str:
    """`S`, `N`, `M` … of a value in DynamoDB's form."""
    return next(iter(value))


def depth(value: Mapping[str, Any]) -> int:
    """How deep lists and maps lie in each other; a plain value has depth 0."""
    inner = _inner(value)
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


def numbers(value: Mapping[str, Any]) -> list[str]:
    """Every number in a value, as written."""
    kind, content = next(iter(value.items()))
    if kind == "N":
        return [content]
    if kind == "NS":
        return list(content)
    return [number for inner in _inner(value) or () for number in numbers(inner)]


def significant_digits(number: str) -> int:
    """Digits of a number without the zeros before and after; DynamoDB takes 38."""
    return len("".join(map(str, Decimal(number).as_tuple().digits)).strip("0"))


def _inner(value: Mapping[str, Any]) -> list[Any] | None:
    kind, content = next(iter(value.items()))
    if kind == "M":
        return list(content.values())
    return list(content) if kind == "L" else None


def _value_size(value: Mapping[str, Any]) -> int:
    kind, content = next(iter(value.items()))
    return _SIZES[kind](content)


def _text(text: str) -> int:
    return len(text.encode("utf-8"))


def _list(entries: Sequence[Mapping[str, Any]]) -> int:
    return 3 + sum(1 + _value_size(entry) for entry in entries)


def _map(entries: Mapping[str, Mapping[str, Any]]) -> int:
    return 3 + sum(1 + _text(name) + _value_size(entry) for name, entry in entries.items())


def _number(text: str) -> int:
    return (significant_digits(text) + 1) // 2 + 1 + text.startswith("-")


_SIZES: Final[Mapping[str, Callable[[Any], int]]] = {
    "S": _text,
    "N": _number,
    "B": lambda content: len(bytes(content)),
    "SS": lambda content: sum(map(_text, content)),
    "NS": lambda content: sum(map(_number, content)),
    "BS": lambda content: sum(len(bytes(entry)) for entry in content),
    "L": _list,
    "M": _map,
    "BOOL": lambda _: 1,
    "NULL": lambda _: 1,
}
