"""An upload's bytes by offset, and which bytes are no text at all."""

import gzip
import io

import pytest

from filings.errors import EmptyFile, NotText, TooLarge, UnreadableGzip
from filings.source import BLOCK, MOST_MEMBERS, open_source

TEXT = b"FORM 8-K\nItem 5.  Other Events\n"


@pytest.mark.parametrize(
    "data", [TEXT, bytearray(TEXT), memoryview(TEXT), io.BytesIO(TEXT)], ids=lambda data: type(data).__name__
)
def test_bytes_and_files_are_read_alike(data):
    with open_source(data, 100) as source:
        assert (source.size, source.read(0, 8), source.read(9, 13)) == (len(TEXT), b"FORM 8-K", b"Item")


@pytest.mark.parametrize(("start", "end"), [(-5, 4), (0, 4), (25, 999), (31, 31), (20, 10), (500, 600)])
def test_what_lies_outside_the_file_is_not_read(start, end):
    with open_source(TEXT, 100) as source:
        assert source.read(start, end) == TEXT[max(start, 0) : max(end, 0)]


@pytest.mark.parametrize(
    "place", [0, 1, BLOCK - 12, BLOCK - 6, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK - 5, 2 * BLOCK + 40]
)
def test_a_needle_is_found_wherever_blocks_end(place):
    data = bytearray(b"x" * (2 * BLOCK + 64))
    data[place : place + 10] = b"<DOCUMENT>"

    with open_source(data, len(data)) as source:
        assert source.find(b"<DOCUMENT>", 0) == place
        assert source.find(b"<DOCUMENT>", place) == place
        assert source.find(b"<DOCUMENT>", place + 1) == source.size
        assert source.read(place, place + 10) == b"<DOCUMENT>"


def test_closing_a_source_leaves_the_callers_file_open():
    file = io.BytesIO(TEXT)

    with open_source(file, 100):
        pass

    assert not file.closed


def test_gzip_of_any_number_of_members_is_unpacked():
    with open_source(gzip.compress(TEXT) + gzip.compress(b"more"), 100) as source:
        assert source.read(0, 99) == TEXT + b"more"


def test_gzip_of_members_without_end_is_refused():
    """Each costs time and none has to hold a byte: 256 MB of them would take longer than the function may."""
    empty = gzip.compress(b"", mtime=0)

    with open_source(gzip.compress(TEXT) + empty * (MOST_MEMBERS - 1), 100) as source:
        assert source.size == len(TEXT)
    with pytest.raises(UnreadableGzip, match="more than 10,000 streams"):
        open_source(empty * (MOST_MEMBERS + 1), 100)


def test_rubbish_behind_a_gzip_member_is_not_read():
    with open_source(gzip.compress(TEXT) + b"\x00\x00rubbish", 100) as source:
        assert source.read(0, 99) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_becomes_utf_8(encoding):
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    text = f"{mark}FORM 8-K – Montréal 😀".encode(encoding)

    with open_source(text, 100) as source:
        assert source.read(0, 99).decode() == "FORM 8-K – Montréal 😀"


@pytest.mark.parametrize("size", [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 3])
def test_utf_16_is_converted_a_block_at_a_time_without_a_seam(size):
    text = "😀" * (size // 4 + 1)

    with open_source(text.encode("utf-16"), 1 << 30) as source:
        assert source.read(0, source.size).decode() == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x00", b"\xef\xbb\xbf", gzip.compress(b"\n")])
def test_nothing_but_blanks_is_an_empty_file(data):
    with pytest.raises(EmptyFile):
        open_source(data, 100)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"PK\x03\x04\x14", "a ZIP archive (or an Office document)"),
        (b"BM\x00\x00\x00\x00", "a BMP picture"),
        (b"MZ\x90\x00\x03", "a program"),
        (b"\x01\x02\x03\x04 some words", "binary data"),
        (b"\x00\x01" * 50, "binary data"),
        (gzip.compress(b"GIF89a"), "a GIF picture"),
    ],
)
def test_what_is_no_text_is_named(data, what):
    with pytest.raises(NotText, match=f"^this is {what}".replace("(", r"\(").replace(")", r"\)")):
        open_source(data, 1000)


@pytest.mark.parametrize(
    "data", [b"BMC Example Corp.\nFORM 8-K", b"MZ Holdings\nFORM 8-K", b"\x0c\x1aFORM 8-K", TEXT + b"\x00"]
)
def test_text_that_begins_like_something_else_is_text(data):
    with open_source(data, 100) as source:
        assert source.size == len(data)


def test_the_limit_counts_the_bytes_as_unpacked():
    for data in (b"x" * 101, gzip.compress(b"x" * 101), "x".encode("utf-16") * 60):
        with pytest.raises(TooLarge) as raised:
            open_source(data, 100)
        assert raised.value.limit == 100


def test_a_gzip_bomb_is_refused_long_before_it_is_unpacked():
    bomb = gzip.compress(b"\x20" * (64 << 20))
    assert len(bomb) < 100_000

    with pytest.raises(TooLarge) as raised:
        open_source(bomb, 1 << 20)

    assert raised.value.size <= (1 << 20) + BLOCK


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda data: data[:-9], "it ends before its data does"),
        (lambda data: data[:12], "it ends before its data does"),
        (lambda data: data[:2] + b"\xff" + data[3:], "its data is damaged"),
        (lambda data: data[:-8] + b"\x00\x00\x00\x00" + data[-4:], "its checksum is wrong"),
        (lambda data: data[:-4] + b"\x00\x00\x00\x00", "its length is wrong"),
    ],
)
def test_a_damaged_gzip_file_says_how(damage, why):
    with pytest.raises(UnreadableGzip) as raised:
        open_source(damage(gzip.compress(TEXT * 20)), 10_000)

    assert raised.value.why == why
