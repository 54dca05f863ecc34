"""Events in, uploads out: every shape, and what is no upload."""

import json
from dataclasses import replace

import pytest

from filings.aws.inbox_queue import message_of
from filings.aws.s3_event import (
    QueueMessage,
    UnknownEvent,
    objects_created,
    objects_in_message,
    queue_messages,
)
from filings.job import StoredVersion
from filings.ports import ObjectCreated
from local.events import ObjectVersion, eventbridge_event, s3_event, s3_record, sqs_event
from local.events import test_event as s3_test_event

VERSION = ObjectVersion("inbox", "in/8-k.txt", version_id="v1", size=10, sequencer="0A")
CREATED = ObjectCreated("inbox", "in/8-k.txt", "v1", "0A")


def test_a_bare_s3_event():
    assert objects_created(s3_event(VERSION)) == [CREATED]


def test_several_records_keep_their_order():
    events = s3_event(VERSION, VERSION.changed(version_id="v2"))
    assert [created.version_id for created in objects_created(events)] == ["v1", "v2"]


@pytest.mark.parametrize("origin", ["reconcile", "backfill", "reprocess"])
def test_a_record_that_we_sent_says_why(origin):
    (created,) = objects_in_message(message_of(StoredVersion("inbox", "in/8-k.txt", "v1"), origin))
    assert created == ObjectCreated("inbox", "in/8-k.txt", "v1", None, origin)


HISTORY = VERSION.changed(key="backfill/2009/8-k.txt")


@pytest.mark.parametrize("event", [s3_event(HISTORY), eventbridge_event(HISTORY)])
def test_what_is_put_under_backfill_is_no_news(event):
    assert objects_created(event) == [replace(CREATED, key=HISTORY.key, origin="backfill")]


@pytest.mark.parametrize(("sent", "read"), [("reconcile", "backfill"), ("reprocess", "reprocess")])
def test_history_whose_event_was_lost_is_still_no_news(sent, read):
    (created,) = objects_in_message(message_of(StoredVersion("inbox", HISTORY.key, "v1"), sent))
    assert created.origin == read


@pytest.mark.parametrize("said", [{"origin": "elsewhere"}, {"origin": ["backfill"]}, {}, "backfill", None])
def test_a_reason_that_is_not_known_is_no_upload(said):
    with pytest.raises(UnknownEvent):
        objects_created({"Records": [s3_record(VERSION) | {"filingEvents": said}]})


def test_an_eventbridge_event():
    assert objects_created(eventbridge_event(VERSION)) == [CREATED]


def test_an_sqs_event_is_its_messages():
    messages = queue_messages(sqs_event([json.dumps(s3_event(VERSION))] * 2))
    assert messages is not None
    assert [objects_in_message(message.body) for message in messages] == [[CREATED], [CREATED]]
    assert isinstance(messages[0], QueueMessage)
    assert len({message.message_id for message in messages}) == 2


@pytest.mark.parametrize("event", [s3_event(VERSION), eventbridge_event(VERSION), s3_test_event("inbox"), {}])
def test_other_events_are_no_messages(event):
    assert queue_messages(event) is None


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.6", "2.99"])
def test_any_minor_version_of_the_notification(version):
    assert objects_created({"Records": [s3_record(VERSION, event_version=version)]}) == [CREATED]


@pytest.mark.parametrize("key", ["a b.txt", "a+b.txt", "a%2Bb.txt", "100%.txt", "é/ü.txt", "a&b=c.txt", "x" * 1024])
def test_a_key_is_decoded_once_in_s3_events_and_not_at_all_in_eventbridges(key):
    version = VERSION.changed(key=key)
    assert objects_created(s3_event(version))[0].key == key
    assert objects_created(eventbridge_event(version))[0].key == key


def test_a_space_may_be_written_either_way():
    event = s3_event(VERSION)
    event["Records"][0]["s3"]["object"]["key"] = "a%20b+c.txt"
    assert objects_created(event)[0].key == "a b c.txt"


def test_the_version_and_the_sequencer_may_be_missing():
    bare = VERSION.changed(version_id=None, sequencer=None)
    assert objects_created(s3_event(bare)) == [ObjectCreated("inbox", "in/8-k.txt")]


@pytest.mark.parametrize(
    "event",
    [
        s3_test_event("inbox"),
        s3_event(VERSION.changed(event_name="ObjectRemoved:DeleteMarkerCreated")),
        s3_event(VERSION.changed(event_name="ObjectRemoved:Delete")),
        s3_event(VERSION.changed(key="in/folder/", size=0)),
        eventbridge_event(VERSION.changed(key="in/folder/", size=0)),
        eventbridge_event(VERSION) | {"detail-type": "Object Deleted"},
        {"Records": []},
    ],
    ids=["test event", "delete marker", "removal", "folder", "folder (EventBridge)", "deletion (EventBridge)", "none"],
)
def test_what_is_no_upload_is_acknowledged(event):
    assert objects_created(event) == []


def test_a_key_that_ends_in_a_slash_and_has_content_is_an_upload():
    assert len(objects_created(s3_event(VERSION.changed(key="odd/", size=5)))) == 1


@pytest.mark.parametrize("kind", ["Copy", "CompleteMultipartUpload", "Post"])
def test_every_way_of_creation_counts(kind):
    assert objects_created(s3_event(VERSION.changed(event_name=f"ObjectCreated:{kind}"))) == [CREATED]


@pytest.mark.parametrize(
    "body",
    [
        "no json",
        "[]",
        "{}",
        '{"Records": [{"eventSource": "aws:sns"}]}',
        '{"Records": [{"eventSource": "aws:s3", "eventVersion": "2.1"}]}',
        '{"Records": ["x"]}',
        json.dumps({"Records": [s3_record(VERSION, event_version="3.0")]}),
        '{"source": "aws.s3", "detail-type": "Object Created", "detail": {}}',
    ],
)
def test_what_is_not_understood_is_an_error_so_that_it_ends_where_one_can_look(body):
    with pytest.raises(UnknownEvent):
        objects_in_message(body)
