"""The command: a page when everything was measured, none when something could not be."""

import sys

import pytest

from benchmarks import __main__ as command
from benchmarks.timing import CannotMeasure
from tests.benchmarks.test_report import MEASURED


@pytest.fixture
def page(tmp_path, monkeypatch):
    page = tmp_path / "performance.md"
    page.write_text("the last one")
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--output", str(page)])
    return page


def test_what_cannot_be_measured_is_said_and_writes_no_page(page, monkeypatch, capsys):
    def fail(_):
        raise CannotMeasure("the moto server did not start")

    monkeypatch.setattr(command, "_measure", fail)
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == 1
    assert "the moto server did not start" in capsys.readouterr().out
    assert page.read_text() == "the last one"


def test_what_was_measured_is_written_and_its_promises_are_told(page, monkeypatch, capsys):
    monkeypatch.setattr(command, "_measure", lambda _: MEASURED)
    command.main()
    assert page.read_text().startswith("# Performance")
    assert "✓ import of the function, CPU: 157 ms" in capsys.readouterr().out
