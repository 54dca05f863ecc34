"""moto without its two slowest habits; a third of the time of these tests.

Before each transaction it copies the table, every attribute of every row. Here an update replaces its row by a
changed copy, so no row ever changes, and a copy of the table may share them. And for each attribute value of an
answer it looks for all ten types under half a dozen spellings. Here a dict has a key, or has it not.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from moto.core.serialize import AttributePicker, AttributePickerContext
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

_update_item = DynamoDBBackend.update_item
_pick = AttributePicker.__call__


@contextmanager
def quick_moto() -> Iterator[None]:
    """While this lasts, moto does the same in less time."""
    with (
        patch.object(AttributePicker, "__call__", _pick_from_dict),
        patch.object(Table, "__deepcopy__", _share_rows, create=True),
        patch.object(DynamoDBBackend, "update_item", _update_a_copy),
    ):
        yield


def _pick_from_dict(picker: AttributePicker, context: AttributePickerContext) -> Any:
    parent = getattr(context.shape, "parent", None)
    if type(context.obj) is dict and parent is not None and parent.name == "AttributeValue":
        return context.obj.get(context.key)
    return _pick(picker, context)


def _share_rows(table: Table, memo: dict[int, Any]) -> Table:
    shared = copy.copy(table)
    shared.items = copy.copy(table.items)
    for pk, rows in table.items.items():
        shared.items[pk] = dict(rows)
    return shared


def _update_a_copy(
    backend: DynamoDBBackend, table_name: str, key: dict[str, dict[str, Any]], *args: Any, **options: Any
) -> Item:
    pk, sk = DynamoType(key["pk"]), DynamoType(key["sk"])
    table = backend.tables[table_name]
    row = table.get_item(pk, sk)
    if row is not None:
        table.items[pk][sk] = copy.deepcopy(row)
    return _update_item(backend, table_name, key, *args, **options)
