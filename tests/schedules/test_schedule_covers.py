"""One record of Schedules 13D and 13G, drawn in many ways, is read the same from each; and the schedules' items."""

import time
from decimal import Decimal

import pytest

from filings.parse import parse_filing
from filings.schedules.beneficial_ownership import BeneficialOwnership
from filings.schedules.schedule_items import read_schedule_items
from filings.schedules.schedule_text import read_schedule_text
from filings.submission import document_text
from tests.schedules.schedule_covers import ISSUER, PERSONS, Layout, layouts, schedule


def meant(layout: Layout) -> dict[str, object]:
    return {
        "issuer": ISSUER,
        "title": "Common Stock, $.01 par value",
        "cusip": "90099X106",
        "event": "2004-03-31",
        "amendment": 3,
        "rules": ("Rule 13d-1(c)",) if layout.schedule == "13G" else (),
        "persons": [
            {
                "name": person.name,
                "group": person.group,
                "funds": (person.funds,) if layout.schedule == "13D" else (),
                "citizenship": person.citizenship,
                "powers": person.powers,
                "aggregate": person.aggregate,
                "percent": Decimal(person.percent),
                "types": person.types,
            }
            for person in PERSONS
        ],
    }


def read(record: BeneficialOwnership) -> dict[str, object]:
    return {
        "issuer": record.issuer.name,
        "title": record.securities_class_title,
        "cusip": record.cusip,
        "event": str(record.event_date),
        "amendment": record.amendment_number,
        "rules": record.rules,
        "persons": [
            {
                "name": person.name,
                "group": person.member_of_group,
                "funds": person.source_of_funds,
                "citizenship": person.citizenship_or_organization,
                "powers": (
                    *(person.sole_voting_power, person.shared_voting_power),
                    *(person.sole_dispositive_power, person.shared_dispositive_power),
                ),
                "aggregate": person.aggregate_amount_owned,
                "percent": person.percent_of_class,
                "types": person.type_of_reporting_person,
            }
            for person in record.reporting_persons
        ],
    }


def test_however_a_schedule_is_drawn_its_record_is_the_same():
    drawn = layouts()
    assert len(drawn) > 500

    for layout in drawn:
        assert read(read_schedule_text(document_text(schedule(layout)), [])) == meant(layout), layout


_13D = {
    "1": "Security and Issuer",
    "2": "Identity and Background",
    "3": "Source and Amount of Funds or Other Consideration",
    "4": "Purpose of Transaction",
    "5": "Interest in Securities of the Issuer",
    "6": "Contracts, Arrangements, Understandings or Relationships with Respect to Securities of the Issuer",
    "7": "Material to be Filed as Exhibits",
}
_13G = {
    "1(a)": "Name of Issuer",
    "1(b)": "Address of Issuer's Principal Executive Offices",
    "2(a)": "Name of Person Filing",
    "2(b)": "Address of Principal Business Office or, if none, Residence",
    "2(c)": "Citizenship",
    "2(d)": "Title of Class of Securities",
    "2(e)": "CUSIP Number",
    "3": "If this statement is filed pursuant to Rules 13d-1(b), or 13d-2(b) or (c), check whether the person is a",
    "4": "Ownership",
    "5": "Ownership of Five Percent or Less of a Class",
    "6": "Ownership of More than Five Percent on Behalf of Another Person",
    "7": "Identification and Classification of the Subsidiary Which Acquired the Security",
    "8": "Identification and Classification of Members of the Group",
    "9": "Notice of Dissolution of Group",
    "10": "Certification",
}
HEADINGS = ("Item {}.  {}.", "ITEM {}. {}", "Item {}    {}", "ITEM {}:  {}:", "Item {}.\n\n{}")


def numbers(form: str, headings: dict[str, str], style: str) -> list[tuple[str, str]]:
    cover = schedule(Layout(schedule=form)).partition("Item 1.")[0]
    body = "".join(
        f"{style.format(number, title)}\n\n     The answer to this, number {number}. See Item 2 and Item 5 above.\n\n"
        for number, title in headings.items()
    )
    source = f"{cover}{body}\n                 SIGNATURE\n\n     After reasonable inquiry I certify.\n\nMay 4, 2004\n"
    return [(item.item, item.text) for item in parse_filing(source.encode()).items]


@pytest.mark.parametrize("style", HEADINGS)
def test_the_items_of_a_13d_have_their_texts(style):
    items = numbers("13D", _13D, style)

    assert [number for number, _ in items] == [*_13D]
    assert all(f"number {number}. See Item 2" in text for number, text in items)
    assert "certify" not in items[-1][1]


@pytest.mark.parametrize("style", HEADINGS)
def test_the_lettered_items_of_a_13g_are_one_text_a_number(style):
    items = numbers("13G", _13G, style)

    assert [number for number, _ in items] == [str(number) for number in range(1, 11)]
    assert all(f"number 2({letter})" in items[1][1] for letter in "abcde")


def test_an_amendment_has_the_items_that_it_changes():
    changed = {number: _13D[number] for number in ("4", "5", "7")}

    assert [number for number, _ in numbers("13D", changed, HEADINGS[0])] == ["4", "5", "7"]


@pytest.mark.parametrize(
    ("row", "shares"),
    [
        ("See Item 5", None),
        ("As of December 31, 2010: 1,000", 1_000),
        ("On 12/31/2010 1,000", 1_000),
        ("1,000 (including 200 under options)", 1_000),
        ("--", 0),
        ("1,000(1)(2)", 1_000),
    ],
)
def test_numbers_of_items_and_dates_are_no_shares(row, shares):
    page = f"NAME OF REPORTING PERSON\nJunia Marsh 12-3456789\n5. SOLE VOTING POWER\n{row}\n6. SHARED VOTING POWER\n7\n"

    (person,) = read_schedule_text(page, []).reporting_persons

    assert (person.name, person.sole_voting_power) == ("Junia Marsh", shares)


PAGE = "NAME OF REPORTING PERSON\nJ\n5. SOLE VOTING POWER\n{}\n6. SHARED VOTING POWER\n7\n"


@pytest.mark.parametrize("run", [" ", "\n", "IRS ID ", "5 ", "Item 1 ", "NAME OF REPORTING PERSON ", "CUSIP "])
def test_a_schedule_that_means_harm_is_read_in_linear_time(run):
    hostile = PAGE.format("IRS" + run * (100_000 // len(run)))

    started = time.process_time()
    read_schedule_text(hostile, [])
    read_schedule_items(hostile, "SC 13G", None)

    assert time.process_time() - started < 2
