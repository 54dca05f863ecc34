"""The AWS of your machine: every resource of template.yaml, in moto, in this process or in a server.

    with LocalCloud.from_template() as cloud:
        events = cloud.subscribe_queue("FilingEventsTopic", {"form": ["8-K"]})
        cloud.upload("in/some-8-k.txt", body)
        report = cloud.drain({"ProcessFiling": lambda_handler})
        messages = cloud.received(events)

The tests, the demo and `make sam-local` all stand on it. Resources are made by `create`, events by
`notifications`, invocations follow `poller`, and `aws` is the strict layer where calls are seen and faults
are injected. With `endpoint_url` the resources are made in a moto server that runs already (`server`), which
then makes the events.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, overload
from unittest.mock import patch

from local.create import create_resources
from local.events import ObjectVersion, s3_event
from local.functions import (
    EventSource,
    Function,
    Schedule,
    event_sources,
    functions,
    load_handler,
    role_statements,
    schedules,
)
from local.inprocess import moto_in_process
from local.intrinsics import TemplateError
from local.naming import STACK, StackNames
from local.notifications import S3Notifier
from local.permissions import Permissions
from local.poller import Handler, Invocation, Report, invoke, poll
from local.session import ENVIRONMENT, REGION, client, session
from local.strict import StrictAws
from local.subscriber import Message, Subscribers
from local.template import TEMPLATE, load_template

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_s3 import S3Client
    from types_boto3_sns import SNSClient
    from types_boto3_sqs import SQSClient

__all__ = ["LocalCloud"]


class LocalCloud:
    """The resources of one template. Make it with `from_template`, and close it, or use it in a `with`."""

    def __init__(self, names: StackNames, endpoint_url: str | None) -> None:
        self.names = names
        self.endpoint_url = endpoint_url
        self.aws = StrictAws()
        self.functions: dict[str, Function] = functions(names)
        self.event_sources: list[EventSource] = event_sources(names)
        self.schedules: list[Schedule] = schedules(names)
        self.resources: tuple[str, ...] = ()
        """The logical ids of what was created."""
        self._permissions = Permissions(names)
        self.aws.authorize = self._permissions.check
        self._notifier: S3Notifier | None = None
        self._open = ExitStack()
        self._subscribers = Subscribers(self.client)

    @classmethod
    def from_template(
        cls,
        path: Path = TEMPLATE,
        *,
        parameters: Mapping[str, str] | None = None,
        endpoint_url: str | None = None,
        stack: str = STACK,
    ) -> Self:
        """Create every resource of the template at `path`, with `parameters` over its defaults.

        Without `endpoint_url` in this process, which then has no other AWS until `close`. Raises `TemplateError`
        for a resource, a property or a function of the template that is not known here.
        """
        queue_endpoint = endpoint_url or f"https://sqs.{REGION}.amazonaws.com"
        cloud = cls(StackNames(load_template(path, parameters), queue_endpoint, stack), endpoint_url)
        try:
            cloud._start(create=True)
        except BaseException:
            cloud.close()
            raise
        return cloud

    @classmethod
    def attach(cls, endpoint_url: str, path: Path = TEMPLATE, *, stack: str = STACK) -> Self:
        """The cloud that exists in the server at `endpoint_url` already; nothing is created."""
        cloud = cls(StackNames(load_template(path), endpoint_url, stack), endpoint_url)
        cloud._start(create=False)
        return cloud

    def _start(self, *, create: bool) -> None:
        if self.endpoint_url is None:
            self._notifier = self._open.enter_context(moto_in_process())
        self._open.enter_context(self.aws.installed())
        if create:
            self.resources = create_resources(self.names, self._client)

    def close(self) -> None:
        """Let go of the process's AWS. In a server the resources stay."""
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---------------------------------------------------------------- names

    def name(self, logical_id: str) -> str:
        """The physical name of a resource: a bucket's, a table's, a queue's …"""
        return self.names.name(logical_id)

    def ref(self, logical_id: str) -> str:
        """What `Ref` gives: a bucket's or table's name, a queue's URL, a topic's ARN."""
        return self.names.attribute(logical_id, "")

    def arn(self, logical_id: str) -> str:
        """The ARN of a resource."""
        return self.names.attribute(logical_id, "TopicArn" if self._is_topic(logical_id) else "Arn")

    def _is_topic(self, logical_id: str) -> bool:
        return self.names.template.resources[logical_id].type == "AWS::SNS::Topic"

    def outputs(self) -> dict[str, str]:
        """The template's `Outputs`, resolved: what `sam deploy` prints at its end."""
        outputs = self.names.template.outputs.items()
        return {name: str(self.names.resolver.resolve(output["Value"])) for name, output in outputs}

    def environment(self, function: str) -> dict[str, str]:
        """All that the function finds in its environment: the template's variables, and what Lambda sets."""
        settings = self.functions[function]
        variables = ENVIRONMENT | dict(settings.environment) | {"AWS_LAMBDA_FUNCTION_NAME": settings.name}
        if self.endpoint_url is not None and "AWS_ENDPOINT_URL" in variables:
            variables["AWS_ENDPOINT_URL"] = self.endpoint_url
        return variables

    def role_statements(self, function: str) -> list[dict[str, Any]]:
        """The policy statements of the function's role."""
        return role_statements(self.names, function)

    # ---------------------------------------------------------------- clients

    @overload
    def client(self, service: Literal["s3"], *, observed: bool = ...) -> S3Client: ...
    @overload
    def client(self, service: Literal["sqs"], *, observed: bool = ...) -> SQSClient: ...
    @overload
    def client(self, service: Literal["sns"], *, observed: bool = ...) -> SNSClient: ...
    @overload
    def client(self, service: Literal["dynamodb"], *, observed: bool = ...) -> DynamoDBClient: ...
    @overload
    def client(self, service: str, *, observed: bool = ...) -> Any: ...  # noqa: ANN401
    def client(self, service: str, *, observed: bool = False) -> Any:
        """A boto3 client. `observed`: `aws` records its calls and strikes them with faults, as it does a function's."""
        if observed:
            return session().client(service, endpoint_url=self.endpoint_url)  # type: ignore[call-overload]
        return self._client(service)

    def _client(self, service: str) -> Any:  # noqa: ANN401 - the type depends on the service's name
        made = client(service, self.endpoint_url)
        self.aws.leave_unobserved(made)
        return made

    # ---------------------------------------------------------------- uploads and events

    def upload(self, key: str, body: bytes | str, *, bucket: str = "InboxBucket", notify: bool = True) -> ObjectVersion:
        """Put an object; the bucket then notifies. `bucket` is a logical id, `notify=False` loses the event."""
        name = self.name(bucket)
        content = body.encode() if isinstance(body, str) else body
        with nullcontext() if notify else self._muted():
            answer = self.client("s3").put_object(Bucket=name, Key=key, Body=content)
        version_id = answer.get("VersionId")
        sent = None if self._notifier is None else self._notifier.sent.get((name, key, version_id))
        e_tag = answer["ETag"].strip('"')
        return sent or ObjectVersion(name, key, version_id=version_id, e_tag=e_tag, size=len(content))

    def _muted(self) -> AbstractContextManager[None]:
        if self._notifier is None:
            raise ValueError("a server's bucket cannot be kept from notifying")
        return self._notifier.muted()

    def send(self, *versions: ObjectVersion, queue: str = "InboxQueue") -> None:
        """Send each version's event to the queue, a message each: once more, out of order, or never sent so far."""
        for version in versions:
            self.send_message(s3_event(version), queue=queue)

    def send_message(self, body: Mapping[str, Any] | str, *, queue: str = "InboxQueue") -> None:
        """Send any message to the queue."""
        self._subscribers.send(self.ref(queue), body)

    # ---------------------------------------------------------------- invocations

    def handler(self, function: str) -> Handler:
        """The handler that the template names, loaded from its file anew, as at a cold start."""
        handler: Handler = load_handler(self.functions[function])
        return handler

    def invoke(self, function: str, handler: Handler, event: Mapping[str, Any] | None = None) -> Invocation:
        """Run a function's handler once, in its environment and role, its timeout and memory in the context."""
        with patch.dict(os.environ, self.environment(function)), self._permissions.of(function):
            return invoke(self.functions[function], handler, event or {})

    def drain(self, handlers: Mapping[str, Handler], *, batches: int | None = None) -> Report:
        """Follow the event source mappings of the functions in `handlers` until their queues are empty.

        `batches`: hand over that many from each queue at most. What fails is given again until SQS moves it to the
        dead-letter queue, all at once. `handlers` has the functions' logical ids; raises `TemplateError` for one that
        no queue feeds.
        """
        report = Report()
        for name, handler in handlers.items():
            sources = [source for source in self.event_sources if source.function == name]
            if not sources:
                raise TemplateError(f"no queue feeds {name}")
            with patch.dict(os.environ, self.environment(name)), self._permissions.of(name):
                for source in sources:
                    url = self.ref(source.queue)
                    polled = poll(self.client("sqs"), url, source, self.functions[name], handler)
                    report.invocations += islice(polled, batches)
        return report

    def run_schedules(self, handlers: Mapping[str, Handler]) -> Report:
        """Run each scheduled function of `handlers` once, as if its time had come."""
        due = [schedule for schedule in self.schedules if schedule.function in handlers]
        return Report([self.invoke(schedule.function, handlers[schedule.function], schedule.event) for schedule in due])

    # ---------------------------------------------------------------- queues and subscribers

    def subscribe_queue(
        self,
        topic: str,
        filter_policy: Mapping[str, Any] | None = None,
        *,
        scope: Literal["MessageAttributes", "MessageBody"] = "MessageAttributes",
        raw: bool = True,
    ) -> str:
        """A new queue subscribed to the topic (a logical id); its name is for `received`.

        `raw`: the message alone, its attributes as SQS attributes; else SNS's envelope, which has the subject.
        """
        return self._subscribers.subscribe(self.ref(topic), filter_policy, scope=scope, raw=raw)

    def received(self, queue: str) -> list[Message]:
        """All that the queue (of `subscribe_queue`, or a logical id) has been sent so far, in the order of arrival."""
        is_resource = queue in self.names.template.resources
        return self._subscribers.received(self.name(queue) if is_resource else queue)

    def purge(self, queue: str) -> None:
        """Empty a queue (a logical id): for one, of the test event that S3 sends when notifications are set."""
        self.client("sqs").purge_queue(QueueUrl=self.ref(queue))

    def waiting(self, queue: str) -> int:
        """How many messages the queue (a logical id) holds, hidden ones included."""
        names: Sequence[Any] = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        answer = self.client("sqs").get_queue_attributes(QueueUrl=self.ref(queue), AttributeNames=names)
        return sum(int(answer["Attributes"][name]) for name in names)
