"""The pages of an 8-K in HTML: cover, items, signature, filled up with paragraphs to the size that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.signature_page import signature_page
from benchmarks.style import Style
from benchmarks.words import Company, paragraphs, title_of

__all__ = ["exhibit_page", "report_page"]

_BOXES = (
    "Written communications pursuant to Rule 425 under the Securities Act (17 CFR 230.425)",
    "Soliciting material pursuant to Rule 14a-12 under the Exchange Act (17 CFR 240.14a-12)",
    "Pre-commencement communications pursuant to Rule 14d-2(b) under the Exchange Act (17 CFR 240.14d-2(b))",
    "Pre-commencement communications pursuant to Rule 13e-4(c) under the Exchange Act (17 CFR 240.13e-4(c))",
)


def report_page(style: Style, company: Company, items: Sequence[str], size: int) -> str:
    """The report itself, `size` characters within a paragraph's length. The last item must be 9.01."""
    cover = "".join(_cover(style, company))
    headings = [style.paragraph(f"Item {item}.\xa0\xa0\xa0\xa0{title_of(item)}.", bold=True) for item in items]
    last = "".join([*_exhibits(style), *signature_page(style, company, "January 14, 2026")])
    room = size - len(style.document("8-K", cover + last)) - sum(map(len, headings))
    sections: list[list[str]] = [[heading] for heading in headings[:-1]]
    for place, paragraph in enumerate(_filling(style, room)):
        sections[place % len(sections)].append(paragraph)
    body = "".join("".join(section) for section in sections)
    return style.document("8-K", cover + body + headings[-1] + last)


def exhibit_page(style: Style, title: str, size: int) -> str:
    """An exhibit: a title, then paragraphs with a table of figures after every tenth, about `size` characters."""
    pieces = [style.centered(title, bold=True)]
    for place, paragraph in enumerate(_filling(style, size)):
        pieces.append(paragraph)
        if place % 10 == 9:
            pieces.append(style.table([style.row(_figures(10 * place + line)) for line in range(12)]))
    return style.document(title, "".join(_up_to(pieces, size)))


def _up_to(pieces: Sequence[str], size: int) -> Iterator[str]:
    for piece in pieces:
        size -= len(piece)
        if size < 0:
            return
        yield piece


def _figures(line: int) -> list[str]:
    return [f"Tons sold, quarry {1 + line % 7}", f"{12_345 + 37 * line:,}", f"{11_876 + 31 * line:,}"]


def _filling(style: Style, room: int) -> Iterator[str]:
    for words in paragraphs():
        paragraph = style.paragraph(words)
        room -= len(paragraph)
        if room < 0:
            return
        yield paragraph


def _cover(style: Style, company: Company) -> Iterator[str]:
    fact = style.fact
    for line in ("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549"):
        yield style.centered(line, bold=True)
    yield style.centered(f"FORM {fact('DocumentType', '8-K')}", bold=True)
    yield style.centered("CURRENT REPORT", bold=True)
    yield style.centered("Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934")
    day = fact("DocumentPeriodEndDate", "January\xa014, 2026")
    yield style.centered(f"Date of Report (Date of earliest event reported): {day}", bold=True)
    yield style.centered(fact("EntityRegistrantName", company.name), bold=True)
    yield style.centered("(Exact name of registrant as specified in its charter)")
    values = (
        fact("EntityIncorporationStateCountryCode", "Delaware"),
        fact("EntityFileNumber", company.file_number),
        fact("EntityTaxIdentificationNumber", company.ein),
    )
    captions = ("(State or other jurisdiction of incorporation)", "(Commission File Number)", "(IRS Employer ID No.)")
    yield style.table([style.row(values), style.row(captions)])
    yield from _contact(style)
    yield from _boxes(style)
    yield from _securities(style, company)


def _contact(style: Style) -> Iterator[str]:
    fact = style.fact
    yield style.centered(fact("EntityAddressAddressLine1", "12 Sandpiper Cut"))
    city = f"{fact('EntityAddressCityOrTown', 'Dover')}, {fact('EntityAddressStateOrProvince', 'Delaware')}"
    yield style.centered(f"{city} {fact('EntityAddressPostalZipCode', '19901')}")
    yield style.centered("(Address of principal executive offices, including zip code)")
    yield style.centered(f"({fact('CityAreaCode', '302')}) {fact('LocalPhoneNumber', '555-0171')}")
    yield style.centered("(Registrant’s telephone number, including area code)")


def _boxes(style: Style) -> Iterator[str]:
    yield style.paragraph(
        "Check the appropriate box below if the Form 8-K filing is intended to simultaneously satisfy the filing"
        " obligation of the registrant under any of the following provisions:"
    )
    yield style.table([style.row(["☐", box]) for box in _BOXES])


def _securities(style: Style, company: Company) -> Iterator[str]:
    yield style.paragraph("Securities registered pursuant to Section 12(b) of the Act:")
    values = (
        style.fact("Security12bTitle", "Common Stock, par value $0.01 per share"),
        style.fact("TradingSymbol", company.symbol),
        style.fact("SecurityExchangeName", "New York Stock Exchange"),
    )
    captions = ("Title of each class", "Trading Symbol(s)", "Name of each exchange on which registered")
    yield style.table([style.row(captions), style.row(values)])
    yield style.paragraph(
        "Indicate by check mark whether the registrant is an emerging growth company as defined in Rule 405 of the"
        " Securities Act of 1933 or Rule 12b-2 of the Securities Exchange Act of 1934."
    )
    yield style.paragraph("Emerging growth company ☐")


def _exhibits(style: Style) -> Iterator[str]:
    yield style.paragraph("(d) Exhibits")
    described = (("10.1", "Second Amendment of the Credit Agreement"), ("99.1", "Press release of January 14, 2026"))
    yield style.table([style.row(("Exhibit No.", "Description")), *(style.row(exhibit) for exhibit in described)])
