"""The six invariants of docs/architecture.md, after a fault at each AWS call, and with two handlers at one filing."""

import datetime as dt
import json
from collections import Counter

import pytest

from filings.aws import clients
from filings.aws.archive import S3Archive
from filings.aws.table.pending import DynamoDBPendingTable
from filings.aws.table.queries import FilingQueries
from filings.aws.table.values import from_row
from filings.aws.topics import SnsTopics
from filings.sweep import PendingSweeper
from functions.process_filing.app import lambda_handler
from local.events import s3_event
from local.faults import Fault
from tests.submissions import COMPANY, SENTENCE, submission

HANDLERS = {"ProcessFiling": lambda_handler}
CALLS_OF_A_FRESH_FILING = 6
OTHER_SENTENCE = "The Company leased two mills at Sluice Lane."
FAULTS = [fault for fault in Fault if fault is not Fault.UNPROCESSED]


@pytest.fixture
def events(cloud):
    return cloud.subscribe_queue("FilingEventsTopic")


def rows(cloud) -> list[dict]:
    pages = cloud.client("dynamodb").get_paginator("scan").paginate(TableName=cloud.name("FilingsTable"))
    return [from_row(item) for page in pages for item in page["Items"]]


def sweep_ten_minutes_later(cloud) -> None:
    topics = SnsTopics(
        clients.sns(), cloud.ref("FilingEventsTopic"), cloud.ref("FilingAlertsTopic"), cloud.ref("OperatorTopic")
    )
    table = DynamoDBPendingTable(clients.dynamodb(), cloud.name("FilingsTable"))
    later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=10)
    swept = PendingSweeper(table, topics, dt.timedelta(minutes=5), lambda: later).sweep()
    assert swept.failures == ()


def assert_invariants(cloud, events, logged: str) -> None:
    """Once the queue is empty and the sweeper has run."""
    cloud.aws.clear()
    cloud.drain(HANDLERS)
    sweep_ten_minutes_later(cloud)
    found = rows(cloud)
    outcomes = {(row["object"]["key"], row["object"]["versionId"]): row for row in found if row["sk"][:8] == "VERSION#"}
    revisions = [row for row in found if row["sk"].startswith("REVISION#")]
    versions = cloud.client("s3").list_object_versions(Bucket=cloud.name("InboxBucket"))["Versions"]
    # 1: every object version has its one outcome
    assert set(outcomes) == {(version["Key"], version["VersionId"]) for version in versions}
    assert cloud.waiting("InboxQueue") == cloud.waiting("InboxDeadLetterQueue") == 0
    # 2: LATEST is the newest
    newest = {version["Key"]: version["VersionId"] for version in versions if version["IsLatest"]}
    standing = [row for row in found if row["sk"] == "LATEST"]
    for latest in standing:
        numbers = [row["revision"] for row in revisions if row["pk"] == latest["pk"]]
        assert sorted(numbers) == list(range(1, latest["revisions"] + 1))
        assert latest["object"]["versionId"] == newest[latest["object"]["key"]]
    # 3: every revision is told, and nothing else
    assert {row["status"] for row in revisions} == {"NOTIFIED"}
    assert not any("pendingShard" in row for row in found)
    told = [(message.json["id"], message.body) for message in cloud.received(events)]
    assert {event_id for event_id, _ in told} == {json.loads(row["event"])["id"] for row in revisions}
    # 4: the same id has the same body
    assert len({body for _, body in told}) == len({event_id for event_id, _ in told})
    # 5: what stands is whole
    archive = S3Archive(clients.s3(), cloud.name("ArchiveBucket"))
    queries = FilingQueries(clients.dynamodb(), cloud.name("FilingsTable"), archive)
    for latest in standing:
        stored = queries.filing(latest["filingId"])
        assert stored.filing == archive.get(latest["filingId"], stored.generation)
    # 6: nothing of it is logged
    assert not any(text in logged for text in (SENTENCE, COMPANY, "Sluice"))


def accession(number: int) -> str:
    return f"0009900555-26-{number:06d}"


def filing(number: int, *, text: str = SENTENCE, **changes) -> bytes:
    return submission(accession(number), text=text, **changes)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_at_any_call_then_redelivery(cloud, events, capsys, fault):
    for call in range(1, CALLS_OF_A_FRESH_FILING + 1):
        cloud.upload(f"in/{call}.txt", filing(call))
        injected = cloud.aws.inject(fault, at=call)
        cloud.drain(HANDLERS)
        assert injected.happened
    assert_invariants(cloud, events, capsys.readouterr().out)


@pytest.mark.parametrize("fault", [Fault.CRASH_BEFORE, Fault.LOST_RESPONSE], ids=lambda fault: fault.name)
def test_a_fault_after_the_commit_and_the_message_is_gone_then_the_sweeper(cloud, events, capsys, fault):
    first = 4 if fault is Fault.CRASH_BEFORE else 3  # before the commit only the message can repair it
    for call in range(first, CALLS_OF_A_FRESH_FILING + 1):
        version = cloud.upload(f"in/{call}.txt", filing(call), notify=False)
        cloud.aws.inject(fault, at=call)
        assert cloud.invoke("ProcessFiling", lambda_handler, s3_event(version)).error is not None
    assert_invariants(cloud, events, capsys.readouterr().out)


@pytest.mark.parametrize(("fault", "call"), [(Fault.CRASH_AFTER, 3), (Fault.ERROR, 7), (Fault.CRASH_AFTER, 8)])
def test_a_fault_on_the_way_of_a_large_filing(cloud, events, capsys, fault, call):
    """Its calls: get, put, five batches, the transaction."""
    cloud.upload("in/1.txt", filing(1, attachments=110))
    injected = cloud.aws.inject(fault, at=call)
    cloud.drain(HANDLERS)
    assert injected.happened
    assert_invariants(cloud, events, capsys.readouterr().out)


def the_same_version(cloud, first, number):
    return first


def the_same_bytes(cloud, first, number):
    return cloud.upload(f"in/copy-of-{number}.txt", filing(number), notify=False)


def the_next_version(cloud, first, number):
    return cloud.upload(f"in/{number}.txt", filing(number, text=OTHER_SENTENCE), notify=False)


ORDERS = [
    (the_same_version, False),
    (the_same_bytes, False),
    (the_same_bytes, True),
    (the_next_version, False),
    (the_next_version, True),
]


@pytest.mark.parametrize(("way", "swapped"), ORDERS)
def test_another_handler_goes_all_its_way_between_any_two_calls(cloud, events, capsys, way, swapped):
    for call in range(1, CALLS_OF_A_FRESH_FILING + 1):
        first = cloud.upload(f"in/{call}.txt", filing(call), notify=False)
        other = way(cloud, first, call)
        held, faster = (other, first) if swapped else (first, other)
        run_while_held(cloud, held, faster, before_call=call)
        cloud.send(first, other)
    assert_invariants(cloud, events, capsys.readouterr().out)


def run_while_held(cloud, held, faster, *, before_call: int) -> None:
    """`held` is processed, but before its n-th AWS call it waits until `faster` is."""
    seen = Counter()

    def run_the_other(_):
        seen["calls"] += 1
        if seen["calls"] == before_call:
            cloud.aws.before.clear()
            assert cloud.invoke("ProcessFiling", lambda_handler, s3_event(faster)).error is None

    cloud.aws.before.append(run_the_other)
    assert cloud.invoke("ProcessFiling", lambda_handler, s3_event(held)).error is None
    cloud.aws.before.clear()
