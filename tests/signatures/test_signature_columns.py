"""Signatures set side by side become signatures one below the other."""

from filings.signatures.signature_columns import one_below_the_other
from filings.signatures.signature_lines import SIGNED


def lines(block):
    return [line.strip() for line in one_below_the_other(block, SIGNED).split("\n") if line.strip()]


def test_columns_of_blanks_are_read_one_after_the_other_with_the_names_above_them():
    block = (
        "EXAMPLE CORP.                 SAMPLE COMPANY\n"
        "\n"
        "By: /s/ Jane Doe              By: /s/ John Roe\n"
        "    ------------                  ------------\n"
        "    Jane Doe                      John Roe\n"
        "    President                     Treasurer\n"
    )

    assert lines(block) == [
        "EXAMPLE CORP.",
        "By: /s/ Jane Doe",
        "------------",
        "Jane Doe",
        "President",
        "SAMPLE COMPANY",
        "By: /s/ John Roe",
        "------------",
        "John Roe",
        "Treasurer",
    ]


def test_no_word_is_cut_where_a_column_does_not_keep_its_edge():
    block = "By: /s/ Jane Doe         By: /s/ John Roe\n    Executive Vice President  Treasurer\n"

    assert lines(block) == ["By: /s/ Jane Doe", "Executive Vice President", "By: /s/ John Roe", "Treasurer"]


def test_cells_are_read_one_column_after_the_other():
    block = "/s/ Jane Doe\t/s/ John Roe\nJane Doe\tJohn Roe\nPresident\tTreasurer\n"

    assert lines(block) == ["/s/ Jane Doe", "Jane Doe", "President", "/s/ John Roe", "John Roe", "Treasurer"]


def test_a_row_of_fewer_cells_comes_last():
    block = "/s/ Jane Doe\t/s/ John Roe\nJane Doe\tJohn Roe\nDirectors of the registrant\n"

    assert lines(block)[-1] == "Directors of the registrant"


def test_two_rows_of_signatures_stay_apart():
    block = "/s/ A Doe        /s/ B Doe\nA Doe            B Doe\n/s/ C Doe        /s/ D Doe\nC Doe            D Doe\n"

    assert lines(block) == ["/s/ A Doe", "A Doe", "/s/ B Doe", "B Doe", "/s/ C Doe", "C Doe", "/s/ D Doe", "D Doe"]


def test_one_signature_a_line_is_left_as_it_stands():
    block = "Date: May 4, 2007        EXAMPLE CORP.\n\nBy: /s/ Jane Doe\n    Jane Doe"

    assert one_below_the_other(block, SIGNED) == block


def test_a_date_above_two_signatures_is_no_name():
    block = "Date: May 4, 2007        Date: May 5, 2007\n/s/ Jane Doe             /s/ John Roe\n"

    assert lines(block)[0] == "Date: May 4, 2007        Date: May 5, 2007"
