"""Parsed files as JSON on standard output (contract: README, "Parse a file"): `filings parse`.

Whatever happens to one file, the others are parsed, and each has its line in the order given.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from filings.errors import FilingError
from filings.parse import parse_filing
from filings.record import Filing, to_json

__all__ = ["print_filings"]

_IN_MEMORY = 16 << 20


def print_filings(paths: Sequence[str], *, jsonl: bool) -> int:
    """Print each file's filing, or its error; return the exit status: 1 if any file failed."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A text may hold half a surrogate pair: as `\ud83d` it is still JSON, and no error.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    failed = False
    for path in paths:
        outcome = _parse(path)
        failed |= not isinstance(outcome, Filing)
        _print_line(path, outcome) if jsonl else _print_pretty(path, outcome)
    return int(failed)


def _parse(path: str) -> Filing | dict[str, str]:
    """The filing, or the error as the contract has it."""
    try:
        with _opened(path) as stream:
            return parse_filing(stream, name=None if path == "-" else path)
    except FilingError as error:
        return {"type": type(error).__name__, "message": str(error)}
    except OSError as error:
        return {"type": type(error).__name__, "message": error.strerror or str(error)}
    except Exception as error:  # noqa: BLE001  # our fault in one file must not cost the others; it is told twice
        traceback.print_exc(file=sys.stderr)
        return {"type": "InternalError", "message": f"{type(error).__name__}: {error}"}


@contextlib.contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """The file as a seekable binary stream; a pipe is copied first."""
    if path != "-":
        with Path(path).open("rb") as stream:
            yield stream
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)
        copy.seek(0)
        yield copy  # type: ignore[misc]  # a BinaryIO in all but name (python/typeshed#2958)


def _print_line(path: str, outcome: Filing | dict[str, str]) -> None:
    key = "filing" if isinstance(outcome, Filing) else "error"
    sys.stdout.write(to_json({"path": path, key: outcome}) + "\n")
    sys.stdout.flush()


def _print_pretty(path: str, outcome: Filing | dict[str, str]) -> None:
    if isinstance(outcome, Filing):
        sys.stdout.write(to_json(outcome, indent=2) + "\n")
        sys.stdout.flush()
    else:
        sys.stderr.write(f"{path}: {outcome['message']} ({outcome['type']})\n")
