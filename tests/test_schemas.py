"""schemas/: never stale, never broken for who reads them, and true of what is sent."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import jsonschema
import pytest

from filings.notifications.notification_models import PROCESSED_SCHEMA, REJECTED_SCHEMA
from filings.record import to_json
from local import schemas
from tests.notifications import notification_samples as samples

GENERATED = schemas.generate()
ALERTS = Path(__file__).parent / "fixtures" / "alerts"
EVENTS = sorted(ALERTS.glob("*/event.json"))
assert EVENTS


def _checked_in(name: str) -> dict:
    return json.loads((schemas.FOLDER / name).read_text(encoding="utf-8"))


def test_the_folder_holds_these_schemas_and_no_other():
    assert {path.name for path in schemas.FOLDER.iterdir()} == set(GENERATED)


@pytest.mark.parametrize("name", GENERATED)
def test_a_changed_model_breaks_no_reader(name):
    assert schemas.breaks(_checked_in(name), GENERATED[name]) == []


@pytest.mark.parametrize("name", GENERATED)
def test_the_checked_in_schema_is_not_stale(name):
    text = (schemas.FOLDER / name).read_text(encoding="utf-8")
    assert text == schemas.to_text(GENERATED[name]), "run `python -m local.schemas`"


@pytest.mark.parametrize("name", GENERATED)
def test_a_schema_is_a_valid_schema(name):
    jsonschema.Draft202012Validator.check_schema(_checked_in(name))


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.parent.name)
def test_an_event_names_the_schema_it_follows(path):
    event = json.loads(path.read_text(encoding="utf-8"))
    name = {PROCESSED_SCHEMA: "filing.processed.v1.json", REJECTED_SCHEMA: "filing.rejected.v1.json"}
    schema = _checked_in(name[event["dataschema"]])
    assert schema["$id"] == event["dataschema"]
    jsonschema.validate(event, schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("filing", [samples.earnings(), samples.headerless(), samples.insider()])
def test_a_parsed_filing_follows_its_schema(filing):
    jsonschema.validate(json.loads(to_json(filing)), _checked_in("filing.json"))


def test_a_missing_key_is_no_event():
    event = json.loads(EVENTS[0].read_text(encoding="utf-8"))
    del event["data"]["tickers"]
    with pytest.raises(jsonschema.ValidationError, match="'tickers' is a required property"):
        jsonschema.validate(event, _checked_in("filing.processed.v1.json"))


def _edited(edit) -> list[str]:
    schema = copy.deepcopy(GENERATED["filing.processed.v1.json"])
    edit(schema)
    return schemas.breaks(GENERATED["filing.processed.v1.json"], schema)


def test_a_key_may_be_added():
    assert _edited(lambda s: s["$defs"]["FilingData"]["properties"].update(auditor={"type": "object"})) == []


def test_words_may_change():
    assert _edited(lambda s: s["$defs"]["FilingData"].update(description="otherwise", title="Other")) == []


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda s: s["$defs"]["FilingData"]["properties"].pop("cik"), "$.data.cik: the key would be gone"),
        (
            lambda s: s["$defs"]["FilingData"]["required"].remove("cik"),
            "$.data.cik: the key would no longer always be there",
        ),
        (
            lambda s: s["$defs"]["RecordKey"]["properties"].update(pk={"type": "integer"}),
            "$.data.record.pk: was {'type': 'string'}, would be {'type': 'integer'}",
        ),
        (
            lambda s: s["$defs"]["EventEntity"]["properties"].update(role={"type": ["string", "null"]}),
            "$.data.entities[].role: was {'type': 'string'}, would be {'type': ['string', 'null']}",
        ),
        (
            lambda s: s["properties"]["type"]["enum"].pop(),
            "$.type: was {'enum': ['filing.processed.v1', 'filing.updated.v1'], 'type': 'string'}, "
            "would be {'enum': ['filing.processed.v1'], 'type': 'string'}",
        ),
    ],
)
def test_a_broken_promise_is_named(edit, reason):
    assert _edited(edit) == [reason]


def test_the_writer_refuses_to_break_a_reader(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(schemas, "FOLDER", tmp_path)
    assert schemas.main() == 0
    promised = json.loads((tmp_path / "filing.rejected.v1.json").read_text(encoding="utf-8"))
    promised["properties"]["traceparent"] = {"type": "string"}
    (tmp_path / "filing.rejected.v1.json").write_text(json.dumps(promised), encoding="utf-8")
    assert schemas.main() == 1
    assert "filing.rejected.v1.json $.traceparent: the key would be gone" in capsys.readouterr().err
    assert "traceparent" in (tmp_path / "filing.rejected.v1.json").read_text(encoding="utf-8")
