"""What stands between one caption and the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["up_to_next"]


def up_to_next(found: Sequence[re.Match[str]], end: int) -> Iterator[tuple[re.Match[str], int]]:
    """Each match, and where the next one begins; for the last one `end`."""
    ends = [*(match.start() for match in found), end][1:]
    return zip(found, ends, strict=True)
