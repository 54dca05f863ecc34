"""Why an input is no filing. The root means: retrying will not help.

    FilingError
    ├── EmptyFile           no bytes, or nothing but blanks
    ├── TooLarge            more bytes than the limit
    ├── NotText             a picture, an archive, a program: bytes that are no text
    ├── NotAFiling          text, but not a filing: an error page, a JSON answer
    ├── UnreadableGzip      a gzip stream that cannot be unpacked
    ├── UnreadablePdf       a PDF without text that can be read: damaged, encrypted, a scan
    └── TruncatedHeader     a submission that ends inside its header

AWS's faults are not here: nobody catches them, so that the message is retried. An odd filing is
not an error either; it is read, and its record says what was odd (`record.Warning`).
"""

from __future__ import annotations

__all__ = [
    "EmptyFile",
    "FilingError",
    "NotAFiling",
    "NotText",
    "TooLarge",
    "TruncatedHeader",
    "UnreadableGzip",
    "UnreadablePdf",
]


class FilingError(ValueError):
    """This input will never parse. `str()` is one sentence for the person who uploaded it."""


class EmptyFile(FilingError):
    """No bytes, or nothing but blanks."""

    def __init__(self) -> None:
        super().__init__("the file is empty")


class TooLarge(FilingError):
    """More bytes than the limit; `size` is what was seen so far, or what S3 says."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"the file has {size:,} bytes, and the limit is {limit:,}")
        self.size, self.limit = size, limit


class NotText(FilingError):
    """Bytes that are no text; `what` names them where their first bytes tell."""

    def __init__(self, what: str) -> None:
        super().__init__(f"this is {what}, not the text of a filing")
        self.what = what


class NotAFiling(FilingError):
    """Text that is no filing; `why` completes the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(f"this is not a filing: {why}")
        self.why = why


class UnreadableGzip(FilingError):
    """A gzip stream that ends early or fails its checksum."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the gzip file cannot be unpacked: {why}")
        self.why = why


class UnreadablePdf(FilingError):
    """A PDF that is damaged, encrypted, a scan, or too much to read; `why` completes the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the PDF cannot be read: {why}")
        self.why = why


class TruncatedHeader(FilingError):
    """The file ends before its header does; `line` is the last line that is there."""

    def __init__(self, line: int) -> None:
        super().__init__(f"the submission ends at line {line}, inside its header: the upload is not whole")
        self.line = line
