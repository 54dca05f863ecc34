"""Creating what the template declares through the AWS API, one module a service.

CloudFormation does this on AWS. moto's own CloudFormation leaves out versioning, notifications, policies,
subscriptions, TTL and alarms without a word, so it is not used. A type or a property that is not known here
is an error: what the template says is either done, or in `Creator.left_out` with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from local.create import cloudwatch, dynamodb, logs, s3, sns, sqs
from local.create.creator import Clients, Creator, Properties
from local.intrinsics import TemplateError
from local.naming import StackNames
from local.template import Resource

__all__ = ["create_resources"]

_CREATORS: Final[Mapping[str, Creator]] = {
    "AWS::CloudWatch::Alarm": cloudwatch.ALARM,
    "AWS::DynamoDB::Table": dynamodb.TABLE,
    "AWS::Logs::LogGroup": logs.LOG_GROUP,
    "AWS::S3::Bucket": s3.BUCKET,
    "AWS::SNS::Subscription": sns.SUBSCRIPTION,
    "AWS::SNS::Topic": sns.TOPIC,
    "AWS::SNS::TopicPolicy": sns.TOPIC_POLICY,
    "AWS::SQS::Queue": sqs.QUEUE,
    "AWS::SQS::QueuePolicy": sqs.QUEUE_POLICY,
}

_NOT_CREATED: Final[Mapping[str, str]] = {
    "AWS::S3::BucketPolicy": "moto ignores a Deny's Condition: a policy that asks for TLS would forbid everything",
    "AWS::Lambda::Function": "handlers run here, or in `sam local invoke`; settings are read by `functions`",
    "AWS::Lambda::LayerVersion": "belongs to the functions",
    "AWS::Lambda::EventSourceMapping": "`poller` follows it",
    "AWS::Lambda::EventInvokeConfig": "no asynchronous invocation happens here",
    "AWS::Lambda::Permission": "who may invoke a function is not asked here",
    "AWS::Events::Rule": "schedules are run by `LocalCloud.run_schedules`",
    "AWS::IAM::Role": "moto checks actions against the resource `*` only; `permissions` keeps what roles say",
}


def create_resources(names: StackNames, clients: Clients) -> tuple[str, ...]:
    """Create every resource whose condition holds; the logical ids of those that now exist.

    First everything that can stand alone, then what needs the others (policies, redrive, subscriptions),
    and bucket notifications last. Raises `TemplateError` for what is not known.
    """
    wanted = [resource for resource in names.template.resources.values() if _holds(resource, names)]
    for resource in wanted:
        if resource.type not in _CREATORS and resource.type not in _NOT_CREATED:
            raise TemplateError(f"the local cloud cannot create {resource.logical_id}: {resource.type} is not known")
    created = [
        (_CREATORS[resource.type], _properties(resource, names)) for resource in wanted if resource.type in _CREATORS
    ]
    for stage in _STAGES:
        for creator, properties in created:
            stage(creator)(clients, properties)
    return tuple(properties.logical_id for _, properties in created)


_STAGES: Final[tuple[Callable[[Creator], Callable[[Clients, Properties], None]], ...]] = (
    lambda creator: creator.create,
    lambda creator: creator.connect,
    lambda creator: creator.notify,
)


def _holds(resource: Resource, names: StackNames) -> bool:
    return resource.condition is None or names.resolver.condition(resource.condition)


def _properties(resource: Resource, names: StackNames) -> Properties:
    creator = _CREATORS[resource.type]
    unknown = sorted(resource.properties.keys() - creator.properties - creator.left_out.keys())
    if unknown:
        raise TemplateError(
            f"the local cloud does not know {', '.join(unknown)} of {resource.logical_id} ({resource.type})"
        )
    values = names.resolver.resolve({k: v for k, v in resource.properties.items() if k in creator.properties})
    named = resource.type in ("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::SNS::Subscription")
    return Properties(resource.logical_id, "" if named else names.name(resource.logical_id), values)
