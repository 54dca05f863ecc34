"""Numbers of inline XBRL: format, scale, sign, unit and period; and only those of the report's own period."""

from decimal import Decimal

import pytest

from filings.facts.financials import MOST, summarize
from filings.facts.inline_facts import read_headline_facts
from filings.record import Fact, Filing

DIMENSION = '<xbrldi:explicitMember dimension="a:b">c:d</xbrldi:explicitMember>'


def context(name, period, dimension=""):
    segment = f"<xbrli:segment>{dimension}</xbrli:segment>" if dimension else ""
    entity = f"<xbrli:entity>{segment}</xbrli:entity>"
    return f'<xbrli:context id="{name}">{entity}<xbrli:period>{period}</xbrli:period></xbrli:context>\n'


def instant(day):
    return f"<xbrli:instant>{day}</xbrli:instant>"


YEAR = "<xbrli:startDate>2023-01-01</xbrli:startDate><xbrli:endDate>2023-12-31</xbrli:endDate>"
HEADER = (
    "<ix:header><ix:resources>"
    + context("y", YEAR)
    + context("e", instant("2023-12-31"))
    + context("old", instant("2022-12-31"))
    + context("part", instant("2023-12-31"), DIMENSION)
    + '<xbrli:unit id="eur"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit>'
    + '</ix:resources></ix:header><ix:nonNumeric contextRef="y" name="dei:DocumentType">10-K</ix:nonNumeric>'
)


def facts(words, attributes="", context="e"):
    given = f'name="us-gaap:Assets" contextRef="{context}" unitRef="eur" {attributes}'
    return read_headline_facts(f"{HEADER}<ix:nonFraction {given}>{words}</ix:nonFraction>")


@pytest.mark.parametrize(
    ("words", "attributes", "value"),
    [
        ("1,204.5", 'scale="6" format="ixt:num-dot-decimal"', "1204500000"),
        ("1.204,5", 'scale="3" format="ixt:num-comma-decimal"', "1204500"),
        ("12", 'scale="-2"', "0.12"),
        ("12", 'sign="-"', "-12"),
        ("—", 'format="ixt:fixed-zero"', "0"),
        ("<b>7</b>", "", "7"),
        ("&#160;7&#160;", "", "7"),
        ("1 204", 'format="ixt:num-dot-decimal"', "1204"),
    ],
)
def test_a_number_is_what_is_meant_not_what_is_printed(words, attributes, value):
    (fact,) = facts(words, attributes)

    assert str(fact.value) == value
    assert (fact.unit, str(fact.period_end), fact.period_start) == ("EUR", "2023-12-31", None)


@pytest.mark.parametrize("words", ["seven", "", "1e999999", "9" * 60, "--"])
def test_words_that_are_no_number_are_no_fact(words):
    assert facts(words) == []


def test_nil_is_no_fact():
    assert facts("", 'xsi:nil="true"') == []


@pytest.mark.parametrize("context", ["old", "part", "missing"])
def test_another_period_or_a_dimension_is_not_the_primary_context(context):
    assert facts("7", context=context) == []


def test_a_notification_has_at_most_twelve_figures_the_most_telling_first():
    concepts = ["InventoryNet", "Assets", "NetIncomeLoss", "Revenues", *(f"Other{n}" for n in range(20))]
    filing = Filing(
        facts=[
            Fact(concept="dei:DocumentFiscalYearFocus", value="2023"),
            *(Fact(concept=f"us-gaap:{name}", value=Decimal(1)) for name in concepts),
        ]
    )

    financials = summarize(filing).financials

    assert [fact.concept for fact in financials.facts[:3]] == [
        "us-gaap:Revenues",
        "us-gaap:NetIncomeLoss",
        "us-gaap:Assets",
    ]
    assert len(financials.facts) == MOST
    assert (financials.fiscal_year, financials.fiscal_period) == ("2023", None)


def test_a_report_without_tags_has_no_figures():
    assert summarize(Filing()).financials is None
