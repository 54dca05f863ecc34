"""The items of Schedules 13D and 13G in words (Rules 13d-101 and 13d-102), with the schedules' titles.

A 13G letters its first two items (1(a) to 2(f)); they are one text under 1 and one under 2, as in EDGAR's XML. An
amendment has only the items that it changes.
"""

from __future__ import annotations

import datetime as dt
import re

from filings.items.outline import Entry, Outline
from filings.items.report_items import read_report_items
from filings.record import Item

__all__ = ["read_schedule_items"]

_LETTER = re.compile(r"\A(?:item\s*)?\d?\s*\([a-f]\)[\s.:]*", re.I)

_13D = Outline(
    (
        Entry(None, "1", "Security and Issuer"),
        Entry(None, "2", "Identity and Background"),
        Entry(
            None,
            "3",
            "Source and Amount of Funds or Other Consideration",
            variants=("Source and Amount of Funds and Other Consideration",),
        ),
        Entry(None, "4", "Purpose of Transaction", variants=("Purpose of the Transaction",)),
        Entry(None, "5", "Interest in Securities of the Issuer", variants=("Interest in Securities of Issuer",)),
        Entry(
            None,
            "6",
            "Contracts, Arrangements, Understandings or Relationships With Respect to Securities of the Issuer",
        ),
        Entry(
            None, "7", "Material to Be Filed as Exhibits", variants=("Materials to Be Filed as Exhibits", "Exhibits")
        ),
    )
)
_13G = Outline(
    (
        Entry(None, "1", "Name of Issuer", variants=("Security and Issuer", "Issuer")),
        Entry(None, "2", "Name of Person Filing", variants=("Identity of Person Filing", "Person Filing")),
        Entry(
            None,
            "3",
            "If this statement is filed pursuant to §§240.13d-1(b) or 240.13d-2(b) or (c), check whether the person"
            " filing is a",
            variants=("Type of Person", "Filing Category", "If this statement is filed pursuant to"),
        ),
        Entry(None, "4", "Ownership"),
        Entry(
            None,
            "5",
            "Ownership of Five Percent or Less of a Class",
            variants=("Ownership of 5 Percent or Less of a Class", "Ownership of 5% or Less of a Class"),
        ),
        Entry(
            None,
            "6",
            "Ownership of More than Five Percent on Behalf of Another Person",
            variants=(
                "Ownership of More than 5 Percent on Behalf of Another Person",
                "Ownership of More than 5% on Behalf of Another Person",
            ),
        ),
        Entry(
            None,
            "7",
            "Identification and Classification of the Subsidiary Which Acquired the Security Being Reported on By the"
            " Parent Holding Company or Control Person",
        ),
        Entry(None, "8", "Identification and Classification of Members of the Group"),
        Entry(None, "9", "Notice of Dissolution of Group", variants=("Notice of Dissolution of a Group",)),
        Entry(None, "10", "Certification", variants=("Certifications",)),
    )
)


def read_schedule_items(text: str, form: str, day: dt.date | None) -> list[Item]:
    """The items in document order; none where the schedule has none of its headings. day: of filing."""
    items, _ = read_report_items(text, (_13G if "13G" in form else _13D,), day)
    return [item.model_copy(update={"title": _LETTER.sub("", item.title or "", count=1) or None}) for item in items]
