"""Makes moto deliver S3's real events: moto keeps the notification settings, this module writes the messages.

moto calls `moto.s3.notifications.send_event` after each change of an object, in process and in its server
alike; that function is replaced here, for as long as the context lasts. Differences from moto's own: the
whole record (`events.s3_record`), one event for a multipart upload instead of two, and a destination that
cannot take the message is an error instead of silence. The other way is real: who uploads does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from moto.s3 import notifications as moto_notifications
from moto.sqs.models import sqs_backends

from local.events import ObjectVersion, Sequencers, s3_record, test_event

__all__ = ["S3Notifier", "real_notifications"]

_CREATED, _COMPLETED = "s3:ObjectCreated:Put", "s3:ObjectCreated:CompleteMultipartUpload"


class S3Notifier:
    """Sends the notifications that a bucket is set to send. `sent` holds the newest event of each version."""

    def __init__(self) -> None:
        self.sent: dict[tuple[str, str, str | None], ObjectVersion] = {}
        self._sequencers = Sequencers()
        self._muted = False

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Within this, events are made and kept in `sent`, and go to nobody."""
        self._muted = True
        try:
            yield
        finally:
            self._muted = False

    def send_event(self, account_id: str, event_name: str, bucket: Any, key: Any) -> None:  # noqa: ANN401 - moto's
        """Stands in for moto's function of this name; `bucket` and `key` are moto's `FakeBucket` and `FakeKey`."""
        name = getattr(event_name, "value", event_name)
        if bucket.notification_configuration is None or (name == _CREATED and key.multipart is not None):
            return  # moto puts a multipart upload's object first and completes it after; S3 tells of the second only
        version = self._version(name, bucket, key)
        for notification in bucket.notification_configuration.queue:
            if notification.matches(name, key.name) and not self._muted:
                body = {"Records": [s3_record(version, configuration=notification.id)]}
                _send(account_id, notification.arn, body)

    def send_test_event(self, account_id: str, bucket: Any) -> None:  # noqa: ANN401 - moto's
        """Stands in for moto's function of this name."""
        for arn in {notification.arn for notification in bucket.notification_configuration.queue}:
            _send(account_id, arn, test_event(bucket.name))

    def _version(self, event_name: str, bucket: Any, key: Any) -> ObjectVersion:  # noqa: ANN401 - moto's
        version_id = key.version_id if bucket.is_versioned else None
        version = ObjectVersion(
            bucket=bucket.name,
            key=key.name,
            version_id=version_id,
            e_tag=key.etag.strip('"'),
            size=key.size,
            sequencer=self._sequencers.next(bucket.name, key.name),
            event_name=event_name.removeprefix("s3:"),
        )
        if event_name.startswith("s3:ObjectCreated:"):
            self.sent[bucket.name, key.name, version_id] = version
        return version


@contextmanager
def real_notifications() -> Iterator[S3Notifier]:
    """While this lasts, moto's buckets notify as S3 does. Fails at once should moto rename what is replaced."""
    notifier = S3Notifier()
    with (
        patch.object(moto_notifications, "send_event", notifier.send_event),
        patch.object(moto_notifications, "send_test_event", notifier.send_test_event),
    ):
        yield notifier


def _send(account_id: str, queue_arn: str, body: Mapping[str, Any]) -> None:
    region, queue_name = queue_arn.split(":")[3], queue_arn.split(":")[5]
    sqs_backends[account_id][region].send_message(queue_name=queue_name, message_body=json.dumps(body))
