"""13F tables as a spreadsheet saves them."""

import time

import pytest

from filings.holdings.separated_table import in_columns
from filings.holdings.text_table import text_rows
from filings.parse import parse_filing

HEADINGS = (
    *("NAME OF ISSUER", "TITLE OF CLASS", "CUSIP", "VALUE (x$1000)", "SHARES", "SH/PRN", "PUT/CALL", "DISCRETION"),
    *("OTHER MANAGERS", "SOLE", "SHARED", "NONE"),
)
ROWS = (
    ("ANVIL & FORGE, INC", "COM", "03199X102", "12,045", "225,689", "SH", "", "SOLE", "", "225,689", "", ""),
    ("BIRCH TRUST", "CL A", "09099X108", "3,310", "56,000", "SH", "Put", "DEFINED", "1", "", "", "56,000"),
)


def table(separator: str) -> str:
    quoted = [[f'"{cell}"' if separator in cell else cell for cell in row] for row in (HEADINGS, *ROWS)]
    return "Form 13F Information Table\n" + "".join(separator.join(row) + "\n" for row in quoted)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_are_told_by_their_separator_also_where_some_are_empty(separator):
    first, second = text_rows(in_columns(table(separator)))

    assert (first["name_of_issuer"], first["title_of_class"], first["cusip"]) == (
        "ANVIL & FORGE, INC",
        "COM",
        "03199X102",
    )
    assert (first["value_as_reported"], first["ssh_prnamt"], first["ssh_prnamt_type"]) == (12045, 225689, "SH")
    assert first["voting_authority"] == {"sole": 225689, "shared": 0, "none": 0}
    assert (second["put_call"], second["investment_discretion"], second["other_manager"]) == ("Put", "DFND", "1")
    assert second["voting_authority"] == {"sole": 0, "shared": 0, "none": 56000}


def test_a_form_13f_with_such_a_table_has_its_rows():
    filing = parse_filing(f"FORM 13F\nForm 13F COVER PAGE\n\n{table(',')}".encode())

    assert [row.cusip for row in filing.holdings.rows] == ["03199X102", "09099X108"]


@pytest.mark.parametrize(
    "text",
    [
        "Name of Issuer   CUSIP       Value   Shares\nANVIL INC        03199X102   1,204   22,300\n",
        table("\t").replace("SH\t\tSOLE", "SH\t\t\tSOLE"),
        table(",").replace("CUSIP", "NUMBER"),
        "a,b,cusip,d,e,f,g\n",
        table(",") + f"{'x' * 300},,,,,,,,,,,\n",
        "",
    ],
    ids=["columns", "tabs that draw columns", "no CUSIPs", "headings alone", "too wide", "nothing"],
)
def test_other_tables_are_left_alone(text):
    assert in_columns(text) == text


@pytest.mark.parametrize("line", [",cusip" * 60, '"' * 380 + ",,,,,,cusip", ",,,,,,cusip" + " " * 380, "x" * 9_000])
def test_a_table_that_means_harm_is_set_in_linear_time(line):
    started = time.process_time()
    in_columns(f"{line}\n" * 2_000)

    assert time.process_time() - started < 2
