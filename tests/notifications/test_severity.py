"""The rule table: what it says, and that docs/tags.md says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from filings.notifications.severity import rate, rule_of_form, rule_of_item
from filings.notifications.severity_rules import FORM_RULES, ITEM_RULES, SUCCESSORS

TAGS_MD = Path(__file__).parents[2] / "docs" / "tags.md"


@pytest.mark.parametrize(
    ("form", "items", "severity", "tags"),
    [
        ("8-K", ["1.03"], "critical", ("bankruptcy",)),
        ("8-K", ["1.05"], "critical", ("cyber",)),
        ("8-K", ["3.01"], "critical", ("delisting",)),
        ("8-K", ["4.02"], "critical", ("restatement",)),
        ("8-K", ["5.01"], "critical", ("control",)),
        ("8-K/A", ["4.02"], "critical", ("restatement",)),
        ("8-K12B", ["5.02"], "high", ("officers",)),
        ("8-K", ["2.02", "9.01"], "high", ("earnings",)),
        ("8-K", ["7.01", "2.02", "4.02"], "critical", ("restatement", "earnings", "reg-fd")),
        ("8-K", ["8.01", "9.01"], "normal", ()),
        ("8-K", [], "normal", ()),
        ("8-K", ["3", "7"], "critical", ("bankruptcy",)),
        ("8-K", ["12"], "high", ("earnings",)),
        ("NT 10-K", [], "critical", ("late",)),
        ("NT 10-Q/A", [], "critical", ("late",)),
        ("NT-NCSR", [], "high", ("late",)),
        ("25-NSE", [], "critical", ("delisting",)),
        ("CORRESP", [], "low", ("correspondence",)),
        ("UPLOAD", [], "low", ("correspondence",)),
        ("CERTNAS", [], "low", ("listing",)),
        ("4", [], "normal", ("insider",)),
        ("10-K", ["1.03", "5", "9"], "normal", ("annual-report",)),
        ("40-F", [], "normal", ("annual-report",)),
        ("497K", [], "normal", ()),
        (None, ["1.03"], "normal", ()),
    ],
)
def test_a_filing_is_rated(form, items, severity, tags):
    assert rate(form, items) == (severity, tags)


def test_every_item_of_before_2004_has_a_successor_that_has_a_rule():
    assert list(SUCCESSORS) == [str(number) for number in range(1, 13)]
    assert all(rule_of_item("8-K", old) is not None for old in SUCCESSORS)


def _claims(key: str, form: str) -> bool:
    return form == key or (key.endswith("*") and form.startswith(key[:-1]))


def test_no_form_is_claimed_by_two_rules():
    keys = [key for rule in FORM_RULES for key in rule.key.split(", ")]
    for key in keys:
        assert [other for other in keys if _claims(other, key.removesuffix("*"))] == [key]
        assert rule_of_form(key.removesuffix("*")) is not None


def test_tags_can_stand_in_a_filter_policy_and_in_an_address():
    tags = {tag for rule in (*ITEM_RULES, *FORM_RULES) for tag in rule.tags}
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", tag) for tag in tags)


def _rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading of docs/tags.md."""
    section = TAGS_MD.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("heading", "rules"), [("Items of Form 8-K", ITEM_RULES), ("Forms", FORM_RULES)])
def test_the_documented_table_is_the_table(heading, rules):
    assert _rows(heading) == [[rule.key, rule.severity, ", ".join(rule.tags), rule.says] for rule in rules]


def test_the_documented_successors_are_the_successors():
    assert dict(_rows("Items of before 23 August 2004")) == SUCCESSORS


def test_every_tag_is_explained():
    explained = [tag for row in _rows("What the tags mean") for tag in row[0].split(", ")]
    assert sorted(explained) == sorted({tag for rule in (*ITEM_RULES, *FORM_RULES) for tag in rule.tags})
