"""The message attributes: what a filter policy sees."""

from __future__ import annotations

import json

import pytest

from filings.attributes import build_attributes, build_rejection_attributes
from filings.record import Entity, Filing
from tests import notification_samples as samples


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


def test_an_insiders_filing_has_all_nine_when_it_has_items_too():
    filing = samples.insider().model_copy(update={"items": samples.items("1")})
    attributes = build_attributes(samples.event(filing, summaries=samples.bought("1")), filing)
    assert sorted(attributes) == sorted(
        ["event_type", "form", "severity", "ciks", "tickers", "items", "tags", "insider_buy_usd", "insider_sell_usd"]
    )


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
