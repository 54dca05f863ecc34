"""S3 inventories as S3 delivers them: a manifest, and gzipped CSV files without a line of names, keys url-encoded.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from urllib.parse import quote_plus

COLUMNS = "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, LastModifiedDate"
FOLDER = "inventory/filings-inbox/uploads"
MADE = "2026-03-02T12:00:00.000Z"


def row(key: str, version_id: str, *, size="9", made=MADE, is_delete_marker=False, is_latest=True) -> dict[str, str]:
    """A line of a data file, by column."""
    return {
        "Bucket": "filings-inbox",
        "Key": quote_plus(key, safe="/"),
        "VersionId": version_id,
        "IsLatest": str(is_latest).lower(),
        "IsDeleteMarker": str(is_delete_marker).lower(),
        "Size": size,
        "LastModifiedDate": made,
    }


def data_file(rows, columns=COLUMNS) -> bytes:
    """A data file with those columns."""
    text = io.StringIO()
    names = columns.split(", ")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([line[n] for n in names] for line in rows)
    return gzip.compress(text.getvalue().encode())


def manifest(files: int, /, **changes) -> dict:
    """A manifest.json for so many data files."""
    given = {
        "sourceBucket": "filings-inbox",
        "destinationBucket": "arn:aws:s3:::filings-archive",
        "version": "2016-11-30",
        "creationTimestamp": "1772452800000",
        "fileFormat": "CSV",
        "fileSchema": COLUMNS,
        "files": [{"key": f"{FOLDER}/data/{n}.csv.gz", "size": 100, "MD5checksum": "0" * 32} for n in range(files)],
    }
    return given | changes


def put_inventory(cloud, versions, *, files: int = 1, **changes) -> dict[str, str]:
    """An inventory of (key, version id) pairs, or of `row`s, in the archive bucket; where its manifest is."""
    rows = [line if isinstance(line, dict) else row(*line) for line in versions]
    archive, inbox = cloud.name("ArchiveBucket"), cloud.name("InboxBucket")
    told = manifest(files, sourceBucket=inbox, **changes)
    size = -(-len(rows) // files)
    for place, file in enumerate(told["files"]):
        body = data_file(rows[place * size : (place + 1) * size], told["fileSchema"])
        cloud.client("s3").put_object(Bucket=archive, Key=file["key"], Body=body)
    key = f"{FOLDER}/2026-03-02T01-00Z/manifest.json"
    cloud.client("s3").put_object(Bucket=archive, Key=key, Body=json.dumps(told).encode())
    return {"bucket": archive, "key": key}
