"""A letter's fixed places."""

import pytest

from filings.notices.letter import read_letter

LETTER = """{date}

{sender}Securities and Exchange Commission
100 F Street, N.E.

{attention}Re: Marsh Lathes, Inc.
    Form 10-K, File No. 001-99123

Dear Ms. Roe:
"""
ATTENTION = "Attn:   Jane Roe, Assistant Director\n        John Doe, Branch Chief\n\n"


@pytest.mark.parametrize("date", ["May 4, 2018", "      May 4, 2018", "MARSH LATHES, INC.\n\nMay 4, 2018"])
@pytest.mark.parametrize("sender", ["", "VIA EDGAR\n"])
@pytest.mark.parametrize("attention", ["", ATTENTION])
def test_the_addressee_is_neither_the_date_nor_those_to_whose_attention_it_is(date, sender, attention):
    letter = read_letter(LETTER.format(date=date, sender=sender, attention=attention))

    assert letter["to"] == "Securities and Exchange Commission, 100 F Street, N.E."
    assert letter["date"] == "2018-05-04"
    assert (letter["attention"] is not None) == bool(attention)


def test_a_letter_without_a_date_has_an_addressee():
    assert (
        read_letter("Marsh Lathes, Inc.\n1 Main Street\n\nRe: Form 10-K\n")["to"] == "Marsh Lathes, Inc., 1 Main Street"
    )
