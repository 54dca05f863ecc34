"""Forms 3, 4 and 5: what the notification says of them, and the rows that are stored beside the filing."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest

from filings.forms.ownership import FORM
from filings.parse import parse_filing
from filings.record import Filing, to_json

CASES = Path(__file__).parents[1] / "fixtures" / "ownership"


def _filing(case: str) -> Filing:
    (submission,) = (CASES / case).glob("submission.*")
    return parse_filing(submission.read_bytes())


def _summary(case: str):
    return FORM.summarize(_filing(case))


def test_only_open_market_codes_are_bought_and_sold():
    insider = json.loads(to_json(_summary("joint-filing-with-trades").insider))

    assert (insider["sellShares"], insider["sellValueUsd"]) == (12000, 376990.8)
    assert (insider["buyShares"], insider["buyValueUsd"]) == (500, 0)
    assert insider["unpricedTransactions"] == 1, "the price is only in a footnote"
    assert insider["transactionCodes"] == ["S", "P", "M"]
    assert insider["sharesOwnedAfter"] == 88500.125


def test_the_notification_names_owners_tickers_and_tags():
    summary = _summary("joint-filing-with-trades")

    assert [(owner.cik, owner.relationship) for owner in summary.insider.owners] == [
        ("0009911001", "director, Chief Executive Officer"),
        ("0009911002", "10% owner"),
    ]
    assert summary.tickers == ("BRGC",)
    assert summary.tags == ("insider-buy", "insider-sale", "10b5-1")
    assert summary.says == "bought 500 shares and sold 12,000 shares ($376,991)"


def test_a_gift_is_no_sale():
    summary = _summary("bare-xml")

    assert summary.insider.sell_shares == 0
    assert summary.tags == ()
    assert summary.says is None


def test_an_amendment_names_the_date_of_what_it_amends():
    filing = _filing("amendment-of-a-form-4")

    assert (filing.form, filing.is_amendment) == ("4/A", True)
    assert filing.ownership.date_of_original_submission == dt.date(2023, 8, 16)
    assert FORM.summarize(filing).insider.date_of_original_submission == "2023-08-16"


def test_each_transaction_is_stored_by_issuer_once_and_by_each_owner():
    rows = list(_filing("joint-filing-with-trades").ownership.stored_rows())

    assert [row.kind for row in rows].count("TRANSACTION") == 3
    assert sum("issuerCik" in row.index for row in rows) == 3
    assert {row.index["ownerCik"] for row in rows} == {"0009911001", "0009911002"}
    assert rows[0].attributes["transactionPricePerShare"] == Decimal("31.4159")
    assert rows[0].attributes["table"] == "nonDerivative"
    assert rows[0].index["transactionDate"] == dt.date(2026, 5, 5)


def test_a_transaction_without_a_date_is_in_no_index():
    assert list(_filing("elements-left-out").ownership.stored_rows()) == []


@pytest.mark.parametrize("case", ["text-of-2001"])
def test_a_form_of_text_keeps_its_text_and_says_that_its_tables_are_not_read(case):
    filing = _filing(case)

    assert "Common Stock" in filing.ownership.text
    assert [warning.code for warning in filing.warnings] == ["ownership-as-text"]
    assert filing.ownership.issuer.cik == "0009910755"


def test_every_tag_of_the_forms_own_data_is_explained():
    section = (Path(__file__).parents[2] / "docs" / "tags.md").read_text(encoding="utf-8").split("own data\n")[1]

    assert all(f"`{tag}`" in section for tag in _summary("joint-filing-with-trades").tags)


@pytest.mark.parametrize(
    "line", ["/s/ Junia Marsh   3/8/2002", "/s/ Junia Marsh, March 8, 2002", "/s/ Junia Marsh\n\nMarch 8, 2002"]
)
def test_a_date_behind_a_signature_is_no_part_of_the_name(line):
    page = f"<p>FORM 3</p><p>INITIAL STATEMENT OF BENEFICIAL OWNERSHIP</p><p>{line.replace('   ', '&nbsp; ')}</p>"

    (signature,) = parse_filing(page.encode()).signatures

    assert (signature.conformed_signature, signature.name) == ("/s/ Junia Marsh", "Junia Marsh")
    assert signature.date.isoformat() == "2002-03-08"
