"""Which letters between a filer and the staff are which type on EDGAR."""

import pytest

from filings.form_types.form_type import form_of_text

LETTERS = [
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
        "CORRESP",
        "May 4, 2015\n"
        "\n"
        "Securities and Exchange Commission\n"
        "100 F Street NE\n"
        "\n"
        "Re: Ash Corp\n"
        "Withdrawal of Request for Acceleration\n"
        "File No. 333-1\n"
        "\n"
        "Ladies and Gentlemen:\n",
    ),
    (
        "UPLOAD",
        "May 23, 2019\n\nVia E-mail\nJunia Roe\nChief Financial Officer\nAsh Corp\n\n"
        "Re: Ash Corp\nForm 10-K for the Fiscal Year Ended December 31, 2018\nFile No. 001-1\n\n"
        "Dear Ms. Roe:\n\nWe have limited our review of your filing to the financial statements.\n",
    ),
    (
        "10-K",
        "May 23, 2019\n\nJunia Roe\nAsh Corp\n\nRe: Ash Corp\nForm 10-K for 2018\n\n"
        "Dear Ms. Roe:\n\nWe have read with pleasure of the quarter. The registrant prospers.\n",
    ),
]


@pytest.mark.parametrize(("form", "page"), LETTERS)
def test_a_letter_is_typed_by_who_writes_and_what_about(form, page):
    assert form_of_text(page) == form
