"""A row of check boxes on a form's page: "☒ Form 10-K ☐ Form 20-F", "Form 20-F [X] Form 40-F [ ]".

All boxes of a row stand before their words or all behind them. The boxes of a report's cover are `checkbox`'s and
`report_checkbox`'s; what a box looks like is told there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from filings.covers.checkbox import BOX

__all__ = ["read_row"]

_BEFORE = re.compile(rf"{BOX}[\s.•*|-]*\Z")  # a bar may be drawn beside lines that have one box together
_BEHIND = re.compile(rf"[ \t:.,]*\n?\s*{BOX}")


def read_row(
    text: str, options: Mapping[str, re.Pattern[str]], *, usually_behind: bool = False
) -> dict[str, bool | None]:
    """Which of the options are ticked; None where an option is not printed or has no box.

    usually_behind: where most forms of a kind have the boxes, if a lone mark stands between two options.
    """
    places = {name: words.search(text) for name, words in options.items()}
    before = {name: match and _ticked(_before(text, match.start())) for name, match in places.items()}
    behind = {name: match and _ticked(_BEHIND.match(text, match.end())) for name, match in places.items()}
    return before if _known(before) + (not usually_behind) > _known(behind) else behind


def _before(text: str, end: int) -> re.Match[str] | None:
    return _BEFORE.search(text, max(0, end - 30), end)


def _known(boxes: Mapping[str, bool | None]) -> int:
    return sum(box is not None for box in boxes.values())


def _ticked(match: re.Match[str] | None) -> bool | None:
    if match is None:
        return None
    return bool(match["ticked"]) or (match["letter"] or "").lower() == "x"
