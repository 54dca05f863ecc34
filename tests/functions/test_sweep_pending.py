"""SweepPending end to end: what a handler could not announce is announced."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from functions.process_filing.app import lambda_handler as process_filing
from functions.sweep_pending import app
from local.events import s3_event
from local.faults import Fault
from tests.submissions import submission

SWEEP = {"SweepPending": app.lambda_handler}


@pytest.fixture
def events(cloud):
    return cloud.subscribe_queue("FilingEventsTopic")


@pytest.fixture
def left_pending(cloud):
    """A filing whose handler crashed before it could announce, and whose message is gone."""
    cloud.aws.inject(Fault.CRASH_BEFORE, at="sns.Publish")
    version = cloud.upload("in/8-k.txt", submission(), notify=False)
    cloud.invoke("ProcessFiling", process_filing, s3_event(version))


@pytest.fixture
def later(cloud, monkeypatch):
    """Ten minutes pass for the sweeper."""

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(minutes=10)

    fake = type("dt", (), {"datetime": Later, "UTC": UTC, "timedelta": timedelta})
    monkeypatch.setattr(app, "dt", fake)


def test_it_waits_for_the_handler_first(cloud, events, left_pending):
    assert cloud.run_schedules(SWEEP).invocations[0].response == {"announced": 0}
    assert cloud.received(events) == []


def test_what_is_pending_for_long_is_announced_once(cloud, events, left_pending, later, capsys):
    assert cloud.run_schedules(SWEEP).invocations[0].response == {"announced": 1}
    assert cloud.run_schedules(SWEEP).invocations[0].response == {"announced": 0}
    assert len(cloud.received(events)) == 1
    ages = [
        line["PendingAgeSeconds"] for line in map(json.loads, capsys.readouterr().out.splitlines()) if "_aws" in line
    ]
    first, second = (age[0] for age in ages[-2:])
    assert first >= 595
    assert second == 0


def test_a_topic_that_fails_leaves_it_pending_and_fails_the_run(cloud, events, left_pending, later):
    cloud.aws.inject(Fault.ERROR, at="sns.Publish")
    assert type(cloud.run_schedules(SWEEP).invocations[0].error).__name__ == "SweepFailed"
    assert cloud.run_schedules(SWEEP).invocations[0].response == {"announced": 1}
    assert len(cloud.received(events)) == 1


def test_a_rejection_that_was_not_announced_is_announced_to_operators(cloud, later):
    operators = cloud.subscribe_queue("OperatorTopic")
    cloud.aws.inject(Fault.CRASH_BEFORE, at="sns.Publish")
    version = cloud.upload("in/empty.txt", b"", notify=False)
    cloud.invoke("ProcessFiling", process_filing, s3_event(version))
    assert cloud.received(operators) == []
    cloud.run_schedules(SWEEP)
    assert len(cloud.received(operators)) == 1
