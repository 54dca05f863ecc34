"""Parsers beside each other: each in its own process, once a line, offline, and never a speed of a wrong answer."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import peer_process, peers
from benchmarks.filings import SAMPLES, Sample, XmlSample, small_submission_8k
from benchmarks.timing import CannotMeasure
from benchmarks.xml_forms import TRANSACTIONS, form_4, form_13f

ITEMS = SAMPLES[1].items


@pytest.fixture
def alone(monkeypatch):
    """No other parser takes part, and there are no more rounds than there must be."""
    monkeypatch.delenv("EDGAR_CRAWLER", raising=False)
    monkeypatch.setattr(peers, "_PEERS", ())
    monkeypatch.setattr(peers, "_SECONDS", 0)


def test_a_file_is_read_in_a_process_of_its_own_round_after_round(alone, tmp_path):
    compared = peers._compare(Sample("an 8-K", small_submission_8k, ITEMS, 1), tmp_path)
    assert compared.parsers["filings"].found == compared.there == len(ITEMS)
    assert compared.parsers["filings"].cpu_ms > 0
    assert compared.rounds == 3
    assert compared.fastest is None


def test_what_this_parser_reads_wrong_is_not_measured(alone, tmp_path):
    with pytest.raises(CannotMeasure, match="reads it wrong"):
        peers._compare(Sample("an 8-K", small_submission_8k, ("8.01",), 1), tmp_path)


def test_a_process_that_ends_is_no_measure(monkeypatch, tmp_path):
    monkeypatch.setattr(peers, "_PEERS", ("nobody",))
    monkeypatch.setattr(peers, "_PYTHON", Path(sys.executable))
    with pytest.raises(CannotMeasure, match="nobody ended"):
        peers._compare(Sample("an 8-K", small_submission_8k, ITEMS, 1), tmp_path)


STAND_IN = """
class ExtractItems:
    def __init__(self, **settings):
        self.folder = settings["raw_files_folder"]

    def determine_items_to_extract(self, metadata):
        self.items = ["1.01", "9.01"]

    def extract_items(self, metadata):
        with open(f"{self.folder}/{metadata['Type']}/{metadata['filename']}") as filing:
            assert "<DOCUMENT>" in filing.read()
        return {"cik": metadata["CIK"], "filename": "x", "item_1.01": "text", "item_9.01": ""}
"""
"""Of edgar-crawler, as much as is called: the real one is in no package index."""


def test_edgar_crawler_takes_part_where_a_checkout_is_named(alone, monkeypatch, tmp_path):
    (tmp_path / "extract_items.py").write_text(STAND_IN)
    monkeypatch.setenv("EDGAR_CRAWLER", str(tmp_path))
    monkeypatch.setattr(peers, "_PYTHON", Path(sys.executable))
    report = peers._compare(Sample("an 8-K", small_submission_8k, ITEMS, 1), tmp_path)
    form = peers._compare(XmlSample("a Form 4", form_4, TRANSACTIONS), tmp_path)
    assert report.parsers["edgar-crawler"].found == 1
    assert form.parsers["edgar-crawler"].found == 0


def test_without_the_peers_environment_nothing_is_compared(monkeypatch, tmp_path):
    monkeypatch.setattr(peers, "_READY", tmp_path / ".ready")
    assert peers.measure_peers() == []


def test_items_transactions_and_rows_are_counted():
    assert peer_process.filings(small_submission_8k()) == len(ITEMS)
    assert peer_process.filings(form_4()) == TRANSACTIONS
    assert peer_process.filings(form_13f(30)) == 30


def test_a_parser_that_reaches_for_the_network_is_refused(tmp_path):
    file = tmp_path / "filing.txt"
    file.write_bytes(b"x")
    code = (
        "import socket, sys, peer_process as process;"
        "process.PARSERS['caller'] = (lambda data: socket.create_connection(('127.0.0.1', 9)), 'pip');"
        "process.main('caller', sys.argv[1])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(file)], cwd=Path(peer_process.__file__).parent, capture_output=True, text=True
    )
    assert ran.returncode
    assert "OfflineError" in ran.stderr
