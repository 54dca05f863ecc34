"""Runs in a process of its own and tells what that cost. `process` starts it, with these arguments:

    REPORT [app] [clients] [FILING] [EVENT]

`app`: imports the function as Lambda does. `clients`: makes the clients of S3, DynamoDB and SNS, the function's own
or bare boto3's. FILING: a file *.filing to be parsed. EVENT: a file *.json that the handler is invoked with. REPORT:
the file to write JSON to. What is measured is imported first, and nothing else before it, of `benchmarks` neither.
"""

from __future__ import annotations

import sys
import time


def peak_memory() -> int:
    """The most bytes that were resident in this process so far."""
    if sys.platform == "linux":
        # Not getrusage: its figure survives exec, so a child begins with that of the process that started it.
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - pathlib would be measured too
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    raise OSError(f"no peak memory is known on {sys.platform}")


class Context:
    """As much of Lambda's context as the function asks for."""

    aws_request_id = "00000000-0000-0000-0000-000000000000"
    function_name = "benchmark"

    def get_remaining_time_in_millis(self) -> int:
        """Always two minutes."""
        return 120_000


def _import_app() -> None:
    import app  # type: ignore[import-not-found]  # noqa: F401 - it is there in the process that this runs in


def _make_clients(*, of_app: bool) -> None:
    if of_app:
        from filings.aws import clients

        clients.s3(), clients.dynamodb(), clients.sns()
    else:
        import boto3

        boto3.client("s3"), boto3.client("dynamodb"), boto3.client("sns")


def _parse(path: str) -> None:
    from filings.parse import parse_filing

    with open(path, "rb") as filing:  # noqa: PTH123
        parse_filing(filing)


def _start(wanted: list[str]) -> None:
    if "app" in wanted:
        _import_app()
    if "clients" in wanted:
        _make_clients(of_app="app" in wanted)
    for path in wanted:
        if path.endswith(".filing"):
            _parse(path)


def main(report_file: str, arguments: list[str]) -> None:
    """Do what `arguments` say, and write the report."""
    cpu = time.process_time()
    _start(arguments)
    report: dict[str, object] = {"cpu_seconds": time.process_time() - cpu, "peak_bytes": peak_memory()}
    report["sdk"] = any(name in sys.modules for name in ("boto3", "botocore.session", "botocore.client"))
    import json
    from pathlib import Path

    events = [argument for argument in arguments if argument.endswith(".json")]
    if events:
        import app

        event = json.loads(Path(events[0]).read_text(encoding="utf-8"))
        wall, cpu = time.perf_counter(), time.process_time()
        report["response"] = app.lambda_handler(event, Context())
        report["handled_seconds"] = time.perf_counter() - wall
        report["handled_cpu_seconds"] = time.process_time() - cpu
        report["handled_peak_bytes"] = peak_memory()
    Path(report_file).write_text(json.dumps(report), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
