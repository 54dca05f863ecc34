"""What the figures were measured on, in plain words."""

from __future__ import annotations

import os
import platform
from pathlib import Path

__all__ = ["describe_machine"]


def describe_machine() -> str:
    """Cores, processor, system, Python, and how busy the machine was when asked."""
    system = {"Darwin": "macOS"}.get(platform.system(), platform.system())
    cores, load = os.cpu_count() or 1, os.getloadavg()[0]
    busy = ", busy with other work, which makes every time longer" if load >= cores else ""
    return (
        f"{cores} cores ({_processor()}), {system}, Python {platform.python_version()}, "
        f"load when it began {load:.1f}{busy}"
    )


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0].replace("(R)", "") if names else platform.machine()
