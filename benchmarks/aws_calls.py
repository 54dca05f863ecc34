"""How many calls to AWS one upload costs: counted by the local cloud, made by the real handler."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass

from benchmarks.filings import html_8k, many_documents, submission_8k
from benchmarks.timing import CannotMeasure
from local.cloud import LocalCloud
from local.poller import Handler

__all__ = ["Calls", "measure_calls"]

_FUNCTION = "ProcessFiling"


@dataclass(frozen=True)
class Calls:
    """The calls of one upload, in order, as `s3.GetObject`."""

    what: str
    calls: tuple[str, ...]


def measure_calls() -> list[Calls]:
    """One upload after another into one cloud, each with the outcome that it is called."""
    filing = submission_8k()
    changed = filing.replace(b"</SEC-DOCUMENT>", b"\n</SEC-DOCUMENT>")
    uploads = (
        ("8-K, seen for the first time", "CREATED", "a.txt", filing),
        ("the same content under another key", "DUPLICATE", "b.txt", filing),
        ("other content, same accession number", "UPDATED", "c.txt", changed),
        ("no filing: rejected", "REJECTED", "d.html", b"<html><h1>503 Service Unavailable</h1></html>"),
        ("8-K without a header", "CREATED", "e.htm", html_8k()),
        ("8-K of another company, 120 exhibits", "CREATED", "f.txt", _other(many_documents(120))),
    )
    log = io.StringIO()
    with contextlib.redirect_stdout(log), LocalCloud.from_template() as cloud:
        handler = cloud.handler(_FUNCTION)
        cloud.drain({_FUNCTION: handler})  # S3's test event
        return [_measure(cloud, handler, *upload) for upload in uploads]


def _other(filing: bytes) -> bytes:
    return filing.replace(b"0009907001-26-000012", b"0009907001-26-000013")


def _measure(cloud: LocalCloud, handler: Handler, what: str, expected: str, key: str, body: bytes) -> Calls:
    version = cloud.upload(f"inbox/{key}", body)
    with cloud.aws.recording() as calls:
        report = cloud.drain({_FUNCTION: handler})
    row = cloud.client("dynamodb").get_item(
        TableName=cloud.name("FilingsTable"),
        Key={"pk": {"S": f"OBJECT#{version.bucket}/{version.key}"}, "sk": {"S": f"VERSION#{version.version_id}"}},
    )["Item"]
    outcome = row.get("change", row["kind"])["S"]
    if report.errors or report.failed or outcome != expected:
        raise CannotMeasure(f"{what}: the outcome is {outcome}, errors {report.errors}")
    return Calls(what, tuple(call.name for call in calls))
