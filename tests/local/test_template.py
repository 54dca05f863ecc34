"""template.yaml as CloudFormation would see it: intrinsics, parameters, conditions, functions and what feeds them."""

import textwrap

import pytest

from local.functions import event_sources, functions, role_statements, schedules
from local.intrinsics import TemplateError
from local.naming import StackNames
from local.template import load_template

HEAD = """
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: dev}
  Zones: {Type: CommaDelimitedList, Default: "a, b"}
Mappings:
  Sizes: {dev: {memory: 128}, prod: {memory: 1024}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Not [!Condition IsProd]
  Both: !And [!Condition IsProd, !Condition IsDev]
  Either: !Or [!Condition IsProd, !Condition IsDev]
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub "${AWS::StackName}-${Stage}"}}
  Bucket: {Type: AWS::S3::Bucket}
  Table: {Type: AWS::DynamoDB::Table}
"""
FUNCTION = """
Work:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: python3.13
    Handler: app.handler
    CodeUri: work/
    Role: arn:aws:iam::123456789012:role/any
"""


@pytest.fixture
def names_of(tmp_path):
    def load(extra="", **parameters):
        path = tmp_path / "template.yaml"
        path.write_text(HEAD + textwrap.indent(textwrap.dedent(extra), "  "))
        return StackNames(load_template(path, parameters), stack="stack")

    return load


@pytest.mark.parametrize(
    ("value", "resolved"),
    [
        ({"Ref": "Stage"}, "dev"),
        ({"Ref": "Zones"}, ["a", "b"]),
        ({"Ref": "AWS::Region"}, "us-east-1"),
        ({"Ref": "Bucket"}, "stack-bucket"),
        ({"Ref": "Table"}, "stack-Table"),
        ({"Ref": "Queue"}, "https://sqs.us-east-1.amazonaws.com/123456789012/stack-Queue"),
        ({"Ref": "Topic"}, "arn:aws:sns:us-east-1:123456789012:stack-dev"),
        ({"Fn::GetAtt": ["Queue", "Arn"]}, "arn:aws:sqs:us-east-1:123456789012:stack-Queue"),
        ({"Fn::GetAtt": "Queue.QueueName"}, "stack-Queue"),
        ({"Fn::Sub": "${Stage}/${Bucket.Arn}/${!Literal}"}, "dev/arn:aws:s3:::stack-bucket/${Literal}"),
        ({"Fn::Sub": ["${Own}-${Stage}", {"Own": {"Ref": "Table"}}]}, "stack-Table-dev"),
        ({"Fn::Join": ["-", ["a", {"Ref": "Stage"}]]}, "a-dev"),
        ({"Fn::Join": ["-", {"Ref": "Zones"}]}, "a-b"),
        ({"Fn::Select": [1, {"Fn::Split": [",", "x,y"]}]}, "y"),
        ({"Fn::FindInMap": ["Sizes", {"Ref": "Stage"}, "memory"]}, 128),
        ({"Fn::If": ["IsProd", 1, 2]}, 2),
        ({"Fn::If": ["Both", 1, 2]}, 2),
        ({"Fn::If": ["Either", 1, 2]}, 1),
        ({"kept": 1, "dropped": {"Ref": "AWS::NoValue"}}, {"kept": 1}),
        ([1, {"Fn::If": ["IsProd", 2, {"Ref": "AWS::NoValue"}]}], [1]),
        (
            {"Condition": {"Bool": {"aws:SecureTransport": "false"}}},
            {"Condition": {"Bool": {"aws:SecureTransport": "false"}}},
        ),
    ],
)
def test_an_intrinsic_becomes_its_value(value, resolved, names_of):
    assert names_of().resolver.resolve(value) == resolved


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({"Fn::Base64": "x"}, "does not know Fn::Base64"),
        ({"Fn::ImportValue": "x"}, "does not know Fn::ImportValue"),
        ({"Ref": "Nobody"}, "nothing named Nobody"),
        ({"Fn::GetAtt": ["Queue", "Colour"]}, "does not know Colour of Queue"),
        ({"Fn::If": ["Maybe", 1, 2]}, "no condition Maybe"),
        ({"Fn::FindInMap": ["Sizes", "test", "memory"]}, "no entry test.memory"),
    ],
)
def test_what_cannot_be_resolved_is_an_error(value, complaint, names_of):
    with pytest.raises(TemplateError, match=complaint):
        names_of().resolver.resolve(value)


def test_a_parameter_overrides_its_default(names_of):
    names = names_of(Stage="prod")
    assert names.name("Topic") == "stack-prod"
    assert names.resolver.condition("IsProd")


def test_an_unknown_parameter_is_an_error(names_of):
    with pytest.raises(TemplateError, match="no parameter Stgae"):
        names_of(Stgae="prod")


def test_a_parameter_reaches_what_sam_makes(names_of):
    names = names_of(
        FUNCTION
        + """
    Timeout: !FindInMap [Sizes, !Ref Stage, memory]
    Environment: {Variables: {STAGE: !Ref Stage}}
""",
        Stage="prod",
    )
    work = functions(names)["Work"]
    assert work.environment == {"STAGE": "prod"}
    assert work.timeout == 1024
    assert work.code.name == "work"


def test_what_the_poller_cannot_follow_is_an_error(names_of):
    names = names_of(
        FUNCTION
        + """
    Events:
      In:
        Type: SQS
        Properties:
          Queue: !GetAtt Queue.Arn
          FilterCriteria: {Filters: [{Pattern: '{"body": ["x"]}'}]}
"""
    )
    with pytest.raises(TemplateError, match="cannot follow WorkIn: FilterCriteria"):
        event_sources(names)


def test_what_sam_refuses_is_an_error(names_of):
    with pytest.raises(TemplateError, match="SAM refuses template"):
        names_of("Work: {Type: AWS::Serverless::Function, Properties: {CodeUri: x, Runtime: python3.13}}")


# ---------------------------------------------------------------- the project's own


@pytest.fixture
def project():
    return StackNames(load_template())


def test_the_inbox_feeds_process_filing_with_partial_failures(project):
    (source,) = event_sources(project)
    assert (source.function, source.queue) == ("ProcessFiling", "InboxQueue")
    assert source.report_batch_item_failures


def test_a_message_stays_hidden_six_times_as_long_as_the_function_may_take(project):
    (source,) = event_sources(project)
    queue = project.template.resources[source.queue].properties
    assert queue["VisibilityTimeout"] >= 6 * functions(project)[source.function].timeout


def test_a_schedule_has_its_function_its_time_and_its_event(project):
    sweep, every_day, go_on = schedules(project)
    assert (sweep.function, sweep.expression) == ("SweepPending", "rate(1 minute)")
    assert sweep.event["detail-type"] == "Scheduled Event"
    assert (every_day.function, every_day.event) == ("ReconcileInbox", {"reconcile": {}})
    assert (go_on.function, go_on.expression, go_on.event) == ("ReconcileInbox", "rate(5 minutes)", {"continue": {}})


def test_every_functions_code_and_role_are_there(project):
    for function in functions(project).values():
        assert (function.code / f"{function.handler.split('.')[0]}.py").is_file()
        assert role_statements(project, function.logical_id)
