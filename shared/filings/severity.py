"""How much a filing matters and what it is about: one table of rules, form and item -> severity and tags.

The table is documented row by row in docs/tags.md; a test holds both together. A filing gets the
highest severity and all tags of the rules it meets; `normal` and no tags where it meets none.
Amendments follow the rules of the form they amend. Items of before 2004-08-23 are read as their
successors (SEC release 33-8400). Who says it in words: `headline`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

__all__ = ["FORM_RULES", "ITEM_RULES", "SEVERITIES", "SUCCESSORS", "Rule", "Severity", "rate", "rule_of_item"]

Severity = Literal["low", "normal", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("low", "normal", "high", "critical")


class Rule(NamedTuple):
    """`key` is an item of Form 8-K, or a form (`NT *`: every form that begins so); `says` is for a headline."""

    key: str
    severity: Severity
    tags: tuple[str, ...]
    says: str


ITEM_RULES: dict[str, Rule] = {
    rule.key: rule
    for rule in (
        Rule("1.01", "high", ("deal",), "material agreement signed"),
        Rule("1.02", "high", ("deal",), "material agreement ended"),
        Rule("1.03", "critical", ("bankruptcy",), "bankruptcy or receivership"),
        Rule("1.04", "normal", ("mine-safety",), "mine safety"),
        Rule("1.05", "critical", ("cyber",), "material cybersecurity incident"),
        Rule("2.01", "high", ("deal",), "assets acquired or sold"),
        Rule("2.02", "high", ("earnings",), "results of operations"),
        Rule("2.03", "normal", ("debt",), "new debt or other obligation"),
        Rule("2.04", "high", ("debt",), "debt accelerated or increased"),
        Rule("2.05", "high", ("restructuring",), "costs of exit or disposal"),
        Rule("2.06", "high", ("impairment",), "material impairment"),
        Rule("3.01", "critical", ("delisting",), "delisting notice or transfer of listing"),
        Rule("3.02", "normal", ("share-sale",), "unregistered sale of equity"),
        Rule("3.03", "normal", ("holder-rights",), "rights of security holders changed"),
        Rule("4.01", "high", ("auditor",), "change of auditor"),
        Rule("4.02", "critical", ("restatement",), "earlier financial statements no longer to be relied on"),
        Rule("5.01", "critical", ("control",), "change in control"),
        Rule("5.02", "high", ("officers",), "directors or officers changed"),
        Rule("5.03", "normal", ("charter",), "articles, bylaws or fiscal year changed"),
        Rule("5.04", "normal", ("benefit-plan",), "trading under benefit plans suspended"),
        Rule("5.05", "normal", ("ethics",), "code of ethics changed or waived"),
        Rule("5.06", "normal", ("shell",), "shell company status changed"),
        Rule("5.07", "high", ("vote",), "vote of security holders"),
        Rule("5.08", "normal", ("vote",), "shareholder director nominations"),
        Rule("6.01", "normal", ("asset-backed",), "asset-backed informational material"),
        Rule("6.02", "normal", ("asset-backed",), "change of servicer or trustee"),
        Rule("6.03", "normal", ("asset-backed",), "change in credit enhancement"),
        Rule("6.04", "high", ("asset-backed",), "required distribution not made"),
        Rule("6.05", "normal", ("asset-backed",), "asset-backed updating disclosure"),
        Rule("6.06", "normal", ("asset-backed",), "static pool"),
        Rule("7.01", "normal", ("reg-fd",), "Regulation FD disclosure"),
        Rule("8.01", "normal", (), "other events"),
        Rule("9.01", "normal", (), "financial statements and exhibits"),
    )
}

# The old form's items and what they became.
SUCCESSORS: dict[str, str] = {
    "1": "5.01",
    "2": "2.01",
    "3": "1.03",
    "4": "4.01",
    "5": "8.01",
    "6": "5.02",
    "7": "9.01",
    "8": "5.03",
    "9": "7.01",
    "10": "5.05",
    "11": "5.04",
    "12": "2.02",
}

FORM_RULES: tuple[Rule, ...] = (
    Rule("NT 10-K*", "critical", ("late",), "annual report is late"),
    Rule("NT 10-Q*", "critical", ("late",), "quarterly report is late"),
    Rule("25-NSE", "critical", ("delisting",), "exchange removes a class of securities"),
    Rule("CORRESP", "low", ("correspondence",), "letter to SEC staff"),
    Rule("UPLOAD", "low", ("correspondence",), "letter from SEC staff"),
    Rule("CERT*", "low", ("listing",), "exchange certifies a listing"),
)


def rate(form: str | None, items: Iterable[str]) -> tuple[Severity, tuple[str, ...]]:
    """The severity and the tags (in the table's order of meeting, each once) of a filing of `form` with `items`."""
    rules = list(_rules(form, items))
    worst = max((SEVERITIES.index(rule.severity) for rule in rules), default=SEVERITIES.index("normal"))
    tags = dict.fromkeys(tag for rule in rules for tag in rule.tags)
    return SEVERITIES[worst], tuple(tags)


def _rules(form: str | None, items: Iterable[str]) -> Iterator[Rule]:
    rule = rule_of_form(form)
    if rule is not None:
        yield rule
    for item in items:
        item_rule = rule_of_item(form, item)
        if item_rule is not None:
            yield item_rule


def rule_of_form(form: str | None) -> Rule | None:
    """The rule for a form or its amendment; None where the table has none."""
    base = (form or "").removesuffix("/A")
    for rule in FORM_RULES:
        if base == rule.key or (rule.key.endswith("*") and base.startswith(rule.key[:-1])):
            return rule
    return None


def rule_of_item(form: str | None, item: str) -> Rule | None:
    """The rule for an item of Form 8-K, old numbers read as their successors; None for other forms' items."""
    if not (form or "").startswith("8-K"):
        return None
    return ITEM_RULES.get(SUCCESSORS.get(item, item))
