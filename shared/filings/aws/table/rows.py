"""A revision of a filing as rows: its outcome, itself, LATEST, and its children. Pure.

Attributes are named as in the JSON of `filings parse`. What is too large for a row stays in the archive and
the row says so. Index attributes stand only where an index is meant: `cik` and `form` on entities, `feed` on revisions,
items and tags.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from filings.aws.table.keys import (
    LATEST,
    PENDING_SHARD,
    child_sk,
    filing_pk,
    object_pk,
    revision_sk,
    utc_second,
    version_sk,
)
from filings.aws.table.part_rows import part_rows, with_keys
from filings.aws.table.record_size import exceeds
from filings.aws.table.values import Row, depth_of, item_size, size_of, to_row, to_value
from filings.notifications.notification import ObjectVersion
from filings.ports import Entry, Refusal
from filings.record import Filing, Item, to_json

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import AttributeValueTypeDef

__all__ = ["children", "duplicate_row", "latest_row", "outcome_row", "refusal_row", "revision_row"]

INLINE_TEXT_BYTES = 8 * 1024
EXCERPT_CHARS = 1000
INLINE_CHILD_BYTES = 64 * 1024
INLINE_RECORD_BYTES = 100 * 1024  # beside an event of 256 KB at most, in a row of 400 KB at most
INLINE_DEPTH = 25  # DynamoDB takes 32 levels
INDEXED_CHARS = 100  # index keys have limits; no form type or item number comes near

_CHILDREN = frozenset({"items", "entities", "documents"})
_SUMMARY = ("accessionNumber", "form", "isAmendment", "filingDate", "reportDate", "cik", "companyName", "tickers")
_SUMMARY_SAID = ("items", "headline", "severity", "tags")


def outcome_row(entry: Entry, now: dt.datetime) -> Row:
    """What became of the object version: a revision. `revisionSk`: where that is, beside the outcome's filing."""
    sk = revision_sk(entry.content_sha256, entry.read_again_by)
    return to_row(_object_key(entry.object) | _outcome(entry, "REVISION", now) | {"revisionSk": sk})


def duplicate_row(entry: Entry, now: dt.datetime) -> Row:
    """What became of the object version: its content was known."""
    attributes = _object_key(entry.object) | _outcome(entry, "DUPLICATE", now)
    return to_row({name: value for name, value in attributes.items() if name not in ("revision", "change")})


def refusal_row(refusal: Refusal, now: dt.datetime) -> Row:
    """What became of the object version: no filing. It is its own outbox."""
    reason = refusal.event.data.reason
    return to_row(
        {
            **_object_key(refusal.object),
            "kind": "REJECTED",
            "reason": reason.type,
            "message": reason.message,
            "object": refusal.object.model_dump(by_alias=True) | {"sequencer": refusal.sequencer},
            "parserVersion": refusal.event.data.parser_version,
            "recordedAt": utc_second(now),
            **_outbox(to_json(refusal.event), refusal.attributes, now),
        }
    )


def revision_row(entry: Entry, now: dt.datetime) -> Row:
    """The revision: the event as it will be published, and the record without what its children hold."""
    record = _record(entry.filing)
    row = to_row(
        {
            "pk": filing_pk(entry.filing_id),
            "sk": revision_sk(entry.content_sha256, entry.read_again_by),
            **_identity(entry),
            "object": _object(entry),
            "committedAt": utc_second(now),
            "recordInArchive": None if record else True,
            **_outbox(to_json(entry.event), entry.attributes, now),
            **_feed("FORM", entry.filing.form, entry),
        }
    )
    return row | {"record": record} if record else row


def _record(filing: Filing) -> AttributeValueTypeDef | None:
    """The filing without its children; None where it does not fit, which is mostly seen before it is converted."""
    fields = (getattr(filing, name) for name in Filing.model_fields if name not in _CHILDREN)
    if exceeds(fields, INLINE_RECORD_BYTES):
        return None
    plain = filing.model_dump(by_alias=True, exclude=set(_CHILDREN))
    if size_of(to_value(plain)) > INLINE_RECORD_BYTES:
        return None
    record = to_value(with_keys(plain, filing))
    return record if depth_of(record) <= INLINE_DEPTH else None


def latest_row(entry: Entry, now: dt.datetime) -> Row:
    """The pointer to the revision that stands, with what a list shows of the filing."""
    said = entry.event.data.model_dump(by_alias=True)
    return to_row(
        {
            "pk": filing_pk(entry.filing_id),
            "sk": LATEST,
            **_identity(entry),
            "revisionSk": revision_sk(entry.content_sha256, entry.read_again_by),
            "revisions": entry.revision,
            "object": _object(entry),
            "acceptedAt": _accepted_at(entry),
            "filedOn": _filed_on(entry),
            "summary": {name: said[name] for name in (*_SUMMARY, *_SUMMARY_SAID)},
            "updatedAt": utc_second(now),
        }
    )


def children(entry: Entry) -> Iterator[Row]:
    """Items, entities, documents and the rows of the form's parts, each under the generation; and the event's tags."""
    for position, item in enumerate(entry.filing.items, 1):
        yield _child(entry, "ITEM", position, _item(item), _feed("ITEM", item.item, entry))
    for position, entity in enumerate(entry.filing.entities, 1):
        yield _child(entry, "ENTITY", position, entity.model_dump(by_alias=True), _party(entity.cik, entry))
    for position, document in enumerate(entry.filing.documents, 1):
        yield _child(entry, "DOCUMENT", position, document.model_dump(by_alias=True), {})
    for position, tag in enumerate(entry.event.data.tags, 1):
        yield _child(entry, "TAG", position, {"tag": tag}, _feed("TAG", tag, entry))
    yield from _part_rows(entry)


def _part_rows(entry: Entry) -> Iterator[Row]:
    """What the form's own parts ask to be stored one by one; each kind is counted from 1."""
    dated = {"filedOn": _filed_on(entry), **_sorted_by_time(entry)}
    for _, row, number in part_rows(entry.filing):
        yield _child(entry, row.kind, number, row.attributes, row.index | dated if row.index else {})


def _child(entry: Entry, kind: str, position: int, attributes: Mapping[str, Any], index: Mapping[str, Any]) -> Row:
    frame = {
        "pk": filing_pk(entry.filing_id),
        "sk": child_sk(entry.generation, kind, position),
        "generation": entry.generation,
        "position": position,
        **index,
    }
    row = to_row({**attributes, **frame})
    return row if item_size(row) <= INLINE_CHILD_BYTES else to_row(frame | {"inArchive": True})


def _item(item: Item) -> dict[str, Any]:
    attributes = item.model_dump(by_alias=True)
    size = len(item.text.encode())
    if size > INLINE_TEXT_BYTES:
        del attributes["text"]
        attributes |= {"excerpt": item.text[:EXCERPT_CHARS], "textBytes": size, "inArchive": True}
    return attributes


def _object_key(object: ObjectVersion) -> dict[str, Any]:
    return {"pk": object_pk(object.bucket, object.key), "sk": version_sk(object.version_id)}


def _outcome(entry: Entry, kind: str, now: dt.datetime) -> dict[str, Any]:
    return {"kind": kind, **_identity(entry), "object": _object(entry), "recordedAt": utc_second(now)}


def _identity(entry: Entry) -> dict[str, Any]:
    return {
        "filingId": entry.filing_id,
        "revision": entry.revision,
        "change": entry.change,
        "generation": entry.generation,
        "contentSha256": entry.content_sha256,
        "parserVersion": entry.parser_version,
    }


def _object(entry: Entry) -> dict[str, Any]:
    position = {"sequencer": entry.position.sequencer, "lastModified": entry.position.last_modified}
    return entry.object.model_dump(by_alias=True) | position


def _outbox(event: str, attributes: Mapping[str, tuple[str, str]], now: dt.datetime) -> dict[str, Any]:
    return {
        "status": "PENDING",
        "pendingShard": PENDING_SHARD,
        "pendingSince": utc_second(now),
        "event": event,
        "messageAttributes": attributes,
    }


def _feed(feed: str, value: str | None, entry: Entry) -> dict[str, Any]:
    if not value or len(value) > INDEXED_CHARS:
        return {}
    return {"feed": feed, "feedValue": value, "filedOn": _filed_on(entry), **_sorted_by_time(entry)}


def _party(cik: str | None, entry: Entry) -> dict[str, Any]:
    if not cik:
        return {}
    form = entry.filing.form
    named = {"form": form} if form and len(form) <= INDEXED_CHARS else {}
    return {"cik": cik, **named, **_sorted_by_time(entry)}


def _sorted_by_time(entry: Entry) -> dict[str, Any]:
    return {"acceptedAt": _accepted_at(entry), "filingId": entry.filing_id}


def _accepted_at(entry: Entry) -> str:
    return utc_second(entry.filing.acceptance_date_time or entry.position.last_modified)


def _filed_on(entry: Entry) -> str:
    return _day(entry.filing, entry.position.last_modified).isoformat()


def _day(filing: Filing, last_modified: dt.datetime) -> dt.date:
    return filing.filing_date or last_modified.astimezone(dt.UTC).date()
