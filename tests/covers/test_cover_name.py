"""The registrant's name and its former one, wherever a cover has them."""

import pytest

from filings.covers.cover_captions import segments_of
from filings.covers.cover_name import former_name, registrant_name

CAPTION = "(Exact name of registrant as specified in its charter)"
NAMES = {
    "above its caption": f"FORM 8-K\n\nEXAMPLE, INC.\n\n{CAPTION}",
    "above a rule": f"EXAMPLE, INC.\n\n___________________\n\n{CAPTION}",
    "on its caption's line": f"EXAMPLE, INC. {CAPTION}",
    "behind its caption's colon": "Exact name of registrant as specified in its charter: EXAMPLE, INC.",
    "below its caption's colon": "Exact name of registrant as specified in its charter:\nEXAMPLE, INC.",
    "below its caption": "CURRENT REPORT\n\nExact name of registrant as specified in its charter\n\nEXAMPLE, INC.",
    "over two lines": f"EXAMPLE,\nINC.\n\n{CAPTION}",
    "above what it is": f"EXAMPLE, INC.\n(as depositor under the agreement\nof May 1, 1998)\n{CAPTION}",
    "behind the file number": f"Commission File Number: 0-12345\nEXAMPLE, INC.\n{CAPTION}",
    "behind the date": f"May 4, 2006\nEXAMPLE, INC.\n{CAPTION}",
    "below an amendment's number": f"Amendment No. 1\nEXAMPLE, INC.\n{CAPTION}",
    "in quotes": f"“EXAMPLE, INC.”\n{CAPTION}",
    "with its former name": f"EXAMPLE, INC. (formerly Sample, Inc.)\n{CAPTION}",
    "run into the date's line": f"Date of Report (earliest event reported): May 4, 2006 EXAMPLE, INC. {CAPTION}",
    "run into the file number's line": f"Commission file number 1-14187 EXAMPLE, INC. {CAPTION} Delaware",
    "above a note": f"EXAMPLE, INC.\nIt is filed by each of them and none answers for the others.\n{CAPTION}",
    "above another caption": "EXAMPLE, INC.\n(Registrant)",
    "above a parenthesis that is never closed": "EXAMPLE, INC.\n(as depositor under the agreement\nof May 1, 1998, "
    f"for\nPASS-THROUGH CERTIFICATES\n{CAPTION}",
    "below the file number": "Commission File Number 0-12345\nEXAMPLE, INC.\nOhio   04-1234567\n(State)   (I.R.S. ID)",
    "below a file number in two lines": "COMMISSION FILE\nNO. 1-12345\nEXAMPLE, INC.\nIncorporated in\nSTATE OF OHIO",
    "below the date and above its address": "Date of Report: May 4, 2006\nEXAMPLE, INC.\n1 Main Street\n"
    "Springfield, Ohio 45501\n\nINCORPORATED IN OHIO",
    "behind its label": "Commission File No. 0-12345   Name of Registrant EXAMPLE, INC.\nOhio\nState of Incorporation",
    "above the kind of company": "0-12345\tEXAMPLE, INC.\t04-1234567\n\n(An Ohio Corporation)\n1 Example Way",
    "above where it is registered": "0-12345\tEXAMPLE, INC.\tNone\n\n(Registered in England & Wales)\n1 Example Way",
}


@pytest.mark.parametrize("cover", NAMES.values(), ids=NAMES)
def test_the_name_is_found(cover):
    assert registrant_name(segments_of(cover)) == "EXAMPLE, INC."


@pytest.mark.parametrize("name", ["EXAMPLE TELEPHONE AND DATA, INC.", "The Example Telephone Company"])
def test_a_name_that_has_a_captions_word(name):
    assert registrant_name(segments_of(f"{name}\n{CAPTION}\nTelephone: (413) 555-0100")) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("EXAMPLE MORTGAGE PASS-THROUGH\n     CERTIFICATES, SERIES 1998-1", None),
        ("Example Trust Company and\nits Affiliates", None),
        ("CURRENT REPORT\nEXAMPLE, INC.", "EXAMPLE, INC."),
        ("EXAMPLE GROUP\n\nEXAMPLE, INC.", "EXAMPLE, INC."),
        ("Example Group\nExample, Inc.", "Example, Inc."),
        ("THE FIRST BANK OF\nTHE EXAMPLE ISLANDS", None),
        ("EXAMPLE PROPERTY TRUST\nEXAMPLE PROPERTY LIMITED PARTNERSHIP", "EXAMPLE PROPERTY TRUST"),
    ],
)
def test_lines_that_are_one_name_are_joined_and_others_are_not(lines, name):
    assert registrant_name(segments_of(f"{lines}\n\n{CAPTION}")) == (name or " ".join(lines.split()))


def test_the_headers_name_tells_where_a_name_begins():
    cover = f"THE GREAT SAMPLE\nEXAMPLE INDUSTRIES, INC.\n{CAPTION}"

    assert registrant_name(segments_of(cover)).startswith("THE GREAT")
    assert registrant_name(segments_of(cover), ["EXAMPLE INDUSTRIES INC"]) == "EXAMPLE INDUSTRIES, INC."


def test_without_a_caption_the_line_that_is_a_name_of_the_header():
    cover = "FORM 8-K\n\nSample Agency\n\nExample Industries, Inc.\n\nDelaware"

    assert registrant_name(segments_of(cover), ["EXAMPLE INDUSTRIES INC"]) == "Example Industries, Inc."
    assert registrant_name(segments_of(cover)) is None


@pytest.mark.parametrize(
    "cover",
    [
        "",
        CAPTION,
        f"Commission file number 1-14187 {CAPTION}\nDelaware",
        f"FORM 8-K\n\n{CAPTION}",
        f"04-1234567\n{CAPTION}\n(State)",
    ],
)
def test_a_cover_without_a_name_has_none(cover):
    assert registrant_name(segments_of(cover)) is None


FORMER = "(Former name or former address, if changed since last report)"


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        (f"(413) 555-0100\n(Registrant's telephone number)\n\nSample, Inc.\n{FORMER}", "Sample, Inc."),
        ("Former name, if changed since last report: Sample, Inc.", "Sample, Inc."),
        (f"N/A\n{FORMER}", None),
        (f"Not Applicable\n{FORMER}", None),
        (f"None.\n{FORMER}", None),
        (f"______________________\n{FORMER}", None),
        (f"200 Older Street, Las Vegas, NV 89101\n{FORMER}", None),
        (f"12 Example Road, Example District\nShenzhen, China 518000\n{FORMER}", None),
        (f"12 Example Road\nFujian Province, China\n{FORMER}", None),
        (f"BANK OF CANADA\n{FORMER}", "BANK OF CANADA"),
        (f"(413) 555-0100\n{FORMER}", None),
        (f"+44 20 7946 0100\n{FORMER}", None),
        (f"(413) 555-0100\n(Registrant's telephone number)\n{FORMER}", None),
        (FORMER, None),
        ("", None),
    ],
)
def test_the_former_name(cover, name):
    assert former_name(segments_of(cover)) == name
