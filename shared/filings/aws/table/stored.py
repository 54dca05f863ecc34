"""Rows read back: what is to be announced, what stands as LATEST. The inverse of `rows`, as far as the way needs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from filings.aws.table.keys import revision_sk
from filings.aws.table.values import from_row
from filings.identity import Position
from filings.ports import Announcement, Known, KnownRevision, Latest

__all__ = ["announcement_of", "known_of", "latest_of", "pending_of", "read_by", "revision_key_of"]


def pending_of(row: Mapping[str, Any]) -> Announcement | None:
    """The announcement of a row that is PENDING; None of any other."""
    return announcement_of(row) if row.get("status", {}).get("S") == "PENDING" else None


def announcement_of(row: Mapping[str, Any]) -> Announcement:
    """The announcement that a PENDING row holds."""
    plain = from_row(row)
    return Announcement(
        pk=plain["pk"],
        sk=plain["sk"],
        event=plain["event"],
        attributes={name: (kind, value) for name, (kind, value) in plain["messageAttributes"].items()},
        since=dt.datetime.fromisoformat(plain["pendingSince"]),
    )


def latest_of(row: Mapping[str, Any]) -> Latest:
    """What a LATEST row says."""
    plain = from_row(row)
    return Latest(
        revisions=plain["revisions"],
        position=_position(plain["object"]),
        content_sha256=plain["contentSha256"],
    )


def read_by(outcome: Mapping[str, Any]) -> str | None:
    """The newest parser version that has read the object version; None in a rejection of before this was noted."""
    version = outcome.get("parserVersion")
    return version["S"] if version else None


def revision_key_of(outcome: Mapping[str, Any]) -> str:
    """The sort key of the revision that an outcome or a LATEST row names; at first there was one a content."""
    sk = outcome.get("revisionSk")
    return sk["S"] if sk else revision_sk(outcome["contentSha256"]["S"])


def known_of(
    outcome: Mapping[str, Any], revision: Mapping[str, Any] | None = None, latest: Mapping[str, Any] | None = None
) -> Known:
    """What an outcome row says, with the rows of its revision and of LATEST where it is one."""
    plain = from_row(outcome)
    became = KnownRevision(plain["filingId"], plain["generation"], latest_of(latest)) if latest is not None else None
    return Known(
        kind=plain["kind"],
        read_by=read_by(outcome),
        sequencer=plain["object"].get("sequencer"),
        revision=became,
        pending=pending_of(outcome if revision is None else revision),
    )


def _position(made: Mapping[str, Any]) -> Position:
    return Position(made["bucket"], made["key"], made.get("sequencer"), dt.datetime.fromisoformat(made["lastModified"]))
