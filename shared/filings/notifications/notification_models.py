"""The models of the events: CloudEvents 1.0 in structured mode, and the `data` of each type.

They are the contract: schemas/ is made from them, and every key is always there. Inside `v1` keys are
only added. `notification` builds the events. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import SerializeAsAny

from filings.notifications.notification_parties import EventEntity
from filings.notifications.severity import Severity
from filings.record import Exhibit, Part, Record, Warning

__all__ = [
    "PROCESSED_SCHEMA",
    "REJECTED_SCHEMA",
    "Change",
    "Event",
    "FilingData",
    "ObjectVersion",
    "Origin",
    "Processing",
    "RecordKey",
    "Rejection",
    "RejectionData",
    "RejectionReason",
    "Summaries",
]

Change = Literal["CREATED", "UPDATED", "SUPERSEDED", "REPARSED"]

Origin = Literal["upload", "reconcile", "backfill", "reprocess"]
"""Why an upload was read: S3 told of it; or we did, because its event was lost, it is old, or the parser is new."""

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


class Processing(Record):
    """What the pipeline did. The first ten warnings are told, the record has all."""

    revision: int
    change: Change
    parser_version: str
    warnings: tuple[Warning, ...]
    upload_to_notify_ms: int | None
    origin: Origin = "upload"


class Summaries(Record):
    """What a form's module may add: totals, never rows, at most 8 KiB of JSON each (more is left out).

    Also tickers and tags that only the form's own part tells, and the headline's last words.
    """

    insider: SerializeAsAny[Part] | None = None
    holdings: SerializeAsAny[Part] | None = None
    beneficial_ownership: SerializeAsAny[Part] | None = None
    financials: SerializeAsAny[Part] | None = None
    offering: SerializeAsAny[Part] | None = None
    proposed_sale: SerializeAsAny[Part] | None = None
    late_filing: SerializeAsAny[Part] | None = None
    tickers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    says: str | None = None


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
    offering: SerializeAsAny[Part] | None = None
    proposed_sale: SerializeAsAny[Part] | None = None
    late_filing: SerializeAsAny[Part] | None = None
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
