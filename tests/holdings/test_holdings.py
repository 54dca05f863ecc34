"""13F holdings: dollars or thousands, CUSIPs as printed, tables that mean harm."""

import datetime as dt
import re
import time
from decimal import Decimal

import pytest

from filings.cusip import find_cusip, is_valid
from filings.holdings.holdings_page import read_page
from filings.holdings.information_table import xml_rows
from filings.holdings.text_table import text_rows
from filings.holdings.value_unit import value_unit

BEFORE, SINCE = dt.date(2023, 1, 2), dt.date(2023, 1, 3)


def rows(*prices, kind="SH"):
    """A row a security, 1,000 shares each, at these reported values a share."""
    return [
        {
            "cusip": f"{number:09d}",
            "value_as_reported": Decimal(str(price)) * 1000,
            "ssh_prnamt": Decimal(1000),
            "ssh_prnamt_type": kind,
        }
        for number, price in enumerate(prices)
    ]


@pytest.mark.parametrize(
    ("table", "filed", "unit", "codes"),
    [
        (rows(0.05, 0.12, 0.3, 0.9), BEFORE, 1000, []),
        (rows(50, 120, 300, 900), SINCE, 1, []),
        (rows(50, 120, 300, 900), BEFORE, 1, ["value-unit"]),
        (rows(0.05, 0.12, 0.3, 0.9), SINCE, 1000, ["value-unit"]),
        (rows(0.05, 0.12, 0.3, 650), SINCE, 1000, ["value-unit"]),  # one share costs 650,000 dollars
        (rows(0.05, 0.12, 10.1, 10.2, 10.3), SINCE, 1, []),  # rights and warrants beside shares
        (rows(70), BEFORE, 1000, ["value-unit-doubtful"]),
        (rows(0.07), SINCE, 1, ["value-unit-doubtful"]),
        (rows(0.07), BEFORE, 1000, []),
        (rows(50, 120, 300, kind="PRN"), BEFORE, 1000, []),
        (rows(50, 120, 300), None, 1, []),
        ([], BEFORE, 1000, []),
    ],
)
def test_the_unit_is_told_by_what_a_share_would_cost_and_else_by_the_date(table, filed, unit, codes):
    decided, warnings = value_unit(table, filed)

    assert (decided, [warning.code for warning in warnings]) == (unit, codes)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("ANVIL INC        COM   03199X 10 2   61,725", "03199X 10 2"),
        ("ANVIL INC        COM   03199X-10-2   61,725", "03199X-10-2"),
        ("ANVIL INC        COM   03199X102     61,725", "03199X102"),
        ("FERRO PLC        SHS   G3499B 100    61,725", "G3499B 100"),
        ("ANVIL INC        COM   3199X102      61,725", "3199X102"),
        ("                       123456789    234567890", None),
        ("call 802-555-0100 or 028-04545", None),
    ],
)
def test_a_cusip_is_found_however_it_is_printed(line, printed):
    found = find_cusip(line, None, (23, 28))

    assert (line[slice(*found)] if found else None) == printed


def test_a_check_digit_is_right_or_wrong():
    assert is_valid("03199X102")
    assert not any(is_valid(text) for text in ("03199X103", "03199X10", "03199 102", "", "03199x10é"))


ROW = """<infoTable>
  <nameOfIssuer>ANVIL &amp; SONS</nameOfIssuer><titleOfClass> COM </titleOfClass><cusip>03199X102</cusip>
  <value>61725</value>
  <shrsOrPrnAmt><sshPrnamt>1000</sshPrnamt><sshPrnamtType>SH</sshPrnamtType></shrsOrPrnAmt>
  <putCall>Put</putCall><investmentDiscretion>DFND</investmentDiscretion><otherManager>4, 11</otherManager>
  <votingAuthority><Sole>1000</Sole><Shared>0</Shared><None>7</None></votingAuthority>
</infoTable>
"""
PREFIXED = re.sub(r"<(/?)(?=\w)", r"<\1ns1:", ROW)
OTHERWISE = ROW.replace("<value>61725</value>", "").replace("</infoTable>", "<value>61725</value></infoTable>")


@pytest.mark.parametrize(
    "rows", [(ROW, ROW), (PREFIXED, PREFIXED), (ROW, PREFIXED), (PREFIXED, OTHERWISE, ROW), (OTHERWISE, ROW, PREFIXED)]
)
def test_a_row_says_the_same_in_any_namespace_and_any_order_beside_any_other(rows):
    anvil = {
        "name_of_issuer": "ANVIL & SONS",
        "title_of_class": "COM",
        "cusip": "03199X102",
        "figi": None,
        "value_as_reported": Decimal(61725),
        "ssh_prnamt": Decimal(1000),
        "ssh_prnamt_type": "SH",
        "put_call": "Put",
        "investment_discretion": "DFND",
        "other_manager": "4, 11",
        "voting_authority": {"sole": Decimal(1000), "shared": Decimal(0), "none": Decimal(7)},
    }

    assert list(xml_rows("".join(rows))) == [anvil] * len(rows)


@pytest.mark.parametrize(
    "hostile",
    [
        "<informationTable>" + "<infoTable>" * 60_000,
        "<informationTable><infoTable>" + "<!--" * 60_000,
        "<informationTable>" + "<![CDATA[" * 60_000,
        "<infoTable><nameOfIssuer>" + " <" * 200_000,
    ],
    ids=["rows never closed", "comments never closed", "sections never closed", "brackets"],
)
def test_an_xml_table_that_means_harm_is_read_in_linear_time(hostile):
    assert seconds(lambda: list(xml_rows(hostile))) < 2


@pytest.mark.parametrize(
    "hostile",
    [
        "manager filing this report" + "\n" * 100_000,
        "information table entry total" + " ." * 100_000,
        "check here if amendment" + " " * 100_000,
        "person signing this report on behalf of reporting manager" + "\n" * 100_000,
        "ANVIL  COM  03199X102  1,000  2,000  SOLE  2,000\n" + "   1,000  2,000  SOLE  2,000\n" * 20_000,
        "ANVIL  COM  03199X102  1,000  2,000  SOLE  2,000\n" + " " * 30 + "4, 5, 6\n" * 20_000,
        "ANVIL INC\n" * 50_000,
        "sole shared " * 20_000,
        "0" * 200_000,
    ],
    ids=["newlines", "leaders", "blanks", "signer", "one issuer", "managers", "names", "headings", "digits"],
)
def test_a_text_table_that_means_harm_is_read_in_linear_time(hostile):
    assert seconds(lambda: (read_page(hostile), list(text_rows(hostile)))) < 4


def seconds(call) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def test_another_manager_may_lack_a_file_number():
    page = """Institutional Investment Manager Filing this Report:
Name: Anvil Advisors LP

List of Other Included Managers:

No.   Form 13F File Number     Name
1     28-12345                 Birch Partners
2                              Cormorant Trust
"""
    managers = read_page(page).other_managers

    assert [(one.sequence_number, one.form13f_file_number, one.name) for one in managers] == [
        ("1", "28-12345", "Birch Partners"),
        ("2", None, "Cormorant Trust"),
    ]
