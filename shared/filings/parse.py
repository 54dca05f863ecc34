"""A filing's bytes in, its record out. The whole parser behind one function."""

from __future__ import annotations

from typing import BinaryIO

from filings.record import Filing

__all__ = ["PARSER_VERSION", "parse_filing"]

PARSER_VERSION = "1.0.0"


def parse_filing(source: bytes | BinaryIO, *, name: str | None = None, limit: int = 256 << 20) -> Filing:
    """Parse one filing.

    source: its bytes, or a seekable binary file at its start (a large submission is not read into memory).
    name: its file name or S3 key; only consulted for an accession number that the content lacks.
    limit: the most bytes that are accepted, after unpacking.
    Raises FilingError where the input is no filing.
    """
    raise NotImplementedError
