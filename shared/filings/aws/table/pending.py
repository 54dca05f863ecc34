"""The sparse index of what is committed and not announced: what the sweeper reads.

The index is read eventually, so it only names rows; each is read again, consistently, and passed over if it
was announced meanwhile.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filings.aws.table.commit import DynamoDBFilingTable
from filings.aws.table.keys import PENDING_INDEX, PENDING_SHARD, utc_second
from filings.aws.table.stored import pending_of
from filings.ports import Announcement

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient

__all__ = ["DynamoDBPendingTable"]


@dataclass(frozen=True, slots=True)
class DynamoDBPendingTable:
    """The table `name`, as the sweeper sees it."""

    client: DynamoDBClient
    name: str

    def pending(self, before: dt.datetime) -> Iterator[Announcement]:
        """What was committed before that time and is not announced, oldest first."""
        pages = self.client.get_paginator("query").paginate(
            TableName=self.name,
            IndexName=PENDING_INDEX,
            KeyConditionExpression="pendingShard = :shard AND pendingSince < :before",
            ExpressionAttributeValues={":shard": {"S": PENDING_SHARD}, ":before": {"S": utc_second(before)}},
        )
        for page in pages:
            for hit in page["Items"]:
                answer = self.client.get_item(
                    TableName=self.name, Key={"pk": hit["pk"], "sk": hit["sk"]}, ConsistentRead=True
                )
                announcement = pending_of(answer.get("Item", {}))
                if announcement is not None:
                    yield announcement

    def mark_announced(self, announcement: Announcement, now: dt.datetime) -> None:
        """As `DynamoDBFilingTable` does."""
        DynamoDBFilingTable(self.client, self.name).mark_announced(announcement, now)
