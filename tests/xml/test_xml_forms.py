"""Forms D and 144: what the notification says of them. Other XML forms: what all of them state."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from filings.forms import form_for
from filings.notifications.notification_models import Summaries
from filings.parse import parse_filing
from filings.record import Filing

FIXTURES = Path(__file__).parents[1] / "fixtures"


def _filing(case: str) -> Filing:
    (submission,) = (FIXTURES / case).glob("submission.*")
    return parse_filing(submission.read_bytes())


def _summary(case: str) -> Summaries:
    filing = _filing(case)
    form = form_for(filing.form)
    assert form is not None and form.summarize is not None
    return form.summarize(filing)


def test_a_form_d_is_told_with_its_amounts():
    summary = _summary("form_d/first-sale")

    assert summary.offering.total_offering_amount == 4_000_000
    assert summary.offering.total_amount_sold == 1_250_000
    assert summary.offering.exemptions == ("06b", "3C")
    assert summary.says == "offering of $4,000,000, $1,250,000 sold"


def test_an_indefinite_offering_has_no_amount_and_an_amendment_names_what_it_amends():
    offering = _summary("form_d/indefinite-amendment").offering

    assert (offering.total_offering_amount, offering.is_indefinite) == (None, True)
    assert (offering.is_amendment, offering.previous_accession_number) == (True, "0009920202-25-000003")


def test_a_proposed_sale_is_told_over_all_its_classes():
    summary = _summary("form_144/plan-sale")

    assert summary.proposed_sale.no_of_units_sold == 12_010
    assert summary.proposed_sale.aggregate_market_value_usd == Decimal("377991.05")
    assert summary.proposed_sale.approx_sale_date == dt.date(2026, 5, 4)
    assert summary.says == "12,010 units to be sold ($377,991)"


def test_a_form_of_words_has_no_data_and_no_summary():
    source = b"""<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	144
</SEC-HEADER>
<DOCUMENT>
<TYPE>144
<TEXT>
FORM 144 NOTICE OF PROPOSED SALE OF SECURITIES
</TEXT>
</DOCUMENT>
"""
    filing = parse_filing(source)

    assert (filing.form, filing.form_data) == ("144", None)
    assert form_for("144").summarize(filing) == Summaries()


def test_a_password_of_a_filer_is_nowhere_in_the_record():
    for case in ("edgar_xml_forms/form-c", "form_144/plan-sale", "any_form/xml-nobody-claims"):
        assert "XXXXXXXX" not in str(_filing(case).form_data)


@pytest.mark.parametrize(
    ("case", "element", "where"),
    [
        ("form_25/25-nse-xml", "signatureDate", "signatureDate"),
        ("form_d/first-sale", "signatureDate", "signature"),
        ("form_144/plan-sale", "noticeDate", "noticeDate"),
        ("edgar_xml_forms/fund-with-attributes", "repPdDate", "period"),
    ],
)
def test_a_date_that_cannot_be_read_is_none_and_told(case, element, where):
    (submission,) = (FIXTURES / case).glob("submission.*")
    source = submission.read_text(encoding="utf-8")
    filing = parse_filing(re.sub(rf"(?<={element}>)[^<]+", "May 4th 2012", source).encode())

    assert [warning.where for warning in filing.warnings if warning.code == "unreadable-value"] == [where]
    assert filing.report_date is None if where == "period" else filing.signatures[0].date is None
