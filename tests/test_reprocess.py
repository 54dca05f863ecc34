"""An upload read again by another parser version, with the ports faked: who is told what, and what stands."""

import io
import json
from dataclasses import replace

import pytest

from filings.notifications.notification import Origin
from filings.ports import ObjectCreated
from filings.process import FilingContended, Outcome
from filings.record import Warning
from tests.test_process import ACCESSION, Desk, parse


def parse_otherwise(source, *, name, limit):
    """As a later parser version: `odd` is no filing any more, `better` has a warning, what was none is one."""
    text = source.read().decode()
    text = text.replace("odd", "") if "|" in text else f"{ACCESSION}|{text}"
    filing = parse(io.BytesIO(text.encode()), name=name, limit=limit)
    odd = (Warning(code="odd", message="seen"),) if "better" in text else ()
    return filing.model_copy(update={"warnings": odd})


@pytest.fixture
def desk() -> Desk:
    return Desk()


def upgrade(desk: Desk, version: str = "1.1.0", parse=parse_otherwise) -> None:
    desk.processor = replace(desk.processor, parser_version=version, parse=parse)


def again(desk: Desk, *, key: str = "a.txt", version: str = "v1", origin: Origin = "reprocess") -> Outcome:
    return desk.processor.process(ObjectCreated("inbox", key, version, None, origin))


def reject(desk: Desk, body: str = "nothing", *, key: str = "a.txt", version: str = "v1", seconds: int = 0) -> None:
    assert desk.processor.process(desk.inbox.put(key, body.encode(), version=version, seconds=seconds)).reason


def test_what_the_new_parser_reads_as_before_tells_nobody_and_is_read_once(desk):
    desk.upload()
    upgrade(desk)
    assert again(desk).kind == "UNCHANGED"
    desk.inbox.objects.clear()
    assert again(desk).kind == "REPEATED"
    assert len(desk.told) == 1


def test_what_the_new_parser_reads_otherwise_is_the_next_revision_and_stands(desk):
    desk.upload("better")
    upgrade(desk)
    outcome = again(desk)
    assert (outcome.kind, outcome.announced, outcome.upload_to_notify_ms) == ("REPARSED", True, None)
    assert desk.told[1] == ("filing.updated.v1", 2, "REPARSED")
    first, second = (json.loads(announcement.event) for announcement in desk.topics.published)
    assert second["id"] == first["id"] + "/1.1.0"
    assert second["data"]["processing"]["origin"] == "reprocess"
    assert desk.topics.published[1].attributes["origin"] == ("String", "reprocess")
    assert (desk.table.standing[ACCESSION], desk.table.latest[ACCESSION].revisions) == (2, 2)
    assert len(desk.archive.filings) == 2


def test_reading_an_upload_again_does_not_make_it_newer(desk):
    created = desk.inbox.put("a.txt", f"{ACCESSION}|better".encode(), seconds=5)
    desk.processor.process(replace(created, sequencer="0A"))
    position = desk.table.latest[ACCESSION].position
    assert position.sequencer == "0A"
    upgrade(desk)
    again(desk)
    assert desk.table.latest[ACCESSION].position == position
    assert desk.upload("older", version="v0") == "SUPERSEDED"
    assert desk.upload("newer", version="v2", seconds=6) == "UPDATED"


def test_old_content_read_again_does_not_take_over(desk):
    desk.upload("better")
    desk.upload("second", version="v2", seconds=1)
    upgrade(desk)
    assert again(desk).kind == "SUPERSEDED"
    assert desk.told[2] == ("filing.updated.v1", 3, "SUPERSEDED")
    assert (desk.table.standing[ACCESSION], desk.table.latest[ACCESSION].revisions) == (2, 3)


def test_newer_content_that_is_committed_meanwhile_stays(desk):
    desk.upload("better")
    upgrade(desk)
    desk.table.meanwhile = [lambda: desk.upload("second", version="v2", seconds=1)]
    assert again(desk).kind == "SUPERSEDED"
    assert desk.table.standing[ACCESSION] == 2


@pytest.mark.parametrize("origin", ["upload", "reconcile", "backfill"])
def test_only_a_reprocess_reads_again(desk, origin):
    desk.upload("better")
    upgrade(desk)
    assert again(desk, origin=origin).kind == "REPEATED"
    assert len(desk.told) == 1


def test_what_has_no_outcome_yet_is_read_as_any_upload(desk):
    desk.inbox.put("a.txt", f"{ACCESSION}|first".encode())
    assert again(desk).kind == "CREATED"
    assert "origin" not in desk.topics.published[0].attributes


def test_a_duplicate_stays_one(desk):
    desk.upload("better")
    desk.upload("better", key="b.txt")
    upgrade(desk)
    assert again(desk, key="b.txt").kind == "REPEATED"
    assert len(desk.told) == 1


def test_a_rejected_upload_that_the_new_parser_reads_becomes_a_revision(desk):
    reject(desk)
    upgrade(desk)
    assert again(desk).kind == "CREATED"
    assert desk.told == [("filing.processed.v1", 1, "CREATED")]
    assert again(desk).kind == "REPEATED"
    assert len(desk.topics.published) == 2


@pytest.mark.parametrize(
    ("key", "origin", "attribute"),
    [("a.txt", "reconcile", None), ("backfill/a.txt", "backfill", ("String", "backfill"))],
)
def test_a_rejected_upload_that_the_new_parser_reads_is_news_unless_it_is_history(desk, key, origin, attribute):
    """Its first event must pass a filter that leaves out what is no news; how long ago it came says nothing."""
    reject(desk, key=key)
    upgrade(desk)
    assert again(desk, key=key).upload_to_notify_ms is None
    told = desk.topics.published[-1]
    processing = json.loads(told.event)["data"]["processing"]
    assert (processing["origin"], processing["uploadToNotifyMs"]) == (origin, None)
    assert told.attributes.get("origin") == attribute


def test_a_rejected_upload_whose_content_is_known_meanwhile_becomes_a_duplicate(desk):
    reject(desk)
    upgrade(desk)
    again_under_another_key = desk.inbox.put("b.txt", b"nothing", seconds=1)
    assert desk.processor.process(again_under_another_key).kind == "CREATED"
    assert again(desk).kind == "DUPLICATE"
    assert desk.table.outcomes["a.txt", "v1"]["kind"] == "DUPLICATE"


def test_a_rejected_upload_takes_the_place_in_the_order_that_its_event_gave_it(desk):
    """S3 counts in seconds: within one only the sequencer tells, and a message of our own has none."""
    desk.processor.process(replace(desk.inbox.put("a.txt", b"nothing"), sequencer="0A"))
    newer = replace(desk.inbox.put("a.txt", f"{ACCESSION}|second".encode(), version="v2"), sequencer="0B")
    desk.processor.process(newer)
    upgrade(desk)
    assert again(desk).kind == "SUPERSEDED"


def test_a_rejection_that_is_not_yet_told_is_told_before_the_upload_is_read_again(desk):
    desk.topics.broken = 1
    with pytest.raises(ConnectionError):
        reject(desk)
    upgrade(desk)
    again(desk)
    types = [json.loads(announcement.event)["type"] for announcement in desk.topics.published]
    assert types == ["filing.rejected.v1", "filing.processed.v1"]


def test_what_is_no_filing_still_tells_nobody_and_is_read_once(desk):
    reject(desk, f"{ACCESSION}|")
    upgrade(desk)
    assert again(desk) == Outcome("UNCHANGED", reason="NotAFiling")
    assert again(desk).kind == "REPEATED"
    assert len(desk.topics.published) == 1


def test_a_kept_filing_that_the_new_parser_cannot_read_stays(desk):
    desk.upload("odd")
    before = desk.table.latest[ACCESSION]
    upgrade(desk)
    assert again(desk) == Outcome("UNREADABLE", ACCESSION, reason="NotAFiling")
    assert desk.table.latest[ACCESSION] == before
    assert len(desk.told) == 1
    assert again(desk).kind == "REPEATED"


def test_a_kept_filing_whose_upload_is_gone_stays(desk):
    desk.upload()
    desk.inbox.objects.clear()
    upgrade(desk)
    assert again(desk) == Outcome("UNREADABLE", ACCESSION, reason="Gone")


def test_a_filing_keeps_the_id_that_was_announced(desk):
    """Where an earlier parser saw no accession number, the filing is its content; and stays that."""
    desk.processor.process(desk.inbox.put("a.txt", b"|better"))
    (filing_id,) = desk.table.latest
    upgrade(
        desk, parse=lambda source, **asked: parse(source, **asked).model_copy(update={"accession_number": ACCESSION})
    )
    assert again(desk).filing_id == filing_id
    assert [announcement.event.count(filing_id) > 0 for announcement in desk.topics.published] == [True, True]
    assert set(desk.table.latest) == {filing_id}


def test_an_older_parser_does_not_undo_what_a_newer_one_read(desk):
    desk.upload("better")
    upgrade(desk, "1.10.0")
    again(desk)
    upgrade(desk, "1.9.0", parse)
    assert again(desk).kind == "REPEATED"
    assert desk.table.standing[ACCESSION] == 2


@pytest.mark.parametrize("text", ["better", "first"], ids=["read otherwise", "read the same"])
def test_an_older_parser_that_began_earlier_and_ends_later_changes_nothing(desk, text):
    desk.upload(text)

    def faster():
        upgrade(desk, "1.2.0")
        again(desk)

    def slow(source, *, name, limit):
        faster()
        return parse(source, name=name, limit=limit).model_copy(update={"is_amendment": True})

    upgrade(desk, "1.1.0", slow)
    assert again(desk).kind == "REPEATED"
    assert {json.loads(a.event)["data"]["processing"]["parserVersion"] for a in desk.topics.published} <= {
        "1.0.0",
        "1.2.0",
    }


def parse_as_amendment(source, *, name, limit):
    return parse(source, name=name, limit=limit).model_copy(update={"is_amendment": True})


@pytest.mark.parametrize("newer", [parse, parse_as_amendment], ids=["reads as the oldest", "reads otherwise"])
def test_a_newer_parser_that_an_older_one_overtook_comes_back(desk, newer):
    desk.upload("better")

    def slow(source, *, name, limit):
        upgrade(desk, "1.1.0")
        again(desk)
        return newer(source, name=name, limit=limit)

    upgrade(desk, "1.2.0", slow)
    with pytest.raises(FilingContended):
        again(desk)
    upgrade(desk, "1.2.0", newer)
    assert again(desk).kind == "REPARSED"
    assert [revision for _, revision, _ in desk.told] == [1, 2, 3]


def test_of_two_handlers_that_read_again_one_tells(desk):
    desk.upload("better")
    upgrade(desk)
    desk.table.meanwhile = [lambda: again(desk)]
    assert again(desk).kind == "REPEATED"
    assert [revision for _, revision, _ in desk.told] == [1, 2]


def test_a_notification_that_failed_is_told_at_redelivery_though_nothing_is_read_again(desk):
    desk.upload("better")
    upgrade(desk)
    desk.topics.broken = 1
    with pytest.raises(ConnectionError):
        again(desk)
    desk.inbox.objects.clear()
    assert again(desk) == Outcome("REPEATED", announced=True)
    assert desk.told[1] == ("filing.updated.v1", 2, "REPARSED")


def test_a_redelivered_upload_finds_what_was_read_again(desk):
    created = desk.inbox.put("a.txt", f"{ACCESSION}|better".encode())
    desk.processor.process(created)
    upgrade(desk)
    again(desk)
    assert desk.processor.process(created).kind == "REPEATED"
    assert len(desk.told) == 2
