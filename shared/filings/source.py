"""The bytes of an upload, read where they are needed and never all at once.

A `Source` is a window over a seekable binary file: `find` and `read` at byte offsets, one block in
memory. A gzip stream is unpacked into a temporary file first, never past the limit; a PDF is replaced
by its text (`pdf_text`). What the bytes mean is `submission`'s business; which bytes are no text at all
is decided here.
"""

from __future__ import annotations

import codecs
import io
import tempfile
import zlib
from typing import IO, BinaryIO

from filings.errors import EmptyFile, FilingError, NotText, TooLarge, UnreadableGzip
from filings.record import Warning
from filings.text.pdf_text import is_pdf, pdf_text

__all__ = ["Source", "open_source"]

BLOCK = 1 << 20
MOST_MEMBERS = 10_000  # of a gzip stream; bgzip, whose members are the smallest, makes 4,096 of 256 MB
KEPT_IN_MEMORY = 8 << 20  # an unpacked gzip larger than this goes to a temporary file

# First bytes of what people upload by mistake.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
)
CONTROLS = bytes((*range(1, 9), *range(14, 26), *range(28, 32)))
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Source:
    """A file's bytes by offset. `size` is in bytes. Closing it closes what was unpacked, not the caller's file.

    `warnings` says what was lost when the upload became these bytes.
    """

    def __init__(self, file: IO[bytes], size: int, *, owned: bool, warnings: tuple[Warning, ...] = ()) -> None:
        self.size, self.warnings = size, warnings
        self._file, self._owned = file, owned
        self._block = b""
        self._start = 0

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        if self._owned:
            self._file.close()

    def read(self, start: int, end: int) -> bytes:
        """The bytes from start up to end, fewer where the file ends first."""
        start = max(0, start)
        if self._start <= start and end <= self._start + len(self._block):
            return self._block[start - self._start : end - self._start]
        self._file.seek(start)
        return self._file.read(max(0, min(end, self.size) - start))

    def find(self, needle: bytes, start: int) -> int:
        """Offset of the first needle at or after start; `size` where there is none."""
        while start < self.size:
            self._load(start)
            at = self._block.find(needle, start - self._start)
            if at >= 0:
                return self._start + at
            end = self._start + len(self._block)
            if end >= self.size:
                break
            start = max(start + 1, end - len(needle) + 1)
        return self.size

    def _load(self, start: int) -> None:
        # Enough of the block must lie behind start for a needle to fit, unless the file ends there.
        end = self._start + len(self._block)
        if self._start <= start and (start + 64 <= end or (end == self.size and start < end)):
            return
        self._file.seek(start)
        self._block, self._start = self._file.read(BLOCK), start


def open_source(data: bytes | BinaryIO, limit: int) -> Source:
    """A source over bytes or a seekable binary file; gzip is unpacked, UTF-16 becomes UTF-8, a PDF its text.

    Raises EmptyFile, TooLarge, NotText, UnreadableGzip or UnreadablePdf.
    """
    file: IO[bytes] = io.BytesIO(data) if isinstance(data, bytes | bytearray | memoryview) else data
    size, head = _measured(file)
    converted = _converted(file, head, size, limit)
    if converted is not None:
        size, head = _measured(converted)
    source = Source(converted or file, size, owned=converted is not None)
    try:
        _refuse(head, size, limit)
    except FilingError:
        source.__exit__()
        raise
    return _text_of(source, converted or file) if is_pdf(head) else source


def _text_of(pdf: Source, file: IO[bytes]) -> Source:
    """A source over the text of a PDF, which is closed."""
    with pdf:
        text, warning = pdf_text(file, pdf.size)
    data = text.encode(errors="replace")  # a broken font can name half a character
    return Source(io.BytesIO(data), len(data), owned=True, warnings=(warning,))


def _measured(file: IO[bytes]) -> tuple[int, bytes]:
    """A file's size and its first bytes."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size, file.read(4096)


def _converted(file: IO[bytes], head: bytes, size: int, limit: int) -> IO[bytes] | None:
    if head[:2] == b"\x1f\x8b":
        return _unpacked(file, limit)
    return _as_utf8(file, size, limit) if head[:2] in UTF16_MARKS else None


def _refuse(head: bytes, size: int, limit: int) -> None:
    if size > limit:
        raise TooLarge(size, limit)
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf\x0c\x1a") and size <= len(head):
        raise EmptyFile
    _refuse_binary(head)


def _refuse_binary(head: bytes) -> None:
    for signature, what in SIGNATURES:
        # Two letters ("BM", "MZ") open ordinary text too: there the rest must look binary as well.
        if head.startswith(signature) and (len(signature) > 2 or b"\x00" in head):
            raise NotText(what)
    if is_pdf(head):  # behind the signatures: an archive may have a PDF near its start
        return
    if head.count(b"\x00") * 10 > len(head):
        raise NotText("binary data")
    if (len(head) - len(head.translate(None, CONTROLS))) * 10 > len(head):
        raise NotText("binary data")


def _unpacked(file: IO[bytes], limit: int) -> IO[bytes]:
    out: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 - the Source closes it
    try:
        file.seek(0)
        _inflate(file, out, limit)
    except FilingError:
        out.close()
        raise
    return out


def _inflate(file: IO[bytes], out: IO[bytes], limit: int) -> None:
    """Every member of a gzip stream, a block at a time, never past the limit."""
    size, members, inflate = 0, 1, zlib.decompressobj(31)
    packed = file.read(BLOCK)
    while packed or not inflate.eof:
        if not packed:
            raise UnreadableGzip("it ends before its data does")
        try:
            piece = inflate.decompress(packed, BLOCK)
        except zlib.error as error:
            raise UnreadableGzip(_what_is_wrong(str(error))) from error
        size += len(piece)
        if size > limit:
            raise TooLarge(size, limit)
        out.write(piece)
        packed = inflate.unconsumed_tail or inflate.unused_data or file.read(BLOCK)
        if inflate.eof:
            if not packed.startswith(b"\x1f\x8b"):
                return
            members, inflate = members + 1, zlib.decompressobj(31)
            if members > MOST_MEMBERS:
                raise UnreadableGzip(f"it consists of more than {MOST_MEMBERS:,} streams")


def _what_is_wrong(zlib_says: str) -> str:
    """zlib's message in words for whoever uploaded the file."""
    known = {"data check": "its checksum is wrong", "length check": "its length is wrong"}
    return next((words for part, words in known.items() if part in zlib_says), "its data is damaged")


def _as_utf8(file: IO[bytes], size: int, limit: int) -> IO[bytes]:
    """A UTF-16 file (a Windows editor's "Unicode") as UTF-8: everything behind here looks for ASCII bytes."""
    if size > limit:
        raise TooLarge(size, limit)
    out: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 - the Source closes it
    decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
    file.seek(0)
    while block := file.read(BLOCK):
        out.write(decoder.decode(block).encode())
    out.write(decoder.decode(b"", final=True).encode())
    return out
