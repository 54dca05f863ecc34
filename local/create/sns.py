"""Topics, their policies and subscriptions: `AWS::SNS::Topic`, `AWS::SNS::TopicPolicy`, `AWS::SNS::Subscription`."""

from __future__ import annotations

import json
from typing import Any

from local.create.creator import Clients, Creator, Properties

__all__ = ["SUBSCRIPTION", "TOPIC", "TOPIC_POLICY"]

_TOPIC_ATTRIBUTES = frozenset({"DisplayName", "KmsMasterKeyId"})
_SUBSCRIPTION_ATTRIBUTES = frozenset({"FilterPolicy", "FilterPolicyScope", "RawMessageDelivery", "RedrivePolicy"})


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON value; SNS takes attributes as text
    return value if isinstance(value, str) else json.dumps(value)


def _create(clients: Clients, topic: Properties) -> None:
    attributes = {name: _text(value) for name, value in topic.picked(*_TOPIC_ATTRIBUTES).items()}
    clients("sns").create_topic(Name=topic.name, Attributes=attributes)


def _connect_policy(clients: Clients, policy: Properties) -> None:
    document = json.dumps(policy.values["PolicyDocument"])
    for arn in policy.values["Topics"]:
        clients("sns").set_topic_attributes(TopicArn=arn, AttributeName="Policy", AttributeValue=document)


def _connect_subscription(clients: Clients, subscription: Properties) -> None:
    attributes = {name: _text(value) for name, value in subscription.picked(*_SUBSCRIPTION_ATTRIBUTES).items()}
    clients("sns").subscribe(**subscription.picked("TopicArn", "Protocol", "Endpoint"), Attributes=attributes)


TOPIC = Creator(
    properties=_TOPIC_ATTRIBUTES | {"TopicName"},
    create=_create,
    left_out={"Tags": "nobody reads them here"},
)
TOPIC_POLICY = Creator(properties=frozenset({"Topics", "PolicyDocument"}), connect=_connect_policy)
SUBSCRIPTION = Creator(
    properties=_SUBSCRIPTION_ATTRIBUTES | {"TopicArn", "Protocol", "Endpoint"}, connect=_connect_subscription
)
