"""The events that S3 makes, in the shapes of the S3 user guide, "Event message structure".

moto's own events lack `sequencer`, `versionId`, the requester and more, and Powertools' models refuse them;
so this module makes them. A notification (to SQS, SNS or Lambda) carries the key url-encoded, an EventBridge
event carries it as it is. Who delivers them: `notifications` for uploads, `LocalCloud.send` by hand.
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote_plus

from local.session import ACCOUNT, REGION

__all__ = ["ObjectVersion", "Sequencers", "eventbridge_event", "s3_event", "s3_record", "sqs_event", "test_event"]

_REQUESTER: Final = "AROALOCALUPLOADER0000:uploader"
_ADDRESS: Final = "203.0.113.7"  # TEST-NET-3, an address that nobody has


@dataclass(frozen=True)
class ObjectVersion:
    """One version of one object, as S3 and its events name it.

    `key` is the key itself, never url-encoded. `version_id` is None on a bucket without versions, `sequencer`
    where the event was not made in this process. `e_tag` is without quotes, `size` in bytes.
    """

    bucket: str
    key: str
    version_id: str | None = None
    e_tag: str = "d41d8cd98f00b204e9800998ecf8427e"
    size: int = 0
    sequencer: str | None = None
    event_name: str = "ObjectCreated:Put"
    event_time: datetime = field(default_factory=lambda: datetime.now(UTC))

    def changed(self, **changes: Any) -> ObjectVersion:  # noqa: ANN401 - any of the fields
        """The same with other values in the fields named."""
        return replace(self, **changes)


class Sequencers:
    """Gives out sequencers: upper-case hex, growing for each key, as `00` and the time in 2**-32 seconds."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], int] = {}

    def next(self, bucket: str, key: str) -> str:
        """A sequencer larger than all that this key had before; keys do not compare with each other."""
        now = (time.time_ns() << 32) // 1_000_000_000
        number = max(now, self._last.get((bucket, key), 0) + 1)
        self._last[bucket, key] = number
        return f"{number:018X}"


def s3_record(version: ObjectVersion, *, event_version: str = "2.1", configuration: str = "local") -> dict[str, Any]:
    """One entry of `Records`. `event_version` is `2.1` to `2.6`: the parts used here are the same in all."""
    described: dict[str, Any] = {"key": quote_plus(version.key, safe="/"), "size": version.size, "eTag": version.e_tag}
    if version.version_id is not None:
        described["versionId"] = version.version_id
    if version.sequencer is not None:
        described["sequencer"] = version.sequencer
    if version.event_name.startswith("ObjectRemoved:"):
        del described["size"], described["eTag"]
    return {
        "eventVersion": event_version,
        "eventSource": "aws:s3",
        "awsRegion": REGION,
        "eventTime": _instant(version.event_time),
        "eventName": version.event_name,
        "userIdentity": {"principalId": f"AWS:{_REQUESTER}"},
        "requestParameters": {"sourceIPAddress": _ADDRESS},
        "responseElements": {"x-amz-request-id": "C3D13FE58DE4C810", "x-amz-id-2": "FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG"},
        "s3": {
            "s3SchemaVersion": "1.0",
            "configurationId": configuration,
            "bucket": {
                "name": version.bucket,
                "ownerIdentity": {"principalId": "A3NL1KOZZKExample"},
                "arn": f"arn:aws:s3:::{version.bucket}",
            },
            "object": described,
        },
    }


def s3_event(*versions: ObjectVersion) -> dict[str, Any]:
    """The notification for `versions`: what an SQS message's body holds, and what Lambda gets from S3 directly."""
    return {"Records": [s3_record(version) for version in versions]}


def test_event(bucket: str) -> dict[str, Any]:
    """What S3 sends when a notification is set: no `Records`."""
    return {
        "Service": "Amazon S3",
        "Event": "s3:TestEvent",
        "Time": _instant(datetime.now(UTC)),
        "Bucket": bucket,
        "RequestId": "5582815E1AEA5ADF",
        "HostId": "8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR+YstdA6Knx4Ip8EXAMPLE",
    }


test_event.__test__ = False  # type: ignore[attr-defined]  # pytest: this is no test


def eventbridge_event(version: ObjectVersion) -> dict[str, Any]:
    """EventBridge's "Object Created" for `version`; the key is not encoded, and the field is `version-id`."""
    described: dict[str, Any] = {
        "key": version.key,
        "size": version.size,
        "etag": version.e_tag,
        "sequencer": version.sequencer or "00",
    }
    if version.version_id is not None:
        described["version-id"] = version.version_id
    return {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": "Object Created",
        "source": "aws.s3",
        "account": ACCOUNT,
        "time": version.event_time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "region": REGION,
        "resources": [f"arn:aws:s3:::{version.bucket}"],
        "detail": {
            "version": "0",
            "bucket": {"name": version.bucket},
            "object": described,
            "request-id": "C3D13FE58DE4C810",
            "requester": ACCOUNT,
            "source-ip-address": _ADDRESS,
            "reason": version.event_name.removeprefix("ObjectCreated:").replace("Put", "PutObject"),
        },
    }


def sqs_event(bodies: Iterable[Mapping[str, Any] | str], *, queue: str = "filings-local-inbox") -> dict[str, Any]:
    """What Lambda hands over for a batch of messages with these bodies; `poller` makes the real ones."""
    records = []
    for body in bodies:
        text = body if isinstance(body, str) else json.dumps(body)
        records.append(
            {
                "messageId": str(uuid.uuid4()),
                "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
                "body": text,
                "attributes": {
                    "ApproximateReceiveCount": "1",
                    "SentTimestamp": str(time.time_ns() // 1_000_000),
                    "SenderId": "AIDAJXNJGGKNS7OSV23OI:S3-PROD-END",
                    "ApproximateFirstReceiveTimestamp": str(time.time_ns() // 1_000_000),
                },
                "messageAttributes": {},
                "md5OfBody": "d41d8cd98f00b204e9800998ecf8427e",
                "eventSource": "aws:sqs",
                "eventSourceARN": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{queue}",
                "awsRegion": REGION,
            }
        )
    return {"Records": records}


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"
