"""The one boto3 session of the local cloud, with credentials that open nothing.

Making a session costs some 50 ms and a client of it 3 ms, so there is one for the whole process. It is made
after moto is imported: moto hooks itself into the sessions made later. The region and the keys are set
here, so that nobody needs an AWS profile, and no real account can be reached by mistake.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import boto3
from moto.core.models import DEFAULT_ACCOUNT_ID as ACCOUNT  # importing moto is what hooks it in

__all__ = ["ACCOUNT", "ENVIRONMENT", "REGION", "client", "session"]

REGION: Final = "us-east-1"
_KEY, _SECRET = "local", "local"  # pragma: allowlist secret - moto asks for any

# What Lambda itself sets for every function, and what stands in for a role's credentials.
ENVIRONMENT: Final[dict[str, str]] = {
    "AWS_ACCESS_KEY_ID": _KEY,
    "AWS_SECRET_ACCESS_KEY": _SECRET,
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
}


@cache
def client(service: str, endpoint_url: str | None) -> Any:  # noqa: ANN401 - the type depends on the service's name
    """A client of the session, one for each service and endpoint; it holds no state, and costs 5 ms."""
    return session().client(service, endpoint_url=endpoint_url)  # type: ignore[call-overload]


@cache
def session() -> boto3.Session:
    """The process's session; its clients speak to moto while a mock runs, or to the endpoint they are given."""
    return boto3.Session(aws_access_key_id=_KEY, aws_secret_access_key=_SECRET, region_name=REGION)
