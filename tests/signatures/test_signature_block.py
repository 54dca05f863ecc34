"""Where the signatures begin."""

import pytest

from filings.signatures.signature_block import find_signatures, find_signing_clause, signature_blocks

REPORT = "Item 5.  Other Events\n\nThe signature of the agreement took place, and signatures were given.\n\n"

ACT = "Securities Exchange Act of 1934"
BLOCKS = {
    "heading": "SIGNATURES\n\nEXAMPLE CORP\n",
    "heading of one": "                      SIGNATURE\n\n",
    "small letters": "Signatures\n",
    "with a colon": "SIGNATURES:\n",
    "one or many": "SIGNATURE(S)\n",
    "spaced": "S I G N A T U R E S\n",
    "spaced, of one": "S I G N A T U R E\n",
    "page": "SIGNATURE PAGE\n",
    "in marks": "** SIGNATURES **\n",
    "ruled": "----- SIGNATURES -----\n",
    "clause": f"Pursuant to the requirements of the {ACT}, the registrant has duly caused this report",
    "clause with a section": f"Pursuant to the requirements of Section 13 or 15(d) of the {ACT},\n"
    "Example, Inc., the registrant, has duly caused this report to be signed",
    "clause without an article": f"Pursuant to the requirements of {ACT}, the registrants have caused this report",
    "clause of a small business": "In accordance with the requirements of the Exchange Act, it caused this report",
    "heading run into the clause": f"SIGNATURE Pursuant to the requirements of the {ACT}",
    "small heading run into the clause": f"Signature\t\tPursuant to the requirements of the {ACT}",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_block_begins_with_its_heading_or_its_clause(block):
    assert (REPORT + block)[find_signatures(REPORT + block) :].lstrip() == block.lstrip()


def test_a_heading_and_its_clause_are_both_told_and_the_first_is_where_it_begins():
    text = REPORT + BLOCKS["heading"] + BLOCKS["clause"]

    assert signature_blocks(text) == [len(REPORT), text.index("Pursuant")]
    assert find_signatures(text) == len(REPORT)
    assert find_signing_clause(text) == text.index("Pursuant")


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "",
        "The signature page\nof the agreement",
        "Signatures ......................... 5",
        "Pursuant to the requirements of the agreement, the registrant has duly caused its notes to be signed",
        "Signed pursuant to the requirements of law.",
    ],
)
def test_a_text_that_only_speaks_of_signatures_has_no_block(text):
    assert find_signatures(text) == len(text)
    assert find_signing_clause(text) == len(text)


def test_only_what_stands_at_or_behind_the_start_is_found():
    text = "Signatures\n\nItem 5.  Other Events\n\nWe did.\n\nSIGNATURES\n"

    assert find_signatures(text, 5) == text.index("SIGNATURES")


@pytest.mark.parametrize("mark", ["/s/ Jane Doe", "By: /s/ Jane Doe", "      By  /S/ JANE DOE", "By:   /s/"])
def test_without_heading_and_clause_the_first_conformed_signature_begins_it(mark):
    text = f"{REPORT}{mark}\n"

    assert text[find_signatures(text) :].strip() == mark.strip()


def test_the_date_above_such_a_signature_belongs_to_it():
    text = f"{REPORT}Dated: May 4, 1998\n\nEXAMPLE CORP\n\nBy: /s/ Jane Doe\n"

    assert text[find_signatures(text) :].startswith("Dated:")
