"""What the demo uploads: the filings of samples/, a copy of one, a corrected one, and a page that is no filing.

The filings are in the shapes that EDGAR's have had since 1996; companies and persons are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["SAMPLES", "Sample", "samples"]

SAMPLES = Path(__file__).parent / "samples"

_EARNINGS = "0009900101-18-000047.txt"


@dataclass(frozen=True)
class Sample:
    """One upload: its S3 key, its bytes, and in a few words what it is."""

    key: str
    body: bytes
    what: str


def samples() -> tuple[Sample, ...]:
    """The uploads in their order: the duplicate, the correction and the amendment follow their original."""
    earnings = _read(_EARNINGS)
    return (
        Sample(_EARNINGS, earnings, "8-K, EDGAR's complete submission, with its press release"),
        Sample("tsbg-20261027.htm", _read("tsbg-20261027.htm"), "8-K, HTML with inline XBRL"),
        Sample("1996/0009900303-96-000004.txt", _read("0009900303-96-000004.txt"), "8-K of 1996, plain text"),
        Sample("marrowfield-8k.md", _read("marrowfield-8k.md"), "8-K as Markdown, without a header"),
        Sample("0009900101-18-000053.txt", _read("0009900101-18-000053.txt"), "8-K/A, an amendment"),
        Sample("again/a copy.txt", earnings, "the first upload again, under another key"),
        Sample(_EARNINGS, earnings.replace(b"$410,000", b"$415,000"), "the first upload, corrected"),
        Sample("latest.html", _read("gateway-error.html"), "a web server's error page"),
    )


def _read(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()
