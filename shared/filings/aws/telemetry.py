"""The log and the metrics of one invocation: Powertools, and the rule that no filing's text gets into them.

An error is told by its type, its AWS code and its place, never by its message: pydantic's, for one, quotes
what it was given. Metrics are EMF lines with the dimension `service` only: every combination costs money.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TextIO

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

__all__ = ["MetricUnit", "Telemetry", "describe_error", "telemetry"]


@dataclass(frozen=True, slots=True)
class Telemetry:
    """What one invocation logs and counts with."""

    logger: Logger
    metrics: EphemeralMetrics

    def count(self, name: str, value: int = 1) -> None:
        """Add a count."""
        self.metrics.add_metric(name, MetricUnit.Count, value)

    def milliseconds(self, name: str, value: float | None) -> None:
        """Add a duration, if it is known."""
        if value is not None:
            self.metrics.add_metric(name, MetricUnit.Milliseconds, value)


@contextmanager
def telemetry(context: LambdaContext) -> Iterator[Telemetry]:
    """The telemetry of one invocation; its metrics are written when it ends, however it ends.

    Not Powertools' decorators: those read the environment when the module is imported, and share metrics
    between the functions of a process.
    """
    logger = _logger(os.environ.get("POWERTOOLS_SERVICE_NAME"))
    logger.append_keys(function_request_id=context.aws_request_id)
    metrics = EphemeralMetrics()
    try:
        yield Telemetry(logger, metrics)
    finally:
        if metrics.metric_set:
            metrics.flush_metrics()


def describe_error(error: BaseException) -> dict[str, Any]:
    """What may be logged of an error: its type, AWS's code and operation where it is AWS's, and where it arose."""
    told: dict[str, Any] = {"error": type(error).__name__}
    response = getattr(error, "response", None)
    if isinstance(response, dict):
        told |= {"code": response.get("Error", {}).get("Code"), "operation": getattr(error, "operation_name", None)}
    frames = traceback.extract_tb(error.__traceback__)
    return told | {"where": [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-6:]]}


class _Stdout(logging.StreamHandler[TextIO]):
    """Writes to whatever stdout is at the time; the demo and the tests put another in its place."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stdout
        super().emit(record)


@cache
def _logger(service: str | None) -> Logger:
    return Logger(service=service, logger_handler=_Stdout(sys.stdout))
