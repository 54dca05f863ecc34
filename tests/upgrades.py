"""ProcessFiling as a later release, whose parser reads some filings otherwise; and what makes it read one again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from unittest.mock import patch

from filings.aws.inbox_queue import message_of
from filings.job import StoredVersion
from filings.notifications.notification import Origin
from filings.parse import parse_filing
from filings.process import FilingProcessor
from filings.record import Filing, Warning
from functions.process_filing import app
from local.events import ObjectVersion

NEXT = "1.1.0"


def parse_next(source: object, **asked: object) -> Filing:
    """What this parser reads, and a warning more."""
    filing = parse_filing(source, **asked)
    seen = Warning(code="seen-by-the-next", message="the next parser has seen it")
    return filing.model_copy(update={"warnings": (*filing.warnings, seen)})


@contextmanager
def upgraded(version: str = NEXT, parse: Callable[..., Filing] = parse_next) -> Iterator[None]:
    """While this lasts, ProcessFiling has the parser `parse`, of that version."""
    app._processor.cache_clear()
    with patch.object(app, "FilingProcessor", partial(FilingProcessor, parse=parse, parser_version=version)):
        yield
    app._processor.cache_clear()


def message_of_ours(version: ObjectVersion, origin: Origin = "reprocess") -> str:
    """The message that makes ProcessFiling read an object version, as ReconcileInbox sends it."""
    assert version.version_id is not None
    return message_of(StoredVersion(version.bucket, version.key, version.version_id), origin)
