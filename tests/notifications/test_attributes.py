"""The message attributes: what a filter policy sees."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from filings.notifications.attributes import build_attributes, build_rejection_attributes
from filings.notifications.notification_models import Origin, Summaries
from filings.record import Entity, Filing
from tests.notifications import notification_samples as samples


def test_an_earnings_8k_has_seven_attributes():
    filing = samples.earnings()
    assert build_attributes(samples.event(filing), filing) == {
        "event_type": ("String", "filing.processed.v1"),
        "form": ("String", "8-K"),
        "severity": ("String", "high"),
        "ciks": ("String.Array", '["0009000001"]'),
        "tickers": ("String.Array", '["MRLW"]'),
        "items": ("String.Array", '["2.02","9.01"]'),
        "tags": ("String.Array", '["earnings"]'),
    }


@settings(deadline=None)
@given(
    numbers=st.lists(st.text(max_size=8), max_size=3),
    party=st.builds(Entity, role=st.text(max_size=8), cik=st.sampled_from([None, "0009000001"])),
    form=st.none() | st.text(max_size=8) | st.sampled_from(["4", "8-K", "NT 10-K"]),
    tags=st.lists(st.text(max_size=8), max_size=2),
    origin=st.sampled_from(get_args(Origin)),
    bought=st.booleans(),
)
@example(["1"], Entity(role="ISSUER", cik="0009000001"), "4", ["late"], "reprocess", True)
def test_there_are_nine_at_most_whatever_the_filing(numbers, party, form, tags, origin, bought):
    """SNS drops a message with more than ten on its way to a raw-delivery SQS queue."""
    filing = samples.filing(form or "", *numbers, entities=(party,)).model_copy(update={"form": form})
    summaries = (samples.bought("1") if bought else Summaries()).model_copy(update={"tags": tuple(tags)})
    attributes = build_attributes(samples.event(filing, origin=origin, summaries=summaries), filing)
    assert len(attributes) <= 9


def test_an_insiders_purchases_stand_in_the_place_of_items():
    filing = samples.insider()
    attributes = build_attributes(samples.event(filing, summaries=samples.bought("1")), filing)
    assert {"insider_buy_usd", "insider_sell_usd"} <= set(attributes)
    assert "items" not in attributes


@pytest.mark.parametrize("origin", get_args(Origin))
def test_what_is_not_live_says_so(origin):
    """A subscriber leaves it out with `{"origin": [{"exists": false}]}`; a late upload is no less news."""
    filing = samples.earnings()
    attributes = build_attributes(samples.event(filing, origin=origin), filing)
    assert attributes.get("origin") == (("String", origin) if origin in ("backfill", "reprocess") else None)


def test_an_update_has_an_event_type_of_its_own():
    event = samples.event(samples.earnings(), revision=2, change="UPDATED")
    assert build_attributes(event, samples.earnings())["event_type"] == ("String", "filing.updated.v1")


def test_empty_arrays_and_an_unknown_form_are_left_out():
    assert set(build_attributes(samples.event(Filing()), Filing())) == {"event_type", "severity"}


def test_ciks_name_every_party_though_the_event_lists_25():
    filing = Filing(entities=tuple(Entity(role="FILER", cik=f"{n:010d}") for n in range(85)))
    event = samples.event(filing)
    assert len(event.data.entities) == 25
    assert json.loads(build_attributes(event, filing)["ciks"][1]) == [f"{n:010d}" for n in range(85)]


@pytest.mark.parametrize(
    ("usd", "value"),
    [
        ("2400000.505", "2400000.50"),
        ("0", "0.00"),
        ("1E+3", "1000.00"),
        ("999999999", "999999999.00"),
        ("1000000000", "999999999.00"),
        ("123456789012345678901234567890", "999999999.00"),
        ("-5", "0.00"),
    ],
)
def test_amounts_are_plain_numbers_within_what_sns_can_compare(usd, value):
    filing = samples.insider()
    attributes = build_attributes(samples.event(filing, summaries=samples.bought(usd)), filing)
    assert attributes["insider_buy_usd"] == ("Number", value)


def test_attributes_survive_json_so_they_can_be_stored_beside_the_event():
    filing = samples.earnings()
    attributes = build_attributes(samples.event(filing), filing)
    assert {name: tuple(pair) for name, pair in json.loads(json.dumps(attributes)).items()} == attributes


def test_a_rejection_is_filtered_by_type_and_reason():
    assert build_rejection_attributes(samples.rejection()) == {
        "event_type": ("String", "filing.rejected.v1"),
        "reason": ("String", "NotText"),
    }
