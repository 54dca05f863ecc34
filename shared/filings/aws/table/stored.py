"""Rows read back: what is to be announced, what stands as LATEST. The inverse of `rows`, as far as the way needs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from filings.aws.table.values import from_row
from filings.identity import Position
from filings.ports import Announcement, Latest

__all__ = ["announcement_of", "latest_of", "pending_of"]


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
    made = plain["object"]
    position = Position(
        made["bucket"], made["key"], made.get("sequencer"), dt.datetime.fromisoformat(made["lastModified"])
    )
    return Latest(revision=plain["revision"], revisions=plain["revisions"], position=position)
