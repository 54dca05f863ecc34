"""What the names in the template stand for once created: physical names, `Ref` values, `GetAtt` attributes.

Everything can be told before anything is created, because names and ARNs follow from the logical id. So
resources may refer to each other in circles, as S3 notifications, queues and policies do. What each type
returns is in the CloudFormation user guide, section "Return values" of the resource type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from local.intrinsics import Resolver, TemplateError
from local.session import ACCOUNT, REGION
from local.template import Template

__all__ = ["STACK", "StackNames"]

STACK: Final = "filings-local"

# The property that gives a resource its name; without it the stack makes one up.
_NAME_PROPERTY: Final[Mapping[str, str]] = {
    "AWS::S3::Bucket": "BucketName",
    "AWS::SQS::Queue": "QueueName",
    "AWS::SNS::Topic": "TopicName",
    "AWS::DynamoDB::Table": "TableName",
    "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::CloudWatch::Alarm": "AlarmName",
    "AWS::Lambda::Function": "FunctionName",
    "AWS::Lambda::LayerVersion": "LayerName",
    "AWS::IAM::Role": "RoleName",
    "AWS::Events::Rule": "Name",
}

_Attributes = Callable[[str, str], Mapping[str, str]]
"""Physical name and queue endpoint in, attributes out; the key "" is what `Ref` gives."""


def _arn(service: str, resource: str, *, region: str = REGION, account: str = ACCOUNT) -> str:
    return f"arn:aws:{service}:{region}:{account}:{resource}"


def _bucket(name: str, _: str) -> Mapping[str, str]:
    arn = _arn("s3", name, region="", account="")
    return {"": name, "Arn": arn, "DomainName": f"{name}.s3.amazonaws.com"}


def _queue(name: str, endpoint: str) -> Mapping[str, str]:
    return {"": f"{endpoint}/{ACCOUNT}/{name}", "Arn": _arn("sqs", name), "QueueName": name}


def _topic(name: str, _: str) -> Mapping[str, str]:
    return {"": _arn("sns", name), "TopicArn": _arn("sns", name), "TopicName": name}


def _named(service: str, prefix: str, suffix: str = "") -> _Attributes:
    """A resource whose `Ref` is its name and whose ARN ends in `prefix` and the name."""
    return lambda name, _: {"": name, "Arn": _arn(service, prefix + name + suffix)}


def _layer(name: str, _: str) -> Mapping[str, str]:
    arn = _arn("lambda", f"layer:{name}:1")
    return {"": arn, "LayerVersionArn": arn}


def _role(name: str, _: str) -> Mapping[str, str]:
    return {"": name, "Arn": _arn("iam", f"role/{name}", region=""), "RoleId": f"AROA{name.upper()[:17]}"}


_ATTRIBUTES: Final[Mapping[str, _Attributes]] = {
    "AWS::S3::Bucket": _bucket,
    "AWS::SQS::Queue": _queue,
    "AWS::SNS::Topic": _topic,
    "AWS::DynamoDB::Table": _named("dynamodb", "table/"),
    "AWS::Logs::LogGroup": _named("logs", "log-group:", ":*"),
    "AWS::CloudWatch::Alarm": _named("cloudwatch", "alarm:"),
    "AWS::Lambda::Function": _named("lambda", "function:"),
    "AWS::Lambda::LayerVersion": _layer,
    "AWS::IAM::Role": _role,
    "AWS::Events::Rule": _named("events", "rule/"),
}


@dataclass(frozen=True)
class StackNames:
    """The names of one stack made from `template`. `queue_endpoint` is the scheme and host of its queue URLs."""

    template: Template
    queue_endpoint: str = f"https://sqs.{REGION}.amazonaws.com"
    stack: str = STACK
    _resolving: set[str] = field(default_factory=set)

    @cached_property
    def resolver(self) -> Resolver:
        """Resolves values of this stack's template."""
        return Resolver(self, self.template.conditions, self.template.mappings)

    def ref(self, name: str) -> Any:  # noqa: ANN401 - see `intrinsics.Names`
        """The value of `Ref: name`: a pseudo parameter, a parameter or a resource."""
        if name in self._pseudo:
            return self._pseudo[name]
        if name in self.template.parameters:
            return self.template.parameters[name]
        return self.attribute(name, "")

    def attribute(self, logical_id: str, attribute: str) -> str:
        """The value of `GetAtt`; raises `TemplateError` for a resource or an attribute that is not known."""
        resource = self.template.resources.get(logical_id)
        if resource is None:
            raise TemplateError(f"the template has nothing named {logical_id}")
        attributes_of = _ATTRIBUTES.get(resource.type)
        if attributes_of is None:
            raise TemplateError(f"the local cloud does not know what {logical_id} ({resource.type}) refers to")
        attributes = attributes_of(self.name(logical_id), self.queue_endpoint)
        if attribute not in attributes:
            raise TemplateError(f"the local cloud does not know {attribute} of {logical_id} ({resource.type})")
        return attributes[attribute]

    def name(self, logical_id: str) -> str:
        """The physical name of a resource: as the template says, else `<stack>-<logical id>`."""
        resource = self.template.resources.get(logical_id)
        if resource is None:
            raise TemplateError(f"the template has nothing named {logical_id}")
        given = resource.properties.get(_NAME_PROPERTY.get(resource.type, ""))
        if given is not None:
            return self._resolve_name(logical_id, given)
        made_up = f"{self.stack}-{logical_id}"
        return made_up.lower() if resource.type == "AWS::S3::Bucket" else made_up

    def _resolve_name(self, logical_id: str, given: object) -> str:
        if logical_id in self._resolving:
            raise TemplateError(f"the name of {logical_id} refers to itself")
        self._resolving.add(logical_id)
        try:
            return str(self.resolver.resolve(given))
        finally:
            self._resolving.discard(logical_id)

    @cached_property
    def _pseudo(self) -> Mapping[str, str]:
        return {
            "AWS::AccountId": ACCOUNT,
            "AWS::Region": REGION,
            "AWS::Partition": "aws",
            "AWS::URLSuffix": "amazonaws.com",
            "AWS::StackName": self.stack,
            "AWS::StackId": _arn("cloudformation", f"stack/{self.stack}/local"),
        }
