"""ReconcileInbox end to end: uploads whose events never came, backfills, and what an older parser read."""

import itertools
import json

import pytest

from filings.job import JobRefused
from functions.process_filing.app import lambda_handler as process_filing
from functions.reconcile_inbox.app import lambda_handler as reconcile_inbox
from local.faults import Fault
from tests.inventories import put_inventory, row
from tests.submissions import submission

PROCESS = {"ProcessFiling": process_filing}
KEYS = ["in/a+b (1).txt", "in/söhne & co.txt", "in/%2B.txt", "in/plain.txt"]


@pytest.fixture
def reconcile(cloud):
    """One run, as if every upload were older than its message can be on its way."""
    given(cloud, RECONCILE_AFTER_SECONDS="0")

    def run(request):
        invocation = cloud.invoke("ReconcileInbox", reconcile_inbox, request)
        if invocation.error:
            raise invocation.error
        return invocation.response["jobs"]

    return run


def given(cloud, **variables):
    function = cloud.functions["ReconcileInbox"]
    object.__setattr__(function, "environment", dict(function.environment) | variables)


def lose(cloud, *keys):
    """Uploads of different filings, of whose events S3 loses all."""
    return [
        cloud.upload(key, submission(f"0009900555-26-{number:06d}"), notify=False) for number, key in enumerate(keys, 1)
    ]


def outcomes(cloud) -> dict[str, str]:
    rows = cloud.client("dynamodb").scan(TableName=cloud.name("FilingsTable"))["Items"]
    prefix = f"OBJECT#{cloud.name('InboxBucket')}/"
    return {row["pk"]["S"].removeprefix(prefix): row["kind"]["S"] for row in rows if row["pk"]["S"].startswith(prefix)}


def figures(job):
    return job["state"], job["checked"], job["enqueued"]


def test_an_upload_whose_event_never_came_is_found_and_processed_once(cloud, reconcile):
    """Failure case 17."""
    events = cloud.subscribe_queue("FilingEventsTopic")
    lose(cloud, *KEYS)
    (job,) = reconcile({"reconcile": {}})
    assert figures(job) == ("done", 4, 4)
    assert cloud.drain(PROCESS).errors == []
    assert outcomes(cloud) == dict.fromkeys(KEYS, "REVISION")
    (job,) = reconcile({"reconcile": {}})
    assert figures(job) == ("done", 4, 0)
    assert len(cloud.received(events)) == 4


def test_an_upload_whose_message_may_still_be_on_its_way_is_left_alone(cloud, reconcile):
    given(cloud, RECONCILE_AFTER_SECONDS="3600")
    lose(cloud, "in/8-k.txt")
    (job,) = reconcile({"reconcile": {}})
    assert figures(job) == ("done", 1, 0)


def test_every_version_of_a_key_is_looked_for_and_no_delete_marker_or_folder(cloud, reconcile):
    s3, inbox = cloud.client("s3"), cloud.name("InboxBucket")
    lose(cloud, "in/8-k.txt", "in/8-k.txt", "in/8-k.txt")
    s3.delete_object(Bucket=inbox, Key="in/8-k.txt")
    cloud.upload("in/", b"", notify=False)
    (job,) = reconcile({"reconcile": {}})
    assert figures(job) == ("done", 3, 3)
    cloud.drain(PROCESS)
    rows = cloud.client("dynamodb").scan(TableName=cloud.name("FilingsTable"))["Items"]
    assert sum(row["sk"]["S"].startswith("VERSION#") for row in rows) == 3
    assert figures(*reconcile({"reconcile": {}})) == ("done", 3, 0)


def test_a_backfill_takes_a_prefix_and_marks_what_it_sends(cloud, reconcile):
    lose(cloud, "2018/a.txt", "2019/b.txt", "2019/c.txt")
    (job,) = reconcile({"prefix": "2019/"})
    assert job["job"] == "backfill 2019/"
    assert figures(job) == ("done", 2, 2)
    assert origins(cloud) == {"2019/b.txt": "backfill", "2019/c.txt": "backfill"}


def origins(cloud) -> dict[str, str]:
    sent = [json.loads(message.body)["Records"][0] for message in cloud.received("InboxQueue")]
    return {record["s3"]["object"]["key"]: record["filingEvents"]["origin"] for record in sent if "s3" in record}


def test_a_backfill_takes_an_inventory_whose_keys_are_encoded(cloud, reconcile):
    lost = lose(cloud, *KEYS)
    marker = row("in/deleted.txt", "v9", is_delete_marker=True, size="")
    inventory = put_inventory(cloud, [marker, *((v.key, v.version_id) for v in lost)], files=2)
    (job,) = reconcile({"inventory": inventory})
    assert figures(job) == ("done", 4, 4)
    cloud.drain(PROCESS)
    assert outcomes(cloud) == dict.fromkeys(KEYS, "REVISION")
    assert figures(*reconcile({"inventory": inventory})) == ("done", 4, 0)


def test_a_run_sends_no_more_than_it_may_and_the_schedule_goes_on(cloud, reconcile):
    given(cloud, BACKFILL_PER_RUN="3")
    lose(cloud, *(f"in/{n}.txt" for n in range(8)))
    assert figures(*reconcile({"prefix": "in/"})) == ("running", 3, 3)
    assert figures(*reconcile({"continue": {}})) == ("running", 6, 6)
    assert figures(*reconcile({"continue": {}})) == ("done", 8, 8)
    assert reconcile({"continue": {}}) == []
    cloud.drain(PROCESS)
    assert len(outcomes(cloud)) == 8


def test_nothing_is_sent_into_a_queue_that_is_full_already(cloud, reconcile):
    given(cloud, BACKFILL_QUEUE_DEPTH="0")
    lose(cloud, "in/8-k.txt")
    cloud.upload("in/other.txt", submission("0009900555-26-000077"))
    assert figures(*reconcile({"prefix": ""})) == ("running", 0, 0)
    cloud.drain(PROCESS)
    assert figures(*reconcile({"continue": {}})) == ("done", 2, 1)


def test_no_stretch_is_begun_when_the_function_is_about_to_be_ended(cloud, reconcile):
    lose(cloud, "in/8-k.txt")
    object.__setattr__(cloud.functions["ReconcileInbox"], "timeout", 59)
    assert figures(*reconcile({"prefix": ""})) == ("running", 0, 0)


def test_a_job_is_watched_and_stopped_by_its_name(cloud, reconcile):
    given(cloud, BACKFILL_PER_RUN="1")
    lose(cloud, "in/a.txt", "in/b.txt")
    reconcile({"prefix": "in/"})
    (job,) = reconcile({"status": {}})
    assert figures(job) == ("running", 1, 1)
    assert job["position"].startswith('["in/a.txt"')
    assert figures(*reconcile({"stop": "backfill in/"})) == ("stopped", 1, 1)
    assert reconcile({"continue": {}}) == []
    assert figures(*reconcile({"prefix": "in/"})) == ("running", 1, 1)


def test_reprocess_sends_what_an_older_parser_read_and_nothing_else(cloud, reconcile):
    cloud.upload("in/8-k.txt", submission())
    cloud.upload("in/copy.txt", submission())
    cloud.upload("in/empty.txt", b"")
    cloud.drain(PROCESS)
    lose(cloud, "in/lost.txt")
    assert figures(*reconcile({"reprocess": {"prefix": ""}})) == ("done", 4, 0)
    read_by_an_older_version(cloud)
    assert figures(*reconcile({"reprocess": {"prefix": ""}})) == ("done", 4, 2)
    sent = {key for key, origin in origins(cloud).items() if origin == "reprocess"}
    assert sent == {"in/8-k.txt", "in/empty.txt"}


def read_by_an_older_version(cloud):
    """As if all outcomes were of the release before."""
    dynamodb, table = cloud.client("dynamodb"), cloud.name("FilingsTable")
    for found in dynamodb.scan(TableName=table)["Items"]:
        if found["sk"]["S"].startswith("VERSION#"):
            dynamodb.put_item(TableName=table, Item=found | {"parserVersion": {"S": "0.9.0"}})


def test_progress_is_logged_and_counted_and_what_was_lost_apart(cloud, reconcile, capsys):
    lose(cloud, "in/a.txt", "in/b.txt")
    reconcile({"prefix": ""})
    reconcile({"reconcile": {}})
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    backfill, daily = (line for line in lines if "_aws" in line)
    assert (backfill["VersionsChecked"], backfill["VersionsEnqueued"]) == ([2.0], [2.0])
    assert "VersionsLost" not in backfill
    assert daily["VersionsLost"] == [2.0]
    assert [line["job"] for line in lines if line.get("message") == "stretch done"] == ["backfill ", "reconcile"]


def test_a_fault_fails_the_run_and_is_logged_by_its_type_and_place(cloud, reconcile, capsys):
    lose(cloud, "in/8-k.txt")
    cloud.aws.inject(Fault.ERROR, at="sqs.SendMessageBatch")
    with pytest.raises(Exception, match="1 jobs failed") as failed:
        reconcile({"prefix": ""})
    assert type(failed.value).__name__ == "ReconcileFailed"
    (line,) = [
        found for found in map(json.loads, capsys.readouterr().out.splitlines()) if found.get("level") == "ERROR"
    ]
    assert (line["job"], line["operation"]) == ("backfill ", "SendMessageBatch")
    assert figures(*reconcile({"continue": {}})) == ("done", 1, 1)


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.CRASH_AFTER, Fault.LOST_RESPONSE, Fault.REPEATED])
def test_a_fault_at_any_call_loses_nothing_and_tells_nothing_twice(cloud, fault):
    """The run after it repairs it; what was sent twice is one revision and one event."""
    given(cloud, RECONCILE_AFTER_SECONDS="0")
    events = cloud.subscribe_queue("FilingEventsTopic")
    for call in itertools.count(1):
        cloud.upload(f"in/{call}.txt", submission(f"0009900555-26-{call:06d}"), notify=False)
        injected = cloud.aws.inject(fault, at=call)
        cloud.invoke("ReconcileInbox", reconcile_inbox, {"reconcile": {}})
        cloud.aws.clear()
        assert cloud.invoke("ReconcileInbox", reconcile_inbox, {"reconcile": {}}).error is None
        assert cloud.drain(PROCESS).errors == []
        assert len(outcomes(cloud)) == call
        if not injected.happened:
            break
    assert call > 6  # job read and begun, depth, list, outcomes, messages, job kept
    ids = [message.json["id"] for message in cloud.received(events)]
    assert len(ids) == len(set(ids)) == call


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ({}, "must have one of reconcile, prefix, inventory"),
        ({"prefix": "a", "inventory": {}}, "['inventory', 'prefix']"),
        ({"prefixes": "a"}, "['prefixes']"),
        ({"prefix": 7}, "prefix must be text"),
        ({"prefix": "\ud83d"}, "prefix must be text, and has half a character"),
        ({"prefix": "x" * 901}, "900 bytes"),
        ({"reprocess": {"prefx": ""}}, "reprocess must be an object with prefix in it"),
        ({"continue": {"now": 1}}, "continue must be an object with nothing in it"),
        ({"inventory": {"bucket": "b"}}, "inventory must be an object with bucket, key in it"),
        ({"inventory": {"bucket": "b", "key": "x" * 1024}}, "an inventory must have 1 to 1024 bytes"),
        ({"stop": "backfill x"}, "there is no job 'backfill x'"),
        ({"inventory": {"bucket": "b", "key": "a\udfff"}}, "inventory.key must be text, and has half a character"),
        ({"stop": "\ud800"}, "stop must be text, and has half a character"),
        ({"stop": ""}, "the name of a job must have 1 to 1024 bytes"),
        ({"stop": "x" * 1025}, "the name of a job must have 1 to 1024 bytes"),
    ],
)
def test_a_bad_request_is_refused_with_a_sentence(reconcile, request_, said):
    with pytest.raises(JobRefused) as refused:
        reconcile(request_)
    assert said in str(refused.value)


def test_an_inventory_that_is_not_there_is_refused_and_no_job_is_left(cloud, reconcile):
    with pytest.raises(JobRefused) as refused:
        reconcile({"inventory": {"bucket": cloud.name("ArchiveBucket"), "key": "inventory/manifest.json"}})
    assert "there is no object inventory/manifest.json" in str(refused.value)
    assert reconcile({"status": {}}) == []
