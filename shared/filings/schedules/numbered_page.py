"""A reporting person's page of a Schedule 13G that names its rows by their numbers only.

Item 1:  Reporting Person - Example Advisers LLC      Large managers print thousands of schedules so; the
Item 4:  Delaware                                     numbers are those of Rule 13d-102.
Item 5:  1,210,300
"""

from __future__ import annotations

import re

from filings.text.up_to_next import up_to_next

__all__ = ["NUMBERED_PAGE", "numbered_rows"]

NUMBERED_PAGE = re.compile(r"^[ \t]*item[ \t]+1[ \t]*:[ \t]*(?=reporting[ \t]+person[ \t]*[-–—:])", re.I | re.M)
_NUMBER = re.compile(r"^[ \t]*item[ \t]+(\d{1,2})[ \t]*:", re.I | re.M)
_LEAD = re.compile(r"[ \t]*reporting[ \t]+person[ \t]*[-–—:]", re.I)
_ROWS = {
    **{1: "name", 2: "group", 4: "citizenship", 5: "sole_vote", 6: "shared_vote", 7: "sole_disposal"},
    **{8: "shared_disposal", 9: "aggregate", 11: "percent", 12: "type"},
}


def numbered_rows(page: str) -> dict[str, str]:
    """Row -> what stands behind its number. The numbers rise: the schedule's own items begin again with 1."""
    rows: dict[str, str] = {}
    last = 0
    for match, end in up_to_next(list(_NUMBER.finditer(page)), len(page)):
        if int(match[1]) <= last:
            break
        last = int(match[1])
        if name := _ROWS.get(last):
            rows[name] = _LEAD.sub("", page[match.end() : min(end, match.end() + 400)], count=1)
    return rows
