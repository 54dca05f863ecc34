"""moto as a server on this machine, which containers can reach too. Nobody else can.

It listens on 127.0.0.1 and, on Linux, on Docker's bridge; on a Mac `host.docker.internal` leads to
127.0.0.1 anyway. Its buckets send S3's real events (`notifications`). Started and stopped by `server_command`.
"""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from ipaddress import ip_network
from typing import Any, Final

from moto.core.base_backend import BackendDict
from moto.core.model_instances import reset_model_data
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from local.notifications import real_notifications

__all__ = ["LOOPBACK", "addresses", "moto_server"]

LOOPBACK: Final = "127.0.0.1"
_BRIDGE = ["docker", "network", "inspect", "bridge", "--format", "{{json .IPAM.Config}}"]

_Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class _Quiet(WSGIRequestHandler):
    """No line for each request: a filing's name is in its URL."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        return


def _one_at_a_time(application: _Application) -> _Application:
    """moto's conditional writes are not atomic under threads; see `strict`."""
    lock = threading.Lock()

    def locked(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401 - WSGI's
        with lock:
            return list(application(environ, start_response))

    return locked


def addresses() -> list[str]:
    """Where to listen: this machine, and Docker's bridge if there is one here."""
    try:
        asked = subprocess.run(_BRIDGE, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return [LOOPBACK]  # no Docker: nothing but this machine's processes will call
    networks = json.loads(asked.stdout) if asked.returncode == 0 else []
    return [LOOPBACK, *filter(_can_bind, map(_gateway, networks or []))]


def _gateway(network: dict[str, str]) -> str:
    """The bridge's own address; a bridge that was never used does not tell it, and has the first of its subnet."""
    return network.get("Gateway") or str(next(ip_network(network["Subnet"]).hosts()))


def _can_bind(address: str) -> bool:
    """On a Mac the bridge lies inside Docker's own machine, and is no address of this one."""
    with socket.socket() as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True


@contextmanager
def moto_server(port: int = 0) -> Iterator[str]:
    """While this lasts, AWS is at the URL that it yields, empty at first. Port 0 takes a free one."""
    # moto's server finds out which service is meant from the request's signature.
    application = _one_at_a_time(DomainDispatcherApplication(create_backend_app))
    _forget_everything()
    with ExitStack() as running, real_notifications():
        first = running.enter_context(_listening(LOOPBACK, port, application))
        for address in addresses()[1:]:
            running.enter_context(_listening(address, first.port, application))
        yield f"http://{LOOPBACK}:{first.port}"


def _forget_everything() -> None:
    """moto keeps what it stores in its modules: a server before this one has left it there."""
    BackendDict.reset()
    reset_model_data()


@contextmanager
def _listening(address: str, port: int, application: _Application) -> Iterator[BaseWSGIServer]:
    server = make_server(address, port, application, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
