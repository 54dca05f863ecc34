"""A PDF that somebody uploads: its text is read like a plain-text document, or a sentence says why it cannot be."""

import gzip
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from filings.errors import NotText, TooLarge, UnreadablePdf
from filings.parse import parse_filing
from filings.text import pdf_fonts, pdf_text
from tests.submissions import submission

PROJECT = Path(__file__).resolve().parents[2]
COVER = """UNITED STATES
SECURITIES AND EXCHANGE COMMISSION
Washington, D.C. 20549
FORM 8-K
CURRENT REPORT
Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934
Date of Report (Date of earliest event reported): February 27, 2026
HOLLOWAY TIDE MILLS INC
(Exact name of registrant as specified in its charter)"""
REPORT = """Item 1.01 Entry into a Material Definitive Agreement.
The Company entered into a lease of the mill at 7 Sluice Lane.
Item 9.01 Financial Statements and Exhibits.
(d) Exhibits. 10.1 Lease, dated February 27, 2026.
SIGNATURES
HOLLOWAY TIDE MILLS INC"""


def pdf(*pages: str, packed: bool = False, trailer: str = "") -> bytes:
    """A PDF with one page for each text; each of its lines is one line of the page."""
    count = len(pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for number, text in enumerate(pages):
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R" % (5 + 2 * number)
        objects.append(page + b" /Resources << /Font << /F 3 0 R >> >> >>")
        content = drawn(text)
        filtered = zlib.compress(content) if packed else content
        name = b" /Filter /FlateDecode" if packed else b""
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(filtered), name, filtered))
    return assembled(objects, trailer)


def drawn(text: str) -> bytes:
    shown = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in text.splitlines()]
    return "\n".join(["BT /F 11 Tf 14 TL 72 740 Td", *(f"({line}) Tj T*" for line in shown), "ET"]).encode("cp1252")


def assembled(objects: list[bytes], trailer: str = "") -> bytes:
    """The objects with their cross-reference table."""
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


@pytest.mark.parametrize(
    "upload",
    [
        pdf(COVER, REPORT),
        pdf(COVER, REPORT, packed=True),
        gzip.compress(pdf(COVER, REPORT)),
        b"a mailer's own line\r\n" + pdf(COVER, REPORT),
    ],
    ids=["plain", "packed", "gzip", "behind another line"],
)
def test_an_8_k_as_a_pdf_is_read_like_its_plain_text(upload):
    filing = parse_filing(upload, name="0009900555-26-000001.pdf")

    assert filing.form == "8-K"
    assert filing.accession_number == "0009900555-26-000001"
    assert [item.item for item in filing.items] == ["1.01", "9.01"]
    assert "7 Sluice Lane" in filing.items[0].text
    assert filing.cover is not None
    assert filing.cover == parse_filing(f"{COVER}\n\n{REPORT}".encode()).cover
    assert [(warning.code, warning.message) for warning in filing.warnings if warning.code.startswith("pdf")] == [
        ("pdf-layout-lost", "the text was taken out of a PDF: its layout and tables are lost; 2 pages read")
    ]


def test_a_page_without_text_is_counted_in_the_warning():
    assert "3 pages read, 1 of them without text" in parse_filing(pdf(COVER, "", REPORT)).warnings[0].message


def test_pages_past_the_limit_are_not_read_and_the_warning_says_how_many_there_are(monkeypatch):
    monkeypatch.setattr(pdf_text, "PAGES", 2)

    filing = parse_filing(pdf(COVER, REPORT, "Item 8.01 Other Events.\nNone."))

    assert [item.item for item in filing.items] == ["1.01", "9.01"]
    assert "the first 2 of 3 pages read" in filing.warnings[0].message


@pytest.mark.parametrize(
    ("limit", "value", "sentence"),
    [
        ("CHARACTERS", 100, "it has more in it than any filing"),
        ("OPERATORS", 10, "it has more in it than any filing"),
        ("SECONDS", -1.0, "reading it takes more than"),
        ("STREAM", 100, "a part of it is larger than any filing's"),
    ],
)
def test_what_costs_too_much_is_refused(monkeypatch, limit, value, sentence):
    monkeypatch.setattr(pdf_text, limit, value)

    with pytest.raises(UnreadablePdf, match=sentence):
        parse_filing(pdf(COVER, REPORT, packed=True))


def test_a_pdf_with_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_text, "LARGEST_PDF", 1000)

    with pytest.raises(TooLarge):
        parse_filing(pdf(COVER, REPORT))


def test_a_page_whose_fonts_would_take_minutes_to_load_is_refused_at_once():
    names = b" ".join(b"/F%d 3 0 R" % number for number in range(1000))

    with pytest.raises(UnreadablePdf, match="more fonts"):
        parse_filing(pdf(COVER).replace(b"/F 3 0 R", names))


def test_a_page_whose_fonts_have_huge_character_maps_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_fonts, "MAP_BYTES", 50)
    mapped = pdf(COVER).replace(b"/Encoding /WinAnsiEncoding", b"/ToUnicode 5 0 R")

    with pytest.raises(UnreadablePdf, match="more fonts"):
        parse_filing(mapped)


def test_a_small_pdf_that_unpacks_to_a_gigabyte_is_refused():
    bomb = zlib.compress(b"\n" * (200 << 20), 9)
    whole = pdf(COVER, packed=True)
    content = zlib.compress(drawn(COVER))
    swapped = whole.replace(content, bomb).replace(b"/Length %d" % len(content), b"/Length %d" % len(bomb))

    with pytest.raises(UnreadablePdf, match="larger than any filing"):
        parse_filing(swapped)


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (pdf(COVER, REPORT)[:-300], "its end is missing, so the upload is not whole"),
        (pdf("", ""), "it has pictures of pages and no text, as a scan has"),
        (pdf(COVER, trailer="/Encrypt << /Filter /Other /V 1 >> "), "it is encrypted"),
        (pdf(COVER, trailer="/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 >> "), "cannot be read"),
        (b"%PDF-1.4\n%%EOF\n", "it is damaged"),
        (
            pdf(COVER).replace(b"/Type /Pages", b"/Type /Wages").replace(b"/Kids [", b"/Kids ("),
            "no page can be found in it",
        ),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told_in_one_sentence(upload, sentence):
    with pytest.raises(UnreadablePdf, match=sentence) as raised:
        parse_filing(upload)
    assert str(raised.value).startswith("the PDF cannot be read: ")
    assert len(str(raised.value)) < 200


def test_an_archive_with_a_pdf_at_its_start_is_still_an_archive():
    with pytest.raises(NotText, match="ZIP"):
        parse_filing(b"PK\x03\x04\x14\x00\x00\x00\x00\x00a.pdf" + pdf(COVER))


def test_a_submission_that_names_the_signature_of_a_pdf_is_a_submission():
    filing = parse_filing(submission().replace(b".hdr.sgml", b"%PDF-1.4"))
    assert filing.items == parse_filing(submission()).items


def test_no_other_filing_imports_pypdf():
    code = (
        "import sys; from filings.parse import parse_filing; parse_filing(sys.stdin.buffer.read()); print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=submission(),
        env={"PYTHONPATH": str(PROJECT / "shared")},
        capture_output=True,
        check=True,
    )
    loaded = set(ran.stdout.decode().split())
    assert "filings.text.pdf_text" in loaded
    assert "pypdf" not in loaded
