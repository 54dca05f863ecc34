"""A copy of what is deployed, in a folder of its own: the function, the layer's package and its dependencies.

So a fresh process loads exactly that, and its bytecode is there or not as is wanted. The dependencies are copied
from this environment, which has the layer's versions (`make lock`); boto3 stays where it is, as in Lambda's runtime.
"""

from __future__ import annotations

import compileall
import shutil
from importlib.metadata import PackagePath, distribution
from pathlib import Path
from py_compile import PycInvalidationMode

from benchmarks.timing import CannotMeasure
from local.lock import pins

__all__ = ["PROJECT", "copy_deployed"]

PROJECT = Path(__file__).resolve().parent.parent


def copy_deployed(target: Path, *, bytecode: bool) -> None:
    """Fill `target`, an empty folder. `bytecode`: compile it, as the layer's build does."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "shared" / "filings", target / "filings", ignore=ignored)
    shutil.copy(PROJECT / "functions" / "process_filing" / "app.py", target)
    for name in pins():
        _copy_distribution(name, target)
    if bytecode:
        mode = PycInvalidationMode.UNCHECKED_HASH
        if not compileall.compile_dir(target, quiet=1, invalidation_mode=mode):
            raise CannotMeasure("the copy of the layer does not compile")


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
