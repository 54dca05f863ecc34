"""The queue of uploads: messages as S3 would have sent them, so that an upload has one way only.

https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from filings.aws.backoff import pauses
from filings.job import Origin, StoredVersion

if TYPE_CHECKING:
    from types_boto3_sqs import SQSClient
    from types_boto3_sqs.type_defs import SendMessageBatchRequestEntryTypeDef

__all__ = ["NotEnqueued", "SqsInboxQueue", "message_of"]

_BATCH = 10  # at most 4 KB each, the key's 1,024 bytes being encoded: far below the 1 MiB of a batch


class NotEnqueued(Exception):
    """SQS did not take some messages, time after time. Transient: the next run sends the stretch again."""


@dataclass(frozen=True, slots=True)
class SqsInboxQueue:
    """The queue at `url`. `wait` sleeps for that many seconds between tries."""

    client: SQSClient
    url: str
    wait: Callable[[float], None] = field(default=sleep)

    def depth(self) -> int:
        """How many messages wait or are being processed, as SQS estimates it."""
        answer = self.client.get_queue_attributes(
            QueueUrl=self.url,
            AttributeNames=["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        )
        return sum(map(int, answer["Attributes"].values()))

    def send(self, versions: Sequence[StoredVersion], origin: Origin) -> None:
        """A message for each version. Raises NotEnqueued."""
        waiting = iter(versions)
        while batch := list(islice(waiting, _BATCH)):
            self._send(list(_entries(batch, origin)))

    def _send(self, entries: list[SendMessageBatchRequestEntryTypeDef]) -> None:
        """A batch succeeds in parts: what failed is sent again, and nothing else."""
        for pause in pauses():
            answer = self.client.send_message_batch(QueueUrl=self.url, Entries=entries)
            failed = {entry["Id"] for entry in answer.get("Failed", [])}
            if not failed:
                return
            if pause is None:
                raise NotEnqueued(f"{len(failed)} messages")
            entries = [entry for entry in entries if entry["Id"] in failed]
            self.wait(pause)


def message_of(version: StoredVersion, origin: Origin) -> str:
    """The body of a message: S3's notification as far as it is read, and why it was made.

    It has no sequencer, which only S3's own events have: such a version takes its place by LastModified.
    """
    described: dict[str, str | int] = {"key": quote_plus(version.key, safe="/"), "versionId": version.version_id}
    if version.size is not None:
        described["size"] = version.size
    record = {
        "eventVersion": "2.1",
        "eventSource": "aws:s3",
        "eventName": "ObjectCreated:Put",
        "s3": {"bucket": {"name": version.bucket}, "object": described},
        "filingEvents": {"origin": origin},
    }
    return json.dumps({"Records": [record]})


def _entries(versions: Sequence[StoredVersion], origin: Origin) -> Iterator[SendMessageBatchRequestEntryTypeDef]:
    for place, version in enumerate(versions):
        yield {"Id": str(place), "MessageBody": message_of(version, origin)}
