"""What subscribers are told: one CloudEvents 1.0 event for each filing, and one for each rejected upload.

The models are the contract (schemas/ is made from them); every key is always there. `build_event` and
`build_rejection` are pure: the same arguments give the same event, so the pipeline may store it and
publish it again. Caps and their reasons: `notification_text`. The message attributes: `attributes`.
Texts for people: `alert`. Envelope: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal
from typing import Literal

from pydantic import SerializeAsAny

from filings import notification_text as caps
from filings.headline import compose_headline
from filings.notification_parties import Party, link_to_filing, primary_party, tickers_of
from filings.notification_text import clean, clean_or_none
from filings.record import Exhibit, Filing, Part, Record, Warning, to_json
from filings.severity import Severity, rate

__all__ = [
    "Change",
    "Event",
    "EventEntity",
    "FilingData",
    "ObjectVersion",
    "Processing",
    "RecordKey",
    "Rejection",
    "RejectionData",
    "RejectionReason",
    "Summaries",
    "build_event",
    "build_rejection",
    "read_event",
]

Change = Literal["CREATED", "UPDATED", "SUPERSEDED"]

PROCESSED_SCHEMA = "urn:filing-events:schema:filing.processed.v1"
REJECTED_SCHEMA = "urn:filing-events:schema:filing.rejected.v1"


class RecordKey(Record):
    """The base-table key of the revision's row: a strongly consistent read finds it at once."""

    table: str
    pk: str
    sk: str


class ObjectVersion(Record):
    """The S3 object version that was uploaded. `size` in bytes. None where S3 could not say."""

    bucket: str
    key: str
    version_id: str | None = None
    e_tag: str | None = None
    size: int | None = None


class EventEntity(Record):
    """A party of the filing, the short way."""

    cik: str | None
    name: str | None
    role: str
    file_number: str | None


class Processing(Record):
    """What the pipeline did. The first ten warnings are told, the record has all."""

    revision: int
    change: Change
    parser_version: str
    warnings: tuple[Warning, ...]
    upload_to_notify_ms: int | None


class Summaries(Record):
    """What a form's module may add: totals, never rows. Also tickers and tags that only the form's own part tells."""

    insider: SerializeAsAny[Part] | None = None
    holdings: SerializeAsAny[Part] | None = None
    beneficial_ownership: SerializeAsAny[Part] | None = None
    financials: SerializeAsAny[Part] | None = None
    tickers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class FilingData(Record):
    """`data` of `filing.processed.v1` and `filing.updated.v1`."""

    accession_number: str | None
    form: str | None
    is_amendment: bool
    filing_date: dt.date | None
    report_date: dt.date | None
    acceptance_date_time: dt.datetime | None
    cik: str | None
    company_name: str | None
    tickers: tuple[str, ...]
    entities: tuple[EventEntity, ...]
    entity_count: int
    items: tuple[str, ...]
    item_titles: tuple[str | None, ...]
    headline: str
    severity: Severity
    tags: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]
    document_count: int
    insider: SerializeAsAny[Part] | None
    holdings: SerializeAsAny[Part] | None
    beneficial_ownership: SerializeAsAny[Part] | None
    financials: SerializeAsAny[Part] | None
    record: RecordKey
    object: ObjectVersion
    processing: Processing
    link_to_filing: str | None


class Event(Record):
    """A CloudEvents 1.0 event in structured mode: `to_json(event)` is the SNS message."""

    specversion: Literal["1.0"] = "1.0"
    id: str
    source: str
    type: Literal["filing.processed.v1", "filing.updated.v1"]
    subject: str
    time: dt.datetime
    datacontenttype: Literal["application/json"] = "application/json"
    dataschema: str = PROCESSED_SCHEMA
    data: FilingData


class RejectionReason(Record):
    """`type` is the error's name (`TooLarge`) or `Gone`; `message` is one sentence for whoever uploaded it."""

    type: str
    message: str


class RejectionData(Record):
    """`data` of `filing.rejected.v1`."""

    object: ObjectVersion
    reason: RejectionReason
    record: RecordKey
    parser_version: str


class Rejection(Record):
    """The operators' event: an upload that is no filing."""

    specversion: Literal["1.0"] = "1.0"
    id: str
    source: str
    type: Literal["filing.rejected.v1"] = "filing.rejected.v1"
    subject: str
    time: dt.datetime
    datacontenttype: Literal["application/json"] = "application/json"
    dataschema: str = REJECTED_SCHEMA
    data: RejectionData


def build_event(
    filing: Filing,
    *,
    filing_id: str,
    content_sha256: str,
    revision: int,
    change: Change,
    event_source: str,
    time: dt.datetime,
    record: RecordKey,
    object: ObjectVersion,
    parser_version: str,
    upload_to_notify_ms: int | None,
    summaries: Summaries | None = None,
) -> Event:
    """The event of one revision of a filing.

    filing_id: the accession number, else `sha256:<hex>`. content_sha256: hex digest of the bytes as uploaded.
    The event's id is `<filing_id>/<first 32 digits of content_sha256>`: the same content of the same filing always
    gives the same id, and it fits SQS FIFO's 128 characters. time: when the event was made, in UTC.
    upload_to_notify_ms: milliseconds from the upload (S3 LastModified) to `time`; None if that is not known.
    """
    created = revision == 1 and change == "CREATED"
    processing = Processing(
        revision=revision,
        change=change,
        parser_version=parser_version,
        warnings=tuple(_short_warning(warning) for warning in filing.warnings[: caps.MAX_WARNINGS]),
        upload_to_notify_ms=upload_to_notify_ms,
    )
    return Event(
        id=f"{filing_id}/{content_sha256[:32]}",
        source=event_source,
        type="filing.processed.v1" if created else "filing.updated.v1",
        subject=filing_id,
        time=time,
        data=_build_data(filing, record, object, processing, summaries or Summaries()),
    )


def build_rejection(
    *,
    object: ObjectVersion,
    reason_type: str,
    reason: str,
    event_source: str,
    time: dt.datetime,
    record: RecordKey,
    parser_version: str,
) -> Rejection:
    """The event of one rejected object version; its id follows from bucket, key and version id alone.

    reason_type: the error's class name, or `Gone` where the object is no longer there. reason: one sentence.
    """
    version = json.dumps([object.bucket, object.key, object.version_id])
    return Rejection(
        id=f"rejected/{hashlib.sha256(version.encode()).hexdigest()[:32]}",
        source=event_source,
        subject=f"{object.bucket}/{object.key}",
        time=time,
        data=RejectionData(
            object=object,
            reason=RejectionReason(
                type=clean(reason_type, caps.CODE_CHARS), message=clean(reason, caps.SENTENCE_CHARS)
            ),
            record=record,
            parser_version=parser_version,
        ),
    )


def read_event(text: str) -> Event | Rejection:
    """The event of a stored JSON text, decimals exact. Raises pydantic's ValidationError where it is none."""
    plain = json.loads(text, parse_float=Decimal)
    model = Rejection if plain.get("type") == "filing.rejected.v1" else Event
    return model.model_validate(plain)


def _build_data(
    filing: Filing, record: RecordKey, object: ObjectVersion, processing: Processing, summaries: Summaries
) -> FilingData:
    primary = primary_party(filing)
    tickers = tickers_of(filing, summaries.tickers)
    items = filing.items[: caps.MAX_ITEMS]
    numbers = tuple(clean(item.item, caps.CODE_CHARS) for item in items)
    titles = tuple(clean_or_none(item.title, caps.TITLE_CHARS) for item in items)
    form = clean_or_none(filing.form, caps.CODE_CHARS)
    severity, tags = rate(form, numbers)
    return FilingData(
        accession_number=filing.accession_number,
        form=form,
        is_amendment=filing.is_amendment,
        filing_date=filing.filing_date,
        report_date=filing.report_date,
        acceptance_date_time=filing.acceptance_date_time,
        cik=primary.cik,
        company_name=primary.name,
        tickers=tickers,
        entities=tuple(_short_entity(Party.of(entity)) for entity in filing.entities[: caps.MAX_ENTITIES]),
        entity_count=len(filing.entities),
        items=numbers,
        item_titles=titles,
        headline=compose_headline(form, _who(primary, tickers), tuple(zip(numbers, titles, strict=True))),
        severity=severity,
        tags=tuple(dict.fromkeys((*tags, *summaries.tags)))[: caps.MAX_TAGS],
        exhibits=tuple(_short_exhibit(exhibit) for exhibit in filing.exhibits[: caps.MAX_EXHIBITS]),
        document_count=len(filing.documents),
        insider=_bounded(summaries.insider),
        holdings=_bounded(summaries.holdings),
        beneficial_ownership=_bounded(summaries.beneficial_ownership),
        financials=_bounded(summaries.financials),
        record=record,
        object=object,
        processing=processing,
        link_to_filing=link_to_filing(primary.cik, filing.accession_number),
    )


def _who(primary: Party, tickers: tuple[str, ...]) -> str:
    name = primary.name or (f"CIK {primary.cik}" if primary.cik else "An unnamed filer")
    return f"{name} ({tickers[0]})" if tickers else name


def _short_entity(party: Party) -> EventEntity:
    return EventEntity(cik=party.cik, name=party.name, role=party.role, file_number=party.file_number)


def _short_exhibit(exhibit: Exhibit) -> Exhibit:
    return Exhibit(
        number=clean(exhibit.number, caps.CODE_CHARS),
        type=clean(exhibit.type, caps.CODE_CHARS),
        description=clean_or_none(exhibit.description, caps.TITLE_CHARS),
        filename=clean_or_none(exhibit.filename, caps.NAME_CHARS),
        sequence=exhibit.sequence,
    )


def _short_warning(warning: Warning) -> Warning:
    return Warning(
        code=clean(warning.code, caps.CODE_CHARS),
        message=clean(warning.message, caps.SENTENCE_CHARS),
        where=clean_or_none(warning.where, caps.TITLE_CHARS),
    )


def _bounded(summary: Part | None) -> Part | None:
    """A summary is totals; one that grew beyond its share of the message is left out, the record has it."""
    if summary is None or len(to_json(summary).encode()) <= caps.MAX_SUMMARY_BYTES:
        return summary
    return None
