"""moto without its slowest habits; a third of the time of these tests, and what it takes does not grow with a table.

- For each item of a transaction it copies the table, every attribute of every row. Here an update replaces its row by a
  changed copy, so no row ever changes, and a transaction is undone by the partitions that it names.
- A query goes through the table, in order. Here through the partition.
- For each attribute value of an answer it looks for all ten types under half a dozen spellings. Here a dict has a key,
  or has it not.
- To delete a message it goes through the whole queue, twice. Here it stops where the message is, near the front. To
  send or to receive one it counts them all, looking for an attribute that only FIFO queues have, and for messages that
  are four days old. Here there are none.
- Its server lists the folder of its modules for each request. Here once.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from inspect import signature
from typing import Any
from unittest.mock import patch

from moto.backends import list_of_moto_modules
from moto.core.serialize import AttributePicker, AttributePickerContext
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table
from moto.sqs.models import Queue, SQSBackend

_transact = DynamoDBBackend.transact_write_items
_update_item = DynamoDBBackend.update_item
_query = Table.query
_QUERY = signature(_query)
_send_message = SQSBackend.send_message
_delete_message = Queue.delete_message
_pick = AttributePicker.__call__


@contextmanager
def quick_moto() -> Iterator[None]:
    """While this lasts, moto does the same in less time."""
    with (
        patch.object(AttributePicker, "__call__", _pick_from_dict),
        patch.object(Table, "__deepcopy__", lambda table, memo: table, create=True),
        patch.object(DynamoDBBackend, "transact_write_items", _transact_and_undo),
        patch.object(DynamoDBBackend, "update_item", _update_a_copy),
        patch.object(Table, "query", _query_partition),
        patch.object(SQSBackend, "send_message", _send_without_counting),
        patch.object(Queue, "delete_message", _delete_where_it_is),
        patch.object(SQSBackend, "is_message_valid_based_on_retention_period", lambda *_: True),
        patch("moto.backends.list_of_moto_modules", cache(lambda: tuple(list_of_moto_modules()))),
    ):
        yield


def _pick_from_dict(picker: AttributePicker, context: AttributePickerContext) -> Any:
    parent = getattr(context.shape, "parent", None)
    if type(context.obj) is dict and parent is not None and parent.name == "AttributeValue":
        return context.obj.get(context.key)
    return _pick(picker, context)


def _transact_and_undo(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    before = [(partitions, pk, dict(partitions.get(pk, {}))) for partitions, pk in _named(backend, transact_items)]
    try:
        _transact(backend, transact_items)
    except Exception:
        for partitions, pk, rows in before:
            partitions[pk] = rows
        raise


def _named(
    backend: DynamoDBBackend, transact_items: list[dict[str, Any]]
) -> Iterator[tuple[dict[Any, Any], DynamoType]]:
    for action in transact_items:
        (operation,) = action.values()
        key = operation.get("Key") or operation["Item"]
        yield backend.tables[operation["TableName"]].items, DynamoType(key["pk"])


def _update_a_copy(
    backend: DynamoDBBackend, table_name: str, key: dict[str, dict[str, Any]], *args: Any, **options: Any
) -> Item:
    pk, sk = DynamoType(key["pk"]), DynamoType(key["sk"])
    table = backend.tables[table_name]
    row = table.get_item(pk, sk)
    if row is not None:
        table.items[pk][sk] = copy.deepcopy(row)
    return _update_item(backend, table_name, key, *args, **options)


def _query_partition(table: Table, hash_key: DynamoType, *arguments: Any, **options: Any) -> Any:
    asked = _QUERY.bind(table, hash_key, *arguments, **options).arguments
    if asked.get("index_name") is None:
        whole, table = table, copy.copy(table)
        table.items = {hash_key: whole.items.get(hash_key, {})}
    return _query(table, hash_key, *arguments, **options)


def _send_without_counting(backend: SQSBackend, *arguments: Any, **options: Any) -> Any:
    with patch.object(Queue, "attributes", {}):
        return _send_message(backend, *arguments, **options)


def _delete_where_it_is(queue: Queue, receipt_handle: str) -> None:
    for place, message in enumerate(queue._messages):
        if message.had_receipt_handle(receipt_handle):
            queue.pending_messages.discard(message)
            queue.deleted_messages.update(message.all_receipt_handles)
            del queue._messages[place]
            return
    _delete_message(queue, receipt_handle)  # it is gone already, or was never there
