"""Writing to the filings table: the commit of a revision, refusals, duplicates, marks.

A commit is one transaction: outcome, revision, LATEST, and the children if they fit. If not, the children are
written before it, under their generation, where no reader looks until LATEST names it. Limits:
https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any

from filings.aws.backoff import pauses
from filings.aws.table import rows
from filings.aws.table.keys import LATEST, filing_pk, generation_prefix, object_pk, revision_sk, utc_second, version_sk
from filings.aws.table.replacing import noted, replaced
from filings.aws.table.stored import announcement_of, known_of, latest_of, pending_of, read_by, revision_key_of
from filings.aws.table.values import Row, item_size, to_row
from filings.notifications.notification import ObjectVersion
from filings.ports import (
    Announcement,
    Committed,
    Entry,
    Handled,
    Known,
    Latest,
    LatestMoved,
    ObjectCreated,
    Refusal,
    SameContent,
)

if TYPE_CHECKING:
    from botocore.exceptions import ClientError
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_dynamodb.type_defs import (
        PutTypeDef,
        TransactWriteItemTypeDef,
        UpdateTypeDef,
        WriteRequestOutputTypeDef,
        WriteRequestTypeDef,
    )

__all__ = ["DynamoDBFilingTable", "UnprocessedItems"]

MAX_ACTIONS = 100
MAX_TRANSACTION_BYTES = 3_900_000  # of 4 MB: what DynamoDB counts beside the items is not written down
MAX_BATCH = 25
FEW = 20 * MAX_BATCH
"""Children that are written one batch after the other, which takes a quarter of a second."""
WRITERS = 8
"""Batches on their way at a time; botocore keeps ten connections. A filing is one partition: 1,000 rows a second."""
_Identity = tuple[str | None, ...]
_NOT_THERE = "attribute_not_exists(pk)"
_TRANSIENT = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})


class UnprocessedItems(Exception):
    """DynamoDB left items of a batch unwritten, time after time. Transient: the message comes back."""


@dataclass(frozen=True, slots=True)
class DynamoDBFilingTable:
    """The table `name`. `wait` sleeps for that many seconds between tries."""

    client: DynamoDBClient
    name: str
    wait: Callable[[float], None] = field(default=sleep)

    def revision_key(self, filing_id: str, content_sha256: str, read_again_by: str | None) -> tuple[str, str]:
        """pk and sk of a revision's row."""
        return filing_pk(filing_id), revision_sk(content_sha256, read_again_by)

    def outcome_key(self, object: ObjectVersion) -> tuple[str, str]:
        """pk and sk of an object version's outcome row."""
        return object_pk(object.bucket, object.key), version_sk(object.version_id)

    def known(self, created: ObjectCreated) -> Known | None:
        """The outcome that the object version has, read consistently, with its revision and what stands."""
        outcome = self._get(object_pk(created.bucket, created.key), version_sk(created.version_id))
        if outcome is None:
            return None
        if outcome["kind"]["S"] != "REVISION":
            return known_of(outcome)
        filing = filing_pk(outcome["filingId"]["S"])
        return known_of(outcome, self._get(filing, revision_key_of(outcome)), self._get(filing, LATEST))

    def note_reading(self, created: ObjectCreated, known: Known, parser_version: str) -> str | None:
        """Note that this parser version has read it too. The version on record then: the outcome may have changed."""
        key = to_row({"pk": object_pk(created.bucket, created.key), "sk": version_sk(created.version_id)})
        old = self._update(noted(self.name, key, known, parser_version))
        return read_by(old) if old else parser_version

    def commit(
        self, entry: Entry, seen: Latest | None, now: dt.datetime
    ) -> Committed | Handled | SameContent | LatestMoved:
        """Write the revision: all of it, or nothing. `seen` is the LATEST that `entry` was numbered after."""
        revision = rows.revision_row(entry, now)
        actions = [
            self._outcome(entry, now),
            self._put(revision, _NOT_THERE),
            self._move_latest(entry, seen, now),
        ]
        children = list(rows.children(entry))
        if _fits([revision, *children], len(actions) + len(children)):
            actions += [{"Put": {"TableName": self.name, "Item": child}} for child in children]
        elif not self._is_there(revision):
            self._write_ahead(entry, children)
        refused = self._transact(actions)
        return self._what_stands(refused) if refused else Committed(announcement_of(revision))

    def record_duplicate(self, entry: Entry, now: dt.datetime) -> str | None:
        """Write the outcome of an object version whose content was committed before; not over another one."""
        row = rows.duplicate_row(entry, now)
        old = self._update(replaced(self.name, row, entry.known)) if entry.known else self._put_new(row)
        return read_by(old) if old else entry.parser_version

    def record_refusal(self, refusal: Refusal, now: dt.datetime) -> Committed | Handled:
        """Write the outcome of an object version that is no filing."""
        row = rows.refusal_row(refusal, now)
        old = self._put_new(row)
        return Committed(announcement_of(row)) if old is None else self._handled(old)

    def mark_announced(self, announcement: Announcement, now: dt.datetime) -> None:
        """PENDING becomes NOTIFIED, and the row leaves the sparse index. Fine if somebody else did it before."""
        self._update(
            {
                "TableName": self.name,
                "Key": {"pk": {"S": announcement.pk}, "sk": {"S": announcement.sk}},
                "UpdateExpression": "SET #status = :notified, notifiedAt = :now REMOVE pendingShard, pendingSince",
                "ConditionExpression": "#status = :pending",
                "ExpressionAttributeNames": {"#status": "status"},
                "ExpressionAttributeValues": {
                    ":notified": {"S": "NOTIFIED"},
                    ":pending": {"S": "PENDING"},
                    ":now": {"S": utc_second(now)},
                },
                "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            }
        )

    def _outcome(self, entry: Entry, now: dt.datetime) -> TransactWriteItemTypeDef:
        """New; or, when the object version is read again, in the place of what is known."""
        row = rows.outcome_row(entry, now)
        return {"Update": replaced(self.name, row, entry.known)} if entry.known else self._put(row, _NOT_THERE)

    def _move_latest(self, entry: Entry, seen: Latest | None, now: dt.datetime) -> TransactWriteItemTypeDef:
        """A newer revision takes LATEST over; a stale one only counts itself."""
        if seen is None:
            return self._put(rows.latest_row(entry, now), _NOT_THERE)
        condition, values = "revisions = :seen", {":seen": {"N": str(seen.revisions)}}
        latest = rows.latest_row(entry, now)
        if entry.change != "SUPERSEDED":
            return self._put(latest, condition, values)
        return {
            "Update": {
                "TableName": self.name,
                "Key": {"pk": latest["pk"], "sk": latest["sk"]},
                "UpdateExpression": "SET revisions = :next",
                "ConditionExpression": condition,
                "ExpressionAttributeValues": {**values, ":next": latest["revisions"]},
                "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            }
        }

    def _put(self, row: Row, condition: str, values: Mapping[str, Any] | None = None) -> TransactWriteItemTypeDef:
        put: PutTypeDef = {
            "TableName": self.name,
            "Item": row,
            "ConditionExpression": condition,
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
        if values:
            put["ExpressionAttributeValues"] = values
        return {"Put": put}

    def _put_new(self, row: Row) -> Mapping[str, Any] | None:
        """Put `row` where nothing is. The row that is there, otherwise."""
        errors = self.client.exceptions
        try:
            self.client.put_item(
                TableName=self.name,
                Item=row,
                ConditionExpression=_NOT_THERE,
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except errors.ConditionalCheckFailedException as error:
            return _old_row(error)
        return None

    def _transact(self, actions: Sequence[TransactWriteItemTypeDef]) -> Sequence[Mapping[str, Any]] | None:
        """None when written; else the rows that were in the way, one place an action. Raises what is transient."""
        errors = self.client.exceptions
        for pause in pauses():
            try:
                self.client.transact_write_items(TransactItems=actions)
            except errors.TransactionCanceledException as error:
                reasons = error.response["CancellationReasons"]
                codes = {reason["Code"] for reason in reasons} - {"None", "ConditionalCheckFailed"}
                if not codes:
                    return [reason.get("Item") or {} for reason in reasons]
                if codes - _TRANSIENT or pause is None:
                    raise
                self.wait(pause)
            else:
                return None
        raise AssertionError  # the last pause is None

    def _what_stands(self, refused: Sequence[Mapping[str, Any]]) -> Handled | SameContent | LatestMoved:
        """The first of outcome, revision and LATEST that stands in the way decides."""
        outcome, revision, latest = refused[:3]
        if outcome:
            return self._handled(outcome)
        if revision:
            return SameContent()
        return LatestMoved(latest_of(latest))

    def _handled(self, outcome: Mapping[str, Any]) -> Handled:
        """What an object version's outcome left to announce: its own, or its revision's, read consistently."""
        if outcome["kind"]["S"] == "REVISION":
            revision = self._get(filing_pk(outcome["filingId"]["S"]), revision_key_of(outcome)) or {}
            return Handled(pending_of(revision), read_by(outcome))
        return Handled(pending_of(outcome), read_by(outcome))

    def _get(self, pk: str, sk: str) -> Mapping[str, Any] | None:
        answer = self.client.get_item(TableName=self.name, Key={"pk": {"S": pk}, "sk": {"S": sk}}, ConsistentRead=True)
        return answer.get("Item")

    def _update(self, update: UpdateTypeDef) -> Mapping[str, Any] | None:
        """Update a row that is as the update wants it. The row as it is, otherwise."""
        errors = self.client.exceptions
        try:
            self.client.update_item(**update)
        except errors.ConditionalCheckFailedException as error:
            return _old_row(error)
        return None

    def _is_there(self, revision: Row) -> bool:
        """Whether that content is committed. Then its children must stay as they are: the index attributes of a filing
        without dates are its first upload's."""
        key = {"pk": revision["pk"], "sk": revision["sk"]}
        answer = self.client.get_item(TableName=self.name, Key=key, ProjectionExpression="pk", ConsistentRead=True)
        return "Item" in answer

    def _write_ahead(self, entry: Entry, children: Sequence[Row]) -> None:
        """In batches; many batches side by side, and without what an earlier try of this revision wrote."""
        if len(children) <= FEW:
            for batch in _batches(children):
                self._write_batch(batch)
            return
        from concurrent.futures import ThreadPoolExecutor  # here, as hardly a filing is so large

        written = self._written(entry)
        left = [child for child in children if _identity(child) not in written]
        with ThreadPoolExecutor(WRITERS) as pool:
            for _ in pool.map(self._write_batch, _batches(left)):
                pass  # raises what a batch raised, and cancels those behind it

    def _written(self, entry: Entry) -> frozenset[_Identity]:
        """The children of the generation that are there: only their days may differ, if another upload left them."""
        pages = self.client.get_paginator("query").paginate(
            TableName=self.name,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :generation)",
            ExpressionAttributeValues={
                ":pk": {"S": filing_pk(entry.filing_id)},
                ":generation": {"S": generation_prefix(entry.generation)},
            },
            ProjectionExpression="sk, filedOn, acceptedAt",
            ConsistentRead=True,
        )
        return frozenset(_identity(row) for page in pages for row in page["Items"])

    def _write_batch(self, requests: Sequence[WriteRequestTypeDef | WriteRequestOutputTypeDef]) -> None:
        for pause in pauses():
            answer = self.client.batch_write_item(RequestItems={self.name: requests})
            requests = answer["UnprocessedItems"].get(self.name, [])
            if not requests:
                return
            if pause is None:
                raise UnprocessedItems(f"{len(requests)} items")
            self.wait(pause)


def _identity(child: Mapping[str, Any]) -> _Identity:
    return tuple(child.get(name, {}).get("S") for name in ("sk", "filedOn", "acceptedAt"))


def _batches(children: Sequence[Row]) -> Iterator[list[WriteRequestTypeDef]]:
    waiting = iter(children)
    while batch := list(islice(waiting, MAX_BATCH)):
        yield [{"PutRequest": {"Item": child}} for child in batch]


def _fits(large: Sequence[Row], actions: int) -> bool:
    return actions <= MAX_ACTIONS and sum(map(item_size, large)) <= MAX_TRANSACTION_BYTES


def _old_row(error: ClientError) -> Mapping[str, Any]:
    row: Mapping[str, Any] = error.response["Item"]  # type: ignore[typeddict-item]
    return row
