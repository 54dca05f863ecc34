"""docs/operations.md holds: every alarm has its section, every command is one that AWS takes, every name exists."""

import json
import re
import shlex
import string
from pathlib import Path
from typing import get_args

import botocore.session
import pytest

from filings.job import State
from filings.job_request import read_request
from filings.reconcile import STRETCH
from functions.process_filing.app import lambda_handler as process_filing
from local.cloud import LocalCloud
from local.naming import StackNames
from local.template import load_template

PAGE = (Path(__file__).parent.parent / "docs" / "operations.md").read_text(encoding="utf-8")
BLOCKS = [re.sub(r"\\\n\s*", "", code) for code in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S)]
LINES = [line for block in BLOCKS for line in block.splitlines() if line]
# Where the AWS CLI is not the API: options of its own, and its name for a switch that is off.
CLI_OPTIONS = {"query", "output", "cli-binary-format", "cli-read-timeout"}
FOUND_BY_HAND = {"DEAD_LETTERS_ARN", "MAPPING_UUID", "KEY", "VERSION_ID", "STACK"}


@pytest.fixture(scope="module")
def names() -> StackNames:
    return StackNames(load_template(), "https://sqs.us-east-1.amazonaws.com")


def aws_commands() -> list[str]:
    """`aws s3 …` is the CLI's own, and no call of an API."""
    inner = [re.sub(r"^\w+\(\) \{ (.*); \}$", r"\1", line) for line in LINES]
    return [line for line in inner if line.startswith("aws ") and not line.startswith("aws s3 ")]


def test_every_alarm_has_its_section_and_no_other_has(names):
    alarms = {i for i, resource in names.template.resources.items() if resource.type == "AWS::CloudWatch::Alarm"}
    (section,) = re.findall(r"^## Alarms\n(.*?)^## ", PAGE, re.M | re.S)
    assert set(re.findall(r"^### (\w+)$", section, re.M)) == alarms


def test_every_variable_is_an_output_of_the_template_or_said_to_be_something_else(names):
    told = dict(re.findall(r"^\| `\$(\w+)` \| `(\w+)` \|$", PAGE, re.M))
    assert set(told.values()) <= set(names.template.outputs)
    used = {name for line in LINES for name in re.findall(r"\$([A-Z_]+)", line)}
    assert used - FOUND_BY_HAND == set(told)


def test_every_parameter_that_is_named_is_in_the_template():
    text = Path(__file__).parent.parent.joinpath("template.yaml").read_text(encoding="utf-8")
    (parameters,) = re.findall(r"^Parameters:\n(.*?)^Conditions:", text, re.M | re.S)
    known = set(re.findall(r"^  (\w+):$", parameters, re.M))
    prose = re.sub(r"^```sh\n.*?^```$", "", PAGE, flags=re.M | re.S)
    named = set(re.findall(r"`((?:Max|Pending|Reconcile|Backfill|Inventory|Operator|Alerts)[A-Z]\w*)`", prose))
    assert {"BackfillPerRun", "BackfillQueueDepth", "ReconcileDays"} <= named
    assert named - known - {"ReconcileInboxName", "OperatorTopicArn"} - {"PendingConfirmation"} == set()
    for line in LINES:
        if line.startswith("sam deploy"):
            assert {word.split("=")[0] for word in shlex.split(line)[3:]} <= known


def test_every_log_group_is_one_of_the_template(names):
    groups = [names.name(i) for i, found in names.template.resources.items() if found.type == "AWS::Logs::LogGroup"]
    named = {
        string.Template(found).safe_substitute(STACK="filings-local") for found in re.findall(r'"(/aws/[^"]+)"', PAGE)
    }
    assert named
    assert named <= set(groups)


@pytest.mark.parametrize("command", aws_commands())
def test_a_command_is_a_call_of_the_api_with_parameters_that_it_has(command):
    _, service, operation, *words = shlex.split(command)
    model = botocore.session.get_session().get_service_model({"s3api": "s3"}.get(service, service))
    (name,) = [n for n in model.operation_names if re.sub(r"(?<!^)(?=[A-Z])", "-", n).lower() == operation]
    shape = model.operation_model(name).input_shape
    members = {re.sub(r"(?<!^)(?=[A-Z][a-z])", "-", member).lower(): member for member in shape.members}
    given = {word.removeprefix("--") for word in words if word.startswith("--")} - CLI_OPTIONS
    given = {option if option in members else option.removeprefix("no-") for option in given}
    assert given <= members.keys()
    assert set(shape.required_members) <= {members[option] for option in given}


def test_every_request_of_reconcile_is_one():
    requests = [json.loads(payload) for payload in re.findall(r"reconcile '(\{.*?\})'", PAGE)]
    assert {next(iter(request)) for request in requests} == {"prefix", "status", "stop", "inventory", "reprocess"}
    for request in requests:
        read_request(request)


def test_what_it_says_of_states_is_what_a_job_has():
    (said,) = re.findall(r"^\| `state` \| (.*) \|$", PAGE, re.M)
    assert set(re.findall(r"`(\w+)`", said)) - {"reason"} == set(get_args(State))


def test_the_figures_are_those_of_the_template_and_the_code(names):
    def days(queue):
        return names.template.resources[queue].properties["MessageRetentionPeriod"] // 86400

    page = PAGE.replace("\n", " ")
    replaced = names.template.resources["InboxBucket"].properties["LifecycleConfiguration"]["Rules"][1]
    assert (days("InboxDeadLetterQueue"), days("InboxQueue")) == (14, 7)
    assert "stay for 14 days" in page
    assert "for seven days" in page
    assert f"after {replaced['NoncurrentVersionExpiration']['NoncurrentDays']} days" in page
    assert f"{STRETCH:,} versions" in PAGE


def test_the_queries_find_what_they_are_said_to_find():
    """A rejected upload by its key, and what is not announced."""
    with LocalCloud.from_template() as cloud:
        cloud.upload("2019/empty.txt", b"")
        cloud.drain({"ProcessFiling": process_filing})
        values = {"FILINGS_TABLE": cloud.name("FilingsTable"), "INBOX_BUCKET": cloud.name("InboxBucket")}
        queries = [command for command in aws_commands() if command.startswith("aws dynamodb query")]
        pending, rejected = (run(cloud, command, values | {"KEY": "2019/empty.txt"}) for command in queries)
    assert pending == []
    assert [(row["reason"]["S"], row["kind"]["S"]) for row in rejected] == [("EmptyFile", "REJECTED")]


def run(cloud, command, values):
    words = shlex.split(string.Template(command).substitute(values))[3:]
    options = {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}
    arguments = {"".join(part.capitalize() for part in name.split("-")): value for name, value in options.items()}
    arguments["ExpressionAttributeValues"] = json.loads(arguments["ExpressionAttributeValues"])
    return cloud.client("dynamodb").query(**arguments)["Items"]
