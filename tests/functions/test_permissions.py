"""Least privilege, proved: what the functions call is what their roles allow, and nothing is allowed besides.

moto enforces no such roles: `local.permissions` does, for every call of every test that invokes a function. Here
every call of the ways below is recorded and held against the statements of template.yaml, in both directions.
"""

import time
from fnmatch import fnmatchcase

import pytest

from functions.process_filing.app import lambda_handler as process_filing
from functions.reconcile_inbox.app import lambda_handler as reconcile_inbox
from functions.sweep_pending.app import lambda_handler as sweep_pending
from local.events import s3_event
from local.faults import Fault
from local.permissions import allowed_pairs, arns, needed
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


def test_every_function_is_here(cloud):
    assert WAYS.keys() == cloud.functions.keys()


def test_reconcile_inbox_keeps_to_the_partitions_of_jobs_and_outcomes(cloud):
    """What an action and a resource cannot say; DynamoDB's condition on the partition key does."""
    every_way_of_reconcile_inbox(cloud)
    leading = {
        action.removeprefix("dynamodb:"): keys
        for statement in cloud.role_statements("ReconcileInbox")
        for action in ([statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"])
        for kind, condition in statement.get("Condition", {}).items()
        if kind.startswith("ForAllValues:") and (keys := condition.get("dynamodb:LeadingKeys"))
        if statement["Condition"]["Null"] == {"dynamodb:LeadingKeys": "false"}  # "for all values" is true of none
    }
    calls = [call for call in cloud.aws.calls if call.service == "dynamodb"]
    assert {call.operation for call in calls} == leading.keys()
    assert leading["PutItem"] == ["JOBS"]
    for call in calls:
        (pattern,) = leading[call.operation]
        assert all(fnmatchcase(partition, pattern) for partition in partitions_of(call.parameters))


def partitions_of(given) -> list[str]:
    if "RequestItems" in given:
        return [key["pk"]["S"] for wanted in given["RequestItems"].values() for key in wanted["Keys"]]
    if "KeyConditionExpression" in given:
        return [value["S"] for value in given["ExpressionAttributeValues"].values()]
    return [(given.get("Item") or given["Key"])["pk"]["S"]]


@pytest.mark.parametrize("function", WAYS)
def test_a_role_allows_what_its_function_calls_and_nothing_else(cloud, function):
    WAYS[function](cloud)
    known = arns(cloud.names)
    used = {pair for call in cloud.aws.calls for pair in needed(known, call.service, call.operation, call.parameters)}
    allowed = allowed_pairs(cloud.names, function)
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
