"""What DynamoDB refuses and moto takes: keys and numbers that a filing's own words could have made."""

import pytest

from local.limits import Refused, check

KEY_TYPES = {"filings": {"pk": "S", "cusip": "S", "value": "N"}}


def put(**attributes):
    check("dynamodb", "PutItem", {"TableName": "filings", "Item": {"pk": {"S": "a"}, **attributes}}, KEY_TYPES)


@pytest.mark.parametrize("cusip", ["", "x" * 2049, "é" * 1025])
def test_an_empty_or_endless_key_is_refused(cusip):
    with pytest.raises(Refused, match="the size of the key cusip"):
        put(cusip={"S": cusip})


@pytest.mark.parametrize("number", ["1E+126", "-1E+126", "1E-131"])
def test_a_number_beyond_what_is_stored_is_refused(number):
    with pytest.raises(Refused, match="magnitude"):
        put(value={"N": number})


def test_what_is_just_within_is_taken():
    put(cusip={"S": "é" * 1024}, value={"N": "9.9E+125"}, least={"N": "1E-130"}, none={"N": "0"})
