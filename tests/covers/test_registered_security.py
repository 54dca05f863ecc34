"""The table of registered securities on a cover."""

import pytest

from filings.covers.registered_security import read_securities
from filings.submission import document_text

OPENS = "<p>Securities registered pursuant to Section 12(b) of the Act:</p>"
HEAD = ("Title of each class", "Trading Symbol(s)", "Name of each exchange on which registered")
ENDS = "<p>Indicate by check mark whether the registrant is an emerging growth company</p>"


def table(*rows, head=HEAD):
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (head, *rows))
    return f"<html>{OPENS}<table>{cells}</table>{ENDS}</html>"


def securities(source):
    return [(one.title, one.trading_symbol, one.exchange) for one in read_securities(document_text(source))]


ROWS = [
    ("Common Stock, par value $0.01 per share", "EXM", "New York Stock Exchange"),
    ("Common Stock", "EXM", "NYSE"),
    ("Common Stock", "EXM", "NASDAQ"),
    ("Common Stock", "EXM", "Nasdaq Global Select Market"),
    ("Warrants to purchase Common Stock", "EXMW", "The Nasdaq Stock Market LLC"),
    ("Depositary Shares, each representing a 1/40th interest", "EXM PR A", "NYSE"),
    ("Units", "EXM.U", "NYSE American LLC"),
    ("Series B", "EXM/PB", "Cboe BZX Exchange, Inc."),
    ("Exchangeable Notes due 2030", "EXM30", "NYSE Arca"),
    ("Ordinary Shares", "EXM", "London Stock Exchange"),
]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_title_symbol_and_exchange(row):
    assert securities(table(row)) == [row]


def test_as_many_securities_as_rows():
    assert securities(table(*ROWS)) == ROWS


@pytest.mark.parametrize("dash", ["", "—", "–", "N/A", "None"])
def test_a_security_without_a_symbol(dash):
    assert securities(table(("5% Notes due 2030", dash, "NYSE"), ROWS[0])) == [
        ("5% Notes due 2030", None, "NYSE"),
        ROWS[0],
    ]


LAYOUTS = {
    "quoted": table(("Common Stock", "“EXM”", "NYSE")),
    "a footnote": table(("Common Stock", "EXM (1)", "NYSE")),
    "the symbol behind its exchange": table(("Common Stock", "NYSE: EXM", "NYSE")),
    "a head of lines": table(
        ("Common Stock", "EXM", "NYSE"),
        head=("Title of<br>each class", "Trading<br>Symbol(s)", "Name of each exchange<br>on which registered"),
    ),
    "a head over three lines": table(
        ("Common Stock", "EXM", "NYSE"),
        head=("of the Securities Exchange Act of 1934:<br>Title of class", "Symbol", "Name of each<br>exchange"),
    ),
    "a column of registrants": table(("Example Corp.", "Common Stock", "EXM", "NYSE"), head=("Registrant", *HEAD)),
    "paragraphs": "<html>"
    + OPENS
    + "".join(f"<p>{cell}</p>" for cell in (*HEAD, "Common Stock", "EXM", "NYSE"))
    + ENDS,
    "a sentence below": table(
        ("Common Stock", "EXM", "NYSE"),
        ("Class B stock is not listed on any exchange, and nobody may trade it on one without the consent of all.",),
    ),
    "Markdown": "# FORM 8-K\n\n# COVER\n\nSecurities registered pursuant to Section 12(b) of the Act:\n\n"
    f"| {' | '.join(HEAD)} |\n|---|---|---|\n| Common Stock | EXM | NYSE |\n\nIndicate by check mark\n",
}


@pytest.mark.parametrize("source", LAYOUTS.values(), ids=LAYOUTS)
def test_the_same_row_in_every_layout(source):
    assert securities(source) == [("Common Stock", "EXM", "NYSE")]


def test_securities_stacked_in_the_cells_of_one_row():
    stacked = table(("Common Stock<br>4% Notes due 2028", "EXM<br>EXM28", "NYSE<br>NYSE"))

    assert securities(stacked) == [("Common Stock", "EXM", "NYSE"), ("4% Notes due 2028", "EXM28", "NYSE")]


def test_an_exchanges_name_may_take_two_lines():
    row = ("Common Stock", "EXM", "New York Stock<br>Exchange")
    other = ("Warrants", "EXMW", "The Nasdaq<br>Stock Market LLC")

    assert securities(table(row, other)) == [
        ("Common Stock", "EXM", "New York Stock Exchange"),
        ("Warrants", "EXMW", "The Nasdaq Stock Market LLC"),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "<p>(1) The shares will move to the Nasdaq Stock Market on May 9.</p>",
        "<p>____________</p><p>(a) In addition, shares are</p><p>listed on the Toronto Stock Exchange.</p>",
    ],
)
def test_notes_below_the_table_are_no_securities(note):
    source = table(("Common Stock", "EXM", "NYSE")).replace("</table>", f"</table>{note}")

    assert securities(source) == [("Common Stock", "EXM", "NYSE")]


def test_one_security_on_two_exchanges():
    assert securities(table(("Common Stock", "EXM", "New York Stock Exchange<br>NYSE Chicago"))) == [
        ("Common Stock", "EXM", "New York Stock Exchange, NYSE Chicago")
    ]


def test_a_table_of_before_2019_in_plain_text():
    text = (
        "Securities registered pursuant to Section 12(b) of the Act:\n\n"
        "  Title of each class              Name of each exchange on which registered\n"
        "  Common Stock, $.01 par value     New York Stock Exchange\n"
        "  Preferred Stock Purchase Rights  New York Stock Exchange\n\n"
        "Securities registered pursuant to Section 12(g) of the Act: None\n"
    )

    assert securities(text) == [
        ("Common Stock, $.01 par value", None, "New York Stock Exchange"),
        ("Preferred Stock Purchase Rights", None, "New York Stock Exchange"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "",
        f"<html>{ENDS}</html>",
        f"<html>{OPENS}<p>None.</p>{ENDS}</html>",
        "Securities registered pursuant to Section 12(b) of the Act: None\n\nIndicate by check mark\n",
        table(("None", "N/A", "N/A")),
        table(("Not Applicable", "Not Applicable", "Not Applicable")),
        table(),
    ],
)
def test_a_cover_without_registered_securities(source):
    assert securities(source) == []
