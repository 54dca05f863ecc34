"""Reading an upload: the version meant, within bounds, from a bucket as the template makes it."""

import hashlib

import pytest
from botocore.exceptions import ClientError

from filings.aws import clients
from filings.aws.inbox import S3Inbox
from filings.errors import TooLarge
from filings.ports import Gone, ObjectCreated
from local.faults import Fault


@pytest.fixture
def inbox(cloud):
    return S3Inbox(clients.s3(), limit=20 << 20)


def created(version) -> ObjectCreated:
    return ObjectCreated(version.bucket, version.key, version.version_id, version.sequencer)


def test_it_reads_the_version_that_was_meant_and_tells_what_s3_says_of_it(cloud, inbox):
    first = cloud.upload("in/a.txt", b"first")
    cloud.upload("in/a.txt", b"second")
    with inbox.open(created(first)) as upload:
        assert upload.stream.read() == b"first"
    assert upload.content_sha256 == hashlib.sha256(b"first").hexdigest()
    assert (upload.object.key, upload.object.version_id, upload.object.size) == ("in/a.txt", first.version_id, 5)
    assert upload.object.e_tag == first.e_tag
    assert upload.position.sequencer == first.sequencer
    assert upload.position.last_modified.utcoffset().total_seconds() == 0


def test_without_a_version_it_reads_the_newest_and_learns_its_version(cloud, inbox):
    cloud.upload("in/a.txt", b"first")
    second = cloud.upload("in/a.txt", b"second")
    with inbox.open(ObjectCreated(second.bucket, second.key)) as upload:
        assert upload.stream.read() == b"second"
    assert upload.object.version_id == second.version_id


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (8 << 20) + 1])
def test_any_size_arrives_whole(cloud, inbox, size):
    body = bytes(range(256)) * (size // 256 + 1)
    version = cloud.upload("in/a.bin", body[:size])
    with inbox.open(created(version)) as upload:
        assert upload.stream.read() == body[:size]
    assert upload.object.size == size


def test_what_is_larger_than_the_limit_is_not_read(cloud):
    version = cloud.upload("in/a.txt", b"x" * 11)
    with (
        pytest.raises(TooLarge, match="11 bytes, and the limit is 10"),
        S3Inbox(clients.s3(), 10).open(created(version)),
    ):
        pass
    with S3Inbox(clients.s3(), 11).open(created(version)) as upload:
        assert upload.object.size == 11


def test_more_bytes_than_s3_announced_are_too_many_as_well(cloud):
    version = cloud.upload("in/a.txt", b"x" * 11)
    client = clients.s3()

    def lie(parsed, **_):
        parsed["ContentLength"] = 3

    client.meta.events.register("after-call.s3.GetObject", lie)
    try:
        with pytest.raises(TooLarge), S3Inbox(client, 10).open(created(version)):
            pass
    finally:
        client.meta.events.unregister("after-call.s3.GetObject", lie)


def test_a_version_or_an_object_that_is_not_there_is_gone(cloud, inbox):
    version = cloud.upload("in/a.txt", b"first")
    cloud.client("s3").delete_object(Bucket=version.bucket, Key=version.key, VersionId=version.version_id)
    for missing in (created(version), ObjectCreated(version.bucket, "in/never.txt")):
        with pytest.raises(Gone), inbox.open(missing):
            pass


def test_a_missing_bucket_or_a_refusal_is_no_reason_to_give_up_an_upload(cloud, inbox):
    version = cloud.upload("in/a.txt", b"first")
    with pytest.raises(ClientError, match="NoSuchBucket"), inbox.open(ObjectCreated("another-bucket", "a.txt")):
        pass
    cloud.aws.inject(Fault.ERROR, at="s3.GetObject")
    with pytest.raises(ClientError), inbox.open(created(version)):
        pass
