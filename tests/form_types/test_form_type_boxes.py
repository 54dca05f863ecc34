"""What boxes, rules and legends of a first page make of the form's name."""

import pytest

from filings.form_types.form_type import form_of_text

HEAD = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n\n"

PAGES = [
    ("N-30B-2", "FORM N-30B-2\n"),
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
        "10-KT",
        "FORM 10-K\n[ ] ANNUAL REPORT PURSUANT TO SECTION 13\n[X] TRANSITION REPORT PURSUANT TO SECTION 13",
    ),
    (
        "20-F",
        "FORM 20-F\n☐ REGISTRATION STATEMENT PURSUANT TO SECTION 12(b) OR (g)\n☒ ANNUAL REPORT PURSUANT TO SECTION 13",
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
WITH_A_LEGEND = [
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
        "Filed by: Example Corp.\nPursuant to Rule 425 under the Securities Act of 1933\nSubject Company: Sample Inc.",
    ),
    (
        "425",
        "Filed by Example Corp., Inc. pursuant to Rule 425 under the Securities Act of 1933",
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
        "4",
        "FORM 4\nCheck this box if no longer subject to Section 16.\nSTATEMENT OF CHANGES",
    ),
]


@pytest.mark.parametrize(("form", "page"), PAGES)
def test_a_cover_is_typed_by_its_boxes(form, page):
    assert form_of_text(HEAD + page) == form


@pytest.mark.parametrize(("form", "page"), WITH_A_LEGEND)
def test_a_page_is_typed_by_its_legend(form, page):
    assert form_of_text(page) == form


def test_the_rule_that_a_report_mentions_is_no_legend():
    page = f"{HEAD}FORM 8-K\n[ ] Written communications pursuant to Rule 425\nFiled pursuant to Rule 424(b)(5).\n"

    assert form_of_text(page) == "8-K"
