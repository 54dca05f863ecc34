"""A layer over moto that makes it as unkind as AWS, and the place where calls are seen and faults happen.

It sits on `BaseClient._make_api_call`, which every boto3 call of the process goes through. It refuses what
AWS refuses and moto 5.2 was seen to take (`limits`), keeps `ClientRequestToken` idempotent, and lets one call
happen at a time: moto's conditional writes are not atomic under threads. Faults are described in `faults`.

Calls of the function under test are recorded and can be struck by a fault. Calls of clients that were made
by `LocalCloud.client` are the test's own: limits hold for them, nothing else.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch
from weakref import WeakSet

from botocore.client import BaseClient
from botocore.exceptions import ParamValidationError
from botocore.validate import validate_parameters

from local.faults import Crash, Fault, Injected, aws_error, lost_response, server_error, throttled
from local.limits import Refused, check

__all__ = ["Call", "StrictAws"]

_TOKEN_SECONDS = 600  # DynamoDB remembers a ClientRequestToken for ten minutes

_real_call: Callable[..., Any] = BaseClient._make_api_call  # type: ignore[attr-defined]


@dataclass
class Call:
    """One call of the code under test. `error` names what was raised, None when it went well."""

    service: str
    operation: str
    parameters: Mapping[str, Any]
    error: str | None = None

    @property
    def name(self) -> str:
        """As in `sns.Publish`."""
        return f"{self.service}.{self.operation}"


class StrictAws:
    """The layer's state: what was called, what will go wrong, what hooks are set."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.before: list[Callable[[Call], None]] = []
        """Called before each recorded call, outside the lock: a place to let another handler run meanwhile."""
        self.after: list[Callable[[Call], None]] = []
        self.authorize: Callable[[str, str, Mapping[str, Any]], None] = lambda *_: None
        """Told service, operation and parameters of each recorded call; raises `Refused` where a role forbids it."""
        self._injected: list[Injected] = []
        self.lock = threading.RLock()
        """Held while a call has its effect. Who holds it looks at a cloud that stands still."""
        self._unobserved: WeakSet[BaseClient] = WeakSet()
        self._key_types: dict[str, dict[str, str]] = {}
        self._tokens: dict[str, tuple[float, Mapping[str, Any], Any]] = {}

    @contextmanager
    def installed(self) -> Iterator[StrictAws]:
        """While this lasts, every boto3 call of the process goes through here."""
        layer = self

        def make_api_call(client: BaseClient, operation: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
            return layer._call(client, operation, parameters)

        with patch.object(BaseClient, "_make_api_call", make_api_call):
            yield self

    def leave_unobserved(self, client: BaseClient) -> None:
        """This client's calls are neither recorded nor struck by faults."""
        self._unobserved.add(client)

    def inject(self, fault: Fault, at: str | int, *, nth: int = 1) -> Injected:
        """Let `fault` happen once: at the `nth` call of the operation `at`, or at call number `at` from now."""
        injected = Injected(fault, at, nth)
        self._injected.append(injected)
        return injected

    def calm(self) -> None:
        """Forget the faults that wait."""
        self._injected.clear()

    def clear(self) -> None:
        """Forget the calls so far, the faults that wait, the hooks, and DynamoDB's request tokens."""
        for forgotten in (self.calls, self._injected, self.before, self.after, self._tokens):
            forgotten.clear()

    @contextmanager
    def recording(self) -> Iterator[list[Call]]:
        """The calls made within the block; complete when the block ends."""
        seen: list[Call] = []
        start = len(self.calls)
        try:
            yield seen
        finally:
            seen.extend(self.calls[start:])

    def _call(self, client: BaseClient, operation: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        if client in self._unobserved:
            return self._effect(client, operation, parameters)
        call = Call(client.meta.service_model.service_name, operation, parameters)
        self.calls.append(call)
        for hook in tuple(self.before):
            hook(call)
        try:
            self._authorized(client, call)
            response = self._struck(self._fault_for(call), client, operation, parameters)
        except BaseException as raised:
            call.error = type(raised).__name__
            raise
        for hook in tuple(self.after):
            hook(call)
        return response

    def _authorized(self, client: BaseClient, call: Call) -> None:
        try:
            self.authorize(call.service, call.operation, call.parameters)
        except Refused as refused:
            raise aws_error(client, call.operation, refused.code, refused.message, status=403) from refused

    def _fault_for(self, call: Call) -> Fault | None:
        with self.lock:  # calls come from several threads where a large filing is written
            struck = [injected.fault for injected in self._injected if injected.strikes(call.name)]
        return struck[0] if struck else None

    def _struck(self, fault: Fault | None, client: BaseClient, operation: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """The call as `fault` lets it happen."""
        if operation == "TransactWriteItems":
            # botocore would make a token only below this layer, where a repeated call could not share it.
            parameters.setdefault("ClientRequestToken", str(uuid.uuid4()))
        if fault in _BEFORE:
            raise _BEFORE[fault](client, operation)
        if fault is Fault.UNPROCESSED:
            return self._half(client, operation, parameters)
        response = self._effect(client, operation, parameters)
        if fault in _AFTER:
            raise _AFTER[fault](client, operation)
        return self._effect(client, operation, parameters) if fault is Fault.REPEATED else response

    def _effect(self, client: BaseClient, operation: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """The call itself, one at a time, within AWS's limits."""
        service = client.meta.service_model.service_name
        with self.lock:
            try:
                _check_types(client, operation, parameters)
                check(service, operation, parameters, self._key_types)
            except Refused as refused:
                raise aws_error(client, operation, refused.code, refused.message) from refused
            if operation == "TransactWriteItems":
                return self._transact(client, operation, parameters)
            response = _real_call(client, operation, dict(parameters))  # botocore puts a stream in place of a body
            if (service, operation) == ("dynamodb", "CreateTable"):
                definitions = parameters["AttributeDefinitions"]
                self._key_types[parameters["TableName"]] = {
                    definition["AttributeName"]: definition["AttributeType"] for definition in definitions
                }
            return response

    def _transact(self, client: BaseClient, operation: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """Ten minutes long a token stands for one set of parameters, and is carried out once."""
        token = parameters.get("ClientRequestToken")
        if token is None:
            return _real_call(client, operation, parameters)
        now = time.time()
        done = self._tokens.get(token)
        if done is not None and now - done[0] < _TOKEN_SECONDS:
            if done[1] != parameters:
                message = "The request uses the same client token as a previous, but non-identical request"
                raise aws_error(client, operation, "IdempotentParameterMismatchException", message)
            return done[2]
        response = _real_call(client, operation, parameters)
        self._tokens[token] = (now, parameters, response)
        return response

    def _half(self, client: BaseClient, operation: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """A batch of which AWS does the first half (DynamoDB: of each table's part), and hands the rest back."""
        if operation == "SendMessageBatch":
            done, failed = _halves(parameters["Entries"])
            response = self._effect(client, operation, parameters | {"Entries": done}) if done else {}
            return response | {"Failed": [_failed(entry) for entry in failed]}
        if operation not in _HANDED_BACK:
            raise ValueError(f"{operation} is no batch, so no part of it can stay unprocessed")
        done, left = {}, {}
        for table, wanted in parameters["RequestItems"].items():
            done[table], left[table] = _halves(wanted)
        asked = {table: wanted for table, wanted in done.items() if _entries(wanted)}
        response = self._effect(client, operation, parameters | {"RequestItems": asked}) if asked else {"Responses": {}}
        return response | {_HANDED_BACK[operation]: left}


def _check_types(client: BaseClient, operation: str, parameters: Mapping[str, Any]) -> None:
    """Every part of a call of DynamoDB: the functions' client does not (`filings.aws.clients`), and moto takes all."""
    model = client.meta.service_model
    shape = model.operation_model(operation).input_shape
    if model.service_name != "dynamodb" or shape is None:
        return
    try:
        validate_parameters(parameters, shape)
    except ParamValidationError as error:
        raise Refused("SerializationException", str(error)) from error


_Failure = Callable[[BaseClient, str], BaseException]

_BEFORE: Mapping[Fault | None, _Failure] = {
    Fault.ERROR: server_error,
    Fault.THROTTLE: throttled,
    Fault.CRASH_BEFORE: lambda _, operation: Crash(f"before {operation}"),
}
_AFTER: Mapping[Fault | None, _Failure] = {
    Fault.ERROR_AFTER: server_error,
    Fault.CRASH_AFTER: lambda _, operation: Crash(f"after {operation}"),
    Fault.LOST_RESPONSE: lambda client, _: lost_response(client),
}
_HANDED_BACK = {"BatchWriteItem": "UnprocessedItems", "BatchGetItem": "UnprocessedKeys"}


def _entries(wanted: Any) -> list[Any]:  # noqa: ANN401 - a list of writes, or a map with a list of keys
    entries: list[Any] = wanted if isinstance(wanted, list) else wanted["Keys"]
    return entries


def _halves(wanted: Any) -> tuple[Any, Any]:  # noqa: ANN401 - as above
    if isinstance(wanted, list):
        return wanted[: len(wanted) // 2], wanted[len(wanted) // 2 :]
    keys = wanted["Keys"]
    return wanted | {"Keys": keys[: len(keys) // 2]}, wanted | {"Keys": keys[len(keys) // 2 :]}


def _failed(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"Id": entry["Id"], "SenderFault": False, "Code": "InternalError", "Message": "We encountered an error"}
