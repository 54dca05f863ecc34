"""One parser in a process of its own, run once for each line that it is sent. `peers` starts it, with these arguments:

    PARSER FILE

First it runs once, not counted, and writes a line of JSON: the parser's version and how many items, transactions or
rows it found. Then, for each line on standard input, it runs again and writes the CPU seconds that took. It imports
nothing of `benchmarks`: the peers' environment has none of what that needs. No parser reaches the network.
"""

from __future__ import annotations

import json
import os
import re
import socket
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_SECTIONS = ("8-K", "10-K", "10-Q")


class OfflineError(Exception):
    """A parser reached for the network."""


def filings(data: bytes) -> int:
    """This project."""
    from filings.parse import parse_filing

    filing: Any = parse_filing(data)
    if filing.ownership:
        rows = (*filing.ownership.non_derivative, *filing.ownership.derivative)
        return sum(row.kind == "transaction" for row in rows)
    return len(filing.holdings.rows) if filing.holdings else sum(bool(item.text) for item in filing.items)


def edgartools(data: bytes) -> int:
    """`Filing.obj()`, and what it has of each item, transaction or row."""
    from edgar import Filing  # type: ignore[import-not-found]
    from edgar.ownership import owners  # type: ignore[import-not-found]

    owners.Entity = _nobody  # of each owner it asks EDGAR whether it is a company
    filing = Filing.from_sgml_text(data.decode())
    read = filing.obj()
    if filing.form == "4":
        return len(read.non_derivative_table.transactions.data) + len(read.derivative_table.transactions.data)
    return sum(bool(read[item]) for item in read.items) if filing.form in _SECTIONS else len(read.infotable)


def datamule(data: bytes) -> int:
    """`Submission`, then `get_section` of every item, or the tables of every XML document."""
    from datamule.submission.submission import Submission  # type: ignore[import-not-found]

    found = 0
    for document in Submission(sgml_content=data, accession="000990700126000012"):
        if document.type in _SECTIONS:
            return sum(map(bool, document.get_section(title_class="item", format="text")))
        tables = document.tables.tables if document.extension == ".xml" else ()
        found += sum(len(table.data) for table in tables if table.name.endswith(("_transaction", "information_table")))
    return found


def edgar_crawler(data: bytes) -> int:
    """`extract_items` of a checkout that is on the path. It reads no XML form, and files only."""
    (form,) = re.findall(rb"CONFORMED SUBMISSION TYPE:\s*(\S+)", data)[:1]
    if form.decode() not in _SECTIONS:
        return 0
    from extract_items import ExtractItems  # type: ignore[import-not-found]

    told = {"Type": form.decode(), "Date": "2026-01-15", "filename": "filing.txt"}
    with TemporaryDirectory() as folder:
        file = Path(folder, told["Type"], told["filename"])
        file.parent.mkdir()
        file.write_bytes(data)
        extract = ExtractItems(
            remove_tables=False, items_to_extract=[], include_signature=False,
            raw_files_folder=folder, extracted_files_folder=folder, skip_extracted_filings=False,
        )  # fmt: skip
        metadata = dict.fromkeys(_CRAWLED) | told
        extract.determine_items_to_extract(metadata)
        found = extract.extract_items(metadata) or {}
    return sum(bool(text) for name, text in found.items() if "item_" in name)


_CRAWLED = (
    "CIK", "Company", "Period of Report", "SIC", "State of Inc", "State location", "Fiscal Year End", "html_index",
    "htm_file_link", "complete_text_file_link",
)  # fmt: skip

PARSERS: dict[str, tuple[Callable[[bytes], int], str | None]] = {
    "filings": (filings, "filing-events"),
    "edgartools": (edgartools, "edgartools"),
    "datamule": (datamule, "datamule"),
    "edgar-crawler": (edgar_crawler, None),
}
"""How each is run, and the distribution that it is installed as."""


def _nobody(cik: int) -> None:
    return None


def _refuse(*_: object, **__: object) -> None:
    raise OfflineError("no network here")


def main(parser: str, path: str) -> None:
    """Answer until standard input ends. What parsers print goes nowhere."""
    socket.socket.connect = _refuse  # type: ignore[method-assign]
    socket.getaddrinfo = _refuse  # type: ignore[assignment]
    with os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        parse, distribution = PARSERS[parser]
        data = Path(path).read_bytes()
        told = version(distribution) if distribution else "from a checkout"
        answers.write(json.dumps({"found": parse(data), "version": told}) + "\n")
        for _ in sys.stdin:
            cpu = time.process_time()
            parse(data)
            answers.write(f"{time.process_time() - cpu}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
