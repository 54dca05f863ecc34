"""The limits of AWS that moto does not enforce: a call's parameters in, a refusal out.

Numbers from the service quotas and API references of DynamoDB, SNS, SQS and S3. Where AWS would take a call and
then lose something without a word (an eleventh message attribute on raw delivery, attributes beside
`MessageStructure`), it is refused here too: such a call is a mistake of ours. `strict` calls this module.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from local.item_size import attribute_type, depth, item_size, numbers, significant_digits, typed

__all__ = ["KeyTypes", "Refused", "check"]

_KB: Final = 1024
MAX_ITEM: Final = 400 * _KB
MAX_KEY: Final = 2048
"""Bytes of a partition key, also of an index; a sort key takes half of it, and which is which is not known here."""
MAX_TRANSACTION: Final = 4 * _KB * _KB
MAX_BATCH_WRITE: Final = 16 * _KB * _KB
MAX_MESSAGE: Final = 256 * _KB
MAX_QUEUE_BATCH: Final = 1024 * _KB
MAX_PAGE: Final = 1000

KeyTypes = Mapping[str, Mapping[str, str]]
"""Table name to the types (`S`, `N`, `B`) of the attributes that are keys of the table or of an index."""


class Refused(Exception):
    """AWS would not take this call; `code` is its error code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def check(service: str, operation: str, parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    """Raises `Refused` where AWS would refuse what moto takes."""
    rule = _RULES.get((service, operation))
    if rule is not None:
        rule(parameters, key_types)


def _invalid(message: str) -> Refused:
    return Refused("ValidationException", message)


# ---------------------------------------------------------------- DynamoDB


def _check_item(item: Mapping[str, Any], key_types: Mapping[str, str]) -> int:
    """The item's size in bytes."""
    values = typed(item)
    size = item_size(values)
    if size > MAX_ITEM:
        raise _invalid(f"Item size has exceeded the maximum allowed size: {size:,} bytes")
    for name, value in values.items():
        if name in key_types:
            _check_key(name, value, key_types[name])
        if depth(value) > 32:
            raise _invalid("Nesting Levels have exceeded supported limits")
        for number in numbers(value):
            if significant_digits(number) > 38:
                raise _invalid("Attempting to store more than 38 significant digits in a Number")
            if not -130 <= Decimal(number).adjusted() <= 125:
                raise _invalid("Number overflow or underflow: the magnitude is beyond 1E-130 to 9.99E+125")
    return size


def _check_key(name: str, value: Mapping[str, Any], expected: str) -> None:
    actual = attribute_type(value)
    if actual != expected:
        raise _invalid(f"Type mismatch for Index Key {name} Expected: {expected} Actual: {actual}")
    if not 1 <= len(str(value[actual]).encode()) <= MAX_KEY:
        raise _invalid(f"One or more parameter values are not valid: the size of the key {name}")


def _put_item(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    _check_item(parameters["Item"], key_types.get(parameters["TableName"], {}))


def _transact_write(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    actions = [body for action in parameters["TransactItems"] for body in action.values()]
    if len(actions) > 100:
        raise _invalid("Member must have length less than or equal to 100")
    total = 0
    for body in actions:
        if "Item" in body:
            total += _check_item(body["Item"], key_types.get(body["TableName"], {}))
        else:
            total += item_size(typed(body["Key"])) + item_size(typed(body.get("ExpressionAttributeValues", {})))
    if total > MAX_TRANSACTION:
        raise _invalid(f"Collective size of items in transaction exceeds 4 MB: {total:,} bytes")


def _batch_write(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    requests = [(table, request) for table, list_ in parameters["RequestItems"].items() for request in list_]
    if not 1 <= len(requests) <= 25:
        raise _invalid("Too many items requested for the BatchWriteItem call")
    total = 0
    for table, request in requests:
        if "PutRequest" in request:
            total += _check_item(request["PutRequest"]["Item"], key_types.get(table, {}))
    if total > MAX_BATCH_WRITE:
        raise _invalid(f"Request size exceeds 16 MB: {total:,} bytes")


def _batch_get(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    if sum(len(wanted["Keys"]) for wanted in parameters["RequestItems"].values()) > 100:
        raise _invalid("Too many items requested for the BatchGetItem call")


# ---------------------------------------------------------------- SNS


def _invalid_parameter(message: str) -> Refused:
    return Refused("InvalidParameter", f"Invalid parameter: {message}")


def _publish(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    if _message_size(parameters) > MAX_MESSAGE:
        raise _invalid_parameter("Message too long")
    _check_message(parameters)


def _publish_batch(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    entries = parameters["PublishBatchRequestEntries"]
    if len(entries) > 10:
        raise Refused("TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible")
    if sum(map(_message_size, entries)) > MAX_MESSAGE:
        raise Refused("BatchRequestTooLong", "The length of all the batch messages put together is too long")
    for entry in entries:
        _check_message(entry)


def _message_size(message: Mapping[str, Any]) -> int:
    attributes = message.get("MessageAttributes", {})
    return len(message["Message"].encode()) + sum(
        len(name.encode()) + len(value["DataType"]) + len(_attribute_bytes(value)) for name, value in attributes.items()
    )


def _attribute_bytes(value: Mapping[str, Any]) -> bytes:
    return bytes(value["BinaryValue"]) if "BinaryValue" in value else str(value.get("StringValue", "")).encode()


def _check_message(message: Mapping[str, Any]) -> None:
    if not message["Message"]:
        raise _invalid_parameter("Empty message")
    if "Subject" in message:
        _check_subject(message["Subject"])
    attributes = message.get("MessageAttributes", {})
    if len(attributes) > 10:
        raise _invalid_parameter(f"{len(attributes)} message attributes: a raw subscriber's queue takes 10 at most")
    for name, value in attributes.items():
        _check_attribute(name, value)
    if message.get("MessageStructure") == "json":
        if attributes:
            raise _invalid_parameter("MessageAttributes are not delivered beside MessageStructure json")
        if "default" not in json.loads(message["Message"]):
            raise _invalid_parameter("Message Structure - No default entry in JSON message body")


def _check_subject(subject: str) -> None:
    if not 1 <= len(subject) < 100 or not subject.isprintable() or subject[0].isspace():
        raise _invalid_parameter("Subject")


def _check_attribute(name: str, value: Mapping[str, Any]) -> None:
    kind = value["DataType"]
    if not _attribute_bytes(value):
        raise _invalid_parameter(f"The message attribute '{name}' must contain non-empty value")
    if kind == "String.Array":
        entries = json.loads(value["StringValue"])
        if not isinstance(entries, list) or not entries or any(isinstance(entry, list | dict) for entry in entries):
            raise _invalid_parameter(f"The message attribute '{name}' is no array of strings, numbers or booleans")
    if kind == "Number" and abs(Decimal(value["StringValue"])) > 10**9:
        raise _invalid_parameter(f"The number '{name}' is beyond what a filter policy can compare")


# ---------------------------------------------------------------- SQS


def _send_batch(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    """In bytes: moto counts characters."""
    if sum(len(entry["MessageBody"].encode()) for entry in parameters["Entries"]) > MAX_QUEUE_BATCH:
        raise Refused(
            "AWS.SimpleQueueService.BatchRequestTooLong", "Batch requests cannot be longer than 1048576 bytes"
        )


# ---------------------------------------------------------------- S3


def _page(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    """S3 would give 1,000 and no more, whatever is asked for."""
    if parameters.get("MaxKeys", 0) > MAX_PAGE:
        raise Refused("InvalidArgument", f"a page has {MAX_PAGE} entries at most")


def _key(parameters: Mapping[str, Any], key_types: KeyTypes) -> None:
    if len(parameters["Key"].encode()) > 1024:
        raise Refused("KeyTooLongError", "Your key is too long")


def _keyed(operations: Iterable[str]) -> dict[tuple[str, str], Callable[[Mapping[str, Any], KeyTypes], None]]:
    return {("s3", operation): _key for operation in operations}


_RULES: Final[Mapping[tuple[str, str], Callable[[Mapping[str, Any], KeyTypes], None]]] = {
    ("dynamodb", "PutItem"): _put_item,
    ("dynamodb", "TransactWriteItems"): _transact_write,
    ("dynamodb", "BatchWriteItem"): _batch_write,
    ("dynamodb", "BatchGetItem"): _batch_get,
    ("sns", "Publish"): _publish,
    ("sns", "PublishBatch"): _publish_batch,
    ("sqs", "SendMessageBatch"): _send_batch,
    ("s3", "ListObjectVersions"): _page,
    **_keyed(["PutObject", "GetObject", "CopyObject", "CreateMultipartUpload"]),
}
