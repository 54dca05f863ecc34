"""A filing with more rows than a transaction takes, such as a 13F: whole or not at all, side by side, resumed."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from math import ceil

import pytest
from botocore.exceptions import ClientError

from filings.holdings.holdings_record import Holding, Holdings
from filings.ports import Committed
from local.faults import Fault
from tests.aws.entries import NOON, entry, filing

ROWS = 1203
QUARTER = dt.date(2025, 12, 31)


@pytest.fixture(scope="module")
def report():
    rows = tuple(Holding(cusip=f"{number:09d}", value=Decimal(number)) for number in range(ROWS))
    return entry(filing(form="13F-HR", items=(), holdings=Holdings(period_of_report=QUARTER, rows=rows)))


def kept(rows) -> list[int]:
    return sorted(row["position"] for (_, sk), row in rows().items() if "#HOLDING#" in sk)


def test_every_row_is_written_in_as_few_batches_as_there_can_be(cloud, table, rows, report):
    with cloud.aws.recording() as calls:
        assert isinstance(table.commit(report, None, NOON), Committed)

    count = Counter(call.operation for call in calls)
    assert count["BatchWriteItem"] == ceil((ROWS + 2) / 25)  # the party and the tag too
    assert count["TransactWriteItems"] == 1
    assert calls[-1].operation == "TransactWriteItems"
    assert kept(rows) == list(range(1, ROWS + 1))


def test_a_second_try_writes_what_the_first_left(cloud, table, rows, report):
    cloud.aws.inject(Fault.ERROR, at="dynamodb.BatchWriteItem", nth=20)
    with pytest.raises(ClientError):
        table.commit(report, None, NOON)
    left = ROWS - len(kept(rows))
    assert left >= 25
    assert not any(sk == "LATEST" for _, sk in rows())

    with cloud.aws.recording() as calls:
        assert isinstance(table.commit(report, None, NOON), Committed)

    assert Counter(call.operation for call in calls)["BatchWriteItem"] == ceil(left / 25)
    assert kept(rows) == list(range(1, ROWS + 1))
