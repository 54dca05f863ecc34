"""Postal addresses from the lines that covers print."""

import pytest

from filings.covers.address import POSTAL_CODE, read_address

ADDRESSES = {
    "one line": (
        ["100 Main Street, Springfield, Massachusetts 01101"],
        ("100 Main Street", None, "Springfield", "Massachusetts", "01101"),
    ),
    "two lines": (
        ["100 Main Street", "Springfield, MA 01101"],
        ("100 Main Street", None, "Springfield", "MA", "01101"),
    ),
    "a suite on its line": (
        ["One Example Plaza", "Suite 1200, 12th Floor", "Houston, TX 77002-1234"],
        ("One Example Plaza", "Suite 1200, 12th Floor", "Houston", "TX", "77002-1234"),
    ),
    "a suite on the street's line": (
        ["100 Main Street, Suite 500", "Springfield, Massachusetts", "01101"],
        ("100 Main Street", "Suite 500", "Springfield", "Massachusetts", "01101"),
    ),
    "a suite before the city": (
        ["24843 Example Street", "Suite 326 Dana Point, California 92629"],
        ("24843 Example Street", "Suite 326", "Dana Point", "California", "92629"),
    ),
    "a box": (["P.O. Box 1234", "Richmond, Virginia 23219"], ("P.O. Box 1234", None, "Richmond", "Virginia", "23219")),
    "a box behind a street": (
        ["1 Example Way", "P.O. Box 32010", "Louisville, Ky. 40232"],
        ("1 Example Way", "P.O. Box 32010", "Louisville", "Ky.", "40232"),
    ),
    "a quarter of the city": (
        ["1300 Example Street, N.W., Washington, D.C. 20005"],
        ("1300 Example Street, N.W.", None, "Washington", "D.C.", "20005"),
    ),
    "in care of": (
        ["c/o Example Bank, N.A., 1100 North Market Street, Wilmington, Delaware 19890"],
        ("c/o Example Bank, N.A.", "1100 North Market Street", "Wilmington", "Delaware", "19890"),
    ),
    "a building's name": (
        ["The Example Building", "12 Market Street", "Philadelphia, Pennsylvania 19103"],
        ("The Example Building", "12 Market Street", "Philadelphia", "Pennsylvania", "19103"),
    ),
    "no commas": (
        ["12 Market Street Philadelphia Pennsylvania 19103"],
        ("12 Market Street", None, "Philadelphia", "Pennsylvania", "19103"),
    ),
    "a dot between": (
        ["3 Example Center, 42nd Floor, Tel Aviv • ISRAEL"],
        ("3 Example Center", "42nd Floor", "Tel Aviv", "ISRAEL", None),
    ),
    "a box that looks like a postal code": (
        ["65 Market Street, Suite 1207", "P.O. Box 31110", "Grand Cayman, KY1-1205", "Cayman Islands"],
        ("65 Market Street, Suite 1207", "P.O. Box 31110", "Grand Cayman", "Cayman Islands", "KY1-1205"),
    ),
    "no postal code": (
        ["2455 Example Road, Atlanta, Georgia"],
        ("2455 Example Road", None, "Atlanta", "Georgia", None),
    ),
    "a city that gave its state its name": (
        ["270 Park Avenue, New York", "10017"],
        ("270 Park Avenue", None, "New York", "New York", "10017"),
    ),
    "a street of two kinds": (
        ["One Example Park Way Springfield Illinois 62701"],
        ("One Example Park Way", None, "Springfield", "Illinois", "62701"),
    ),
    "a saint's city": (
        ["12 Main Street", "St. Louis, Missouri 63101"],
        ("12 Main Street", None, "St. Louis", "Missouri", "63101"),
    ),
    "a saint's city behind a street": (
        ["100 N. Broadway St. Louis, Missouri 63102"],
        ("100 N. Broadway", None, "St. Louis", "Missouri", "63102"),
    ),
    "a saint's city alone": (["St. Louis, Missouri 63101"], (None, None, "St. Louis", "Missouri", "63101")),
    "a city named for a park": (
        ["1 Example Drive Park City, Utah 84060"],
        ("1 Example Drive", None, "Park City", "Utah", "84060"),
    ),
    "city and state of one name": (
        ["50 Example Yards, New York, New York 10001"],
        ("50 Example Yards", None, "New York", "New York", "10001"),
    ),
    "the country too": (
        ["1 Example Way", "Tulsa, OK 74103", "United States of America"],
        ("1 Example Way", None, "Tulsa", "OK", "74103"),
    ),
    "no zip": (
        ["100 Main Street", "Springfield, Illinois"],
        ("100 Main Street", None, "Springfield", "Illinois", None),
    ),
    "Bermuda": (
        ["Example House, 2 Church Street", "Hamilton HM 11, Bermuda"],
        ("Example House", "2 Church Street", "Hamilton", "Bermuda", "HM 11"),
    ),
    "Cayman Islands": (
        ["Example House, P.O. Box 309", "Grand Cayman KY1-1104", "Cayman Islands"],
        ("Example House", "P.O. Box 309", "Grand Cayman", "Cayman Islands", "KY1-1104"),
    ),
    "Canada": (
        ["100 Example Street West, Suite 3000", "Toronto, Ontario, Canada M5H 2N2"],
        ("100 Example Street West", "Suite 3000", "Toronto", "Ontario", "M5H 2N2"),
    ),
    "Québec": (
        ["1000 rue Exemple", "Montréal, Québec H3B 4W5"],
        ("1000 rue Exemple", None, "Montréal", "Québec", "H3B 4W5"),
    ),
    "England": (
        ["1 Example Street", "London EC1A 1BB", "United Kingdom"],
        ("1 Example Street", None, "London", "United Kingdom", "EC1A 1BB"),
    ),
    "Ireland": (
        ["10 Example Quay", "Dublin 2, Ireland D02 XY45"],
        ("10 Example Quay", None, "Dublin 2", "Ireland", "D02 XY45"),
    ),
    "Germany": (
        ["Exampleplatz 1", "D-80333 Munich", "Germany"],
        ("Exampleplatz 1", None, "Munich", "Germany", "D-80333"),
    ),
    "Luxembourg": (
        ["1, rue Exemple", "L-1234 Luxembourg", "Grand Duchy of Luxembourg"],
        ("1, rue Exemple", None, "Luxembourg", "Grand Duchy of Luxembourg", "L-1234"),
    ),
    "Switzerland": (
        ["Examplestrasse 10", "6300 Zug, Switzerland"],
        ("Examplestrasse 10", None, "Zug", "Switzerland", "6300"),
    ),
    "Japan": (
        ["1-1, Example 1-chome, Chiyoda-ku", "Tokyo 100-0001, Japan"],
        ("1-1, Example 1-chome", "Chiyoda-ku", "Tokyo", "Japan", "100-0001"),
    ),
    "China": (
        ["88 Example Road, Pudong, Shanghai", "People's Republic of China 200120"],
        ("88 Example Road", "Pudong", "Shanghai", "People's Republic of China", "200120"),
    ),
    "a city-state": (
        ["1 Example Road #10-01", "Singapore 068898"],
        ("1 Example Road #10-01", None, None, "Singapore", "068898"),
    ),
}


@pytest.mark.parametrize(("lines", "parts"), ADDRESSES.values(), ids=ADDRESSES)
def test_lines_and_the_address_that_they_spell(lines, parts):
    assert tuple(read_address(lines).model_dump().values()) == parts


@pytest.mark.parametrize("lines", [[], [""], ["Delaware"], ["____", " , "], ["Registrant's name"], ["94025"]])
def test_lines_that_spell_no_address(lines):
    assert read_address(lines) is None


@pytest.mark.parametrize("text", ["333-12345", "1–12345", "123456", "12345-1", "20-1234567", "555-01000"])
def test_numbers_of_other_kinds_are_no_postal_codes(text):
    assert not POSTAL_CODE.fullmatch(text)
