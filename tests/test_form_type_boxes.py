"""What boxes, rules and legends of a first page make of the form's name."""

import gzip

import pytest

from filings.form_type import form_of_text
from filings.parse import parse_filing

HEAD = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n\n"

FUND = """FORM N-1A
REGISTRATION STATEMENT UNDER THE SECURITIES ACT OF 1933 [X]
Pre-Effective Amendment No. ___ [ ]
Post-Effective Amendment No. 25 [X]
and/or
REGISTRATION STATEMENT UNDER THE INVESTMENT COMPANY ACT OF 1940 [X]
Amendment No. 27 [X]
It is proposed that this filing will become effective (check appropriate box)
[ ] immediately upon filing pursuant to paragraph (b)
[{b}] on May 1, 2010 pursuant to paragraph (b)
[{a}] 60 days after filing pursuant to paragraph (a)(1)
[ ] on (date) pursuant to paragraph (a)(1)
"""

UNDER_THE_HEAD = [
    ("485BPOS", FUND.format(a=" ", b="X")),
    ("485APOS", FUND.format(a="X", b=" ")),
    ("N-1A", "FORM N-1A\nPre-Effective Amendment No. ___ [ ]\nPost-Effective Amendment No. ___ [ ]\n"),
    ("N-1A/A", "FORM N-1A\nPre-Effective Amendment No. 2 [X]\nPost-Effective Amendment No. ___ [ ]\n"),
    ("N-30B-2", "FORM N-30B-2\n"),
    ("DRS", "As confidentially submitted on May 4, 2015\n\nFORM S-1\nREGISTRATION STATEMENT\n"),
    ("DRS/A", "As confidentially submitted on May 4, 2015\n\nAmendment No. 1\nto\nFORM F-1\n"),
    ("PX14A6G", "NOTICE OF EXEMPT SOLICITATION\n\nName of the Registrant: Ash Corp\n"),
    ("C-AR", "FORM C-AR\n"),
    (
        "NT 10-K",
        "FORM 12b-25\tSEC FILE NUMBER 000-12345\n"
        "\n"
        "NOTIFICATION OF LATE FILING\tCUSIP NUMBER 12345X105\n"
        "\n"
        "(Check one):  [X] Form 10-K  [ ] Form 20-F  [ ] Form 11-K  [ ] Form 10-Q  [ ] Form N-SAR\n"
        "\n"
        "For Period Ended: May 3, 2001\n",
    ),
    (
        "NT 10-Q",
        "FORM 12B-25\n"
        "\n"
        "NOTIFICATION OF LATE FILING\n"
        "\n"
        "(Check One):\n"
        "☐ Form 10-K ☐ Form 20-F ☐ Form 11-K ☒ Form 10-Q ☐ Form 10-D ☐ Form N-CEN ☐ Form N-CSR\n",
    ),
    (
        "NT 10-Q",
        "NOTIFICATION OF LATE FILING\n\nForm 10-K [ ] Form 20-F [ ] Form 11-K [ ] Form 10-Q [X] Form N-SAR [ ]\n",
    ),
    (
        "NT 10-Q",
        "FORM 12b-25\n"
        "NOTIFICATION OF LATE FILING\n"
        "(Check One): / / Form 10-K and Form 10-KSB  / / Form 20-F / / Form 11-K /X/ Form 10-Q and "
        "Form 10-QSB / / Form N-SAR",
    ),
    (
        "25",
        "FORM 25\n\nNOTIFICATION OF REMOVAL FROM LISTING AND/OR REGISTRATION UNDER SECTION 12(b)\n",
    ),
    (
        "15-12G",
        "FORM 15\n"
        "\n"
        "CERTIFICATION AND NOTICE OF TERMINATION OF REGISTRATION UNDER SECTION 12(g) OF THE "
        "SECURITIES EXCHANGE ACT OF 1934\n"
        "\n"
        "Rule 12g-4(a)(1)(i)  [X]   Rule 12h-3(b)(1)(i) [ ]\n"
        "Rule 12g-4(a)(1)(ii) [ ]  Rule 15d-6 [ ]\n",
    ),
    (
        "15-15D",
        "FORM 15\n"
        "\n"
        "CERTIFICATION AND NOTICE\n"
        "Rule 12g-4(a)(1) ☐\n"
        "Rule 12g-4(a)(2) ☐\n"
        "Rule 12h-3(b)(1)(i) ☐\n"
        "Rule 15d-6 ☒\n",
    ),
    (
        "15F",
        "FORM 15F\n\nCERTIFICATION OF A FOREIGN PRIVATE ISSUER'S TERMINATION",
    ),
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
    (
        "POS AM",
        "POST-EFFECTIVE AMENDMENT NO. 2\nTO\nFORM S-1\nREGISTRATION STATEMENT",
    ),
    (
        "S-8 POS",
        "POST-EFFECTIVE AMENDMENT NO. 1 TO FORM S-8\nREGISTRATION STATEMENT NO. 333-2",
    ),
    (
        "S-1/A",
        "AMENDMENT NO. 3\nTO\nFORM S-1\nREGISTRATION STATEMENT",
    ),
    (
        "F-4/A",
        "PRE-EFFECTIVE AMENDMENT NO. 1 TO\nFORM F-4",
    ),
    (
        "SB-2",
        "FORM SB-2",
    ),
    (
        "S-1MEF",
        "FORM S-1\n"
        "If this Form is filed to register additional securities for an offering pursuant to Rule "
        "462(b) under the Securities Act, please check the following box and list the Securities "
        "Act registration statement number of the earlier effective registration statement for the "
        "same offering. [X] 333-1",
    ),
    (
        "8-A12B",
        "FORM 8-A\n"
        "FOR REGISTRATION OF CERTAIN CLASSES OF SECURITIES\n"
        "If this form relates to the registration of a class of securities pursuant to Section "
        "12(b) of the Exchange Act and is effective pursuant to General Instruction A.(c), check "
        "the following box. ☒\n"
        "If this form relates ... pursuant to Section 12(g) of the Exchange Act and is effective "
        "pursuant to General Instruction A.(d), check the following box. ☐",
    ),
    (
        "10-12G",
        "FORM 10\n"
        "GENERAL FORM FOR REGISTRATION OF SECURITIES\n"
        "Securities to be registered pursuant to Section 12(b) of the Act: None\n"
        "Securities to be registered pursuant to Section 12(g) of the Act:\n"
        "Common Stock",
    ),
    (
        "10-12B",
        "FORM 10\n"
        "GENERAL FORM FOR REGISTRATION OF SECURITIES\n"
        "Securities to be registered pursuant to Section 12(b) of the Act:\n"
        "Common Stock   New York Stock Exchange",
    ),
    (
        "10SB12G",
        "FORM 10-SB",
    ),
    (
        "10-KT",
        "FORM 10-K\n[ ] ANNUAL REPORT PURSUANT TO SECTION 13\n[X] TRANSITION REPORT PURSUANT TO SECTION 13",
    ),
    (
        "20-F",
        "FORM 20-F\n☐ REGISTRATION STATEMENT PURSUANT TO SECTION 12(b) OR (g)\n☒ ANNUAL REPORT PURSUANT TO SECTION 13",
    ),
    (
        "20FR12B",
        "FORM 20-F\n"
        "☒ REGISTRATION STATEMENT PURSUANT TO SECTION 12(b) OR (g)\n"
        "☐ ANNUAL REPORT PURSUANT TO SECTION 13\n"
        "Securities registered or to be registered pursuant to Section 12(b) of the Act:\n"
        "Ordinary shares  Nasdaq",
    ),
    (
        "40-F",
        "FORM 40-F\n"
        "[ ] Registration statement pursuant to Section 12 of the Securities Exchange Act of 1934\n"
        "[X] Annual report pursuant to section 13(a)",
    ),
    (
        "N-CSR",
        "FORM N-CSR\nCERTIFIED SHAREHOLDER REPORT",
    ),
    (
        "N-Q",
        "FORM N-Q",
    ),
    (
        "11-K",
        "FORM 11-K",
    ),
    (
        "6-K",
        "FORM 6-K\nREPORT OF FOREIGN PRIVATE ISSUER",
    ),
    (
        "4",
        "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
    ),
    (
        "10-Q",
        "QUARTERLY REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT",
    ),
    (
        "8-K",
        "FORM 8-K\n"
        "CURRENT REPORT\n"
        "[ ] Written communications pursuant to Rule 425 under the Securities Act\n"
        "Item 8.01\n"
        "The prospectus supplement filed pursuant to Rule 424(b)(5) was",
    ),
    (
        "S-8",
        "FORM S-8\nREGISTRATION STATEMENT",
    ),
    (
        "CB",
        "FORM CB\nTENDER OFFER/RIGHTS OFFERING NOTIFICATION FORM",
    ),
    (
        "8-K/A",
        "FORM 8-K/A\nCURRENT REPORT",
    ),
    (
        "10-KSB/A",
        "Form 10-KSB/A\n(Amendment No.1)",
    ),
    (
        "10-K405",
        "FORM 10-K405",
    ),
]
ALONE = [
    (
        "S-3ASR",
        "As filed with the Securities and Exchange Commission on May 4, 2010\n"
        "Registration No. 333-1\n"
        "UNITED STATES\n"
        "SECURITIES AND EXCHANGE COMMISSION\n"
        "Washington, D.C. 20549\n"
        "\n"
        "FORM S-3\n"
        "REGISTRATION STATEMENT\n"
        "UNDER\n"
        "THE SECURITIES ACT OF 1933\n"
        "If this Form is a registration statement pursuant to General Instruction I.D. or a "
        "post-effective amendment thereto that shall become effective upon filing with the "
        "Commission pursuant to Rule 462(e) under the Securities Act, check the following box. ☒\n",
    ),
    (
        "5",
        "U.S. SECURITIES AND EXCHANGE COMMISSION\n"
        "WASHINGTON, D.C. 20549\n"
        "\n"
        "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n",
    ),
    (
        "424B3",
        "Filed Pursuant to Rule 424(b)(3)\nRegistration No. 333-1\nPROSPECTUS",
    ),
    (
        "424B2",
        "PROSPECTUS SUPPLEMENT          Filed pursuant to Rule 424(b)(2)\n(To Prospectus dated ..)",
    ),
    (
        "424B4",
        "Filed Under Rule 424(b)(4)\n",
    ),
    (
        "424B5",
        "    Rule 424(b)(5)\n    File No. 333-2\nPROSPECTUS",
    ),
    (
        "424B5",
        "Filed pursuant to Rule 424b5\n",
    ),
    (
        "425",
        "Filed by Ash Corp\n"
        "Pursuant to Rule 425 under the Securities Act of 1933\n"
        "Subject Company: Oak Inc. Commission File No. 001-1\n"
        "\n"
        "FORM 8-K mentions",
    ),
    (
        "FWP",
        "Filed Pursuant to Rule 433\nRegistration No. 333-1\nIssuer Free Writing Prospectus",
    ),
    (
        "497",
        "Filed pursuant to Rule 497(e)\nFile No. 333-1",
    ),
    (
        "CORRESP",
        "ASH CORP\n"
        "1 Elm Street\n"
        "\n"
        "May 4, 2015\n"
        "\n"
        "VIA EDGAR\n"
        "\n"
        "U.S. Securities and Exchange Commission\n"
        "Division of Corporation Finance\n"
        "100 F Street, N.E.\n"
        "Washington, D.C. 20549\n"
        "\n"
        "Re: Ash Corp\n"
        "    Form 10-K for the year ended December 31, 2014\n"
        "    File No. 001-1\n"
        "\n"
        "Dear Mr. Reed:\n"
        "\n"
        "We",
    ),
    (
        "UPLOAD",
        "UNITED STATES\n"
        "SECURITIES AND EXCHANGE COMMISSION\n"
        "WASHINGTON, D.C. 20549\n"
        "\n"
        "DIVISION OF\n"
        "CORPORATION FINANCE\n"
        "\n"
        "May 4, 2015\n"
        "\n"
        "Jane Doe\n"
        "Chief Financial Officer\n"
        "Ash Corp\n"
        "1 Elm Street\n"
        "\n"
        "Re: Ash Corp\n"
        "Form 10-K for the Fiscal Year Ended December 31, 2014\n"
        "File No. 001-1\n"
        "\n"
        "Dear Ms. Doe:\n"
        "\n"
        "We have",
    ),
    (
        "RW",
        "May 4, 2015\n"
        "\n"
        "Securities and Exchange Commission\n"
        "100 F Street NE\n"
        "\n"
        "Re: Ash Corp\n"
        "Request for Withdrawal of Registration Statement on Form S-1\n"
        "File No. 333-1\n"
        "\n"
        "Ladies and Gentlemen:\n"
        "\n"
        "Pursuant to Rule 477",
    ),
    (
        "AW",
        "May 4, 2015\n"
        "\n"
        "Via EDGAR\n"
        "Securities and Exchange Commission\n"
        "Re: Ash Corp\n"
        "Application for Withdrawal of Post-Effective Amendment No. 1\n"
        "File No. 333-1\n"
        "\n"
        "Ladies and Gentlemen:",
    ),
    (
        "4",
        "FORM 4\nCheck this box if no longer subject to Section 16.\nSTATEMENT OF CHANGES",
    ),
]


@pytest.mark.parametrize(("form", "page"), UNDER_THE_HEAD)
def test_a_cover_is_typed_by_its_boxes(form, page):
    assert form_of_text(HEAD + page) == form


@pytest.mark.parametrize(("form", "page"), ALONE)
def test_a_page_is_typed_by_its_legend_or_as_a_letter(form, page):
    assert form_of_text(page) == form


@pytest.mark.parametrize(("form", "page"), UNDER_THE_HEAD[:4])
def test_the_type_is_the_same_in_html_and_packed(form, page):
    lines = "".join(f"<p>{line}</p>" for line in (HEAD + page).split("\n"))

    assert parse_filing(f"<html><body>{lines}</body></html>".encode()).form == form
    assert parse_filing(gzip.compress((HEAD + page).encode())).form == form


def test_the_rule_that_a_report_mentions_is_no_legend():
    page = f"{HEAD}FORM 8-K\n[ ] Written communications pursuant to Rule 425\nFiled pursuant to Rule 424(b)(5).\n"

    assert form_of_text(page) == "8-K"
