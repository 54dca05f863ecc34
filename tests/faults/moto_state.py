"""What moto holds, looked at and emptied directly: through boto3 it would take most of the time of these tests."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any

from moto.dynamodb.models import Table, dynamodb_backends
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.s3.models import FakeBucket, FakeKey, s3_backends
from moto.sqs.models import Queue, sqs_backends

from local.session import ACCOUNT, REGION
from local.subscriber import Message


def rows(table: str) -> list[Item]:
    """All rows of a table."""
    return [row for rows in _table(table).items.values() for row in rows.values()]


def objects(bucket: str) -> list[FakeKey]:
    """All versions of all objects of a bucket."""
    versions = _bucket(bucket).keys
    return [version for key in versions for version in versions.getlist(key)]


def messages(queue: str) -> list[Message]:
    """What is in a queue, hidden or not; it stays there."""
    return [Message(message.body, message.message_attributes) for message in _queue(queue)._messages]


def newest_message(queue: str) -> Message:
    """What was sent to a queue last, and is in it still."""
    message = _queue(queue)._messages[-1]
    return Message(message.body, message.message_attributes)


def count_messages(queue: str) -> int:
    """How many are in a queue, hidden or not."""
    return len(_queue(queue)._messages)


def shuffle(queue: str, dice: random.Random) -> None:
    """Its messages in another order."""
    dice.shuffle(_queue(queue)._messages)


def empty_table(table: str) -> None:
    _table(table).items.clear()


def empty_bucket(bucket: str) -> None:
    _bucket(bucket).keys.clear()


def empty_queue(queue: str) -> None:
    _queue(queue)._messages.clear()


def _table(name: str) -> Table:
    return dynamodb_backends[ACCOUNT][REGION].tables[name]


def _bucket(name: str) -> FakeBucket:
    return s3_backends[ACCOUNT]["aws"].buckets[name]


def _queue(name: str) -> Queue:
    return sqs_backends[ACCOUNT][REGION].queues[name]


class TableAtHand:
    """As much of a DynamoDB client as a reader of one filing needs, without the way through boto3 and moto's server."""

    def get_item(self, *, TableName: str, Key: Mapping[str, Any], ConsistentRead: bool) -> dict[str, Any]:
        found = self._rows(TableName, Key["pk"]["S"], lambda sk: sk == Key["sk"]["S"])
        return {"Item": found[0]} if found else {}

    def get_paginator(self, operation: str) -> TableAtHand:
        assert operation == "query"
        return self

    def paginate(
        self, *, TableName: str, KeyConditionExpression: str, ExpressionAttributeValues: Mapping[str, Any], **_: Any
    ) -> list[dict[str, Any]]:
        assert KeyConditionExpression == "pk = :pk AND begins_with(sk, :generation)"
        pk, prefix = ExpressionAttributeValues[":pk"]["S"], ExpressionAttributeValues[":generation"]["S"]
        return [{"Items": self._rows(TableName, pk, lambda sk: sk.startswith(prefix))}]

    def _rows(self, table: str, pk: str, wanted: Callable[[str], bool]) -> list[dict[str, Any]]:
        of_filing = _table(table).items.get(DynamoType({"S": pk}), {})
        return [row.to_json()["Attributes"] for sk, row in of_filing.items() if wanted(sk.value)]
