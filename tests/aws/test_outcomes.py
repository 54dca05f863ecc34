"""Outcomes a hundred at a time, and the jobs' rows."""

import datetime as dt
from dataclasses import replace

import pytest

from filings.aws import clients
from filings.aws.table.commit import UnprocessedItems
from filings.aws.table.jobs import DynamoDBJobs
from filings.aws.table.outcomes import DynamoDBOutcomes
from filings.job import Inventory, Job, JobMoved, Settled, StoredVersion
from functions.process_filing.app import lambda_handler as process_filing
from local.faults import Fault
from tests.submissions import submission


@pytest.fixture
def outcomes(cloud):
    return DynamoDBOutcomes(clients.dynamodb(), cloud.name("FilingsTable"), wait=lambda seconds: None)


@pytest.fixture
def jobs(cloud):
    return DynamoDBJobs(clients.dynamodb(), cloud.name("FilingsTable"))


def put(cloud, version, **attributes):
    key = {"pk": {"S": f"OBJECT#{version.bucket}/{version.key}"}, "sk": {"S": f"VERSION#{version.version_id}"}}
    cloud.client("dynamodb").put_item(
        TableName=cloud.name("FilingsTable"), Item=key | {"kind": {"S": "REVISION"}} | attributes
    )


def versions(count):
    return [StoredVersion("inbox", f"in/{n}.txt", "v1") for n in range(count)]


def test_what_process_filing_wrote_is_found(cloud, outcomes):
    uploads = [
        cloud.upload("in/a+ü.txt", submission()),
        cloud.upload("in/copy.txt", submission()),
        cloud.upload("in/empty.txt", b""),
    ]
    cloud.drain({"ProcessFiling": process_filing})
    asked = [StoredVersion(upload.bucket, upload.key, upload.version_id) for upload in uploads]
    missing = replace(asked[0], version_id="another")
    found = outcomes.of([*asked, missing])
    assert {version.key: settled.kind for version, settled in found.items()} == {
        "in/a+ü.txt": "REVISION",
        "in/copy.txt": "DUPLICATE",
        "in/empty.txt": "REJECTED",
    }
    assert found[asked[0]].parser_version
    assert missing not in found


def test_250_versions_are_three_calls(cloud, outcomes):
    known = versions(250)[::7]
    for version in known:
        put(cloud, version, parserVersion={"S": "1.0.0"})
    assert outcomes.of(versions(250)) == dict.fromkeys(known, Settled("REVISION", "1.0.0"))
    assert [call.operation for call in cloud.aws.calls] == ["BatchGetItem"] * 3


def test_keys_that_dynamodb_left_are_asked_for_again(cloud, outcomes):
    for version in versions(4):
        put(cloud, version)
    cloud.aws.inject(Fault.UNPROCESSED, at="dynamodb.BatchGetItem")
    assert set(outcomes.of(versions(4))) == set(versions(4))
    asked = [call.parameters["RequestItems"][cloud.name("FilingsTable")] for call in cloud.aws.calls]
    assert [len(wanted["Keys"]) for wanted in asked] == [4, 2]
    assert {(wanted["ConsistentRead"], wanted["ProjectionExpression"]) for wanted in asked} == {
        (False, "pk, sk, kind, parserVersion")
    }


def test_keys_that_dynamodb_leaves_time_after_time_are_an_error(cloud, outcomes):
    for nth in range(1, 20):
        cloud.aws.inject(Fault.UNPROCESSED, at=nth)
    with pytest.raises(UnprocessedItems):
        outcomes.of(versions(3))


FULL = Job(
    name="backfill s3://archive/inventory/manifest.json",
    origin="backfill",
    prefix="",
    inventory=Inventory("archive", "inventory/manifest.json"),
    position="[2, 700]",
    checked=5_000_000_000,
    enqueued=3,
    state="failed",
    started_at=dt.datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=dt.UTC),
    reason="there is no object",
)


@pytest.mark.parametrize("job", [FULL, Job("reconcile", "reconcile")], ids=["full", "new"])
def test_a_job_is_read_as_it_was_kept(jobs, job):
    assert jobs.get(job.name) is None
    kept = jobs.keep(job)
    assert kept == replace(job, step=1)
    assert jobs.get(job.name) == kept
    assert list(jobs.all()) == [kept]


def test_a_job_that_was_kept_meanwhile_is_not_written_over(jobs):
    job = jobs.keep(FULL)
    moved = jobs.keep(replace(job, checked=7))
    with pytest.raises(JobMoved):
        jobs.keep(replace(job, checked=6))
    with pytest.raises(JobMoved):
        jobs.keep(FULL)
    assert jobs.get(FULL.name) == moved
