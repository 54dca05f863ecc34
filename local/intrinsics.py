"""CloudFormation's intrinsic functions: a template value in, a plain value out.

Follows the "Intrinsic function reference" of the CloudFormation user guide, as far as this project's
template goes. A function that is not known here is an error, never left in place. What a `Ref` or a
`GetAtt` stands for is asked of a `Names` object; the local cloud's one is in `naming`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

__all__ = ["NO_VALUE", "Names", "Resolver", "TemplateError"]


class TemplateError(Exception):
    """The template says something that the local cloud cannot follow; the message names the place."""


class _NoValue:
    """What `AWS::NoValue` resolves to; the property or list entry that holds it is dropped."""

    def __repr__(self) -> str:
        return "AWS::NoValue"


NO_VALUE: Final = _NoValue()
_VARIABLE = re.compile(r"\$\{(?P<literal>!)?(?P<name>[^}]*)\}")


class Names(Protocol):
    """What the names in a template stand for. Both methods raise `TemplateError` for an unknown name."""

    def ref(self, name: str) -> Any:  # noqa: ANN401 - a parameter's or a resource's value, of any JSON type
        """The value of `Ref: name`."""

    def attribute(self, logical_id: str, attribute: str) -> Any:  # noqa: ANN401
        """The value of `GetAtt: logical_id.attribute`."""


@dataclass(frozen=True)
class Resolver:
    """Resolves values of one template: its names, its `Conditions` and its `Mappings`."""

    names: Names
    conditions: Mapping[str, Any]
    mappings: Mapping[str, Any]

    def resolve(self, value: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
        """`value` with every intrinsic replaced; raises `TemplateError` for one that is not known."""
        if isinstance(value, dict):
            function = _function_of(value)
            if function is not None:
                return self._call(function, value[function])
            resolved = {key: self.resolve(inner) for key, inner in value.items()}
            return {key: inner for key, inner in resolved.items() if inner is not NO_VALUE}
        if isinstance(value, list):
            return [inner for inner in map(self.resolve, value) if inner is not NO_VALUE]
        return value

    def condition(self, name: str) -> bool:
        """Whether the named entry of `Conditions` holds."""
        if name not in self.conditions:
            raise TemplateError(f"there is no condition {name}")
        return bool(self.resolve(self.conditions[name]))

    def _call(self, function: str, argument: Any) -> Any:  # noqa: ANN401
        known = _FUNCTIONS.get(function)
        if known is None:
            raise TemplateError(f"the local cloud does not know {function} (of {argument!r})")
        return known(self, argument)

    def _ref(self, name: str) -> Any:  # noqa: ANN401
        return NO_VALUE if name == "AWS::NoValue" else self.names.ref(name)

    def _get_att(self, argument: str | list[str]) -> Any:  # noqa: ANN401
        logical_id, attribute = argument.split(".", 1) if isinstance(argument, str) else argument
        return self.names.attribute(logical_id, attribute)

    def _sub(self, argument: str | list[Any]) -> str:
        text, variables = (argument, {}) if isinstance(argument, str) else (argument[0], self.resolve(argument[1]))

        def value_of(match: re.Match[str]) -> str:
            name = match["name"]
            if match["literal"]:
                return "${" + name + "}"
            if name in variables:
                return str(variables[name])
            return str(self._get_att(name) if "." in name else self.names.ref(name))

        return _VARIABLE.sub(value_of, text)

    def _join(self, argument: list[Any]) -> str:
        delimiter, parts = argument
        return str(delimiter).join(str(part) for part in self.resolve(parts))

    def _split(self, argument: list[Any]) -> list[str]:
        return str(self.resolve(argument[1])).split(argument[0])

    def _select(self, argument: list[Any]) -> Any:  # noqa: ANN401
        return self.resolve(argument[1])[int(self.resolve(argument[0]))]

    def _if(self, argument: list[Any]) -> Any:  # noqa: ANN401
        return self.resolve(argument[1] if self.condition(argument[0]) else argument[2])

    def _equals(self, argument: list[Any]) -> bool:
        # CloudFormation compares text; a parameter's number and a template's number are the same text.
        return str(self.resolve(argument[0])) == str(self.resolve(argument[1]))

    def _find_in_map(self, argument: list[Any]) -> Any:  # noqa: ANN401
        name, first, second = self.resolve(argument)
        try:
            return self.mappings[name][first][second]
        except KeyError as missing:
            raise TemplateError(f"the mapping {name} has no entry {first}.{second}") from missing


_FUNCTIONS: Final[Mapping[str, Callable[[Resolver, Any], Any]]] = {
    "Ref": Resolver._ref,
    "Condition": Resolver.condition,
    "Fn::GetAtt": Resolver._get_att,
    "Fn::Sub": Resolver._sub,
    "Fn::Join": Resolver._join,
    "Fn::Split": Resolver._split,
    "Fn::Select": Resolver._select,
    "Fn::If": Resolver._if,
    "Fn::Equals": Resolver._equals,
    "Fn::FindInMap": Resolver._find_in_map,
    "Fn::And": lambda self, argument: all(self.resolve(argument)),
    "Fn::Or": lambda self, argument: any(self.resolve(argument)),
    "Fn::Not": lambda self, argument: not self.resolve(argument)[0],
}


def _function_of(value: Mapping[str, Any]) -> str | None:
    """The intrinsic's name when `value` is a call of one. A policy's `Condition` block is no call: it holds a dict."""
    if len(value) != 1:
        return None
    (key,) = value
    if key == "Condition":
        return key if isinstance(value[key], str) else None
    return key if key == "Ref" or key.startswith("Fn::") else None
