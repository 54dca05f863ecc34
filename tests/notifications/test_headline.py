"""The sentence on top: who filed what, on whom, and what it says."""

from __future__ import annotations

import pytest

from filings.notifications.headline import compose_headline, item_phrases
from filings.record import Entity, Filing
from tests.notifications import notification_samples as samples

MARLOW = "MARLOW INSTRUMENTS INC (MRLW)"


@pytest.mark.parametrize(
    ("filing", "headline"),
    [
        (samples.earnings(), f"{MARLOW} filed an 8-K: results of operations (Item 2.02)"),
        (samples.filing("8-K", "9.01"), f"{MARLOW} filed an 8-K: financial statements and exhibits (Item 9.01)"),
        (samples.filing("8-K"), f"{MARLOW} filed an 8-K"),
        (samples.filing("8-K/A", "4"), f"{MARLOW} filed an 8-K/A: change of auditor (Item 4)"),
        (
            samples.filing("8-K", "8.01", "5.02", "1.03", "7.01", "2.02"),
            f"{MARLOW} filed an 8-K: bankruptcy or receivership (Item 1.03), change of directors, officers or their "
            "pay (Item 5.02), results of operations (Item 2.02) and 2 more",
        ),
        (samples.filing("10-K"), f"{MARLOW} filed a 10-K: annual report for the period to 2025-04-30"),
        (samples.filing("NT 10-K"), f"{MARLOW} filed an NT 10-K: the annual report is late"),
        (samples.insider("4/A"), f"QUILL ADA filed a Form 4/A on {MARLOW}: holdings of an insider"),
        (samples.filing("CERTNYS"), f"CERTNYS for {MARLOW}: an exchange certifies a listing"),
        (samples.filing("N-CSR"), f"{MARLOW} filed an N-CSR"),
        (Filing(form="EFFECT"), "EFFECT for an unnamed filer"),
        (Filing(), "An unnamed filer filed a document of unknown form"),
    ],
)
def test_the_headline_of(filing, headline):
    tickers = ("MRLW",) if filing.cover else ()
    assert compose_headline(filing, tickers) == headline


@pytest.mark.parametrize(
    ("form", "article"),
    [
        ("8-K", "an"),
        ("10-K", "a"),
        ("11-K", "an"),
        ("18-K", "an"),
        ("180-X", "a"),
        ("S-1", "an"),
        ("F-3ASR", "an"),
        ("SC 13D", "an"),
        ("SCHEDULE 13D", "a"),
        ("DEF 14A", "a"),
        ("ARS", "an"),
        ("6-K", "a"),
        ("N-PORT", "an"),
        ("1-A", "a"),
        ("U-1", "a"),
    ],
)
def test_forms_take_the_article_they_are_spoken_with(form, article):
    assert compose_headline(Filing(form=form), ()).startswith(f"An unnamed filer filed {article} {form}")


@pytest.mark.parametrize("form", ["3", "4", "144", "D", "425", "25", "C/A"])
def test_forms_of_one_short_word_are_called_forms(form):
    assert compose_headline(Filing(form=form), ()).startswith(f"An unnamed filer filed a Form {form}")


@pytest.mark.parametrize(("count", "who"), [(1, "CO INC"), (2, "CO INC and 1 other"), (40, "CO INC and 39 others")])
def test_co_registrants_are_counted(count, who):
    filing = Filing(form="10-Q", entities=(Entity(role="FILER", name="CO INC"),) * count)
    assert compose_headline(filing, ()).startswith(f"{who} filed a 10-Q")


def test_an_item_the_table_does_not_know_is_told_by_its_own_title():
    assert item_phrases("8-K", [("6.11", "Something New"), ("6.12", None)]) == [
        "Something New (Item 6.11)",
        "no title (Item 6.12)",
    ]


def test_a_party_without_a_name_is_told_by_its_cik():
    filing = Filing(form="8-K", entities=(Entity(role="FILER", cik="0009000001"),))
    assert compose_headline(filing, ()) == "CIK 0009000001 filed an 8-K"
