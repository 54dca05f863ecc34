"""Every case under fixtures/: a submission, and the whole record that must come of it.

A case is a folder with `submission.*` and `expected.json`. A case without an expectation gets one
written and fails, so that somebody reads it; `pytest --update-expected` rewrites on purpose.
"""

import importlib
import pkgutil
from collections import Counter
from pathlib import Path

import pytest

import filings.forms
from filings.forms import LONGEST_TYPE, _form_for, form_for
from filings.parse import parse_filing
from filings.record import to_json

FIXTURES = Path(__file__).parent / "fixtures"
CASES = sorted(path.parent for path in FIXTURES.glob("*/*/submission.*"))
assert CASES, "no cases: the fixtures are not where this module looks for them"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_submission_becomes_exactly_its_expected_record(case, update_expected):
    (submission,) = case.glob("submission.*")
    expected = case / "expected.json"

    got = to_json(parse_filing(submission.read_bytes(), name=submission.name), indent=2) + "\n"

    if update_expected or not expected.exists():
        expected.write_text(got, encoding="utf-8")
        assert update_expected, f"wrote {expected.relative_to(FIXTURES)}: review it, then run again"
    assert got.splitlines() == expected.read_text(encoding="utf-8").splitlines()


def test_a_stream_gives_the_record_that_its_bytes_give():
    for case in CASES:
        (submission,) = case.glob("submission.*")
        with submission.open("rb") as stream:
            assert parse_filing(stream) == parse_filing(submission.read_bytes()), case.name


def test_every_form_module_has_cases_and_every_case_folder_of_a_form_its_module():
    modules = {name for _, name, _ in pkgutil.iter_modules(filings.forms.__path__) if not name.startswith("_")}
    folders = {case.parent.name for case in CASES}

    assert modules - folders == set(), "form modules without a case in tests/fixtures/<module>/"
    assert {name for name in folders if name.startswith("form_")} - modules == set(), "cases of no form module"


def test_each_type_is_claimed_by_one_module_and_found_by_its_name_there():
    modules = [name for _, name, _ in pkgutil.iter_modules(filings.forms.__path__) if not name.startswith("_")]
    forms = [importlib.import_module(f"filings.forms.{name}").FORM for name in modules]
    claims = [(submission_type, form) for form in forms for submission_type in form.submission_types]

    assert [name for name, count in Counter(name for name, _ in claims).items() if count > 1] == []
    assert [name for name, form in claims if form_for(name) is not form] == []


def test_a_type_that_nobody_claims_has_no_form():
    assert form_for("ABS-15G") is None


def test_a_type_too_long_for_any_form_is_not_looked_for():
    before = _form_for.cache_info()

    assert form_for("4" * (LONGEST_TYPE + 1)) is None

    assert _form_for.cache_info() == before
    assert before.maxsize is not None
