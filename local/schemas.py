"""JSON Schemas (2020-12) of what leaves the product, made from the models: `python -m local.schemas` writes schemas/.

The checked-in files are the promise to subscribers: a key may be added, never lost, retyped or made
nullable. So the writer compares before it writes and refuses; a test refuses too, and another fails when
a file is stale. What the keys mean: docs/notification.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from filings.notifications.notification_models import PROCESSED_SCHEMA, REJECTED_SCHEMA, Event, Rejection
from filings.record import Filing

__all__ = ["FOLDER", "breaks", "generate", "main"]

FOLDER = Path(__file__).resolve().parents[1] / "schemas"

FILING_SCHEMA = "urn:filing-events:schema:filing"
_MODELS: dict[str, tuple[str, type[BaseModel]]] = {
    "filing.processed.v1.json": (PROCESSED_SCHEMA, Event),
    "filing.rejected.v1.json": (REJECTED_SCHEMA, Rejection),
    "filing.json": (FILING_SCHEMA, Filing),
}

_WAY_OUT = "Publish a v2 beside it, or, if no subscriber has ever seen the file, delete it and run this again."

Schema = dict[str, Any]


class _AsWritten(GenerateJsonSchema):
    """The schema of what `filings.record.to_json` writes: every key always there, a decimal is a number.

    And shorter than pydantic's own: no title on each property, no defaults, `["string", "null"]` for either.
    """

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        return {"type": "number"}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if isinstance(inner.get("type"), str) and inner["type"] != "object" and "enum" not in inner:
            return {**inner, "type": [inner["type"], "null"]}
        return {"anyOf": [inner, {"type": "null"}]}

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ANN401  (pydantic's is a union of three)
        return True

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401  (the same)
        return False


def generate() -> dict[str, Schema]:
    """The schemas by file name. Every key is required, unknown keys are allowed: a later v1 may add some."""
    return {name: _schema(urn, model) for name, (urn, model) in _MODELS.items()}


def _schema(urn: str, model: type[BaseModel]) -> Schema:
    body = model.model_json_schema(mode="serialization", schema_generator=_AsWritten)
    return {"$schema": GenerateJsonSchema.schema_dialect, "$id": urn, **body}


def breaks(old: Schema, new: Schema) -> list[str]:
    """Why `new` would break a reader of `old`: one sentence for each lost key, changed type or lost promise."""
    return list(_breaks(old, new, old.get("$defs", {}), new.get("$defs", {}), "$"))


def _breaks(old: Schema, new: Schema, old_defs: Schema, new_defs: Schema, at: str) -> Iterator[str]:
    old, new = _resolve(old, old_defs), _resolve(new, new_defs)
    if "properties" in old and "properties" in new:
        yield from _lost_keys(old, new, at)
        for key in old["properties"].keys() & new["properties"].keys():
            yield from _breaks(old["properties"][key], new["properties"][key], old_defs, new_defs, f"{at}.{key}")
    elif "items" in old and "items" in new:
        yield from _breaks(old["items"], new["items"], old_defs, new_defs, f"{at}[]")
    elif "anyOf" in old and "anyOf" in new and len(old["anyOf"]) == len(new["anyOf"]):
        for before, after in zip(old["anyOf"], new["anyOf"], strict=True):
            yield from _breaks(before, after, old_defs, new_defs, at)
    elif _promise(old) != _promise(new):
        yield f"{at}: was {_promise(old)}, would be {_promise(new)}"


def _resolve(schema: Schema, defs: Schema) -> Schema:
    reference = schema.get("$ref")
    return defs[reference.removeprefix("#/$defs/")] if reference else schema


def _lost_keys(old: Schema, new: Schema, at: str) -> Iterator[str]:
    for key in old["properties"].keys() - new["properties"].keys():
        yield f"{at}.{key}: the key would be gone"
    for key in set(old.get("required", ())) - set(new.get("required", ())):
        if key in new["properties"]:
            yield f"{at}.{key}: the key would no longer always be there"


def _promise(schema: Mapping[str, Any]) -> dict[str, Any]:
    """What a reader may rely on: everything but the words about it."""
    return {key: value for key, value in schema.items() if key not in ("title", "description", "default", "examples")}


def to_text(schema: Schema) -> str:
    """A schema as the file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Write schemas/; 1 and nothing written where that would break a reader."""
    schemas = generate()
    broken = [
        f"{name} {reason}"
        for name, schema in schemas.items()
        if (FOLDER / name).exists()
        for reason in breaks(json.loads((FOLDER / name).read_text(encoding="utf-8")), schema)
    ]
    if broken:
        sys.stderr.write("\n".join(("Not written: readers of these schemas would break.", *broken, _WAY_OUT, "")))
        return 1
    FOLDER.mkdir(exist_ok=True)
    for name, schema in schemas.items():
        (FOLDER / name).write_text(to_text(schema), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
