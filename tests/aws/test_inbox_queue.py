"""The queue of uploads: each version a message that ProcessFiling reads as S3's own; batches that succeed in parts."""

from typing import get_args

import pytest

from filings.aws import clients
from filings.aws.inbox_queue import NotEnqueued, SqsInboxQueue, message_of
from filings.aws.s3_event import objects_in_message
from filings.job import Origin, StoredVersion
from local.faults import Fault


@pytest.fixture
def queue(cloud):
    return SqsInboxQueue(clients.sqs(), cloud.ref("InboxQueue"), wait=lambda seconds: None)


def versions(count):
    return [StoredVersion("inbox", f"in/{n}.txt", "v1", 9) for n in range(count)]


def keys(cloud):
    events = [message.json for message in cloud.received("InboxQueue")]
    return [event["Records"][0]["s3"]["object"]["key"] for event in events if "Records" in event]


@pytest.mark.parametrize("key", ["in/a b.txt", "in/a+b.txt", "in/söhne 日本.txt", "in/%2B.txt", "x" * 1024, "../a\nb"])
@pytest.mark.parametrize("size", [0, 9, None])
def test_a_message_is_read_as_the_version_it_was_made_of(key, size):
    (created,) = objects_in_message(message_of(StoredVersion("inbox", key, "v1", size), "backfill"))
    assert (created.bucket, created.key, created.version_id, created.sequencer) == ("inbox", key, "v1", None)


@pytest.mark.parametrize("origin", get_args(Origin))
def test_the_reader_knows_every_origin_that_is_written(origin):
    (created,) = objects_in_message(message_of(versions(1)[0], origin))
    assert created.origin == origin


def test_messages_are_sent_by_tens(cloud, queue):
    queue.send(versions(23), "reconcile")
    assert sorted(keys(cloud)) == sorted(version.key for version in versions(23))
    assert [len(call.parameters["Entries"]) for call in cloud.aws.calls] == [10, 10, 3]


def test_nothing_is_sent_for_nothing(cloud, queue):
    queue.send([], "reconcile")
    assert cloud.aws.calls == []


def test_the_messages_of_a_batch_that_failed_are_sent_again_and_no_other(cloud, queue):
    cloud.aws.inject(Fault.UNPROCESSED, at="sqs.SendMessageBatch")
    queue.send(versions(10), "reconcile")
    assert [len(call.parameters["Entries"]) for call in cloud.aws.calls] == [10, 5]
    assert sorted(keys(cloud)) == sorted(version.key for version in versions(10))


def test_a_queue_that_takes_nothing_time_after_time_is_an_error(cloud, queue):
    for nth in range(1, 20):
        cloud.aws.inject(Fault.UNPROCESSED, at=nth)
    with pytest.raises(NotEnqueued):
        queue.send(versions(1), "reconcile")


def test_the_depth_counts_what_waits_and_what_is_being_processed(cloud, queue):
    queue.send(versions(3), "reconcile")
    cloud.client("sqs").receive_message(QueueUrl=cloud.ref("InboxQueue"), MaxNumberOfMessages=1)
    assert queue.depth() == 3
