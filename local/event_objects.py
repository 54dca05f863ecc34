"""The objects that the events of events/ speak of: each key with the sample filing that is uploaded under it.

`make sam-local` and the tests upload them before they send an event. The events carry no version id, which
S3 gives only at the upload: they ask for the newest version, so that `sam local invoke` takes them as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote_plus

from local.template import PROJECT

__all__ = ["EVENTS", "event_files", "keys_of", "objects_of"]

EVENTS: Final = PROJECT / "events"
_SAMPLES: Final = PROJECT / "local" / "samples"

# A key that is not here is not uploaded: the object is missing.
_SAMPLE_OF: Final[Mapping[str, str]] = {
    "inbox/0009900101-18-000047.txt": "0009900101-18-000047.txt",
    "inbox/0009900101-18-000053.txt": "0009900101-18-000053.txt",
    "inbox/tsbg-20261027.htm": "tsbg-20261027.htm",
    "inbox/2026 Q3/söhne & co (8-K) 100%+.txt": "0009900303-96-000004.txt",
    "inbox/latest.html": "gateway-error.html",
}


def event_files() -> list[Path]:
    """Every event, in order; the environment for `sam local invoke` lies beside them and is none."""
    return sorted(path for path in EVENTS.glob("*.json") if not path.name.startswith("env."))


def objects_of(event: Mapping[str, Any]) -> dict[str, bytes]:
    """The objects that an event names and that are to be there, by key."""
    return {key: (_SAMPLES / _SAMPLE_OF[key]).read_bytes() for key in keys_of(event) if key in _SAMPLE_OF}


def keys_of(event: Mapping[str, Any]) -> Iterator[str]:
    """The keys that an event names, decoded."""
    if "detail" in event:
        yield event["detail"]["object"]["key"]
    for record in event.get("Records", ()):
        if "body" in record:
            yield from keys_of(json.loads(record["body"]))
        else:
            yield unquote_plus(record["s3"]["object"]["key"])
