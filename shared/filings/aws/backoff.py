"""Pauses between tries of what AWS did in part, or DynamoDB cancelled: botocore does not retry these."""

from __future__ import annotations

import random
from collections.abc import Iterator

__all__ = ["pauses"]

_TRIES = 6
_FIRST = 0.05


def pauses() -> Iterator[float | None]:
    """Seconds to wait after each failed try, doubling, with full jitter; None after the last."""
    for attempt in range(_TRIES - 1):
        yield random.uniform(0, _FIRST * 2**attempt)  # nosec B311  # jitter, no secret
    yield None
