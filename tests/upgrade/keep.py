"""What this release writes, kept for the releases after it: `python -m tests.upgrade.keep 2026-11-20`.

A few uploads go through the local cloud, one of each outcome, and what there is then goes into
`tests/upgrade/releases/<name>/`: rows, uploads, archive, messages. Run it when a release is made, and never again:
the files are what that release has written.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

from functions.process_filing.app import lambda_handler
from local.cloud import LocalCloud
from local.events import s3_event
from local.faults import Fault
from tests.submissions import submission

TESTS = Path(__file__).parents[1]
RELEASES = Path(__file__).parent / "releases"
FIXTURES = TESTS / "fixtures"
SENTENCE = b"The Company employs 640 people.  "
TOPICS = ("FilingEventsTopic", "FilingAlertsTopic", "OperatorTopic")


def keep(name: str) -> None:
    """Write the folder of the release `name`."""
    with LocalCloud.from_template() as cloud, patch.dict(os.environ, cloud.environment("ProcessFiling")):
        queues = {topic: cloud.subscribe_queue(topic) for topic in TOPICS}
        cloud.purge("InboxQueue")
        announced(cloud)
        not_announced(cloud)
        folder = RELEASES / name
        write(folder / "uploads.json", uploads(cloud))
        write(folder / "rows.json", rows(cloud))
        write(folder / "archive.json", archive(cloud))
        write(folder / "messages.json", {topic: messages(cloud, queue) for topic, queue in queues.items()})


def announced(cloud: LocalCloud) -> None:
    """Of several forms; a second revision, an older one that came late, a duplicate, a rejection."""
    first = cloud.upload("in/8-k.txt", submission(), notify=False)
    cloud.upload("in/8-k.txt", submission(text="The Company leased two mills."))
    cloud.drain({"ProcessFiling": lambda_handler})
    cloud.send(first)
    cloud.upload("in/8-k.txt", submission(text="The Company leased three mills."))
    cloud.upload("in/copy of 8-k.txt", submission())
    cloud.upload("in/10-k.txt", with_long_text(fixture("form_10k/text-1996-running-heads")))
    cloud.upload("in/form-4.txt", fixture("ownership/joint-filing-with-trades"))
    cloud.upload("in/13f.txt", fixture("form_13f/complete-submission"))
    cloud.upload("in/no-filing.txt", b"<html><title>502 Bad Gateway</title></html>")
    cloud.drain({"ProcessFiling": lambda_handler})


def not_announced(cloud: LocalCloud) -> None:
    """A filing and a rejection whose handler died between the commit and the announcement."""
    for key, body in (("in/pending.txt", submission("0009900555-26-000002")), ("in/pending-rejection.txt", b"\x00")):
        version = cloud.upload(key, body, notify=False)
        cloud.aws.inject(Fault.CRASH_BEFORE, at="sns.Publish")
        cloud.invoke("ProcessFiling", lambda_handler, s3_event(version))


def fixture(case: str) -> bytes:
    return (FIXTURES / case / "submission.txt").read_bytes()


def with_long_text(report: bytes) -> bytes:
    """An item of more than 8 KB, which lies in the archive."""
    assert report.count(SENTENCE) == 1
    return report.replace(SENTENCE, SENTENCE * 250)


def uploads(cloud: LocalCloud) -> list[dict[str, str]]:
    """Every object version of the inbox, the oldest first."""
    s3, bucket = cloud.client("s3"), cloud.name("InboxBucket")
    newest_first = s3.list_object_versions(Bucket=bucket)["Versions"]
    versions = sorted(reversed(newest_first), key=lambda version: version["LastModified"])
    return [
        {
            "key": version["Key"],
            "versionId": version["VersionId"],
            "lastModified": version["LastModified"].isoformat(),
            "body": s3.get_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])["Body"]
            .read()
            .decode("latin-1"),
        }
        for version in versions
    ]


def rows(cloud: LocalCloud) -> list[dict[str, Any]]:
    """The table as DynamoDB gives it."""
    pages = cloud.client("dynamodb").get_paginator("scan").paginate(TableName=cloud.name("FilingsTable"))
    return sorted((row for page in pages for row in page["Items"]), key=lambda row: (row["pk"]["S"], row["sk"]["S"]))


def archive(cloud: LocalCloud) -> dict[str, str]:
    """The archive's objects by key."""
    s3, bucket = cloud.client("s3"), cloud.name("ArchiveBucket")
    keys = [stored["Key"] for stored in s3.list_objects_v2(Bucket=bucket)["Contents"]]
    return {key: s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode() for key in keys}


def messages(cloud: LocalCloud, queue: str) -> list[dict[str, Any]]:
    """What a subscriber of the topic received."""
    return [{"body": message.body, "attributes": message.attributes} for message in cloud.received(queue)]


def write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    keep(sys.argv[1])
