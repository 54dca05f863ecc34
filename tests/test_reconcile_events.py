"""Every file in events/reconcile-inbox/ through the real function: in moto, and through `sam local invoke`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from filings import job_request
from filings.aws.table.jobs import DynamoDBJobs
from filings.job import Job
from local import sam
from local.cloud import LocalCloud
from local.event_objects import EVENTS
from tests.inventories import put_inventory
from tests.submissions import submission
from tests.test_events import built, served  # noqa: F401 - fixtures

FILES = sorted((EVENTS / "reconcile-inbox").glob("*.json"))

# The jobs of the answer: name, state, how many versions were checked, how many put into the queue. A backfill of
# inbox/ was begun before and waits; of three uploads one was processed, by an older parser.
EXPECTED: dict[str, list[tuple[str, str, int, int]]] = {
    "reconcile.json": [("reconcile", "done", 3, 2)],
    "backfill-prefix.json": [("backfill inbox/", "done", 3, 2)],
    "backfill-inventory.json": [("backfill s3://…/manifest.json", "done", 3, 2)],
    "reprocess.json": [("reprocess ", "done", 3, 1)],
    "continue.json": [("backfill inbox/", "done", 3, 2)],
    "status.json": [("backfill inbox/", "running", 0, 0)],
    "stop.json": [("backfill inbox/", "stopped", 0, 0)],
}


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def prepare(cloud: LocalCloud) -> None:
    keys = ["inbox/a.txt", "inbox/söhne + co.txt", "inbox/c.txt"]
    versions = [cloud.upload(key, submission(f"0009900555-26-{n:06d}")) for n, key in enumerate(keys)]
    versions = [(version.key, version.version_id) for version in versions]
    inventory = put_inventory(cloud, versions)
    assert inventory == read(EVENTS / "reconcile-inbox" / "backfill-inventory.json")["inventory"]
    inbox, table = cloud.name("InboxBucket"), cloud.name("FilingsTable")
    outcome = {
        "pk": f"OBJECT#{inbox}/{keys[0]}",
        "sk": f"VERSION#{versions[0][1]}",
        "kind": "REVISION",
        "parserVersion": "0.9.0",
    }
    dynamodb = cloud.client("dynamodb")
    dynamodb.put_item(TableName=table, Item={name: {"S": value} for name, value in outcome.items()})
    DynamoDBJobs(dynamodb, table).keep(Job("backfill inbox/", "backfill", prefix="inbox/"))


def assert_answer(cloud: LocalCloud, path: Path, answer) -> None:
    archive = cloud.name("ArchiveBucket")
    jobs = [
        (job["job"].replace(f"s3://{archive}/inventory/filings-inbox/uploads/2026-03-02T01-00Z", "s3://…"),
         job["state"], job["checked"], job["enqueued"])
        for job in answer["jobs"]
    ]  # fmt: skip
    assert jobs == EXPECTED[path.name]
    records = [record for message in cloud.received("InboxQueue") for record in message.json.get("Records", ())]
    sent = {unquote_plus(record["s3"]["object"]["key"]) for record in records if "filingEvents" in record}
    assert len(sent) == sum(enqueued for *_, enqueued in EXPECTED[path.name])


def test_every_request_has_its_event():
    assert {path.name for path in FILES} == EXPECTED.keys()
    shown = {line.split('"')[1] for line in job_request.__doc__.splitlines() if line.strip().startswith('{"')}
    assert {next(iter(read(path))) for path in FILES} == shown


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_function_takes_the_event(path, cloud, monkeypatch):
    prepare(cloud)
    function = cloud.functions["ReconcileInbox"]
    waiting = {"RECONCILE_AFTER_SECONDS": read(EVENTS / "env.local.json")["ReconcileInbox"]["RECONCILE_AFTER_SECONDS"]}
    monkeypatch.setitem(
        cloud.functions, "ReconcileInbox", replace(function, environment=dict(function.environment) | waiting)
    )
    invocation = cloud.invoke("ReconcileInbox", cloud.handler("ReconcileInbox"), read(path))
    assert invocation.error is None
    assert_answer(cloud, path, invocation.response)


@pytest.mark.sam
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sam_local_invoke_takes_the_event(path, built, served, tmp_path):  # noqa: F811 - the fixtures
    prepare(served)
    environment = sam.write_environment(tmp_path / "env.json", served.endpoint_url)
    assert_answer(served, path, sam.invoke("ReconcileInbox", path, environment, folder=built).response)
