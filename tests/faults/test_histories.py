"""Any history of uploads, deliveries, faults, sweeps, redrives and upgrades: in the end all six invariants hold.

Hypothesis makes the histories up and shortens one that fails. `make nightly` goes through hundreds.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from local.events import ObjectVersion
from local.faults import Fault
from local.strict import Call
from tests.faults.interleaving import Actors, crash_at_turn, drawn
from tests.faults.test_interleaving import meet
from tests.faults.uploads import A_13F, FIRST, NO_FILING, SECOND, THIRD, UNDATED
from tests.faults.world import World

KEYS = ("in/a b+c é.txt", "in/other.txt", "in/third.txt")
BODIES = (FIRST, SECOND, THIRD, UNDATED, NO_FILING, A_13F)
STRIKES = (Fault.ERROR, Fault.CRASH_BEFORE, Fault.LOST_RESPONSE, Fault.CRASH_AFTER, Fault.THROTTLE)

bodies = st.sampled_from(BODIES)
keys = st.sampled_from(KEYS)
seeds = st.integers(0, 999)
strikes = st.lists(st.tuples(st.integers(1, 15), st.sampled_from(STRIKES)), max_size=3)


class Histories(RuleBasedStateMachine):
    """A rule is what may happen next."""

    world: ClassVar[World]
    uploads = Bundle("uploads")

    def __init__(self) -> None:
        super().__init__()
        self.world.empty()
        self.is_upgraded = False
        self.told: set[str | None] = set()

    @initialize(target=uploads, made=st.lists(st.tuples(keys, bodies, st.booleans()), min_size=2, max_size=6))
    def first_uploads(self, made: list[tuple[str, bytes, bool]]) -> MultipleResults[ObjectVersion]:
        return multiple(*[self.upload_one(*one) for one in made])

    @initialize(large=st.booleans())
    def all_filings_are_large(self, large: bool) -> None:
        if large:
            self.world.lower_limits()

    @rule(target=uploads, key=keys, body=bodies, notify=st.booleans())
    def upload(self, key: str, body: bytes, notify: bool) -> ObjectVersion:
        """New or not; and S3 may lose the event."""
        return self.upload_one(key, body, notify)

    @rule(version=uploads)
    def tell_again(self, version: ObjectVersion) -> None:
        self.world.send(version)
        self.told.add(version.version_id)

    @rule(seed=seeds, strikes=strikes)
    def deliver(self, seed: int, strikes: list[tuple[int, Fault]]) -> None:
        """A batch, in any order, with a fault at any call, or several."""
        self.strike(strikes)
        self.world.deliver(random.Random(seed))
        self.world.cloud.aws.calm()

    @rule(one=uploads, other=uploads, seed=seeds, crash=st.integers(1, 20))
    def deliver_two_at_once(self, one: ObjectVersion, other: ObjectVersion, seed: int, crash: int) -> None:
        actors = Actors(self.world.cloud.aws, drawn(seed), crash_at_turn(crash))
        self.world.send(*meet(self.world, actors, {"A": one, "B": other}))
        self.told |= {one.version_id, other.version_id}

    @rule(operation=st.sampled_from(("GetObject", "PutObject", "TransactWriteItems", "Publish", "UpdateItem")))
    def outage(self, operation: str) -> None:
        """That call fails for whatever is in the queue, until SQS gives up."""

        def fail(call: Call) -> None:
            if call.operation == operation:
                raise ConnectionError

        self.world.cloud.aws.before.append(fail)
        self.world.drain()
        self.world.cloud.aws.before.remove(fail)

    @rule(strikes=strikes)
    def sweep(self, strikes: list[tuple[int, Fault]]) -> None:
        self.strike(strikes)
        self.world.sweep()
        self.world.cloud.aws.calm()

    @precondition(lambda self: self.world.dead_letters())
    @rule()
    def redrive(self) -> None:
        self.world.redrive()

    @rule(strikes=strikes)
    def reconcile(self, strikes: list[tuple[int, Fault]]) -> None:
        self.strike(strikes)
        self.world.reconcile({"reconcile": {}})
        self.world.cloud.aws.calm()

    @rule()
    def upgrade(self) -> None:
        """And whatever the parser before it has read is read again, when its turn comes."""
        if not self.is_upgraded:
            self.world.upgrade()
            self.is_upgraded = True
        self.world.reconcile({"reprocess": {"prefix": ""}})

    def upload_one(self, key: str, body: bytes, notify: bool) -> ObjectVersion:
        version = self.world.upload(key, body, notify=notify)
        if notify:
            self.told.add(version.version_id)
        return version

    def strike(self, strikes: list[tuple[int, Fault]]) -> None:
        for number, fault in strikes:
            self.world.cloud.aws.inject(fault, at=number)

    def teardown(self) -> None:
        """What waits is done, what is dead is sent back: only what nobody was told of is left for ReconcileInbox."""
        self.world.drain()
        self.world.redrive()
        self.world.drain()
        assert self.world.dead_letters() == []
        assert self.world.pending() == []
        assert self.told <= self.world.outcomes(), "told of, and lost"

        self.world.reconcile({"prefix": ""})
        self.world.drain()
        self.world.sweep()
        assert self.world.dead_letters() == []
        self.world.assert_invariants()


@pytest.fixture(autouse=True)
def world_of_histories(opened_world: World) -> Iterator[None]:
    Histories.world = opened_world
    yield
    opened_world.empty()


SAMPLE = settings(
    max_examples=20,
    stateful_step_count=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # shortening takes minutes: `make nightly` does it
    suppress_health_check=list(HealthCheck),
)


MANY = settings(SAMPLE, max_examples=600, stateful_step_count=25, derandomize=False, phases=tuple(Phase))


def test_some_histories() -> None:
    run_state_machine_as_test(Histories, settings=SAMPLE)


@pytest.mark.nightly
def test_many_histories() -> None:
    run_state_machine_as_test(Histories, settings=MANY)
