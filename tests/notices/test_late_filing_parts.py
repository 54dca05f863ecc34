"""What single parts of a Form 12b-25 say, in shapes that the drawn notices do not have."""

import pytest

from filings.notices.late_filing_answers import read_narrative, read_other_information, read_rules
from filings.notices.late_filing_registrant import read_registrant
from filings.record import Address

MIXED = (
    "Full Name of Registrant:  Marsh Lathes, Inc.\nFormer Name if Applicable:  N/A\n\n12 Weir Street\n"
    "Address of Principal Executive Office (Street and Number)\n\nOrlando, Florida  32803\nCity, State and Zip Code\n"
)
BELOW = (
    "Full Name of Registrant\n  Marsh Lathes, Inc.\nAddress of Principal Executive Office\n  12 Weir Street\n"
    "City, State and Zip Code\n  Orlando, Florida  32803\n"
)
BEHIND_AND_BELOW = (
    "Full Name of Registrant:  Marsh Lathes, Inc.\nAddress of Principal Executive Office\n  12 Weir Street\n"
    "City, State and Zip Code\n  Orlando, Florida  32803\n"
)
BARE = "REGISTRANT INFORMATION\n\n    Marsh Lathes, Inc.\n    12 Weir Street\n    Orlando, Florida  32803\n"


@pytest.mark.parametrize("part", [MIXED, BELOW, BEHIND_AND_BELOW, BARE])
def test_the_registrant_is_read_beside_above_and_below_its_captions_and_without_them(part):
    cover = read_registrant("", part)

    assert (cover.registrant_name, cover.former_name) == ("Marsh Lathes, Inc.", None)
    assert cover.address == Address(
        street1="12 Weir Street", city="Orlando", state_or_country="Florida", zip_code="32803"
    )


def test_a_part_without_captions_that_is_longer_than_an_address_is_none():
    assert read_registrant("", "\n".join(f"Sentence {number}." for number in range(9))).registrant_name is None


BAR = (
    "     |  (a)  The reasons described in Part III\n"
    "{box}  |  (b)  The subject annual report\n"
    "     |  (c)  The accountant's statement\n"
)


@pytest.mark.parametrize(("box", "ticked"), [("[X]", True), ("[ ]", False)])
def test_one_box_beside_a_bar_is_the_answer_to_all_three(box, ticked):
    assert set(read_rules(BAR.format(box=box)).values()) == {ticked}


def test_what_the_form_asks_for_is_no_part_of_the_answers():
    part = "State below in reasonable detail why it is late within the prescribed time period.\n\n{}\n\n{}\n"

    narrative = read_narrative(part.format("The audit is not complete.", "(Attach Extra Sheets if Needed)"))
    rest = read_other_information(
        "a reasonable estimate of the results cannot be made.\n\nA loss is expected.\n\n"
        "   Marsh Lathes, Inc.\n   ------------------\n   (Name of Registrant as Specified in Charter)\n"
    )

    assert narrative == "The audit is not complete."
    assert rest["explanation"] == "A loss is expected."
