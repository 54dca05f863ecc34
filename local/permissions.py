"""The roles of the functions, kept: AWS refuses a call that a function's role does not allow, and moto never would.

So every test and the demo run under the policies of template.yaml. Actions and resources are compared; conditions are
not (they narrow further, and what they say is tested by itself). What AWS asks for a call is in the Service
Authorization Reference: https://docs.aws.amazon.com/service-authorization/latest/reference/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from typing import Any, Final

from local.functions import role_statements
from local.limits import Refused
from local.naming import StackNames

__all__ = ["Permissions", "allowed_pairs", "arns", "needed"]

_DENIED: Final = {"dynamodb": "AccessDeniedException", "sns": "AuthorizationError"}


def arns(names: StackNames) -> dict[str, str]:
    """What calls name tables and queues by, to their ARNs."""
    return {
        names.attribute(logical_id, ""): names.attribute(logical_id, "Arn")
        for logical_id, resource in names.template.resources.items()
        if resource.type in ("AWS::DynamoDB::Table", "AWS::SQS::Queue")
    }


def needed(
    arns: Mapping[str, str], service: str, operation: str, given: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """The (action, resource ARN) pairs that AWS checks for a call. Raises `LookupError` for one not known here."""
    match service, operation:
        case "s3", "ListObjectVersions":
            yield "s3:ListBucketVersions", f"arn:aws:s3:::{given['Bucket']}"
        case "s3", "GetObject" | "PutObject":
            action = "GetObjectVersion" if "VersionId" in given else operation
            yield f"s3:{action}", f"arn:aws:s3:::{given['Bucket']}/{given['Key']}"
        case "sns", "Publish":
            yield "sns:Publish", given["TopicArn"]
        case "sqs", _:
            yield f"sqs:{operation.removesuffix('Batch')}", arns[given["QueueUrl"]]
        case "dynamodb", _:
            yield from ((f"dynamodb:{action}", arn) for action, arn in _on_tables(arns, operation, given))
        case _:
            raise LookupError(f"which permission {service} {operation} needs is not known here")


def _on_tables(arns: Mapping[str, str], operation: str, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A transaction needs what its parts need by themselves: PutItem, UpdateItem, DeleteItem, ConditionCheckItem."""
    if operation == "TransactWriteItems":
        for action in given["TransactItems"]:
            ((kind, body),) = action.items()
            yield f"{kind}Item", arns[body["TableName"]]
    elif "RequestItems" in given:
        yield from ((operation, arns[table]) for table in given["RequestItems"])
    else:
        index = f"/index/{given['IndexName']}" if "IndexName" in given else ""
        yield operation, arns[given["TableName"]] + index


def allowed_pairs(names: StackNames, function: str) -> set[tuple[str, str]]:
    """What the function's role allows: (action, resource pattern)."""
    return {
        (action, resource)
        for statement in role_statements(names, function)
        if statement["Effect"] == "Allow"
        for action in _listed(statement["Action"])
        for resource in _listed(statement["Resource"])
    }


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


class Permissions:
    """Which functions run at the moment, and what their roles allow."""

    def __init__(self, names: StackNames) -> None:
        self._names, self._arns = names, arns(names)
        self._running: Counter[str] = Counter()
        self._allowed: dict[str, set[tuple[str, str]]] = {}

    @contextmanager
    def of(self, function: str) -> Iterator[None]:
        """While this lasts, observed calls are the function's. Where several run at once, any of theirs."""
        self._allowed.setdefault(function, allowed_pairs(self._names, function))
        self._running[function] += 1
        try:
            yield
        finally:
            self._running[function] -= 1

    def check(self, service: str, operation: str, parameters: Mapping[str, Any]) -> None:
        """Raises `Refused` for a call that no running function may make; nobody's calls are a test's own."""
        allowed = set[tuple[str, str]]().union(*(self._allowed[name] for name in +self._running))
        if not allowed:
            return
        for action, arn in needed(self._arns, service, operation, parameters):
            if not any(action == granted and fnmatchcase(arn, pattern) for granted, pattern in allowed):
                message = f"User is not authorized to perform: {action} on resource: {arn}"
                raise Refused(_DENIED.get(service, "AccessDenied"), message)
