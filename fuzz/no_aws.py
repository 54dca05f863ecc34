"""Clients that do nothing, but refuse what AWS would refuse: an empty AWS that takes every write and forgets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from local.limits import KeyTypes, check
from local.template import load_template

__all__ = ["NoAws"]


class _NeverRaised(Exception):
    """Stands for each of a service's errors."""


class _Exceptions:
    def __getattr__(self, name: str) -> type[Exception]:
        return _NeverRaised


class _Client:
    exceptions = _Exceptions()

    def __init__(self, service: str) -> None:
        self._service = service

    def __getattr__(self, method: str) -> Callable[..., dict[str, Any]]:
        operation = re.sub(r"(?:^|_)(\w)", lambda letter: letter[1].upper(), method)

        def call(**parameters: Any) -> dict[str, Any]:  # noqa: ANN401 - a boto3 call's
            check(self._service, operation, parameters, _key_types())
            return {}

        return call


class NoAws:
    """`client(service)` is a boto3 client of an AWS that is empty and stays so. Raises `Refused` beyond its limits."""

    def client(self, service: str) -> Any:  # noqa: ANN401 - the type depends on the service's name
        return _Client(service)


@cache
def _key_types() -> KeyTypes:
    table = load_template().resources["FilingsTable"].properties
    types = {key["AttributeName"]: key["AttributeType"] for key in table["AttributeDefinitions"]}
    return {"filings": types}
