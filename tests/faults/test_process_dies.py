"""A real process dies: by SIGKILL, by its time, by its memory; at a call, in a batch, between the batches of a 13F.

The handler runs in Lambda's own runtime (`lambda_runtime`), and the AWS it calls is this process's. Whatever it left,
redelivery to the next process and one sweep make whole.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from filings.aws.table.commit import WRITERS
from local.events import s3_event
from local.poller import Report
from tests.faults.deliveries import KEY, OTHER_KEY
from tests.faults.lambda_runtime import Died, LambdaRuntime, ServedAws, emulator, lambda_runtime, served
from tests.faults.uploads import ACCESSION, FIRST, NO_FILING, SECOND, filing, report_13f
from tests.faults.world import World

pytest.importorskip("awslambdaric", reason="AWS has its runtime interface client for Linux only")
pytestmark = pytest.mark.skipif(emulator() is None, reason="the emulator is in aws-sam-cli, on Linux: make .venv-sam")

FRESH = ["GET", "PUT", "TransactWriteItems", "POST", "POST", "UpdateItem"]
REJECTED = ["GET", "PutItem", "POST", "UpdateItem"]
NEXT_VERSION = [*FRESH[:3], *FRESH[2:]]
BATCH = [*FRESH, *REJECTED, *NEXT_VERSION]
"""Requests as the wire has them: POST without a target is Publish. The next version finds the first as LATEST."""
OTHER_FILING = SECOND.replace(ACCESSION.encode(), b"0009900555-26-000002")
LARGE_UPLOAD = filing("The Company leased a mill and a weir.\n" * 400_000).replace(
    ACCESSION.encode(), b"0009900555-26-000003"
)
MB = 1 << 20


@pytest.fixture
def aws(world: World) -> Iterator[ServedAws]:
    with served(world.cloud.aws) as serving:
        yield serving


@pytest.fixture
def start(world: World, aws: ServedAws, tmp_path: Path) -> Iterator[Callable[..., LambdaRuntime]]:
    """Starts a runtime, which lives as long as the test."""
    environment = world.cloud.environment("ProcessFiling") | {"AWS_ENDPOINT_URL": aws.url}
    with ExitStack() as running:
        yield lambda **options: running.enter_context(lambda_runtime(environment, tmp_path, **options))


def drain(world: World, runtime: LambdaRuntime) -> Report:
    return world.cloud.drain({"ProcessFiling": runtime.invoke})


def assert_invariants(world: World, runtime: LambdaRuntime) -> None:
    """With what the processes logged themselves."""
    world.log.write((runtime.pids.parent / "log").read_text())
    world.sweep()
    world.assert_invariants()


def is_first(aws: ServedAws, operation: str, number: int) -> bool:
    return aws.requests[number - 1] == operation and operation not in aws.requests[: number - 1]


def three_uploads(world: World) -> None:
    world.upload(KEY, FIRST)
    world.upload(OTHER_KEY, NO_FILING)
    world.upload(KEY, SECOND)


def test_an_undisturbed_batch_makes_the_calls_that_are_struck(world: World, aws: ServedAws, start) -> None:
    three_uploads(world)
    runtime = start()
    assert drain(world, runtime).errors == []
    assert aws.requests == BATCH
    assert len(runtime.processes()) == 1
    assert_invariants(world, runtime)


KILLED = [
    pytest.param(number, when, id=f"{number:02}.{name}-{when}", marks=[pytest.mark.nightly] if nightly else [])
    for number, name in enumerate(BATCH, 1)
    for when in ("before", "after")
    for nightly in [(number, when) not in {(3, "after"), (14, "before")}]
]


@pytest.mark.parametrize(("number", "when"), KILLED)
def test_killed_at_a_call_in_a_batch(world: World, aws: ServedAws, start, number: int, when: str) -> None:
    three_uploads(world)
    runtime = start()

    def kill(at: int) -> bool:
        if at == number:
            runtime.kill()
        return at == number

    setattr(aws, when, kill)
    report = drain(world, runtime)
    assert [type(error) for error in report.errors] == [Died]
    assert len(runtime.processes()) == 2
    assert world.dead_letters() == []
    assert world.pending() == []
    assert_invariants(world, runtime)


def test_killed_after_the_commit_and_its_message_gone_it_is_announced_by_the_sweeper(
    world: World, aws: ServedAws, start
) -> None:
    version = world.upload(KEY, FIRST, notify=False)
    runtime = start()
    aws.after = lambda at: is_first(aws, "TransactWriteItems", at) and runtime.kill()
    with pytest.raises(Died):
        runtime.invoke(s3_event(version))
    assert len(world.pending()) == 1
    assert_invariants(world, runtime)


def test_killed_between_the_batches_of_a_13f_the_next_process_goes_on_from_there(
    world: World, aws: ServedAws, start
) -> None:
    world.upload(KEY, report_13f(600))
    runtime = start()
    aws.after = lambda at: aws.requests.count("BatchWriteItem") == 10 and runtime.kill()
    report = drain(world, runtime)
    assert [type(error) for error in report.errors] == [Died]
    assert 25 <= aws.requests.count("BatchWriteItem") <= 25 + WRITERS
    assert_invariants(world, runtime)


@pytest.mark.parametrize(
    "operation",
    [
        pytest.param("GET", marks=pytest.mark.nightly),
        "TransactWriteItems",
        pytest.param("POST", marks=pytest.mark.nightly),
    ],
)
def test_time_is_over_during_a_call(world: World, aws: ServedAws, start, operation: str) -> None:
    """The call has its effect, and nobody lives to hear of it. Time is short: a batch goes back but for its first."""
    three_uploads(world)
    runtime = start(timeout=5)
    over = threading.Event()
    aws.before = lambda at: is_first(aws, operation, at) and not over.wait()

    def invoke(event: Mapping[str, Any], context: object) -> Any:
        try:
            return runtime.invoke(event)
        finally:
            over.set()

    report = world.cloud.drain({"ProcessFiling": invoke})
    assert "timed out" in str(report.errors[0])
    assert len(report.errors) == 1
    assert len(runtime.processes()) == 2
    assert world.dead_letters() == []
    assert_invariants(world, runtime)


def test_memory_that_is_refused_fails_one_message_of_its_batch(world: World, start) -> None:
    runtime = warm(world, start)
    runtime.allow_memory(20 * MB)
    with_a_large_upload(world)
    drain(world, runtime)
    (dead,) = world.dead_letters()
    assert "large" in dead.body
    assert len(runtime.processes()) == 1
    assert_invariants(world, runtime)

    runtime.kill()  # the next process has no limit
    with pytest.raises(Died):
        runtime.invoke({})
    world.redrive()
    assert drain(world, runtime).errors == []
    assert_invariants(world, runtime)


def test_a_process_killed_for_its_memory_takes_its_batch_with_it_and_nothing_is_lost(
    world: World, aws: ServedAws, start
) -> None:
    """What comes after it in the batch is not begun, time after time; what comes before is done, and comes again."""
    runtime = warm(world, start)
    aws.after = lambda at: aws.requests[at - 1] == "GET" and runtime.kill_when_larger(40 * MB)
    with_a_large_upload(world)
    report = drain(world, runtime)
    assert len(report.errors) == 5
    assert len(world.dead_letters()) == 3
    assert_invariants(world, runtime)

    aws.after = lambda at: None
    world.redrive()
    assert drain(world, runtime).errors == []
    assert world.dead_letters() == []
    assert_invariants(world, runtime)


def warm(world: World, start) -> LambdaRuntime:
    """A runtime that has processed something, so that it has all the memory that it needs for that."""
    runtime: LambdaRuntime = start()
    world.upload("in/before.txt", FIRST)
    assert drain(world, runtime).errors == []
    return runtime


def with_a_large_upload(world: World) -> None:
    world.upload(KEY, SECOND)
    world.upload("in/large.txt", LARGE_UPLOAD)
    world.upload(OTHER_KEY, OTHER_FILING)
