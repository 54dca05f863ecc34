"""The facts of an XBRL instance beside the report; the whole record is the case `form_10q/instance-of-2013`."""

import time
import tracemalloc
from decimal import Decimal
from pathlib import Path

import pytest

from filings.facts.financials import summarize
from filings.facts.instance_facts import read_instance_facts
from filings.parse import parse_filing

CASE = Path(__file__).parents[1] / "fixtures/form_10q/instance-of-2013"
SUBMISSION = (CASE / "submission.txt").read_text(encoding="utf-8")
INSTANCE = SUBMISSION[SUBMISSION.index("<XBRL>") : SUBMISSION.index("</XBRL>")]


def values(source: str) -> dict[str, object]:
    return {fact.concept: fact.value for fact in read_instance_facts(source)}


def test_the_prefix_of_a_taxonomy_may_be_any():
    assert (
        values(INSTANCE)["us-gaap:Assets"]
        == values(INSTANCE.replace("gaap:", "g:").replace(":gaap=", ":g="))["us-gaap:Assets"]
    )


@pytest.mark.parametrize(
    ("namespace", "concept"),
    [
        ("http://xbrl.us/us-gaap/2009-01-31", "us-gaap:Assets"),
        ("http://xbrl.ifrs.org/taxonomy/2014-03-05/ifrs-full", "ifrs-full:Assets"),
        ("http://xbrl.iasb.org/taxonomy/2011-03-25/ifrs", "ifrs-full:Assets"),
        ("http://quillfeather.example/20130930", None),
    ],
)
def test_the_namespace_tells_the_taxonomy_of_any_year(namespace, concept):
    facts = values(INSTANCE.replace("http://fasb.org/us-gaap/2013-01-31", namespace))

    assert facts.get(concept) == (Decimal(91_250_000) if concept else None)
    assert concept or not any("gaap" in name for name in facts)


def test_notes_and_instructions_may_stand_before_the_instance():
    before = "<!-- made by hand -->\n<?xml-stylesheet type='text/xsl' href='view.xsl'?>\n<!-- - -->"

    assert values(INSTANCE.replace("<xbrli:xbrl", before + "<xbrli:xbrl", 1)) == values(INSTANCE) != {}


def test_contexts_may_stand_behind_the_facts():
    first, rest = INSTANCE.index("<xbrli:context"), INSTANCE.index("<gaap:Assets")
    turned = (
        INSTANCE[:first] + INSTANCE[rest : INSTANCE.index("</xbrli:xbrl>")] + INSTANCE[first:rest] + "</xbrli:xbrl>"
    )

    assert values(turned) == values(INSTANCE)


def test_an_instance_that_is_cut_off_gives_what_came_before():
    cut = INSTANCE[: INSTANCE.index("<dei:DocumentPeriodEndDate")]

    assert values(cut).items() < values(INSTANCE).items()
    assert "us-gaap:SalesRevenueNet" in values(cut)


@pytest.mark.parametrize("source", ["", "<html/>", "<xbrl", "<XBRL><?xml version='1.0'?><schema/>", "no markup"])
def test_what_is_no_instance_has_no_facts(source):
    assert read_instance_facts(source) == []


def test_the_notification_has_the_figures_of_the_nine_months():
    summary = summarize(parse_filing(SUBMISSION.encode())).financials

    assert (summary.fiscal_year, summary.fiscal_period) == ("2013", "Q3")
    assert summary.facts[0].value == Decimal(30_450_000)


@pytest.mark.parametrize("tail", ["<gaap:Assets " * 50_000, "<a>" * 50_000, "&a;" * 50_000, "<!--" * 50_000])
def test_an_instance_that_means_harm_is_read_in_linear_time(tail):
    started = time.process_time()
    read_instance_facts(INSTANCE.replace("</xbrli:xbrl>", tail))

    assert time.process_time() - started < 2


def test_of_a_long_fact_no_more_is_held_than_is_read():
    name = "<dei:EntityRegistrantName contextRef='c'>" + "x" * (4 << 20)
    hostile = INSTANCE.replace("</xbrli:xbrl>", name)

    tracemalloc.start()
    read_instance_facts(hostile)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 1 << 20


@pytest.mark.parametrize("cut", range(4))  # where the parser's pieces end decides what it does
def test_elements_that_are_not_closed_cost_no_more_the_more_there_are(cut):
    at = INSTANCE.index("</xbrli:xbrl>")
    mangled = INSTANCE[:at] + '<context id="a ' * (50_000 + cut) + INSTANCE[at:] + INSTANCE

    started = time.process_time()
    assert values(mangled) == values(INSTANCE)
    assert time.process_time() - started < 1
