"""Starts `fresh_process` and reads its report."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.timing import CannotMeasure

__all__ = ["run_fresh"]

_SCRIPT = Path(__file__).with_name("fresh_process.py")
_ANY = "benchmark"  # credentials: the SDK asks for some
_ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": _ANY,
    "AWS_SECRET_ACCESS_KEY": _ANY,
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def run_fresh(
    deployed: Path, arguments: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Run the script with `arguments`, its imports from `deployed`, then boto3's from this environment.

    folder: where the report may lie. Raises CannotMeasure with what the process said.
    """
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    path = f"{deployed}:{sysconfig.get_path('purelib')}"
    # -P, -S, -B: no path but ours, no site module, no bytecode written.
    ran = subprocess.run(
        [sys.executable, "-P", "-S", "-B", str(_SCRIPT), str(report), *arguments],
        env={**_ENVIRONMENT, **(environment or {}), "PYTHONPATH": path},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode or not report.exists():
        raise CannotMeasure(f"{' '.join(arguments)} failed:\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    read: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return read
