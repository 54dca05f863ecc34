"""The events that S3 makes: complete, url-encoded where S3 encodes, with sequencers that grow."""

import time
from datetime import UTC, datetime
from urllib.parse import unquote_plus

import pytest
from aws_lambda_powertools.utilities.parser.models import S3EventNotificationEventBridgeModel, S3Model

from local.events import ObjectVersion, Sequencers, eventbridge_event, s3_event, s3_record, sqs_event, test_event

KEY = "in box/a+b é (1)&100%.txt"


@pytest.fixture
def version():
    when = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)
    return ObjectVersion("bucket", KEY, "v1", "0" * 32, 12, "0055AED6DCD90281E5", event_time=when)


def test_a_notification_is_what_powertools_takes_for_s3s_own(version):
    (record,) = S3Model.model_validate(s3_event(version)).Records
    assert record.s3.object.versionId == "v1"
    assert record.s3.object.sequencer == "0055AED6DCD90281E5"


def test_a_notifications_key_is_form_encoded_and_keeps_its_slashes(version):
    key = s3_record(version)["s3"]["object"]["key"]
    assert key == "in+box/a%2Bb+%C3%A9+%281%29%26100%25.txt"
    assert unquote_plus(key) == KEY


def test_an_eventbridge_event_is_valid_and_its_key_is_plain(version):
    event = eventbridge_event(version)
    S3EventNotificationEventBridgeModel.model_validate(event)
    assert event["detail"]["object"]["key"] == KEY
    assert event["detail"]["object"]["version-id"] == "v1"


def test_a_removal_has_neither_size_nor_tag(version):
    described = s3_record(version.changed(event_name="ObjectRemoved:Delete"))["s3"]["object"]
    assert described.keys() == {"key", "versionId", "sequencer"}


def test_a_bucket_without_versions_gives_no_version(version):
    assert "versionId" not in s3_record(version.changed(version_id=None))["s3"]["object"]


def test_a_test_event_has_no_records():
    assert test_event("bucket")["Event"] == "s3:TestEvent"
    assert "Records" not in test_event("bucket")


def test_a_message_for_each_body(version):
    records = sqs_event([s3_event(version), "no JSON"])["Records"]
    assert [record["body"][:12] for record in records] == ['{"Records": ', "no JSON"]
    assert len({record["messageId"] for record in records}) == 2


def test_sequencers_grow_for_each_key_even_while_the_clock_stands_still(monkeypatch):
    monkeypatch.setattr(time, "time_ns", lambda: 1_767_323_045_000_000_000)
    sequencers = Sequencers()
    given = [sequencers.next("bucket", "key") for _ in range(1000)]
    assert given == sorted(set(given))
    assert {len(sequencer) for sequencer in given} == {18}
