"""The poller follows Lambda's event source mapping: what counts as failed, and what happens to it."""

import json

import pytest

from local.cloud import LocalCloud
from local.faults import Crash

ALL = "all of them"


def drain(cloud: LocalCloud, handler, bodies=("one", "two", "three")):
    for body in bodies:
        cloud.send_message(body)
    return cloud.drain({"ProcessFiling": handler})


def bodies_in(queue: str, cloud: LocalCloud) -> list[str]:
    return [message.body for message in cloud.received(queue)]


def failing(answer):
    """A handler that answers so once, and with no failure after that."""
    answers = [answer]

    def handler(event, context):
        ids = [record["messageId"] for record in event["Records"]]
        return answers.pop()(ids) if answers else None

    return handler


SUCCESS = {
    "nothing": lambda ids: None,
    "an empty object": lambda ids: {},
    "an empty list": lambda ids: {"batchItemFailures": []},
    "null for a list": lambda ids: {"batchItemFailures": None},
    "another shape of success": lambda ids: {"statusCode": 200},
}
FAILURE = {
    "an empty id": lambda ids: {"batchItemFailures": [{"itemIdentifier": ""}]},
    "a null id": lambda ids: {"batchItemFailures": [{"itemIdentifier": None}]},
    "an id under a wrong name": lambda ids: {"batchItemFailures": [{"messageId": ids[0]}]},
    "an id that is not in the batch": lambda ids: {"batchItemFailures": [{"itemIdentifier": "somebody else"}]},
    "an id beside an unknown one": lambda ids: {
        "batchItemFailures": [{"itemIdentifier": ids[0]}, {"itemIdentifier": "somebody else"}]
    },
    "ids without their objects": lambda ids: {"batchItemFailures": ids},
    "no object": lambda ids: "fine",
    "no JSON": lambda ids: {"batchItemFailures": {ids[0]}},
}


@pytest.mark.parametrize("answer", SUCCESS.values(), ids=SUCCESS.keys())
def test_a_batch_succeeds_as_a_whole(answer, cloud):
    report = drain(cloud, failing(answer))
    assert report.failed == []
    assert len(report.invocations) == 1
    assert cloud.waiting("InboxQueue") == 0


@pytest.mark.parametrize("answer", FAILURE.values(), ids=FAILURE.keys())
def test_a_batch_fails_as_a_whole(answer, cloud):
    report = drain(cloud, failing(answer))
    first, second = report.invocations
    assert first.failed == set(first.message_ids)
    assert set(second.message_ids) == set(first.message_ids), "all of them came back"
    assert cloud.waiting("InboxQueue") == 0


def test_only_the_message_that_failed_comes_back(cloud):
    report = drain(cloud, failing(lambda ids: {"batchItemFailures": [{"itemIdentifier": ids[1]}]}))
    first, second = report.invocations
    assert second.message_ids == (first.message_ids[1],)
    (record,) = second.event["Records"]
    assert record["attributes"]["ApproximateReceiveCount"] == "2"
    assert record["body"] == "two"


def test_a_message_that_never_succeeds_is_received_five_times_and_then_set_aside(cloud):
    def refuse_two(event, context):
        failed = [record["messageId"] for record in event["Records"] if record["body"] == "two"]
        return {"batchItemFailures": [{"itemIdentifier": message} for message in failed]}

    report = drain(cloud, refuse_two)
    assert len(report.invocations) == 5
    assert bodies_in("InboxDeadLetterQueue", cloud) == ["two"]
    assert cloud.waiting("InboxQueue") == 0


@pytest.mark.parametrize("raised", [ValueError("no"), Crash("killed")], ids=["an exception", "the end of the process"])
def test_whatever_ends_the_function_fails_the_batch(raised, cloud):
    def broken(event, context):
        raise raised

    report = drain(cloud, broken)
    assert report.errors == [raised] * 5
    assert sorted(bodies_in("InboxDeadLetterQueue", cloud)) == ["one", "three", "two"]


def test_a_batch_has_ten_messages_at_most(cloud):
    report = drain(cloud, lambda event, context: None, bodies=[str(number) for number in range(23)])
    assert [len(invocation.message_ids) for invocation in report.invocations] == [10, 10, 3]


def test_a_record_looks_as_lambda_makes_it(cloud):
    report = drain(cloud, lambda event, context: None, bodies=["text"])
    (record,) = report.invocations[0].event["Records"]
    assert record.keys() == {
        "messageId",
        "receiptHandle",
        "body",
        "attributes",
        "messageAttributes",
        "md5OfBody",
        "eventSource",
        "eventSourceARN",
        "awsRegion",
    }
    assert record["attributes"]["ApproximateReceiveCount"] == "1"
    assert record["attributes"].keys() >= {"SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp"}
    assert record["eventSourceARN"] == cloud.arn("InboxQueue")


def test_the_context_is_that_of_the_function_in_the_template(cloud):
    seen = []
    cloud.invoke("ProcessFiling", lambda event, context: seen.append(context))
    (context,) = seen
    assert context.function_name == cloud.name("ProcessFiling")
    assert context.memory_limit_in_mb == cloud.functions["ProcessFiling"].memory
    left = context.get_remaining_time_in_millis()
    assert 0 < left <= cloud.functions["ProcessFiling"].timeout * 1000


def test_an_event_reaches_the_handler_as_json(cloud):
    event = {"keys": ("a", "b")}
    answer = cloud.invoke("ProcessFiling", lambda event, context: event, event)
    assert answer.response == json.loads(json.dumps(event))
