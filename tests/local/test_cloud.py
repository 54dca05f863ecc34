"""The local cloud: what the template declares exists, and an upload reaches its function and its subscribers."""

import json
from pathlib import Path

import pytest

from local.cloud import LocalCloud
from local.intrinsics import TemplateError


def accept(event, context):
    return {"batchItemFailures": []}


def test_the_inbox_is_versioned_private_and_notifies_the_queue(cloud):
    s3, inbox = cloud.client("s3"), cloud.name("InboxBucket")
    assert s3.get_bucket_versioning(Bucket=inbox)["Status"] == "Enabled"
    assert all(s3.get_public_access_block(Bucket=inbox)["PublicAccessBlockConfiguration"].values())
    (notification,) = s3.get_bucket_notification_configuration(Bucket=inbox)["QueueConfigurations"]
    assert notification["QueueArn"] == cloud.arn("InboxQueue")


def test_a_queue_has_its_policy_and_its_dead_letter_queue(cloud):
    attributes = cloud.client("sqs").get_queue_attributes(QueueUrl=cloud.ref("InboxQueue"), AttributeNames=["All"])
    redrive = json.loads(attributes["Attributes"]["RedrivePolicy"])
    assert redrive == {"deadLetterTargetArn": cloud.arn("InboxDeadLetterQueue"), "maxReceiveCount": 5}
    assert "s3.amazonaws.com" in attributes["Attributes"]["Policy"]


def test_an_index_keeps_its_several_keys(cloud):
    table = cloud.client("dynamodb").describe_table(TableName=cloud.name("FilingsTable"))["Table"]
    feed = next(index for index in table["GlobalSecondaryIndexes"] if index["IndexName"] == "feed")
    assert [key["KeyType"] for key in feed["KeySchema"]] == ["HASH", "HASH", "HASH", "RANGE", "RANGE"]


def test_log_groups_are_kept_for_as_long_as_the_template_says(cloud):
    groups = cloud.client("logs").describe_log_groups()["logGroups"]
    assert {group["retentionInDays"] for group in groups} == {30}


def test_alarms_tell_the_operators(cloud):
    alarms = cloud.client("cloudwatch").describe_alarms()["MetricAlarms"]
    assert alarms
    assert all(alarm["AlarmActions"] == [cloud.ref("OperatorTopic")] for alarm in alarms)


def test_an_upload_reaches_the_function_with_its_version(cloud):
    version = cloud.upload("in/a b+é.txt", b"text")
    report = cloud.drain({"ProcessFiling": accept})
    (record,) = report.invocations[0].event["Records"]
    (entry,) = json.loads(record["body"])["Records"]
    assert entry["s3"]["object"]["key"] == "in/a+b%2B%C3%A9.txt"
    assert entry["s3"]["object"]["versionId"] == version.version_id
    assert entry["s3"]["object"]["sequencer"] == version.sequencer
    assert cloud.waiting("InboxQueue") == 0


def test_an_upload_by_anybody_notifies(cloud):
    cloud.client("s3", observed=True).put_object(Bucket=cloud.name("InboxBucket"), Key="by-hand.txt", Body=b"x")
    assert cloud.waiting("InboxQueue") == 1


def test_buckets_are_encrypted_and_tidied(cloud):
    s3, inbox = cloud.client("s3"), cloud.name("InboxBucket")
    (rule,) = s3.get_bucket_encryption(Bucket=inbox)["ServerSideEncryptionConfiguration"]["Rules"]
    assert rule["ApplyServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}
    rules = s3.get_bucket_lifecycle_configuration(Bucket=inbox)["Rules"]
    assert {rule["ID"] for rule in rules} == {"abandoned-uploads", "replaced-versions"}
    ownership = s3.get_bucket_ownership_controls(Bucket=inbox)["OwnershipControls"]["Rules"]
    assert ownership == [{"ObjectOwnership": "BucketOwnerEnforced"}]


def test_the_table_can_be_recovered_to_a_point_in_time(cloud):
    answer = cloud.client("dynamodb").describe_continuous_backups(TableName=cloud.name("FilingsTable"))
    recovery = answer["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"


def test_a_topic_has_its_policy(cloud):
    attributes = cloud.client("sns").get_topic_attributes(TopicArn=cloud.ref("OperatorTopic"))["Attributes"]
    assert "cloudwatch.amazonaws.com" in attributes["Policy"]


def test_a_multipart_upload_notifies_once_when_it_is_complete(cloud):
    s3, inbox = cloud.client("s3"), cloud.name("InboxBucket")
    upload = s3.create_multipart_upload(Bucket=inbox, Key="large.txt")["UploadId"]
    tag = s3.upload_part(Bucket=inbox, Key="large.txt", UploadId=upload, PartNumber=1, Body=b"x")["ETag"]
    parts = {"Parts": [{"PartNumber": 1, "ETag": tag}]}
    s3.complete_multipart_upload(Bucket=inbox, Key="large.txt", UploadId=upload, MultipartUpload=parts)
    (message,) = cloud.received("InboxQueue")
    assert message.json["Records"][0]["eventName"] == "ObjectCreated:CompleteMultipartUpload"


def test_an_event_can_be_lost_and_sent_later(cloud):
    first = cloud.upload("a.txt", b"1", notify=False)
    second = cloud.upload("a.txt", b"2", notify=False)
    assert cloud.waiting("InboxQueue") == 0
    cloud.send(second, first, first)
    versions = [message.json["Records"][0]["s3"]["object"]["versionId"] for message in cloud.received("InboxQueue")]
    assert versions == [second.version_id, first.version_id, first.version_id]
    assert first.sequencer < second.sequencer


def test_s3_sends_a_test_event_when_the_notification_is_set():
    with LocalCloud.from_template() as cloud:
        (message,) = cloud.received("InboxQueue")
    assert message.json["Event"] == "s3:TestEvent"
    assert "Records" not in message.json


def test_a_subscriber_gets_what_its_filter_policy_lets_through(cloud):
    only_8k = cloud.subscribe_queue("FilingEventsTopic", {"form": ["8-K"]})
    everything = cloud.subscribe_queue("FilingEventsTopic", raw=False)
    for form in ("8-K", "10-Q"):
        attributes = {"form": {"DataType": "String", "StringValue": form}}
        cloud.client("sns").publish(
            TopicArn=cloud.ref("FilingEventsTopic"), Message=form, Subject=f"a {form}", MessageAttributes=attributes
        )
    assert [message.body for message in cloud.received(only_8k)] == ["8-K"]
    assert [message.subject for message in cloud.received(everything)] == ["a 8-K", "a 10-Q"]
    assert [message.body for message in cloud.received(only_8k)] == ["8-K"], "what was received stays"


def test_a_handler_runs_in_the_environment_that_the_template_gives_it(cloud):
    def environment(event, context):
        import os

        return {name: os.environ.get(name) for name in ("PENDING_AFTER_SECONDS", "POWERTOOLS_SERVICE_NAME")}

    (invocation,) = cloud.run_schedules({"SweepPending": environment}).invocations
    assert invocation.response == {"PENDING_AFTER_SECONDS": "300", "POWERTOOLS_SERVICE_NAME": "sweep-pending"}


def test_a_condition_decides_whether_a_resource_is_there():
    with LocalCloud.from_template(parameters={"AlertsEmail": "people@example.com"}) as cloud:
        subscriptions = cloud.client("sns").list_subscriptions()["Subscriptions"]
    assert [subscription["Endpoint"] for subscription in subscriptions] == ["people@example.com"]


def test_every_role_statement_is_resolved(cloud):
    statements = cloud.role_statements("ProcessFiling")
    commit = next(statement for statement in statements if statement["Sid"] == "Commit")
    assert commit["Resource"] == cloud.arn("FilingsTable")


def test_every_output_is_resolved(cloud):
    assert cloud.outputs()["InboxBucketName"] == cloud.name("InboxBucket")
    assert cloud.outputs()["InboxDeadLetterQueueUrl"] == cloud.ref("InboxDeadLetterQueue")


def test_two_clouds_at_once_are_refused(cloud):
    with pytest.raises(RuntimeError, match="close it first"):
        LocalCloud.from_template()


OTHER_TEMPLATE = """
Transform: AWS::Serverless-2016-10-31
Resources:
  InboxBucket:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        QueueConfigurations:
          - Event: s3:ObjectCreated:*
            Queue: !GetAtt InboxQueue.Arn
            Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}, {Name: suffix, Value: .txt}]}}
  InboxQueue: {Type: AWS::SQS::Queue}
  Seen:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      BillingMode: PAY_PER_REQUEST
      TimeToLiveSpecification: {AttributeName: expires, Enabled: true}
      StreamSpecification: {StreamViewType: NEW_IMAGE}
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: work/
      Events:
        In:
          Type: SQS
          Properties: {Queue: !GetAtt InboxQueue.Arn, BatchSize: 25, MaximumBatchingWindowInSeconds: 1}
"""


@pytest.fixture
def other(tmp_path: Path):
    """A cloud of another template, with what the project's own does not have."""
    (tmp_path / "template.yaml").write_text(OTHER_TEMPLATE)
    with LocalCloud.from_template(tmp_path / "template.yaml") as cloud:
        cloud.purge("InboxQueue")
        yield cloud


def test_a_notification_filters_by_prefix_and_suffix(other):
    for key in ("in/a.txt", "in/a.html", "out/a.txt"):
        other.upload(key, b"x")
    keys = [message.json["Records"][0]["s3"]["object"]["key"] for message in other.received("InboxQueue")]
    assert keys == ["in/a.txt"]


def test_a_batch_may_be_larger_than_a_receive(other):
    for number in range(27):
        other.send_message(str(number))
    report = other.drain({"Work": lambda event, context: {"any": "answer"}})
    assert [len(invocation.message_ids) for invocation in report.invocations] == [25, 2]


def test_without_partial_failures_every_answer_is_success(other):
    other.send_message("text")
    report = other.drain({"Work": lambda event, context: {"batchItemFailures": [{"itemIdentifier": "nobody"}]}})
    assert report.failed == []


def test_a_table_has_its_time_to_live_and_its_stream(other):
    dynamodb, name = other.client("dynamodb"), other.name("Seen")
    to_live = dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    assert to_live == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}
    assert dynamodb.describe_table(TableName=name)["Table"]["StreamSpecification"]["StreamViewType"] == "NEW_IMAGE"


@pytest.mark.parametrize(
    ("resource", "complaint"),
    [
        ("{Type: AWS::Kinesis::Stream}", "AWS::Kinesis::Stream is not known"),
        ("{Type: AWS::SQS::Queue, Properties: {Color: red}}", "does not know Color of Thing"),
        ("{Type: AWS::SQS::Queue, Properties: {QueueName: !Base64 name}}", "does not know Fn::Base64"),
        ("{Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Nobody}}", "nothing named Nobody"),
        ("{Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt Thing.Arn}}", "refers to itself"),
    ],
)
def test_what_is_not_known_is_an_error(tmp_path: Path, resource: str, complaint: str):
    template = tmp_path / "template.yaml"
    template.write_text(f"Resources:\n  Thing: {resource}\n")
    with pytest.raises(TemplateError, match=complaint):
        LocalCloud.from_template(template)
