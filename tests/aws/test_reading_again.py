"""An upload read again by another parser version: rows, conditions, and what a reader finds, in the local DynamoDB."""

import json
from dataclasses import replace

import pytest

from filings.identity import generation_of
from filings.ports import Committed, Handled, KnownRevision, Latest, LatestMoved, ObjectCreated, SameContent
from filings.record import Item
from tests.aws.entries import ACCESSION, NOON, entry, filing, refusal

CREATED = ObjectCreated("inbox", "a.txt", "v1")
OUTCOME = ("OBJECT#inbox/a.txt", "VERSION#v1")
FILING = f"FILING#{ACCESSION}"
TEXT = (Item(item="1.01", text="We leased two mills.", start=0, end=20),)


def read_again(known, *, by: str = "1.1.0", change: str = "REPARSED", revision: int = 2, **upload):
    """The entry of the same bytes as a later parser reads them."""
    made = entry(filing(items=TEXT), revision=revision, change=change, **upload)
    generation = generation_of(made.content_sha256, by)
    again = by if known.revision else None
    return replace(made, parser_version=by, generation=generation, known=known, read_again_by=again)


@pytest.fixture
def kept(table):
    """A filing on record and announced, and what is known of it."""
    table.mark_announced(table.commit(entry(sequencer="0A"), None, NOON).announcement, NOON)
    return table.known(CREATED)


def test_nothing_is_known_of_what_has_no_outcome(table):
    assert table.known(CREATED) is None


def test_what_is_known_of_a_revision_is_read_consistently(cloud, table):
    made = entry(sequencer="0A")
    pending = table.commit(made, None, NOON).announcement
    with cloud.aws.recording() as calls:
        known = table.known(CREATED)
    assert (known.kind, known.read_by, known.pending) == ("REVISION", "1.0.0", pending)
    latest = Latest(1, made.position, made.content_sha256)
    assert known.sequencer == "0A"
    assert known.revision == KnownRevision(ACCESSION, made.generation, latest)
    assert [(call.operation, call.parameters["ConsistentRead"]) for call in calls] == [("GetItem", True)] * 3


def test_what_is_known_of_a_duplicate_and_of_a_rejection(table):
    table.commit(entry(), None, NOON)
    table.record_duplicate(entry(key="b.txt"), NOON)
    duplicate = table.known(ObjectCreated("inbox", "b.txt", "v1"))
    assert (duplicate.kind, duplicate.read_by, duplicate.revision, duplicate.pending) == (
        "DUPLICATE",
        "1.0.0",
        None,
        None,
    )
    refused = replace(refusal(key="c.txt"), sequencer="0C")
    pending = table.record_refusal(refused, NOON).announcement
    rejected = table.known(ObjectCreated("inbox", "c.txt", "v1"))
    assert (rejected.kind, rejected.read_by, rejected.sequencer) == ("REJECTED", "1.0.0", "0C")
    assert rejected.pending == pending


def test_another_reading_is_a_revision_beside_the_first_and_stands(table, rows, kept):
    made = read_again(kept, sequencer="0A")
    committed = table.commit(made, kept.revision.latest, NOON)
    assert isinstance(committed, Committed)
    found = rows()
    first, second = f"REVISION#{made.content_sha256}", f"REVISION#{made.content_sha256}#1.1.0"
    assert committed.announcement.sk == second
    assert (found[FILING, first]["revision"], found[FILING, second]["revision"]) == (1, 2)
    latest = found[FILING, "LATEST"]
    assert (latest["generation"], latest["revisionSk"], latest["revisions"]) == (made.generation, second, 2)
    assert latest["object"]["sequencer"] == "0A"
    outcome = found[OUTCOME]
    assert (outcome["revisionSk"], outcome["parserVersion"], outcome["generation"]) == (
        second,
        "1.1.0",
        made.generation,
    )


def test_a_redelivery_finds_the_reading_that_is_not_announced(table, kept):
    committed = table.commit(read_again(kept), kept.revision.latest, NOON)
    assert table.commit(entry(), None, NOON) == Handled(committed.announcement, "1.1.0")
    assert table.known(CREATED).pending == committed.announcement


def test_of_two_readings_at_once_the_second_is_refused_and_writes_nothing(table, rows, kept):
    table.commit(read_again(kept), kept.revision.latest, NOON)
    before = rows()
    other = read_again(kept, by="1.2.0")
    assert isinstance(table.commit(other, kept.revision.latest, NOON), Handled)
    assert rows() == before


def test_a_reading_is_refused_after_another_parser_noted_that_nothing_changed(table, rows, kept):
    assert table.note_reading(CREATED, kept, "1.2.0") == "1.2.0"
    before = rows()
    refused = table.commit(read_again(kept), kept.revision.latest, NOON)
    assert refused == Handled(None, "1.2.0")
    assert table.note_reading(CREATED, kept, "1.1.0") == "1.2.0"
    assert rows() == before


def test_a_reading_waits_for_newer_content_that_came_between(table, rows, kept):
    second = entry(content="second", version="v2", seconds=5, revision=2, change="UPDATED")
    table.commit(second, kept.revision.latest, NOON)
    moved = table.commit(read_again(kept), kept.revision.latest, NOON)
    assert moved == LatestMoved(Latest(2, second.position, second.content_sha256))
    old = read_again(kept, change="SUPERSEDED", revision=3)
    assert isinstance(table.commit(old, moved.latest, NOON), Committed)
    latest = rows()[FILING, "LATEST"]
    assert (latest["revision"], latest["revisions"], latest["generation"]) == (2, 3, second.generation)


def test_noting_a_reading_changes_nothing_but_the_version(table, rows, kept):
    before = rows()
    table.note_reading(CREATED, kept, "1.1.0")
    after = rows()
    assert after.pop(OUTCOME) == before.pop(OUTCOME) | {"parserVersion": "1.1.0"}
    assert after == before


def test_a_rejection_that_was_told_becomes_a_revision_and_keeps_what_it_said(table, rows):
    told = table.record_refusal(refusal(), NOON).announcement
    table.mark_announced(told, NOON)
    made = read_again(table.known(CREATED), change="CREATED", revision=1)
    assert isinstance(table.commit(made, None, NOON), Committed)
    outcome = rows()[OUTCOME]
    assert (outcome["kind"], outcome["filingId"], outcome["reason"]) == ("REVISION", ACCESSION, "NotText")
    assert (outcome["event"], outcome["status"]) == (told.event, "NOTIFIED")
    assert (FILING, f"REVISION#{made.content_sha256}") in rows()


def test_a_rejection_that_is_not_told_is_not_replaced(table, rows):
    pending = table.record_refusal(refusal(), NOON).announcement
    before = rows()
    made = read_again(table.known(CREATED), change="CREATED", revision=1)
    assert table.commit(made, None, NOON) == Handled(pending, "1.0.0")
    assert rows() == before


def test_a_rejection_whose_content_is_known_becomes_a_duplicate_once(table, rows):
    table.mark_announced(table.record_refusal(refusal(), NOON).announcement, NOON)
    known = table.known(CREATED)
    table.commit(entry(key="b.txt"), None, NOON)
    made = read_again(known, change="CREATED", revision=1)
    assert table.commit(made, None, NOON) == SameContent()
    assert table.record_duplicate(made, NOON) == "1.1.0"
    assert rows()[OUTCOME]["kind"] == "DUPLICATE"
    assert table.record_duplicate(replace(made, parser_version="1.2.0"), NOON) == "1.1.0"


def test_a_large_reading_is_written_ahead_under_a_generation_of_its_own(table, rows, kept):
    from tests.aws.test_commit import documents

    before = {key for key in rows() if key[1].startswith("G#")}
    made = read_again(kept)
    made = replace(made, filing=made.filing.model_copy(update={"documents": documents(120)}))
    assert isinstance(table.commit(made, kept.revision.latest, NOON), Committed)
    after = {key for key in rows() if key[1].startswith("G#")}
    assert before < after
    assert {sk.split("#")[1] for _, sk in after - before} == {made.generation}


def test_the_event_of_a_reading_is_stored_as_it_is_told(table, rows, kept):
    made = read_again(kept)
    announcement = table.commit(made, kept.revision.latest, NOON).announcement
    assert rows()[FILING, announcement.sk]["event"] == announcement.event
    assert json.loads(announcement.event)["data"]["processing"]["change"] == "REPARSED"
