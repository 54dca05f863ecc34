"""A fault at each AWS call of each delivery; redelivery repairs it, and what always holds, holds.

One test for each delivery, call and fault. The calls come from an undisturbed run of the delivery.
"""

from __future__ import annotations

import pytest

from filings.aws.table.commit import WRITERS
from local.faults import Fault
from tests.faults.deliveries import (
    DELIVERIES,
    TOO_SLOW_FOR_EVERY_FAULT,
    Delivery,
    a_13f,
    a_13f_of_thousands_of_rows,
    a_large_filing,
    no_filing,
    no_filing_twice,
    one_event,
    the_same_event_twice,
    two_keys_of_one_accession_number,
    two_keys_with_the_same_content,
    two_versions,
    two_versions_in_batches,
    two_versions_reversed,
    undisturbed_calls,
)
from tests.faults.strikes import FAULTS, does_the_same
from tests.faults.world import World

ONE_MESSAGE = {one_event, a_large_filing, a_13f, no_filing}
LARGE = {a_large_filing, two_versions_in_batches, a_13f}
OF_LARGE = {"GetItem", "Query", "BatchWriteItem", "TransactWriteItems"}
SECOND_OF_TWO = {
    the_same_event_twice,
    two_versions_reversed,
    two_keys_of_one_accession_number,
    two_versions_in_batches,
    no_filing_twice,
}


def is_nearly_another(delivery: Delivery, number: int, fault: Fault) -> bool:
    """Whether another case does the same, or nearly. These wait for the night."""
    operations = [call.operation for call in undisturbed_calls()[delivery]]
    operation, around = operations[number - 1], operations[number - 2 : number + 1]
    return (
        (delivery not in ONE_MESSAGE and does_the_same(operation, fault))
        or (delivery not in ONE_MESSAGE and fault is Fault.CRASH_AFTER)  # as before the next call
        or (delivery in LARGE and operation not in OF_LARGE)  # a small filing has these calls too
        or around == ["BatchWriteItem"] * 3  # a batch between others
        or (delivery in SECOND_OF_TWO and number <= operations.index("GetObject", 1))  # the first of two_versions
    )


FRESH = ["GetObject", "PutObject", "TransactWriteItems", "Publish", "Publish", "UpdateItem"]
REJECTED = ["GetObject", "PutItem", "Publish", "UpdateItem"]
NEXT_REVISION = ["GetObject", "PutObject", "TransactWriteItems", *FRESH[2:]]
EXPECTED = {
    one_event: FRESH,
    the_same_event_twice: [*FRESH, "GetObject", "PutObject", "TransactWriteItems", "GetItem"],
    two_versions: [*FRESH, *NEXT_REVISION],
    two_keys_with_the_same_content: [*FRESH, "GetObject", "PutObject", "TransactWriteItems", "PutItem"],
    a_large_filing: [*FRESH[:2], "GetItem", *["BatchWriteItem"] * 5, *FRESH[2:]],
    a_13f: [*FRESH[:2], "GetItem", "Query", *["BatchWriteItem"] * 7, *FRESH[2:]],
    no_filing: REJECTED,
    no_filing_twice: [*REJECTED, "GetObject", "PutItem"],
}

CASES = [
    pytest.param(
        delivery,
        number,
        call.name,
        fault,
        id=f"{delivery.__name__}-{number:02}.{call.operation}-{fault.name}",
        marks=[pytest.mark.nightly] if is_nearly_another(delivery, number, fault) else [],
    )
    for delivery, calls in undisturbed_calls().items()
    for number, call in enumerate(calls, 1)
    for fault in (*FAULTS, *([Fault.UNPROCESSED] if call.operation == "BatchWriteItem" else []))
]


@pytest.mark.parametrize("delivery", EXPECTED, ids=lambda delivery: delivery.__name__)
def test_the_calls_that_are_struck_are_those_of_the_way(delivery: Delivery) -> None:
    """Were a call not recorded, it would not be struck, and nobody would notice."""
    assert [call.operation for call in undisturbed_calls()[delivery]] == EXPECTED[delivery]


def test_a_large_filing_has_more_children_than_a_transaction_takes(world: World) -> None:
    a_large_filing(world)
    world.drain()
    assert sum(row["sk"].startswith("G#") for row in world.evidence().rows) > 100
    assert sum(call.operation == "BatchWriteItem" for call in undisturbed_calls()[two_versions_in_batches]) >= 6


NIGHTLY = {a_13f_of_thousands_of_rows}


@pytest.mark.parametrize(
    "delivery",
    [
        pytest.param(delivery, marks=[pytest.mark.nightly] if delivery in NIGHTLY else [])
        for delivery in (*DELIVERIES, *TOO_SLOW_FOR_EVERY_FAULT)
    ],
    ids=lambda delivery: delivery.__name__,
)
def test_without_a_fault_everything_holds_and_the_sweeper_has_nothing_to_do(world: World, delivery: Delivery) -> None:
    delivery(world)
    assert world.drain().errors == []
    assert world.pending() == []
    assert world.sweep().response == {"announced": 0}
    world.assert_invariants()


@pytest.mark.parametrize(("delivery", "number", "name", "fault"), CASES)
def test_a_fault_at_a_call_is_repaired_by_redelivery(
    world: World, delivery: Delivery, number: int, name: str, fault: Fault
) -> None:
    struck = world.cloud.aws.inject(fault, at=number)
    delivery(world)
    world.drain()
    assert struck.happened
    assert world.calls[number - 1].name == name
    assert world.dead_letters() == []
    assert world.pending() == [], "redelivery is the first repair; the sweeper is for what has no message any more"
    world.sweep()
    world.assert_invariants()


@pytest.mark.nightly
@pytest.mark.parametrize("fault", [*FAULTS, Fault.UNPROCESSED], ids=lambda fault: fault.name)
def test_a_fault_in_a_batch_of_thousands_of_rows_is_repaired_and_hardly_anything_written_twice(
    world: World, fault: Fault
) -> None:
    struck = world.cloud.aws.inject(fault, at="dynamodb.BatchWriteItem", nth=60)
    a_13f_of_thousands_of_rows(world)
    world.drain()
    assert struck.happened
    batches = [call for call in world.calls if call.operation == "BatchWriteItem"]
    assert len(batches) <= 121 + WRITERS + 1, "the second try goes on where the first was"
    world.sweep()
    world.assert_invariants()
