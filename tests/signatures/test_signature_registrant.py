"""Whom a signature is for."""

import pytest

from filings.signatures.signature_registrant import signs_for

CLAUSE = "the registrant has caused this report to be signed by the undersigned hereunto duly authorized.\n"


@pytest.mark.parametrize(
    ("above", "registrant"),
    [
        ("EXAMPLE CORP.\n\nBy:", "EXAMPLE CORP."),
        ("EXAMPLE CORP.\n(Registrant)\n\nDate: May 4, 2007\tBy:", "EXAMPLE CORP."),
        ("Registrant: EXAMPLE CORP.\n", "EXAMPLE CORP."),
        ("EXAMPLE CORP. (the “Company”)\n", "EXAMPLE CORP."),
        ("EXAMPLE AUTO TRUST 2006-A\nBy: Example Funding LLC, as Depositor\nBy:", "EXAMPLE AUTO TRUST 2006-A"),
        (
            "EXAMPLE AUTO TRUST 2006-A\n(Issuing entity)\nBy: Example Bank, as Servicer\nBy:",
            "EXAMPLE AUTO TRUST 2006-A",
        ),
        ("EXAMPLE PARTNERS, L.P.\nBy: Example GP LLC,\nits general partner\nBy:", "EXAMPLE PARTNERS, L.P."),
        ("EXAMPLE CORP.\n\n- 3 -\n\nSIGNATURE\n", "EXAMPLE CORP."),
        ("", None),
        ("May 4, 2007\nBy:", None),
    ],
)
def test_the_last_name_above_the_first_signature(above, registrant):
    assert signs_for(CLAUSE + above, [], first=True) == registrant


@pytest.mark.parametrize(
    ("above", "registrant"), [("Dated: May 4, 2007\n", None), ("EXAMPLE CORP.\nBy:", "EXAMPLE CORP.")]
)
def test_a_schedules_certification_is_no_name(above, registrant):
    clause = "I certify that the information set forth in this statement is true, complete and\ncorrect.\n"

    assert signs_for(clause + above, [], first=True) == registrant


def test_the_covers_name_is_found_within_a_line():
    above = "EXAMPLE\nINDUSTRIES, INC.        Dated May 4, 2007\n"

    assert signs_for(CLAUSE + above, ["Example Industries, Inc."], first=True) == "EXAMPLE INDUSTRIES, INC."


@pytest.mark.parametrize(
    ("above", "registrant"),
    [
        ("/s/ Jane Doe\nJane Doe\nVice President\n", None),
        ("/s/ Jane Doe\nJane Doe\nVice President\n\nSAMPLE ELECTRIC COMPANY\n", "SAMPLE ELECTRIC COMPANY"),
        ("/s/ Jane Doe\nVice President\n\nSample Electric Works\n", "Sample Electric Works"),
        (f"/s/ Jane Doe\nVice President\n\n{CLAUSE}Sample\n", "Sample"),
    ],
)
def test_a_second_signature_is_for_a_name_of_the_header_a_company_or_whom_its_own_clause_names(above, registrant):
    assert signs_for(above, ["EXAMPLE CORP", "SAMPLE ELECTRIC WORKS"], first=False) == registrant
