"""The way of one upload, with the ports faked: what is kept, what is told, and that nothing is lost on the way."""

import datetime as dt
import json

import pytest

from filings.errors import FilingError, NotAFiling
from filings.forms._form import Form, Parts
from filings.notifications.notification import Summaries
from filings.ports import Latest, ObjectCreated
from filings.process import FilingContended, FilingProcessor
from filings.record import Filing, Item
from tests.fakes import NOON, FakeArchive, FakeInbox, FakeTable, FakeTopics

ACCESSION = "0009900555-26-000001"


def parse(source, *, name, limit):
    """`<accession>|<text>`, or a sentence why it is none."""
    accession, _, text = source.read().decode().partition("|")
    if not text:
        raise NotAFiling("it has no text")
    item = Item(item="8.01", text=text, start=0, end=len(text))
    return Filing(accession_number=accession or None, form="8-K", items=(item,))


class Desk:
    """A processor and its fakes."""

    def __init__(self) -> None:
        self.inbox, self.archive, self.table, self.topics = FakeInbox(), FakeArchive(), FakeTable(), FakeTopics()
        self.processor = FilingProcessor(
            inbox=self.inbox,
            archive=self.archive,
            table=self.table,
            topics=self.topics,
            event_source="urn:test",
            limit=1000,
            now=lambda: NOON + dt.timedelta(seconds=2),
            parse=parse,
            parser_version="1.0.0",
        )

    def upload(self, text: str = "first", *, key: str = "a.txt", version: str = "v1", seconds: int = 0) -> str:
        body = f"{ACCESSION}|{text}".encode()
        return self.processor.process(self.inbox.put(key, body, version=version, seconds=seconds)).kind

    @property
    def told(self) -> list[tuple[str, int, str]]:
        """Of filings; what operators are told is not among it."""
        events = [json.loads(announcement.event) for announcement in self.topics.published]
        return [
            (event["type"], event["data"]["processing"]["revision"], event["data"]["processing"]["change"])
            for event in events
            if event["type"] != "filing.rejected.v1"
        ]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_fresh_filing_is_archived_committed_announced_and_marked(desk):
    created = desk.inbox.put("a.txt", f"{ACCESSION}|first".encode())
    outcome = desk.processor.process(created)
    assert (outcome.kind, outcome.filing_id, outcome.form, outcome.announced) == ("CREATED", ACCESSION, "8-K", True)
    assert outcome.upload_to_notify_ms == 2000
    assert [filing.items[0].text for filing in desk.archive.filings.values()] == ["first"]
    assert desk.told == [("filing.processed.v1", 1, "CREATED")]
    assert all(row["pending"] is None for row in desk.table.revisions.values())


def test_the_event_has_what_the_forms_module_adds(desk, monkeypatch):
    form = Form(("8-K",), read=lambda report: Parts(), summarize=lambda filing: Summaries(tags=("added",)))
    monkeypatch.setattr("filings.revision.form_for", {"8-K": form}.get)
    desk.upload()
    assert "added" in json.loads(desk.topics.published[0].event)["data"]["tags"]


def test_the_same_version_again_tells_nobody(desk):
    assert [desk.upload(), desk.upload()] == ["CREATED", "REPEATED"]
    assert len(desk.told) == 1


def test_the_same_bytes_under_another_key_are_a_duplicate_and_tell_nobody(desk):
    assert [desk.upload(), desk.upload(key="b.txt"), desk.upload(version="v2")] == ["CREATED", "DUPLICATE", "DUPLICATE"]
    assert len(desk.told) == 1
    assert desk.table.outcomes["b.txt", "v1"]["kind"] == "DUPLICATE"


def test_other_content_under_the_accession_number_is_the_next_revision(desk):
    assert [desk.upload(), desk.upload("second", version="v2", seconds=1)] == ["CREATED", "UPDATED"]
    assert desk.told[1] == ("filing.updated.v1", 2, "UPDATED")
    assert desk.table.standing[ACCESSION] == 2


def test_an_older_version_that_comes_late_is_told_as_superseded_and_does_not_stand(desk):
    assert [desk.upload("second", version="v2", seconds=9), desk.upload()] == ["CREATED", "SUPERSEDED"]
    assert desk.told[1] == ("filing.updated.v1", 2, "SUPERSEDED")
    assert (desk.table.standing[ACCESSION], desk.table.latest[ACCESSION].revisions) == (1, 2)
    assert desk.upload("third", version="v3", seconds=10) == "UPDATED"
    assert desk.table.standing[ACCESSION] == 3


def test_a_lost_race_for_latest_becomes_the_next_revision(desk):
    desk.table.meanwhile = [lambda: desk.upload("faster", key="b.txt")]
    assert desk.upload(seconds=1) == "UPDATED"
    assert sorted(revision for _, revision, _ in desk.told) == [1, 2]
    assert desk.table.latest[ACCESSION].revisions == 2


def test_a_filing_that_others_always_commit_first_goes_back_to_the_queue(desk):
    def commit_always_late(entry, seen, now):
        from filings.ports import LatestMoved

        return LatestMoved(Latest(entry.revision, entry.position, "other"))

    desk.table.commit = commit_always_late
    with pytest.raises(FilingContended, match=ACCESSION):
        desk.upload()
    assert desk.told == []


def test_a_notification_that_failed_is_told_at_redelivery_with_the_same_body(desk):
    desk.topics.broken = 1
    with pytest.raises(ConnectionError):
        desk.upload()
    (row,) = desk.table.revisions.values()
    stored = row["pending"]
    assert desk.upload() == "REPEATED"
    assert desk.topics.published == [stored]
    assert row["pending"] is None


def test_a_mark_that_was_lost_repeats_the_same_message(desk):
    mark = desk.table.mark_announced

    def lose(announcement, now):
        desk.table.mark_announced = mark
        raise ConnectionError("no answer")

    desk.table.mark_announced = lose
    with pytest.raises(ConnectionError):
        desk.upload()
    desk.upload()
    first, again = desk.topics.published
    assert first == again


def test_what_is_no_filing_is_recorded_and_told_to_operators(desk):
    outcome = desk.processor.process(desk.inbox.put("a.txt", b"nothing"))
    assert (outcome.kind, outcome.reason, outcome.announced) == ("REJECTED", "NotAFiling", True)
    (announcement,) = desk.topics.published
    event = json.loads(announcement.event)
    assert event["type"] == "filing.rejected.v1"
    assert event["data"]["reason"] == {"type": "NotAFiling", "message": "this is not a filing: it has no text"}
    assert event["data"]["object"]["size"] == 7
    row = desk.table.outcomes["a.txt", "v1"]
    assert (row["kind"], row["pending"]) == ("REJECTED", None)


def test_a_rejection_is_told_once(desk):
    created = desk.inbox.put("a.txt", b"nothing")
    desk.processor.process(created)
    assert desk.processor.process(created).kind == "REPEATED"
    assert len(desk.topics.published) == 1


def test_an_upload_that_is_gone_is_recorded_as_that(desk):
    outcome = desk.processor.process(ObjectCreated("inbox", "never.txt", "v1"))
    assert (outcome.kind, outcome.reason) == ("REJECTED", "Gone")


def test_every_error_of_a_filing_is_a_rejection_and_no_other_error_is(desk):
    def fail_with(error):
        def parse(source, *, name, limit):
            raise error

        object.__setattr__(desk.processor, "parse", parse)
        return desk.upload

    assert fail_with(FilingError("odd"))() == "REJECTED"
    with pytest.raises(ZeroDivisionError):
        fail_with(ZeroDivisionError())()


def test_the_event_names_the_row_where_the_record_is(desk):
    desk.upload()
    data = json.loads(desk.topics.published[0].event)["data"]
    assert (data["record"]["pk"], data["record"]["sk"]) in desk.table.revisions
    assert data["processing"]["uploadToNotifyMs"] == 2000
