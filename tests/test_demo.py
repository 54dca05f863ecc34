"""`filings demo` as somebody runs it: as JSON, in a pipe, in a terminal, as a picture."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from local.demo_samples import samples

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "COLUMNS": "100", "TERM": "xterm-256color"}
# Whoever opens a connection in the demo gets an error, and the demo fails.
OFFLINE = "import socket; socket.socket.connect = None; socket.create_connection = None; "
COMMAND = [sys.executable, "-c", OFFLINE + "from local.cli import main; main()", "demo"]
OUTCOMES = ["CREATED", "CREATED", "CREATED", "CREATED", "CREATED", "DUPLICATE", "UPDATED", "REJECTED"]
ESCAPE = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z])")


def demo(*options):
    return subprocess.run([*COMMAND, *options], capture_output=True, cwd=ROOT, env=ENVIRONMENT, timeout=60)


@pytest.fixture(scope="module")
def told():
    started = time.monotonic()
    run = demo("--json")
    assert (run.returncode, run.stderr) == (0, b"")
    assert time.monotonic() - started < 15
    return json.loads(run.stdout)


def test_each_upload_has_the_outcome_it_was_chosen_for(told):
    assert [upload["key"] for upload in told["uploads"]] == [sample.key for sample in samples()]
    assert [upload["outcome"] for upload in told["uploads"]] == OUTCOMES
    assert told["uploads"][-1]["says"] == "this is not a filing: it is a web server's error page"


def test_the_samples_are_parsed_without_a_warning(told):
    rows = [row for row in told["records"] if row["sk"].startswith("REVISION#")]

    assert [row["record"]["warnings"] for row in rows] == [[], []]
    assert told["uploads"][1]["says"] == "Tessaly Bridge Corporation, 8-K, items 1.01, 3.02, 7.01, 9.01, high"


def test_a_fresh_filing_takes_six_calls_of_aws(told):
    calls = "s3.GetObject s3.PutObject dynamodb.TransactWriteItems sns.Publish sns.Publish dynamodb.UpdateItem"

    assert told["uploads"][0]["calls"] == calls.split()


def test_the_queue_gets_what_its_filter_policy_asks_for_and_no_more(told):
    policy, events = told["queue"]["filterPolicy"], told["queue"]["received"]

    assert [event["type"] for event in events] == ["filing.processed.v1"] * 3 + ["filing.updated.v1"]
    assert all(event["data"]["form"] in policy["form"] for event in events)
    assert all(set(event["data"]["items"]) & set(policy["items"]) for event in events)
    assert len({event["id"] for event in events}) == 4


def test_a_reader_gets_each_filing_and_the_operator_the_rejection(told):
    subjects = [mail["subject"] for mail in told["email"]["received"]]

    assert [subject.split("]")[0] for subject in subjects] == ["[8-K", "[8-K", "[8-K", "[8-K", "[8-K/A", "[8-K updated"]
    assert [mail["subject"] for mail in told["operator"]["received"]] == ["[rejected] latest.html - NotAFiling"]


def test_the_records_are_one_filings_with_both_its_revisions(told):
    assert {row["pk"] for row in told["records"]} == {"FILING#0009900101-18-000047"}
    assert [row["revisions"] for row in told["records"] if row["sk"] == "LATEST"] == [2]
    assert {row["status"] for row in told["records"] if row["sk"].startswith("REVISION#")} == {"NOTIFIED"}


def test_in_a_pipe_it_is_plain_text():
    run = demo()
    text = run.stdout.decode()

    assert (run.returncode, run.stderr) == (0, b"")
    assert "\x1b" not in text
    assert [word for word in re.findall(r"CREATED|DUPLICATE|UPDATED|REJECTED", text)] == OUTCOMES
    assert '"level"' not in text  # what the function logs is not part of the screen
    assert "Try next" in text


@pytest.mark.parametrize(("no_color", "colours"), [("", True), ("1", False)], ids=["colours", "NO_COLOR"])
def test_in_a_terminal_it_has_colours_unless_they_are_not_wanted(no_color, colours):
    run, screen = in_terminal(ENVIRONMENT | ({"NO_COLOR": no_color} if no_color else {}))
    styles = {style for codes, kind in ESCAPE.findall(screen) if kind == "m" for style in codes.split(";")}

    assert run.returncode == 0
    assert bool({"31", "32", "33", "36"} & styles) is colours
    assert "Try next" in screen


def in_terminal(environment):
    """Run the demo with a terminal as its output; return the process and all that it wrote there."""
    mine, its = pty.openpty()
    with subprocess.Popen(COMMAND, stdout=its, stderr=its, cwd=ROOT, env=environment) as run:
        os.close(its)
        written = b""
        with contextlib.suppress(OSError):  # how Linux says that the other side has closed
            while piece := os.read(mine, 65536):
                written += piece
    os.close(mine)
    return run, written.decode(errors="replace")


def test_the_picture_in_docs_is_of_this_demo(tmp_path):
    run = demo("--svg", str(tmp_path / "demo.svg"))

    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    stored, drawn = (words(folder / "demo.svg") for folder in (ROOT / "docs", tmp_path))
    assert stored == drawn, "the demo looks different now: draw it again with `filings demo --svg docs/demo.svg`"


def words(picture):
    """The picture's words, without what differs from run to run: numbers, ids, the time of day, and where a line with
    longer ones is broken.
    """
    lines = re.findall(r"<text[^>]*>(.*?)</text>", picture.read_text(encoding="utf-8"))
    text = "\n".join(lines).replace("&#160;", " ")
    return re.sub(r"\S*\d\S*|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|│", "", text).split()
