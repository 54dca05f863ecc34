"""`python -m fuzz [filing|event] [--seconds N] [--seed N] [--corpus FOLDER]`: atheris on one target.

`make fuzz` installs it. The corpus grows in FOLDER (.fuzz/<target>). A finding ends the run with its input in .fuzz/:
repair the cause and put the file into fuzz/regressions/<target>/ under a name that says what it is.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["filings"]):
    import filings

    for module in pkgutil.walk_packages(filings.__path__, "filings."):  # also what is imported only when it is needed
        importlib.import_module(module.name)

from fuzz.seeds import dictionary, seeds
from fuzz.targets import TARGETS

_FOLDER = Path(".fuzz")
_LONGEST = 32 << 10  # bytes of an input: larger ones cost time and say no more
_SLOWEST = 10  # seconds for one input


def main() -> None:
    """Fuzz until the time is over or something is found."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("target", nargs="?", choices=TARGETS, default="filing")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0, help="the same inputs in the same order; 0 for others each time")
    parser.add_argument("--corpus", type=Path, default=_FOLDER)
    options = parser.parse_args()
    corpus = options.corpus / options.target
    _sow(options.target, corpus)
    words = options.corpus / "words.txt"
    words.write_text(dictionary(), encoding="ascii")
    arguments = {
        "max_total_time": options.seconds,
        "seed": options.seed,
        "max_len": _LONGEST,
        "timeout": _SLOWEST,
        "rss_limit_mb": 2048,
        "dict": words,
        "artifact_prefix": f"{options.corpus}/",
        "print_final_stats": 1,
    }
    flags = [f"-{name}={value}" for name, value in arguments.items()]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], TARGETS[options.target])
    atheris.Fuzz()


def _sow(target: str, corpus: Path) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for name, data in seeds(target):
        if len(data) <= _LONGEST:
            (corpus / name).write_bytes(data)


if __name__ == "__main__":
    main()
