"""Least privilege, proved: what the functions call is what their roles allow, and nothing is allowed besides.

moto enforces no such roles; so every call of the ways below is recorded and held against the statements of
template.yaml, in both directions.
"""

import time
from collections.abc import Iterator
from fnmatch import fnmatchcase

import pytest

from functions.process_filing.app import lambda_handler as process_filing
from functions.reconcile_inbox.app import lambda_handler as reconcile_inbox
from functions.sweep_pending.app import lambda_handler as sweep_pending
from local.events import s3_event
from local.faults import Fault
from tests.inventories import put_inventory
from tests.submissions import submission
from tests.upgrades import message_of_ours, upgraded

# What nobody calls: Lambda takes from the queue and writes the log with the function's role, and S3 tells 404
# from 403 only to who may list the bucket.
CALLED_BY_AWS = {
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "s3:ListBucket",
}


def needed(cloud, call) -> Iterator[tuple[str, str]]:
    """The (action, resource ARN) pairs that AWS would check for a call."""
    given = call.parameters
    match call.service:
        case "s3" if call.operation == "ListObjectVersions":
            yield "s3:ListBucketVersions", f"arn:aws:s3:::{given['Bucket']}"
        case "s3":
            action = "GetObjectVersion" if "VersionId" in given else call.operation
            yield f"s3:{action}", f"arn:aws:s3:::{given['Bucket']}/{given['Key']}"
        case "sns":
            yield "sns:Publish", given["TopicArn"]
        case "sqs":
            action = call.operation.removesuffix("Batch")
            yield f"sqs:{action}", cloud.arn("InboxQueue")
        case "dynamodb":
            table = cloud.arn("FilingsTable")
            if call.operation == "TransactWriteItems":
                for action in given["TransactItems"]:
                    yield f"dynamodb:{next(iter(action))}Item", table
            else:
                index = f"/index/{given['IndexName']}" if "IndexName" in given else ""
                yield f"dynamodb:{call.operation}", table + index
        case other:
            raise AssertionError(f"{other} is not expected here")


def every_way_of_process_filing(cloud) -> None:
    handlers = {"ProcessFiling": process_filing}
    first = cloud.upload("in/8-k.txt", submission())
    cloud.upload("in/copy.txt", submission())
    cloud.upload("in/8-k.txt", submission(text="The Company leased two mills."))
    cloud.upload("in/empty.txt", b"")
    cloud.upload("in/large.txt", submission("0009900555-26-000002", attachments=120))
    cloud.upload("in/very-large.txt", submission("0009900555-26-000003", attachments=520))
    cloud.drain(handlers)
    cloud.send(first, first.changed(version_id=None))
    older = cloud.upload("in/older.txt", submission(text="The Company leased no mill."), notify=False)
    cloud.upload("in/8-k.txt", submission(text="The Company leased three mills."))
    cloud.drain(handlers)
    cloud.send(older)
    cloud.drain(handlers)
    with upgraded():
        cloud.send_message(message_of_ours(older))
        cloud.drain(handlers)


def every_way_of_sweep_pending(cloud) -> None:
    for key, body in {"in/8-k.txt": submission(), "in/empty.txt": b""}.items():
        cloud.aws.inject(Fault.CRASH_BEFORE, at="sns.Publish")
        cloud.invoke("ProcessFiling", process_filing, s3_event(cloud.upload(key, body, notify=False)))
    cloud.aws.clear()
    environment = dict(cloud.functions["SweepPending"].environment) | {"PENDING_AFTER_SECONDS": "0"}
    object.__setattr__(cloud.functions["SweepPending"], "environment", environment)
    time.sleep(1.1)  # pending since is told in whole seconds
    assert cloud.invoke("SweepPending", sweep_pending).response == {"announced": 2}


def every_way_of_reconcile_inbox(cloud) -> None:
    cloud.upload("in/8-k.txt", submission(), notify=False)
    inventory = put_inventory(cloud, [("in/8-k.txt", "v1")])
    for request in ({"prefix": ""}, {"inventory": inventory}, {"continue": {}}, {"status": {}}, {"stop": "backfill "}):
        assert cloud.invoke("ReconcileInbox", reconcile_inbox, request).error is None


WAYS = {
    "ProcessFiling": every_way_of_process_filing,
    "SweepPending": every_way_of_sweep_pending,
    "ReconcileInbox": every_way_of_reconcile_inbox,
}


def granted(cloud, function) -> set[tuple[str, str]]:
    pairs = set()
    for statement in cloud.role_statements(function):
        assert statement["Effect"] == "Allow"
        for action in _list(statement["Action"]):
            pairs |= {(action, resource) for resource in _list(statement["Resource"])}
    return pairs


def _list(value):
    return value if isinstance(value, list) else [value]


def test_every_function_is_here(cloud):
    assert WAYS.keys() == cloud.functions.keys()


def test_reconcile_inbox_may_write_its_jobs_and_no_other_row(cloud):
    """What an action and a resource cannot say; DynamoDB's condition on the partition key does."""
    every_way_of_reconcile_inbox(cloud)
    (keeps,) = [s for s in cloud.role_statements("ReconcileInbox") if "dynamodb:PutItem" in s["Action"]]
    (leading,) = keeps["Condition"]["ForAllValues:StringEquals"]["dynamodb:LeadingKeys"]
    jobs = [call for call in cloud.aws.calls if f"dynamodb:{call.operation}" in keeps["Action"]]
    assert {call.operation for call in jobs} == {"GetItem", "PutItem", "Query"}
    assert {partition_of(call.parameters) for call in jobs} == {leading}


def partition_of(given) -> str:
    if "ExpressionAttributeValues" in given and "KeyConditionExpression" in given:
        (value,) = given["ExpressionAttributeValues"].values()
        return value["S"]
    return (given.get("Item") or given["Key"])["pk"]["S"]


@pytest.mark.parametrize("function", WAYS)
def test_a_role_allows_what_its_function_calls_and_nothing_else(cloud, function):
    WAYS[function](cloud)
    used = {pair for call in cloud.aws.calls for pair in needed(cloud, call)}
    allowed = granted(cloud, function)
    exercised = {
        (action, resource)
        for action, resource in allowed
        if any(action == called and fnmatchcase(arn, resource) for called, arn in used)
    }
    missing = {
        (called, arn)
        for called, arn in used
        if not any(action == called and fnmatchcase(arn, resource) for action, resource in allowed)
    }
    assert missing == set()
    assert {action for action, _ in allowed - exercised} <= CALLED_BY_AWS
