"""What must hold for any bytes (fuzz/targets.py) holds for every seed of the fuzzer and for all that it ever found."""

import pytest
from jsonschema import ValidationError

from filings.ports import ObjectCreated
from fuzz import seeds
from fuzz.no_aws import NoAws
from fuzz.targets import TARGETS, check_event, check_filing
from local.limits import Refused

INPUTS = [pytest.param(target, data, id=f"{target}-{name}") for target in TARGETS for name, data in seeds.seeds(target)]


@pytest.mark.parametrize(("target", "data"), INPUTS)
def test_what_must_hold_for_any_bytes_holds(target, data):
    TARGETS[target](data)


def test_a_parser_that_raises_anything_else_is_found(monkeypatch):
    monkeypatch.setattr("fuzz.targets.parse_filing", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        check_filing(b"FORM 8-K")


def test_a_record_that_does_not_follow_its_schema_is_found(monkeypatch):
    monkeypatch.setattr("fuzz.targets.to_json", lambda _: '{"form": "8-K"}')
    with pytest.raises(ValidationError, match="is a required property"):
        check_filing(b"FORM 8-K")


def test_an_object_without_a_name_is_found(monkeypatch):
    monkeypatch.setattr("fuzz.targets.objects_in_message", lambda _: [ObjectCreated("inbox", None)])
    with pytest.raises(AssertionError):
        check_event(b"{}")


def test_a_call_that_aws_would_refuse_is_found():
    with pytest.raises(Refused, match="Empty message"):
        NoAws().client("sns").publish(TopicArn="events", Message="")


def test_the_dictionary_is_one_that_libfuzzer_reads():
    lines = seeds.dictionary().splitlines()
    assert r'"\x3c\x54\x45\x58\x54\x3e"' in lines  # <TEXT>
    assert all(line.isascii() and line.startswith('"\\x') and line.endswith('"') for line in lines)
