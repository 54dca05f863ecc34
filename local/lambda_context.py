"""The context object that Lambda passes to a handler beside the event.

Attributes as in the Lambda developer guide, "Using the Lambda context object to retrieve Python function
information". Powertools reads the name, the memory, the ARN and the request id.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field

__all__ = ["LambdaContext"]


@dataclass(frozen=True)
class LambdaContext:
    """One invocation's context; `timeout` in seconds, counted from when this object is made."""

    function_name: str = "local"
    invoked_function_arn: str = "arn:aws:lambda:us-east-1:123456789012:function:local"
    memory_limit_in_mb: int = 128
    timeout: float = 3.0
    function_version: str = "$LATEST"
    aws_request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    log_stream_name: str = "2026/01/02/[$LATEST]local"
    _started: float = field(default_factory=time.monotonic)

    @property
    def log_group_name(self) -> str:
        """The log group that Lambda would write to."""
        return f"/aws/lambda/{self.function_name}"

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until Lambda would end this invocation; never below zero."""
        left = self.timeout - (time.monotonic() - self._started)
        return max(0, int(left * 1000))
