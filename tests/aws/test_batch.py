"""Lambda's rules for a batch, and that what is logged of an error quotes no filing."""

import json

import pytest
from pydantic import BaseModel

from filings.aws.batch import BatchFailed, EventFailed, process_alone, process_batch
from filings.aws.s3_event import QueueMessage
from filings.aws.telemetry import describe_error, telemetry
from local.faults import Crash
from local.lambda_context import LambdaContext

SECRET = "SEVEN SLUICE LANE"  # pragma: allowlist secret - an address
MESSAGES = [QueueMessage(f"m{n}", f"body {n}") for n in range(1, 5)]


class Model(BaseModel):
    number: int


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setenv("POWERTOOLS_SERVICE_NAME", "test")
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "Test")
    with telemetry(LambdaContext()) as told:
        yield told


def failed(response) -> list[str]:
    return [failure["itemIdentifier"] for failure in response["batchItemFailures"]]


def fail_on(*bodies: str):
    def handle(body: str) -> None:
        if body in bodies:
            Model.model_validate({"number": SECRET})

    return handle


def test_nothing_failed_is_an_empty_list_and_not_none(told):
    assert process_batch(MESSAGES, fail_on(), LambdaContext(timeout=120), told) == {"batchItemFailures": []}


def test_one_that_fails_goes_back_alone(told):
    response = process_batch(MESSAGES, fail_on("body 2"), LambdaContext(timeout=120), told)
    assert failed(response) == ["m2"]


def test_a_batch_that_fails_whole_is_an_error_that_lambda_counts(told):
    with pytest.raises(BatchFailed, match="4 messages"):
        process_batch(MESSAGES, fail_on(*[message.body for message in MESSAGES]), LambdaContext(timeout=120), told)


def test_no_message_is_begun_when_time_is_short_and_the_rest_goes_back(told):
    context = LambdaContext(timeout=120)
    begun = []

    def handle(body):
        begun.append(body)
        if len(begun) == 2:
            object.__setattr__(context, "timeout", 29)

    assert failed(process_batch(MESSAGES, handle, context, told)) == ["m3", "m4"]
    assert begun == ["body 1", "body 2"]


def test_the_first_message_is_always_begun(told):
    begun = []
    response = process_batch(MESSAGES, begun.append, LambdaContext(timeout=1), told)
    assert begun == ["body 1"]
    assert failed(response) == ["m2", "m3", "m4"]


def test_a_crash_is_not_caught(told):
    def handle(body):
        raise Crash("out of memory")

    with pytest.raises(Crash):
        process_batch(MESSAGES, handle, LambdaContext(timeout=120), told)


def test_the_log_of_a_failure_has_its_place_and_none_of_its_text(told, capsys):
    process_batch(MESSAGES, fail_on("body 2"), LambdaContext(timeout=120), told)
    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (line["message_id"], line["error"]) == ("m2", "ValidationError")
    assert any("test_batch.py" in place for place in line["where"])
    assert SECRET not in json.dumps(line)


def test_an_error_outside_a_batch_is_raised_without_its_text(told, capsys):
    with pytest.raises(EventFailed) as raised:
        process_alone(lambda: fail_on("x")("x"), told)
    assert str(raised.value) == "ValidationError"
    assert raised.value.__suppress_context__
    assert SECRET not in capsys.readouterr().out


def test_an_error_of_aws_is_told_with_its_code_and_operation(cloud):
    client = cloud.client("s3")
    with pytest.raises(client.exceptions.NoSuchKey) as raised:
        client.get_object(Bucket=cloud.name("InboxBucket"), Key="never")
    described = describe_error(raised.value)
    assert (described["error"], described["code"], described["operation"]) == ("NoSuchKey", "NoSuchKey", "GetObject")
