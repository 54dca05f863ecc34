"""What an earlier release has written, today's code reads: rows, uploads that come again, what is still to be told."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from filings.aws import clients
from filings.aws.archive import read_archive
from filings.aws.table.pending import DynamoDBPendingTable
from filings.aws.table.values import from_row
from filings.aws.topics import SnsTopics
from filings.identity import has_been_read_by
from filings.notifications.notification import read_event
from filings.parse import PARSER_VERSION, parse_filing
from filings.same_record import is_same_record
from filings.sweep import PendingSweeper
from local.events import s3_event
from tests.upgrades import message_of_ours

COMPANY = "0009900555"


def of_kind(released, sk: str) -> list[dict]:
    return [from_row(row) for row in released.kept("rows") if row["sk"]["S"].startswith(sk)]


def children(released, kind: str) -> list[dict]:
    return [row for row in of_kind(released, "G#") if f"#{kind}#" in row["sk"]]


def test_every_filing_is_read_whole(released):
    standing = of_kind(released, "LATEST")
    assert len(standing) >= 5
    for latest in standing:
        stored = released.queries.filing(latest["filingId"])
        assert is_same_record(stored.filing, released.archive.get(latest["filingId"], latest["generation"]))
        assert (stored.revision, stored.revisions) == (latest["revision"], latest["revisions"])


def test_an_item_too_long_for_its_row_is_read_from_the_archive(released):
    (long,) = (row for row in children(released, "ITEM") if row.get("inArchive"))
    filing = released.queries.filing(long["pk"].removeprefix("FILING#")).filing
    assert len(filing.items[long["position"] - 1].text.encode()) == long["textBytes"]


def test_every_list_has_what_it_had(released):
    queries = released.queries
    (standing,) = (row for row in of_kind(released, "LATEST") if row["revisions"] == 3)
    shown = next(filing for filing in queries.company_timeline(COMPANY) if filing.filing_id == standing["filingId"])
    assert (shown.generation, shown.said) == (standing["generation"], standing["summary"])
    assert shown in queries.form_feed("8-K", shown.filed_on)
    assert shown in queries.item_feed("1.01", shown.filed_on)
    assert shown in queries.tag_feed("deal", shown.filed_on)


def test_every_row_of_a_forms_part_is_listed(released):
    trades = children(released, "TRANSACTION") + children(released, "CO-OWNER-TRANSACTION")
    assert len(trades) >= 3
    for row in trades:
        listed = [found.attributes for found in released.queries.transactions_by_owner(row["ownerCik"])]
        assert row in listed
        assert "issuerCik" not in row or row in [
            found.attributes for found in released.queries.transactions_by_issuer(row["issuerCik"])
        ]
    holdings = children(released, "HOLDING")
    assert len(holdings) >= 3
    for row in holdings:
        quarter = dt.date.fromisoformat(row["reportDate"])
        assert row in [found.attributes for found in released.queries.holders(row["cusip"], quarter)]


def test_what_waits_is_announced_as_it_was_written(released):
    waiting = [row for row in of_kind(released, "") if row.get("status") == "PENDING"]
    assert {row["sk"].partition("#")[0] for row in waiting} == {"REVISION", "VERSION"}
    cloud = released.cloud
    topics = SnsTopics(
        clients.sns(), cloud.ref("FilingEventsTopic"), cloud.ref("FilingAlertsTopic"), cloud.ref("OperatorTopic")
    )
    later = max(dt.datetime.fromisoformat(row["pendingSince"]) for row in waiting) + dt.timedelta(minutes=10)
    table = DynamoDBPendingTable(clients.dynamodb(), cloud.name("FilingsTable"))
    swept = PendingSweeper(table, topics, dt.timedelta(minutes=5), lambda: later).sweep()
    assert (swept.announced, swept.failures) == (2, ())
    assert released.received("FilingEventsTopic") == [row["event"] for row in waiting if "REVISION#" in row["sk"]]
    assert len(released.received("FilingAlertsTopic")) == len(released.received("OperatorTopic")) == 1
    assert not any("pendingShard" in row for row in released.rows().values())


def test_an_upload_that_comes_again_has_its_outcome_and_nobody_is_told_twice(released):
    before = released.rows()
    for version in released.uploads:
        assert released.process(s3_event(version)) == ["REPEATED"]
    pending = [row["event"] for row in of_kind(released, "REVISION#") if row["status"] == "PENDING"]
    assert released.received("FilingEventsTopic") == pending
    after = released.rows()
    assert after.keys() == before.keys()
    assert [row for key, row in after.items() if row != before[key] and row["status"] != {"S": "NOTIFIED"}] == []


def test_a_message_of_that_release_is_read_and_is_what_was_stored(released):
    told = [message["body"] for message in released.kept("messages")["FilingEventsTopic"]]
    stored = {row["event"] for row in of_kind(released, "REVISION#")}
    assert set(told) <= stored
    for body in told:
        event = read_event(body)
        assert (event.id, event.data.processing.origin) == (json.loads(body)["id"], "upload")


def test_a_parser_that_reads_an_upload_otherwise_has_a_newer_version(released):
    """Else what is on record would never be read again, and one generation would stand for two readings."""
    archived = {}
    for text in released.kept("archive").values():
        names = json.loads(text.partition("\n")[0])
        archived[names["contentSha256"]] = (read_archive(text), names["parserVersion"])
    for upload in released.kept("uploads"):
        body = upload["body"].encode("latin-1")
        filing, version = archived.get(hashlib.sha256(body).hexdigest(), (None, ""))
        if filing is not None and has_been_read_by(version, PARSER_VERSION):
            read = parse_filing(body, name=upload["key"])
            assert is_same_record(read, filing), (
                f"{upload['key']} is read otherwise: raise PARSER_VERSION above {version}"
            )


def reprocess(released) -> list[str]:
    return [kind for version in released.uploads for kind in released.process(json.loads(message_of_ours(version)))]


def test_a_later_parser_that_reads_the_same_tells_nobody(released):
    pending = [row["event"] for row in of_kind(released, "REVISION#") if row["status"] == "PENDING"]
    with released.upgraded(reads_more=False):
        assert set(reprocess(released)) == {"UNCHANGED", "REPEATED"}
        assert set(reprocess(released)) == {"REPEATED"}
    assert released.received("FilingEventsTopic") == pending


def test_a_later_parser_that_reads_more_makes_a_revision_of_each_content(released):
    contents = of_kind(released, "REVISION#")
    with released.upgraded(reads_more=True):
        kinds = reprocess(released)
        assert reprocess(released) == ["REPEATED"] * len(kinds)
    standing = of_kind(released, "LATEST")
    assert kinds.count("REPARSED") == len(standing)
    assert kinds.count("SUPERSEDED") == len(contents) - len(standing)
    told = [json.loads(body)["id"] for body in released.received("FilingEventsTopic")]
    assert {f"{json.loads(row['event'])['id']}/99.0.0" for row in contents} <= set(told)
    for latest in standing:
        stored = released.queries.filing(latest["filingId"])
        assert stored.filing.warnings[-1].code == "more"
        assert stored.object["versionId"] == latest["object"]["versionId"]
        now = released.rows()[latest["pk"], "LATEST"]
        assert from_row(now)["object"] == latest["object"]
