"""One notification of late filing, drawn in the ways filers draw Form 12b-25, is read the same from each."""

from itertools import product

import pytest

from filings.parse import parse_filing

BOXES = {"brackets": ("[X]", "[ ]"), "signs": ("☒", "☐"), "slashes": ("/X/", "/ /"), "typed": ("(x)", "( )")}
PART = ("PART {} - {}", "PART {}. {}", "Part {}—{}", "PART {}\n{}")
REGISTRANT = {
    "Full Name of Registrant": "Marrow Lane Industries, Inc.",
    "Former Name if Applicable": "Lane Holdings Corp.",
    "Address of Principal Executive Office (Street and Number)": "1 Main Street",
    "City, State and Zip Code": "Dallas, Texas 75201",
}
CONTACT = (
    "           Junia Marsh                (214)             555-0112\n"
    "             (Name)                (Area Code)     (Telephone Number)\n",
    "Junia Marsh, (214) 555-0112\n",
    "     Junia Marsh     214     555-0112\n     (Name)     (Area Code)     (Telephone Number)\n",
)


PARTS = {
    "I": "REGISTRANT INFORMATION",
    "II": "RULES 12b-25(b) AND (c)",
    "III": "NARRATIVE",
    "IV": "OTHER INFORMATION",
}
FORMS = ("10-K", "20-F", "11-K", "10-Q", "10-D", "N-SAR", "N-CSR")
NOTICE = """UNITED STATES
SECURITIES AND EXCHANGE COMMISSION
Washington, D.C. 20549

FORM 12b-25                                        SEC FILE NUMBER 0-12345

NOTIFICATION OF LATE FILING

(Check One):  {reports}

For Period Ended: June 30, 2001

{I}

{registrant}
{II}

If the subject report could not be filed without unreasonable effort or expense and the registrant seeks relief
pursuant to Rule 12b-25(b), the following should be completed. (Check box if appropriate.)

{ticked} (a) The reasons described in reasonable detail in Part III of this form could not be eliminated;
{ticked} (b) The subject annual report will be filed on or before the fifteenth calendar day; and
{empty} (c) The accountant's statement or other exhibit required by Rule 12b-25(c) has been attached if applicable.

{III}

State below in reasonable detail the reasons why Forms 10-K, 20-F, 11-K, 10-Q, N-SAR, or the transition report or
portion thereof, could not be filed within the prescribed time period.

The Company needs more time.

{IV}

(1) Name and telephone number of person to contact in regard to this notification

{contact}
(2) Have all other periodic reports required under Section 13 or 15(d) of the Securities Exchange Act of 1934 been
filed? If answer is no, identify report(s).   {yes}

(3) Is it anticipated that any significant change in results of operations will be reflected by the earnings
statements to be included in the subject report or portion thereof?   {no}

If so, attach an explanation of the anticipated change, both narratively and quantitatively, and, if appropriate,
state the reasons why a reasonable estimate of the results cannot be made.

Marrow Lane Industries, Inc.
(Name of Registrant as Specified in Charter)

has caused this notification to be signed on its behalf by the undersigned hereunto duly authorized.

Date: August 14, 2001                    By: /s/ Junia Marsh
"""


def registrant(layout: str) -> str:
    drawn = {
        "above": "{value}\n- ------------------------------------\n{caption}\n\n",
        "colon": "{caption}: {value}\n\n",
        "beside": "{caption:60}{value}\n",
        "below": "{caption}\n     {value}\n\n",
    }[layout]
    return "".join(drawn.format(caption=caption, value=value) for caption, value in REGISTRANT.items())


def notice(late: str, layout: str, box: str, place: str, part: str, contact: str) -> str:
    ticked, empty = BOXES[box]

    def tick(words: str, *, on: bool) -> str:
        sign = ticked if on else empty
        return f"{sign} {words}" if place == "before" else f"{words} {sign}"

    return NOTICE.format(
        reports="  ".join(tick(f"Form {form}", on=form == late) for form in FORMS),
        registrant=registrant(layout),
        contact=contact,
        ticked=ticked,
        empty=empty,
        yes=f"{tick('Yes', on=True)}   {tick('No', on=False)}",
        no=f"{tick('Yes', on=False)}   {tick('No', on=True)}",
        **{number: part.format(number, title) for number, title in PARTS.items()},
    )


LAYOUTS = list(product(("above", "colon", "beside", "below"), BOXES, ("before", "behind"), PART, CONTACT))
LATE = ("10-K", "10-Q", "20-F", "11-K", "10-D", "N-CSR")


@pytest.mark.parametrize("late", LATE)
def test_however_a_notice_is_drawn_its_record_is_the_same(late):
    for layout, box, place, part, contact in LAYOUTS[LATE.index(late) :: 5]:
        filing = parse_filing(notice(late, layout, box, place, part, contact).encode())
        data, cover = filing.form_data, filing.cover
        drawn = (layout, box, place, part, contact)

        assert filing.form == f"NT{'-' if late.startswith('N') else ' '}{late.replace('N-', 'N')}", drawn
        assert str(filing.report_date) == "2001-06-30", drawn
        assert (cover.registrant_name, cover.former_name) == tuple(REGISTRANT.values())[:2], drawn
        assert (cover.address.street1, cover.address.zip_code) == ("1 Main Street", "75201"), drawn
        assert cover.commission_file_number == "0-12345", drawn
        assert [*data["rules12b25bAndC"].values()] == [True, True, False], drawn
        assert (data["form"], data["narrative"]) == (late, "The Company needs more time."), drawn
        assert data["contactName"] == "Junia Marsh" and data["contactTelephone"].endswith("555-0112"), drawn
        assert (data["allOtherReportsFiled"], data["significantChangeInResults"]) == (True, False), drawn
        assert [one.conformed_signature for one in filing.signatures] == ["/s/ Junia Marsh"], drawn
