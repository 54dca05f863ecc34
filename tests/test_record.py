"""The record as JSON."""

import json
from decimal import Decimal

import pytest

from filings.record import Fact, Filing, Signature, to_json


@pytest.mark.parametrize(
    "number", ["0", "20000", "1" * 60, "0.10", "123456789012345678901234567890.123456789", "-1", "-0", "1E+3"]
)
def test_a_decimal_is_a_number_with_all_its_digits(number):
    written = to_json(Fact(concept="dei:Any", value=Decimal(number)))

    assert json.loads(written, parse_float=Decimal, parse_int=Decimal)["value"] == Decimal(number)
    assert f'"value":{number},' in written


@pytest.mark.parametrize(
    "mark", ["\ue000{}\ue001", "\ue0001\ue001", '"\ue000{}\ue001"', "\x00{}\x00", "\x85\u2028", "{}"]
)
def test_no_text_of_a_filing_becomes_json_of_its_own(mark):
    filing = Filing(form=mark, signatures=(Signature(name=mark),), form_data={mark: mark})

    written = json.loads(to_json(filing))

    assert (written["form"], written["signatures"][0]["name"], written["formData"]) == (mark, mark, {mark: mark})
