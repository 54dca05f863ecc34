"""AWS under load: a moto server in threads of this process, so that handlers are other processes, and all can be seen.

What it holds is read directly (`moto_state`); only uploads and readers go the way that everybody goes, through boto3.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from urllib.parse import unquote_plus

from filings.aws.archive import S3Archive
from filings.aws.table.queries import FilingQueries
from local.cloud import LocalCloud
from local.server import moto_server
from local.subscriber import Message
from tests.faults import moto_state
from tests.faults.clock import Clock
from tests.faults.invariants import Evidence, Glimpse, InboxVersion
from tests.faults.quick_moto import quick_moto
from tests.faults.world import SWEEP, TOPICS
from tests.load.uploads import Upload


class LoadedAws:
    """The resources of template.yaml in a server, with a subscriber to each topic."""

    def __init__(self, cloud: LocalCloud) -> None:
        self.cloud = cloud
        self._subscribers = {topic: cloud.subscribe_queue(topic) for topic in TOPICS}
        self._sequencers: dict[tuple[str, str], str] = {}
        self.glimpses: list[Glimpse] = []
        cloud.purge("InboxQueue")  # of S3's test event

    def upload(self, uploads: Iterable[Upload]) -> Iterator[Upload]:
        """Put each; deliver the event of some twice."""
        s3, bucket = self.cloud.client("s3"), self.cloud.name("InboxBucket")
        for upload in uploads:
            s3.put_object(Bucket=bucket, Key=upload.key, Body=upload.body)
            event = self._newest_event()
            if upload.twice:
                self.cloud.send_message(event)
            yield upload

    def _newest_event(self) -> str:
        event = moto_state.newest_message(self.cloud.name("InboxQueue")).body
        told = json.loads(event)["Records"][0]["s3"]["object"]
        self._sequencers[unquote_plus(told["key"]), told["versionId"]] = told["sequencer"]
        return event

    def waiting(self) -> int:
        """Messages of the inbox, those that handlers have in their hands included."""
        return moto_state.count_messages(self.cloud.name("InboxQueue"))

    def sweep(self) -> str:
        """Ten minutes later the sweeper runs, once; what it logged."""
        clock, log = Clock(), io.StringIO()
        clock.forward(minutes=10)
        with clock.set(), redirect_stdout(log):
            (swept,) = self.cloud.run_schedules(SWEEP).invocations
        if swept.error:
            raise swept.error
        return log.getvalue()

    def look(self, filing_ids: Iterable[str]) -> None:
        """Read these filings as a reader does, and keep what was seen; what is not there yet is nothing seen."""
        self._look(self._queries(self.cloud.client("dynamodb")), filing_ids)

    def look_at_all(self) -> None:
        """Every filing that stands, once; without the way through the server, which would take minutes."""
        standing = {row["filingId"] for row in self._rows() if row["sk"] == "LATEST"}
        self._look(self._queries(moto_state.TableAtHand()), sorted(standing))

    def _look(self, reader: FilingQueries, filing_ids: Iterable[str]) -> None:
        for filing_id in filing_ids:
            try:
                stored = reader.filing(filing_id)
            except Exception as error:  # noqa: BLE001 - whatever it is, the invariants tell it
                self.glimpses.append(Glimpse(filing_id, error=repr(error)))
                continue
            if stored:
                version = (stored.object["bucket"], stored.object["key"], stored.object["versionId"])
                self.glimpses.append(Glimpse(filing_id, version, stored.filing))

    def _queries(self, table: object) -> FilingQueries:
        archive = S3Archive(self.cloud.client("s3"), self.cloud.name("ArchiveBucket"))
        return FilingQueries(table, self.cloud.name("FilingsTable"), archive)

    def evidence(self, log: str) -> Evidence:
        """All that the invariants are about; `log` is what the functions wrote."""
        return Evidence(
            versions=[self._version(stored) for stored in moto_state.objects(self.cloud.name("InboxBucket"))],
            rows=list(self._rows()),
            archive={
                stored.name: stored.value.decode() for stored in moto_state.objects(self.cloud.name("ArchiveBucket"))
            },
            received={topic: moto_state.messages(queue) for topic, queue in self._subscribers.items()},
            dead_letters=self.dead_letters(),
            waiting=self.waiting(),
            glimpses=self.glimpses,
            log=log,
        )

    def dead_letters(self) -> list[Message]:
        """What SQS gave up on."""
        return moto_state.messages(self.cloud.name("InboxDeadLetterQueue"))

    def _version(self, stored: object) -> InboxVersion:
        return InboxVersion(
            bucket=stored.bucket_name,
            key=stored.name,
            version_id=stored.version_id,
            last_modified=stored.last_modified,
            sequencer=self._sequencers[stored.name, stored.version_id],
            body=stored.value,
        )

    def _rows(self) -> Iterator[dict[str, object]]:
        return (row.to_regular_json() for row in moto_state.rows(self.cloud.name("FilingsTable")))


@contextmanager
def loaded_aws() -> Iterator[LoadedAws]:
    """Empty, and gone with the block."""
    with moto_server() as url, quick_moto(), LocalCloud.from_template(endpoint_url=url) as cloud:
        yield LoadedAws(cloud)
