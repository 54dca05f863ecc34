"""`make sam-local`: what it shows, and what it says where something is missing."""

import io
import socket

import pytest
from rich.console import Console

from local import sam, sam_local
from local.event_objects import EVENTS


@pytest.fixture
def console():
    return Console(file=io.StringIO(), width=200)


def test_without_docker_it_says_what_is_missing(console, monkeypatch):
    monkeypatch.setattr(sam, "require", missing)
    with pytest.raises(sam.SamUnavailable, match="Docker"):
        sam_local.run(console, EVENTS / "s3-put.json")


def missing():
    raise sam.SamUnavailable("Docker does not run here")


@pytest.mark.sam
def test_the_record_and_the_messages_are_shown(console):
    try:
        sam.require()
    except sam.SamUnavailable as absent:
        pytest.skip(str(absent))
    if not sam.image_is_here():
        pytest.skip("Lambda's image is not on this machine: `make sam-local` downloads it")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    sam_local.run(console, EVENTS / "s3-put.json", port)
    shown = console.file.getvalue()
    assert "FILING#0009900101-18-000047" in shown
    assert "CREATED, NOTIFIED" in shown
    assert '"type": "filing.processed.v1"' in shown
    assert "FilingAlertsTopic: [8-K]" in shown
