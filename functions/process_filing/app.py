"""ProcessFiling: every upload that an event tells of is read, parsed, committed and announced.

The event is S3's, in SQS messages (as deployed), bare, or EventBridge's. A message that fails goes back alone;
an upload that is no filing does not fail, it is recorded as rejected. The way of one upload: `filings.process`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from filings.aws import clients
from filings.aws.archive import S3Archive
from filings.aws.batch import process_alone, process_batch
from filings.aws.inbox import S3Inbox
from filings.aws.s3_event import objects_created, objects_in_message, queue_messages
from filings.aws.settings import ProcessSettings
from filings.aws.table.commit import DynamoDBFilingTable
from filings.aws.telemetry import Telemetry, telemetry
from filings.aws.topics import SnsTopics
from filings.ports import ObjectCreated
from filings.process import FilingProcessor, Outcome

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

_COUNTED = {
    "DUPLICATE": "FilingsDuplicate",
    "REJECTED": "FilingsRejected",
    "REPEATED": "UploadsRepeated",
    "UNCHANGED": "FilingsUnchanged",
    "UNREADABLE": "FilingsUnreadable",
}


def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """SQS in: the messages that failed out. Any other event in: what became of its uploads out, or an error."""
    processor = _processor(ProcessSettings.read())
    with telemetry(context) as told:

        def process(created: list[ObjectCreated]) -> list[Outcome]:
            return [_process(processor, upload, told) for upload in created]

        messages = queue_messages(event)
        if messages is None:
            outcomes = process_alone(lambda: process(objects_created(event)), told)
            return {"outcomes": [asdict(outcome) for outcome in outcomes]}
        return process_batch(messages, lambda body: process(objects_in_message(body)), context, told)


def _process(processor: FilingProcessor, created: ObjectCreated, told: Telemetry) -> Outcome:
    with told.logger.append_context_keys(bucket=created.bucket, object_key=created.key, version_id=created.version_id):
        outcome = processor.process(created)
        say = told.logger.warning if outcome.kind == "UNREADABLE" else told.logger.info
        say("upload processed", extra=_loggable(outcome))
    told.count(_COUNTED.get(outcome.kind, "FilingsProcessed"))
    told.count("NotificationsPublished", int(outcome.announced))
    told.milliseconds("ParseMillis", outcome.parse_ms)
    told.milliseconds("UploadToNotifyMillis", outcome.upload_to_notify_ms)
    return outcome


def _loggable(outcome: Outcome) -> dict[str, Any]:
    return {name: value for name, value in asdict(outcome).items() if value is not None}


@cache
def _processor(settings: ProcessSettings) -> FilingProcessor:
    """Built by the first upload: no client is made, and no environment read, at import."""
    endpoint = settings.endpoint_url
    return FilingProcessor(
        inbox=S3Inbox(clients.s3(endpoint), settings.max_submission_bytes),
        archive=S3Archive(clients.s3(endpoint), settings.archive_bucket),
        table=DynamoDBFilingTable(clients.dynamodb(endpoint), settings.table_name),
        topics=SnsTopics(
            clients.sns(endpoint),
            events=settings.events_topic_arn,
            alerts=settings.alerts_topic_arn,
            operator=settings.operator_topic_arn,
        ),
        event_source=settings.event_source,
        limit=settings.max_submission_bytes,
        now=lambda: dt.datetime.now(dt.UTC),
    )
