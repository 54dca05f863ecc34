"""Entries ready to be committed, made by hand: no parser, no upload."""

from __future__ import annotations

import datetime as dt
import hashlib

from filings.identity import Position, filing_id_of, generation_of
from filings.notifications.attributes import build_attributes, build_rejection_attributes
from filings.notifications.notification import build_event, build_rejection
from filings.notifications.notification_models import Change, ObjectVersion, RecordKey
from filings.ports import Entry, Refusal
from filings.record import Entity, Filing, Item

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
ACCESSION = "0009900555-26-000001"
CIK = "0009900555"


def filing(accession: str | None = ACCESSION, **changes) -> Filing:
    """An 8-K of one company with two items."""
    plain = {
        "accession_number": accession,
        "form": "8-K",
        "filing_date": dt.date(2026, 3, 2),
        "acceptance_date_time": NOON - dt.timedelta(hours=1),
        "entities": (Entity(role="FILER", cik=CIK, name="HOLLOWAY TIDE MILLS INC"),),
        "items": (
            Item(item="1.01", title="Leases", text="We leased a mill.", start=0, end=17),
            Item(item="9.01", title="Exhibits", text="None.", start=20, end=25),
        ),
    }
    return Filing(**plain | changes)


def entry(
    parsed: Filing | None = None,
    *,
    content: str = "first",
    key: str = "a.txt",
    version: str = "v1",
    revision: int = 1,
    change: Change = "CREATED",
    seconds: int = 0,
    sequencer: str | None = None,
    table: str = "filings",
) -> Entry:
    """A revision of `parsed`; `content` stands for the bytes."""
    parsed = parsed or filing()
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    filing_id = filing_id_of(parsed, sha256)
    object = ObjectVersion(bucket="inbox", key=key, version_id=version, e_tag="e", size=len(content))
    event = build_event(
        parsed,
        filing_id=filing_id,
        content_sha256=sha256,
        revision=revision,
        change=change,
        event_source="urn:test",
        time=NOON,
        record=RecordKey(table=table, pk=f"FILING#{filing_id}", sk=f"REVISION#{sha256}"),
        object=object,
        parser_version="1.0.0",
        upload_to_notify_ms=7,
    )
    return Entry(
        filing=parsed,
        filing_id=filing_id,
        generation=generation_of(sha256, "1.0.0"),
        content_sha256=sha256,
        parser_version="1.0.0",
        object=object,
        position=Position("inbox", key, sequencer, NOON + dt.timedelta(seconds=seconds)),
        revision=revision,
        change=change,
        event=event,
        attributes=build_attributes(event, parsed),
    )


def refusal(key: str = "a.txt") -> Refusal:
    """An upload that is no filing."""
    object = ObjectVersion(bucket="inbox", key=key, version_id="v1")
    event = build_rejection(
        object=object,
        reason_type="NotText",
        reason="this is a picture, not the text of a filing",
        event_source="urn:test",
        time=NOON,
        record=RecordKey(table="filings", pk=f"OBJECT#inbox/{key}", sk="VERSION#v1"),
        parser_version="1.0.0",
    )
    return Refusal(object, event, build_rejection_attributes(event))
