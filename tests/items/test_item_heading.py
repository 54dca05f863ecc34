"""Which places are headings, which are mentions, and what a heading's title is."""

import time

import pytest

from filings.forms.form_8k import ITEMS
from filings.items.item_heading import find_headings
from filings.submission import document_text

ABOVE = "\n\nAbove stands a sentence that is finished.\n\n"


def headings(text):
    return [(heading.numbers, heading.title) for heading in find_headings(text, ITEMS)]


HEADINGS = {
    "ITEM 5. OTHER EVENTS.": (("5",), "OTHER EVENTS"),
    "Item 8.01: Other Events": (("8.01",), "Other Events"),
    "Item 8.01 — Other Events. On May 4, 2006, we did.": (("8.01",), "Other Events"),
    "Item 8.01-Other Events": (("8.01",), "Other Events"),
    "Item 8.01.Other Events": (("8.01",), "Other Events"),
    "Item 8.01.\tOther Events": (("8.01",), "Other Events"),
    "Item\t8.01\tOther Events": (("8.01",), "Other Events"),
    "Item\n\n8.01\tOther Events": (("8.01",), "Other Events"),
    "• Item 8.01 Other Events": (("8.01",), "Other Events"),
    "           ITEM 5\n\n        OTHER EVENTS\n": (("5",), "OTHER EVENTS"),
    "Item 5.02\n\nDeparture of Directors or Certain Officers;\n\nElection of Directors": (
        ("5.02",),
        "Departure of Directors or Certain Officers; Election of Directors",
    ),
    "Item 7.  Financial Statements, Pro Forma Financial Information and\n         ------------------\n  Exhibits.": (
        ("7",),
        "Financial Statements, Pro Forma Financial Information and Exhibits",
    ),
    "Items 2.02 and 9.01. Results of Operations and Financial Condition;\n\nFinancial Statements and Exhibits": (
        ("2.02", "9.01"),
        "Results of Operations and Financial Condition; Financial Statements and Exhibits",
    ),
    "Items 2.02 and 9.01. Results of Operations and Financial Condition; Financial Statements and Exhibits": (
        ("2.02", "9.01"),
        "Results of Operations and Financial Condition; Financial Statements and Exhibits",
    ),
    "Item 2.02 Results of Operations and Financial Condition and Item 7.01 Regulation FD Disclosure": (
        ("2.02", "7.01"),
        "Results of Operations and Financial Condition and Item 7.01 Regulation FD Disclosure",
    ),
    "Item 1.01 Entry into a Material Definitive Agreement; and\nItem 2.03 Creation of a Direct Financial Obligation": (
        ("1.01", "2.03"),
        "Entry into a Material Definitive Agreement; and Item 2.03 Creation of a Direct Financial Obligation",
    ),
    "Item 5. Dividend Declaration": (("5",), "Dividend Declaration"),
    "Item 5": (("5",), None),
    "Item 5.02(b)\n\nMr. Roe left on May 4.": (("5.02",), None),
    "Item 5. On May 4, 1998, the registrant announced that it had done something": (("5",), None),
    "Item 5.\tOn May 4, 1998, " + "the registrant announced its plans, " * 9 + "and so on.": (("5",), None),
    "Items 1-4. Not Applicable.": (("1", "2", "3", "4"), "Not Applicable"),
    "Items 1, 2 and 4 are not applicable.": (("1", "2", "4"), "are not applicable"),
    "Item 1. Changes in Control of Registrant - N/A": (("1",), "Changes in Control of Registrant"),
    "Item 1. Changes in Control of Registrant            None": (("1",), "Changes in Control of Registrant"),
    "SECTION 8 - OTHER EVENTS ITEM 8.01 OTHER EVENTS": (("8.01",), "OTHER EVENTS"),
    "SECTION 8. OTHER EVENTS ITEM 8.01 OTHER EVENTS": (("8.01",), "OTHER EVENTS"),
    "Item 9. [Regulation FD Disclosure]. None.": (("9",), "[Regulation FD Disclosure]"),
    "_ITEM 5. OTHER EVENTS_": (("5",), "OTHER EVENTS"),
    "Item 5. Other Events & Regulation FD Disclosure": (("5",), "Other Events & Regulation FD Disclosure"),
    "Item 5.\n\n(a) The mill was opened.\n": (("5",), None),
    "Items 1-3.  Not Applicable.\n\nITEM 14. ACQUISITION OR DISPOSITION": (("1", "2", "3"), "Not Applicable"),
    "Item 8.01 Other Events (continued)": (("8.01",), "Other Events (continued)"),
    "Item 8.01\n\nItem 8.01 Other Events": (("8.01",), "Other Events"),
    "Item 2.02, 9.01\n\nITEM 2.02. RESULTS OF OPERATIONS": (("2.02",), "RESULTS OF OPERATIONS"),
}


@pytest.mark.parametrize(("text", "heading"), HEADINGS.items())
def test_a_heading_its_numbers_and_its_title(text, heading):
    assert headings(ABOVE + text) == [heading]
    assert headings(text) == [heading]


MENTIONS = {
    "in a sentence": "The information in Item 2.02 of this report is furnished.",
    "at a sentence's start": "Item 2.02 of this report is furnished, not filed.",
    "in parentheses": "(Item 5.02 of the form has more on this.)",
    "with its title in quotes": "It was reported under Item 7.01, “Regulation FD Disclosure”, before.",
    "with its title": "as described under the heading Item 2.02 Results of Operations and Financial Condition above",
    "as a quotation": "the form asks:\n“Item 5.02 Departure of Directors or Certain Officers”",
    "wrapped to a line's start": "The following information is furnished pursuant to\nItem 12 of Form 8-K.",
    "wrapped, with its title": "the following information is furnished pursuant to\n"
    "Item 12. Results of Operations and Financial Condition.\nIt is not filed.",
    "wrapped, with its title in quotes": "is furnished under both\n"
    'Item 9, "Regulation FD Disclosure" and\n'
    'Item 12, "Results of Operations and Financial Condition" of the form.',
    "wrapped behind a short line": "It is made under\nItem 5. Other Events and nothing else.",
    "behind the word caption": "More of this is in our report under the caption\nItem 5. Other Events.\nWe think so.",
    "spoken of where a paragraph begins": "Item 5. Other Events contains more about this.",
    "with the report it is of": "Item 2.02 Results of Operations and Financial Condition of this report says more.",
    "listed": "Please read:\n\n•\tItem 5.02 Compensatory Arrangements of Certain Officers;\n•\tour annual report.",
    "behind its part, wrapped": "This is set forth in\nPart II, Item 5. Other Events, in our annual report.",
    "wrapped behind a comma": "The registrant refers to its report, as amended on May 4,\nItem 5 there, and more.",
    "another form's": "Item 303 of Regulation S-K asks for it. Item 1A too.",
}


@pytest.mark.parametrize("text", MENTIONS.values(), ids=MENTIONS)
def test_a_mention_is_no_heading(text):
    assert headings(ABOVE + text) == []


RUN_IN = {
    "behind a sentence": "It ended the period. Item 2.02 Results of Operations and Financial Condition We earned.",
    "behind the last check box": "the transition ☐ Item 2.02 Results of Operations and Financial Condition We earned.",
    "behind an answer": "Significant obligors None Item 2.02 Results of Operations and Financial Condition We earned.",
    "behind a page's number": "on that day.\n\n23 Item 2.02 Results of Operations and Financial Condition\n",
    "behind a page's head": "on that day.\nTable of Contents Item 2.02 Results of Operations and Financial Condition\n",
    "behind a rule": "last report. ============ Item 2.02 Results of Operations and Financial Condition We earned.",
    "behind a caption": "if changed since last report) Item 2.02. Results of Operations and Financial Condition.",
}


@pytest.mark.parametrize("text", RUN_IN.values(), ids=RUN_IN)
def test_a_converter_that_joined_lines_leaves_a_heading_within_a_line(text):
    assert [heading.numbers for heading in find_headings(text, ITEMS)] == [("2.02",)]


MARKUP = {
    "bold that ends within the word": "<p><b>I</b>tem 8.01 <b>Other Events</b></p>",
    "small capitals": "<p>I<font size=1>TEM</font> 8.01 O<font size=1>THER</font> E<font size=1>VENTS</font></p>",
    "hard blanks": "<p>Item&nbsp;8.01&nbsp;&nbsp;Other&nbsp;Events</p>",
    "a dash by its Windows number": "<p>Item 8.01 &#150; Other Events</p>",
    "an em dash": "<p>Item 8.01&mdash;Other Events</p>",
    "a line's end within": "<p>Item\n   8.01\n   Other\n   Events</p>",
    "cells": "<table><tr><td>Item 8.01.</td><td>Other Events</td></tr></table>",
    "three cells": "<table><tr><td>Item</td><td>8.01</td><td>&nbsp;</td><td>Other Events</td></tr></table>",
    "two paragraphs in a cell": "<table><tr><td><p>Item</p><p>8.01</p></td><td>Other Events</td></tr></table>",
    "a heading": "<h2>Item 8.01. Other Events</h2>",
    "underlined": "<p><u>Item 8.01</u>. <u>Other Events</u>.</p>",
    "a break": "<p>Item 8.01<br>Other Events</p>",
    "divisions": "<div>Item 8.01</div><div>Other Events</div>",
    "an anchor": '<p><a name="item801"></a><b>Item 8.01 Other Events</b></p>',
    "Markdown": "# Form 8-K\n\n## Item 8.01. Other Events\n",
    "Markdown's bold": "# Form 8-K\n\n**Item 8.01** **Other Events**\n",
    "a Markdown table": "# Form 8-K\n\n| **Item 8.01** | **Other Events** |\n|---|---|\n",
}


@pytest.mark.parametrize("source", MARKUP.values(), ids=MARKUP)
def test_a_heading_is_seen_through_its_markup(source):
    (heading,) = find_headings(document_text(source), ITEMS)

    assert heading.numbers == ("8.01",)
    assert heading.title.lower() == "other events"


def test_a_heading_tells_where_it_starts_and_where_its_text_does():
    text = "Above.\n\nItem 5.  Other Events.\n         ------------\n\nOn May 4."

    (heading,) = find_headings(text, ITEMS)

    assert text[heading.start :].startswith("Item 5.")
    assert text[heading.body :] == "\n\nOn May 4."


def test_blanks_without_end_behind_a_title_take_no_minutes():
    started = time.process_time()

    assert headings("Item 5. Other Events" + " " * 100_000 + "x") == [(("5",), "Other Events")]
    assert time.process_time() - started < 5


def test_headings_come_in_the_order_of_the_text_a_repeated_one_twice():
    text = "Item 7.  Exhibits\n\nItem 5.  Other Events\n\nItem 7.  Exhibits\n"

    assert [numbers for numbers, _ in headings(text)] == [("7",), ("5",), ("7",)]
