"""ProcessFiling after an upgrade of its parser, end to end: messages of our own, and what subscribers get."""

import json

import pytest

from filings.aws import clients
from filings.aws.archive import S3Archive
from filings.aws.table.queries import FilingQueries
from filings.errors import NotAFiling
from filings.parse import parse_filing
from functions.process_filing.app import lambda_handler
from tests.submissions import ACCESSION, SENTENCE, submission
from tests.upgrades import NEXT, message_of_ours, upgraded

HANDLERS = {"ProcessFiling": lambda_handler}
NEWS = {"origin": [{"exists": False}]}


@pytest.fixture
def read(cloud):
    """Uploads by the next parser: what comes of the message."""

    def read(upload, **upgrade):
        cloud.send_message(message_of_ours(upload))
        with upgraded(**upgrade):
            return cloud.drain(HANDLERS)

    return read


@pytest.fixture
def kept(cloud):
    """A filing that is on record and announced."""
    version = cloud.upload("in/8-k.txt", submission())
    cloud.drain(HANDLERS)
    return version


def ids(cloud, queue) -> list[str]:
    return [message.json["id"].partition("/")[2][32:] for message in cloud.received(queue)]


def test_a_filing_that_the_next_parser_reads_otherwise_is_told_to_those_who_want_it(cloud, read, kept):
    everything, news = cloud.subscribe_queue("FilingEventsTopic"), cloud.subscribe_queue("FilingEventsTopic", NEWS)
    assert read(kept).errors == []
    assert (ids(cloud, everything), ids(cloud, news)) == ([f"/{NEXT}"], [])
    archive = S3Archive(clients.s3(), cloud.name("ArchiveBucket"))
    stored = FilingQueries(clients.dynamodb(), cloud.name("FilingsTable"), archive).filing(ACCESSION)
    assert (stored.revision, stored.parser_version) == (2, NEXT)
    assert stored.filing.warnings[-1].code == "seen-by-the-next"
    assert stored.filing == archive.get(ACCESSION, stored.generation)


def test_the_event_names_the_row_that_a_consistent_read_finds(cloud, read, kept):
    queue = cloud.subscribe_queue("FilingEventsTopic")
    read(kept)
    (message,) = cloud.received(queue)
    key = message.json["data"]["record"]
    answer = cloud.client("dynamodb").get_item(
        TableName=key["table"], Key={"pk": {"S": key["pk"]}, "sk": {"S": key["sk"]}}, ConsistentRead=True
    )
    assert answer["Item"]["event"]["S"] == message.body


def test_what_a_reading_costs_in_calls(cloud, read, kept):
    look = ["GetItem"] * 3
    announce = ["Publish", "Publish", "UpdateItem"]
    with cloud.aws.recording() as calls:
        read(kept)
    read_twice = ["GetObject", "GetObject"]  # the upload, and what was read of it before
    assert [call.operation for call in calls] == [*look, *read_twice, "PutObject", "TransactWriteItems", *announce]
    with cloud.aws.recording() as calls:
        read(kept, version="1.2.0")
    assert [call.operation for call in calls] == [*look, *read_twice, "UpdateItem"]
    with cloud.aws.recording() as calls:
        read(kept, version="1.2.0")
    assert [call.operation for call in calls] == look


def test_a_backfill_is_told_as_one_and_what_reconciling_found_as_news(cloud):
    everything, news = cloud.subscribe_queue("FilingEventsTopic"), cloud.subscribe_queue("FilingEventsTopic", NEWS)
    for number, origin in enumerate(("backfill", "reconcile"), 1):
        body = submission(f"0009900555-26-00000{number}")
        cloud.send_message(message_of_ours(cloud.upload(f"in/{number}.txt", body, notify=False), origin))
    assert cloud.drain(HANDLERS).errors == []
    origins = [
        [message.json["data"]["processing"]["origin"] for message in cloud.received(queue)]
        for queue in (everything, news)
    ]
    assert [sorted(found) for found in origins] == [["backfill", "reconcile"], ["reconcile"]]


def test_a_filing_that_the_next_parser_cannot_read_stays_and_an_operator_can_see_it(cloud, read, kept, capsys):
    queue = cloud.subscribe_queue("FilingEventsTopic")
    capsys.readouterr()

    def refuse(source, **asked):
        raise NotAFiling("not to this parser")

    read(kept, parse=refuse)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (warning,) = (line for line in lines if line.get("level") == "WARNING")
    assert (warning["kind"], warning["filing_id"], warning["reason"]) == ("UNREADABLE", ACCESSION, "NotAFiling")
    assert any(line.get("FilingsUnreadable") == [1.0] for line in lines)
    assert cloud.received(queue) == []


def test_an_upload_that_only_the_next_parser_reads_is_announced(cloud, read):
    version = cloud.upload("in/odd.txt", b"!" + submission())
    with upgraded("1.0.0", parse=lambda source, **asked: parse_filing(b"", **asked)):
        cloud.drain(HANDLERS)
    queue = cloud.subscribe_queue("FilingEventsTopic")
    read(version, parse=lambda source, **asked: parse_filing(source.read()[1:], **asked))
    (message,) = cloud.received(queue)
    assert (message.json["type"], message.json["subject"]) == ("filing.processed.v1", ACCESSION)


def test_nothing_of_a_filing_that_is_read_again_is_logged(cloud, read, kept, capsys):
    read(kept)
    assert SENTENCE not in capsys.readouterr().out
