"""What the template says of the functions: their settings, what invokes them, and what their roles may do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from local.intrinsics import TemplateError
from local.naming import StackNames

__all__ = [
    "EventSource",
    "Function",
    "Schedule",
    "event_sources",
    "functions",
    "load_handler",
    "role_statements",
    "schedules",
]


@dataclass(frozen=True)
class Function:
    """One Lambda function; `timeout` in seconds, `memory` in MB."""

    logical_id: str
    name: str
    arn: str
    code: Path
    """The folder of its code, on this machine."""
    handler: str
    """`module.function` within that folder."""
    runtime: str
    timeout: int
    memory: int
    environment: Mapping[str, str]


@dataclass(frozen=True)
class EventSource:
    """One event source mapping: a queue, and the function that its messages are handed to."""

    function: str
    """The function's logical id."""
    queue: str
    """The queue's logical id."""
    queue_arn: str
    batch_size: int
    report_batch_item_failures: bool
    maximum_concurrency: int | None


@dataclass(frozen=True)
class Schedule:
    """A function that runs by the clock; `event` is what it is invoked with."""

    function: str
    expression: str
    event: Mapping[str, Any]


def functions(names: StackNames) -> dict[str, Function]:
    """Every function of the template by logical id, its environment resolved."""
    return {logical_id: _function(names, logical_id) for logical_id in _of_type(names, "AWS::Lambda::Function")}


def _function(names: StackNames, logical_id: str) -> Function:
    properties = _resolved(names, logical_id)
    variables = properties.get("Environment", {}).get("Variables", {})
    return Function(
        logical_id=logical_id,
        name=names.name(logical_id),
        arn=names.attribute(logical_id, "Arn"),
        code=names.template.code[logical_id],
        handler=properties["Handler"],
        runtime=properties["Runtime"],
        timeout=int(properties.get("Timeout", 3)),
        memory=int(properties.get("MemorySize", 128)),
        environment={name: str(value) for name, value in variables.items()},
    )


def load_handler(function: Function) -> Any:  # noqa: ANN401 - a callable, see `poller.Handler`
    """The function's handler, loaded as Lambda does at a cold start: by its file, its module's state fresh."""
    module_name, handler_name = function.handler.rsplit(".", 1)
    spec = spec_from_file_location(module_name, function.code / f"{module_name}.py")
    if spec is None or spec.loader is None:
        raise TemplateError(f"there is no module {module_name} in {function.code}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, handler_name)


def event_sources(names: StackNames) -> list[EventSource]:
    """Every SQS event source mapping; raises `TemplateError` for settings that `poller` does not follow."""
    return [_event_source(names, logical_id) for logical_id in _of_type(names, "AWS::Lambda::EventSourceMapping")]


_EVENT_SOURCE_PROPERTIES = {
    "BatchSize",
    "EventSourceArn",
    "FunctionName",
    "FunctionResponseTypes",
    "MaximumBatchingWindowInSeconds",  # only how long Lambda waits for more; here whatever is there is taken
    "ScalingConfig",
}


def _event_source(names: StackNames, logical_id: str) -> EventSource:
    properties = _resolved(names, logical_id)
    unknown = sorted(properties.keys() - _EVENT_SOURCE_PROPERTIES)
    if unknown or ":sqs:" not in properties["EventSourceArn"]:
        raise TemplateError(f"the local poller cannot follow {logical_id}: {', '.join(unknown) or 'not a queue'}")
    concurrency = properties.get("ScalingConfig", {}).get("MaximumConcurrency")
    return EventSource(
        function=_function_called(names, properties["FunctionName"]),
        queue=_queue_of(names, properties["EventSourceArn"]),
        queue_arn=properties["EventSourceArn"],
        batch_size=int(properties.get("BatchSize", 10)),
        report_batch_item_failures="ReportBatchItemFailures" in properties.get("FunctionResponseTypes", []),
        maximum_concurrency=None if concurrency is None else int(concurrency),
    )


def _queue_of(names: StackNames, arn: str) -> str:
    for logical_id in _of_type(names, "AWS::SQS::Queue"):
        if names.attribute(logical_id, "Arn") == arn:
            return logical_id
    raise TemplateError(f"the queue {arn} is not in the template")


def schedules(names: StackNames) -> list[Schedule]:
    """Every scheduled invocation, in the template's order."""
    found = []
    for logical_id in _of_type(names, "AWS::Events::Rule"):
        properties = _resolved(names, logical_id)
        if "ScheduleExpression" not in properties:
            raise TemplateError(f"the local cloud cannot follow {logical_id}: a rule without a schedule")
        scheduled = _scheduled_event(names.attribute(logical_id, "Arn"))
        for target in properties["Targets"]:
            function = _function_called(names, target["Arn"])
            event = json.loads(target["Input"]) if "Input" in target else scheduled
            found.append(Schedule(function, properties["ScheduleExpression"], event))
    return found


def _scheduled_event(rule_arn: str) -> dict[str, Any]:
    """EventBridge's scheduled event, from the EventBridge user guide ("AWS service event: Scheduled Event")."""
    return {
        "version": "0",
        "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": rule_arn.split(":")[4],
        "time": "2026-01-02T03:04:00Z",
        "region": rule_arn.split(":")[3],
        "resources": [rule_arn],
        "detail": {},
    }


def role_statements(names: StackNames, function: str) -> list[dict[str, Any]]:
    """The policy statements of a function's role, resolved, in order; managed policies are not looked into."""
    role_arn = _resolved(names, function)["Role"]
    for logical_id in _of_type(names, "AWS::IAM::Role"):
        if names.attribute(logical_id, "Arn") == role_arn:
            policies = _resolved(names, logical_id).get("Policies", [])
            return [statement for policy in policies for statement in policy["PolicyDocument"]["Statement"]]
    raise TemplateError(f"the role of {function} is not in the template")


def _of_type(names: StackNames, resource_type: str) -> list[str]:
    return [logical_id for logical_id, found in names.template.resources.items() if found.type == resource_type]


def _resolved(names: StackNames, logical_id: str) -> dict[str, Any]:
    resolved: dict[str, Any] = names.resolver.resolve(names.template.resources[logical_id].properties)
    return resolved


def _function_called(names: StackNames, name_or_arn: str) -> str:
    """The logical id of the function that a mapping or a rule refers to."""
    name = name_or_arn.rsplit(":", 1)[-1]
    for logical_id in _of_type(names, "AWS::Lambda::Function"):
        if names.name(logical_id) == name:
            return logical_id
    raise TemplateError(f"there is no function {name_or_arn}")
