"""The text of a PDF upload, page after page, as if somebody had copied it out of a viewer.

A PDF places glyphs and knows no lines, paragraphs or tables, so what comes out has words and order and no
layout; the warning says so. This is for a file that is a PDF; `source` puts its text in the place of the file. In
a submission a PDF is an unofficial copy (Regulation S-T, Rule 104): it stays listed and not decoded.

pypdf is slow to import and most uploads need none of it: it is imported when there is a PDF. A PDF is a program
of sorts, so all it may cost is bounded: bytes, pages, characters, operators, seconds, and what a stream unpacks to.
"""

from __future__ import annotations

import logging
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from filings.errors import FilingError, TooLarge, UnreadablePdf
from filings.record import Warning

if TYPE_CHECKING:
    from pypdf import Configuration, PdfReader

__all__ = ["is_pdf", "pdf_text"]

LARGEST_PDF = 64 << 20
"""Bytes. pypdf reads all of a file whose index is broken into memory."""
PAGES = 2_000
"""Pages that are read; the warning says how many there are."""
CHARACTERS = 16_000_000
OPERATORS = 5_000_000
"""Drawing instructions of all pages together; a page of a report has about a thousand."""
SECONDS = 20.0
"""A function has 120 for ten uploads (template.yaml). A deadline is checked at every instruction."""
SAVE = "save it without a password and upload that"
STREAM = 16 << 20
"""Bytes that a stream may unpack to; a page's instructions have some 10,000."""

# "Broken PDF files might cause other Exceptions" (pypdf.errors): what a damaged object makes of a cast, a lookup,
# a number. No OSError and no MemoryError: those are this machine's and not the file's.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


def is_pdf(head: bytes) -> bool:
    """Whether a file begins like a PDF: `%PDF-` within 1,024 bytes (PDF Reference 1.7, implementation note 13).

    Markup that has it is markup.
    """
    return b"%PDF-" in head[:1024] and not head.lstrip(b" \t\r\n\xef\xbb\xbf").startswith((b"<", b"-----BEGIN"))


def pdf_text(file: IO[bytes], size: int) -> tuple[str, Warning]:
    """The text of a PDF with a form feed between its pages, and the warning that says what was lost.

    file: seekable, `size` bytes. Raises TooLarge, and UnreadablePdf where it is damaged, encrypted or a scan.
    """
    if size > LARGEST_PDF:
        raise TooLarge(size, LARGEST_PDF)
    file.seek(max(0, size - 2048))
    if b"%%EOF" not in file.read():
        raise UnreadablePdf("its end is missing, so the upload is not whole")
    file.seek(0)
    with _bounded():
        from pypdf import PdfReader

        reader = PdfReader(file)
        if reader.is_encrypted:
            raise UnreadablePdf(f"it is encrypted; {SAVE}")
        pages = len(reader.pages)
        texts = _texts(reader, min(pages, PAGES))
    if not texts:
        raise UnreadablePdf("no page can be found in it")
    empty = sum(not text.strip() for text in texts)
    if empty == len(texts):
        raise UnreadablePdf("it has pictures of pages and no text, as a scan has")
    return "\n\f\n".join(texts).translate(_LIGATURES), _lost(len(texts), pages, empty)


def _bounds() -> Configuration:
    """pypdf's own limits (its manual, user/security) of one stream or page, drawn closer; no other program is run."""
    from pypdf import Configuration

    return Configuration(
        array_based_stream_maximum_output_length=STREAM,
        brotli_maximum_output_length=STREAM,
        lzw_maximum_output_length=STREAM,
        run_length_maximum_output_length=STREAM,
        zlib_maximum_output_length=STREAM,
        zlib_maximum_recovery_input_length=1 << 20,
        stream_decoding_work_maximum_length=4 * STREAM,
        stream_parsing_work_maximum_count=500_000,
        xform_maximum_invocations_per_extraction=500,
        page_tree_maximum_page_entries=500_000,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    )


@contextmanager
def _bounded() -> Iterator[None]:
    """pypdf with its limits drawn closer and its log off; what it raises about the file is an UnreadablePdf."""
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, DeprecationError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its messages quote the file, and no log may
    try:
        with apply_configuration(_bounds()):
            yield
    except FilingError:
        raise
    except LimitReachedError as error:
        raise UnreadablePdf("a part of it is larger than any filing's") from error
    except (DependencyError, NotImplementedError) as error:  # AES needs a library that the layer does not have
        raise UnreadablePdf(f"it is encrypted, or packed in an unusual way; {SAVE}") from error
    except (PyPdfError, DeprecationError, *_DAMAGE) as error:
        raise UnreadablePdf("it is damaged") from error


def _texts(reader: PdfReader, pages: int) -> list[str]:
    """The text of each of the first pages."""
    from filings.text.pdf_fonts import check_fonts

    allowance, texts = _Allowance(), []
    for number in range(pages):
        page = reader.pages[number]
        check_fonts(page)
        texts.append(page.extract_text(visitor_operand_before=allowance.operator, visitor_text=allowance.text))
        allowance.check()  # pypdf drops what is raised inside a form that a page draws last
    return texts


class _Allowance:
    """What a whole PDF may still cost. pypdf calls it at every operator and every piece of text."""

    def __init__(self) -> None:
        self.operators, self.characters = OPERATORS, CHARACTERS
        self.deadline = time.monotonic() + SECONDS

    def operator(self, *_: object) -> None:
        self.operators -= 1
        self.check()

    def text(self, text: str, *_: object) -> None:
        self.characters -= len(text)

    def check(self) -> None:
        """Raises UnreadablePdf as soon as anything is used up."""
        if self.operators < 0 or self.characters < 0:
            raise UnreadablePdf("it has more in it than any filing")
        if time.monotonic() > self.deadline:
            raise UnreadablePdf(f"reading it takes more than {SECONDS:.0f} seconds")


def _lost(read: int, pages: int, empty: int) -> Warning:
    count = f"{read:,} page{'s' if read > 1 else ''}" if read == pages else f"the first {read:,} of {pages:,} pages"
    scanned = f", {empty:,} of them without text" if empty else ""
    return Warning(
        code="pdf-layout-lost",
        message=f"the text was taken out of a PDF: its layout and tables are lost; {count} read{scanned}",
    )
