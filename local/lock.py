"""`make lock`: the layer's dependencies pinned with their hashes, from shared/requirements.in to requirements.txt.

The layer ships what the tests ran with: each version is the one that is installed here, and with it all that it
depends on. The hashes are those of the wheels for Lambda (shared/Makefile), on both processors; pip takes no others.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution, version
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from local.template import PROJECT

__all__ = ["FOLDER", "dependencies", "main", "pins"]

FOLDER = PROJECT / "shared"
_PLATFORMS = tuple(
    tuple(f"--platform={kind}_{processor}" for kind in ("manylinux_2_28", "manylinux2014"))
    for processor in ("aarch64", "x86_64")
)
_HEAD = "# Made by `make lock` from requirements.in and what the tests ran with. The layer is built from this alone.\n"


def dependencies(requirements: Iterable[str]) -> set[str]:
    """The names of the distributions that these requirements ask for, and those that they ask for in turn."""
    names: set[str] = set()
    waiting = [Requirement(line) for line in requirements]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name not in names and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            names.add(name)
            waiting += map(Requirement, distribution(name).requires or [])
    return names


def pins() -> dict[str, str]:
    """Name to version of all that the layer needs, as installed here."""
    asked = (FOLDER / "requirements.in").read_text(encoding="utf-8").split()
    return {name: version(name) for name in sorted(dependencies(asked))}


def main() -> None:
    """Write shared/requirements.txt."""
    hashes: dict[str, set[str]] = {}
    for platforms in _PLATFORMS:
        for name, digest in _wheels(platforms):
            hashes.setdefault(name, set()).add(digest)
    lines = [
        " \\\n    ".join([f"{name}=={pinned}", *(f"--hash=sha256:{digest}" for digest in sorted(hashes[name]))])
        for name, pinned in pins().items()
    ]
    (FOLDER / "requirements.txt").write_text(_HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def _wheels(platforms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names and SHA-256 of the wheels that pip would take for Lambda's Python 3.13 on these platforms."""
    options = ["--quiet", "--dry-run", "--report=-", "--ignore-installed", "--no-deps", "--target=unused"]
    wheels = ["--only-binary=:all:", "--implementation=cp", "--python-version=3.13", *platforms]
    wanted = [f"{name}=={pinned}" for name, pinned in pins().items()]
    command = [sys.executable, "-m", "pip", "install", *options, *wheels, *wanted]
    report: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for taken in report["install"]:
        yield canonicalize_name(taken["metadata"]["name"]), taken["download_info"]["archive_info"]["hashes"]["sha256"]


if __name__ == "__main__":
    main()
