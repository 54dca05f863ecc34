"""One run: everything is uploaded, then handlers drain the backlog while a reader reads; and what came of it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from local.template import PROJECT
from tests.faults.invariants import violations
from tests.load.aws import LoadedAws, loaded_aws
from tests.load.handler_process import Invoked
from tests.load.uploads import uploads

Said = Callable[[str], None]


class NotDrained(Exception):
    """The backlog was still there when its time was over, or a handler's process had ended."""


@dataclass(frozen=True)
class Plan:
    """`uploads` objects and a 13F of `rows` rows, for `handlers` at a time; a fault in the share `faults` of calls."""

    uploads: int
    rows: int
    handlers: int
    faults: float = 0.01
    seconds: float = 3600


@dataclass(frozen=True)
class Run:
    """`kinds` of uploads and `outcomes` by name; `events` were sent, some of them twice. Times in seconds."""

    plan: Plan
    kinds: Mapping[str, int]
    events: int
    outcomes: Mapping[str, int]
    dead_letters: int
    invocations: Sequence[Invoked]
    uploading: float
    draining: float
    violations: Sequence[str]


def run(plan: Plan, say: Said) -> Run:
    """Raises NotDrained."""
    with tempfile.TemporaryDirectory() as folder, loaded_aws() as aws:
        log = Path(folder) / "handlers.log"
        began = time.monotonic()
        put = list(_told(aws, plan, say))
        uploading = time.monotonic() - began
        events = aws.waiting()
        began = time.monotonic()
        invocations = _drain(aws, plan, log, say)
        draining = time.monotonic() - began
        say("looking at everything")
        swept = aws.sweep()
        aws.look_at_all()
        evidence = aws.evidence(log.read_text(encoding="utf-8") + swept)
        return Run(
            plan=plan,
            kinds=Counter(put),
            events=events,
            outcomes=Counter(row.get("change", row["kind"]) for row in evidence.of_kind("VERSION#")),
            dead_letters=len(evidence.dead_letters),
            invocations=invocations,
            uploading=uploading,
            draining=draining,
            violations=violations(evidence),
        )


def _told(aws: LoadedAws, plan: Plan, say: Said) -> Iterator[str]:
    for number, upload in enumerate(aws.upload(uploads(plan.uploads, plan.rows)), 1):
        if number % max(1, plan.uploads // 5) == 0:
            say(f"{number:,} uploaded")
        yield upload.kind


def _drain(aws: LoadedAws, plan: Plan, log: Path, say: Said) -> list[Invoked]:
    """Until the queue is empty. What was invoked, in the order of its end."""
    invoked: list[Invoked] = []
    events, told, chance = aws.waiting(), 0, random.Random(8)
    with ExitStack() as running, log.open("w", encoding="utf-8") as errors:
        url = aws.cloud.endpoint_url
        handlers = [
            running.enter_context(_handler([str(url), str(seed), str(plan.faults)], errors, invoked))
            for seed in range(plan.handlers)
        ]
        end = time.monotonic() + plan.seconds
        while (handled := sum(one.messages - one.failed for one in invoked) + len(aws.dead_letters())) < events:
            if time.monotonic() > end or any(handler.poll() is not None for handler in handlers):
                raise NotDrained(f"{handled} of {events} messages were handled; the log ends: {_end(log)}")
            if handled * 10 // events > told:
                told = handled * 10 // events
                say(f"{handled:,} of {events:,} events handled")
            aws.look([f"0009900555-26-{chance.randrange(plan.uploads) + 1:06}" for _ in range(2)])
            time.sleep(0.1)
    return sorted(invoked, key=lambda one: one.ended)


@contextmanager
def _handler(arguments: list[str], errors: object, invoked: list[Invoked]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.load.handler_process", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=PROJECT) as process:
        listener = threading.Thread(target=_listen, args=(process, invoked))
        listener.start()
        try:
            yield process
        finally:
            process.terminate()
            listener.join()


def _listen(process: subprocess.Popen[str], invoked: list[Invoked]) -> None:
    for line in process.stdout:
        invoked.append(Invoked(**json.loads(line)))


def _end(log: Path) -> str:
    return log.read_text(encoding="utf-8")[-2000:]
