"""The `filings parse` command as somebody runs it: a process, its two outputs and its exit status."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from local import printing

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "local" / "samples"
FILING = SAMPLES / "0009900101-18-000047.txt"
NO_FILING = SAMPLES / "gateway-error.html"


def filings(*arguments, stdin=b""):
    command = [sys.executable, "-c", "from local.cli import main; main()", *map(str, arguments)]
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}  # no AWS settings, no home, no terminal
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, env=environment, timeout=60)


def lines(run):
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def test_each_file_has_its_line_in_the_order_given_and_a_failure_sets_the_exit_status():
    missing = SAMPLES / "no-such-file.txt"

    run = filings("parse", "--jsonl", missing, FILING, NO_FILING, SAMPLES, FILING)

    assert run.returncode == 1
    told = lines(run)
    assert [line["path"] for line in told] == [str(p) for p in (missing, FILING, NO_FILING, SAMPLES, FILING)]
    assert [line.get("error", {}).get("type") for line in told] == [
        "FileNotFoundError", None, "NotAFiling", "IsADirectoryError", None,
    ]  # fmt: skip
    assert told[1]["filing"] == told[4]["filing"]
    assert all(set(line) in ({"path", "filing"}, {"path", "error"}) for line in told)
    assert all(set(line["error"]) == {"type", "message"} for line in told if "error" in line)


def test_all_well_is_exit_status_0_with_nothing_on_standard_error():
    run = filings("parse", "--jsonl", FILING)

    assert (run.returncode, run.stderr) == (0, b"")
    assert lines(run)[0]["filing"]["accessionNumber"] == "0009900101-18-000047"


def test_without_jsonl_the_filing_is_printed_for_reading():
    run = filings("parse", FILING)

    assert run.returncode == 0
    assert json.loads(run.stdout)["form"] == "8-K"
    assert run.stdout.startswith(b'{\n  "accessionNumber": "0009900101-18-000047",\n')


def test_without_jsonl_an_error_is_a_sentence_on_standard_error():
    run = filings("parse", NO_FILING)

    assert (run.returncode, run.stdout) == (1, b"")
    assert run.stderr.decode().startswith(f"{NO_FILING}: this is not a filing")
    assert run.stderr.count(b"\n") == 1


def test_a_dash_is_standard_input_gzip_included():
    plain = filings("parse", "--jsonl", "-", stdin=FILING.read_bytes())
    packed = filings("parse", "--jsonl", "-", stdin=gzip.compress(FILING.read_bytes()))

    assert lines(plain)[0]["path"] == "-"
    assert lines(plain)[0]["filing"]["form"] == "8-K"
    assert lines(packed) == lines(plain)


def test_hundreds_of_paths_are_taken(tmp_path):
    paths = [tmp_path / f"{n:03}.md" for n in range(300)]
    for path in paths:
        path.write_bytes(b"")

    run = filings("parse", "--jsonl", *paths)

    assert [line["path"] for line in lines(run)] == [str(path) for path in paths]
    assert {line["error"]["type"] for line in lines(run)} == {"EmptyFile"}


def test_no_file_is_a_wrong_command_line():
    run = filings("parse")

    assert (run.returncode, run.stdout) == (2, b"")
    assert b"FILE" in run.stderr


def test_the_accession_number_of_a_bare_document_comes_from_its_file_name(tmp_path):
    named = tmp_path / "0009900202-26-000005.htm"
    named.write_bytes((SAMPLES / "tsbg-20261027.htm").read_bytes())

    run = filings("parse", "--jsonl", named)

    assert lines(run)[0]["filing"]["accessionNumber"] == "0009900202-26-000005"


def test_a_fault_of_ours_in_one_file_does_not_cost_the_others(monkeypatch, capsys):
    def parse_filing(stream, *, name):
        if name == str(NO_FILING):
            raise ZeroDivisionError("a fault of ours")
        return printing.Filing(form="8-K")

    monkeypatch.setattr(printing, "parse_filing", parse_filing)

    status = printing.print_filings([str(NO_FILING), str(FILING)], jsonl=True)

    out, err = capsys.readouterr()
    broken, well = map(json.loads, out.splitlines())
    assert status == 1
    assert broken["error"] == {"type": "InternalError", "message": "ZeroDivisionError: a fault of ours"}
    assert well["filing"]["form"] == "8-K"
    assert "Traceback" in err


def test_half_a_surrogate_pair_in_a_text_is_still_json_on_the_way_out(monkeypatch, capfdbinary):
    monkeypatch.setattr(printing, "parse_filing", lambda stream, *, name: printing.Filing(form="\ud83d"))

    assert printing.print_filings([str(FILING)], jsonl=True) == 0

    assert json.loads(capfdbinary.readouterr().out)["filing"]["form"] == "\ud83d"


@pytest.mark.parametrize("heavy", ["boto3", "botocore", "moto", "rich", "aws_lambda_powertools"])
def test_parsing_does_not_wait_for_what_it_does_not_need(heavy):
    code = f"import sys, local.cli, local.printing; sys.exit({heavy!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60).returncode == 0
