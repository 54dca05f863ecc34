"""The project's template.yaml, translated as AWS would: SAM in, plain CloudFormation resources out.

SAM's own translator does it offline (about 20 ms). Parameters get their defaults or what the caller
gives. Values are still as written: `intrinsics` resolves them, `naming` says what names stand for,
`create` makes the resources.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from samtranslator.model.exceptions import InvalidDocumentException  # type: ignore[import-untyped]
from samtranslator.parser.parser import Parser  # type: ignore[import-untyped]
from samtranslator.translator.translator import Translator  # type: ignore[import-untyped]
from samtranslator.yaml_helper import yaml_parse  # type: ignore[import-untyped]

from local.intrinsics import TemplateError
from local.session import session

__all__ = ["PROJECT", "TEMPLATE", "Resource", "Template", "load_template"]

PROJECT = Path(__file__).resolve().parent.parent
TEMPLATE = PROJECT / "template.yaml"

# Code is never packaged here, and the translator wants an S3 address where it finds a folder.
_PACKAGED = {"Bucket": "packaged", "Key": "packaged.zip"}
_CODE_PROPERTY = {"AWS::Serverless::Function": "CodeUri", "AWS::Serverless::LayerVersion": "ContentUri"}


@dataclass(frozen=True)
class Resource:
    """One resource as CloudFormation would get it; `properties` still holds its intrinsics."""

    logical_id: str
    type: str
    properties: Mapping[str, Any]
    condition: str | None


@dataclass(frozen=True)
class Template:
    """A translated template: resources by logical id, in the order written, and what their values refer to."""

    resources: Mapping[str, Resource]
    parameters: Mapping[str, Any]
    conditions: Mapping[str, Any]
    mappings: Mapping[str, Any]
    outputs: Mapping[str, Any]
    code: Mapping[str, Path]
    """The folder of each function's code, by logical id."""


def load_template(path: Path = TEMPLATE, parameters: Mapping[str, str] | None = None) -> Template:
    """Translate the template at `path`, with `parameters` over its defaults.

    Raises `TemplateError` for a parameter it does not have, one without a value, or what SAM refuses.
    """
    given = tuple(sorted((parameters or {}).items()))
    translated = _translate(path, path.stat().st_mtime_ns, given)
    values = _parameter_values(translated.get("Parameters", {}), dict(given))
    return Template(
        resources={name: _resource(name, body) for name, body in translated["Resources"].items()},
        parameters=values,
        conditions=translated.get("Conditions", {}),
        mappings=translated.get("Mappings", {}),
        outputs=translated.get("Outputs", {}),
        code=_code(path, path.stat().st_mtime_ns),
    )


def _resource(logical_id: str, body: Mapping[str, Any]) -> Resource:
    return Resource(logical_id, body["Type"], body.get("Properties", {}), body.get("Condition"))


def _parameter_values(declared: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, Any]:
    unknown = sorted(given.keys() - declared.keys())
    if unknown:
        raise TemplateError(f"the template has no parameter {', '.join(unknown)}")
    values: dict[str, Any] = {}
    for name, declaration in declared.items():
        value = given.get(name, declaration.get("Default"))
        if value is None:
            raise TemplateError(f"the parameter {name} has no default: give it a value")
        is_list = declaration["Type"] in ("CommaDelimitedList", "List<Number>")
        values[name] = [part.strip() for part in str(value).split(",")] if is_list else str(value)
    return values


def _read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = yaml_parse(path.read_text(encoding="utf-8"))
    return document


@lru_cache(maxsize=8)
def _code(path: Path, modified_ns: int) -> dict[str, Path]:
    return {
        logical_id: path.parent / resource["Properties"]["CodeUri"]
        for logical_id, resource in _read(path)["Resources"].items()
        if resource["Type"] == "AWS::Serverless::Function"
    }


@lru_cache(maxsize=8)
def _translate(path: Path, modified_ns: int, parameters: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """The translated document, read-only: every test's cloud starts from it. `modified_ns` is there for the cache."""
    document = _read(path)
    for resource in document["Resources"].values():
        code = _CODE_PROPERTY.get(resource["Type"])
        if code is not None:
            resource.setdefault("Properties", {})[code] = dict(_PACKAGED)
    translator = Translator({}, Parser(), boto_session=session())  # it takes the region from the session
    try:
        translated: dict[str, Any] = translator.translate(document, dict(parameters))
    except InvalidDocumentException as refused:
        causes = "; ".join(cause.message for cause in refused.causes)
        raise TemplateError(f"SAM refuses {path.name}: {causes}") from refused
    return translated
