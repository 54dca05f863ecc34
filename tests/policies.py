"""What template.yaml promises of security, as rules: a rule takes the stack and yields what breaks it.

The stack is every resource as it would be created: logical id -> (type, properties with their values resolved).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Stack = dict[str, tuple[str, dict[str, Any]]]
Rule = Callable[[Stack], Iterator[str]]

# The only stars in what is allowed: a bucket's objects under a prefix, a log group's streams. No name can stand there.
STARS = ("/*", ":*")
POLICIES = {
    "AWS::S3::BucketPolicy": ("AWS::S3::Bucket", "Bucket", "s3:*"),
    "AWS::SQS::QueuePolicy": ("AWS::SQS::Queue", "Queues", "sqs:*"),
    "AWS::SNS::TopicPolicy": ("AWS::SNS::Topic", "Topics", "sns:Publish"),  # SNS knows no sns:* in a topic's policy
}
# A type that is not here has no rule yet: whoever adds one says what must hold for it.
KNOWN_TYPES = {
    "AWS::CloudWatch::Alarm",
    "AWS::DynamoDB::Table",
    "AWS::Events::Rule",
    "AWS::IAM::Role",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Function",
    "AWS::Lambda::LayerVersion",
    "AWS::Lambda::Permission",
    "AWS::Logs::LogGroup",
    "AWS::S3::Bucket",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::Topic",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::Queue",
    "AWS::SQS::QueuePolicy",
}


def of_type(stack: Stack, kind: str) -> dict[str, dict[str, Any]]:
    return {logical_id: properties for logical_id, (found, properties) in stack.items() if found == kind}


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def role_statements(stack: Stack) -> Iterator[tuple[str, dict[str, Any]]]:
    for logical_id, role in of_type(stack, "AWS::IAM::Role").items():
        for policy in role.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                yield f"{logical_id} {statement.get('Sid')}", statement


def resource_statements(stack: Stack) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in POLICIES:
        for logical_id, policy in of_type(stack, kind).items():
            for statement in policy["PolicyDocument"]["Statement"]:
                yield f"{logical_id} {statement['Sid']}", statement


def only_known_types(stack: Stack) -> Iterator[str]:
    yield from (f"{kind} has no rule" for kind, _ in stack.values() if kind not in KNOWN_TYPES)


def no_star_where_a_name_can_stand(stack: Stack) -> Iterator[str]:
    allowed = [pair for pair in (*role_statements(stack), *resource_statements(stack)) if pair[1]["Effect"] == "Allow"]
    for where, statement in allowed:
        if {"NotAction", "NotResource", "NotPrincipal"} & statement.keys():
            yield f"{where} allows all but something"
        yield from (f"{where} allows {action}" for action in listed(statement["Action"]) if "*" in action)
        for resource in listed(statement["Resource"]):
            if resource == "*" or resource.count("*") != resource.endswith(STARS):
                yield f"{where} allows it on {resource}"


def roles_are_for_lambda_and_have_no_managed_policy(stack: Stack) -> Iterator[str]:
    for logical_id, role in of_type(stack, "AWS::IAM::Role").items():
        trusted = [statement["Principal"] for statement in role["AssumeRolePolicyDocument"]["Statement"]]
        if trusted != [{"Service": "lambda.amazonaws.com"}] or role.get("ManagedPolicyArns"):
            yield logical_id


def every_function_has_a_role_of_its_own(stack: Stack) -> Iterator[str]:
    roles = [function["Role"] for function in of_type(stack, "AWS::Lambda::Function").values()]
    if len(set(roles)) != len(roles) or len(roles) != len(of_type(stack, "AWS::IAM::Role")):
        yield "a role is shared or unused"


def plain_http_is_refused(stack: Stack) -> Iterator[str]:
    for kind, (of, target, actions) in POLICIES.items():
        covered = {
            resource
            for policy in of_type(stack, kind).values()
            for statement in policy["PolicyDocument"]["Statement"]
            if _denies_plain_http(statement, actions)
            for resource in listed(statement["Resource"])
        }
        held = [name for policy in of_type(stack, kind).values() for name in listed(policy[target])]
        for logical_id, properties in of_type(stack, of).items():
            needed = {properties["#arn"]} | ({f"{properties['#arn']}/*"} if of == "AWS::S3::Bucket" else set())
            if not needed <= covered or properties["#ref"] not in held:
                yield f"{logical_id} takes plain HTTP"


def _denies_plain_http(statement: dict[str, Any], actions: str) -> bool:
    denied = (statement["Effect"], statement["Principal"], statement["Action"]) == ("Deny", "*", actions)
    return denied and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def what_others_may_do_is_bound_to_where_it_comes_from(stack: Stack) -> Iterator[str]:
    ours = {properties.get("#arn") for _, properties in stack.values()}
    for where, statement in resource_statements(stack):
        if statement["Effect"] != "Allow":
            continue
        condition = statement.get("Condition", {})
        if statement["Principal"].keys() != {"Service"}:
            yield f"{where} allows {statement['Principal']}"
        if not condition.get("StringEquals", {}).get("aws:SourceAccount"):
            yield f"{where} is open to other accounts"
        alarms = statement["Principal"] == {"Service": "cloudwatch.amazonaws.com"}  # one source for each alarm
        if not alarms and condition.get("ArnEquals", {}).get("aws:SourceArn") not in ours - {None}:
            yield f"{where} is open to other sources"


def functions_are_invoked_by_their_rule_alone(stack: Stack) -> Iterator[str]:
    rules = {rule["#arn"] for rule in of_type(stack, "AWS::Events::Rule").values()}
    for logical_id, permission in of_type(stack, "AWS::Lambda::Permission").items():
        if permission["Principal"] != "events.amazonaws.com" or permission.get("SourceArn") not in rules:
            yield logical_id


def buckets_are_private_versioned_and_encrypted(stack: Stack) -> Iterator[str]:
    wanted = {"BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"}
    for logical_id, bucket in of_type(stack, "AWS::S3::Bucket").items():
        blocked = bucket.get("PublicAccessBlockConfiguration", {})
        if {name for name, is_on in blocked.items() if is_on is True} != wanted:
            yield f"{logical_id} may be public"
        if bucket.get("OwnershipControls", {}).get("Rules") != [{"ObjectOwnership": "BucketOwnerEnforced"}]:
            yield f"{logical_id} has access lists"
        if bucket.get("VersioningConfiguration") != {"Status": "Enabled"}:
            yield f"{logical_id} keeps no versions"
        rules = bucket.get("BucketEncryption", {}).get("ServerSideEncryptionConfiguration", [])
        if [rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"] for rule in rules] not in (["AES256"], ["aws:kms"]):
            yield f"{logical_id} is not encrypted"


def queues_table_and_topics_are_encrypted(stack: Stack) -> Iterator[str]:
    for logical_id, queue in of_type(stack, "AWS::SQS::Queue").items():
        if queue.get("SqsManagedSseEnabled") is not True and not queue.get("KmsMasterKeyId"):
            yield logical_id
    for logical_id, table in of_type(stack, "AWS::DynamoDB::Table").items():
        if table.get("SSESpecification", {}).get("SSEEnabled") is not True:
            yield logical_id
    for logical_id, topic in of_type(stack, "AWS::SNS::Topic").items():
        if not topic.get("KmsMasterKeyId") and logical_id != "OperatorTopic":  # CloudWatch cannot use alias/aws/sns
            yield logical_id


def dead_letters_outlive_their_source(stack: Stack) -> Iterator[str]:
    queues = of_type(stack, "AWS::SQS::Queue")
    by_arn = {queue["#arn"]: queue for queue in queues.values()}
    fed = {mapping["EventSourceArn"] for mapping in of_type(stack, "AWS::Lambda::EventSourceMapping").values()}
    for logical_id, queue in queues.items():
        redrive = queue.get("RedrivePolicy")
        if redrive is None:
            if queue["#arn"] in fed:
                yield f"{logical_id} has no dead-letter queue"
            continue
        dead = by_arn[redrive["deadLetterTargetArn"]]
        if dead["MessageRetentionPeriod"] <= queue["MessageRetentionPeriod"] or redrive["maxReceiveCount"] < 5:
            yield f"{logical_id} gives up too soon"
        allowed = {"redrivePermission": "byQueue", "sourceQueueArns": [queue["#arn"]]}
        if dead.get("RedriveAllowPolicy") != allowed:
            yield f"the dead letters of {logical_id} take any queue's"


def a_message_stays_hidden_six_times_as_long_as_its_function_may_run(stack: Stack) -> Iterator[str]:
    queues = {queue["#arn"]: queue for queue in of_type(stack, "AWS::SQS::Queue").values()}
    functions = {function["#ref"]: function for function in of_type(stack, "AWS::Lambda::Function").values()}
    for logical_id, mapping in of_type(stack, "AWS::Lambda::EventSourceMapping").items():
        timeout = functions[mapping["FunctionName"]]["Timeout"]
        if queues[mapping["EventSourceArn"]]["VisibilityTimeout"] < 6 * timeout:
            yield logical_id


def every_dead_letter_queue_has_an_alarm(stack: Stack) -> Iterator[str]:
    queues = of_type(stack, "AWS::SQS::Queue")
    targets = {queue["RedrivePolicy"]["deadLetterTargetArn"] for queue in queues.values() if "RedrivePolicy" in queue}
    watched = {
        dimension["Value"]
        for alarm in of_type(stack, "AWS::CloudWatch::Alarm").values()
        if alarm["MetricName"] == "ApproximateNumberOfMessagesVisible" and alarm["AlarmActions"]
        if (alarm["Threshold"], alarm["ComparisonOperator"]) == (0, "GreaterThanThreshold")
        for dimension in alarm["Dimensions"]
    }
    for logical_id, queue in queues.items():
        if queue["#arn"] in targets and queue["QueueName"] not in watched:
            yield logical_id


def logs_end(stack: Stack) -> Iterator[str]:
    groups = {
        group["LogGroupName"]
        for group in of_type(stack, "AWS::Logs::LogGroup").values()
        if group.get("RetentionInDays")
    }
    for logical_id, function in of_type(stack, "AWS::Lambda::Function").items():
        if function.get("LoggingConfig", {}).get("LogGroup") not in groups:
            yield logical_id


RULES: tuple[Rule, ...] = (
    only_known_types,
    no_star_where_a_name_can_stand,
    roles_are_for_lambda_and_have_no_managed_policy,
    every_function_has_a_role_of_its_own,
    plain_http_is_refused,
    what_others_may_do_is_bound_to_where_it_comes_from,
    functions_are_invoked_by_their_rule_alone,
    buckets_are_private_versioned_and_encrypted,
    queues_table_and_topics_are_encrypted,
    dead_letters_outlive_their_source,
    a_message_stays_hidden_six_times_as_long_as_its_function_may_run,
    every_dead_letter_queue_has_an_alarm,
    logs_end,
)
