"""The object versions of the inbox bucket, as an S3 inventory lists them: a manifest, and gzipped CSV files without a
line of names, which the manifest has. Keys are url-encoded in the files.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO, TYPE_CHECKING, cast
from urllib.parse import unquote_plus

from filings.aws.s3_event import is_folder
from filings.job import Inventory, JobRefused, StoredVersion, Stretch

if TYPE_CHECKING:
    from types_boto3_s3 import S3Client

__all__ = ["InventoriedVersions", "Manifest", "read_manifest"]

_REQUIRED = ("Bucket", "Key", "VersionId")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest.json says: the names of the columns, and the keys of the data files beside it."""

    columns: tuple[str, ...]
    files: tuple[str, ...]


def read_manifest(text: str | bytes, inbox_bucket: str) -> Manifest:
    """The manifest of an inventory of that bucket. Raises JobRefused, with a sentence, for any other."""
    try:
        given = json.loads(text)
        source, file_format = given["sourceBucket"], given["fileFormat"]
        columns = tuple(name.strip() for name in given["fileSchema"].split(","))
        files = tuple(file["key"] for file in given["files"])
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise JobRefused("this is not the manifest.json of an S3 inventory") from error
    if source != inbox_bucket:
        raise JobRefused(f"the inventory is of the bucket {source}, not of the inbox")
    if file_format != "CSV":
        raise JobRefused(f"the inventory is in the format {file_format}, and only CSV is read")
    missing = [name for name in _REQUIRED if name not in columns]
    if missing:
        raise JobRefused(f"the inventory has no column {' or '.join(missing)}: it must be one of all versions")
    return Manifest(columns, files)


class InventoriedVersions:
    """The versions of one inventory. A position is a data file's number and a row's, as a JSON array.

    The file is kept open from one stretch to the next: a data file may have a million rows.
    """

    def __init__(self, client: S3Client, inventory: Inventory, inbox_bucket: str) -> None:
        """Reads the manifest. Raises JobRefused where it is not there, or no manifest of the inbox."""
        self._client, self._inventory, self._inbox = client, inventory, inbox_bucket
        self._manifest = read_manifest(self._open(inventory.key).read(), inbox_bucket)
        self._at: tuple[int, int] | None = None
        self._rows: Iterator[list[str]] = iter(())

    def after(self, position: str | None, most: int) -> Stretch:
        """The next at most `most` rows; a stretch ends where a data file does. Raises JobRefused."""
        file, row = json.loads(position) if position else (0, 0)
        if file >= len(self._manifest.files):
            return Stretch((), None)
        if self._at != (file, row):
            self._rows = islice(self._read(self._manifest.files[file]), row, None)
        try:
            rows = list(islice(self._rows, most))
            versions = tuple(version for version in map(self._version, rows) if version is not None)
        except (gzip.BadGzipFile, EOFError, zlib.error, csv.Error, ValueError, KeyError) as error:
            raise JobRefused(
                f"the data file {self._manifest.files[file]} is no CSV with the manifest's columns"
            ) from error
        self._at = (file, row + len(rows))
        return Stretch(versions, self._next(len(rows) < most))

    def _next(self, is_file_over: bool) -> str | None:
        file, row = cast("tuple[int, int]", self._at)
        if not is_file_over:
            return json.dumps([file, row])
        return json.dumps([file + 1, 0]) if file + 1 < len(self._manifest.files) else None

    def _read(self, key: str) -> Iterator[list[str]]:
        lines = io.TextIOWrapper(gzip.GzipFile(fileobj=self._open(key)), encoding="utf-8", newline="")
        return csv.reader(lines)

    def _open(self, key: str) -> IO[bytes]:
        errors = self._client.exceptions
        try:
            answer = self._client.get_object(Bucket=self._inventory.bucket, Key=key)
        except (errors.NoSuchKey, errors.NoSuchBucket) as error:
            raise JobRefused(f"there is no object {key} in the bucket {self._inventory.bucket}") from error
        return cast("IO[bytes]", answer["Body"])

    def _version(self, row: Sequence[str]) -> StoredVersion | None:
        """The version of a row; None for a delete marker or a "folder"."""
        cell = dict(zip(self._manifest.columns, row, strict=True))
        key, size = unquote_plus(cell["Key"]), _size(cell.get("Size"))
        if cell.get("IsDeleteMarker", "").lower() == "true" or is_folder(key, size):
            return None
        made = cell.get("LastModifiedDate")
        return StoredVersion(self._inbox, key, cell["VersionId"] or "null", size, _time(made))


def _size(text: str | None) -> int | None:
    return int(text) if text else None


def _time(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC) if text else None
