"""What subscribers are told: one CloudEvents 1.0 event for each filing, and one for each rejected upload.

`build_event` and `build_rejection` are pure: the same arguments give the same event, so the pipeline may
store it and publish it again. `to_json(event)` is the SNS message. The models: `notification_models`. The
caps that keep it under 256 KiB: `notification_text`. Message attributes: `attributes`. For people: `alert`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal

from filings.notifications import notification_text as caps
from filings.notifications.headline import compose_headline
from filings.notifications.notification_models import (
    Change,
    Event,
    FilingData,
    ObjectVersion,
    Origin,
    Processing,
    RecordKey,
    Rejection,
    RejectionData,
    RejectionReason,
    Summaries,
)
from filings.notifications.notification_parties import EventEntity, link_to_filing, primary_party, tickers_of
from filings.notifications.notification_text import clean, clean_or_none
from filings.notifications.severity import rate
from filings.record import Exhibit, Filing, Part, Warning, to_json

__all__ = [
    "Change",
    "Event",
    "ObjectVersion",
    "Origin",
    "RecordKey",
    "Rejection",
    "Summaries",
    "build_event",
    "build_rejection",
    "read_event",
]


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
    origin: Origin = "upload",
    read_again: bool = False,
    summaries: Summaries | None = None,
) -> Event:
    """The event of one revision of a filing.

    filing_id: the accession number, else `sha256:<hex>`. content_sha256: hex digest of the bytes as uploaded.
    The event's id is `<filing_id>/<first 32 digits of content_sha256>`: the same content of the same filing always
    gives the same id. read_again: this content was told of before, as another parser version read it; then the id
    goes on with `/<parser_version>`. Either fits SQS FIFO's 128 characters. time: when the event was made, in UTC.
    upload_to_notify_ms: milliseconds from the upload (S3 LastModified) to `time`; None if that is not known.
    """
    created = revision == 1 and change == "CREATED"
    processing = Processing(
        revision=revision,
        change=change,
        parser_version=parser_version,
        warnings=tuple(_short_warning(warning) for warning in filing.warnings[: caps.MAX_WARNINGS]),
        upload_to_notify_ms=upload_to_notify_ms,
        origin=origin,
    )
    return Event(
        id=f"{filing_id}/{content_sha256[:32]}" + (f"/{parser_version}" if read_again else ""),
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
        subject=clean(f"{object.bucket}/{object.key}", caps.KEY_CHARS),
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
    severity, tags = rate(filing.form, (item.item for item in filing.items))
    return FilingData(
        accession_number=clean_or_none(filing.accession_number, caps.CODE_CHARS),
        form=clean_or_none(filing.form, caps.CODE_CHARS),
        is_amendment=filing.is_amendment,
        filing_date=filing.filing_date,
        report_date=filing.report_date,
        acceptance_date_time=filing.acceptance_date_time,
        cik=primary.cik,
        company_name=primary.name,
        tickers=tickers,
        entities=tuple(EventEntity.of(entity) for entity in filing.entities[: caps.MAX_ENTITIES]),
        entity_count=len(filing.entities),
        items=tuple(clean(item.item, caps.CODE_CHARS) for item in items),
        item_titles=tuple(clean_or_none(item.title, caps.TITLE_CHARS) for item in items),
        headline=compose_headline(filing, tickers, summaries.says),
        severity=severity,
        tags=tuple(dict.fromkeys((*tags, *summaries.tags)))[: caps.MAX_TAGS],
        exhibits=tuple(_short_exhibit(exhibit) for exhibit in filing.exhibits[: caps.MAX_EXHIBITS]),
        document_count=len(filing.documents),
        insider=_bounded(summaries.insider),
        holdings=_bounded(summaries.holdings),
        beneficial_ownership=_bounded(summaries.beneficial_ownership),
        financials=_bounded(summaries.financials),
        offering=_bounded(summaries.offering),
        proposed_sale=_bounded(summaries.proposed_sale),
        late_filing=_bounded(summaries.late_filing),
        record=record,
        object=object,
        processing=processing,
        link_to_filing=link_to_filing(primary.cik, filing.accession_number),
    )


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
