"""Bytes to characters, as EDGAR's filings need it.

EDGAR's own text is ASCII; what else arrives is UTF-8 or, from older word processors, Windows-1252
(EDGAR Filer Manual vol. II, 5.2.1 allows ASCII only and names the extended characters as entities).
"""

from __future__ import annotations

import re

__all__ = ["decode", "join_wrapped_lines", "with_lf"]

WRAP = 1023
"""EDGAR breaks payload lines after this many characters when it writes a submission text file."""

_WRAPPED = re.compile(rb"(?m)^([^\n]{%d})\n(?=[^\n])" % WRAP)


def decode(data: bytes) -> str:
    """UTF-8 where the bytes are UTF-8, else Windows-1252; a byte neither knows becomes U+FFFD."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def with_lf(data: bytes) -> bytes:
    """Line ends as LF, from CRLF or the feed's bare CR."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def join_wrapped_lines(data: bytes) -> bytes:
    """Undo EDGAR's break after 1023 characters: a line of just that length goes on in the next."""
    if WRAP not in map(len, data.split(b"\n")):
        return data
    return _WRAPPED.sub(rb"\1", data)
