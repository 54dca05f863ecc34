"""One AWS for many tests: the local cloud with a clock, subscribers, and a reader who looks on between the calls.

Making a cloud takes longer than a test, so `World` is emptied instead.
"""

from __future__ import annotations

import io
import os
import random
import traceback
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from moto.dynamodb.models.dynamo_type import Item

from filings.aws.archive import S3Archive
from filings.aws.table import commit
from filings.aws.table.queries import FilingQueries
from functions.process_filing import app as process_filing
from functions.reconcile_inbox import app as reconcile_inbox
from functions.sweep_pending import app as sweep_pending
from local.cloud import LocalCloud
from local.events import ObjectVersion
from local.faults import Crash
from local.poller import Invocation, Report
from local.strict import Call
from local.subscriber import Message
from tests.conftest import forget_what_functions_cached
from tests.faults import moto_state
from tests.faults.clock import Clock
from tests.faults.invariants import Evidence, Glimpse, InboxVersion, violations
from tests.faults.quick_moto import quick_moto
from tests.upgrades import NEXT, upgraded

PROCESS = {"ProcessFiling": process_filing.lambda_handler}
SWEEP = {"SweepPending": sweep_pending.lambda_handler}
TOPICS = ("FilingEventsTopic", "FilingAlertsTopic", "OperatorTopic")
_WRITES = frozenset({"BatchWriteItem", "TransactWriteItems"})


class World:
    """The cloud, empty; what was uploaded, seen, logged and received since."""

    def __init__(self, cloud: LocalCloud) -> None:
        self.cloud = cloud
        self.clock = Clock()
        self._queues = {topic: cloud.subscribe_queue(topic) for topic in TOPICS}
        self._until_empty = ExitStack()
        archive = S3Archive(cloud.client("s3"), cloud.name("ArchiveBucket"))
        self._reader = FilingQueries(moto_state.TableAtHand(), cloud.name("FilingsTable"), archive)
        self.empty()

    def empty(self) -> None:
        """As it was at first: only time has gone on."""
        self._until_empty.close()
        moto_state.empty_table(self.cloud.name("FilingsTable"))
        for bucket in ("InboxBucket", "ArchiveBucket"):
            moto_state.empty_bucket(self.cloud.name(bucket))
        for queue in (*self._queues.values(), *map(self.cloud.name, ("InboxQueue", "InboxDeadLetterQueue"))):
            moto_state.empty_queue(queue)
        self.cloud.aws.clear()
        self.cloud.aws.before.append(self._look_on)
        self.uploads: list[ObjectVersion] = []
        self.glimpses: list[Glimpse] = []
        self.errors: list[BaseException] = []
        self.log = io.StringIO()
        self._written = False
        self._seen: tuple[list[dict[str, Any]], dict[str, Item]] = [], {}
        self._committed: dict[str, dict[str, Item]] = {}

    def lower_limits(self, **limits: int) -> None:
        """Until the world is emptied a small filing is too large for one transaction, and takes several batches."""
        for name, limit in (limits or {"MAX_ACTIONS": 6, "MAX_BATCH": 3}).items():
            self._until_empty.enter_context(patch.object(commit, name, limit))

    def sweep_without_patience(self) -> None:
        """Until the world is emptied, the sweeper announces what is a second old; `sweep` does as ever."""
        self._until_empty.enter_context(patch.dict(os.environ, {"PENDING_AFTER_SECONDS": "0"}))

    # ---------------------------------------------------------------- what happens

    def upload(self, key: str, body: bytes, *, notify: bool = True, **told: Any) -> ObjectVersion:
        """Put an object; `notify=False` loses the event. `told`: what another event of it says, such as a sequencer."""
        version = self.cloud.upload(key, body, notify=notify).changed(**told)
        self.uploads.append(version)
        return version

    def send(self, *versions: ObjectVersion) -> None:
        """Put the event of each version into the queue."""
        self.cloud.send(*versions)

    def process(self, event: Mapping[str, Any]) -> Invocation:
        """Run ProcessFiling once, with no queue to bring the event back."""
        with self.logged():
            return self._noted(self.cloud.invoke("ProcessFiling", PROCESS["ProcessFiling"], event))

    def drain(self) -> Report:
        """Follow the queue until it is empty: what failed comes again, up to five times in all."""
        with self.logged():
            report = self.cloud.drain(PROCESS)
        for invocation in report.invocations:
            self._noted(invocation)
        return report

    def deliver(self, order: random.Random) -> None:
        """One batch out of the queue, which has no order of its own."""
        moto_state.shuffle(self.cloud.name("InboxQueue"), order)
        with self.logged():
            report = self.cloud.drain(PROCESS, batches=1)
        for invocation in report.invocations:
            self._noted(invocation)

    def reconcile(self, request: Mapping[str, Any]) -> Invocation:
        """Ask ReconcileInbox for something, hours after the last upload."""
        self.clock.forward(minutes=6 * 60)
        with self.logged():
            return self._noted(self.cloud.invoke("ReconcileInbox", reconcile_inbox.lambda_handler, request))

    def upgrade(self) -> None:
        """Until the world is emptied, all functions have the next parser, which reads some filings otherwise."""
        self._until_empty.enter_context(upgraded())
        self._until_empty.enter_context(patch.object(reconcile_inbox, "PARSER_VERSION", NEXT))
        reconcile_inbox._reconciler.cache_clear()
        self._until_empty.callback(reconcile_inbox._reconciler.cache_clear)

    def sweep(self) -> Invocation:
        """Ten minutes later the sweeper runs, once."""
        self.clock.forward(minutes=10)
        with self.logged():
            (invocation,) = self.cloud.run_schedules(SWEEP).invocations
        return self._noted(invocation)

    def redrive(self) -> None:
        """What is in the dead-letter queue goes back to the inbox, as an operator would send it."""
        dead = self.dead_letters()
        moto_state.empty_queue(self.cloud.name("InboxDeadLetterQueue"))
        for message in dead:
            self.cloud.send_message(message.body)

    @property
    def calls(self) -> list[Call]:
        """The functions' AWS calls."""
        return self.cloud.aws.calls

    # ---------------------------------------------------------------- what can be seen

    def pending(self) -> list[str]:
        """The revisions and rejections that are committed and not announced."""
        return [_sk(row) for row in self._rows() if "status" in row.attrs and row.attrs["status"].value == "PENDING"]

    def outcomes(self) -> set[str]:
        """The ids of the object versions that have one."""
        return {_sk(row).removeprefix("VERSION#") for row in self._rows() if _sk(row).startswith("VERSION#")}

    def standing(self) -> str:
        """The version id that LATEST names, where there is one filing."""
        (latest,) = [row.to_regular_json() for row in self._rows() if _sk(row) == "LATEST"]
        version_id: str = latest["object"]["versionId"]
        return version_id

    def dead_letters(self) -> list[Message]:
        """What SQS gave up on, and nobody has sent back."""
        return moto_state.messages(self.cloud.name("InboxDeadLetterQueue"))

    def received(self, topic: str) -> list[Message]:
        """What the topic's subscriber was sent, in order."""
        return moto_state.messages(self._queues[topic])

    def evidence(self) -> Evidence:
        """All that the invariants are about."""
        self._glimpse()
        return Evidence(
            versions=self._versions(),
            rows=[row.to_regular_json() for row in self._rows()],
            archive=self._archive(),
            received={topic: self.received(topic) for topic in TOPICS},
            dead_letters=self.dead_letters(),
            waiting=len(moto_state.messages(self.cloud.name("InboxQueue"))),
            glimpses=self.glimpses,
            log=self.log.getvalue() + "".join(map(_as_lambda_logs, self.errors)),
        )

    def assert_invariants(self) -> None:
        """Fails with one line for each thing that does not hold."""
        found = violations(self.evidence())
        assert not found, "\n".join(found)

    def _versions(self) -> list[InboxVersion]:
        sequencers = {(upload.key, upload.version_id): upload.sequencer for upload in self.uploads}
        return [
            InboxVersion(
                bucket=stored.bucket_name,
                key=stored.name,
                version_id=stored.version_id,
                last_modified=stored.last_modified,
                sequencer=sequencers[stored.name, stored.version_id],
                body=stored.value,
            )
            for stored in moto_state.objects(self.cloud.name("InboxBucket"))
        ]

    def _archive(self) -> dict[str, str]:
        return {stored.name: stored.value.decode() for stored in moto_state.objects(self.cloud.name("ArchiveBucket"))}

    def _rows(self) -> list[Item]:
        return moto_state.rows(self.cloud.name("FilingsTable"))

    # ---------------------------------------------------------------- looking on

    def _look_on(self, call: Call) -> None:
        """Before each call of a function: a reader looks, if the call before it wrote."""
        with self.cloud.aws.lock:
            if self._written:
                self._glimpse()
            self._written = call.operation in _WRITES

    def _glimpse(self) -> None:
        """What a reader sees now, unless it is what was seen last."""
        rows = [row for row in self._rows() if not _sk(row).startswith("VERSION#")]
        standing = [row.to_regular_json() for row in rows if _sk(row) == "LATEST"]
        children = {_sk(row): row for row in rows if _sk(row).startswith("G#")}
        if (standing, children) == self._seen:
            return
        self._seen = standing, children
        self._note_changed_children(rows, children)
        for row in standing:
            filing_id = row["filingId"]
            try:
                stored = self._reader.filing(filing_id)
            except Exception as error:  # noqa: BLE001 - whatever it is, the invariants tell it
                self.glimpses.append(Glimpse(filing_id, error=repr(error)))
            else:
                version = (stored.object["bucket"], stored.object["key"], stored.object["versionId"])
                seen = Glimpse(filing_id, version, stored.filing, parser_version=stored.parser_version)
                self.glimpses.append(seen)

    def _note_changed_children(self, rows: list[Item], children: dict[str, Item]) -> None:
        """Indexes find a child by what it was committed with, so even those that no longer stand must not change."""
        for revision in [row.to_regular_json() for row in rows if _sk(row).startswith("REVISION#")]:
            own = {sk: row for sk, row in children.items() if sk.startswith(f"G#{revision['generation']}#")}
            if self._committed.setdefault(revision["generation"], own) != own:
                error = f"the children of revision {revision['revision']} changed after it was committed"
                self.glimpses.append(Glimpse(revision["filingId"], error=error))

    def _noted(self, invocation: Invocation) -> Invocation:
        if invocation.error is not None and not isinstance(invocation.error, Crash):
            self.errors.append(invocation.error)
        return invocation

    @contextmanager
    def logged(self) -> Iterator[None]:
        with redirect_stdout(self.log), redirect_stderr(self.log):
            yield


def _sk(row: Item) -> str:
    sk: str = row.range_key.value
    return sk


def _as_lambda_logs(error: BaseException) -> str:
    """Lambda logs what a handler raises, with its message and where it came from."""
    return "".join(traceback.format_exception(error))


@contextmanager
def open_world() -> Iterator[World]:
    """A world, and the environment that the functions run in."""
    forget_what_functions_cached()
    with ExitStack() as stack:
        cloud = stack.enter_context(LocalCloud.from_template())
        stack.callback(forget_what_functions_cached)
        environment = cloud.environment("SweepPending") | cloud.environment("ProcessFiling")
        stack.enter_context(patch.dict(os.environ, environment))
        world = World(cloud)
        stack.callback(world.empty)
        stack.enter_context(world.clock.set())
        stack.enter_context(quick_moto())
        stack.enter_context(patch("filings.aws.backoff.random", SimpleNamespace(uniform=lambda *_: 0)))
        yield world
