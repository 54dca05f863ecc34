"""Exhibits: from the report's own index, from the documents, and what becomes of the two together."""

import pytest

from filings.exhibits.exhibit import read_exhibits
from filings.record import Document
from filings.submission import document_text

ITEM = "Item 9.01  Financial Statements and Exhibits\n\n(d)  Exhibits\n\n"


def indexed(text):
    return {exhibit.number: exhibit.description for exhibit in read_exhibits("", (), text)}


def documents(*types):
    return [
        Document(sequence=n, type=kind, filename=f"d{n}.htm", description=f"THE {kind}", size=1, start=0, end=1)
        for n, kind in enumerate(("8-K", *types), 1)
    ]


TEXT = {
    "one": ("99.1    Press release\n", {"99.1": "Press release"}),
    "over lines": (
        "10.1    Agreement dated as of May 4, 2007, by and among\n        Example Corp. and the holders\n"
        "        named therein\n\n99.1    Press release\n",
        {
            "10.1": "Agreement dated as of May 4, 2007, by and among Example Corp. and the holders named therein",
            "99.1": "Press release",
        },
    ),
    "a head": (
        "Exhibit No.    Description\n-----------    -----------\n\n   99.1        Press release\n",
        {"99.1": "Press release"},
    ),
    "marks": (
        "99.1*  Press release\n10.1†  Employment agreement\n10.2 +  Form of option\n2.1#   Merger\n\n* Furnished.\n",
        {"99.1": "Press release", "10.1": "Employment agreement", "10.2": "Form of option", "2.1": "Merger"},
    ),
    "old numbers": (
        "     (16)  Letter of Sample & Co.\n     10(b)  Amendment\n     (10)(a)  Lease\n      2    Merger agreement\n",
        {"16": "Letter of Sample & Co.", "10(b)": "Amendment", "10(a)": "Lease", "2": "Merger agreement"},
    ),
    "old numbers from the first on": (
        "(1)   Underwriting agreement\n(2)   Merger agreement\n(3)   Articles\n",
        {"1": "Underwriting agreement", "2": "Merger agreement", "3": "Articles"},
    ),
    "pages": (
        "99.1  Press release .................. 4\n99.2  Slides ......... Page 7\n99.3  Script                   12\n",
        {"99.1": "Press release", "99.2": "Slides", "99.3": "Script"},
    ),
    "rules": (
        "99.1    Press release of Example\n------  Corp. and Sample, Inc.\n        dated May 4\n",
        {"99.1": "Press release of Example Corp. and Sample, Inc. dated May 4"},
    ),
    "prefixes": (
        "Exhibit 99.1 - Press release\nEX-99.2  Slides\nEx. 10.1: Lease\nExhibit No. 4.1  Indenture\n",
        {"99.1": "Press release", "99.2": "Slides", "10.1": "Lease", "4.1": "Indenture"},
    ),
    "a number with a dot": (
        "4.   Rights agreement\n\n99.  Press release\n",
        {"4": "Rights agreement", "99": "Press release"},
    ),
    "numbers with a dash": (
        "Exhibit 3-A     Articles\n 10-B-1*  Option plan\n  4-12    Indenture\n",
        {"3-A": "Articles", "10-B-1": "Option plan", "4-12": "Indenture"},
    ),
    "numbers of three parts": (
        "10.1.1  First amendment\n10.1.A  Annex\n(10)(iii)(A)  Lease\n4(a)(1)  Note\n",
        {"10.1.1": "First amendment", "10.1.A": "Annex", "10(iii)(A)": "Lease", "4(a)(1)": "Note"},
    ),
    "letters below a number": (
        "(10)   (a)   Option plan of the\n             registrant\n\n       (b)   Lease\n\n       (d)   of no use\n\n"
        "       (c)   Deferred plan\n(11)   Earnings per share\n(99)(a)Agreement\n    (b)Undertaking\n",
        {
            "10(a)": "Option plan of the registrant",
            "10(b)": "Lease",
            "10(c)": "Deferred plan",
            "11": "Earnings per share",
            "99(a)": "Agreement",
            "99(b)": "Undertaking",
        },
    ),
    "letters behind z": (
        "(10)(z)   Plan\n    (aa)  Lease\n    (bb)  Option\n",
        {"10(z)": "Plan", "10(aa)": "Lease", "10(bb)": "Option"},
    ),
    "numbers of XBRL": (
        "101.INS  Inline XBRL instance\n101.SCH*  Inline XBRL schema\n104  Cover page\n",
        {"101.INS": "Inline XBRL instance", "101.SCH": "Inline XBRL schema", "104": "Cover page"},
    ),
    "numbers behind their abbreviation": ("No. 3.1   Articles\n", {"3.1": "Articles"}),
    "a description of something": ("4.5  Description of securities\n", {"4.5": "Description of securities"}),
    "letters": ("4.1a Indenture\n4.1b  First supplement\n", {"4.1a": "Indenture", "4.1b": "First supplement"}),
    "another column": (
        "10(a)   --  Form of option agreement of May 4,        Incorporated by reference\n"
        "            2007, as amended                            to Form 8-K of May 5\n"
        "            in June, as long as the holders of the options are employed\n"
        "10(b)   --  Lease                                     *\n",
        {
            "10(a)": "Form of option agreement of May 4, 2007, as amended in June, as long as the holders of the"
            " options are employed",
            "10(b)": "Lease",
        },
    ),
    "a note's mark in a column of its own": (
        "3.1    (1)     Articles, filed with the State on\n               January 27, 1988.\n3.2            By-Laws\n",
        {"3.1": "Articles, filed with the State on January 27, 1988.", "3.2": "By-Laws"},
    ),
    "lines set wide": (
        "10.1    Form     of     option     agreement\n        dated     May 4\n",
        {"10.1": "Form of option agreement dated May 4"},
    ),
    "notes below": (
        "3.1    Articles (1)\n3.2    By-Laws (2)\n\n(1)  Incorporated by reference to Form 8-K.\n"
        "(2)  Previously filed.\n",
        {"3.1": "Articles (1)", "3.2": "By-Laws (2)"},
    ),
    "marks in the number's parentheses": ("(10.1†)  Lease\n(10.2*)  Option\n", {"10.1": "Lease", "10.2": "Option"}),
    "pages between rows": (
        "10.1    Lease\n\n                  25\n\n*10.2   Option\n\n   - 26 -\n\n10.3    Bylaws\n",
        {"10.1": "Lease", "10.2": "Option", "10.3": "Bylaws"},
    ),
    "an exhibit of another filing": (
        "10.1    Lease of the mill. [Form 10-K of 1998,\n        Exhibit 10.5]\n10.2    Option\n",
        {"10.1": "Lease of the mill. [Form 10-K of 1998, Exhibit 10.5]", "10.2": "Option"},
    ),
    "what is around": (
        "99.1  Press release\n     * Furnished herewith\n\nThe information in Exhibit 99.1 is furnished.\n",
        {"99.1": "Press release"},
    ),
}


@pytest.mark.parametrize(("rows", "exhibits"), TEXT.values(), ids=TEXT)
def test_rows_of_an_index_in_plain_text(rows, exhibits):
    assert indexed(ITEM + rows) == exhibits


HTML = {
    "cells": "<table><tr><td>Exhibit No.</td><td>Description</td></tr><tr><td>99.1</td><td>Press release</td></tr>"
    "<tr><td>99.2</td><td>Slides of May 4</td></tr></table>",
    "cells with what it was filed with": "<table><tr><td>99.1</td><td>*</td><td>Press release</td><td>Form 8-K</td>"
    "<td>4.1</td></tr><tr><td>99.2</td><td></td><td>Slides<br>of May 4</td><td>Form<br>8-K</td></tr></table>",
    "numbers with a dot before a cell": "<table><tr><td>99.1.</td><td>Press release</td></tr><tr><td>99.2.</td>"
    "<td>Slides of May 4</td></tr></table>",
    "numbers in two cells": "<table><tr><td>99</td><td>.1*</td><td>&mdash;</td><td>Press release</td></tr><tr>"
    "<td>99</td><td>.2</td><td>&mdash;</td><td>Slides of May 4</td></tr></table>",
    "cells with a page": "<table><tr><td>99.1</td><td>Press release</td><td>4</td></tr><tr><td>99.2</td><td>Slides of"
    " May 4</td><td>5</td></tr></table>",
    "cells of lines": "<table><tr><td>99.1</td><td>Press<br>release</td></tr><tr><td>99.2</td><td>Slides<br>of May 4"
    "</td></tr></table>",
    "cells with prefixes": "<table><tr><td>Exhibit 99.1</td><td>Press release</td></tr><tr><td>EX-99.2</td>"
    "<td>Slides of May 4</td></tr></table>",
    "dashes": "<p>Exhibit 99.1 &ndash; Press release</p><p>Exhibit 99.2&mdash;Slides of May 4</p>",
    "breaks": "<p>99.1 Press release<br>99.2 Slides of May 4</p>",
    "a paragraph each": "<p>99.1</p><p>Press release</p><p>99.2</p><p>Slides of May 4</p>",
}


@pytest.mark.parametrize("rows", HTML.values(), ids=HTML)
def test_rows_of_an_index_in_html(rows):
    text = document_text(f"<html><p>Item 9.01 Financial Statements and Exhibits</p><p>(d) Exhibits</p>{rows}</html>")

    assert indexed(text) == {"99.1": "Press release", "99.2": "Slides of May 4"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        ITEM + "None.\n",
        ITEM + "Exhibit 99.1 is the press release of May 4, 2007.\n",
        ITEM + "99.1 and 99.2 are furnished.\n",
        "Item 9.01\n\n(a) Financial statements.\n\n  1.  Balance sheet\n  2.  Income\n\n(d)  Exhibits.\n\nNone.\n",
        ITEM + "1.  Balance sheet\n\n2.  Statement of income\n\n3.  Notes\n",
        ITEM + "2006  was a good year\n\n401.5  is no exhibit\n",
        ITEM + "(1)\tReport of management\n\n(2)\tSchedules\n\n(3)\tExhibits\n\n1.\tNotes\n",
        ITEM + "as required by Section\n10(a)(3)  of the Securities Act of 1933;\n",
        ITEM + "Filed with Form\n10-K  for the year 1998\n",
        ITEM + "36.1  Item 601 of Regulation S-K has no such number\n",
    ],
)
def test_lines_that_are_no_rows_of_an_index(text):
    assert indexed(text) == {}


def test_an_index_behind_the_signatures_counts_as_well():
    text = "SIGNATURES\n\n  EXHIBIT INDEX\n\nExhibit\nNumber    Description     Page\n\n99.1      Press release     4\n"

    assert [(exhibit.number, exhibit.description) for exhibit in read_exhibits(text, ())] == [("99.1", "Press release")]


def test_a_pages_head_does_not_end_an_index():
    head = f"{' ' * 200}-50-\n\nItem 15.  Exhibits{' ' * 300}\n\nNumber{' ' * 200}Description\n"
    text = f"EXHIBIT INDEX\n\n10.1  Lease\n\n{head}\n10.2  Option\n"

    assert [exhibit.number for exhibit in read_exhibits(text, ())] == ["10.1", "10.2"]


def test_an_index_ends_where_its_rows_do():
    text = (
        f"EXHIBIT INDEX\n\n99.1  Press release\n\n{'We sell things. ' * 60}\n\n10.1  is our best year, 99.9 per cent\n"
    )

    assert [exhibit.number for exhibit in read_exhibits(text, ())] == ["99.1"]


def test_documents_come_first_described_by_the_index_then_what_only_the_index_names():
    found = read_exhibits("", documents("EX-99.1", "EX-99.2", "GRAPHIC"), ITEM + "99.1  Press release\n99.3  Lease\n")

    assert [(one.number, one.type, one.description, one.filename, one.sequence) for one in found] == [
        ("99.1", "EX-99.1", "Press release", "d2.htm", 2),
        ("99.2", "EX-99.2", "THE EX-99.2", "d3.htm", 3),
        ("99.3", "EX-99.3", "Lease", None, None),
    ]


@pytest.mark.parametrize(
    ("kind", "number"),
    [("EX-99.1", "99.01"), ("EX-99.01", "99.1"), ("EX-10.A", "10(a)"), ("EX-10.16A", "10.16a"), ("EX-12.(C)", "12(c)")],
)
def test_a_document_and_its_row_may_spell_the_number_differently(kind, number):
    (exhibit,) = read_exhibits("", documents(kind), f"{ITEM}{number}  Press release\n")

    assert (exhibit.number, exhibit.type, exhibit.description) == (number, kind, "Press release")


def test_a_lone_document_of_a_kind_is_its_only_row():
    (exhibit,) = read_exhibits("", documents("EX-99"), ITEM + "99.1  Press release\n")

    assert (exhibit.number, exhibit.type, exhibit.filename) == ("99.1", "EX-99", "d2.htm")


def test_two_documents_do_not_share_a_row():
    found = read_exhibits("", documents("EX-10.1", "EX-10.2"), ITEM + "10.1  Lease\n")

    assert [(one.number, one.description) for one in found] == [("10.1", "Lease"), ("10.2", "THE EX-10.2")]
