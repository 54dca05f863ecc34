"""What the boxes of proxy statements, tender offers and ownership reports make of the schedule's name."""

import pytest

from filings.form_types.form_type import form_of_text

HEAD = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n\n"

PAGES = [
    ("PX14A6G", "NOTICE OF EXEMPT SOLICITATION\n\nName of the Registrant: Ash Corp\n"),
    (
        "PRE 14A",
        "SCHEDULE 14A\n"
        "Proxy Statement Pursuant to Section 14(a)\n"
        "Filed by the Registrant [X]\n"
        "Filed by a Party other than the Registrant [ ]\n"
        "Check the appropriate box:\n"
        "[X] Preliminary Proxy Statement\n"
        "[ ] Confidential, for Use of the Commission Only\n"
        "[ ] Definitive Proxy Statement\n"
        "[ ] Definitive Additional Materials\n"
        "[ ] Soliciting Material Pursuant to §240.14a-12\n",
    ),
    (
        "DEFA14A",
        "SCHEDULE 14A\n"
        "Filed by the Registrant ☒\n"
        "Filed by a Party other than the Registrant ☐\n"
        "☐ Preliminary Proxy Statement\n"
        "☐ Definitive Proxy Statement\n"
        "☒ Definitive Additional Materials\n"
        "☐ Soliciting Material under §240.14a-12\n",
    ),
    (
        "DFAN14A",
        "SCHEDULE 14A\n"
        "Filed by the Registrant ☐\n"
        "Filed by a Party other than the Registrant ☒\n"
        "☐ Preliminary Proxy Statement\n"
        "☐ Definitive Proxy Statement\n"
        "☐ Definitive Additional Materials\n"
        "☒ Soliciting Material under §240.14a-12\n",
    ),
    (
        "DEF 14A/A",
        "SCHEDULE 14A\n"
        "(Amendment No. 1)\n"
        "Filed by the Registrant ☒\n"
        "☐ Preliminary Proxy Statement\n"
        "☒ Definitive Proxy Statement\n"
        "☐ Definitive Additional Materials\n",
    ),
    (
        "DEF 14C",
        "SCHEDULE 14C INFORMATION\n\n[ ] Preliminary Information Statement\n[X] Definitive Information Statement",
    ),
    (
        "SC TO-T/A",
        "SCHEDULE TO\n"
        "Tender Offer Statement\n"
        "(Amendment No. 2)\n"
        "[X] third-party tender offer subject to Rule 14d-1.\n"
        "[ ] issuer tender offer subject to Rule 13e-4.\n",
    ),
    (
        "SC TO-I",
        "SCHEDULE TO\n"
        "☐ third-party tender offer subject to Rule 14d-1.\n"
        "☒ issuer tender offer subject to Rule 13e-4.\n"
        "☐ going-private transaction subject to Rule 13e-3\n",
    ),
    (
        "SC TO-C",
        "SCHEDULE TO\n"
        "☒ Check the box if the filing relates solely to preliminary communications made before "
        "the commencement of a tender offer.\n"
        "☒ third-party tender offer subject to Rule 14d-1.\n"
        "☐ issuer tender offer subject to Rule 13e-4.\n",
    ),
    (
        "SC 14D9",
        "SCHEDULE 14D-9\nSolicitation/Recommendation Statement",
    ),
    (
        "SC 14D9/A",
        "SCHEDULE 14D-9\n(Rule 14d-101)\n(Amendment No. 4)",
    ),
    (
        "SC 13E3",
        "SCHEDULE 13E-3\n",
    ),
    (
        "SC 14F1",
        "Schedule 14F-1\n",
    ),
    (
        "SC 14D1",
        "SCHEDULE 14D-1\n",
    ),
    (
        "SC 13G/A",
        "SCHEDULE 13G/A\n(Amendment No. 11)*",
    ),
    (
        "SC 13D",
        "SCHEDULE 13D\nUnder the Securities Exchange Act of 1934\n(Amendment No. ___)*",
    ),
    (
        "SC 13D/A",
        "SCHEDULE 13D\n(Amendment No. four)",
    ),
    (
        "SC 13D",
        "SCHEDULE 13D\n7\tSOLE VOTING POWER\n0\n8\tSHARED VOTING POWER\n17,064,172.83",
    ),
    (
        "13F-NT",
        "Form 13F\n"
        "Form 13F COVER PAGE\n"
        "Report for the Calendar Year or Quarter Ended: June 30, 2003\n"
        "Check here if Amendment [ ]; Amendment Number:\n"
        "This Amendment (Check only one.): [ ] is a restatement.\n"
        "Report Type (Check only one.):\n"
        "[ ] 13F HOLDINGS REPORT.\n"
        "[X] 13F NOTICE. (Check here)\n"
        "[ ] 13F COMBINATION REPORT.",
    ),
    (
        "13F-HR/A",
        "Form 13F\n"
        "Form 13F COVER PAGE\n"
        "Check here if Amendment [X]; Amendment Number: 1\n"
        "[X] 13F HOLDINGS REPORT.\n"
        "[ ] 13F NOTICE.\n",
    ),
]


@pytest.mark.parametrize(("form", "page"), PAGES)
def test_a_schedule_is_typed_by_its_boxes(form, page):
    assert form_of_text(HEAD + page) == form
