"""Queues and their policies: `AWS::SQS::Queue`, `AWS::SQS::QueuePolicy`."""

from __future__ import annotations

import json
from typing import Any

from local.create.creator import Clients, Creator, Properties

__all__ = ["QUEUE", "QUEUE_POLICY"]

_ATTRIBUTES = frozenset(
    {
        "DelaySeconds",
        "KmsMasterKeyId",
        "MaximumMessageSize",
        "MessageRetentionPeriod",
        "ReceiveMessageWaitTimeSeconds",
        "SqsManagedSseEnabled",
        "VisibilityTimeout",
    }
)
_REDRIVE = frozenset({"RedrivePolicy", "RedriveAllowPolicy"})


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON value; SQS takes attributes as text
    return json.dumps(value) if isinstance(value, bool | dict | list) else str(value)


def _create(clients: Clients, queue: Properties) -> None:
    attributes = {name: _text(value) for name, value in queue.picked(*_ATTRIBUTES).items()}
    clients("sqs").create_queue(QueueName=queue.name, Attributes=attributes)


def _connect(clients: Clients, queue: Properties) -> None:
    """Redrive comes second: a queue and its dead-letter queue name each other."""
    attributes = {name: _text(value) for name, value in queue.picked(*_REDRIVE).items()}
    if attributes:
        sqs = clients("sqs")
        url = sqs.get_queue_url(QueueName=queue.name)["QueueUrl"]
        sqs.set_queue_attributes(QueueUrl=url, Attributes=attributes)


def _connect_policy(clients: Clients, policy: Properties) -> None:
    document = json.dumps(policy.values["PolicyDocument"])
    for url in policy.values["Queues"]:
        clients("sqs").set_queue_attributes(QueueUrl=url, Attributes={"Policy": document})


QUEUE = Creator(
    properties=_ATTRIBUTES | _REDRIVE | {"QueueName"},
    create=_create,
    connect=_connect,
    left_out={"Tags": "nobody reads them here"},
)
QUEUE_POLICY = Creator(properties=frozenset({"Queues", "PolicyDocument"}), connect=_connect_policy)
