"""The parser on real filings whose right answers are known: the least that it must get right.

The corpus is not part of this repository. FILING_CORPUS names its folder: manifest.jsonl, the filings, and a
score.py that runs a command over them and writes, for each measure, how many answers were right and asked for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = os.environ.get("FILING_CORPUS")

pytestmark = pytest.mark.skipif(not CORPUS, reason="FILING_CORPUS is not set: no corpus of real filings here")

# A measure, or a group of them, and the least per cent of right answers.
EVERY_FORM = {"header": 99.5, "documents": 100.0, "form": 95.0, "robust": 100.0}
FORM_8K = {"items.8-K.high": 98.5, "items.8-K.medium": 100.0, "items.8-K.text": 97.0, "cover": 95.0}


@pytest.fixture(scope="module")
def every_form(tmp_path_factory) -> dict[str, list[int]]:
    return score(Path(CORPUS), tmp_path_factory.mktemp("score"))


@pytest.fixture(scope="module")
def form_8k(tmp_path_factory) -> dict[str, list[int]]:
    """The same with nothing but the 8-Ks in the corpus."""
    narrowed = tmp_path_factory.mktemp("corpus")
    for path in Path(CORPUS).iterdir():
        if path.name != "manifest.jsonl":
            (narrowed / path.name).symlink_to(path)
    lines = (Path(CORPUS) / "manifest.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    wanted = [line for line in lines if json.loads(line)["form_type"] in ("8-K", "8-K/A")]
    (narrowed / "manifest.jsonl").write_text("".join(wanted), encoding="utf-8")
    return score(narrowed, tmp_path_factory.mktemp("score"))


@pytest.mark.parametrize(("measure", "least"), EVERY_FORM.items(), ids=EVERY_FORM)
def test_every_form_reaches(measure, least, every_form):
    assert percentage(measure, every_form) >= least


@pytest.mark.parametrize(("measure", "least"), FORM_8K.items(), ids=FORM_8K)
def test_8k_reaches(measure, least, form_8k):
    assert percentage(measure, form_8k) >= least


def score(corpus: Path, folder: Path) -> dict[str, list[int]]:
    """Each measure with its right answers and its questions."""
    result = folder / "score.json"
    parse = f"{Path(sys.executable).parent / 'filings'} parse --jsonl"
    command = [
        sys.executable,
        str(corpus / "score.py"),
        "--corpus",
        str(corpus),
        "--parse",
        parse,
        "--json",
        str(result),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return json.loads(result.read_text(encoding="utf-8"))


def percentage(measure: str, scores: dict[str, list[int]]) -> float:
    """Of a measure, or of all whose first word it is."""
    counted = [count for name, count in scores.items() if name == measure or name.split(".")[0] == measure]
    right, asked = (sum(column) for column in zip(*counted, strict=True))
    return 100 * right / asked
