"""Numbers of inline XBRL: format, scale, sign, unit and period; and only those of the report's own period."""

import time
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


def tag(concept, words, attributes="", context="e"):
    given = f'name="us-gaap:{concept}" contextRef="{context}" unitRef="eur" {attributes}'
    return f"<ix:nonFraction {given}>{words}</ix:nonFraction>"


def facts(words, attributes="", context="e"):
    return read_headline_facts(HEADER + tag("Assets", words, attributes, context))


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


def test_a_fact_for_another_reader_or_in_a_comment_is_no_fact():
    assert facts("7", 'target="other"') == []
    assert read_headline_facts(f"{HEADER}<!-- {tag('Assets', '7')} --> {tag('Assets', '8')}")[0].value == 8


def test_a_number_within_a_number_and_what_is_excluded():
    inner = (
        '<ix:nonFraction name="other:Sum" contextRef="e" unitRef="eur">1<ix:exclude>F-2</ix:exclude>5</ix:nonFraction>'
    )

    assert facts(inner)[0].value == 15


def test_the_auditor_is_named_behind_the_cover_and_belongs_to_the_own_period():
    named = '<ix:nonNumeric name="dei:AuditorName" contextRef="{}">{}</ix:nonNumeric>'
    page = HEADER + tag("Assets", "7") + named.format("old", "Former &amp; Co") + named.format("y", "Present\nLLP")

    assert [(fact.concept, fact.value) for fact in read_headline_facts(page)] == [
        ("us-gaap:Assets", 7),
        ("dei:AuditorName", "Present LLP"),
    ]


def test_a_report_may_have_several_headers():
    second = f"<ix:header><ix:resources>{context('late', YEAR)}</ix:resources></ix:header>"

    assert read_headline_facts(HEADER + second + tag("Assets", "7", context="late"))[0].value == 7


@pytest.mark.parametrize("cut", ["<ix:resources>", "</ix:resources>"])
def test_a_header_that_is_cut_off_has_no_contexts(cut):
    assert read_headline_facts(HEADER.replace(cut, "") + tag("Assets", "7")) == []


def test_of_several_registrants_the_context_of_them_all_is_the_primary_one():
    one = '<ix:nonNumeric contextRef="part" name="dei:DocumentType">10-K</ix:nonNumeric>'

    assert read_headline_facts(HEADER.replace("</ix:header>", f"</ix:header>{one}") + tag("Assets", "7"))[0].value == 7


@pytest.mark.parametrize("context", ["old", "part", "missing"])
def test_another_period_or_a_dimension_is_not_the_primary_context(context):
    assert facts("7", context=context) == []


@pytest.mark.parametrize("concept", ["us-gaap:Assets", "dei:AuditorName"])
def test_many_facts_that_are_never_closed_are_read_in_linear_time(concept):
    kind = "Numeric" if concept.startswith("dei") else "Fraction"
    opened = f'<ix:non{kind} name="{concept}" contextRef="y" unitRef="eur">x<b>'

    started = time.process_time()
    read_headline_facts(HEADER + tag("Other", "1") + opened * 20_000)

    assert time.process_time() - started < 3


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
