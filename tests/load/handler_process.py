"""One handler as Lambda runs it, in a process of its own, with faults in a share of its AWS calls. `run` starts it.

    python -m tests.load.handler_process URL SEED SHARE

It follows the queue until it is ended. Standard output has a line of JSON for each invocation (`Invoked`), standard
error what Lambda would log.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.fresh_process import peak_memory
from local.cloud import LocalCloud
from local.faults import Fault
from local.poller import Handler, poll
from local.strict import Call
from tests.load.uploads import LARGE_KEY

_FUNCTION = "ProcessFiling"
_ANYWHERE = (Fault.THROTTLE, Fault.THROTTLE, Fault.ERROR, Fault.ERROR_AFTER, Fault.LOST_RESPONSE)
_IN_BATCHES = (*[Fault.UNPROCESSED] * 9, Fault.THROTTLE)
"""What DynamoDB does with a batch that it cannot write now. A large filing has 800 of them: more would be hopeless."""


@dataclass(frozen=True)
class Invoked:
    """One batch. `cpu`: seconds of the handler alone; `began`, `ended` by the clock; `resident`: bytes, after it."""

    process: int
    began: float
    ended: float
    cpu: float
    messages: int
    failed: int
    faults: int
    large: bool
    resident: int


def main(url: str, seed: int, share: float) -> None:
    """Until the process is ended."""
    with os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8") as answers, LocalCloud.attach(url) as cloud:
        os.dup2(2, 1)  # what the function logs
        os.environ.update(cloud.environment(_FUNCTION))
        (source,) = [source for source in cloud.event_sources if source.function == _FUNCTION]
        chance = random.Random(seed)
        spent: list[float] = []
        timed = _timed(cloud.handler(_FUNCTION), spent)
        queue = cloud.client("sqs"), cloud.ref(source.queue), source, cloud.functions[_FUNCTION], timed
        while True:
            struck = _strike(cloud, chance, share)
            for invocation in poll(*queue):
                ended = time.time()
                if invocation.error is not None:
                    traceback.print_exception(invocation.error)
                invoked = Invoked(
                    process=seed,
                    began=ended - invocation.milliseconds / 1000,
                    ended=ended,
                    cpu=spent.pop(),
                    messages=len(invocation.message_ids),
                    failed=len(invocation.failed),
                    faults=len(struck),
                    large=any(LARGE_KEY in record["body"] for record in invocation.event["Records"]),
                    resident=_resident(),
                )
                answers.write(json.dumps(asdict(invoked)) + "\n")
                struck = _strike(cloud, chance, share)
            time.sleep(0.05)


def _timed(handler: Handler, spent: list[float]) -> Handler:
    def timed(event: dict[str, Any], context: Any) -> Any:
        cpu = time.process_time()
        try:
            return handler(event, context)
        finally:
            spent.append(time.process_time() - cpu)

    return timed


def _strike(cloud: LocalCloud, chance: random.Random, share: float) -> list[Fault]:
    """From now on, a fault in each call with this chance; what was called before is forgotten."""
    struck: list[Fault] = []
    cloud.aws.clear()
    cloud.aws.before.append(_striking(cloud, chance, share, struck))
    return struck


def _striking(cloud: LocalCloud, chance: random.Random, share: float, struck: list[Fault]) -> Callable[[Call], None]:
    def strike(call: Call) -> None:
        if chance.random() < share:
            struck.append(chance.choice(_IN_BATCHES if call.operation == "BatchWriteItem" else _ANYWHERE))
            cloud.aws.inject(struck[-1], at=call.name)

    return strike


def _resident() -> int:
    """Bytes now; where the system does not tell, the most there were so far."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if told.exists() else peak_memory()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
