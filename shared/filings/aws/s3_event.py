"""AWS events in, the objects that were created out. Pure: plain dicts, no SDK.

Three shapes: S3's own notification (`Records`), the same inside SQS messages, EventBridge's "Object Created".
An event is a hint: only bucket, key, version id and sequencer are taken from it, and from one that we sent ourselves
its origin, `"filingEvents": {"origin": "backfill"}` beside S3's own keys. Keys are form-url-encoded in
S3's notifications and plain in EventBridge's. A key under `backfill/` says that the filing is no news.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast, get_args
from urllib.parse import unquote_plus

from filings.notifications.notification_models import Origin
from filings.origin import unless_history
from filings.ports import ObjectCreated

__all__ = ["QueueMessage", "UnknownEvent", "is_folder", "objects_created", "objects_in_message", "queue_messages"]

_MAJOR_VERSION = "2"


class UnknownEvent(ValueError):
    """Not an event of these shapes. Transient on purpose: it ends in the dead-letter queue, where one can look."""


@dataclass(frozen=True, slots=True)
class QueueMessage:
    """One SQS message as Lambda hands it over."""

    message_id: str
    body: str


def queue_messages(event: Mapping[str, Any]) -> list[QueueMessage] | None:
    """The messages of an SQS event; None where the event is not from SQS."""
    records = event.get("Records")
    if not isinstance(records, list) or not records or not all(_is_from_sqs(record) for record in records):
        return None
    return [QueueMessage(record["messageId"], record["body"]) for record in records]


def objects_in_message(body: str) -> list[ObjectCreated]:
    """What the body of an SQS message tells. Raises UnknownEvent."""
    try:
        event = json.loads(body)
    except (ValueError, RecursionError) as error:  # nested deeper than Python reads
        raise UnknownEvent("the message is not JSON") from error
    if not isinstance(event, dict):
        raise UnknownEvent("the message is not a JSON object")
    return objects_created(event)


def objects_created(event: Mapping[str, Any]) -> list[ObjectCreated]:
    """What an S3 or EventBridge event tells: none, one or several objects. Raises UnknownEvent.

    S3's test event, removals and empty "folders" give none: there is nothing to do for them.
    """
    try:
        return list(_objects(event))
    except (KeyError, TypeError, AttributeError) as error:
        raise UnknownEvent(f"the event has no {error}") from error


def _objects(event: Mapping[str, Any]) -> Iterator[ObjectCreated]:
    if event.get("Event") == "s3:TestEvent":  # comes whenever the bucket's notification is set, so on a deploy
        return
    if event.get("source") == "aws.s3":
        yield from _from_eventbridge(event)
    elif isinstance(event.get("Records"), list):
        for record in event["Records"]:
            yield from _from_s3(record)
    else:
        raise UnknownEvent("neither an S3 notification nor an EventBridge event")


def _from_s3(record: Mapping[str, Any]) -> Iterator[ObjectCreated]:
    if record.get("eventSource") != "aws:s3":
        raise UnknownEvent("a record that is not S3's")
    if record["eventVersion"].split(".")[0] != _MAJOR_VERSION:
        raise UnknownEvent("a major version of S3's notification that is not known here")
    entity = record["s3"]["object"]
    key = unquote_plus(entity["key"])
    if record["eventName"].startswith("ObjectCreated:") and not is_folder(key, entity.get("size")):
        bucket = record["s3"]["bucket"]["name"]
        origin = _origin(record)
        yield _checked(ObjectCreated(bucket, key, entity.get("versionId"), entity.get("sequencer"), origin))


def _origin(record: Mapping[str, Any]) -> Origin:
    """What we wrote into a record of our own; S3's have nothing there."""
    origin = record.get("filingEvents", {"origin": "upload"})["origin"]
    if origin not in get_args(Origin):
        raise UnknownEvent("an origin that is not known here")
    return cast("Origin", origin)


def _from_eventbridge(event: Mapping[str, Any]) -> Iterator[ObjectCreated]:
    if event["detail-type"] != "Object Created":
        return
    detail = event["detail"]
    entity = detail["object"]
    if not is_folder(entity["key"], entity.get("size")):
        bucket = detail["bucket"]["name"]
        yield _checked(ObjectCreated(bucket, entity["key"], entity.get("version-id"), entity.get("sequencer")))


def _checked(created: ObjectCreated) -> ObjectCreated:
    """The same, if it is what its types say, for the event is whatever somebody sent; history as what it is."""
    names, may_lack = (created.bucket, created.key), (created.version_id, created.sequencer)
    if not all(isinstance(name, str) for name in names) or not all(isinstance(name, str | None) for name in may_lack):
        raise UnknownEvent("a name that is no text")
    if created.origin in ("upload", "reconcile"):
        return replace(created, origin=unless_history(created.key, created.origin))
    return created


def is_folder(key: str, size: int | None) -> bool:
    """The S3 console makes a "folder" as an empty object whose key ends in a slash."""
    return key.endswith("/") and not size


def _is_from_sqs(record: object) -> bool:
    return isinstance(record, dict) and record.get("eventSource") == "aws:sqs"
