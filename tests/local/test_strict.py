"""The strict layer: it refuses what AWS refuses, sees the calls of a function, and lets faults happen."""

import threading
import time

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from filings.aws import clients
from local import strict
from local.faults import Crash, Fault
from local.limits import MAX_ITEM, MAX_MESSAGE


@pytest.fixture
def dynamodb(cloud):
    return cloud.client("dynamodb", observed=True)


@pytest.fixture
def put(cloud, dynamodb):
    """Puts a row with a counter-like value; the call is seen and can be struck."""

    def put_row(pk="a", **attributes):
        item = {"pk": {"S": pk}, "sk": {"S": "x"}, **attributes}
        return dynamodb.put_item(TableName=cloud.name("FilingsTable"), Item=item)

    return put_row


@pytest.fixture
def keys(cloud):
    def read():
        return {row["pk"]["S"] for row in cloud.client("dynamodb").scan(TableName=cloud.name("FilingsTable"))["Items"]}

    return read


def refused(code: str):
    return pytest.raises(ClientError, match=code)


# ---------------------------------------------------------------- what AWS refuses


def test_an_item_over_its_limit_is_refused(put, keys):
    put("largest", text={"S": "x" * (404_000 - 50)})
    with refused("ValidationException"):
        put("larger", text={"S": "x" * MAX_ITEM})
    assert keys() == {"largest"}


def test_a_key_of_an_index_must_have_its_type(put, keys):
    with refused("Type mismatch for Index Key cik Expected: S Actual: N"):
        put(cik={"N": "320193"})
    assert keys() == set()


def test_a_row_of_wrong_types_is_refused_where_the_client_does_not_look(cloud, keys):
    with refused("SerializationException"):
        clients.dynamodb().put_item(
            TableName=cloud.name("FilingsTable"), Item={"pk": {"S": "a"}, "sk": {"S": "x"}, "text": {"S": None}}
        )
    assert keys() == set()


def test_a_batch_of_messages_is_measured_in_bytes(cloud):
    entries = [{"Id": str(n), "MessageBody": "é" * 60_000} for n in range(9)]
    with refused("BatchRequestTooLong"):
        cloud.client("sqs").send_message_batch(QueueUrl=cloud.ref("InboxQueue"), Entries=entries)
    assert cloud.waiting("InboxQueue") == 0


def test_a_page_of_versions_has_a_thousand_at_most(cloud):
    with refused("InvalidArgument"):
        cloud.client("s3").list_object_versions(Bucket=cloud.name("InboxBucket"), MaxKeys=1001)


def test_a_number_of_39_digits_is_refused(put):
    with refused("38 significant digits"):
        put(nested={"M": {"deep": {"L": [{"N": "1" * 39}]}}})


def test_nesting_over_32_levels_is_refused(put):
    value = {"S": "bottom"}
    for _ in range(33):
        value = {"L": [value]}
    with refused("Nesting Levels"):
        put(nested=value)


def transaction(cloud, count, text="x"):
    table = cloud.name("FilingsTable")
    rows = [{"pk": {"S": str(number)}, "sk": {"S": "x"}, "text": {"S": text}} for number in range(count)]
    return [{"Put": {"TableName": table, "Item": row}} for row in rows]


def test_a_transaction_over_four_megabytes_is_refused(cloud, dynamodb, keys):
    with refused("exceeds 4 MB"):
        dynamodb.transact_write_items(TransactItems=transaction(cloud, 11, "x" * 400_000))
    assert keys() == set()


def test_a_transaction_of_101_actions_is_refused(cloud, dynamodb):
    with refused("ValidationException"):
        dynamodb.transact_write_items(TransactItems=transaction(cloud, 101))


def test_a_token_carries_out_a_transaction_once(cloud, dynamodb):
    table = cloud.name("FilingsTable")
    count = {
        "Update": {
            "TableName": table,
            "Key": {"pk": {"S": "a"}, "sk": {"S": "x"}},
            "UpdateExpression": "ADD seen :one",
            "ExpressionAttributeValues": {":one": {"N": "1"}},
        }
    }
    for _ in range(2):
        dynamodb.transact_write_items(TransactItems=[count], ClientRequestToken="same")
    row = dynamodb.get_item(TableName=table, Key={"pk": {"S": "a"}, "sk": {"S": "x"}})["Item"]
    assert row["seen"] == {"N": "1"}
    with refused("IdempotentParameterMismatch"):
        dynamodb.transact_write_items(TransactItems=transaction(cloud, 1), ClientRequestToken="same")


def test_a_batch_of_26_is_refused(cloud, dynamodb):
    requests = [{"PutRequest": {"Item": {"pk": {"S": str(n)}, "sk": {"S": "x"}}}} for n in range(26)]
    with refused("Too many items"):
        dynamodb.batch_write_item(RequestItems={cloud.name("FilingsTable"): requests})


def text(value: str) -> dict[str, str]:
    return {"DataType": "String", "StringValue": value}


NO_MESSAGES = {
    "too long with its attributes": {
        "Message": "x" * (MAX_MESSAGE - 10),
        "MessageAttributes": {"form": text("8-K and more")},
    },
    "empty": {"Message": ""},
    "a subject of 100 characters": {"Message": "x", "Subject": "x" * 100},
    "a subject of two lines": {"Message": "x", "Subject": "one\ntwo"},
    "eleven attributes": {"Message": "x", "MessageAttributes": {f"name{n}": text("x") for n in range(11)}},
    "an empty attribute": {"Message": "x", "MessageAttributes": {"form": text("")}},
    "an empty array": {
        "Message": "x",
        "MessageAttributes": {"ciks": {"DataType": "String.Array", "StringValue": "[]"}},
    },
    "a number that no filter compares": {
        "Message": "x",
        "MessageAttributes": {"usd": {"DataType": "Number", "StringValue": "1000000001"}},
    },
    "attributes beside a structure": {
        "Message": '{"default": "x"}',
        "MessageStructure": "json",
        "MessageAttributes": {"form": text("8-K")},
    },
    "a structure without a default": {"Message": '{"sqs": "x"}', "MessageStructure": "json"},
}


@pytest.mark.parametrize("message", NO_MESSAGES.values(), ids=NO_MESSAGES.keys())
def test_a_message_that_sns_would_refuse_or_lose_is_refused(message, cloud):
    queue = cloud.subscribe_queue("FilingEventsTopic")
    sns = cloud.client("sns", observed=True)
    with refused("InvalidParameter"):
        sns.publish(TopicArn=cloud.ref("FilingEventsTopic"), **message)
    assert cloud.received(queue) == []


def test_the_largest_message_is_taken(cloud):
    attributes = {"form": text("8-K")}
    size = MAX_MESSAGE - len("form" + "String" + "8-K")
    cloud.client("sns").publish(
        TopicArn=cloud.ref("FilingEventsTopic"), Message="x" * size, MessageAttributes=attributes
    )


def test_a_key_of_1025_bytes_is_refused(cloud):
    with refused("KeyTooLongError"):
        cloud.upload("x" * 1025, b"")


def test_only_one_call_happens_at_a_time(cloud, dynamodb, monkeypatch):
    """moto's conditional writes are not atomic: between its test and its write another thread may write."""
    at_once, most = [], []

    def call(client, operation, parameters):
        at_once.append(operation)
        time.sleep(0.001)
        most.append(len(at_once))
        at_once.pop()
        return {}

    monkeypatch.setattr(strict, "_real_call", call)
    threads = [threading.Thread(target=dynamodb.list_tables) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 10


# ---------------------------------------------------------------- calls and faults


def test_a_functions_calls_are_recorded_and_the_tests_are_not(cloud, put, keys):
    with cloud.aws.recording() as calls:
        put("a")
        keys()
    assert [call.name for call in calls] == ["dynamodb.PutItem"]
    assert calls[0].parameters["Item"]["pk"] == {"S": "a"}


@pytest.mark.parametrize(
    ("fault", "raised", "took_effect"),
    [
        (Fault.ERROR, ClientError, False),
        (Fault.ERROR_AFTER, ClientError, True),
        (Fault.THROTTLE, ClientError, False),
        (Fault.CRASH_BEFORE, Crash, False),
        (Fault.CRASH_AFTER, Crash, True),
        (Fault.LOST_RESPONSE, ReadTimeoutError, True),
    ],
)
def test_a_fault_happens_once(fault, raised, took_effect, cloud, put, keys):
    injected = cloud.aws.inject(fault, at="dynamodb.PutItem")
    with pytest.raises(raised):
        put("a")
    assert keys() == ({"a"} if took_effect else set())
    put("b")
    assert "b" in keys()
    assert injected.happened
    first, second = cloud.aws.calls
    assert first.error is not None
    assert second.error is None


def test_a_throttle_is_the_services_own_error(cloud, put, dynamodb):
    cloud.aws.inject(Fault.THROTTLE, at="dynamodb.PutItem")
    with pytest.raises(dynamodb.exceptions.ThrottlingException):
        put()


def test_a_fault_waits_for_its_call(cloud, put, keys):
    cloud.aws.inject(Fault.ERROR, at="dynamodb.PutItem", nth=2)
    put("a")
    with pytest.raises(ClientError):
        put("b")
    assert keys() == {"a"}


def test_a_fault_strikes_by_number_from_where_it_was_injected(cloud, put):
    put("a")
    injected = cloud.aws.inject(Fault.ERROR, at=2)
    put("b")
    with pytest.raises(ClientError):
        put("c")
    put("d")
    assert injected.happened


def test_a_repeated_publish_arrives_twice(cloud):
    queue = cloud.subscribe_queue("FilingEventsTopic")
    cloud.aws.inject(Fault.REPEATED, at="sns.Publish")
    cloud.client("sns", observed=True).publish(TopicArn=cloud.ref("FilingEventsTopic"), Message="once")
    assert [message.body for message in cloud.received(queue)] == ["once", "once"]


def test_a_repeated_transaction_shares_its_token(cloud, dynamodb):
    """botocore retries with the same token; a counter would show a second one."""
    cloud.aws.inject(Fault.REPEATED, at="dynamodb.TransactWriteItems")
    conditional = transaction(cloud, 1)
    conditional[0]["Put"]["ConditionExpression"] = "attribute_not_exists(pk)"
    dynamodb.transact_write_items(TransactItems=conditional)


def test_half_of_a_batch_comes_back_unprocessed(cloud, dynamodb, keys):
    requests = [{"PutRequest": {"Item": {"pk": {"S": str(n)}, "sk": {"S": "x"}}}} for n in range(4)]
    cloud.aws.inject(Fault.UNPROCESSED, at="dynamodb.BatchWriteItem")
    answer = dynamodb.batch_write_item(RequestItems={cloud.name("FilingsTable"): requests})
    assert keys() == {"0", "1"}
    assert answer["UnprocessedItems"] == {cloud.name("FilingsTable"): requests[2:]}


def test_half_of_a_batch_of_messages_fails(cloud):
    sqs, url = cloud.client("sqs", observed=True), cloud.ref("InboxQueue")
    cloud.aws.inject(Fault.UNPROCESSED, at="sqs.SendMessageBatch")
    entries = [{"Id": str(n), "MessageBody": f"message {n}"} for n in range(3)]
    answer = sqs.send_message_batch(QueueUrl=url, Entries=entries)
    assert [entry["Id"] for entry in answer["Successful"]] == ["0"]
    assert [entry["Id"] for entry in answer["Failed"]] == ["1", "2"]
    assert cloud.waiting("InboxQueue") == 1


def test_a_hook_runs_before_the_call_and_may_let_another_go_first(cloud, put, keys):
    seen = []

    def look(call):
        if call.parameters["Item"]["pk"] == {"S": "slow"}:
            put("quick")
            seen.append(keys())

    cloud.aws.before.append(look)
    put("slow")
    assert seen == [{"quick"}]
    assert keys() == {"quick", "slow"}


def test_clear_forgets_calls_faults_and_hooks(cloud, put):
    cloud.aws.inject(Fault.ERROR, at="dynamodb.PutItem")
    cloud.aws.before.append(lambda call: pytest.fail("the hook is still there"))
    cloud.aws.clear()
    put()
    assert [call.name for call in cloud.aws.calls] == ["dynamodb.PutItem"]
