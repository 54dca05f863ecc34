"""A bound on the size of a record as it is stored, without converting it: a large one is large after a few rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from filings.record import Record

__all__ = ["exceeds"]


def exceeds(values: Iterable[object], limit: int) -> bool:
    """Whether `values` surely take more than `limit` bytes in DynamoDB. Looks no further than that is known.

    Counted is less than DynamoDB counts: characters of texts and names, and one for anything else.
    """
    waiting, size = list(values), 0
    while waiting and size <= limit:
        match waiting.pop():
            case str() as text:
                size += len(text)
            case Record() as record:
                size += sum(len(name.replace("_", "")) for name, _ in record)
                waiting += [value for _, value in record]
            case Mapping() as mapping:
                waiting += [part for pair in mapping.items() for part in pair]
            case list() | tuple() as members:
                waiting += members
            case _:
                size += 1
    return size > limit
