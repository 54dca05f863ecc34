"""The archive: a filing goes in whole and comes back the same."""

import datetime as dt
import json
from decimal import Decimal

from filings.aws import clients
from filings.aws.archive import S3Archive, archive_key
from filings.record import Fact, Filing, Item, Part, Warning

NAMES = {"filing_id": "F", "generation": "ab", "content_sha256": "cd", "parser_version": "1.0.0"}
FILING = Filing(
    accession_number="0009900555-26-000001",
    form="8-K",
    filing_date=dt.date(2026, 3, 2),
    acceptance_date_time=dt.datetime(2026, 3, 2, 21, 30, 55, tzinfo=dt.UTC),
    items=(
        Item(item="1.01", title="Leases", text='one\u2028two\nthree \u00e9 "quoted"', start=0, end=9),
        Item(item="8.01", text="x" * 100_000, start=9, end=20),
    ),
    facts=(Fact(concept="us-gaap:Revenues", value=Decimal("1234567890123456789.10")),),
    holdings=Part.model_validate({"tableValueTotal": Decimal("1.50")}),
    warnings=(Warning(code="c", message="m"),),
)


def test_it_comes_back_the_same(cloud):
    archive = S3Archive(clients.s3(), cloud.name("ArchiveBucket"))
    archive.put(FILING, **NAMES)
    assert archive.get("F", "ab") == FILING


def test_the_first_line_is_the_record_without_texts_and_each_item_has_a_line(cloud):
    bucket = cloud.name("ArchiveBucket")
    S3Archive(clients.s3(), bucket).put(FILING, **NAMES)
    stored = cloud.client("s3").get_object(Bucket=bucket, Key=archive_key("F", "ab"))
    lines = [json.loads(line, parse_float=Decimal) for line in stored["Body"].read().decode().split("\n") if line]
    assert [line["kind"] for line in lines] == ["filing", "item", "item"]
    assert all(line["filingId"] == "F" and line["generation"] == "ab" for line in lines)
    assert "text" not in lines[0]["record"]["items"][0]
    assert lines[0]["record"]["facts"][0]["value"] == Decimal("1234567890123456789.10")
    assert [line["position"] for line in lines[1:]] == [1, 2]
    assert lines[2]["text"] == "x" * 100_000
    assert stored["ContentType"] == "application/x-ndjson"


def test_writing_it_again_writes_the_same_bytes(cloud):
    bucket = cloud.name("ArchiveBucket")
    archive = S3Archive(clients.s3(), bucket)
    archive.put(FILING, **NAMES)
    archive.put(FILING, **NAMES)
    versions = cloud.client("s3").list_object_versions(Bucket=bucket)["Versions"]
    assert len({version["ETag"] for version in versions}) == 1
