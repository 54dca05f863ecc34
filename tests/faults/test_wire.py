"""A response that is lost on the wire, or says that AWS is busy: the SDK sends the request again, by itself.

The fault is below boto3's own retries (`before-send`), so those are the real ones. moto forgets a
ClientRequestToken at once, and refuses the second transaction; AWS answers it like the first, for ten
minutes. Both must do: a handler may also come back after those ten minutes.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ReadTimeoutError
from moto.core.models import botocore_stubber

from filings.aws import clients
from local.strict import Call
from tests.faults.deliveries import (
    Delivery,
    no_filing,
    one_event,
    the_same_event_twice,
    two_keys_with_the_same_content,
    two_versions_in_batches,
    undisturbed_calls,
)
from tests.faults.world import World

CLIENTS: dict[str, Callable[[str], Any]] = {"s3": clients.s3, "dynamodb": clients.dynamodb, "sns": clients.sns}
STRUCK = (one_event, the_same_event_twice, two_keys_with_the_same_content, two_versions_in_batches, no_filing)


def nth_of_each_operation(calls: tuple[Call, ...]) -> Iterator[tuple[int, str, int]]:
    """Number, name, and how many of that name there were so far, this one included."""
    seen: dict[str, int] = {}
    for number, call in enumerate(calls, 1):
        seen[call.name] = seen.get(call.name, 0) + 1
        yield number, call.name, seen[call.name]


CASES = [
    pytest.param(delivery, name, nth, id=f"{delivery.__name__}-{number:02}.{name.split('.')[1]}")
    for delivery in STRUCK
    for number, name, nth in nth_of_each_operation(undisturbed_calls()[delivery])
    if delivery in (one_event, no_filing) or number > len(undisturbed_calls()[one_event])
]


class Wire:
    """Between botocore and moto: loses the answer to the nth request, and counts them all."""

    def __init__(self, nth: int, *, remembers_tokens: bool) -> None:
        self.sent = 0
        self._nth = nth
        self._remembers = remembers_tokens
        self._answers: dict[str, AWSResponse] = {}

    def __call__(self, event_name: str, request: AWSPreparedRequest, **_: Any) -> AWSResponse | None:
        self.sent += 1
        if self.sent == self._nth:
            answer = botocore_stubber(event_name, request)
            if self._remembers:
                self._answers[_token(request)] = answer
            raise ReadTimeoutError(endpoint_url=request.url)
        # moto gets the request all the same, and refuses it for what stands there: the second time has no effect.
        return self._answers.get(_token(request)) if self._remembers else None


def _token(request: AWSPreparedRequest) -> str:
    token: str = json.loads(request.body)["ClientRequestToken"]
    return token


class Busy:
    """Between botocore and moto: answers that AWS is too busy, so many times, as each service says it."""

    def __init__(self, times: int) -> None:
        self.sent = 0
        self._times = times

    def __call__(self, event_name: str, request: AWSPreparedRequest, **_: Any) -> AWSResponse | None:
        self.sent += 1
        if self.sent > self._times:
            return None
        botocore_stubber.enabled = False  # moto is asked whatever is answered here; now it is deaf
        status, body = BUSY[event_name.split(".")[1]]
        return AWSResponse(request.url, status, {}, _Raw(body))


BUSY = {
    "dynamodb": (400, b'{"__type": "com.amazonaws.dynamodb.v20120810#ThrottlingException", "message": "busy"}'),
    "s3": (503, b"<Error><Code>SlowDown</Code><Message>busy</Message></Error>"),
    "sns": (400, b"<ErrorResponse><Error><Code>Throttling</Code><Message>busy</Message></Error></ErrorResponse>"),
}


class _Raw(io.BytesIO):
    """As much of urllib3's response as botocore looks at."""

    def stream(self, *_: Any, **__: Any) -> Iterator[bytes]:
        yield self.read()


@contextmanager
def between(name: str, wire: Callable[..., AWSResponse | None]) -> Iterator[None]:
    """While this lasts, requests of that name pass by there; and the SDK does not sleep."""
    events = CLIENTS[name.split(".")[0]]("").meta.events
    events.register_first(f"before-send.{name}", wire)
    events.register_last("before-send", _hear_again)
    try:
        with patch("botocore.endpoint.time", SimpleNamespace(sleep=lambda seconds: None)):
            yield
    finally:
        events.unregister(f"before-send.{name}", wire)
        events.unregister("before-send", _hear_again)


def _hear_again(**_: Any) -> None:
    botocore_stubber.enabled = True


@contextmanager
def response_lost(name: str, nth: int, *, remembers_tokens: bool = False) -> Iterator[Wire]:
    """While this lasts, the answer to the nth request of that name never comes."""
    wire = Wire(nth, remembers_tokens=remembers_tokens)
    with between(name, wire):
        yield wire


def test_the_writes_of_the_way_are_all_struck() -> None:
    assert {case.values[1] for case in CASES} >= {
        "dynamodb.BatchWriteItem",
        "dynamodb.PutItem",
        "dynamodb.TransactWriteItems",
        "dynamodb.UpdateItem",
        "s3.PutObject",
        "sns.Publish",
    }


@pytest.mark.parametrize(("delivery", "name", "nth"), CASES)
def test_the_sdk_repeats_a_request_whose_answer_was_lost(world: World, delivery: Delivery, name: str, nth: int) -> None:
    delivery(world)
    with response_lost(name, nth) as wire:
        report = world.drain()
    assert wire.sent == 1 + sum(call.name == name for call in world.calls)
    assert (report.errors, report.failed) == ([], [])
    assert world.pending() == []
    world.sweep()
    world.assert_invariants()


@pytest.mark.parametrize(
    "name", ["s3.GetObject", "s3.PutObject", "dynamodb.TransactWriteItems", "dynamodb.UpdateItem", "sns.Publish"]
)
def test_the_sdk_waits_while_aws_is_busy_and_in_the_end_the_message_goes_back(world: World, name: str) -> None:
    one_event(world)
    busy = Busy(3)
    with between(name, busy):
        assert world.drain().errors == []
    assert busy.sent >= 4
    assert world.pending() == []
    world.assert_invariants()

    world.empty()
    one_event(world)
    with between(name, Busy(100)):
        assert len(world.drain().failed) == 5
    world.redrive()
    world.drain()
    world.sweep()
    world.assert_invariants()


def test_a_repeated_publish_is_the_same_message_twice(world: World) -> None:
    one_event(world)
    with response_lost("sns.Publish", 1):
        world.drain()
    first, second = world.received("FilingEventsTopic")
    assert (first.body, first.attributes) == (second.body, second.attributes)


@pytest.mark.parametrize("remembers_tokens", [True, False], ids=["within ten minutes", "later"])
def test_a_repeated_transaction_is_one_revision_announced_once(world: World, remembers_tokens: bool) -> None:
    one_event(world)
    with response_lost("dynamodb.TransactWriteItems", 1, remembers_tokens=remembers_tokens) as wire:
        world.drain()
    assert wire.sent == 2
    assert len(world.received("FilingEventsTopic")) == 1
    assert ("GetItem" in [call.operation for call in world.calls]) is not remembers_tokens
    world.sweep()
    world.assert_invariants()
