"""Lambda's rules for a batch of SQS messages: which go back to the queue.

Not Powertools' BatchProcessor: it cannot stop before time runs out, and would cost 40 ms of every cold start.
https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from filings.aws.s3_event import QueueMessage
from filings.aws.telemetry import Telemetry, describe_error

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

__all__ = ["BatchFailed", "EventFailed", "process_alone", "process_batch"]

Result = TypeVar("Result")

RESERVE_MS = 30_000  # no message is begun with less time left; but the first always is


class EventFailed(Exception):
    """An event from elsewhere than SQS failed. Raised, so that Lambda invokes again; the log has the error."""


class BatchFailed(Exception):
    """Every message that was begun failed. Raised, so that Lambda counts an error; all messages go back."""


def process_batch(
    messages: Sequence[QueueMessage], handle: Callable[[str], object], context: LambdaContext, told: Telemetry
) -> dict[str, Any]:
    """Give each message's body to `handle`; the response names those that failed or were not begun.

    Raises BatchFailed when nothing of the batch succeeded.
    """
    failed: list[str] = []
    for place, message in enumerate(messages):
        if place and context.get_remaining_time_in_millis() < RESERVE_MS:
            left = [message.message_id for message in messages[place:]]
            told.logger.warning("time is short; messages go back", extra={"messages": len(left)})
            failed += left
            break
        with told.logger.append_context_keys(message_id=message.message_id):
            if not _succeeds(handle, message, told):
                failed.append(message.message_id)
    if len(failed) == len(messages):
        raise BatchFailed(f"all of {len(messages)} messages")
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}


def process_alone(handle: Callable[[], Result], told: Telemetry) -> Result:
    """`handle()`. Raises EventFailed instead of its error: Lambda logs messages, and an error's may quote a filing."""
    try:
        return handle()
    except Exception as error:  # noqa: BLE001 - raised again, without its text
        told.logger.error("event failed", extra=describe_error(error))
        raise EventFailed(type(error).__name__) from None


def _succeeds(handle: Callable[[str], object], message: QueueMessage, told: Telemetry) -> bool:
    try:
        handle(message.body)
    except Exception as error:  # noqa: BLE001 - not swallowed: the message goes back to the queue
        told.logger.error("message failed", extra=describe_error(error))
        told.count("MessagesFailed")
        return False
    return True
