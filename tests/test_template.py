"""template.yaml held to the project's rules: what no linter knows. Those of security are in policies.py.

The template is translated as SAM would; values are resolved by the local cloud's names.
"""

import re
from pathlib import Path

import pytest
from cfnlint.api import lint_file

from filings.aws.settings import ProcessSettings, ReconcileSettings, SweepSettings
from filings.aws.table.keys import (
    COMPANY_FORM_INDEX,
    COMPANY_INDEX,
    FEED_INDEX,
    HOLDERS_INDEX,
    ISSUER_INDEX,
    OWNER_INDEX,
    PENDING_INDEX,
)
from local.functions import event_sources, functions, schedules
from local.naming import StackNames
from local.template import TEMPLATE, load_template

# What AWS itself needs and allows no narrower: a log group's streams, a bucket's objects.
WILDCARD_ENDS = (":*", "/*", "/filings/*", "/inventory/*")


@pytest.fixture(scope="module")
def names() -> StackNames:
    return StackNames(load_template(), "https://sqs.us-east-1.amazonaws.com")


@pytest.fixture(scope="module")
def resources(names):
    """type -> logical id -> resolved properties."""
    found: dict[str, dict[str, dict]] = {}
    for logical_id, resource in names.template.resources.items():
        found.setdefault(resource.type, {})[logical_id] = names.resolver.resolve(resource.properties)
    return found


def test_the_linter_has_nothing_to_say():
    assert [str(match) for match in lint_file(TEMPLATE)] == []


def test_every_check_that_is_turned_off_says_why():
    lines = Path(TEMPLATE).read_text().splitlines()
    ignored = [line for line in lines if re.search(r"ignore_checks|guard|skip:", line)]
    assert all("#" in line for line in ignored)


def test_the_inbox_may_notify_before_it_is_told_to(names):
    text = Path(TEMPLATE).read_text()
    bucket = text[text.index("\n  InboxBucket:") :].split("\n  InboxBucketPolicy:")[0]
    assert re.findall(r"^      - (\w+)", bucket, re.M)[:2] == ["InboxQueuePolicy", "ArchiveBucketPolicy"]


def test_what_is_kept_survives_the_stack():
    text = Path(TEMPLATE).read_text()
    for kept in ("InboxBucket", "ArchiveBucket", "FilingsTable"):
        head = text[text.index(f"\n  {kept}:") :].split("Properties:")[0]
        assert "DeletionPolicy: Retain" in head
        assert "UpdateReplacePolicy: Retain" in head


def test_a_failed_message_goes_back_alone_and_concurrency_is_bounded(names):
    for source in event_sources(names):
        assert source.report_batch_item_failures
        assert source.maximum_concurrency


def test_functions_share_the_layer_and_log_where_retention_is_set(resources):
    groups = {properties["LogGroupName"] for properties in resources["AWS::Logs::LogGroup"].values()}
    assert all(properties["RetentionInDays"] for properties in resources["AWS::Logs::LogGroup"].values())
    used = {properties["LoggingConfig"]["LogGroup"] for properties in resources["AWS::Lambda::Function"].values()}
    assert used == groups
    for function in resources["AWS::Lambda::Function"].values():
        assert function["Runtime"] == "python3.13"
        assert len(function["Layers"]) == 1


def test_what_the_code_reads_is_what_the_template_sets(names):
    """Both directions: nothing is set that nobody reads."""

    class Read(dict):
        def __init__(self, variables):
            super().__init__(variables)
            self.names = set()

        def get(self, name, default=None):
            self.names.add(name)
            return super().get(name, default)

    read_by = {"ProcessFiling": ProcessSettings, "SweepPending": SweepSettings, "ReconcileInbox": ReconcileSettings}
    assert read_by.keys() == functions(names).keys()
    for function, settings in read_by.items():
        environment = Read(functions(names)[function].environment)
        settings.read(environment)
        powertools = {"POWERTOOLS_SERVICE_NAME", "POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_LOG_LEVEL"}
        assert set(environment) == environment.names | powertools


def test_the_table_is_on_demand_recoverable_encrypted_and_has_the_indexes_that_the_code_names(resources):
    (table,) = resources["AWS::DynamoDB::Table"].values()
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]
    assert table["SSESpecification"]["SSEEnabled"]
    indexes = {index["IndexName"]: index for index in table["GlobalSecondaryIndexes"]}
    named = {COMPANY_INDEX, COMPANY_FORM_INDEX, FEED_INDEX, HOLDERS_INDEX, ISSUER_INDEX, OWNER_INDEX, PENDING_INDEX}
    assert set(indexes) == named
    keyed = {key["AttributeName"] for index in indexes.values() for key in index["KeySchema"]} | {"pk", "sk"}
    assert keyed == {definition["AttributeName"] for definition in table["AttributeDefinitions"]}


def alarmed(resources, namespace: str, metric: str) -> set[str]:
    """What the alarms on a metric watch: the values of their one dimension."""
    return {
        dimension["Value"]
        for alarm in resources["AWS::CloudWatch::Alarm"].values()
        if (alarm["Namespace"], alarm["MetricName"]) == (namespace, metric)
        for dimension in alarm["Dimensions"]
    }


def test_every_dead_letter_queue_and_every_function_has_its_alarm(names, resources):
    queues = resources["AWS::SQS::Queue"].items()
    dead = {names.attribute(i, "QueueName") for i, queue in queues if "RedriveAllowPolicy" in queue}
    assert alarmed(resources, "AWS/SQS", "ApproximateNumberOfMessagesVisible") == dead
    assert alarmed(resources, "AWS/Lambda", "Errors") == {f.name for f in functions(names).values()}
    assert alarmed(resources, "AWS/SQS", "ApproximateAgeOfOldestMessage") == {
        names.attribute("InboxQueue", "QueueName")
    }


def test_alarms_on_our_own_metrics_watch_what_the_functions_emit(names, resources):
    services = {f.environment["POWERTOOLS_SERVICE_NAME"] for f in functions(names).values()}
    namespaces = {f.environment["POWERTOOLS_METRICS_NAMESPACE"] for f in functions(names).values()}
    (namespace,) = namespaces
    code = "".join(path.read_text() for path in Path(TEMPLATE).parent.glob("functions/*/app.py"))
    own = [a for a in resources["AWS::CloudWatch::Alarm"].values() if not a["Namespace"].startswith("AWS/")]
    assert {alarm["MetricName"] for alarm in own} == {"PendingAgeSeconds", "FilingsRejected", "VersionsLost"}
    for alarm in own:
        assert alarm["Namespace"] == namespace
        assert f'"{alarm["MetricName"]}"' in code
        assert {dimension["Value"] for dimension in alarm["Dimensions"]} <= services


def test_what_is_never_called_is_an_alarm(names, resources):
    """ReconcileInbox by its invocations, which have no datapoint then; SweepPending by what it emits each minute."""
    assert alarmed(resources, "AWS/Lambda", "Invocations") == {functions(names)["ReconcileInbox"].name}
    silent = {
        name: alarm["MetricName"]
        for name, alarm in resources["AWS::CloudWatch::Alarm"].items()
        if alarm["TreatMissingData"] == "breaching"
    }
    assert silent == {"ReconcileInboxSilentAlarm": "Invocations", "PendingAgeAlarm": "PendingAgeSeconds"}
    alarm = resources["AWS::CloudWatch::Alarm"]["ReconcileInboxSilentAlarm"]
    assert (alarm["Statistic"], alarm["ComparisonOperator"], alarm["Threshold"]) == ("Sum", "LessThanThreshold", 1)
    assert alarm["Period"] >= 2 * 300  # two runs, five minutes apart


def test_every_alarm_tells_the_operators_that_it_is_over_as_well(names, resources):
    operators = names.attribute("OperatorTopic", "")
    for alarm in resources["AWS::CloudWatch::Alarm"].values():
        assert alarm["AlarmActions"] == alarm["OKActions"] == [operators]
        assert alarm["AlarmDescription"]
        assert alarm["TreatMissingData"] in ("notBreaching", "breaching")


def test_the_operator_topic_has_no_key_that_alarms_cannot_use(resources):
    assert "KmsMasterKeyId" not in resources["AWS::SNS::Topic"]["OperatorTopic"]
    assert resources["AWS::SNS::Topic"]["FilingEventsTopic"]["KmsMasterKeyId"]
    assert resources["AWS::SNS::Topic"]["FilingAlertsTopic"]["KmsMasterKeyId"]


def test_the_pending_alarm_is_more_patient_than_the_sweeper(names, resources):
    patience = int(functions(names)["SweepPending"].environment["PENDING_AFTER_SECONDS"])
    alarm = resources["AWS::CloudWatch::Alarm"]["PendingAgeAlarm"]
    assert alarm["Threshold"] >= 2 * patience
    assert patience > functions(names)["ProcessFiling"].timeout


def test_reconcile_inbox_waits_until_a_message_has_had_all_its_tries(names, resources):
    queue = resources["AWS::SQS::Queue"]["InboxQueue"]
    tries = queue["RedrivePolicy"]["maxReceiveCount"] * queue["VisibilityTimeout"]
    text = Path(TEMPLATE).read_text()
    parameter = text[text.index("\n  ReconcileAfterSeconds:") :].split("Description:")[0]
    assert int(re.findall(r"MinValue: (\d+)", parameter)[0]) >= tries
    assert int(functions(names)["ReconcileInbox"].environment["RECONCILE_AFTER_SECONDS"]) > tries


def test_reconcile_inbox_looks_back_longer_than_a_message_lives(names, resources):
    """What expired in the queue, because nobody took it, is found all the same; even a day before it expires."""
    lives = resources["AWS::SQS::Queue"]["InboxQueue"]["MessageRetentionPeriod"] / 86400
    text = Path(TEMPLATE).read_text()
    parameter = text[text.index("\n  ReconcileDays:") :].split("Description:")[0]
    assert int(re.findall(r"MinValue: (\d+)", parameter)[0]) >= lives + 1  # it looks once a day
    assert int(functions(names)["ReconcileInbox"].environment["RECONCILE_DAYS"]) > lives


def test_a_days_start_of_reconcile_inbox_is_retried(names):
    """The run five minutes later goes on with what is begun; it does not begin what was not."""
    retried = {
        resource.properties["FunctionName"]["Ref"]: resource.properties["MaximumRetryAttempts"]
        for resource in names.template.resources.values()
        if resource.type == "AWS::Lambda::EventInvokeConfig"
    }
    assert retried == {"ReconcileInbox": 2, "SweepPending": 0}


def test_reconcile_inbox_ends_before_it_is_run_again(names):
    minutes = [s.expression for s in schedules(names) if s.event == {"continue": {}}]
    assert minutes == ["rate(5 minutes)"]
    assert functions(names)["ReconcileInbox"].timeout < 300


def test_emails_are_subscribed_only_where_an_address_is_given():
    def subscriptions(**parameters):
        translated = StackNames(load_template(parameters=parameters), "https://sqs.us-east-1.amazonaws.com")
        return {
            resource.properties["Endpoint"]["Ref"]
            for resource in translated.template.resources.values()
            if resource.type == "AWS::SNS::Subscription" and translated.resolver.condition(resource.condition)
        }

    assert subscriptions() == set()
    assert subscriptions(AlertsEmail="a@example.com") == {"AlertsEmail"}
    assert subscriptions(AlertsEmail="a@example.com", OperatorEmail="b@example.com") == {"AlertsEmail", "OperatorEmail"}


def test_people_get_no_email_of_a_backfill(resources):
    subscription = resources["AWS::SNS::Subscription"]["AlertsEmailSubscription"]
    assert subscription["FilterPolicy"] == {"origin": [{"exists": False}]}


def test_the_file_uses_no_yaml_alias():
    """CloudFormation does not read them."""
    assert not re.search(r"[:-] [&*]\w+$", Path(TEMPLATE).read_text(), re.MULTILINE)
