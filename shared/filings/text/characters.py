"""Bytes to characters, as EDGAR's filings need it.

EDGAR's own text is ASCII; what else arrives is UTF-8 or, from older word processors, Windows-1252
(EDGAR Filer Manual vol. II, 5.2.1 allows ASCII only and names the extended characters as entities).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["decode", "in_small_letters", "join_wrapped_lines", "places_of", "with_hyphens", "with_lf"]

WRAP = 1023
"""EDGAR breaks payload lines after this many characters when it writes a submission text file."""


def decode(data: bytes) -> str:
    """UTF-8 where the bytes are UTF-8, else Windows-1252; a byte neither knows becomes U+FFFD, and NULs go."""
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def with_lf(data: bytes) -> bytes:
    """Line ends as LF, from CRLF or the feed's bare CR."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def join_wrapped_lines(data: bytes) -> bytes:
    """Undo EDGAR's break after 1023 characters: a line of just that length goes on in the next."""
    kept: list[bytes] = []
    start = 0
    for end in _ends_of_wrapped_lines(data):
        if data[end + 1 : end + 2] not in (b"", b"\n"):
            kept.append(data[start:end])
            start = end + 1
    return b"".join([*kept, data[start:]]) if kept else data


def _ends_of_wrapped_lines(data: bytes) -> Iterator[int]:
    """The ends of the lines of just that length: they fill a window of it. The others are passed over by the window."""
    start = 0
    while (last := data.rfind(b"\n", start, start + WRAP + 1)) >= 0 or (last := data.find(b"\n", start)) >= 0:
        if last - start == WRAP and data.find(b"\n", start) == last:
            yield last
        start = last + 1


def with_hyphens(text: str, dashes: str) -> str:
    """`text` with a hyphen in the place of each of `dashes`: in no time, where `str.translate` takes a millisecond."""
    for dash in dashes:
        text = text.replace(dash, "-")
    return text


def in_small_letters(text: str) -> str:
    """`text` in small letters, each in its place: `str.lower` makes two of İ.

    There sre looks for an expression's first letters, where with `re.I` it tries the expression at each place.
    """
    return text.replace("\u0130", "i").lower()


def places_of(words: Sequence[str], text: str, start: int = 0) -> Iterator[int]:
    """Where one of `words` (small letters, ASCII) stands in `text` in any case, from `start` on, in order.

    To look for a word first and try an expression there is many times faster than to search for the expression.
    """
    folded = text[start:].encode("ascii", "replace").lower()  # character for character, unlike text.lower()
    ahead = [(folded.find(word), word) for word in map(str.encode, words)]
    while found := [place for place in ahead if place[0] >= 0]:
        place, word = min(found)
        yield start + place
        ahead = [
            (folded.find(word, place + 1), word) if other == word else (at, other) for at, other in ahead if at >= 0
        ]
