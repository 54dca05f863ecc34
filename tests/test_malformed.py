"""Every case under fixtures/malformed/: what is no filing, and the one sentence that says so.

A case is a folder with `input.*` and `error.json`: `type`, `message` and, where the case needs it,
the `limit` it is parsed with. A case without an expectation gets one written, and fails.
"""

import json
from pathlib import Path

import pytest

import filings.errors
from filings.errors import FilingError
from filings.parse import parse_filing

MALFORMED = Path(__file__).parent / "fixtures" / "malformed"
CASES = sorted(path.parent for path in MALFORMED.glob("*/input.*"))
assert CASES, "no cases: the fixtures are not where this module looks for them"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_no_filing_is_a_typed_error_with_one_sentence(case, update_expected):
    (source,) = case.glob("input.*")
    expected_path = case / "error.json"
    expected = json.loads(expected_path.read_text()) if expected_path.exists() else {}
    limit = {"limit": expected["limit"]} if "limit" in expected else {}

    with pytest.raises(FilingError) as raised:
        parse_filing(source.read_bytes(), name=source.name, **limit)

    got = {"type": type(raised.value).__name__, "message": str(raised.value)} | limit
    if update_expected or not expected_path.exists():
        expected_path.write_text(json.dumps(got, indent=2) + "\n")
        assert update_expected, f"wrote {case.name}/error.json: review it, then run again"
    assert got == expected


def test_every_error_has_a_case_and_says_its_sentence_in_one_line():
    leaves = {cls.__name__ for cls in FilingError.__subclasses__() if cls.__module__ == "filings.errors"}
    told = [json.loads((case / "error.json").read_text()) for case in CASES]

    assert {error["type"] for error in told} == leaves
    assert set(filings.errors.__all__) == leaves | {"FilingError"}
    assert all("\n" not in error["message"] and len(error["message"]) < 200 for error in told)
