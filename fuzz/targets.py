"""What must hold for any bytes: the fuzzer's targets. Each takes an input and returns, or raises what was found.

filing: `parse_filing` gives a filing or a FilingError. A filing's JSON follows schemas/filing.json and is read back as
the same filing; its rows and messages are within AWS's limits, so that no upload can block the queue.
event: an SQS message's body tells of objects, or is an UnknownEvent.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from filings.aws.archive import S3Archive, archive_lines, read_archive
from filings.aws.s3_event import UnknownEvent, objects_in_message
from filings.aws.table.commit import DynamoDBFilingTable
from filings.aws.topics import SnsTopics
from filings.errors import FilingError
from filings.identity import Position
from filings.notifications.notification_models import ObjectVersion
from filings.parse import parse_filing
from filings.ports import ObjectCreated, Upload
from filings.process import FilingProcessor
from filings.record import Filing, to_json
from fuzz.no_aws import NoAws
from local.template import PROJECT

__all__ = ["LIMIT", "TARGETS", "check_event", "check_filing"]

LIMIT = 4 << 20
"""Bytes of an upload, packed or unpacked."""
_NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def check_filing(data: bytes) -> None:
    """Any bytes are a filing that can be told, stored and read back, or a FilingError."""
    try:
        filing = parse_filing(data, limit=LIMIT)
    except FilingError as error:
        said = str(error)
        assert said and "\n" not in said and len(said) < 300, said
        _check_way(data, error)
    else:
        _check_record(filing)
        _check_way(data, filing)


def _check_record(filing: Filing) -> None:
    text = to_json(filing)
    text.encode()
    plain = json.loads(text, parse_float=Decimal)
    _schema().validate(plain)
    read_back = read_archive("".join(f"{line}\n" for line in archive_lines(filing, {})))
    assert json.loads(to_json(read_back), parse_float=Decimal) == plain, (
        "the archive gives another filing than it was given"
    )


def _check_way(data: bytes, parsed: Filing | FilingError) -> None:
    """The upload is processed or rejected; each call is one that AWS would take."""
    aws = NoAws()

    def parse(*_: object, **__: object) -> Filing:
        if isinstance(parsed, FilingError):
            raise parsed
        return parsed

    processor = FilingProcessor(
        inbox=_Inbox(data),
        archive=S3Archive(aws.client("s3"), "archive"),
        table=DynamoDBFilingTable(aws.client("dynamodb"), "filings"),
        topics=SnsTopics(aws.client("sns"), events="events", alerts="alerts", operator="operator"),
        event_source="urn:filing-events:fuzz",
        limit=LIMIT,
        now=lambda: _NOON,
        parse=parse,
    )
    outcome = processor.process(ObjectCreated("inbox", "in/upload.txt", "v1", None))
    assert outcome.announced, outcome


class _Inbox:
    """One object version, and its bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @contextmanager
    def open(self, created: ObjectCreated) -> Iterator[Upload]:
        object = ObjectVersion(bucket="inbox", key=created.key, version_id="v1", size=len(self._data))
        position = Position("inbox", created.key, None, _NOON)
        yield Upload(object, position, hashlib.sha256(self._data).hexdigest(), io.BytesIO(self._data))


def check_event(data: bytes) -> None:
    """Any message is objects to look for, each with what a GetObject needs, or an UnknownEvent."""
    try:
        created = objects_in_message(data.decode("utf-8", "replace"))
    except UnknownEvent as error:
        assert str(error)
        return
    for object in created:
        assert isinstance(object.bucket, str) and isinstance(object.key, str), object
        assert isinstance(object.version_id, str | None) and isinstance(object.sequencer, str | None), object


@cache
def _schema() -> Validator:
    schema: Mapping[str, Any] = json.loads((PROJECT / "schemas" / "filing.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


TARGETS: Mapping[str, Callable[[bytes], None]] = {"filing": check_filing, "event": check_event}
