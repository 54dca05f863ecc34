"""The cover page of a report: inline XBRL's `dei` facts where it is tagged, its words where it is not.

`dei_cover` reads the tags, `cover_words` the identity block, `checkbox` and `registered_security`
what follows it; here the two readings become one `Cover`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from filings.covers.checkbox import read_checkboxes
from filings.covers.cover_words import read_words
from filings.covers.registered_security import read_securities
from filings.forms._form import Report
from filings.record import Address, Cover, Fact, Warning
from filings.text.characters import in_small_letters

__all__ = ["CoverReading", "read_cover"]

LONGEST_COVER = 20_000
_FIRST_ITEM = re.compile(r"\n\W{0,40}items?[\s:.#-]{0,8}(?:no\.?\s*)?\d", re.I)  # sre scans for the line break
_CONTENTS = re.compile(r"table\s+of\s+contents")


@dataclass
class CoverReading:
    """A cover, the date of report on it, and inline XBRL's own facts of it."""

    cover: Cover
    report_date: dt.date | None = None
    facts: list[Fact] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)


def read_cover(report: Report) -> CoverReading:
    """Read the cover of a report: a tagged fact first, the page's words for what is not tagged."""
    text = _cover_text(report.text)
    dei = report.dei
    parties = report.header.entities if report.header else []
    words = read_words(text, [party.name for party in parties if party.name])
    cover = Cover(
        registrant_name=words.registrant_name,
        state_of_incorporation=words.state_of_incorporation,
        commission_file_number=words.commission_file_number,
        irs_employer_identification_number=words.irs_employer_identification_number,
        address=words.address,
        phone=words.phone,
        former_name=words.former_name,
        checkboxes=read_checkboxes(text),
        securities=read_securities(text),
    )
    if dei is None:
        return CoverReading(cover, words.report_date)
    return CoverReading(_tagged(cover, dei.cover), dei.report_date or words.report_date, dei.facts)


def _cover_text(text: str) -> str:
    """Up to the first item, but at least past the check boxes."""
    head = text[:LONGEST_COVER]
    item = _FIRST_ITEM.search(head, 199)
    cover = head[: item.start() + 1] if item else head
    contents = _CONTENTS.search(in_small_letters(cover), 200)
    return cover[: contents.start()] if contents else cover


def _tagged(words: Cover, dei: Cover) -> Cover:
    """The tagged values over the words'."""
    update = {name: value for name in Cover.model_fields if (value := getattr(dei, name)) not in (None, ())}
    boxes = {
        name: value
        for name in type(dei.checkboxes).model_fields
        if (value := getattr(dei.checkboxes, name)) is not None
    }
    update["checkboxes"] = words.checkboxes.model_copy(update=boxes)
    if isinstance(dei.address, Address) and words.address:
        update["address"] = words.address.model_copy(update=_tagged_parts(dei.address))
    return words.model_copy(update=update)


def _tagged_parts(address: Address) -> dict[str, str | None]:
    """What is tagged of an address. Both lines of a street go together: a filer may tag them as one."""
    parts = {name: value for name in Address.model_fields if (value := getattr(address, name)) is not None}
    return {"street2": None, **parts} if "street1" in parts else parts
