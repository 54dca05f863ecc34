"""How much a filing matters and what it is about: the table of `severity_rules`, applied.

A filing gets the highest severity of the rules it meets and all their tags; `normal` and no tags where
it meets none. An amendment follows the rules of the form it amends. Words for people: `headline`.
"""

from __future__ import annotations

from collections.abc import Iterable

from filings.notifications.severity_rules import FORM_RULES, ITEM_RULES, SEVERITIES, SUCCESSORS, Rule, Severity

__all__ = ["Severity", "is_current_report", "rate", "rule_of_form", "rule_of_item", "weight"]

_OF_ITEM = {rule.key: rule for rule in ITEM_RULES}
_OF_FORM = {key: rule for rule in FORM_RULES for key in rule.key.split(", ")}
_OF_PREFIX = {key.removesuffix("*"): _OF_FORM.pop(key) for key in list(_OF_FORM) if key.endswith("*")}


def rate(form: str | None, items: Iterable[str]) -> tuple[Severity, tuple[str, ...]]:
    """The severity and the tags of a filing of `form` with `items`; the tags of the weightiest rule come first."""
    met = [rule_of_form(form), *(rule_of_item(form, item) for item in items)]
    rules = sorted((rule for rule in met if rule is not None), key=weight, reverse=True)
    tags = dict.fromkeys(tag for rule in rules for tag in rule.tags)
    return (rules[0].severity if rules else "normal"), tuple(tags)


def weight(rule: Rule | None) -> int:
    """0 for `low` to 3 for `critical`; what no rule knows is `normal`."""
    return SEVERITIES.index(rule.severity if rule is not None else "normal")


def rule_of_form(form: str | None) -> Rule | None:
    """The rule of a form or of the form it amends; None where the table has none."""
    base = (form or "").removesuffix("/A")
    if base in _OF_FORM:
        return _OF_FORM[base]
    return next((rule for prefix, rule in _OF_PREFIX.items() if base.startswith(prefix)), None)


def rule_of_item(form: str | None, item: str) -> Rule | None:
    """The rule of an item of Form 8-K, an old number read as its successor; None for the items of other forms."""
    return _OF_ITEM.get(SUCCESSORS.get(item, item)) if is_current_report(form) else None


def is_current_report(form: str | None) -> bool:
    """Whether this is Form 8-K or one of its kin (8-K/A, 8-K12B, 8-K12G3, 8-K15D5)."""
    return (form or "").startswith("8-K")
