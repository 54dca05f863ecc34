"""What can go wrong with one AWS call, for the tests that nothing is lost. `strict` makes it happen.

    cloud.aws.inject(Fault.LOST_RESPONSE, at="sns.Publish")        the first Publish from now on
    cloud.aws.inject(Fault.THROTTLE, at="sns.Publish", nth=2)      the second
    cloud.aws.inject(Fault.CRASH_AFTER, at=3)                      the third call from now on, whatever it is

A fault happens once. boto3's own retries lie below this and are not seen: an error here is one that outlived
them, and `REPEATED` is what they do to a call whose response was lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from botocore.client import BaseClient
from botocore.exceptions import ClientError, ReadTimeoutError

__all__ = ["Crash", "Fault", "Injected", "aws_error", "lost_response", "server_error", "throttled"]


class Crash(BaseException):
    """The process ended here: out of memory, out of time, killed. No `except Exception` sees it, as in Lambda."""


class Fault(Enum):
    """What happens to the call."""

    ERROR = "AWS answers 500; the call had no effect"
    ERROR_AFTER = "AWS answers 500; the call had its effect"
    THROTTLE = "AWS answers that it is too busy; the call had no effect"
    CRASH_BEFORE = "the process ends before the call"
    CRASH_AFTER = "the process ends after the call had its effect"
    LOST_RESPONSE = "the call had its effect, and the answer never comes"
    REPEATED = "the call has its effect twice: the SDK tried again after a lost answer"
    UNPROCESSED = "a batch is done in part: the other half comes back as unprocessed, or failed"


@dataclass
class Injected:
    """A fault waiting for its call. `at`: an operation as `sns.Publish`, or a call's number from here on."""

    fault: Fault
    at: str | int
    nth: int = 1
    happened: bool = False
    _seen: int = 0

    def strikes(self, name: str) -> bool:
        """Whether this call, of the operation `name`, is the one. Each call is to be asked once."""
        if self.happened or (isinstance(self.at, str) and name != self.at):
            return False
        self._seen += 1
        self.happened = self._seen == (self.at if isinstance(self.at, int) else self.nth)
        return self.happened


_THROTTLED: Final = {"s3": "SlowDown", "dynamodb": "ThrottlingException", "sns": "Throttled", "sqs": "RequestThrottled"}
_FAILED: Final = {"s3": "InternalError", "dynamodb": "InternalServerError", "sns": "InternalError"}


def aws_error(client: BaseClient, operation: str, code: str, message: str, *, status: int = 400) -> ClientError:
    """The error that `client` raises for `code`: the service's own exception class where it has one."""
    response: Any = {
        "Error": {"Code": code, "Message": message},
        "ResponseMetadata": {"HTTPStatusCode": status, "RequestId": "LOCAL", "RetryAttempts": 0},
    }
    error: ClientError = client.exceptions.from_code(code)(response, operation)  # type: ignore[operator]
    return error


def throttled(client: BaseClient, operation: str) -> ClientError:
    """Too busy, as the client's service says it."""
    service = client.meta.service_model.service_name
    return aws_error(client, operation, _THROTTLED.get(service, "ThrottlingException"), "Rate exceeded", status=503)


def server_error(client: BaseClient, operation: str) -> ClientError:
    """500, as the client's service says it."""
    service = client.meta.service_model.service_name
    return aws_error(client, operation, _FAILED.get(service, "InternalError"), "We encountered an error", status=500)


def lost_response(client: BaseClient) -> ReadTimeoutError:
    """What botocore raises when the connection stays silent."""
    return ReadTimeoutError(endpoint_url=client.meta.endpoint_url)
