"""The sweeper, with the ports faked."""

import datetime as dt

import pytest

from filings.ports import Announcement
from filings.sweep import PendingSweeper
from tests.fakes import NOON, FakeTable, FakeTopics


def announcement(name: str, *, minutes: float) -> Announcement:
    return Announcement(name, "sk", "{}", {}, NOON - dt.timedelta(minutes=minutes))


@pytest.fixture
def desk():
    table, topics = FakeTable(), FakeTopics()
    for name, minutes in {"young": 1, "old": 6, "older": 20}.items():
        table.revisions[name, "sk"] = {"pending": announcement(name, minutes=minutes)}
    sweeper = PendingSweeper(table, topics, patience=dt.timedelta(minutes=5), now=lambda: NOON)
    return sweeper, table, topics


def test_what_waits_too_long_is_announced_oldest_first_and_marked(desk):
    sweeper, table, topics = desk
    swept = sweeper.sweep()
    assert [told.pk for told in topics.published] == ["older", "old"]
    assert (swept.announced, swept.oldest, swept.failures) == (2, dt.timedelta(minutes=20), ())
    assert [pk for (pk, _), row in table.revisions.items() if row["pending"]] == ["young"]


def test_a_second_run_finds_nothing(desk):
    sweeper, _, topics = desk
    sweeper.sweep()
    swept = sweeper.sweep()
    assert (swept.announced, swept.oldest) == (0, dt.timedelta(0))
    assert len(topics.published) == 2


def test_one_that_fails_stays_pending_and_does_not_hold_up_the_others(desk):
    sweeper, table, topics = desk
    topics.broken = 1
    swept = sweeper.sweep()
    assert [told.pk for told in topics.published] == ["old"]
    ((failed, error),) = swept.failures
    assert (failed.pk, type(error)) == ("older", ConnectionError)
    assert table.revisions["older", "sk"]["pending"] is not None


def test_it_stops_when_time_is_short_and_still_tells_how_old_the_oldest_is(desk):
    sweeper, _, topics = desk
    swept = sweeper.sweep(has_time=lambda: not topics.published)
    assert [told.pk for told in topics.published] == ["older"]
    assert swept.oldest == dt.timedelta(minutes=20)
