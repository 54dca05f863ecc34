"""Names of companies, compared as people would."""

import pytest

from filings.covers.registrant_name import is_one_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Example Industries, Inc.", "EXAMPLE INDUSTRIES INC"),
        ("Example Industries, Incorporated", "EXAMPLE INDUSTRIES INC"),
        ("The Example Company", "EXAMPLE CO"),
        ("EXAMPLE CORP.", "EXAMPLE CORP /DE/"),
        ("EXAMPLE CORPORATION", "EXAMPLE CORP /NEW/"),
        ("Sample & Co.", "SAMPLE AND CO"),
        ("Example Energy Partners, L.P.", "EXAMPLE ENERGY PARTNERS LP"),
        ("Example International Ltd", "EXAMPLE INTL LTD"),
    ],
)
def test_a_line_and_the_headers_name_for_it(line, name):
    assert is_one_of(line, ["OTHER CORP", name])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Example Industries, Inc.", ["EXAMPLE ENERGY INC"]),
        ("Chief Financial Officer", ["EXAMPLE INC"]),
        ("Example Industries, Inc. and its wholly owned subsidiaries", ["EXAMPLE INDUSTRIES INC"]),
        ("", ["EXAMPLE INC"]),
        ("Example Inc.", []),
        ("Example Inc.", [""]),
    ],
)
def test_a_line_that_is_none_of_the_names(line, names):
    assert not is_one_of(line, names)
