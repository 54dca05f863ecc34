"""S3's inventories: any columns in any order, encoded keys, several files, and what is none refused in a sentence."""

import datetime as dt
import itertools
import json

import pytest

from filings.aws import clients
from filings.aws.inventory import InventoriedVersions, read_manifest
from filings.job import Inventory, JobRefused
from local.cloud import LocalCloud
from tests.inventories import COLUMNS, FOLDER, data_file, manifest, put_inventory, row

KEYS = ["in/a b.txt", "in/a+b.txt", "in/söhne.txt", "in/%2B.txt", 'in/"quoted", and more.txt']


@pytest.fixture
def opened(cloud):
    def open_inventory(rows, **options):
        inventory = Inventory(**put_inventory(cloud, rows, **options))
        return InventoriedVersions(clients.s3(), inventory, cloud.name("InboxBucket"))

    return open_inventory


def walk(versions, most):
    position, found = None, []
    while True:
        stretch = versions.after(position, most)
        found += stretch.versions
        position = stretch.position
        if position is None:
            return found


def test_a_row_is_a_version_its_key_decoded(cloud, opened):
    versions = walk(opened([row(key, f"v{n}", size=str(n)) for n, key in enumerate(KEYS)]), 100)
    assert [(version.key, version.version_id, version.size) for version in versions] == [
        (key, f"v{n}", n) for n, key in enumerate(KEYS)
    ]
    assert {version.bucket for version in versions} == {cloud.name("InboxBucket")}
    assert {version.last_modified for version in versions} == {dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)}


def test_a_space_may_be_encoded_either_way(opened):
    lines = [row("x", "v1") | {"Key": encoded} for encoded in ("in/a+b%2B.txt", "in/a%20b%2B.txt")]
    assert [version.key for version in walk(opened(lines), 100)] == ["in/a b+.txt"] * 2


def test_files_and_stretches_may_end_anywhere(opened):
    rows = [row(f"in/{n:03d}", "v1") for n in range(14)]
    for files, most in itertools.product((1, 3, 7), (1, 4, 5, 100)):
        assert [version.key for version in walk(opened(rows, files=files), most)] == [line["Key"] for line in rows]


def test_another_run_goes_on_from_the_position_of_the_last(cloud, opened):
    rows = [row(f"in/{n:03d}", "v1") for n in range(9)]
    first = opened(rows, files=2).after(None, 3)
    second = opened(rows, files=2).after(first.position, 100)
    third = opened(rows, files=2).after(second.position, 100)
    keys = [version.key for stretch in (first, second, third) for version in stretch.versions]
    assert keys == [line["Key"] for line in rows]
    assert third.position is None


def test_delete_markers_and_folders_are_passed_over(opened):
    lines = [
        row("in/deleted.txt", "v1", is_delete_marker=True, size=""),
        row("in/", "v2", size="0"),
        row("in/a.txt", "v3", is_latest=False),
    ]
    assert [version.version_id for version in walk(opened(lines), 100)] == ["v3"]


def test_columns_are_found_by_name_and_two_may_be_missing(opened):
    lines = [row("in/a.txt", "v1"), row("in/b.txt", "")]
    versions = walk(opened(lines, fileSchema="VersionId, Bucket, Key"), 100)
    assert [(version.key, version.version_id, version.size, version.last_modified) for version in versions] == [
        ("in/a.txt", "v1", None, None),
        ("in/b.txt", "null", None, None),
    ]


def test_an_inventory_without_files_is_over_at_once(opened):
    assert walk(opened([], files=1), 100) == []
    assert InventoriedVersions.after(opened([], files=1), None, 5).position is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not the manifest.json"),
        ("[]", "not the manifest.json"),
        ("{}", "not the manifest.json"),
        (json.dumps(manifest(1, files=[{"size": 3}])), "not the manifest.json"),
        (json.dumps(manifest(1, sourceBucket="other")), "is of the bucket other, not of the inbox"),
        (json.dumps(manifest(1, fileFormat="Parquet")), "in the format Parquet"),
        (
            json.dumps(manifest(1, fileSchema="Bucket, Key, Size")),
            "no column VersionId: it must be one of all versions",
        ),
        (json.dumps(manifest(1, fileSchema=7)), "not the manifest.json"),
    ],
)
def test_what_is_no_manifest_of_the_inbox_is_refused_with_a_sentence(text, said):
    with pytest.raises(JobRefused) as refused:
        read_manifest(text, "filings-inbox")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "body",
    [
        b"no gzip at all",
        data_file([row("in/a.txt", "v1")])[:-9],
        data_file([row("in/a.txt", "v1")], "Bucket, Key"),
        data_file([row("in/a.txt", "v1")], COLUMNS.removesuffix(", LastModifiedDate")),
        data_file([row("in/a.txt", "v1", size="nine")]),
    ],
    ids=["no-gzip", "cut-off", "too-few-columns", "one-column-less", "a-size-in-words"],
)
def test_a_data_file_that_is_not_as_the_manifest_says_is_refused(cloud, opened, body):
    versions = opened([row("in/a.txt", "v1")])
    cloud.client("s3").put_object(Bucket=cloud.name("ArchiveBucket"), Key=f"{FOLDER}/data/0.csv.gz", Body=body)
    with pytest.raises(JobRefused, match="is no CSV with the manifest's columns"):
        versions.after(None, 10)


def test_a_data_file_that_is_gone_is_refused(cloud, opened):
    versions = opened([row("in/a.txt", "v1")])
    cloud.client("s3").delete_object(Bucket=cloud.name("ArchiveBucket"), Key=f"{FOLDER}/data/0.csv.gz")
    with pytest.raises(JobRefused, match="there is no object"):
        versions.after(None, 10)


def test_the_template_asks_s3_for_the_columns_that_are_read():
    with LocalCloud.from_template(parameters={"InventoryFrequency": "Daily"}) as cloud:
        answer = cloud.client("s3").get_bucket_inventory_configuration(Bucket=cloud.name("InboxBucket"), Id="uploads")
        archive = cloud.arn("ArchiveBucket")
    configuration = answer["InventoryConfiguration"]
    always = {"Bucket", "Key", "VersionId", "IsLatest", "IsDeleteMarker"}  # of an inventory of all versions
    assert always | set(configuration["OptionalFields"]) == set(COLUMNS.split(", "))
    assert configuration["IncludedObjectVersions"] == "All"
    assert configuration["Schedule"] == {"Frequency": "Daily"}
    destination = configuration["Destination"]["S3BucketDestination"]
    assert (destination["Bucket"], destination["Format"], destination["Prefix"]) == (archive, "CSV", "inventory")


def test_no_inventory_is_made_unless_it_is_asked_for(cloud):
    answer = cloud.client("s3").list_bucket_inventory_configurations(Bucket=cloud.name("InboxBucket"))
    assert not answer.get("InventoryConfigurationList")
