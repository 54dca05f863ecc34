"""The bucket of uploads: one object version, read once, within bounds.

The bytes go through a fixed buffer into a spooled file, counted and hashed on the way: the size that
matters is the one that arrives. What is small stays in memory, the rest is on disk.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from filings.errors import TooLarge
from filings.identity import Position
from filings.notifications.notification import ObjectVersion
from filings.ports import Gone, ObjectCreated, Upload

if TYPE_CHECKING:
    from botocore.response import StreamingBody
    from types_boto3_s3 import S3Client
    from types_boto3_s3.type_defs import GetObjectOutputTypeDef

__all__ = ["S3Inbox"]

_CHUNK = 1 << 20
_IN_MEMORY = 8 << 20


@dataclass(frozen=True, slots=True)
class S3Inbox:
    """`limit`: bytes; a larger upload is not read."""

    client: S3Client
    limit: int

    @contextmanager
    def open(self, created: ObjectCreated) -> Iterator[Upload]:
        """The object version, its bytes at hand while the context lasts. Raises Gone and TooLarge."""
        answer = self._get(created)
        if answer["ContentLength"] > self.limit:
            answer["Body"].close()
            raise TooLarge(answer["ContentLength"], self.limit)
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
            size, digest = _copy(answer["Body"], file, self.limit)
            file.seek(0)
            yield Upload(_object(created, answer, size), _position(created, answer), digest, cast("BinaryIO", file))

    def _get(self, created: ObjectCreated) -> GetObjectOutputTypeDef:
        errors = self.client.exceptions
        try:
            if created.version_id is None:
                return self.client.get_object(Bucket=created.bucket, Key=created.key)
            return self.client.get_object(Bucket=created.bucket, Key=created.key, VersionId=created.version_id)
        except errors.NoSuchKey as error:
            raise Gone from error
        except errors.ClientError as error:
            # Not in S3's model, so it has no class of its own. 403 is no answer to "is it there?": not caught.
            if error.response["Error"]["Code"] == "NoSuchVersion":
                raise Gone from error
            raise


def _copy(body: StreamingBody, file: IO[bytes], limit: int) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for chunk in body.iter_chunks(_CHUNK):
        size += len(chunk)
        if size > limit:
            body.close()
            raise TooLarge(size, limit)
        digest.update(chunk)
        file.write(chunk)
    return size, digest.hexdigest()


def _object(created: ObjectCreated, answer: GetObjectOutputTypeDef, size: int) -> ObjectVersion:
    return ObjectVersion(
        bucket=created.bucket,
        key=created.key,
        version_id=created.version_id or answer.get("VersionId"),
        e_tag=answer["ETag"].strip('"'),
        size=size,
    )


def _position(created: ObjectCreated, answer: GetObjectOutputTypeDef) -> Position:
    return Position(created.bucket, created.key, created.sequencer, answer["LastModified"].astimezone(dt.UTC))
