"""A real Lambda runtime around the real handler: a process of its own, which can die.

It is AWS's runtime interface emulator, which comes in the wheel of aws-sam-cli (`make .venv-sam`), and AWS's runtime
interface client. The emulator ends a runtime whose time is over, and starts another after one that died. The AWS
that the handler calls is the test's own, served over HTTP: what a dead process left is still there.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

from local.strict import StrictAws

ROOT = Path(__file__).parents[2]
MACHINE = {"x86_64": "x86_64", "aarch64": "arm64"}.get(platform.machine(), "")
_PATIENCE = 20  # seconds until the emulator listens


def emulator() -> Path | None:
    """The emulator's program, where `make .venv-sam` was made on a Linux that it is for."""
    found = ROOT.glob(f".venv-sam/lib/python3*/site-packages/samcli/local/rapid/aws-lambda-rie-{MACHINE}")
    return next(found, None) if sys.platform == "linux" and MACHINE else None


class Died(Exception):
    """The invocation ended without an answer of the handler: its process died, or its time was over."""


@dataclass
class LambdaRuntime:
    """A running emulator. `invoke` is a handler for the poller."""

    port: int
    pids: Path

    def invoke(self, event: Mapping[str, Any], context: object = None) -> Any:
        """The handler's answer. Raises Died, also for what the handler raised."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
            connection.request("POST", "/2015-03-31/functions/function/invocations", json.dumps(event).encode())
            response = connection.getresponse()
            text = response.read().decode()
        if response.status != 200:
            raise Died(str(response.status))
        try:
            answer = json.loads(text)
        except ValueError as error:  # "… Task timed out after 1.00 seconds"
            raise Died(text) from error
        if isinstance(answer, dict) and "errorType" in answer:
            raise Died(answer["errorType"])
        return answer

    def kill(self) -> None:
        """SIGKILL: no handler of the process sees it."""
        os.kill(self.processes()[-1], signal.SIGKILL)

    def allow_memory(self, more: int) -> None:
        """From now on the process may have `more` bytes than it has: what it asks for beyond is refused."""
        pid = self.processes()[-1]
        resource.prlimit(pid, resource.RLIMIT_AS, (_pages(pid, 0) + more,) * 2)

    def kill_when_larger(self, more: int) -> None:
        """When the process has `more` bytes than now, it is killed, as Lambda does it."""
        pid = self.processes()[-1]
        limit = _pages(pid, 1) + more

        def watch() -> None:
            with suppress(OSError):  # it died by itself
                while _pages(pid, 1) <= limit:
                    time.sleep(0.001)
                os.kill(pid, signal.SIGKILL)

        threading.Thread(target=watch, daemon=True).start()

    def processes(self) -> list[int]:
        """The ids of the runtimes so far, the newest last."""
        return [int(line) for line in self.pids.read_text().split()]


def _pages(pid: int, column: int) -> int:
    """Bytes that a process has: column 0 of statm is its address space, 1 what of it is in memory."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[column]) * resource.getpagesize()


@contextmanager
def lambda_runtime(environment: Mapping[str, str], directory: Path, *, timeout: int = 120) -> Iterator[LambdaRuntime]:
    """While this lasts, ProcessFiling can be invoked. `directory` gets its log, `log`, and its processes' ids."""
    port, api = _free_port(), _free_port()
    pids, log = directory / "pids", directory / "log"
    command = f'echo $$ >> "{pids}"; exec "{sys.executable}" -m awslambdaric app.lambda_handler'
    listen = ["--runtime-interface-emulator-address", f"127.0.0.1:{port}", "--runtime-api-address", f"127.0.0.1:{api}"]
    settings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "shared"),
        "LAMBDA_TASK_ROOT": str(ROOT / "functions/process_filing"),
        "AWS_LAMBDA_FUNCTION_TIMEOUT": str(timeout),
    }
    with log.open("ab") as output:
        process = subprocess.Popen(
            [str(emulator()), *listen, "sh", "-c", command],
            env={**environment, **settings},
            cwd=settings["LAMBDA_TASK_ROOT"],
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait_for(port)
        yield LambdaRuntime(port, pids)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@dataclass
class ServedAws:
    """The AWS of this process over HTTP. Each request has a number, from 1; `before` and `after` are told it."""

    url: str = ""
    requests: list[str] = field(default_factory=list)
    before: Callable[[int], bool] = lambda number: False
    """Whether the request is lost on its way, and has no effect."""
    after: Callable[[int], object] = lambda number: None


@contextmanager
def served(aws: StrictAws) -> Iterator[ServedAws]:
    """While this lasts, other processes find the AWS of this one at `url`."""
    state = ServedAws()
    application = DomainDispatcherApplication(create_backend_app)

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with aws.lock:
            state.requests.append(_operation(environ))
            number = len(state.requests)
            if state.before(number):
                start_response("503 Service Unavailable", [])
                return []
            body = list(application(environ, start_response))
            state.after(number)
            return body

    server = make_server("127.0.0.1", 0, answer, threaded=True, request_handler=_Quiet)
    state.url = f"http://127.0.0.1:{server.port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Nothing: a caller that was killed is no error here."""


def _operation(environ: Mapping[str, Any]) -> str:
    target: str = environ.get("HTTP_X_AMZ_TARGET", "")
    return target.partition(".")[2] or environ["REQUEST_METHOD"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError("the emulator does not listen")
