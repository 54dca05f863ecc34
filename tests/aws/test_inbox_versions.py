"""The bucket's list of versions: every version of every key, in pages, from any position."""

import datetime as dt

import pytest

from filings.aws import clients
from filings.aws.inbox_versions import ListedVersions

NAMES = ["in/a b.txt", "in/a+b.txt", "in/100%.txt", "in/söhne.txt", "in/日本.txt", "in/%2B.txt", "in/a&b=c?.txt"]


@pytest.fixture
def put(cloud):
    def put_object(key, body=b"x"):
        answer = cloud.client("s3").put_object(Bucket=cloud.name("InboxBucket"), Key=key, Body=body)
        return key, answer["VersionId"]

    return put_object


@pytest.fixture
def listed(cloud):
    return lambda prefix="": ListedVersions(clients.s3(), cloud.name("InboxBucket"), prefix)


def walk(versions, most):
    """Every stretch, from the start to the end."""
    position, found = None, []
    while True:
        stretch = versions.after(position, most)
        assert len(stretch.versions) <= most
        found.append([(version.key, version.version_id) for version in stretch.versions])
        position = stretch.position
        if position is None:
            return found


def test_2500_versions_are_listed_once_each_over_several_pages(put, listed):
    objects = {put(f"in/{number % 1250:05d}.txt") for number in range(2500)}
    (everything,) = walk(listed(), 5000)
    assert len(everything) == 2500
    assert set(everything) == objects
    stretches = walk(listed(), 1100)
    assert [len(stretch) for stretch in stretches] == [1100, 1100, 300]
    assert [found for stretch in stretches for found in stretch] == everything


def test_a_version_is_told_whole(cloud, put, listed):
    key, version_id = put("in/8-k.txt", b"12345")
    (version,) = listed().after(None, 10).versions
    assert (version.bucket, version.key, version.version_id) == (cloud.name("InboxBucket"), key, version_id)
    assert version.size == 5
    assert abs(version.last_modified - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


@pytest.mark.parametrize("most", [1, 10])
def test_keys_are_themselves_on_every_page(put, listed, most):
    objects = {put(name) for name in NAMES}
    assert {found for stretch in walk(listed(), most) for found in stretch} == objects


def test_a_prefix_is_taken_as_it_is(put, listed):
    for name in NAMES:
        put(name)
    assert walk(listed("in/a+"), 10) == [
        [(name, version) for name, version in walk(listed(), 10)[0] if name == "in/a+b.txt"]
    ]
    assert walk(listed("nothing/"), 10) == [[]]


def test_delete_markers_and_folders_are_passed_over_wherever_a_page_ends(cloud, put, listed):
    objects = [put("in/a.txt"), put("in/b.txt"), put("in/b.txt")]
    put("in/", b"")
    objects.append(put("in/file/", b"not empty"))
    for key in ("in/a.txt", "in/b.txt", "in/never.txt"):
        cloud.client("s3").delete_object(Bucket=cloud.name("InboxBucket"), Key=key)
    for most in (1, 2, 3, 100):
        assert sorted(found for stretch in walk(listed(), most) for found in stretch) == sorted(objects)


def test_versions_of_a_key_come_newest_first(put, listed):
    versions = [put("in/a.txt") for _ in range(3)]
    assert walk(listed(), 10) == [versions[::-1]]
