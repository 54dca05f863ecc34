"""The six invariants of docs/architecture.md as code: they hold once the queue is empty and the sweeper has run.

`violations` takes all the evidence that a `world` gives and says in plain sentences what does not hold. What is
expected is worked out from the bytes in the inbox, never from what the pipeline has written. The evidence is
plain data, so `test_invariants` can spoil it, and see that each check sees.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import unquote_plus

from filings.aws.archive import read_archive
from filings.errors import FilingError
from filings.identity import has_been_read_by
from filings.notifications.alert import build_alert
from filings.notifications.notification import read_event
from filings.parse import PARSER_VERSION, parse_filing
from filings.record import Filing, to_json
from local.subscriber import Message
from tests.upgrades import NEXT, parse_next

VersionId = tuple[str, str, str]
"""Bucket, key and version id."""


@dataclass(frozen=True)
class InboxVersion:
    """One object version of the inbox. The sequencer is its event's."""

    bucket: str
    key: str
    version_id: str
    last_modified: dt.datetime
    sequencer: str | None
    body: bytes

    @property
    def id(self) -> VersionId:
        return self.bucket, self.key, self.version_id

    def __str__(self) -> str:
        return f"{self.key} ({self.version_id[:8]})"


@dataclass(frozen=True)
class Glimpse:
    """What a reader saw of a filing at some moment: which version stood, and the whole filing; or why not.

    parser_version: which parser had read it.
    """

    filing_id: str
    version: VersionId | None = None
    filing: Filing | None = None
    error: str | None = None
    parser_version: str = PARSER_VERSION


@dataclass(frozen=True)
class Evidence:
    """All there is to see. `rows` are plain; `archive` is text by key; `glimpses` are in the order of time."""

    versions: Sequence[InboxVersion]
    rows: Sequence[Mapping[str, Any]]
    archive: Mapping[str, str]
    received: Mapping[str, Sequence[Message]]
    dead_letters: Sequence[Message]
    waiting: int
    glimpses: Sequence[Glimpse]
    log: str

    def of_kind(self, sk_prefix: str) -> list[Mapping[str, Any]]:
        return [row for row in self.rows if row["sk"].startswith(sk_prefix)]


@dataclass(frozen=True)
class Reading:
    """What an upload is: a filing with its id, or the name of the reason why it is none."""

    filing_id: str | None = None
    content: str = ""
    filing: Filing | None = None
    reason: str | None = None


PARSERS: Mapping[str, Callable[..., Filing]] = {PARSER_VERSION: parse_filing, NEXT: parse_next}
"""Those that may have read an upload, by their versions. All of them take the same for filings."""


@cache
def read_upload(key: str, body: bytes, parser_version: str = PARSER_VERSION) -> Reading:
    content = hashlib.sha256(body).hexdigest()
    try:
        filing = PARSERS[parser_version](body, name=key)
    except FilingError as error:
        return Reading(content=content, reason=type(error).__name__)
    return Reading(filing.accession_number or f"sha256:{content}", content, filing)


def violations(evidence: Evidence) -> list[str]:
    """Whatever does not hold, a sentence each, the number of its invariant before it."""
    return [f"invariant {number}: {said}" for number, check in enumerate(CHECKS, 1) for said in check(evidence)]


# -------------------------------------------------------------------- 1


def every_version_has_exactly_one_outcome(evidence: Evidence) -> Iterator[str]:
    """A revision, a duplicate, a rejection; or a message in the dead-letter queue."""
    if evidence.waiting:
        yield f"the inbox queue is not empty: {evidence.waiting} messages"
    outcomes = {_version_of(row): row for row in evidence.of_kind("VERSION#")}
    for unknown in outcomes.keys() - {version.id for version in evidence.versions}:
        yield f"there is an outcome of {unknown}, which nobody put"
    dead = {version_id for message in evidence.dead_letters for version_id in _named_in(message)}
    revised: dict[tuple[str, str], list[str]] = {}
    for version in evidence.versions:
        reading, row = read_upload(version.key, version.body), outcomes.get(version.id)
        if row is not None:
            yield from _outcome_is_right(version, reading, row)
            if reading.filing_id:
                revised.setdefault((reading.filing_id, reading.content), []).append(row["kind"])
        elif version.id not in dead:
            yield f"{version} has no outcome and is not in the dead-letter queue: it is lost"
    yield from _each_content_is_one_revision(evidence, revised)


def _outcome_is_right(version: InboxVersion, reading: Reading, row: Mapping[str, Any]) -> Iterator[str]:
    if reading.reason:
        if (row["kind"], row.get("reason")) != ("REJECTED", reading.reason):
            yield f"{version} is no filing ({reading.reason}) and its outcome is {row['kind']} {row.get('reason')}"
    elif (row.get("filingId"), row.get("contentSha256")) != (reading.filing_id, reading.content):
        yield f"{version} is {reading.filing_id} and its outcome says {row['kind']} {row.get('filingId')}"


def _each_content_is_one_revision(evidence: Evidence, revised: Mapping[tuple[str, str], list[str]]) -> Iterator[str]:
    for (filing_id, content), kinds in revised.items():
        if sorted(kinds) != ["DUPLICATE"] * (len(kinds) - 1) + ["REVISION"]:
            yield f"content {content[:8]} of {filing_id} has the outcomes {kinds}: one REVISION, the others DUPLICATE"
    readings = [(row["filingId"], row["contentSha256"], row["parserVersion"]) for row in evidence.of_kind("REVISION#")]
    if len(set(readings)) != len(readings) or {(filing_id, content) for filing_id, content, _ in readings} != set(
        revised
    ):
        yield f"the revisions are {_short(readings)}, the contents with an outcome are {_short(revised)}"


# -------------------------------------------------------------------- 2


def latest_is_the_newest_and_never_went_back(evidence: Evidence) -> Iterator[str]:
    versions = {version.id: version for version in evidence.versions}
    standing = {row["filingId"]: row for row in evidence.of_kind("LATEST")}
    revisions: dict[str, list[Mapping[str, Any]]] = {}
    for row in evidence.of_kind("REVISION#"):
        revisions.setdefault(row["filingId"], []).append(row)
    if standing.keys() != revisions.keys():
        yield f"LATEST stands for {sorted(standing)}, revisions for {sorted(revisions)}"
    for filing_id in standing.keys() & revisions.keys():
        yield from _latest_of_one(standing[filing_id], revisions[filing_id], versions)
    for filing_id, seen in _seen(evidence).items():
        for earlier, later in pairwise(versions[version] for version in seen if filing_id in standing):
            if is_older(later, earlier):
                yield f"LATEST of {filing_id} went back from {earlier} to the older {later}"


def _seen(evidence: Evidence) -> dict[str, list[VersionId]]:
    """Which version of each filing readers saw, in order."""
    seen: dict[str, list[VersionId]] = {}
    for glimpse in evidence.glimpses:
        if glimpse.version:
            seen.setdefault(glimpse.filing_id, []).append(glimpse.version)
    return seen


def _latest_of_one(
    latest: Mapping[str, Any], revisions: Sequence[Mapping[str, Any]], versions: Mapping[VersionId, InboxVersion]
) -> Iterator[str]:
    filing_id, numbers = latest["filingId"], sorted(row["revision"] for row in revisions)
    if numbers != list(range(1, len(revisions) + 1)):
        yield f"the revisions of {filing_id} are numbered {numbers}"
    if latest["revisions"] != len(revisions):
        yield f"LATEST of {filing_id} counts {latest['revisions']} revisions, there are {len(revisions)}"
    same = ("revision", "generation", "contentSha256", "object")
    if not any(all(latest[name] == row[name] for name in same) for row in revisions):
        yield f"LATEST of {filing_id} is none of its revisions: {[latest[name] for name in same]}"
    stands = versions[_object_of(latest)]
    readings = [row["parserVersion"] for row in revisions if row["contentSha256"] == latest["contentSha256"]]
    if not has_been_read_by(latest["parserVersion"], max(readings)):
        yield f"LATEST of {filing_id} is as {latest['parserVersion']} read it, and {max(readings)} has read it again"
    for row in revisions:
        other = versions[_object_of(row)]
        if is_older(stands, other):
            yield f"LATEST of {filing_id} is {stands}, and the revision {other} is newer"


def is_older(one: InboxVersion, other: InboxVersion) -> bool:
    """S3's order: the sequencer within a key if it is told, LastModified in whole seconds otherwise."""
    if (one.bucket, one.key) == (other.bucket, other.key) and one.sequencer and other.sequencer:
        width = max(len(one.sequencer), len(other.sequencer))
        return one.sequencer.upper().ljust(width, "0") < other.sequencer.upper().ljust(width, "0")
    return one.last_modified.replace(microsecond=0) < other.last_modified.replace(microsecond=0)


# -------------------------------------------------------------------- 3


def every_revision_is_announced_and_nothing_else(evidence: Evidence) -> Iterator[str]:
    """To machines and to people; every rejection to operators."""
    outbox = [row for row in evidence.rows if "event" in row]
    for row in outbox:
        if row["status"] != "NOTIFIED":
            yield f"{row['pk']} {row['sk'][:18]} is {row['status']}"
    for row in evidence.rows:
        if "pendingShard" in row or "pendingSince" in row:
            yield f"{row['pk']} {row['sk'][:18]} is still in the index of what is pending"
    filings = [row["event"] for row in outbox if row["sk"].startswith("REVISION#")]
    rejections = [row["event"] for row in outbox if row["sk"].startswith("VERSION#")]
    told = [json.loads(message.body)["id"] for message in evidence.received["FilingEventsTopic"]]
    yield from _as_sets("FilingEventsTopic", told, [json.loads(event)["id"] for event in filings])
    for topic, events in (("FilingAlertsTopic", filings), ("OperatorTopic", rejections)):
        texts = [message.body for message in evidence.received[topic]]
        yield from _as_sets(topic, texts, [_alert_text(event) for event in events])


def _as_sets(topic: str, told: Sequence[Any], committed: Sequence[Any]) -> Iterator[str]:
    for lost in set(committed) - set(told):
        yield f"{topic} never told of {_short(lost)}: it is lost"
    for invented in set(told) - set(committed):
        yield f"{topic} told of {_short(invented)}, which is not what was committed"


@cache
def _alert_text(event: str) -> str:
    return build_alert(read_event(event)).text


# -------------------------------------------------------------------- 4


def one_id_has_one_body(evidence: Evidence) -> Iterator[str]:
    """Attributes too: filters decide by them. And it is the body that was stored with the commit."""
    stored = {json.loads(row["event"])["id"]: row["event"] for row in evidence.rows if "event" in row}
    first: dict[str, Message] = {}
    for message in evidence.received["FilingEventsTopic"]:
        event_id = json.loads(message.body)["id"]
        before = first.setdefault(event_id, message)
        if (message.body, message.attributes) != (before.body, before.attributes):
            yield f"{event_id} came with two bodies: {before.body} and {message.body}"
        if message.body != stored.get(event_id, message.body):
            yield f"{event_id} was stored as {stored[event_id]} and told as {message.body}"


# -------------------------------------------------------------------- 5


def no_reader_sees_half_a_filing(evidence: Evidence) -> Iterator[str]:
    """What LATEST names is read whole, at any moment; and the archive has every revision whole."""
    bodies = {version.id: version.body for version in evidence.versions}
    for glimpse in evidence.glimpses:
        if glimpse.version is None:
            yield f"{glimpse.filing_id}: {glimpse.error}"
        else:
            yield from _read_whole(glimpse, _put(glimpse.version, bodies, glimpse.parser_version))
    for row in evidence.of_kind("REVISION#"):
        archived = evidence.archive.get(f"filings/{row['filingId']}/{row['generation']}.jsonl")
        if archived is None or _told(read_archive(archived)) != _put(_object_of(row), bodies, row["parserVersion"]):
            yield f"revision {row['revision']} of {row['filingId']} is not whole in the archive"


def _told(filing: Filing | None) -> Any:
    """As JSON: a part that was read back has no class of its own form any more, and says the same."""
    return None if filing is None else json.loads(to_json(filing), parse_float=Decimal)


def _put(version: VersionId, bodies: Mapping[VersionId, bytes], parser_version: str) -> Any:
    """What was uploaded, as that parser reads it, told."""
    return _told(read_upload(version[1], bodies[version], parser_version).filing)


def _read_whole(glimpse: Glimpse, put: Any) -> Iterator[str]:
    seen = _told(glimpse.filing)
    if seen != put:
        names = ", ".join(name for name in put if seen[name] != put[name])
        yield f"{glimpse.filing_id} as read is not the upload {glimpse.version}: they differ in {names}"


# -------------------------------------------------------------------- 6


def nothing_of_a_filing_is_logged(evidence: Evidence) -> Iterator[str]:
    """No text, no name of a company or a person, no address, no telephone number."""
    log = evidence.log.lower()
    secrets = {secret for version in evidence.versions for secret in secrets_of(version.key, version.body)}
    for secret in sorted(secrets):
        if secret.lower() in log:
            yield f"{secret!r} is in the log"


@cache
def secrets_of(key: str, body: bytes) -> frozenset[str]:
    """What a log must not hold of an upload; of one that is no filing, any line."""
    filing = read_upload(key, body).filing
    if filing is None:
        return _long(body.decode(errors="replace").splitlines())
    found: list[str | None] = [line for item in filing.items for line in item.text.splitlines()]
    for entity in filing.entities:
        found += [entity.name, entity.phone]
        for address in (entity.business_address, entity.mail_address):
            found += [address.street1, address.street2, address.city] if address else []
    found += [part for signature in filing.signatures for part in (signature.name, signature.registrant)]
    return _long(found)


def _long(texts: Sequence[str | None]) -> frozenset[str]:
    return frozenset(text for text in texts if text and len(text) > 4)


CHECKS: Sequence[Callable[[Evidence], Iterator[str]]] = (
    every_version_has_exactly_one_outcome,
    latest_is_the_newest_and_never_went_back,
    every_revision_is_announced_and_nothing_else,
    one_id_has_one_body,
    no_reader_sees_half_a_filing,
    nothing_of_a_filing_is_logged,
)


def _version_of(outcome: Mapping[str, Any]) -> VersionId:
    bucket, _, key = outcome["pk"].removeprefix("OBJECT#").partition("/")
    return bucket, key, outcome["sk"].removeprefix("VERSION#")


def _object_of(row: Mapping[str, Any]) -> VersionId:
    return row["object"]["bucket"], row["object"]["key"], row["object"]["versionId"]


def _named_in(message: Message) -> list[VersionId]:
    """The object versions of an S3 event in SQS."""
    entities = [record["s3"] for record in json.loads(message.body)["Records"]]
    return [
        (entity["bucket"]["name"], unquote_plus(entity["object"]["key"]), entity["object"]["versionId"])
        for entity in entities
    ]


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) < 300 else f"{text[:300]}…"
