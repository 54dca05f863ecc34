"""Inline XBRL's own facts of a cover."""

import datetime as dt
import time

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


DIVIDED = HEADER.replace(
    "</ix:resources>",
    """<xbrli:context id='former'><xbrli:entity><xbrli:segment><xbrldi:explicitMember
    dimension="dei:EntityAddressesAxis">dei:FormerAddressMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity>
    <xbrli:period><xbrli:instant>2023-05-04</xbrli:instant></xbrli:period></xbrli:context></ix:resources>""",
)


def test_the_primary_context_goes_before_another_without_dimensions():
    other = HEADER.replace("</ix:resources>", '<xbrli:context id="c0"></xbrli:context></ix:resources>')
    name = fact("EntityRegistrantName", "Before Inc.", "c0") + fact("EntityRegistrantName", "Example Inc.")
    read = read_dei(other + name + fact("EntityFileNumber", "001-1", "c0") + fact("DocumentType", "8-K"))

    assert (read.cover.registrant_name, read.cover.commission_file_number) == ("Example Inc.", "001-1")


def test_a_former_address_or_another_registrant_is_not_the_registrants():
    read = read_dei(
        DIVIDED
        + fact("EntityRegistrantName", "Sub Co", "former")
        + fact("EntityAddressAddressLine1", "9 Old Road", "former")
        + fact("EntityAddressAddressLine2", "Floor 2", "former")
        + fact("DocumentType", "8-K", "former")
        + fact("DocumentType", "8-K")
        + fact("EntityRegistrantName", "Parent Co")
        + fact("EntityAddressAddressLine1", "1 New Road")
    )

    assert (read.cover.registrant_name, read.cover.address) == ("Parent Co", Address(street1="1 New Road"))
    assert {one.concept: one.value for one in read.facts}["dei:EntityRegistrantName"] == "Parent Co"


def test_the_period_is_known_of_a_primary_context_with_a_dimension_too():
    (one,) = read_dei(DIVIDED + fact("DocumentType", "8-K", "former")).facts

    assert (one.period_start, one.period_end) == (None, dt.date(2023, 5, 4))


FLAG = '<ix:nonNumeric contextRef="c1" format="ixt:fixed-false" name="dei:IcfrAuditorAttestationFlag"'


@pytest.mark.parametrize(
    ("tagged", "value"),
    [
        (FLAG + "></ix:nonNumeric>", False),
        (FLAG + "/>", False),
        (FLAG.replace("ixt:fixed-false", "") + "/><p>words</p></ix:nonNumeric>", None),
        (fact("DocumentDescription", "A <ix:nonNumeric name='a:b'/> report"), "A report"),
        (FLAG + ' xsi:nil="true">x</ix:nonNumeric>', None),
        (FLAG + ' target="t">x</ix:nonNumeric>', None),
        (f"<!-- {FLAG}></ix:nonNumeric> -->", None),
        (f"<!-- note --> {FLAG}></ix:nonNumeric>", False),
        (fact("DocumentDescription", "Annual<ix:exclude> 7 </ix:exclude> Report"), "Annual Report"),
        (fact("DocumentDescription", "A <ix:nonNumeric name='a:b'>full</ix:nonNumeric> report"), "A full report"),
        (fact("DocumentDescription", "nothing", kind="ixt:fixed-empty"), None),
        (
            fact("DocumentDescription", "Annual").replace("id=", 'continuedAt="f1" id=')
            + '<p><ix:continuation id="f9">not this</ix:continuation></p>'
            + '<ix:continuation id="f1" continuedAt="f2"> Report</ix:continuation>'
            + "<ix:continuation id='f2'> and More</ix:continuation>",
            "Annual Report and More",
        ),
        (
            '<ix:nonFraction name="dei:EntityNumberOfEmployees" contextRef="c1" format="ixt:num-dot-decimal" scale="3"'
            ' unitRef="u">14.3</ix:nonFraction>',
            14_300,
        ),
    ],
)
def test_a_fact_as_it_is_tagged(tagged, value):
    read = read_dei(page(fact("DocumentType", "10-K"), tagged))

    assert [one.value for one in read.facts[1:]] == ([] if value is None else [value])


def test_a_number_has_its_unit_and_its_decimals():
    unit = '<xbrli:unit id="p"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit></ix:resources>'
    number = (
        '<ix:nonFraction name="dei:EntityNumberOfEmployees" contextRef="c1" decimals="0" unitRef="p">7</ix:nonFraction>'
    )
    (_, one) = read_dei(HEADER.replace("</ix:resources>", unit) + fact("DocumentType", "10-K") + number).facts

    assert (one.value, one.unit, one.decimals) == (7, "pure", "0")


def test_many_facts_that_are_never_closed_or_go_on_nowhere_are_read_in_linear_time():
    hostile = fact("DocumentType", "8-K", kind="").replace("</ix:nonNumeric>", "").replace("id=", 'continuedAt="x" id=')

    started = time.process_time()
    read_dei(page(*[hostile] * 3_000))

    assert time.process_time() - started < 3
