"""Form 15: how many holders of record, in the form's own caption and in one that a filer has changed."""

import pytest

from filings.parse import parse_filing

FORM = """UNITED STATES
SECURITIES AND EXCHANGE COMMISSION

FORM 15

CERTIFICATION AND NOTICE OF TERMINATION OF REGISTRATION UNDER SECTION 12(g)

Approximate number of holders of record {}

Date: May 4, 2012    By: /s/ Junia Marsh
"""


@pytest.mark.parametrize(
    ("behind", "holders"),
    [
        ("as of the certification or notice date: 300", "300"),
        ("as of the certification or notice date   1,204", "1,204"),
        ("as of the certification or notice date: None", "None"),
        ("as of the certification or notice date: approximately 300", "300"),
        ("as of May 1, 2012: approximately 300", "300"),
        ("as of May 1, 2012", None),
    ],
)
def test_a_date_in_the_caption_is_no_number_of_holders(behind, holders):
    assert parse_filing(FORM.format(behind).encode()).form_data["approximateNumberOfHoldersOfRecord"] == holders
