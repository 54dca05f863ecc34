"""The one sentence a person reads: who filed what, and what it says. Words for items are `severity`'s."""

from __future__ import annotations

from collections.abc import Sequence

from filings.notification_text import SENTENCE_CHARS, clean
from filings.severity import rule_of_item

__all__ = ["compose_headline"]


def compose_headline(form: str | None, who: str, items: Sequence[tuple[str, str | None]]) -> str:
    """`who` filed `form`: its items as (number, title)."""
    said = ", ".join(_phrase(form, item, title) for item, title in items)
    sentence = f"{who} filed {form or 'a document'}" + (f": {said}" if said else "")
    return clean(sentence, SENTENCE_CHARS)


def _phrase(form: str | None, item: str, title: str | None) -> str:
    rule = rule_of_item(form, item)
    says = rule.says if rule is not None else title
    return f"{says} ({item})" if says else f"Item {item}"
