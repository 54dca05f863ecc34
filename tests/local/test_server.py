"""The moto server: the same resources, and S3's real events, over HTTP."""

import socket

import pytest

from local import server_command
from local.cloud import LocalCloud
from local.server import moto_server


@pytest.fixture(scope="module")
def endpoint_url():
    with moto_server() as url:
        yield url


def test_an_upload_over_http_notifies_as_s3_does(endpoint_url):
    with LocalCloud.from_template(endpoint_url=endpoint_url) as cloud:
        cloud.purge("InboxQueue")
        version = cloud.upload("a b.txt", b"text")
        (message,) = cloud.received("InboxQueue")
    described = message.json["Records"][0]["s3"]["object"]
    assert described["key"] == "a+b.txt"
    assert described["versionId"] == version.version_id
    assert described["sequencer"]


def test_who_attaches_finds_what_was_created(endpoint_url):
    with LocalCloud.attach(endpoint_url) as cloud:
        tables = cloud.client("dynamodb").list_tables()["TableNames"]
        assert tables == [cloud.name("FilingsTable")]
        assert cloud.environment("ProcessFiling")["AWS_ENDPOINT_URL"] == endpoint_url


def test_a_server_starts_empty():
    with moto_server() as first, LocalCloud.from_template(endpoint_url=first):
        pass
    with moto_server() as second, LocalCloud.attach(second) as cloud:
        assert cloud.client("dynamodb").list_tables()["TableNames"] == []


def test_local_up_and_down(tmp_path, monkeypatch):
    monkeypatch.setattr(server_command, "STATE", tmp_path)
    port = free_port()
    assert not server_command.is_up(port)
    server_command.start(port)
    try:
        assert server_command.is_up(port)
        with LocalCloud.attach(f"http://127.0.0.1:{port}") as cloud:
            assert cloud.waiting("InboxQueue") == 0
    finally:
        assert server_command.stop(port)
    assert not server_command.is_up(port)
    assert not server_command.stop(port), "nothing is left to stop"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
