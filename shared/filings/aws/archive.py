"""The archive: one JSONL object a generation, the filing whole. The lines: docs/data-model.md.

The key follows from the filing and its generation, and the bytes from what is in it; writing it again
changes nothing. Athena and DuckDB read it as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from filings.record import Filing, Item, to_json

if TYPE_CHECKING:
    from types_boto3_s3 import S3Client

__all__ = ["S3Archive", "archive_key", "archive_lines", "read_archive"]


def archive_key(filing_id: str, generation: str) -> str:
    """Where a generation of a filing lies in the archive bucket."""
    return f"filings/{filing_id}/{generation}.jsonl"


@dataclass(frozen=True, slots=True)
class S3Archive:
    """The bucket `bucket`."""

    client: S3Client
    bucket: str

    def put(self, filing: Filing, *, filing_id: str, generation: str, content_sha256: str, parser_version: str) -> None:
        """Write the filing whole."""
        names = {
            "filingId": filing_id,
            "generation": generation,
            "contentSha256": content_sha256,
            "parserVersion": parser_version,
        }
        self.client.put_object(
            Bucket=self.bucket,
            Key=archive_key(filing_id, generation),
            Body="".join(f"{line}\n" for line in archive_lines(filing, names)).encode(),
            ContentType="application/x-ndjson",
        )

    def get(self, filing_id: str, generation: str) -> Filing:
        """The filing as it was archived."""
        answer = self.client.get_object(Bucket=self.bucket, Key=archive_key(filing_id, generation))
        return read_archive(answer["Body"].read().decode())


def archive_lines(filing: Filing, names: dict[str, str]) -> Iterator[str]:
    """First the record without its items' texts (`kind` filing), then each item with its text (`kind` item).

    names: what every line begins with, so that a line can be told where it came from.
    """
    record = filing.model_dump(by_alias=True)
    items = record["items"]
    record["items"] = [{name: value for name, value in item.items() if name != "text"} for item in items]
    yield to_json({"kind": "filing", **names, "record": record})
    for position, item in enumerate(items, 1):
        yield to_json({"kind": "item", **names, "position": position, **item})


def read_archive(text: str) -> Filing:
    """The filing of an archived object's text."""
    # Not splitlines: a text may hold U+2028, which JSON leaves as it is.
    lines = [json.loads(line, parse_float=Decimal) for line in text.split("\n") if line]
    record: dict[str, Any] = lines[0]["record"]
    return Filing.model_validate({**record, "items": [Item.model_validate(line) for line in lines[1:]]})
