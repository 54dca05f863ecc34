"""The local cloud as an earlier release left it: rows, uploads and archive of `releases/<name>/`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from filings.aws import clients
from filings.aws.archive import S3Archive
from filings.aws.table.queries import FilingQueries
from filings.errors import NotAFiling
from filings.record import Filing, Warning
from functions.process_filing.app import lambda_handler
from local.cloud import LocalCloud
from local.events import ObjectVersion
from tests.faults import moto_state
from tests.upgrade.keep import RELEASES, TOPICS, messages, rows
from tests.upgrades import upgraded

NAMES = sorted(folder.name for folder in RELEASES.iterdir())
assert NAMES


@dataclass
class Released:
    """A release's data in the cloud of today, with new subscribers."""

    cloud: LocalCloud
    name: str

    def __post_init__(self) -> None:
        self.archive = S3Archive(clients.s3(), self.cloud.name("ArchiveBucket"))
        self.queries = FilingQueries(clients.dynamodb(), self.cloud.name("FilingsTable"), self.archive)
        self.uploads = [self._put(upload) for upload in self.kept("uploads")]
        for row in self.kept("rows"):
            self.cloud.client("dynamodb").put_item(TableName=self.cloud.name("FilingsTable"), Item=row)
        for key, text in self.kept("archive").items():
            self.cloud.client("s3").put_object(Bucket=self.cloud.name("ArchiveBucket"), Key=key, Body=text.encode())
        self._queues = {topic: self.cloud.subscribe_queue(topic) for topic in TOPICS}

    def kept(self, what: str) -> Any:
        """A file of the release."""
        return json.loads((RELEASES / self.name / f"{what}.json").read_text(encoding="utf-8"))

    def rows(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What is in the table now."""
        return {(row["pk"]["S"], row["sk"]["S"]): row for row in rows(self.cloud)}

    def received(self, topic: str) -> list[str]:
        """The bodies that a new subscriber got."""
        return [message["body"] for message in messages(self.cloud, self._queues[topic])]

    def process(self, body: Any) -> list[str]:
        """What became of the uploads that the event names."""
        invocation = self.cloud.invoke("ProcessFiling", lambda_handler, body)
        assert invocation.error is None
        return [outcome["kind"] for outcome in invocation.response["outcomes"]]

    @contextmanager
    def upgraded(self, *, reads_more: bool) -> Iterator[None]:
        """While this lasts, the parser is a later one, which reads what is in the archive; or that and a warning."""
        by_content = {}
        for text in self.kept("archive").values():
            first = json.loads(text.partition("\n")[0])
            by_content[first["contentSha256"]] = (first["filingId"], first["generation"])

        def parse(stream: Any, **_: Any) -> Filing:
            sha256 = hashlib.sha256(stream.read()).hexdigest()
            if sha256 not in by_content:
                raise NotAFiling("as ever")
            filing = self.archive.get(*by_content[sha256])
            more = (Warning(code="more", message="is read now"),) if reads_more else ()
            return filing.model_copy(update={"warnings": (*filing.warnings, *more)})

        with upgraded("99.0.0", parse):
            yield

    def _put(self, upload: dict[str, str]) -> ObjectVersion:
        version = self.cloud.upload(upload["key"], upload["body"].encode("latin-1"), notify=False)
        (stored,) = (
            stored
            for stored in moto_state.objects(self.cloud.name("InboxBucket"))
            if stored.version_id == version.version_id
        )
        stored._version_id = upload["versionId"]
        stored.last_modified = dt.datetime.fromisoformat(upload["lastModified"])
        return version.changed(version_id=upload["versionId"])


@pytest.fixture(params=NAMES)
def released(request: pytest.FixtureRequest, cloud: LocalCloud) -> Released:
    return Released(cloud, request.param)
