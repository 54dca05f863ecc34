"""Which headings of a periodic report are its items: small texts, each with one difficulty."""

import datetime as dt

import pytest

from filings.forms.form_10k import OUTLINE as ANNUAL
from filings.forms.form_10k import SMALL_BUSINESS
from filings.forms.form_10q import OUTLINE as QUARTERLY
from filings.forms.form_20f import OUTLINE as FOREIGN
from filings.items.report_items import read_report_items

SENTENCE = "The company makes pumps for breweries and for dairies in three states."


def read(text, *outlines, day=None):
    """(part, item, title, text below the heading's line) of each item."""
    items, _ = read_report_items(text, outlines or (ANNUAL,), day)
    return [(item.part, item.item, item.title, item.text.partition("\n")[2].strip()) for item in items]


def numbers(text, *outlines):
    return [item for _, item, _, _ in read(text, *outlines)]


def section(number, title, below=SENTENCE):
    return f"Item {number}. {title}\n\n{below}\n\n"


BODY = (
    section("1", "Business")
    + section("1A", "Risk Factors")
    + section("2", "Properties")
    + section("3", "Legal Proceedings", "None.")
    + section("4", "Mine Safety Disclosures", "Not applicable.")
)


@pytest.mark.parametrize("entry", ["{}\t{}\t5\n", "{} {} ........ 5\n", "{}\n{}\n5\n"], ids=["tabs", "dots", "lines"])
@pytest.mark.parametrize("place", ["before", "behind"])
def test_a_table_of_contents_is_not_the_report_wherever_it_stands(entry, place):
    titles = ("Business", "Risk Factors", "Properties", "Legal Proceedings", "Mine Safety Disclosures")
    contents = "".join(
        entry.format(f"Item {number}.", title) for number, title in zip(("1", "1A", "2", "3", "4"), titles, strict=True)
    )
    text = f"CONTENTS\n{contents}\n\n{BODY}" if place == "before" else f"{BODY}CONTENTS\n{contents}"

    assert [(item, below) for _, item, _, below in read(text)][:4] == [
        ("1", SENTENCE),
        ("1A", SENTENCE),
        ("2", SENTENCE),
        ("3", "None."),
    ]


def test_items_answered_none_in_both_parts_are_no_table_of_contents():
    text = (
        "PART I\n\n"
        + section("1", "Financial Statements")
        + section("2", "Management's Discussion and Analysis of Financial Condition and Results of Operations")
        + "PART II\n\n"
        + section("1", "Legal Proceedings", "None.")
        + section("2", "Unregistered Sales of Equity Securities and Use of Proceeds", "None.")
        + section("3", "Defaults Upon Senior Securities", "None.")
        + section("4", "Mine Safety Disclosures", "None.")
        + section("5", "Other Information", "None.")
    )

    got = [(part, item) for part, item, _, _ in read(text, QUARTERLY)]

    assert got == [("I", "1"), ("I", "2"), ("II", "1"), ("II", "2"), ("II", "3"), ("II", "4"), ("II", "5")]


def test_the_part_of_an_item_without_a_title_is_the_headings_above_it():
    text = f"PART I\n\nItem 1.\n\n{SENTENCE}\n\nPART II\n\nItem 1.\n\n{SENTENCE}\n\nItem 5.\n\n{SENTENCE}\n"

    assert [(part, item) for part, item, _, _ in read(text, QUARTERLY)] == [("I", "1"), ("II", "1"), ("II", "5")]


def test_an_amendment_of_part_ii_alone_is_of_part_ii():
    assert [(part, item) for part, item, _, _ in read(f"PART II\n\nItem 1.\n\n{SENTENCE}\n", QUARTERLY)] == [
        ("II", "1")
    ]


def test_a_running_head_goes_on_with_its_item():
    text = section("1", "Business") + section("1", "Business (Continued)", "More of it.") + section("2", "Properties")

    assert [item for _, item, _, _ in read(text)] == ["1", "2"]
    assert read(text)[0][3].endswith("More of it.")


def test_running_heads_above_tables_do_not_take_the_place_of_the_heading():
    table = "\n".join(f"Mill {n}\t{n},100\t{n},200" for n in range(8))
    title = "Financial Statements and Supplementary Data"
    statements = section("8", title, table) + section("8", title, table) + section("8", title)
    text = section("7", "Management's Discussion and Analysis") + statements + section("9A", "Controls and Procedures")

    assert numbers(text) == ["7", "8", "9A"]
    assert read(text)[1][3].count("Mill 1") == 2


def test_short_items_between_running_heads_are_no_table_of_contents():
    text = (
        section("9A", "Controls and Procedures") * 3
        + section("9A", "Controls and Procedures", "Mill 1\t100")
        + section("9B", "Other Information", "None.")
        + section("9C", "Disclosure Regarding Foreign Jurisdictions that Prevent Inspections", "Not applicable.")
        + section("10", "Directors, Executive Officers and Corporate Governance") * 3
    )

    assert numbers(text) == ["9A", "9B", "9C", "10"]


def test_a_running_head_of_item_14_does_not_put_it_in_two_parts():
    title = "Exhibits, Financial Statement Schedules, and Reports on Form 8-K"
    text = section("13", "Certain Relationships and Related Transactions") + section("14", title)
    text += f"Item 14.\n\n{SENTENCE}\n\n" + section("14", f"{title} (Continued)")

    assert [(part, item) for part, item, _, _ in read(text)] == [("III", "13"), ("IV", "14")]


def test_short_answers_at_the_end_of_a_report_with_two_tables_of_contents_are_items():
    ends = [("16D", "Exemptions from the Listing Standards for Audit Committees"), ("16F", "Change in Accountant")]
    ends += [("16G", "Corporate Governance"), ("16H", "Mine Safety Disclosure")]
    contents = "".join(
        f"Item {number}. {title}\t80\n\tIn general\t80\n"
        for number, title in [("15", "Controls and Procedures"), *ends]
    )
    short = "".join(section(number, title, "None.") for number, title in ends)
    text = f"{contents}\n{section('15', 'Controls and Procedures')}{short}{contents}"

    assert [(item, below) for _, item, _, below in read(text, FOREIGN)][1:-1] == [
        ("16D", "None."),
        ("16F", "None."),
        ("16G", "None."),
    ]


@pytest.mark.parametrize(
    "heading", ["PART I. ITEM 1. BUSINESS", "Part I, Item 1. Business", "PART I - Item 1 - Business", "PART 1   ITEM 1"]
)
def test_a_heading_may_name_its_part_on_the_same_line(heading):
    text = f"{heading}\n\n{SENTENCE}\n\nPART II, ITEM 5. Market for Common Equity\n\n{SENTENCE}\n"

    assert [(part, item, below) for part, item, _, below in read(text)] == [("I", "1", SENTENCE), ("II", "5", SENTENCE)]


@pytest.mark.parametrize(
    "heading",
    [
        "Items 1 and 2. Business and Properties",
        "ITEMS 1. AND 2. BUSINESS AND PROPERTIES",
        "Items One and Two. Business and Properties",
    ],
)
def test_one_heading_for_two_items_gives_its_text_under_both(heading):
    got = read(f"{heading}\n\n{SENTENCE}\n\n{section('3', 'Legal Proceedings')}")

    assert [(item, below) for _, item, _, below in got] == [("1", SENTENCE), ("2", SENTENCE), ("3", SENTENCE)]


@pytest.mark.parametrize("heading", ["ITEMS 2, 3, 4 AND 5 - NOT APPLICABLE", "Items 2 through 5. Not applicable."])
def test_the_numbers_of_one_heading_are_of_one_part(heading):
    text = "PART I\n\n" + section("1", "Financial Statements") + section("3", "Market Risk")
    text += "PART II\n\n" + section("1", "Legal Proceedings") + f"{heading}\n\n" + section("6", "Exhibits")

    assert [(part, item) for part, item, _, _ in read(text, QUARTERLY)] == [
        *(("I", "1"), ("I", "3"), ("II", "1")),
        *(("II", "2"), ("II", "3"), ("II", "4"), ("II", "5"), ("II", "6")),
    ]


def test_an_item_behind_its_place_is_found():
    text = section("1", "Business") + section("2", "Properties") + section("3", "Legal Proceedings")
    text += section("1B", "Unresolved Staff Comments", "None.") + section("4", "Mine Safety Disclosures", "None.")

    assert numbers(text) == ["1", "2", "3", "1B", "4"]


def test_financial_statements_bound_behind_the_last_part_are_item_8():
    text = "PART II\n\n" + section("5", "Market for Registrant's Common Equity")
    text += "PART IV\n\n" + section("15", "Exhibits and Financial Statement Schedules")
    text += section("8", "Financial Statements and Supplementary Data")

    assert [(part, item) for part, item, _, _ in read(text)] == [("II", "5"), ("IV", "15"), ("II", "8")]


def test_a_covers_table_of_what_is_incorporated_by_reference_has_no_items():
    text = (
        "DOCUMENTS INCORPORATED BY REFERENCE\n\n"
        'Item 10. Directors and Executive Officers         "Election of Directors" in the Proxy Statement\n'
        'Item 11. Executive Compensation                   "Pay of Executives" in the Proxy Statement\n\n'
    )

    assert numbers(f"{text}PART I\n\n{BODY}") == ["1", "1A", "2", "3", "4"]


def test_an_item_behind_its_place_is_found_though_the_other_part_has_its_number():
    text = "PART I\n\n" + section("1", "Financial Statements") + section("2", "Management's Discussion and Analysis")
    text += "PART II\n\n" + section("2", "Unregistered Sales of Equity Securities", "None.")
    text += section("1A", "Risk Factors") + section("6", "Exhibits")

    assert [(part, item) for part, item, _, _ in read(text, QUARTERLY)] == [
        *(("I", "1"), ("I", "2")),
        *(("II", "2"), ("II", "1A"), ("II", "6")),
    ]


@pytest.mark.parametrize(
    ("below", "title"),
    [
        (
            "\n         Financial Condition\n",
            "Discussion and Analysis of Results of Operations and Financial Condition",
        ),
        ("\nwe earned more.\n", "Discussion and Analysis of Results of Operations and"),
        ("\n\nOverview\n", "Discussion and Analysis of Results of Operations and"),
    ],
)
def test_a_title_that_ends_its_line_with_and_goes_on_in_a_line_of_title(below, title):
    text = f"Item 7. Management's Discussion and Analysis of Results of Operations and{below}\n{SENTENCE}\n"

    assert [title for _, _, title, _ in read(text)] == [f"Management's {title}"]


@pytest.mark.parametrize("head", ["Item {}", "Item {}, 5", "ITEMS {} & 5"])
def test_a_pages_head_that_names_its_items_is_neither_a_heading_nor_text(head):
    titles = {"1": "Business", "2": "Properties", "3": "Legal Proceedings"}
    pages = [
        f"Page 1{number}\n\nTable of Contents\n\nPart I\n\n{head.format(number)}\n\n{section(number, title)}"
        for number, title in titles.items()
    ]

    assert read("".join(pages)) == [("I", number, title, SENTENCE) for number, title in titles.items()]


@pytest.mark.parametrize("written", ["9A(T)", "9AT", "9A-T", "9A (T)"])
def test_the_transitional_item_is_9a(written):
    assert numbers(
        section("9", "Changes in and Disagreements with Accountants") + section(written, "Controls and Procedures")
    ) == ["9", "9A"]


TITLES = {
    "1": "Business",
    "1A": "Risk Factors",
    "2": "Properties",
    "3": "Legal Proceedings",
    "9A": "Controls and Procedures",
}
BARE = "".join(f"{number}. {title}\n\n{SENTENCE * 3}\n\n" for number, title in TITLES.items())


@pytest.mark.parametrize("word", ["", "Item "], ids=["numbers alone", "with the word"])
def test_headings_without_the_word_item_are_read_whatever_the_contents_say(word):
    contents = "".join(f"{word}{number}.\t{title}\t5\n" for number, title in TITLES.items())

    assert [(item, below) for _, item, _, below in read(f"CONTENTS\n{contents}\n\n{BARE}")] == [
        (number, SENTENCE * 3) for number in TITLES
    ]


def test_a_numbered_list_is_no_items_where_the_report_has_headings():
    notes = "".join(f"{n}. {title}\n\n{SENTENCE}\n\n" for n, title in ((2, "Properties"), (3, "Legal Proceedings")))

    assert numbers(section("8", "Financial Statements and Supplementary Data") + notes) == ["8"]


@pytest.mark.parametrize("written", ["9(A)", "9(a)", "9-A", "9 A", "9.A"])
def test_a_letter_apart_from_its_number_counts_where_the_title_agrees(written):
    text = section("9", "Changes in and Disagreements with Accountants") + section(written, "Controls and Procedures")

    assert numbers(text) == ["9", "9A"]


def test_a_letter_in_parentheses_with_the_numbers_own_title_is_a_part_of_the_item():
    assert numbers(section("1(a)", "Business") + section("2", "Properties")) == ["1", "2"]


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Principal Accountant Fees and Services", "III"),
        ("Exhibits, Financial Statement Schedules, and Reports on Form 8-K", "IV"),
    ],
)
def test_item_14_is_in_the_part_that_its_title_had(title, part):
    text = section("13", "Certain Relationships and Related Transactions") + section("14", title)

    assert [(p, item) for p, item, _, _ in read(text)] == [("III", "13"), (part, "14")]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (dt.date(2009, 3, 2), "Submission of Matters to a Vote of Security Holders"),
        (dt.date(2011, 3, 2), "(Removed and Reserved)"),
        (dt.date(2013, 3, 2), "Mine Safety Disclosures"),
        (None, "Mine Safety Disclosures"),
    ],
)
def test_a_title_that_is_not_printed_is_the_forms_of_that_day(day, title):
    text = f"{section('3', 'Legal Proceedings')}Item 4.\n\n{SENTENCE}\n"

    assert read(text, ANNUAL, day=day)[-1][1:3] == ("4", title)


def test_a_small_business_that_files_a_10_k_is_read_by_its_own_items():
    text = (
        section("1", "Description of Business")
        + section("6", "Management's Discussion and Analysis or Plan of Operation")
        + section("7", "Financial Statements")
        + section("8A", "Controls and Procedures")
        + section("9", "Directors, Executive Officers, Promoters and Control Persons")
    )

    assert [(part, item) for part, item, _, _ in read(text, ANNUAL, SMALL_BUSINESS)][-2:] == [
        ("II", "8A"),
        ("III", "9"),
    ]


def test_letters_of_20_f_items_are_no_items_but_16a_is():
    text = (
        section("4", "Information on the Company", f"4.A. History\n{SENTENCE}\nItem 4.B Business Overview\n{SENTENCE}")
        + section("4A", "Unresolved Staff Comments", "None.")
        + section("16.A", "Audit Committee Financial Expert")
        + section("16", "B. Code of Ethics")
    )

    assert numbers(text, FOREIGN) == ["4", "4A", "16A", "16B"]


def test_the_text_ends_at_the_signatures():
    text = section("15", "Exhibits and Financial Statement Schedules")
    text += "SIGNATURES\n\nPursuant to the requirements of Section 13 of the Securities Exchange Act of 1934, signed.\n"

    assert read(text)[0][3] == SENTENCE


def test_an_index_that_only_names_the_items_is_warned_of():
    index = "".join(
        f"Item {number}. {title} {n}\n"
        for n, (number, title) in enumerate(
            (("1", "Business"), ("1A", "Risk Factors"), ("2", "Properties"), ("3", "Legal Proceedings")), 4
        )
    )

    items, warnings = read_report_items(f"{SENTENCE}\n\nCROSS REFERENCE INDEX\n\n{index}", (ANNUAL,))

    assert [item.item for item in items] == ["1", "1A", "2", "3"]
    assert [warning.code for warning in warnings] == ["items-only-named"]


def test_a_text_without_headings_is_warned_of():
    assert [warning.code for warning in read_report_items(SENTENCE, (ANNUAL,))[1]] == ["no-items"]
