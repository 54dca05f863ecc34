"""A function may call what its role allows, and no other way of invoking it gets around that."""

import pytest
from botocore.exceptions import ClientError

from functions.process_filing.app import lambda_handler as process_filing
from local.permissions import allowed_pairs
from tests.submissions import submission


@pytest.mark.parametrize("action", ["s3:GetObjectVersion", "s3:PutObject", "dynamodb:PutItem", "sns:Publish"])
def test_a_call_that_the_role_does_not_allow_is_refused(cloud, monkeypatch, action, capsys):
    def all_but_one(names, function):
        return {pair for pair in allowed_pairs(names, function) if pair[0] != action}

    monkeypatch.setattr("local.permissions.allowed_pairs", all_but_one)
    cloud.upload("in/8-k.txt", submission())

    assert len(cloud.drain({"ProcessFiling": process_filing}).failed) == 5

    assert cloud.waiting("InboxDeadLetterQueue") == 1
    logged = capsys.readouterr().out
    assert any(code in logged for code in ("AccessDenied", "AuthorizationError"))


@pytest.mark.parametrize(
    ("call", "parameters"),
    [
        ("delete_object", {"Key": "in/8-k.txt"}),
        ("get_object", {"Key": "in/8-k.txt", "VersionId": "v1"}),
        ("put_object", {"Key": "in/8-k.txt", "Body": b""}),
    ],
)
def test_the_sweeper_may_not_touch_an_upload(cloud, call, parameters):
    def handler(event, context):
        getattr(cloud.client("s3", observed=True), call)(Bucket=cloud.name("InboxBucket"), **parameters)

    error = cloud.invoke("SweepPending", handler).error

    assert isinstance(error, LookupError | ClientError)
    assert "AccessDenied" in str(error) or "is not known here" in str(error)


def test_a_tests_own_calls_are_nobodys(cloud):
    cloud.client("s3", observed=True).put_object(Bucket=cloud.name("InboxBucket"), Key="in/8-k.txt", Body=b"")
