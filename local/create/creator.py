"""What it takes to create one type of resource: the shape shared by the modules beside this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Clients", "Creator", "Properties"]

Clients = Callable[[str], Any]
"""A service's name in, its boto3 client out."""


@dataclass(frozen=True)
class Properties:
    """A resource's resolved properties, under the name it gets."""

    logical_id: str
    name: str
    values: Mapping[str, Any]

    def picked(self, *names: str) -> dict[str, Any]:
        """Those of the properties `names` that are set, as they are."""
        return {name: self.values[name] for name in names if name in self.values}


def _nothing(clients: Clients, properties: Properties) -> None:
    """A stage that this type does not need."""


@dataclass(frozen=True)
class Creator:
    """How a type of resource is made, in three stages, and which of its properties are understood."""

    properties: frozenset[str]
    create: Callable[[Clients, Properties], None] = _nothing
    connect: Callable[[Clients, Properties], None] = _nothing
    notify: Callable[[Clients, Properties], None] = _nothing
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Properties that are knowingly not applied, each with its reason."""
