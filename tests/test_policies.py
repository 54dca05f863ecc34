"""The rules of tests/policies.py hold for template.yaml, and each notices when the template breaks it."""

import copy

import pytest

from local.naming import StackNames
from local.template import load_template
from tests import policies
from tests.policies import RULES


@pytest.fixture(scope="module")
def stack():
    """Every resource with its values resolved; `#arn` and `#ref` are what others call it by."""
    names = StackNames(load_template(), "https://sqs.us-east-1.amazonaws.com")
    found = {}
    for logical_id, resource in names.template.resources.items():
        properties = dict(names.resolver.resolve(resource.properties))
        for name, attribute in {"#arn": "TopicArn" if "SNS::Topic" in resource.type else "Arn", "#ref": ""}.items():
            if resource.type in CALLED:
                properties[name] = names.attribute(logical_id, attribute)
        found[logical_id] = resource.type, properties
    return found


CALLED = {
    "AWS::S3::Bucket",
    "AWS::SQS::Queue",
    "AWS::SNS::Topic",
    "AWS::Events::Rule",
    "AWS::Lambda::Function",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_template_keeps_the_rule(stack, rule):
    assert list(rule(stack)) == []


# A rule's name, the resource that is changed, where in its properties, and what stands there then; None: nothing.
BREAKAGES = [
    (
        "no_star_where_a_name_can_stand",
        "ProcessFilingRole",
        "Policies.0.PolicyDocument.Statement.4.Action",
        "dynamodb:*",
    ),
    ("no_star_where_a_name_can_stand", "SweepPendingRole", "Policies.0.PolicyDocument.Statement.0.Resource", "*"),
    (
        "no_star_where_a_name_can_stand",
        "SweepPendingRole",
        "Policies.0.PolicyDocument.Statement.1.Resource",
        "arn:aws:dynamodb:us-east-1:123456789012:table/*/index/*",
    ),
    ("no_star_where_a_name_can_stand", "InboxQueuePolicy", "PolicyDocument.Statement.0.Action", "sqs:*"),
    ("no_star_where_a_name_can_stand", "ProcessFilingRole", "Policies.0.PolicyDocument.Statement.0.NotAction", "a:b"),
    (
        "roles_are_for_lambda_and_have_no_managed_policy",
        "SweepPendingRole",
        "ManagedPolicyArns",
        ["arn:aws:iam::aws:policy/AdministratorAccess"],
    ),
    (
        "roles_are_for_lambda_and_have_no_managed_policy",
        "SweepPendingRole",
        "AssumeRolePolicyDocument.Statement.0.Principal",
        {"AWS": "*"},
    ),
    ("every_function_has_a_role_of_its_own", "SweepPending", "Role", "=ProcessFiling.Role"),
    ("plain_http_is_refused", "ArchiveBucketPolicy", "PolicyDocument.Statement.0.Action", "s3:GetObject"),
    ("plain_http_is_refused", "InboxBucketPolicy", "PolicyDocument.Statement.0.Resource", "=InboxBucket.#arn"),
    ("plain_http_is_refused", "InboxQueuePolicy", "PolicyDocument.Statement.1.Effect", "Allow"),
    ("plain_http_is_refused", "InboxDeadLetterQueuePolicy", "Queues", []),
    ("plain_http_is_refused", "FilingEventsTopicPolicy", "PolicyDocument.Statement.0.Condition", {}),
    (
        "what_others_may_do_is_bound_to_where_it_comes_from",
        "InboxQueuePolicy",
        "PolicyDocument.Statement.0.Condition.ArnEquals",
        None,
    ),
    (
        "what_others_may_do_is_bound_to_where_it_comes_from",
        "InboxQueuePolicy",
        "PolicyDocument.Statement.0.Condition.ArnEquals.aws:SourceArn",
        "arn:aws:s3:::anybodys-bucket",
    ),
    (
        "what_others_may_do_is_bound_to_where_it_comes_from",
        "OperatorTopicPolicy",
        "PolicyDocument.Statement.0.Condition.StringEquals",
        None,
    ),
    (
        "what_others_may_do_is_bound_to_where_it_comes_from",
        "OperatorTopicPolicy",
        "PolicyDocument.Statement.0.Principal",
        {"AWS": "*"},
    ),
    ("functions_are_invoked_by_their_rule_alone", "SweepPendingEveryMinutePermission", "SourceArn", None),
    (
        "buckets_are_private_versioned_and_encrypted",
        "InboxBucket",
        "PublicAccessBlockConfiguration.RestrictPublicBuckets",
        False,
    ),
    ("buckets_are_private_versioned_and_encrypted", "ArchiveBucket", "OwnershipControls", None),
    ("buckets_are_private_versioned_and_encrypted", "InboxBucket", "VersioningConfiguration.Status", "Suspended"),
    ("buckets_are_private_versioned_and_encrypted", "ArchiveBucket", "BucketEncryption", None),
    ("queues_table_and_topics_are_encrypted", "InboxDeadLetterQueue", "SqsManagedSseEnabled", False),
    ("queues_table_and_topics_are_encrypted", "FilingsTable", "SSESpecification.SSEEnabled", False),
    ("queues_table_and_topics_are_encrypted", "FilingAlertsTopic", "KmsMasterKeyId", None),
    ("dead_letters_outlive_their_source", "InboxDeadLetterQueue", "MessageRetentionPeriod", 604800),
    ("dead_letters_outlive_their_source", "InboxDeadLetterQueue", "RedriveAllowPolicy", None),
    ("dead_letters_outlive_their_source", "InboxQueue", "RedrivePolicy", None),
    ("dead_letters_outlive_their_source", "InboxQueue", "RedrivePolicy.maxReceiveCount", 2),
    ("a_message_stays_hidden_six_times_as_long_as_its_function_may_run", "InboxQueue", "VisibilityTimeout", 719),
    ("every_dead_letter_queue_has_an_alarm", "InboxDeadLettersAlarm", "Dimensions", []),
    ("every_dead_letter_queue_has_an_alarm", "InboxDeadLettersAlarm", "Threshold", 10),
    ("logs_end", "ProcessFilingLogGroup", "RetentionInDays", None),
    ("logs_end", "SweepPending", "LoggingConfig", None),
]


@pytest.mark.parametrize(("rule", "logical_id", "path", "value"), BREAKAGES)
def test_a_rule_notices_when_it_is_broken(stack, rule, logical_id, path, value):
    broken = copy.deepcopy(stack)
    if isinstance(value, str) and value.startswith("="):  # another resource's
        other, _, name = value[1:].partition(".")
        value = stack[other][1][name]
    *way, last = path.split(".")
    place = broken[logical_id][1]
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    assert list(getattr(policies, rule)(broken)) != []


def test_a_resource_of_a_new_kind_is_noticed(stack):
    broken = {**stack, "Door": ("AWS::Lambda::Url", {"AuthType": "NONE"})}
    assert list(policies.only_known_types(broken)) == ["AWS::Lambda::Url has no rule"]


def test_every_rule_is_broken_once():
    assert {rule for rule, *_ in BREAKAGES} | {"only_known_types"} == {rule.__name__ for rule in RULES}
