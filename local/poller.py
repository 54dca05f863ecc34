"""From a queue to a function, as Lambda's event source mapping for SQS does it.

Rules from the Lambda developer guide, "Using Lambda with Amazon SQS" and "Handling errors for an SQS event
source": a batch succeeds as a whole unless the function fails or names failures; a message that failed comes
back when its visibility timeout has passed, and after `maxReceiveCount` receives SQS moves it to the
dead-letter queue. Waiting is the one thing left out: a failed message is made visible at once.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from local.faults import Crash
from local.functions import EventSource, Function
from local.lambda_context import LambdaContext
from local.session import REGION

if TYPE_CHECKING:
    from types_boto3_sqs import SQSClient
    from types_boto3_sqs.type_defs import MessageTypeDef

__all__ = ["Handler", "Invocation", "Report", "failed_messages", "invoke", "poll"]

Handler = Callable[[dict[str, Any], Any], Any]
"""A Lambda handler: event and context in, JSON out."""


@dataclass
class Invocation:
    """One run of a function. `error` is what it raised; `failed` are the message ids that go back to the queue."""

    function: str
    event: dict[str, Any]
    request_id: str
    milliseconds: float
    response: Any = None
    error: BaseException | None = None
    failed: frozenset[str] = frozenset()

    @property
    def message_ids(self) -> tuple[str, ...]:
        """The ids of the batch's messages, in order; empty for an event that is no batch."""
        return tuple(record["messageId"] for record in self.event.get("Records", ()) if "messageId" in record)


@dataclass
class Report:
    """What a drain did, in order."""

    invocations: list[Invocation] = field(default_factory=list)

    @property
    def errors(self) -> list[BaseException]:
        """What the functions raised."""
        return [invocation.error for invocation in self.invocations if invocation.error is not None]

    @property
    def failed(self) -> list[str]:
        """The ids of messages that went back, once for each time."""
        return [message for invocation in self.invocations for message in invocation.failed]


def invoke(function: Function, handler: Handler, event: Mapping[str, Any]) -> Invocation:
    """Run `handler` once, event and answer as JSON text between. What it raises is in the result.

    Only `Exception` and `Crash` are caught: both end an invocation, and Lambda goes on.
    """
    copy: dict[str, Any] = json.loads(json.dumps(event))
    context = LambdaContext(
        function_name=function.name,
        invoked_function_arn=function.arn,
        memory_limit_in_mb=function.memory,
        timeout=function.timeout,
    )
    invocation = Invocation(function.logical_id, copy, context.aws_request_id, 0.0)
    started = time.perf_counter()
    try:
        invocation.response = json.loads(json.dumps(handler(copy, context)))
    except (Exception, Crash) as raised:  # noqa: BLE001 - the runtime's own place: whatever it is, it is reported
        invocation.error = raised
    finally:
        invocation.milliseconds = (time.perf_counter() - started) * 1000
    return invocation


def failed_messages(source: EventSource, message_ids: Sequence[str], invocation: Invocation) -> frozenset[str]:
    """Which messages of a batch failed, by Lambda's table.

    Success of all: an empty or null answer, an empty, null or missing list. Failure of all: an exception, an answer
    or an entry of another shape, an empty, null or unknown id. So an answer of the right shape with its list under a
    wrong name deletes every message; it does so here too.
    """
    everything = frozenset(message_ids)
    if invocation.error is not None:
        return everything
    if not source.report_batch_item_failures or not invocation.response:
        return frozenset()
    if not isinstance(invocation.response, dict):
        return everything
    failures = invocation.response.get("batchItemFailures")
    if not failures:
        return frozenset()
    if not isinstance(failures, list) or not all(isinstance(failure, dict) for failure in failures):
        return everything
    named = {failure.get("itemIdentifier") for failure in failures}
    return frozenset(named) if named <= everything else everything


def poll(
    sqs: SQSClient, queue_url: str, source: EventSource, function: Function, handler: Handler
) -> Iterator[Invocation]:
    """Hand over batches until the queue has nothing more to give; a failed message is given again, as SQS does."""
    while messages := _receive(sqs, queue_url, source.batch_size):
        ids = [message["MessageId"] for message in messages]
        event = {"Records": [_record(message, source) for message in messages]}
        invocation = invoke(function, handler, event)
        invocation.failed = failed_messages(source, ids, invocation)
        for message in messages:
            handle = message["ReceiptHandle"]
            if message["MessageId"] in invocation.failed:
                sqs.change_message_visibility(QueueUrl=queue_url, ReceiptHandle=handle, VisibilityTimeout=0)
            else:
                sqs.delete_message(QueueUrl=queue_url, ReceiptHandle=handle)
        yield invocation


def _receive(sqs: SQSClient, queue_url: str, batch_size: int) -> list[MessageTypeDef]:
    """Up to `batch_size` messages; one receive gives ten at most."""
    messages: list[MessageTypeDef] = []
    while len(messages) < batch_size:
        answer = sqs.receive_message(
            QueueUrl=queue_url,
            MaxNumberOfMessages=min(10, batch_size - len(messages)),
            MessageSystemAttributeNames=["All"],
            MessageAttributeNames=["All"],
            WaitTimeSeconds=0,
        )
        received = answer.get("Messages", [])
        messages += received
        if not received:
            break
    return messages


_SYSTEM_ATTRIBUTES = ("ApproximateReceiveCount", "SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp")


def _record(message: MessageTypeDef, source: EventSource) -> dict[str, Any]:
    """A received message as the function sees it: the same things under other names."""
    system: Mapping[Any, str] = message.get("Attributes", {})
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": {name: system[name] for name in _SYSTEM_ATTRIBUTES if name in system},
        "messageAttributes": {
            name: _message_attribute(value) for name, value in message.get("MessageAttributes", {}).items()
        },
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": source.queue_arn,
        "awsRegion": REGION,
    }


def _message_attribute(value: Mapping[str, Any]) -> dict[str, Any]:
    renamed = {name[0].lower() + name[1:]: content for name, content in value.items() if name != "BinaryValue"}
    return renamed | {"stringListValues": [], "binaryListValues": []}
