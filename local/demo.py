"""From upload to notification in a minute's reading: what `filings demo` does. How it looks: `demo_screen`.

The resources are those of template.yaml, made in moto; the function is the one that is deployed; the
uploads are those of `demo_samples`. Nothing here knows a terminal.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boto3.dynamodb.types import TypeDeserializer

from local.cloud import LocalCloud
from local.demo_samples import Sample

__all__ = ["FILTER_POLICY", "Demo", "Mail", "Result"]

FILTER_POLICY = {"form": ["8-K", "8-K/A"], "items": ["1.01", "5.02"]}
"""What the demo's SQS subscriber asks for: agreements signed, and officers who come and go."""

_FUNCTION = "ProcessFiling"


@dataclass(frozen=True)
class Result:
    """What became of an upload. `milliseconds`: from the first byte sent to the last subscriber told."""

    key: str
    what: str
    outcome: str
    """CREATED, UPDATED, SUPERSEDED, DUPLICATE or REJECTED."""
    says: str
    """Company, form, items and severity; or why it was rejected."""
    filing_id: str | None
    milliseconds: int
    calls: tuple[str, ...]
    """The AWS calls that the function made, in order."""


@dataclass(frozen=True)
class Mail:
    """An email as its receiver sees it."""

    subject: str
    text: str


class Demo:
    """One demo on one cloud. Subscribers are there before the first upload."""

    def __init__(self, cloud: LocalCloud) -> None:
        self._cloud = cloud
        self._handlers = {_FUNCTION: cloud.handler(_FUNCTION)}
        self._queue = cloud.subscribe_queue("FilingEventsTopic", FILTER_POLICY)
        self._readers = cloud.subscribe_queue("FilingAlertsTopic", raw=False)
        self._operators = cloud.subscribe_queue("OperatorTopic", raw=False)
        cloud.drain(self._handlers)  # S3's test event: the function is loaded with it, as after a deployment

    def upload(self, sample: Sample) -> Result:
        """Put the file, let the trigger fire, wait until the queue is empty, and see what the table says."""
        started = time.perf_counter()
        with self._cloud.aws.recording() as calls:
            version = self._cloud.upload(sample.key, sample.body)
            report = self._cloud.drain(self._handlers)
        milliseconds = round((time.perf_counter() - started) * 1000)
        for invocation in report.invocations:
            if invocation.error is not None:
                raise invocation.error
        outcome = self._row(f"OBJECT#{version.bucket}/{version.key}", f"VERSION#{version.version_id}")
        return Result(
            key=sample.key,
            what=sample.what,
            outcome=outcome.get("change") or outcome["kind"],
            says=self._says(outcome),
            filing_id=outcome.get("filingId"),
            milliseconds=milliseconds,
            calls=tuple(call.name for call in calls),
        )

    def _says(self, outcome: dict[str, Any]) -> str:
        match outcome["kind"]:
            case "REJECTED":
                return str(outcome["message"])
            case "DUPLICATE":
                return "this content is on record already: nobody is told again"
        revision = self._row(f"FILING#{outcome['filingId']}", f"REVISION#{outcome['contentSha256']}")
        data = json.loads(revision["event"])["data"]
        return f"{data['companyName']}, {data['form']}, items {', '.join(data['items'])}, {data['severity']}"

    def records(self, filing_id: str) -> list[dict[str, Any]]:
        """Every row of the filing in the table, by sort key."""
        return list(self._rows(f"FILING#{filing_id}"))

    def events(self) -> list[dict[str, Any]]:
        """The events that the queue with the filter policy received."""
        return [message.json for message in self._cloud.received(self._queue)]

    def mails(self) -> list[Mail]:
        """What a subscriber to the topic for people found in the inbox."""
        return self._mails(self._readers)

    def operator_mails(self) -> list[Mail]:
        """What the operator found in the inbox."""
        return self._mails(self._operators)

    def _mails(self, queue: str) -> list[Mail]:
        return [Mail(message.subject or "", message.body) for message in self._cloud.received(queue)]

    def _row(self, pk: str, sk: str) -> dict[str, Any]:
        (row,) = self._rows(pk, sk)
        return row

    def _rows(self, pk: str, sk: str = "") -> Iterator[dict[str, Any]]:
        condition = "pk = :pk AND begins_with(sk, :sk)" if sk else "pk = :pk"
        values: dict[str, Any] = {":pk": {"S": pk}} | ({":sk": {"S": sk}} if sk else {})
        answer = self._cloud.client("dynamodb").query(
            TableName=self._cloud.name("FilingsTable"),
            KeyConditionExpression=condition,
            ExpressionAttributeValues=values,
            ConsistentRead=True,
        )
        plain = TypeDeserializer().deserialize
        for row in answer["Items"]:
            yield {name: plain(value) for name, value in row.items()}
