"""Which uploads are history: what lies under `backfill/`, whoever tells of it, is no news.

Old filings are put there, since S3 tells of them as of any upload, and nobody wants a mail for each filing of 2009.
"""

from __future__ import annotations

from filings.notifications.notification_models import Origin

__all__ = ["unless_history"]

_HISTORY = "backfill/"


def unless_history(key: str, origin: Origin) -> Origin:
    """`origin`, for an upload that would be news; `backfill` where its S3 key says that it is history."""
    return "backfill" if key.startswith(_HISTORY) else origin
