"""The keys of the filings table, and the times its indexes are sorted by. docs/data-model.md has the list.

A filing's rows share one partition: LATEST, its revisions, and the children of each generation. An object
version's outcome has a partition of its own. Index keys are single attributes: nothing is glued there.
"""

from __future__ import annotations

import datetime as dt

__all__ = [
    "COMPANY_FORM_INDEX",
    "COMPANY_INDEX",
    "FEED_INDEX",
    "HOLDERS_INDEX",
    "ISSUER_INDEX",
    "LATEST",
    "OWNER_INDEX",
    "PENDING_INDEX",
    "PENDING_SHARD",
    "child_sk",
    "filing_pk",
    "generation_prefix",
    "object_pk",
    "revision_sk",
    "row_key",
    "utc_second",
    "version_sk",
]

LATEST = "LATEST"
COMPANY_INDEX = "company"
COMPANY_FORM_INDEX = "company-form"
FEED_INDEX = "feed"
HOLDERS_INDEX = "holders"
ISSUER_INDEX = "issuer"
OWNER_INDEX = "owner"
PENDING_INDEX = "pending"
PENDING_SHARD = "0"  # one is enough: a filing comes and goes, and one key takes 1,000 writes a second


def filing_pk(filing_id: str) -> str:
    """The partition of a filing."""
    return f"FILING#{filing_id}"


def revision_sk(content_sha256: str, read_again_by: str | None = None) -> str:
    """The row of one content of the filing; of a later reading of it, with the parser version that read it again."""
    return f"REVISION#{content_sha256}" + (f"#{read_again_by}" if read_again_by else "")


def generation_prefix(generation: str) -> str:
    """What the sort keys of a generation's children begin with."""
    return f"G#{generation}#"


def child_sk(generation: str, kind: str, position: int) -> str:
    """One child: `kind` is ITEM, ENTITY, DOCUMENT, TAG or a part's own; `position` counts from 1."""
    return generation_prefix(generation) + row_key(kind, position)


def row_key(kind: str, position: int) -> str:
    """What the sort key of a child ends in."""
    return f"{kind}#{position:04d}"


def object_pk(bucket: str, key: str) -> str:
    """The partition of an S3 key. `/` cannot be in a bucket's name, so no two keys meet here."""
    return f"OBJECT#{bucket}/{key}"


def version_sk(version_id: str | None) -> str:
    """The outcome row of one version; `null` is S3's own name for the version of an unversioned object."""
    return f"VERSION#{version_id or 'null'}"


def utc_second(time: dt.datetime) -> str:
    """RFC 3339 in UTC, whole seconds: text that sorts as time does."""
    return time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
