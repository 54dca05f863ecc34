"""The faults that strike each call, and which of them do the same as another, and can wait for the night."""

from __future__ import annotations

from local.faults import Fault

FAULTS = (Fault.ERROR, Fault.THROTTLE, Fault.CRASH_BEFORE, Fault.LOST_RESPONSE, Fault.CRASH_AFTER)
_AFTERWARDS = {Fault.LOST_RESPONSE, Fault.CRASH_AFTER}
_READS = {"GetObject", "GetItem", "Query"}


def does_the_same(operation: str, fault: Fault) -> bool:
    """A throttle is an error under another name; and after a read is as before it, for it has no effect."""
    return fault is Fault.THROTTLE or (fault in _AFTERWARDS and operation in _READS)
