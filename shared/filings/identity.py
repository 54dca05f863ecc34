"""What makes two uploads the same filing, the same content, the same reading; and which upload is the newer one.

A filing is its accession number, or its content's SHA-256 where it has none. Its content is the bytes as
uploaded. A generation is one content read by one parser version, and of a filing without dates, one time of
upload: what is written under a generation never changes. The order of uploads is S3's:
https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from filings.record import Filing

__all__ = ["Position", "filing_id_of", "generation_of", "has_been_read_by", "is_newer"]


def filing_id_of(filing: Filing, content_sha256: str) -> str:
    """The accession number, else `sha256:<hex>`."""
    return filing.accession_number or f"sha256:{content_sha256}"


def generation_of(content_sha256: str, parser_version: str, uploaded: dt.datetime | None = None) -> str:
    """16 hex digits that stand for this content as this parser version reads it.

    uploaded: for a filing that lacks a date of its own. Its rows are found by the upload's instead, so two uploads of
    one content have different rows; under one generation, the later of two handlers would write over the committed.
    """
    named = f"{content_sha256} {parser_version}" + (f" {uploaded.isoformat()}" if uploaded else "")
    return hashlib.sha256(named.encode()).hexdigest()[:16]


def has_been_read_by(last: str | None, parser_version: str) -> bool:
    """Whether what `last` read need not be read again: `parser_version` is no newer. `last` is None if nobody knows.

    Versions are numbers with dots, and ordered by them: 1.9.0 is older than 1.10.0. So a reading is never undone by
    an older parser; to go back, release the older parser as a newer version.
    """
    return last is not None and _numbers(parser_version) <= _numbers(last)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


@dataclass(frozen=True, slots=True)
class Position:
    """What S3 tells about when an object version was made. `sequencer` is None where the event had none."""

    bucket: str
    key: str
    sequencer: str | None
    last_modified: dt.datetime


def is_newer(one: Position, other: Position) -> bool:
    """Whether `one` is to stand over `other`, which was committed before it; on a tie it is.

    A sequencer is hexadecimal, compares for one key only, and the shorter is padded with zeros on the right.
    LastModified, in whole seconds, decides wherever sequencers cannot; within a second the names of the keys do. So
    uploads have one order, whichever was committed first, but for two kinds (docs/failure-cases.md, "What is not
    decided"): versions of one key within a second without a sequencer, and multipart uploads, whose LastModified is
    when they began.
    """
    if one.sequencer and other.sequencer and (one.bucket, one.key) == (other.bucket, other.key):
        width = max(len(one.sequencer), len(other.sequencer))
        return one.sequencer.upper().ljust(width, "0") >= other.sequencer.upper().ljust(width, "0")
    return (one.last_modified, one.bucket, one.key) >= (other.last_modified, other.bucket, other.key)
