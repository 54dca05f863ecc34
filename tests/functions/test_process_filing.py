"""ProcessFiling end to end, on the resources of the template: what an upload becomes."""

import gzip
import json

import pytest

from filings.aws import clients
from filings.aws.archive import S3Archive
from filings.aws.table.queries import FilingQueries
from functions.process_filing.app import lambda_handler
from local.events import eventbridge_event, s3_event
from local.faults import Fault
from tests.submissions import ACCESSION, CIK, COMPANY, SENTENCE, submission

HANDLERS = {"ProcessFiling": lambda_handler}


@pytest.fixture
def events(cloud):
    return cloud.subscribe_queue("FilingEventsTopic")


@pytest.fixture
def stored(cloud):
    queries = FilingQueries(
        clients.dynamodb(), cloud.name("FilingsTable"), S3Archive(clients.s3(), cloud.name("ArchiveBucket"))
    )
    return queries.filing


@pytest.fixture
def outcome(cloud):
    """The outcome row of an object version."""

    def read(version):
        key = {"pk": {"S": f"OBJECT#{version.bucket}/{version.key}"}, "sk": {"S": f"VERSION#{version.version_id}"}}
        answer = cloud.client("dynamodb").get_item(TableName=cloud.name("FilingsTable"), Key=key)
        return {name: next(iter(value.values())) for name, value in answer.get("Item", {}).items()}

    return read


def told(cloud, queue) -> list[tuple[str, int, str]]:
    events = [message.json for message in cloud.received(queue)]
    return [
        (event["type"], event["data"]["processing"]["revision"], event["data"]["processing"]["change"])
        for event in events
    ]


def test_an_upload_becomes_a_record_and_a_notification(cloud, events, stored):
    version = cloud.upload("in/8-k.txt", submission())
    report = cloud.drain(HANDLERS)
    assert report.errors == []
    assert cloud.waiting("InboxQueue") == 0
    kept = stored(ACCESSION)
    assert kept.status == "NOTIFIED"
    assert [item.item for item in kept.filing.items] == ["1.01"]
    assert SENTENCE in kept.filing.items[0].text
    (message,) = cloud.received(events)
    event = message.json
    assert (event["type"], event["subject"]) == ("filing.processed.v1", ACCESSION)
    assert event["data"]["cik"] == CIK
    assert event["data"]["object"] == {
        "bucket": version.bucket,
        "key": "in/8-k.txt",
        "versionId": version.version_id,
        "eTag": version.e_tag,
        "size": len(submission()),
    }


def test_a_fresh_8k_takes_six_aws_calls(cloud, events):
    cloud.upload("in/8-k.txt", submission(attachments=3))
    with cloud.aws.recording() as calls:
        cloud.drain(HANDLERS)
    assert [call.name for call in calls] == [
        "s3.GetObject",
        "s3.PutObject",
        "dynamodb.TransactWriteItems",
        "sns.Publish",
        "sns.Publish",
        "dynamodb.UpdateItem",
    ]


def test_the_event_names_the_row_that_a_consistent_read_finds(cloud, events):
    cloud.upload("in/8-k.txt", submission())
    cloud.drain(HANDLERS)
    record = cloud.received(events)[0].json["data"]["record"]
    key = {"pk": {"S": record["pk"]}, "sk": {"S": record["sk"]}}
    answer = cloud.client("dynamodb").get_item(TableName=record["table"], Key=key, ConsistentRead=True)
    assert answer["Item"]["event"]["S"] == cloud.received(events)[0].body


def test_the_same_event_twice_tells_once(cloud, events):
    version = cloud.upload("in/8-k.txt", submission())
    cloud.send(version)
    cloud.drain(HANDLERS)
    assert told(cloud, events) == [("filing.processed.v1", 1, "CREATED")]


def test_the_same_bytes_under_another_key_are_a_duplicate(cloud, events, outcome):
    cloud.upload("in/8-k.txt", submission())
    again = cloud.upload("in/copy.txt", submission())
    cloud.drain(HANDLERS)
    assert len(told(cloud, events)) == 1
    assert outcome(again)["kind"] == "DUPLICATE"


def test_a_changed_upload_is_the_next_revision(cloud, events, stored):
    cloud.upload("in/8-k.txt", submission())
    cloud.upload("in/8-k.txt", submission(text="The Company leased two mills."))
    cloud.drain(HANDLERS)
    assert told(cloud, events) == [("filing.processed.v1", 1, "CREATED"), ("filing.updated.v1", 2, "UPDATED")]
    assert "two mills" in stored(ACCESSION).filing.items[0].text


def test_events_in_the_wrong_order_leave_the_newest_version_standing(cloud, events, stored):
    first = cloud.upload("in/8-k.txt", submission(), notify=False)
    second = cloud.upload("in/8-k.txt", submission(text="The Company leased two mills."), notify=False)
    first, second = first.changed(sequencer="0A"), second.changed(sequencer="0A1")
    cloud.send(second, first)
    cloud.drain(HANDLERS)
    assert told(cloud, events) == [("filing.processed.v1", 1, "CREATED"), ("filing.updated.v1", 2, "SUPERSEDED")]
    kept = stored(ACCESSION)
    assert "two mills" in kept.filing.items[0].text
    assert (kept.revision, kept.revisions) == (1, 2)


@pytest.mark.parametrize("wrap", [s3_event, eventbridge_event], ids=["bare S3 event", "EventBridge"])
def test_other_events_are_taken_too_and_answered_with_what_became_of_them(cloud, events, wrap):
    version = cloud.upload("in/a b+c%2B é.txt", submission(), notify=False)
    invocation = cloud.invoke("ProcessFiling", lambda_handler, wrap(version))
    assert invocation.error is None
    (outcome,) = invocation.response["outcomes"]
    assert (outcome["kind"], outcome["filing_id"]) == ("CREATED", ACCESSION)
    assert cloud.received(events)[0].json["data"]["object"]["key"] == "in/a b+c%2B é.txt"


def test_an_event_without_a_version_is_the_newest_version(cloud, events, outcome):
    version = cloud.upload("in/8-k.txt", submission(), notify=False)
    cloud.send(version.changed(version_id=None, sequencer=None))
    cloud.drain(HANDLERS)
    assert outcome(version)["kind"] == "REVISION"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "EmptyFile"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "NotText"),
        (b"<html><head><title>502</title></head><body><h1>502 Bad Gateway</h1></body></html>", "NotAFiling"),
        (gzip.compress(submission())[:-40], "UnreadableGzip"),
    ],
    ids=["empty", "picture", "error page", "cut gzip"],
)
def test_what_is_no_filing_is_rejected_told_to_operators_and_consumed(cloud, events, outcome, body, reason):
    operators = cloud.subscribe_queue("OperatorTopic", raw=False)
    version = cloud.upload("in/odd.txt", body)
    report = cloud.drain(HANDLERS)
    assert (report.errors, report.failed) == ([], [])
    row = outcome(version)
    assert (row["kind"], row["reason"], row["status"]) == ("REJECTED", reason, "NOTIFIED")
    (message,) = cloud.received(operators)
    assert row["message"] in message.body
    assert cloud.received(events) == []


def test_an_upload_over_the_limit_is_rejected(cloud, outcome, monkeypatch):
    version = cloud.upload("in/large.txt", submission(), notify=False)
    limited = dict(cloud.functions["ProcessFiling"].environment) | {"MAX_SUBMISSION_BYTES": "100"}
    object.__setattr__(cloud.functions["ProcessFiling"], "environment", limited)
    cloud.send(version)
    cloud.drain(HANDLERS)
    row = outcome(version)
    assert (row["kind"], row["reason"]) == ("REJECTED", "TooLarge")
    assert "the limit is 100" in row["message"]


def test_an_upload_that_was_deleted_is_recorded_as_gone(cloud, outcome):
    version = cloud.upload("in/8-k.txt", submission())
    cloud.client("s3").delete_object(Bucket=version.bucket, Key=version.key, VersionId=version.version_id)
    assert cloud.drain(HANDLERS).failed == []
    assert (outcome(version)["kind"], outcome(version)["reason"]) == ("REJECTED", "Gone")


def test_a_filing_of_many_documents_is_kept_whole(cloud, events, stored):
    cloud.upload("in/8-k.txt", submission(attachments=150))
    cloud.drain(HANDLERS)
    assert len(stored(ACCESSION).filing.documents) == 151
    assert cloud.received(events)[0].json["data"]["documentCount"] == 151


def test_an_item_longer_than_a_row_takes_is_read_back_whole(cloud, stored):
    text = "\n".join(f"Sentence {n} of the lease." for n in range(1000))
    cloud.upload("in/8-k.txt", submission(text=text))
    cloud.drain(HANDLERS)
    assert "Sentence 999 of the lease." in stored(ACCESSION).filing.items[0].text


def test_one_failing_upload_of_a_batch_does_not_disturb_the_others(cloud, events):
    for number in range(1, 4):
        cloud.upload(f"in/{number}.txt", submission(f"0009900555-26-{number:06d}"))
    cloud.aws.inject(Fault.THROTTLE, at="s3.GetObject", nth=2)
    report = cloud.drain(HANDLERS)
    assert len(report.failed) == 1
    assert report.errors == []
    assert len(told(cloud, events)) == 3
    assert cloud.waiting("InboxDeadLetterQueue") == 0


def test_a_message_that_nobody_understands_ends_in_the_dead_letter_queue(cloud):
    cloud.send_message("no json")
    report = cloud.drain(HANDLERS)
    assert len(report.failed) == 5
    assert cloud.waiting("InboxDeadLetterQueue") == 1


def test_an_error_outside_sqs_fails_the_invocation_so_that_lambda_repeats_it(cloud, events):
    version = cloud.upload("in/8-k.txt", submission(), notify=False)
    cloud.aws.inject(Fault.ERROR, at="sns.Publish")
    assert cloud.invoke("ProcessFiling", lambda_handler, s3_event(version)).error is not None
    assert cloud.invoke("ProcessFiling", lambda_handler, s3_event(version)).error is None
    assert len(told(cloud, events)) == 1


def test_a_test_event_is_acknowledged(cloud):
    cloud.send_message({"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "inbox"})
    report = cloud.drain(HANDLERS)
    assert (report.failed, cloud.waiting("InboxQueue")) == ([], 0)


def test_metrics_are_counted_by_service_alone(cloud, capsys):
    cloud.upload("in/8-k.txt", submission())
    cloud.upload("in/copy.txt", submission())
    cloud.upload("in/empty.txt", b"")
    cloud.drain(HANDLERS)
    (emf,) = [line for line in map(json.loads, capsys.readouterr().out.splitlines()) if "_aws" in line]
    (metrics,) = emf["_aws"]["CloudWatchMetrics"]
    assert metrics["Namespace"] == cloud.functions["ProcessFiling"].environment["POWERTOOLS_METRICS_NAMESPACE"]
    assert metrics["Dimensions"] == [["service"]]
    assert emf["service"] == "process-filing"
    counts = {name: sum(emf[name]) for name in ("FilingsProcessed", "FilingsDuplicate", "FilingsRejected")}
    assert counts == {"FilingsProcessed": 1, "FilingsDuplicate": 1, "FilingsRejected": 1}
    assert sum(emf["NotificationsPublished"]) == 2
    assert len(emf["ParseMillis"]) == 2
    assert len(emf["UploadToNotifyMillis"]) == 1


def test_nothing_of_a_filing_is_logged(cloud, capsys):
    cloud.upload("in/8-k.txt", submission())
    cloud.upload("in/copy.txt", submission())
    cloud.upload("in/bad.txt", gzip.compress(submission())[:-40])
    cloud.aws.inject(Fault.ERROR, at="sns.Publish")
    cloud.drain(HANDLERS)
    logged = capsys.readouterr()
    lines = [json.loads(line) for line in logged.out.splitlines()]
    assert {line.get("kind") for line in lines} >= {"DUPLICATE", "REPEATED", "REJECTED"}
    for text in (SENTENCE, COMPANY, "Sluice", "Material Definitive"):
        assert text not in logged.out + logged.err


def test_the_keys_of_one_upload_do_not_stay_in_the_log_lines_of_the_next(cloud, capsys):
    cloud.upload("in/empty.txt", b"")
    cloud.upload("in/8-k.txt", submission())
    cloud.drain(HANDLERS)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    rejected, kept = (line for line in lines if line.get("message") == "upload processed")
    assert (rejected["object_key"], rejected["reason"]) == ("in/empty.txt", "EmptyFile")
    assert (kept["object_key"], kept["filing_id"]) == ("in/8-k.txt", ACCESSION)
    assert "reason" not in kept
