"""ReconcileInbox: what is in the inbox and has no outcome is put into the queue again. See `filings.reconcile`.

It runs by two schedules, and when somebody asks for a backfill: `filings.job_request` has all requests.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from filings.aws import clients
from filings.aws.inbox_queue import SqsInboxQueue
from filings.aws.inbox_versions import ListedVersions
from filings.aws.inventory import InventoriedVersions
from filings.aws.settings import ReconcileSettings
from filings.aws.table.jobs import DynamoDBJobs
from filings.aws.table.outcomes import DynamoDBOutcomes
from filings.aws.telemetry import Telemetry, describe_error, telemetry
from filings.job import Job, Versions, described
from filings.job_request import Continue, Start, Status, Stop, read_request
from filings.parse import PARSER_VERSION
from filings.reconcile import Progress, Reconciler

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

_RESERVE_MS = 60_000  # no stretch is begun with less time left


class ReconcileFailed(Exception):
    """Some jobs could not go on; they are where they were, and the next run tries again."""


def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """A request in, how far its jobs are out. Raises JobRefused for what can never run, and ReconcileFailed."""
    reconciler = _reconciler(ReconcileSettings.read())
    match read_request(event):
        case Start(job):
            return _run(reconciler, [reconciler.start(job)], context)
        case Continue():
            return _run(reconciler, reconciler.unfinished(), context)
        case Stop(name):
            return _status([reconciler.stop(name)])
        case Status():
            return _status(reconciler.jobs.all())


def _run(reconciler: Reconciler, jobs: Sequence[Job], context: LambdaContext) -> dict[str, Any]:
    reached = {job.name: job for job in jobs}
    failed = 0
    with telemetry(context) as told:
        for progress in reconciler.run(jobs, lambda: context.get_remaining_time_in_millis() > _RESERVE_MS):
            reached[progress.job.name] = progress.job
            failed += progress.error is not None
            _tell(progress, told)
    if failed:
        raise ReconcileFailed(f"{failed} jobs failed")
    return _status(reached.values())


def _tell(progress: Progress, told: Telemetry) -> None:
    told.count("VersionsChecked", progress.checked)
    told.count("VersionsEnqueued", progress.enqueued)
    if progress.job.origin == "reconcile":
        told.count("VersionsLost", progress.enqueued)
    if progress.error is None:
        told.logger.info("stretch done", extra=described(progress.job))
    else:
        told.logger.error("job failed", extra={"job": progress.job.name, **describe_error(progress.error)})


def _status(jobs: Iterable[Job]) -> dict[str, Any]:
    return {"jobs": [described(job) for job in jobs]}


@cache
def _reconciler(settings: ReconcileSettings) -> Reconciler:
    """Built by the first run: no client is made, and no environment read, at import."""
    endpoint = settings.endpoint_url
    s3, dynamodb = clients.s3(endpoint), clients.dynamodb(endpoint)

    def versions(job: Job) -> Versions:
        if job.inventory is None:
            return ListedVersions(s3, settings.inbox_bucket, job.prefix)
        return InventoriedVersions(s3, job.inventory, settings.inbox_bucket)

    return Reconciler(
        versions=versions,
        outcomes=DynamoDBOutcomes(dynamodb, settings.table_name),
        queue=SqsInboxQueue(clients.sqs(endpoint), settings.inbox_queue_url),
        jobs=DynamoDBJobs(dynamodb, settings.table_name),
        limits=settings.limits(),
        parser_version=PARSER_VERSION,
        now=lambda: dt.datetime.now(dt.UTC),
    )
