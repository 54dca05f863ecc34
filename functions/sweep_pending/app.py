"""SweepPending: every minute, what was committed and not announced for a while is announced. See `filings.sweep`."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

from filings.aws import clients
from filings.aws.settings import SweepSettings
from filings.aws.table.pending import DynamoDBPendingTable
from filings.aws.telemetry import MetricUnit, describe_error, telemetry
from filings.aws.topics import SnsTopics
from filings.sweep import PendingSweeper

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

_RESERVE_MS = 10_000  # no announcement is begun with less time left


class SweepFailed(Exception):
    """Some announcements failed; they stay pending, and the next run tries again."""


def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """The schedule's event in, the number of announcements out. Raises SweepFailed."""
    sweeper = _sweeper(SweepSettings.read())
    with telemetry(context) as told:
        swept = sweeper.sweep(has_time=lambda: context.get_remaining_time_in_millis() > _RESERVE_MS)
        told.metrics.add_metric("PendingAgeSeconds", MetricUnit.Seconds, swept.oldest.total_seconds())
        told.count("NotificationsPublished", swept.announced)
        for announcement, error in swept.failures:
            told.logger.error("still pending", extra={"pk": announcement.pk, **describe_error(error)})
        told.logger.info("swept", extra={"announced": swept.announced, "failed": len(swept.failures)})
    if swept.failures:
        raise SweepFailed(f"{len(swept.failures)} announcements are still pending")
    return {"announced": swept.announced}


@cache
def _sweeper(settings: SweepSettings) -> PendingSweeper:
    """Built by the first run: no client is made, and no environment read, at import."""
    endpoint = settings.endpoint_url
    return PendingSweeper(
        table=DynamoDBPendingTable(clients.dynamodb(endpoint), settings.table_name),
        topics=SnsTopics(
            clients.sns(endpoint),
            events=settings.events_topic_arn,
            alerts=settings.alerts_topic_arn,
            operator=settings.operator_topic_arn,
        ),
        patience=dt.timedelta(seconds=settings.pending_after_seconds),
        now=lambda: dt.datetime.now(dt.UTC),
    )
