"""A response that is lost on the wire: the SDK sends the request again by itself, and the handler never knows.

The fault is below boto3's own retries (`before-send`), so those are the real ones. moto forgets a
ClientRequestToken at once, and refuses the second transaction; AWS answers it like the first, for ten
minutes. Both must do: a handler may also come back after those ten minutes.
"""

from __future__ import annotations

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


@contextmanager
def response_lost(name: str, nth: int, *, remembers_tokens: bool = False) -> Iterator[Wire]:
    """While this lasts, the answer to the nth request of that name never comes; and the SDK does not sleep."""
    service = name.split(".")[0]
    events = CLIENTS[service]("").meta.events
    wire = Wire(nth, remembers_tokens=remembers_tokens)
    events.register_first(f"before-send.{name}", wire)
    try:
        with patch("botocore.endpoint.time", SimpleNamespace(sleep=lambda seconds: None)):
            yield wire
    finally:
        events.unregister(f"before-send.{name}", wire)


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
