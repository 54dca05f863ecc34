"""How long each part of a notification may be, and how text is made fit for one.

The whole message, attributes included, stays under SNS's 256 KiB whatever the filing, by one rule:
every list and every text has a cap, and the caps together stay below the limit. Nothing is measured
and cut afterwards, so the same filing always gives the same message. What names a thing (an S3 key,
a version id, a table key) is never cut. The models are in `notification`, the caps are stated in
docs/notification.md.
"""

from __future__ import annotations

import unicodedata

__all__ = ["MAX_MESSAGE_BYTES", "clean", "clean_or_none"]

MAX_MESSAGE_BYTES = 256 * 1024

MAX_ENTITIES = 25
MAX_EXHIBITS = 25
MAX_ITEMS = 64
MAX_TICKERS = 25
MAX_TAGS = 25
MAX_WARNINGS = 10
MAX_CIKS = 500
MAX_SUMMARY_BYTES = 8 * 1024

# Characters. A character is at most four bytes of JSON here: `clean` leaves none that needs a \u escape.
CODE_CHARS = 32
NAME_CHARS = 150
TITLE_CHARS = 160
SENTENCE_CHARS = 300
KEY_CHARS = 1200


def clean(text: str, limit: int) -> str:
    """`text` on one line: runs of blanks and unprintable characters become one space; cut to `limit` with an ellipsis.

    Invisible format characters (zero-width, bidirectional overrides) are dropped: they only deceive a reader.
    """
    if not text.isprintable():
        text = "".join(_visible(character) for character in text)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return "" if unicodedata.category(character) == "Cf" else " "


def clean_or_none(text: str | None, limit: int) -> str | None:
    """`clean`, and None where nothing is left."""
    return (clean(text, limit) or None) if text else None
