"""A copy of what is deployed, in a folder of its own: the function, the layer's package and its dependencies.

So a fresh process loads exactly that, and its bytecode is there or not as is wanted. The dependencies are copied
from this environment (shared/requirements.txt says which); boto3 stays where it is, as in Lambda's runtime.
"""

from __future__ import annotations

import compileall
import shutil
from importlib.metadata import PackagePath, distribution
from pathlib import Path
from py_compile import PycInvalidationMode

from packaging.requirements import Requirement

from benchmarks.timing import CannotMeasure

__all__ = ["PROJECT", "copy_deployed"]

PROJECT = Path(__file__).resolve().parent.parent


def copy_deployed(target: Path, *, bytecode: bool) -> None:
    """Fill `target`, an empty folder. `bytecode`: compile it, as the layer's build does."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "shared" / "filings", target / "filings", ignore=ignored)
    shutil.copy(PROJECT / "functions" / "process_filing" / "app.py", target)
    lines = (PROJECT / "shared" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    for name in _with_dependencies(lines):
        _copy_distribution(name, target)
    if bytecode:
        mode = PycInvalidationMode.UNCHECKED_HASH
        if not compileall.compile_dir(target, quiet=1, invalidation_mode=mode):
            raise CannotMeasure("the copy of the layer does not compile")


def _with_dependencies(lines: list[str]) -> set[str]:
    """The names of the distributions that these requirements ask for, and those that they ask for."""
    names: set[str] = set()
    waiting = [Requirement(line) for line in lines if line.strip()]
    while waiting:
        wanted = waiting.pop()
        if wanted.name not in names and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            names.add(wanted.name)
            waiting += map(Requirement, distribution(wanted.name).requires or [])
    return names


def _copy_distribution(name: str, target: Path) -> None:
    files: list[PackagePath] | None = distribution(name).files
    if not files:
        raise CannotMeasure(f"what {name} consists of is not known here")
    for file in files:
        if ".." in file.parts or "__pycache__" in file.parts:
            continue
        copy = target / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(str(file.locate())), copy)
