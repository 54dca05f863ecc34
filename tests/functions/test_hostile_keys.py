"""Keys made to be misread: each is the object it names, exactly, on every way that an event may come."""

import pytest

from functions.process_filing.app import lambda_handler
from local.events import eventbridge_event, s3_event
from tests.submissions import ACCESSION, submission

HANDLERS = {"ProcessFiling": lambda_handler}
KEYS = {
    "dots": "in/../../etc/passwd",
    "dot": "./in/.",
    "slashes": "//in//8-k.txt",
    "plus": "in/a+b.txt",
    "encoded plus": "in/a%2Bb.txt",
    "encoded twice": "in/a%252Bb.txt",
    "blanks": " in/ 8-k .txt ",
    "newline": "in/8-k\n.txt",
    "carriage return": "in/8-k\r\n.txt",
    "control": "in/8-k\x07\x7f.txt",
    "quotes": "in/\"8-k'\\`$(id)`.txt",
    "markup": "in/<b>&amp;{}#?=.txt",
    "longest": "in/" + "x" * 1021,
    "longest in two bytes": "é" * 512,
    "astral": "in/𝟠-𝕜.txt",
    "right to left": "in/\u202etxt.k-8",
}


@pytest.fixture
def outcomes(cloud):
    """Key -> what became of its version, as the table has it."""

    def read() -> dict[str, str]:
        rows = cloud.client("dynamodb").scan(TableName=cloud.name("FilingsTable"))["Items"]
        prefix = f"OBJECT#{cloud.name('InboxBucket')}/"
        found = {row["pk"]["S"]: row["kind"]["S"] for row in rows if row["pk"]["S"].startswith(prefix)}
        return {pk.removeprefix(prefix): kind for pk, kind in found.items()}

    return read


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS.keys())
def test_a_key_from_the_queue_is_the_object_it_names(cloud, outcomes, key):
    events = cloud.subscribe_queue("FilingEventsTopic")
    cloud.upload(key, submission())

    assert cloud.drain(HANDLERS).failed == []

    assert outcomes() == {key: "REVISION"}
    (message,) = cloud.received(events)
    assert message.json["data"]["object"]["key"] == key
    assert message.json["subject"] == ACCESSION


@pytest.mark.parametrize("wrap", [s3_event, eventbridge_event], ids=["S3", "EventBridge"])
@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS.keys())
def test_a_key_of_a_bare_event_is_the_object_it_names(cloud, outcomes, wrap, key):
    version = cloud.upload(key, submission(), notify=False)

    assert cloud.invoke("ProcessFiling", lambda_handler, wrap(version)).error is None

    assert outcomes() == {key: "REVISION"}


@pytest.mark.parametrize("key", ["in/plus.txt", "in/%2B.txt", "in/ .txt"])
def test_no_key_is_taken_for_another(cloud, outcomes, key):
    """One of each lies in the bucket, with its own filing; only one event comes."""
    others = ("in/plus.txt", "in/+.txt", "in/%2B.txt", "in/ .txt", "in/%20.txt")
    versions = {
        name: cloud.upload(name, submission(f"0009900555-26-{n:06d}"), notify=False) for n, name in enumerate(others)
    }
    cloud.send(versions[key])
    cloud.drain(HANDLERS)

    assert outcomes() == {key: "REVISION"}
