"""The subject line of an alert: who, what and how urgent, before anything is opened.

SNS takes less than 100 printable characters, no line break, ASCII that begins with a letter, a number or
punctuation (https://docs.aws.amazon.com/sns/latest/api/API_Publish.html). The text below it: `alert`.
"""

from __future__ import annotations

import unicodedata

from filings.notifications.headline import item_phrases
from filings.notifications.notification_models import FilingData, Rejection
from filings.notifications.notification_text import clean
from filings.notifications.severity import is_current_report

__all__ = ["filing_subject", "rejection_subject"]

_MAX_CHARS = 99
_FORM_CHARS = 20
_NAME_CHARS = 24  # what a name keeps at least
_MARK = {"CREATED": "", "UPDATED": " updated", "SUPERSEDED": " older version", "REPARSED": " read again"}
_PUNCTUATION = str.maketrans({"…": "...", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"'})


def filing_subject(data: FilingData) -> str:
    """`[8-K] MRLW MARLOW INSTRUMENTS INC - results of operations (Item 2.02)`; `!` before what is critical.

    Where room is short the name gives way first, down to 24 characters, then the words.
    """
    alarm = "! " if data.severity == "critical" else ""
    mark = f"{alarm}[{_cut(_ascii(data.form or 'filing'), _FORM_CHARS)}{_MARK[data.processing.change]}] "
    says = _cut(_ascii(_says(data)), _MAX_CHARS - len(mark) - _NAME_CHARS - len(" - "))
    tail = f" - {says}" if says else ""
    who = _ascii(" ".join((*data.tickers[:1], data.company_name or ""))) or data.cik or "unnamed filer"
    return mark + _cut(who, _MAX_CHARS - len(mark) - len(tail)) + tail


def rejection_subject(event: Rejection) -> str:
    """`[rejected] inbox/report.txt - EmptyFile`; of a long key the end, which tells more than its start."""
    head, tail = "[rejected] ", f" - {_ascii(event.data.reason.type)}"
    key = _ascii(event.data.object.key)
    room = _MAX_CHARS - len(head) - len(tail)
    return head + (key if len(key) <= room else "..." + key[3 - room :]) + tail


def _says(data: FilingData) -> str:
    """The weightiest item of a current report and how many more; for other forms the headline's last words."""
    if not is_current_report(data.form):
        return data.headline.rpartition(": ")[2] if ": " in data.headline else ""
    phrases = item_phrases(data.form, zip(data.items, data.item_titles, strict=True))
    more = f" +{len(phrases) - 1} more" if phrases[1:] else ""
    return phrases[0] + more if phrases else ""


def _ascii(text: str) -> str:
    """`text` in printable ASCII: accents dropped, what has no ASCII form left out."""
    plain = unicodedata.normalize("NFKD", clean(text, len(text) + 1).translate(_PUNCTUATION))
    return " ".join(plain.encode("ascii", "ignore").decode().split())


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 3].rstrip() + "..."
