"""Every file in events/ through the real function: in moto, and through `sam local invoke`.

What is asserted is what stays: the outcome of each upload, the filings on record, what subscribers got.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from local import sam
from local.cloud import LocalCloud
from local.event_objects import EVENTS, event_files, keys_of, objects_of
from local.naming import StackNames
from local.server import moto_server
from local.template import load_template

EARNINGS, AMENDMENT, TAGGED = "0009900101-18-000047.txt", "0009900101-18-000053.txt", "tsbg-20261027.htm"
ENCODED = "2026 Q3/söhne & co (8-K) 100%+.txt"

# The outcome of each object that an event names, its key without inbox/.
EXPECTED: dict[str, dict[str, str]] = {
    "eventbridge-object-created.json": {ENCODED: "REVISION"},
    "s3-encoded-key.json": {ENCODED: "REVISION"},
    "s3-missing-object.json": {"deleted-before-it-was-read.txt": "REJECTED"},
    "s3-put-generated.json": {ENCODED: "REVISION"},
    "s3-put.json": {EARNINGS: "REVISION"},
    "s3-several-records.json": {EARNINGS: "REVISION", TAGGED: "REVISION", "latest.html": "REJECTED"},
    "s3-test-event.json": {},
    "sqs-batch.json": {EARNINGS: "REVISION", AMENDMENT: "REVISION", "latest.html": "REJECTED"},
}


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_event_file_is_tested():
    assert {path.name for path in event_files()} == EXPECTED.keys()


@pytest.mark.parametrize("path", event_files(), ids=lambda path: path.stem)
def test_an_event_names_objects_of_the_inbox_that_exists_locally(path):
    event, inbox = read(path), StackNames(load_template()).name("InboxBucket")
    assert f'"{inbox}"' in json.dumps(event).replace('\\"', '"')
    assert {key.removeprefix("inbox/") for key in keys_of(event)} == EXPECTED[path.name].keys()


@pytest.mark.parametrize("path", event_files(), ids=lambda path: path.stem)
def test_the_function_takes_the_event(path, cloud):
    topics = subscribe(cloud)
    event = read(path)
    for key, body in objects_of(event).items():
        cloud.upload(key, body, notify=False)
    invocation = cloud.invoke("ProcessFiling", cloud.handler("ProcessFiling"), event)
    assert invocation.error is None
    assert_answer(invocation.response, event)
    assert_state(cloud, topics, path)


@pytest.mark.parametrize("path", event_files(), ids=lambda path: path.stem)
def test_an_event_taken_twice_changes_nothing(path, cloud):
    topics = subscribe(cloud)
    event = read(path)
    for key, body in objects_of(event).items():
        cloud.upload(key, body, notify=False)
    for _ in range(2):
        assert cloud.invoke("ProcessFiling", cloud.handler("ProcessFiling"), event).error is None
    assert_state(cloud, topics, path)


def test_the_environment_for_sam_names_the_local_resources(cloud):
    for function, variables in read(EVENTS / "env.local.json").items():
        endpoint = variables.pop("AWS_ENDPOINT_URL")
        assert endpoint == "http://host.docker.internal:5577"
        if function == "ReconcileInbox":  # on this machine nobody waits for an hour and a half
            assert variables.pop("RECONCILE_AFTER_SECONDS") == "0"
        assert variables.items() <= cloud.environment(function).items()


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """`sam build`, in a folder of its own."""
    try:
        sam.require()
    except sam.SamUnavailable as missing:
        pytest.skip(str(missing))
    if not sam.image_is_here():
        pytest.skip("Lambda's image is not on this machine: `make sam-local` downloads it")
    folder = tmp_path_factory.mktemp("sam") / "build"
    sam.build(folder)
    return folder


@pytest.fixture
def served() -> Iterator[LocalCloud]:
    with moto_server() as endpoint_url, LocalCloud.from_template(endpoint_url=endpoint_url) as cloud:
        yield cloud


@pytest.mark.sam
@pytest.mark.parametrize("path", event_files(), ids=lambda path: path.stem)
def test_sam_local_invoke_takes_the_event(path, built, served, tmp_path):
    topics = subscribe(served)
    event = read(path)
    for key, body in objects_of(event).items():
        served.upload(key, body)
    environment = sam.write_environment(tmp_path / "env.json", served.endpoint_url)
    answer = sam.invoke("ProcessFiling", path, environment, folder=built)
    assert_answer(answer.response, event)
    assert_state(served, topics, path)


def subscribe(cloud: LocalCloud) -> dict[str, str]:
    return {
        topic: cloud.subscribe_queue(topic) for topic in ("FilingEventsTopic", "FilingAlertsTopic", "OperatorTopic")
    }


def assert_answer(response, event) -> None:
    """To SQS: that no message failed. To anybody else: an outcome for each upload."""
    if "body" in event.get("Records", [{}])[0]:
        assert response == {"batchItemFailures": []}
    else:
        assert len(response["outcomes"]) == len(list(keys_of(event)))


def assert_state(cloud: LocalCloud, topics: dict[str, str], path: Path) -> None:
    """Each object has its outcome, each filing is announced once, each rejection is told to the operators."""
    rows = cloud.client("dynamodb").scan(TableName=cloud.name("FilingsTable"))["Items"]
    prefix = f"OBJECT#{cloud.name('InboxBucket')}/inbox/"
    outcomes = {
        row["pk"]["S"].removeprefix(prefix): row["kind"]["S"] for row in rows if row["pk"]["S"].startswith("OBJECT#")
    }
    assert outcomes == EXPECTED[path.name]
    assert {row["status"]["S"] for row in rows if "status" in row} <= {"NOTIFIED"}

    told = {topic: len({message.body for message in cloud.received(queue)}) for topic, queue in topics.items()}
    kinds = list(EXPECTED[path.name].values())
    filings, rejected = kinds.count("REVISION"), kinds.count("REJECTED")
    assert told == {"FilingEventsTopic": filings, "FilingAlertsTopic": filings, "OperatorTopic": rejected}
