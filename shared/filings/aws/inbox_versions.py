"""The object versions of the inbox bucket, as S3 lists them: by key, of one key the newest first.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filings.aws.s3_event import is_folder
from filings.job import StoredVersion, Stretch

if TYPE_CHECKING:
    from types_boto3_s3 import S3Client
    from types_boto3_s3.type_defs import ListObjectVersionsOutputTypeDef

__all__ = ["ListedVersions"]

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class ListedVersions:
    """Those whose keys begin with `prefix`. A position is the last entry's key and version id, as a JSON array."""

    client: S3Client
    bucket: str
    prefix: str

    def after(self, position: str | None, most: int) -> Stretch:
        """The next at most `most` entries of the list: versions and delete markers, of which versions are kept."""
        found: list[StoredVersion] = []
        left = most
        while left > 0:
            page = self._page(position, min(_PAGE, left))
            found += self._versions(page)
            left -= len(page.get("Versions", [])) + len(page.get("DeleteMarkers", []))
            if not page["IsTruncated"]:
                return Stretch(tuple(found), None)
            position = json.dumps([page["NextKeyMarker"], page["NextVersionIdMarker"]])
        return Stretch(tuple(found), position)

    def _page(self, position: str | None, most: int) -> ListObjectVersionsOutputTypeDef:
        if position is None:
            return self.client.list_object_versions(Bucket=self.bucket, Prefix=self.prefix, MaxKeys=most)
        key, version_id = json.loads(position)
        return self.client.list_object_versions(
            Bucket=self.bucket, Prefix=self.prefix, MaxKeys=most, KeyMarker=key, VersionIdMarker=version_id
        )

    def _versions(self, page: ListObjectVersionsOutputTypeDef) -> Iterator[StoredVersion]:
        for entry in page.get("Versions", []):
            if not is_folder(entry["Key"], entry["Size"]):
                yield StoredVersion(self.bucket, entry["Key"], entry["VersionId"], entry["Size"], entry["LastModified"])
