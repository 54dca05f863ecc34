"""`make local-up` and `make local-down`: the local AWS as a process of its own, and the file that says where it is.

    python -m local.server_command up|down|serve [--port PORT]

In .local-cloud/ (git-ignored) lie the process's id and its log, named for its port. What is stored in the cloud
is in the process's memory, and ends with it.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final

from rich.console import Console

from local.template import PROJECT

__all__ = ["PORT", "is_up", "start", "stop"]

PORT: Final = 5577  # events/env.local.json names it too
STATE: Final = PROJECT / ".local-cloud"
_UP_WITHIN = 30.0  # seconds

_started: dict[int, subprocess.Popen[bytes]] = {}  # by this process, which then has to wait for their end


def is_up(port: int = PORT) -> bool:
    """Whether a moto server answers on this machine's port."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/moto-api/", timeout=2) as answer:  # nosec B310  # always http
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def start(port: int = PORT) -> None:
    """Start the server in the background, with the template's resources. Raises `RuntimeError` with the log's end."""
    STATE.mkdir(exist_ok=True)
    log_file = _log(port)
    with log_file.open("wb") as log:
        command = [sys.executable, "-m", "local.server_command", "serve", "--port", str(port)]
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
    _pid(port).write_text(str(process.pid), encoding="ascii")
    _started[process.pid] = process
    give_up = time.monotonic() + _UP_WITHIN
    while time.monotonic() < give_up and process.poll() is None:
        if "ready" in log_file.read_text(encoding="utf-8"):
            return
        time.sleep(0.05)
    ends = log_file.read_text(encoding="utf-8")[-2000:]
    raise RuntimeError(f"the local cloud did not start; {log_file} ends:\n{ends}")


def stop(port: int = PORT) -> bool:
    """End the server that `start` started, and wait for its end; False where none runs."""
    if not _pid(port).exists():
        return False
    pid = int(_pid(port).read_text(encoding="ascii"))
    _pid(port).unlink()
    if not _is_ours(pid):
        return False
    os.kill(pid, signal.SIGTERM)
    if pid in _started:
        _started.pop(pid).wait(timeout=10)
    for _ in range(200):
        if not _is_ours(pid):
            return True
        time.sleep(0.05)
    raise RuntimeError(f"process {pid} does not end")


def _pid(port: int) -> Path:
    return STATE / f"server-{port}.pid"


def _log(port: int) -> Path:
    return STATE / f"server-{port}.log"


def _is_ours(pid: int) -> bool:
    """A process id may belong to somebody else by now; the command line tells."""
    return "local.server_command serve" in _command_line(pid)


def _command_line(pid: int) -> str:
    """Of a process; empty where none has this id."""
    if Path("/proc/self").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except FileNotFoundError:
            return ""
    listing = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return listing.stdout


def _serve(port: int) -> None:
    from local.cloud import LocalCloud
    from local.server import moto_server

    def end(*_: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, end)
    with moto_server(port) as endpoint_url, LocalCloud.from_template(endpoint_url=endpoint_url) as cloud:
        cloud.purge("InboxQueue")
        print("ready", flush=True)  # noqa: T201 - `start` waits for this word
        signal.pause()


def _up(console: Console, port: int) -> None:
    if is_up(port):
        console.print(f"the local cloud is up already, at http://127.0.0.1:{port}")
    else:
        start(port)
        console.print(
            f"the local cloud is up, at http://127.0.0.1:{port} (log: {_log(port).relative_to(PROJECT)})",
            soft_wrap=True,
        )
    console.print(_hint(port), highlight=False, soft_wrap=True)


def _hint(port: int) -> str:
    from local.naming import StackNames
    from local.template import load_template

    names = StackNames(load_template())
    bucket, table = names.name("InboxBucket"), names.name("FilingsTable")
    aws = f"AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws --region us-east-1 --endpoint-url http://127.0.0.1:{port}"
    return f"""
  upload   {aws} s3 cp local/samples/0009900101-18-000047.txt s3://{bucket}/inbox/
  process  sam build && sam local invoke ProcessFiling -e events/s3-put.json
  read     {aws} dynamodb scan --table-name {table}
  end      make local-down"""


def main() -> None:
    """The command line of this module."""
    parser = argparse.ArgumentParser(prog="local.server_command", description=__doc__)
    parser.add_argument("command", choices=["up", "down", "serve"])
    parser.add_argument("--port", type=int, default=PORT)
    chosen = parser.parse_args()
    console = Console()
    if chosen.command == "serve":
        _serve(chosen.port)
    elif chosen.command == "up":
        _up(console, chosen.port)
    else:
        console.print("the local cloud is down" if stop(chosen.port) else "no local cloud was up")


if __name__ == "__main__":
    main()
