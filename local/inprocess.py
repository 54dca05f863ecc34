"""moto in this process: no server, no network, nothing left when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from moto import mock_aws
from moto.core.models import MockAWS

from local.notifications import S3Notifier, real_notifications
from local.session import session

__all__ = ["moto_in_process"]


@contextmanager
def moto_in_process() -> Iterator[S3Notifier]:
    """While this lasts, AWS is moto, empty at first, for every boto3 client of the process.

    Raises `RuntimeError` where one lasts already: both would share their resources.
    """
    if MockAWS._mocks_active:
        raise RuntimeError("a local cloud is open in this process already; close it first")
    # Functions make a session of their own, which would cost 50 ms and the loading of each service's model.
    with (
        mock_aws(),
        patch("boto3.DEFAULT_SESSION", session()),
        patch("boto3.Session", lambda **_: session()),
        real_notifications() as notifier,
    ):
        yield notifier
