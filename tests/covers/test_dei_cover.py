"""Inline XBRL's own facts of a cover."""

import datetime as dt

import pytest

from filings.covers.dei_cover import read_dei
from filings.record import Address, Security

HEADER = """<div style="display:none"><ix:header><ix:resources>
<xbrli:context id="c1"><xbrli:entity/><xbrli:period><xbrli:startDate>2023-05-04</xbrli:startDate>
<xbrli:endDate>2023-05-04</xbrli:endDate></xbrli:period></xbrli:context>
</ix:resources></ix:header></div>
"""


def fact(name, words, context="c1", kind=""):
    attribute = f' format="{kind}"' if kind else ""
    return f'<p><ix:nonNumeric name="dei:{name}" contextRef="{context}"{attribute} id="f">{words}</ix:nonNumeric></p>\n'


def page(*facts):
    return f"<html>{HEADER}{''.join(facts)}</html>"


COVER = page(
    fact("DocumentType", "8-K"),
    fact("DocumentPeriodEndDate", "May 4, 2023", kind="ixt:date-monthname-day-year-en"),
    fact("EntityRegistrantName", "<b>EXAMPLE</b> &amp; CO."),
    fact("EntityIncorporationStateCountryCode", "Delaware", kind="ixt-sec:stateprovnameen"),
    fact("EntityFileNumber", "001-12345"),
    fact("EntityTaxIdentificationNumber", "04-1234567"),
    fact("EntityAddressAddressLine1", "100 Main Street,"),
    fact("EntityAddressAddressLine2", "Suite 5"),
    fact("EntityAddressCityOrTown", "Springfield,"),
    fact("EntityAddressStateOrProvince", "Massachusetts", kind="ixt-sec:stateprovnameen"),
    fact("EntityAddressPostalZipCode", "01101"),
    fact("CityAreaCode", "(413)"),
    fact("LocalPhoneNumber", "555-0100"),
    fact("WrittenCommunications", "&#9744;", kind="ixt-sec:boolballotbox"),
    fact("SolicitingMaterial", "&#9746;", kind="ixt-sec:boolballotbox"),
    fact("EntityEmergingGrowthCompany", "☐", kind="ixt-sec:boolballotbox"),
    fact("Security12bTitle", "Common Stock"),
    fact("TradingSymbol", "EXM"),
    fact("SecurityExchangeName", "NASDAQ"),
)


def test_a_cover_as_tagged_in_the_pages_own_words():
    cover = read_dei(COVER).cover

    assert (cover.registrant_name, cover.state_of_incorporation) == ("EXAMPLE & CO.", "Delaware")
    assert (cover.commission_file_number, cover.irs_employer_identification_number) == ("001-12345", "04-1234567")
    assert cover.address == Address(
        street1="100 Main Street",
        street2="Suite 5",
        city="Springfield",
        state_or_country="Massachusetts",
        zip_code="01101",
    )
    assert cover.phone == "(413) 555-0100"
    assert cover.former_name is None
    assert (cover.checkboxes.written_communications, cover.checkboxes.soliciting_material) == (False, True)
    assert (cover.checkboxes.emerging_growth_company, cover.checkboxes.extended_transition_period) == (False, None)
    assert cover.securities == (Security(title="Common Stock", trading_symbol="EXM", exchange="NASDAQ"),)


def test_facts_have_the_values_that_their_transformations_make_and_the_contexts_period():
    read = read_dei(COVER)
    values = {one.concept: one.value for one in read.facts}

    assert read.report_date == dt.date(2023, 5, 4)
    assert values["dei:DocumentPeriodEndDate"] == "2023-05-04"
    assert values["dei:EntityIncorporationStateCountryCode"] == "DE"
    assert values["dei:SolicitingMaterial"] is True
    assert {(one.period_start, one.period_end) for one in read.facts} == {(dt.date(2023, 5, 4), dt.date(2023, 5, 4))}


def test_each_class_of_securities_has_a_context_of_its_own_and_dashes_are_nothing():
    facts = [
        fact(name, words, context)
        for context, row in {
            "c2": ("Common Stock", "EXM", "NYSE"),
            "c3": ("5% Notes", "—", "NYSE"),
            "c4": ("None", "N/A", "N/A"),
        }.items()
        for name, words in zip(("Security12bTitle", "TradingSymbol", "SecurityExchangeName"), row, strict=True)
    ]

    assert read_dei(page(*facts)).cover.securities == (
        Security(title="Common Stock", trading_symbol="EXM", exchange="NYSE"),
        Security(title="5% Notes", exchange="NYSE"),
    )


@pytest.mark.parametrize("nothing", ["N/A", "Not Applicable", "None", "—", "______"])
def test_a_former_name_that_is_none_is_none(nothing):
    assert read_dei(page(fact("EntityInformationFormerLegalOrRegisteredName", nothing))).cover.former_name is None


@pytest.mark.parametrize(
    ("words", "kind", "ticked"),
    [
        ("☒", "ixt-sec:boolballotbox", True),
        ("☐", "ixt-sec:boolballotbox", False),
        ('<span style="font-family:Wingdings">&#254;</span>', "ixt-sec:boolballotbox", True),
        ('<span style="font-family:Wingdings">o</span>', "ixt-sec:boolballotbox", False),
        ("x", "", True),
        ("false", "", False),
        ("No", "ixt-sec:yesnoballotbox", False),
        ("anything", "ixt:fixed-true", True),
        ("anything", "ixt:booleanfalse", False),
        ("?", "ixt-sec:boolballotbox", None),
    ],
)
def test_a_tagged_box(words, kind, ticked):
    assert (
        read_dei(page(fact("WrittenCommunications", words, kind=kind))).cover.checkboxes.written_communications
        is ticked
    )


def test_a_fact_may_hold_others():
    source = page(
        '<ix:nonNumeric name="dei:EntityAddressAddressLine1" contextRef="c1">1 <ix:nonNumeric name="dei:CityAreaCode"'
        ' contextRef="c1">Main</ix:nonNumeric> Street</ix:nonNumeric>'
    )

    assert read_dei(source).cover.address.street1 == "1 Main Street"


@pytest.mark.parametrize(
    "source", ["", "<html><p>FORM 8-K</p></html>", "dei: nothing", page(fact("EntityRegistrantName", " "))]
)
def test_a_page_without_tagged_words_has_no_facts(source):
    assert read_dei(source) is None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (page(fact("EntityRegistrantName", "EXAMPLE", context="unknown")), "EXAMPLE"),
        (page(fact("EntityRegistrantName", "EXAMPLE")).replace("2023-05-04", "2023-99-99"), "EXAMPLE"),
        (page(fact("DocumentPeriodEndDate", "soon")), None),
        (page('<ix:nonNumeric name="dei:EntityRegistrantName">EXAMPLE</ix:nonNumeric>'), "EXAMPLE"),
    ],
)
def test_broken_tags_say_less_and_stop_nothing(source, name):
    read = read_dei(source)

    assert (read.report_date, read.cover.registrant_name) == (None, name)


def test_a_tag_that_is_never_closed_is_no_fact():
    assert read_dei(page('<ix:nonNumeric name="dei:EntityRegistrantName" contextRef="c1">EXAMPLE')) is None
