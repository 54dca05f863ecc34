"""The JSON Schemas that subscribers have: `schemas/` may grow, and may not break a reader of these copies.

`tests/test_schemas.py` holds `schemas/` against the models. This holds it against what was published, also where
`schemas/` was deleted and written anew.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path

import jsonschema
import pytest

from filings.record import to_json
from local import schemas
from tests.notifications import notification_samples as samples

PUBLISHED = Path(__file__).parent / "schemas"
NAMES = sorted(path.name for path in PUBLISHED.glob("*.json"))
assert len(NAMES) >= 3
TO_DO = """
Subscribers rely on what was. Put it back; or publish the new shape as an event type of its own, `….v2`, beside this
one for 180 days (docs/notification.md, Versions), and copy its schema to tests/upgrade/schemas/ when it is released."""


def published(name: str) -> dict:
    return json.loads((PUBLISHED / name).read_text(encoding="utf-8"))


def complaint(old: dict, new: dict) -> str:
    """What to tell whoever breaks a reader; empty if nobody does."""
    broken = schemas.breaks(old, new)
    return "\n".join([*broken, TO_DO]) if broken else ""


@pytest.mark.parametrize("name", NAMES)
def test_no_reader_of_a_published_schema_breaks(name):
    said = complaint(published(name), json.loads((schemas.FOLDER / name).read_text(encoding="utf-8")))
    assert not said, said


@pytest.mark.parametrize("change", ["CREATED", "UPDATED", "SUPERSEDED", "REPARSED"])
def test_an_event_of_today_follows_the_published_schema(change):
    event = samples.event(samples.earnings(), revision=2, change=change, origin="reprocess")
    jsonschema.validate(json.loads(to_json(event)), published("filing.processed.v1.json"))


def test_a_key_that_is_taken_away_is_told_with_what_to_do():
    old = published("filing.processed.v1.json")
    new = copy.deepcopy(old)
    new["$defs"]["FilingData"]["properties"].pop("headline")
    said = complaint(old, new)
    assert "$.data.headline: the key would be gone" in said
    assert "publish the new shape as an event type of its own" in said


def test_a_key_that_is_added_is_fine():
    old = published("filing.processed.v1.json")
    new = copy.deepcopy(old)
    new["$defs"]["FilingData"]["properties"]["auditor"] = {"type": "string"}
    new["$defs"]["FilingData"]["required"].append("auditor")
    assert complaint(old, new) == ""
