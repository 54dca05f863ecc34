"""The submission of 200 MB through the real handler, and how much memory that takes.

AWS is a moto server in another process, the handler runs in a process of its own that loads what is deployed and
nothing else; so the peak is the handler's alone. Time is told too, but much of it is moto's.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.filings import large_submission
from benchmarks.layer import PROJECT, copy_deployed
from benchmarks.process import run_fresh
from benchmarks.timing import CannotMeasure
from local.cloud import LocalCloud
from local.events import s3_event

__all__ = ["LargeUpload", "measure_large_upload"]

_FUNCTION = "ProcessFiling"


@dataclass(frozen=True)
class LargeUpload:
    """`size` in bytes; peaks in bytes of resident memory: before the first upload, and after it."""

    size: int
    documents: int
    idle_peak: int
    peak: int
    cpu_seconds: float
    seconds: float


def measure_large_upload() -> LargeUpload:
    """Upload, invoke, and see. Raises CannotMeasure where the filing did not get its record."""
    with tempfile.TemporaryDirectory() as temporary, _server() as endpoint_url:
        folder = Path(temporary)
        copy_deployed(folder / "deployed", bytecode=True)
        with LocalCloud.attach(endpoint_url) as cloud:
            data = b"".join(large_submission())
            version = cloud.upload("inbox/large.txt", data)
            event = folder / "event.json"
            event.write_text(json.dumps(s3_event(version)), encoding="utf-8")
            arguments = ("app", "clients", str(event))
            report = run_fresh(folder / "deployed", arguments, folder, cloud.environment(_FUNCTION))
            documents = _documents(cloud)
    (outcome,) = report["response"]["outcomes"]
    if outcome["kind"] != "CREATED" or documents != data.count(b"<DOCUMENT>"):
        raise CannotMeasure(f"the large submission became {outcome}, with {documents} documents")
    return LargeUpload(
        size=len(data),
        documents=documents,
        idle_peak=report["peak_bytes"],
        peak=report["handled_peak_bytes"],
        cpu_seconds=report["handled_cpu_seconds"],
        seconds=report["handled_seconds"],
    )


def _documents(cloud: LocalCloud) -> int:
    """How many rows of documents the table has."""
    scan = cloud.client("dynamodb").get_paginator("scan")
    pages = scan.paginate(TableName=cloud.name("FilingsTable"), ProjectionExpression="sk")
    return sum("#DOCUMENT#" in row["sk"]["S"] for page in pages for row in page["Items"])


@contextmanager
def _server() -> Iterator[str]:
    """moto in a process of its own, with the template's resources."""
    port = _free_port()
    command = [sys.executable, "-m", "local.server_command", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=PROJECT) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            if said.strip() != "ready":
                raise CannotMeasure(f"the moto server did not start: {said}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
