"""Rows of a form's own part, such as transactions: each is stored once, as a row of the table. Pure.

In the record, in the place of such a row, stands the end of the sort key of the row that holds it:
`TRANSACTION#0001`. `with_keys` puts these in; `with_rows` puts the rows back, and the record is the same again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from filings.aws.table.keys import row_key
from filings.record import Filing, PartRow, Record

__all__ = ["part_rows", "with_keys", "with_rows"]

_PARTS = ("ownership", "holdings", "beneficialOwnership")


def part_rows(filing: Filing) -> Iterator[tuple[str, PartRow, int]]:
    """What the parts ask to be stored, each with its part's name and its number; each kind is counted from 1."""
    count = Counter[str]()
    for name, part in zip(_PARTS, (filing.ownership, filing.holdings, filing.beneficial_ownership), strict=True):
        for row in part.stored_rows() if part is not None else ():
            count[row.kind] += 1
            yield name, row, count[row.kind]


def with_keys(record: Mapping[str, Any], filing: Filing) -> dict[str, Any]:
    """`record`, which is the filing's, with the keys of the rows that are stored whole by themselves."""
    keys: defaultdict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for part, row, number in part_rows(filing):
        if row.place is not None and _holds(row, record[part][row.place[0]][row.place[1]]):
            keys[part, row.place[0]][row.place[1]] = row_key(row.kind, number)
    keyed = dict(record)
    for (part, name), of_list in keys.items():
        rows = [of_list.get(place, row) for place, row in enumerate(keyed[part][name])]
        keyed[part] = {**keyed[part], name: rows}
    return keyed


def with_rows(record: Mapping[str, Any], stored: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """`record` as it was before `with_keys`; stored: the rows by the end of their sort keys."""
    from filings.holdings import holdings_record
    from filings.ownership import ownership_record  # only readers need them

    whole = dict(record)
    empty = {"ownership": ownership_record.EMPTY_ROWS, "holdings": holdings_record.EMPTY_ROWS}
    for part in empty.keys() & {name for name, value in record.items() if value}:
        filled = {name: _filled(whole[part].get(name, ()), row, stored) for name, row in empty[part].items()}
        whole[part] = {**whole[part], **filled}
    return whole


def _holds(row: PartRow, listed: Mapping[str, Any]) -> bool:
    """Whether the stored row says all that the list's row says: an index key may be written otherwise, or left out."""
    stored = {**row.attributes, **row.index}
    return all(stored.get(name) == value for name, value in listed.items())


def _filled(rows: Sequence[Any], empty: Record, stored: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    names = empty.model_dump(by_alias=True)
    return [
        row if isinstance(row, Mapping) else {name: stored[row].get(name, nothing) for name, nothing in names.items()}
        for row in rows
    ]
