"""What one can ask ReconcileInbox for: a JSON object with one key. docs/operations.md shows each.

{"reconcile": {}}                                  whatever has no outcome: what the schedule asks for every day
{"prefix": "2019/"}                                a backfill from the keys that begin so
{"inventory": {"bucket": "…", "key": "…"}}         a backfill from an S3 inventory, by its manifest.json
{"reprocess": {"prefix": "2019/"}}                 what an older parser version read
{"continue": {}}                                   whatever job is not finished: the schedule, every five minutes
{"status": {}}                                     how far all jobs are
{"stop": "backfill 2019/"}                         the job of that name
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from filings.job import Inventory, Job, JobRefused

__all__ = ["Continue", "Request", "Start", "Status", "Stop", "read_request"]

LONGEST_PREFIX = 900  # bytes; S3 takes 1,024, and so does DynamoDB for the job's name, which has the prefix in it
LONGEST_NAME = 1024
_HALF = re.compile("[\ud800-\udfff]")  # JSON may escape one, and Python takes it; no key of S3's has one


@dataclass(frozen=True, slots=True)
class Start:
    """Begin this job, or go on with it if it is under way."""

    job: Job


@dataclass(frozen=True, slots=True)
class Continue:
    """Go on with every job that is not finished."""


@dataclass(frozen=True, slots=True)
class Status:
    """Tell how far the jobs are."""


@dataclass(frozen=True, slots=True)
class Stop:
    """End the job of that name where it is."""

    name: str


Request = Start | Continue | Status | Stop


def read_request(event: Mapping[str, Any]) -> Request:
    """The request of an invocation. Raises JobRefused for what is none."""
    known = ", ".join(_REQUESTS)
    if len(event) != 1 or next(iter(event)) not in _REQUESTS:
        raise JobRefused(f"the request has the keys {sorted(event)}, and must have one of {known}")
    ((name, given),) = event.items()
    return _REQUESTS[name](given)


def _reconcile(given: object) -> Request:
    _members(given, "reconcile")
    return Start(Job("reconcile", "reconcile"))


def _prefix(given: object) -> Request:
    prefix = _checked_prefix(given)
    return Start(Job(f"backfill {prefix}", "backfill", prefix=prefix))


def _inventory(given: object) -> Request:
    members = _members(given, "inventory", "bucket", "key")
    inventory = Inventory(_text(members["bucket"], "inventory.bucket"), _text(members["key"], "inventory.key"))
    name = _checked_name(f"backfill s3://{inventory.bucket}/{inventory.key}", "the bucket and the key of an inventory")
    return Start(Job(name, "backfill", inventory=inventory))


def _reprocess(given: object) -> Request:
    prefix = _checked_prefix(_members(given, "reprocess", "prefix")["prefix"])
    return Start(Job(f"reprocess {prefix}", "reprocess", prefix=prefix))


def _continue(given: object) -> Request:
    _members(given, "continue")
    return Continue()


def _status(given: object) -> Request:
    _members(given, "status")
    return Status()


def _stop(given: object) -> Request:
    return Stop(_checked_name(_text(given, "stop"), "the name of a job"))


_REQUESTS: Final[Mapping[str, Callable[[object], Request]]] = {
    "reconcile": _reconcile,
    "prefix": _prefix,
    "inventory": _inventory,
    "reprocess": _reprocess,
    "continue": _continue,
    "status": _status,
    "stop": _stop,
}


def _members(given: object, name: str, *expected: str) -> Mapping[str, Any]:
    if not isinstance(given, Mapping) or set(given) != set(expected):
        wanted = ", ".join(expected) or "nothing"
        raise JobRefused(f"{name} must be an object with {wanted} in it")
    return given


def _text(given: object, name: str) -> str:
    if not isinstance(given, str):
        raise JobRefused(f"{name} must be text")
    if _HALF.search(given):
        raise JobRefused(f"{name} must be text, and has half a character: a surrogate without the other")
    return given


def _checked_prefix(given: object) -> str:
    prefix = _text(given, "prefix")
    if len(prefix.encode()) > LONGEST_PREFIX:
        raise JobRefused(f"a prefix may have {LONGEST_PREFIX} bytes")
    return prefix


def _checked_name(name: str, said: str) -> str:
    """A job's name as DynamoDB takes it for a key; `said` tells the sender what must be of such a length."""
    if not 1 <= len(name.encode()) <= LONGEST_NAME:
        raise JobRefused(f"{said} must have 1 to {LONGEST_NAME} bytes")
    return name
