"""The items of a form in its order, each with the part it stands in and the titles it has had."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

__all__ = ["Entry", "Outline"]


@dataclass(frozen=True)
class Entry:
    """An item of a form: the part it stands in, its number, its present title.

    former: titles that the form had, each with the last day (of filing) it was the form's own, the oldest first.
    variants: what filers print besides.
    """

    part: str | None
    number: str
    title: str
    former: tuple[tuple[str, str], ...] = ()
    variants: tuple[str, ...] = ()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Every title of the item."""
        return (self.title, *(title for _, title in reversed(self.former)), *self.variants)

    def title_on(self, day: dt.date | None) -> str:
        """The form's title on a day; the present one where the day is unknown."""
        stated = day.isoformat() if day else "9999"
        return next((title for last, title in self.former if stated <= last), self.title)


@dataclass(frozen=True)
class Outline:
    """The items of a form in its order. A number may come twice, in two parts or with titles of two eras."""

    entries: tuple[Entry, ...]

    @cached_property
    def titles(self) -> dict[str, tuple[str, ...]]:
        """Number -> the titles of all its entries, as `find_headings` takes them."""
        merged: dict[str, tuple[str, ...]] = {}
        for entry in self.entries:
            merged[entry.number] = (*merged.get(entry.number, ()), *entry.titles)
        return merged

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Number -> where its entries stand in the form."""
        return {
            number: tuple(at for at, entry in enumerate(self.entries) if entry.number == number)
            for number in self.titles
        }

    @cached_property
    def slots(self) -> tuple[int, ...]:
        """Where each entry stands in the order: entries of one number in a row stand in one another's place."""
        starts = [at == 0 or entry.number != self.entries[at - 1].number for at, entry in enumerate(self.entries)]
        return tuple(accumulate(starts))
