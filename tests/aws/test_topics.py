"""Publishing: who gets what, with which attributes."""

import json

import pytest

from filings.aws import clients
from filings.aws.topics import SnsTopics
from tests.aws.entries import NOON, entry, filing, refusal


@pytest.fixture
def topics(cloud):
    return SnsTopics(
        clients.sns(),
        events=cloud.ref("FilingEventsTopic"),
        alerts=cloud.ref("FilingAlertsTopic"),
        operator=cloud.ref("OperatorTopic"),
    )


@pytest.fixture
def subscribers(cloud):
    return {
        topic: cloud.subscribe_queue(topic, raw=topic == "FilingEventsTopic")
        for topic in ("FilingEventsTopic", "FilingAlertsTopic", "OperatorTopic")
    }


def test_a_filing_is_told_to_machines_as_stored_and_to_people_as_text(cloud, table, topics, subscribers):
    announcement = table.commit(entry(), None, NOON).announcement
    topics.publish(announcement)
    (event,) = cloud.received(subscribers["FilingEventsTopic"])
    (alert,) = cloud.received(subscribers["FilingAlertsTopic"])
    assert event.body == announcement.event
    assert event.attributes["form"] == "8-K"
    assert event.attributes["items"] == ["1.01", "9.01"]
    assert len(event.attributes) <= 9
    assert alert.subject
    assert "8-K" in alert.body
    assert alert.attributes == event.attributes
    assert cloud.received(subscribers["OperatorTopic"]) == []


def test_a_rejection_is_told_to_operators_only_as_text(cloud, table, topics, subscribers):
    topics.publish(table.record_refusal(refusal(), NOON).announcement)
    (told,) = cloud.received(subscribers["OperatorTopic"])
    assert "this is a picture, not the text of a filing" in told.body
    assert told.attributes == {"event_type": "filing.rejected.v1", "reason": "NotText"}
    assert cloud.received(subscribers["FilingEventsTopic"]) == []
    assert cloud.received(subscribers["FilingAlertsTopic"]) == []


def test_a_repeat_is_the_same_message(cloud, table, topics, subscribers):
    topics.publish(table.commit(entry(), None, NOON).announcement)
    topics.publish(table.commit(entry(), None, NOON).pending)
    first, again = cloud.received(subscribers["FilingEventsTopic"])
    assert (first.body, first.attributes) == (again.body, again.attributes)


def test_a_subscriber_with_a_policy_gets_only_what_it_asked_for(cloud, table, topics):
    wants = cloud.subscribe_queue("FilingEventsTopic", {"items": ["9.01"], "form": ["8-K"]})
    wants_not = cloud.subscribe_queue("FilingEventsTopic", {"items": ["5.02"]})
    topics.publish(table.commit(entry(filing()), None, NOON).announcement)
    assert [json.loads(message.body)["type"] for message in cloud.received(wants)] == ["filing.processed.v1"]
    assert cloud.received(wants_not) == []
