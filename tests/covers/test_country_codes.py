"""Codes of countries and provinces, by the names that pages have for them."""

import pytest

from filings.covers.country_codes import edgar_code, iso_code


@pytest.mark.parametrize(
    ("name", "iso", "edgar"),
    [
        ("Ireland", "IE", "L2"),
        ("CAYMAN ISLANDS", "KY", "E9"),
        ("The Cayman Islands", "KY", "E9"),
        ("The People’s Republic of China", "CN", "F4"),
        ("Republic of the Marshall Islands", "MH", "1T"),
        ("Republic of Korea", "KR", "M5"),
        ("South Korea", "KR", "M5"),
        ("England and Wales", "GB", "X0"),
        ("U.K.", "GB", "X0"),
        ("Grand Duchy of Luxembourg", "LU", "N4"),
        ("Côte d’Ivoire", "CI", "L7"),
        ("Curaçao", "CW", None),
        ("Netherlands Antilles", None, "P8"),
        ("British Columbia, Canada", None, "A1"),
        ("Québec", None, "A8"),
        ("Canada", "CA", "Z4"),
        ("Delaware", None, None),
        ("", None, None),
    ],
)
def test_the_codes_of_a_place(name, iso, edgar):
    assert (iso_code(name), edgar_code(name)) == (iso, edgar)
