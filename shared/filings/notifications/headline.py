"""The one sentence a person reads: who filed what, on whom, and what it says.

`MARLOW INSTRUMENTS INC (MRLW) filed an 8-K: results of operations (Item 2.02)`. The words for forms and
items are those of `severity_rules`; names stay as the filing spells them. `alert` puts more below it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from filings.notifications import notification_text as caps
from filings.notifications.notification_parties import EventEntity, primary_party
from filings.notifications.notification_text import clean, clean_or_none
from filings.notifications.severity import is_current_report, rule_of_form, rule_of_item, weight
from filings.record import Filing

__all__ = ["compose_headline", "item_phrases"]

_AUTHORS = ("REPORTING-OWNER", "FILED-BY")
_PERIODIC = ("annual-report", "quarterly-report")
_ITEMS_TOLD = 3
_UNNAMED = ("An unnamed filer", "an unnamed filer")  # at the start of the sentence, and within
# Written by the SEC's staff or by an exchange, though the header calls the company the filer.
_WRITTEN_BY_OTHERS = re.compile(r"UPLOAD|CERT|EFFECT|NO ACT|REVOKED|CT ORDER|SEC ")
_SPOKEN_WITH_FORM = re.compile(r"[A-Z]?\d{0,3}(/A)?")
# Vowels, letters that are spelled with a vowel first, and the numbers eight, eleven and eighteen.
_AN = re.compile(r"[AEIO]|[FHLMNRSX](?![A-Z]{4})|8|1[18](?!\d)")


def compose_headline(filing: Filing, tickers: tuple[str, ...], says: str | None = None) -> str:
    """The headline of `filing`; `says` (no colon in it) replaces the table's words where a form's module has better."""
    form = clean_or_none(filing.form, caps.CODE_CHARS)
    who, on = _who_and_on(filing, tickers)
    items = ((item.item, item.title) for item in filing.items)
    told = says or _summarise(form, items, filing.report_date)
    return clean(_opening(form, who, on) + (f": {told}" if told else ""), caps.SENTENCE_CHARS)


def _opening(form: str | None, who: str, on: str | None) -> str:
    if _WRITTEN_BY_OTHERS.match(form or ""):
        return f"{form} for {who.replace(*_UNNAMED)}"
    return f"{who} filed {_a(form)}" + (f" on {on.replace(*_UNNAMED)}" if on else "")


def _summarise(form: str | None, items: Iterable[tuple[str, str | None]], report_date: dt.date | None) -> str:
    """What the filing says, in few words; empty where the table has none. `items`: number and title."""
    if is_current_report(form):
        phrases = item_phrases(form, items)
        more = len(phrases) - _ITEMS_TOLD
        return ", ".join(phrases[:_ITEMS_TOLD]) + (f" and {more} more" if more > 0 else "")
    rule = rule_of_form(form)
    if rule is None:
        return ""
    period = f" for the period to {report_date}" if report_date and set(rule.tags) & set(_PERIODIC) else ""
    return rule.says + period


def item_phrases(form: str | None, items: Iterable[tuple[str, str | None]]) -> list[str]:
    """A phrase for each item of a current report, weightiest first; the exhibits' item only if it stands alone."""
    rated = [(rule_of_item(form, item), item, title) for item, title in dict(items).items()]
    telling = [row for row in rated if row[0] is None or row[0].key != "9.01"]
    ordered = sorted(telling or rated, key=lambda row: weight(row[0]), reverse=True)
    return [f"{rule.says if rule else title or 'no title'} (Item {item})" for rule, item, title in ordered]


def _who_and_on(filing: Filing, tickers: tuple[str, ...]) -> tuple[str, str | None]:
    """Who filed, and on whom where that is another: an insider on the issuer, a holder on the subject company."""
    primary = primary_party(filing)
    about = _named(primary) + (f" ({tickers[0]})" if tickers else "")
    authors = [EventEntity.of(entity) for entity in filing.entities if entity.role in _AUTHORS]
    if authors:
        return _with_others(_named(authors[0]), len(authors)), about
    return _with_others(about, sum(entity.role == "FILER" for entity in filing.entities)), None


def _named(party: EventEntity) -> str:
    return party.name or (f"CIK {party.cik}" if party.cik else _UNNAMED[0])


def _with_others(name: str, count: int) -> str:
    if count < 2:
        return name
    return f"{name} and {count - 1} {'other' if count == 2 else 'others'}"


def _a(form: str | None) -> str:
    """`an 8-K`, `a 10-Q`, `a Form 4`."""
    if form is None:
        return "a document of unknown form"
    if _SPOKEN_WITH_FORM.fullmatch(form):
        return f"a Form {form}"
    return f"{'an' if _AN.match(form) else 'a'} {form}"
