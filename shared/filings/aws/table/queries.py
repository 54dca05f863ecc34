"""Reading the filings table: a filing whole, a company's timeline, a form's and an item's feed of a day.

An index is behind the table and keeps rows that no longer stand. So it only proposes filings: each is confirmed
against its LATEST row, read consistently, and shown as that row has it. Keys and queries: docs/data-model.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any, Protocol

from filings.aws.table.batch_get import BatchGet
from filings.aws.table.keys import (
    COMPANY_FORM_INDEX,
    COMPANY_INDEX,
    FEED_INDEX,
    HOLDERS_INDEX,
    ISSUER_INDEX,
    LATEST,
    OWNER_INDEX,
    filing_pk,
    generation_prefix,
    revision_sk,
)
from filings.aws.table.part_rows import with_rows
from filings.aws.table.values import from_row
from filings.record import Filing

if TYPE_CHECKING:
    from collections.abc import Callable

    from types_boto3_dynamodb import DynamoDBClient

__all__ = ["FilingQueries", "FilingSummary", "StoredFiling", "StoredRow"]

_FEW = 5  # rows where one is wanted: those before it may stand no longer
_DAY_ENDS = "T23:59:59Z"
_CHILDREN = {"ITEM": "items", "ENTITY": "entities", "DOCUMENT": "documents"}
_HOLDINGS = ("13F-HR", "13F-HR/A")


class WholeFilings(Protocol):
    """Where a filing lies whole: the archive."""

    def get(self, filing_id: str, generation: str) -> Filing:
        """The filing as it was archived."""


@dataclass(frozen=True, slots=True)
class FilingSummary:
    """What a list shows of a filing, from its LATEST row. `said`: form, companyName, items, headline and so on."""

    filing_id: str
    revision: int
    generation: str
    filed_on: dt.date
    accepted_at: dt.datetime
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoredFiling:
    """A filing with all its texts. `object`: the upload it was read from. `status`: PENDING or NOTIFIED."""

    filing: Filing
    filing_id: str
    revision: int
    revisions: int
    generation: str
    parser_version: str
    status: str
    object: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row of a form's own part, such as an insider's transaction; `attributes` as in the filing's JSON."""

    filing_id: str
    filed_on: dt.date
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FilingQueries:
    """The table `name`, for readers. `page` rows are read at a time; a list is read as far as it is consumed."""

    client: DynamoDBClient
    name: str
    archive: WholeFilings
    page: int = 100
    wait: Callable[[float], None] = field(default=sleep)

    def filing(self, filing_id: str) -> StoredFiling | None:
        """The filing's revision that stands, whole; None where there is none. Consistent: what was announced is there.

        filing_id: the accession number with its dashes, or `sha256:<hex>`.
        """
        latest = self._get(filing_pk(filing_id), LATEST)
        if latest is None:
            return None
        revision = self._get(filing_pk(filing_id), latest.get("revisionSk") or revision_sk(latest["contentSha256"]))
        if revision is None:
            raise LookupError(f"{filing_id} has no revision {latest['revision']}")
        generation = latest["generation"]
        return StoredFiling(
            filing=self._whole(filing_id, generation, revision),
            filing_id=filing_id,
            revision=latest["revision"],
            revisions=latest["revisions"],
            generation=generation,
            parser_version=revision["parserVersion"],
            status=revision["status"],
            object=latest["object"],
        )

    def company_timeline(
        self, cik: str, first: dt.date | None = None, last: dt.date | None = None
    ) -> Iterator[FilingSummary]:
        """Filings that name the company as a party, newest first; `first` and `last` are days of acceptance in UTC.

        cik: ten digits.
        """
        condition = "cik = :cik AND acceptedAt BETWEEN :first AND :last"
        values = {
            ":cik": {"S": cik},
            ":first": {"S": first.isoformat() if first else "0000"},
            ":last": {"S": f"{last or dt.date.max}{_DAY_ENDS}"},
        }
        return self._confirmed(self._query(COMPANY_INDEX, condition, values))

    def company_filings(self, cik: str, form: str) -> Iterator[FilingSummary]:
        """Filings of exactly EDGAR's form type `form` that name the company as a party, newest first.

        An amendment has a form type of its own (`10-K/A`), and so has a form of another era (`10-K405`, `10-KSB`).
        """
        condition = "cik = :cik AND form = :form"
        return self._confirmed(self._query(COMPANY_FORM_INDEX, condition, {":cik": {"S": cik}, ":form": {"S": form}}))

    def latest_report(self, cik: str, *forms: str) -> FilingSummary | None:
        """The company's newest filing of one of `forms` (`10-K`; or `10-K`, `10-K/A`), by acceptance; None without one.

        One query a form, which reads a few rows, however much the company files besides.
        """
        few = replace(self, page=_FEW)
        found = [filing for form in forms for filing in islice(few.company_filings(cik, form), 1)]
        return max(found, key=lambda filing: (filing.accepted_at, filing.filing_id), default=None)

    def form_feed(self, form: str, day: dt.date) -> Iterator[FilingSummary]:
        """Filings of EDGAR's form type `form` filed on `day`, latest acceptance first."""
        return self._feed("FORM", form, day)

    def item_feed(self, item: str, day: dt.date) -> Iterator[FilingSummary]:
        """Filings filed on `day` that report `item` (`5.02`), latest acceptance first."""
        return self._feed("ITEM", item, day)

    def tag_feed(self, tag: str, day: dt.date) -> Iterator[FilingSummary]:
        """Filings filed on `day` whose event has `tag` (docs/tags.md), latest acceptance first."""
        return self._feed("TAG", tag, day)

    def late_filers(self, day: dt.date) -> Iterator[FilingSummary]:
        """Notifications of late filing filed on `day` (NT 10-K, NT 10-Q and their kin), latest acceptance first."""
        return self.tag_feed("late", day)

    def transactions_by_issuer(
        self, cik: str, first: dt.date | None = None, last: dt.date | None = None
    ) -> Iterator[StoredRow]:
        """What insiders of the company traded from `first` to `last`, newest first; cik: the issuer's, ten digits."""
        return self._transactions(ISSUER_INDEX, "issuerCik", cik, first, last)

    def transactions_by_owner(
        self, cik: str, first: dt.date | None = None, last: dt.date | None = None
    ) -> Iterator[StoredRow]:
        """What the reporting owner traded, in whatever company; cik: the owner's, ten digits."""
        return self._transactions(OWNER_INDEX, "ownerCik", cik, first, last)

    def _transactions(
        self, index: str, key: str, cik: str, first: dt.date | None, last: dt.date | None
    ) -> Iterator[StoredRow]:
        condition = f"{key} = :cik AND transactionDate BETWEEN :first AND :last"
        values = {
            ":cik": {"S": cik},
            ":first": {"S": (first or dt.date.min).isoformat()},
            ":last": {"S": (last or dt.date.max).isoformat()},
        }
        return self._standing(self._query_rows(index, condition, values))

    def holders(self, cusip: str, quarter: dt.date) -> Iterator[StoredRow]:
        """Rows of 13F tables that report the security, the largest value first; options too (`putCall`).

        cusip: nine characters, letters large; quarter: its last day. Original reports and amendments alike: a
        restatement stands beside what it restates.
        """
        condition = "cusip = :cusip AND reportDate = :quarter"
        values = {":cusip": {"S": cusip}, ":quarter": {"S": quarter.isoformat()}}
        return self._standing(self._query_rows(HOLDERS_INDEX, condition, values))

    def portfolio(self, cik: str, quarter: dt.date) -> list[StoredRow]:
        """What the manager reported for the quarter, amendments taken in, in the tables' order.

        The newest report or restatement counts, and the new holdings that were added to it since. cik: ten digits.
        """
        rows: list[StoredRow] = []
        for filing in self.company_timeline(cik, first=quarter):
            if filing.said["form"] not in _HOLDINGS or filing.said["reportDate"] != quarter.isoformat():
                continue
            found = list(self._children(filing.filing_id, filing.generation, "HOLDING#"))
            found.sort(key=lambda row: row["position"])
            rows = [StoredRow(filing.filing_id, filing.filed_on, row) for row in found] + rows
            if found and found[0].get("amendmentType") != "NEW HOLDINGS":
                break
        return rows

    def _standing(self, pages: Iterable[Sequence[dict[str, Any]]]) -> Iterator[StoredRow]:
        """Those whose filing's LATEST row names the same generation."""
        for page in pages:
            latest = self._latest({row["filingId"] for row in page})
            for row in page:
                standing = latest.get(row["filingId"])
                if standing is not None and standing["generation"] == row["generation"]:
                    yield StoredRow(row["filingId"], dt.date.fromisoformat(row["filedOn"]), row)

    def _feed(self, feed: str, value: str, day: dt.date) -> Iterator[FilingSummary]:
        condition = "feed = :feed AND feedValue = :value AND filedOn = :day"
        values = {":feed": {"S": feed}, ":value": {"S": value}, ":day": {"S": day.isoformat()}}
        return self._confirmed(self._query(FEED_INDEX, condition, values))

    def _get(self, pk: str, sk: str) -> dict[str, Any] | None:
        answer = self.client.get_item(TableName=self.name, Key={"pk": {"S": pk}, "sk": {"S": sk}}, ConsistentRead=True)
        return from_row(answer["Item"]) if "Item" in answer else None

    def _whole(self, filing_id: str, generation: str, revision: Mapping[str, Any]) -> Filing:
        """The record from its rows; from the archive where a row says that it could not hold everything."""
        if revision.get("recordInArchive"):
            return self.archive.get(filing_id, generation)
        children: dict[str, list[dict[str, Any]]] = {name: [] for name in _CHILDREN.values()}
        stored: dict[str, dict[str, Any]] = {}
        for row in self._children(filing_id, generation):
            if row.get("inArchive"):
                return self.archive.get(filing_id, generation)
            key = row["sk"].removeprefix(generation_prefix(generation))
            stored[key] = row
            kind = key.partition("#")[0]
            if kind in _CHILDREN:
                children[_CHILDREN[kind]].append(row)
        in_order = {name: sorted(rows, key=lambda row: row["position"]) for name, rows in children.items()}
        return Filing.model_validate({**with_rows(revision["record"], stored), **in_order})

    def _children(self, filing_id: str, generation: str, kind: str = "") -> Iterator[dict[str, Any]]:
        pages = self.client.get_paginator("query").paginate(
            TableName=self.name,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :generation)",
            ExpressionAttributeValues={
                ":pk": {"S": filing_pk(filing_id)},
                ":generation": {"S": generation_prefix(generation) + kind},
            },
            ConsistentRead=True,
        )
        for page in pages:
            yield from map(from_row, page["Items"])

    def _query(self, index: str, condition: str, values: Mapping[str, Any]) -> Iterator[list[tuple[str, str]]]:
        """Pages of (filing id, generation), newest first."""
        for page in self._query_rows(index, condition, values):
            yield [(row["filingId"], row["generation"]) for row in page]

    def _query_rows(self, index: str, condition: str, values: Mapping[str, Any]) -> Iterator[list[dict[str, Any]]]:
        """Pages of what the index holds, newest first."""
        pages = self.client.get_paginator("query").paginate(
            TableName=self.name,
            IndexName=index,
            KeyConditionExpression=condition,
            ExpressionAttributeValues=values,
            ScanIndexForward=False,
            PaginationConfig={"PageSize": self.page},
        )
        for page in pages:
            yield [from_row(row) for row in page["Items"]]

    def _confirmed(self, pages: Iterable[Sequence[tuple[str, str]]]) -> Iterator[FilingSummary]:
        """Those whose LATEST row names the same generation, each once: a party may have two roles in a filing."""
        shown: set[str] = set()
        for page in pages:
            proposed = dict.fromkeys(hit for hit in page if hit[0] not in shown)
            latest = self._latest({filing_id for filing_id, _ in proposed})
            for filing_id, generation in proposed:
                row = latest.get(filing_id)
                if row is not None and row["generation"] == generation:
                    shown.add(filing_id)
                    yield _summary(row)

    def _latest(self, filing_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        reads = BatchGet(self.client, self.name, self.wait, consistent=True)
        keys = ((filing_pk(filing_id), LATEST) for filing_id in sorted(filing_ids))
        return {row["filingId"]: row for row in reads.rows(keys)}


def _summary(row: Mapping[str, Any]) -> FilingSummary:
    return FilingSummary(
        filing_id=row["filingId"],
        revision=row["revision"],
        generation=row["generation"],
        filed_on=dt.date.fromisoformat(row["filedOn"]),
        accepted_at=dt.datetime.fromisoformat(row["acceptedAt"]),
        said=row["summary"],
    )
