"""The three topics: events for machines, alerts for people, and what only operators are told.

A message is made from what was stored with the commit and from nothing else, so a repeat is the same message.
MessageStructure stays a plain string: SNS passes attributes on only then.
https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filings.notifications.alert import build_alert
from filings.notifications.attributes import Attributes
from filings.notifications.notification import read_event
from filings.notifications.notification_models import Rejection
from filings.ports import Announcement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from types_boto3_sns import SNSClient
    from types_boto3_sns.type_defs import MessageAttributeValueTypeDef

__all__ = ["SnsTopics"]


@dataclass(frozen=True, slots=True)
class SnsTopics:
    """ARNs: `events` for machines, `alerts` for people, `operator` for rejected uploads (and CloudWatch's alarms)."""

    client: SNSClient
    events: str
    alerts: str
    operator: str

    def publish(self, announcement: Announcement) -> None:
        """Publish a filing to machines and to people, a rejection to operators as text."""
        event = read_event(announcement.event)
        alert = build_alert(event)
        attributes = _message_attributes(announcement.attributes)
        if isinstance(event, Rejection):
            self._publish_text(self.operator, alert.subject, alert.text, attributes)
            return
        self.client.publish(TopicArn=self.events, Message=announcement.event, MessageAttributes=attributes)
        self._publish_text(self.alerts, alert.subject, alert.text, attributes)

    def _publish_text(
        self, topic: str, subject: str, text: str, attributes: Mapping[str, MessageAttributeValueTypeDef]
    ) -> None:
        self.client.publish(TopicArn=topic, Subject=subject, Message=text, MessageAttributes=attributes)


def _message_attributes(attributes: Attributes) -> dict[str, MessageAttributeValueTypeDef]:
    return {name: {"DataType": kind, "StringValue": value} for name, (kind, value) in attributes.items()}
