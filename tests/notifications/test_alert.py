"""Golden texts: tests/fixtures/alerts/<case>/event.json, as stored, and alert.txt, as people get it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings.notifications.alert import build_alert
from filings.notifications.notification import Change, read_event
from filings.record import to_json
from tests.notifications import notification_samples as samples

ALERTS = Path(__file__).parents[1] / "fixtures" / "alerts"
CASES = sorted(folder.name for folder in ALERTS.iterdir())
assert CASES


def _rendered(case: str) -> str:
    alert = build_alert(read_event((ALERTS / case / "event.json").read_text(encoding="utf-8")))
    return f"Subject: {alert.subject}\n\n{alert.text}"


@pytest.mark.parametrize("case", CASES)
def test_a_stored_event_gives_its_text_again(case):
    golden = ALERTS / case / "alert.txt"
    if not golden.exists():
        golden.write_text(_rendered(case), encoding="utf-8")
        pytest.fail(f"{golden} was missing and is written now: review it, then run again")
    assert _rendered(case) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_stored_event_reads_back_to_the_same_json(case):
    stored = (ALERTS / case / "event.json").read_text(encoding="utf-8")
    assert to_json(read_event(stored), indent=2) + "\n" == stored


def _is_a_subject(subject: str) -> bool:
    return 0 < len(subject) < 100 and subject.isascii() and subject.isprintable() and subject == subject.strip()


@pytest.mark.parametrize("change", get_args(Change))
@given(form=st.text(max_size=50), name=st.text(max_size=300), ticker=st.text(max_size=20), item=st.text(max_size=40))
def test_every_subject_is_what_sns_takes(change, form, name, ticker, item):
    party = samples.MARLOW.model_copy(update={"name": name})
    parsed = samples.filing(form, item, "1.03", ticker=ticker, entities=(party,))
    subject = build_alert(samples.event(parsed, revision=2, change=change)).subject
    assert _is_a_subject(subject)


@given(key=st.text(min_size=1, max_size=400))
def test_every_rejection_has_a_subject_that_sns_takes_and_a_text_of_whole_lines(key):
    alert = build_alert(samples.rejection(key))
    assert _is_a_subject(alert.subject)
    assert all(line.isprintable() for line in alert.text.split("\n"))


def test_a_key_with_line_breaks_cannot_forge_a_line_of_the_text():
    text = build_alert(samples.rejection("a.txt\nReason: all is well")).text
    assert "Upload: s3://inbox/a.txt\\nReason: all is well\n" in text


def test_new_york_and_utc_follow_daylight_saving_time_and_name_the_day_where_it_differs():
    summer = build_alert(samples.event(samples.earnings())).text
    winter = build_alert(samples.event(samples.of_1996())).text
    assert "Accepted: Thu 2025-05-01 16:30:42 New York (20:30:42 UTC)" in summer
    assert "Accepted: Fri 1996-12-20 22:15:00 New York (1996-12-21 03:15:00 UTC)" in winter
