"""Queues subscribed to topics, as a consumer has them, and what arrived in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Message", "Subscribers"]


@dataclass(frozen=True)
class Message:
    """One message as its receiver sees it. `subject` is in SNS's envelope only (`raw=False`)."""

    body: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    """By name: text, a list for `String.Array`, a number as text for `Number`."""
    subject: str | None = None
    message_id: str = ""

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever was published
        """The body read as JSON."""
        return json.loads(self.body)


class Subscribers:
    """The subscriber queues of one cloud. Messages are taken from their queue once and kept here."""

    def __init__(self, client: Callable[[str], Any]) -> None:
        self._client = client
        self._received: dict[str, list[Message]] = {}
        self._count = 0

    def subscribe(self, topic_arn: str, filter_policy: Mapping[str, Any] | None, *, scope: str, raw: bool) -> str:
        """Make a queue, let the topic send to it, subscribe it; returns its name."""
        self._count += 1
        sqs, sns = self._client("sqs"), self._client("sns")
        name = f"{topic_arn.rsplit(':', 1)[1]}-subscriber-{self._count}"
        url = sqs.create_queue(QueueName=name)["QueueUrl"]
        arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        attributes = {"RawMessageDelivery": json.dumps(raw)}
        if filter_policy is not None:
            attributes |= {"FilterPolicyScope": scope, "FilterPolicy": json.dumps(filter_policy)}
        sns.subscribe(TopicArn=topic_arn, Protocol="sqs", Endpoint=arn, Attributes=attributes)
        return name

    def received(self, queue_name: str) -> list[Message]:
        """Everything that has arrived so far, oldest first."""
        sqs = self._client("sqs")
        url = sqs.get_queue_url(QueueName=queue_name)["QueueUrl"]
        kept = self._received.setdefault(queue_name, [])
        while messages := _take(sqs, url):
            kept += map(_message, messages)
        return list(kept)

    def send(self, queue_url: str, body: Mapping[str, Any] | str) -> None:
        """Send a message to any queue."""
        text = body if isinstance(body, str) else json.dumps(body)
        self._client("sqs").send_message(QueueUrl=queue_url, MessageBody=text)


def _take(sqs: Any, url: str) -> list[dict[str, Any]]:  # noqa: ANN401 - a boto3 client
    """Up to ten messages, deleted from their queue."""
    answer = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, MessageAttributeNames=["All"])
    messages: list[dict[str, Any]] = answer.get("Messages", [])
    for message in messages:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return messages


def _message(message: Mapping[str, Any]) -> Message:
    """Told apart by its content: SNS's envelope names its `TopicArn` and says that it is a `Notification`."""
    envelope = _envelope(message["Body"])
    if envelope is None:
        attributes = {
            name: _value(value["DataType"], value.get("StringValue", ""))
            for name, value in message.get("MessageAttributes", {}).items()
        }
        return Message(message["Body"], attributes, message_id=message["MessageId"])
    attributes = {
        name: _value(value["Type"], value["Value"]) for name, value in envelope.get("MessageAttributes", {}).items()
    }
    return Message(envelope["Message"], attributes, envelope.get("Subject"), message["MessageId"])


def _envelope(body: str) -> dict[str, Any] | None:
    try:
        content = json.loads(body)
    except json.JSONDecodeError:
        return None
    is_envelope = isinstance(content, dict) and content.get("Type") == "Notification" and "TopicArn" in content
    return content if is_envelope else None


def _value(kind: str, text: str) -> Any:  # noqa: ANN401 - text or a list
    return json.loads(text) if kind == "String.Array" else text
