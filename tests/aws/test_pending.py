"""What the sweeper finds: the sparse index, read with care."""

import datetime as dt

from filings.aws.table.pending import DynamoDBPendingTable
from tests.aws.entries import NOON, entry, filing, refusal

MINUTE = dt.timedelta(minutes=1)


def test_it_finds_what_is_pending_for_long_oldest_first_filings_and_refusals_alike(table):
    young = table.commit(entry(filing("0009900555-26-000002"), key="b.txt"), None, NOON).announcement
    old = table.commit(entry(), None, NOON - 6 * MINUTE).announcement
    older = table.record_refusal(refusal("c.txt"), NOON - 20 * MINUTE).announcement
    pending = DynamoDBPendingTable(table.client, table.name)
    assert list(pending.pending(NOON - 5 * MINUTE)) == [older, old]
    assert list(pending.pending(NOON + MINUTE)) == [older, old, young]


def test_what_is_announced_is_not_found(table):
    announcement = table.commit(entry(), None, NOON).announcement
    pending = DynamoDBPendingTable(table.client, table.name)
    pending.mark_announced(announcement, NOON)
    assert list(pending.pending(NOON + MINUTE)) == []


def test_a_row_that_was_announced_after_the_index_was_read_is_passed_over(cloud, table):
    """The index is eventually consistent: between its answer and the row, a handler may have been faster."""
    announcement = table.commit(entry(), None, NOON).announcement

    def announce_meanwhile(call):
        if call.operation == "GetItem" and call.error is None:
            cloud.aws.before.clear()
            table.mark_announced(announcement, NOON)

    cloud.aws.before.append(announce_meanwhile)
    assert list(DynamoDBPendingTable(table.client, table.name).pending(NOON + MINUTE)) == []
