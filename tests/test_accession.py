"""Accession numbers, with and without their dashes, in file names and S3 keys."""

import pytest

from filings.accession import accession_in, accession_number


@pytest.mark.parametrize("text", ["0000950135-07-002749", " 0000950135-07-002749\n", "000095013507002749"])
def test_an_accession_number_has_its_dashes(text):
    assert accession_number(text) == "0000950135-07-002749"


@pytest.mark.parametrize(
    "text",
    ["", "950135-07-002749", "0000950135-07-002749.txt", "0000950135-2007-002749", "٠٠٠٠٩٥٠١٣٥-٠٧-٠٠٢٧٤٩", "none"],
)
def test_anything_else_is_none(text):
    assert accession_number(text) is None


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("0000950135-07-002749.txt", "0000950135-07-002749"),
        ("edgar/data/123456/0000950135-07-002749.txt", "0000950135-07-002749"),
        ("edgar/data/123456/000095013507002749/d8k.htm", "0000950135-07-002749"),
        ("8-K_0000950135-07-002749_(1).txt.gz", "0000950135-07-002749"),
        ("0000950135-07-002749-index.htm", "0000950135-07-002749"),
        ("0000111111-06-000001/0000950135-07-002749.nc", "0000950135-07-002749"),
        ("000011111106000001/0000950135-07-002749.nc", "0000950135-07-002749"),
        ("", None),
        ("d8k.htm", None),
        ("invoice-10000950135-07-002749.txt", None),
        ("1234567890123456789.txt", None),
    ],
)
def test_the_last_accession_number_in_a_name(name, number):
    assert accession_in(name) == number
