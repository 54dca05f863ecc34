"""No address, no text of a filing and no event's body in what is written: at level DEBUG, the SDK's lines included.

Every fixture is uploaded, good and bad, and AWS fails at every call. What stdout, stderr and the loggers then hold,
and what Lambda would write of errors that were raised, may have no two words in a row with any upload.
"""

import io
import itertools
import json
import logging
import re
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from filings.aws.telemetry import telemetry
from functions.process_filing.app import lambda_handler as process_filing
from functions.reconcile_inbox.app import lambda_handler as reconcile_inbox
from functions.sweep_pending.app import lambda_handler as sweep_pending
from local.events import eventbridge_event, s3_event
from local.faults import Crash, Fault
from local.lambda_context import LambdaContext
from tests.faults.quick_moto import quick_moto
from tests.submissions import submission

FIXTURES = Path(__file__).parents[1] / "fixtures"
UPLOADS = sorted([*FIXTURES.glob("*/*/submission.*"), *FIXTURES.glob("malformed/*/input.*")])
assert len(UPLOADS) > 100
PROCESS = {"ProcessFiling": process_filing}
CALLS = ("s3.GetObject", "s3.PutObject", "dynamodb.TransactWriteItems", "sns.Publish", "dynamodb.UpdateItem")
FAULTS = (Fault.ERROR, Fault.THROTTLE, Fault.LOST_RESPONSE, Fault.CRASH_AFTER)

# What our own lines say in two words that a filing may say as well.
OURS = frozenset({("upload", "processed"), ("filing", "form"), ("form", "405"), ("form", "ksb")})


def pairs(text: str) -> set[tuple[str, str]]:
    """Every two words in a row, of letters or digits, three at least; a phone number's parts are words.

    An accession number, which is logged, is none.
    """
    words = re.findall(r"[a-z]{3,}|\d{3,}", re.sub(r"\d{10}-\d\d-\d{6}", "-", text.lower()))
    return set(itertools.pairwise(words))


class Written:
    """What was written while the block lasted, and what Lambda writes of the errors that were raised in it."""

    def __init__(self) -> None:
        self.text = io.StringIO()

    def __enter__(self):
        self._handler = logging.StreamHandler(self.text)
        self._root = logging.getLogger()
        self._level = self._root.level
        self._root.addHandler(self._handler)
        self._root.setLevel(logging.DEBUG)
        self._redirected = [redirect_stdout(self.text), redirect_stderr(self.text)]
        for redirected in self._redirected:
            redirected.__enter__()
        return self

    def __exit__(self, *error):
        for redirected in self._redirected:
            redirected.__exit__(*error)
        self._root.setLevel(self._level)
        self._root.removeHandler(self._handler)

    def errors_of(self, invocations) -> None:
        for error in (invocation.error for invocation in invocations):
            if error is not None and not isinstance(error, Crash):
                self.text.write("".join(traceback.format_exception(error)))

    def says_of(self, *uploads: bytes) -> set[tuple[str, str]]:
        told = pairs(self.text.getvalue()) - OURS
        return {pair for body in uploads for pair in pairs(body.decode(errors="replace")) & told}


@pytest.fixture
def written(cloud, monkeypatch):
    """Everything at level DEBUG, as somebody in trouble would set it. The first event of all makes the clients."""
    for name in ("process-filing", "sweep-pending", "reconcile-inbox"):
        monkeypatch.setenv("POWERTOOLS_SERVICE_NAME", name)
        with telemetry(LambdaContext("any", "arn", 128, 3)):  # a logger that nobody made yet has another level
            monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
    logging.getLogger("botocore").setLevel(logging.NOTSET)
    cloud.invoke("ProcessFiling", process_filing, {"Event": "s3:TestEvent"})
    return Written()


def test_every_fixture(cloud, written):
    bodies = [path.read_bytes() for path in UPLOADS]
    for number, body in enumerate(bodies):
        cloud.upload(f"in/{number:04d}", body)
    with written, quick_moto():
        written.errors_of(cloud.drain(PROCESS).invocations)

    outcomes = re.findall(r'"kind": ?"(\w+)"', written.text.getvalue())
    assert len(outcomes) >= len(UPLOADS)
    assert {"CREATED", "REJECTED"} <= set(outcomes)
    assert written.says_of(*bodies) == set()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_at_every_call(cloud, written, fault):
    bodies = [submission(f"0009900555-26-{n:06d}", text="The mill at 7 Sluice Lane burned down.") for n in range(9)]
    versions = [cloud.upload(f"in/{n}.txt", body, notify=False) for n, body in enumerate(bodies)]
    with written:
        for call, version in zip(CALLS, versions, strict=False):
            cloud.aws.inject(fault, at=call)
            written.errors_of([cloud.invoke("ProcessFiling", process_filing, s3_event(version))])
            cloud.send(version)
            written.errors_of(cloud.drain(PROCESS).invocations)
            cloud.aws.clear()

    assert written.says_of(*bodies) == set()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_at_the_calls_of_the_sweeper_and_of_reconcile(cloud, written, fault):
    for name, variable in {
        "SweepPending": "PENDING_AFTER_SECONDS",
        "ReconcileInbox": "RECONCILE_AFTER_SECONDS",
    }.items():
        settings = cloud.functions[name]
        object.__setattr__(settings, "environment", dict(settings.environment) | {variable: "0"})
    body = submission(text="The mill at 7 Sluice Lane burned down.")
    version = cloud.upload("in/8-k.txt", body, notify=False)
    with written:
        cloud.aws.inject(Fault.CRASH_BEFORE, at="sns.Publish")
        written.errors_of([cloud.invoke("ProcessFiling", process_filing, s3_event(version))])
        for call in ("sns.Publish", "dynamodb.UpdateItem", "dynamodb.BatchGetItem", "sqs.SendMessageBatch"):
            cloud.aws.clear()
            cloud.aws.inject(fault, at=call)
            written.errors_of([cloud.invoke("SweepPending", sweep_pending)])
            written.errors_of([cloud.invoke("ReconcileInbox", reconcile_inbox, {"reconcile": {}})])

    assert written.says_of(body) == set()


def test_messages_that_nobody_understands(cloud, written):
    body = "Jane Q. Doe of 7 Sluice Lane told the Company on Friday."
    version = cloud.upload("in/8-k.txt", submission(), notify=False)
    odd = s3_event(version)
    odd["Records"][0]["s3"]["object"]["key"] = {"name": body}
    renamed = eventbridge_event(version)
    renamed["detail"]["object"] = body
    messages = [body, json.dumps(body), json.dumps({"Records": [body]}), json.dumps(odd), json.dumps(renamed)]
    for message in messages:
        cloud.send_message(message)
    with written:
        written.errors_of(cloud.drain(PROCESS).invocations)
        for event in (odd, renamed, {"Records": [body]}, {"detail": body}):
            written.errors_of([cloud.invoke("ProcessFiling", process_filing, event)])

    assert cloud.waiting("InboxDeadLetterQueue") == len(messages)
    assert written.says_of(body.encode()) == set()


@pytest.mark.parametrize("leak", ["print", "log", "raise", "sdk"])
def test_a_leak_would_be_noticed(cloud, written, leak):
    """One word of a street is not enough to tell; two in a row are."""
    body = submission(text="The mill at 7 Sluice Lane burned down.")

    def handler(event, context):
        with telemetry(LambdaContext("leaky", "arn", 128, 3)) as told:
            match leak:
                case "print":
                    print("at 7 Sluice Lane")  # noqa: T201
                case "log":
                    told.logger.debug("at 7 Sluice Lane")
                case "sdk":
                    logging.getLogger("urllib3").debug("at 7 Sluice Lane")
                case _:
                    try:
                        raise ValueError("at 7 Sluice Lane")
                    except ValueError as cause:
                        raise RuntimeError("it failed") from cause

    with written:
        written.errors_of([cloud.invoke("ProcessFiling", handler, {})])

    assert ("sluice", "lane") in written.says_of(body)
