"""events/filter-policies/: each lets through what it should, over moto's SNS and SQS, and keeps within SNS's limits."""

from __future__ import annotations

import json
from math import prod
from pathlib import Path

import boto3
import pytest
from moto import mock_aws

from filings.notifications.attributes import build_attributes
from filings.notifications.notification import Event, Origin, Summaries
from filings.record import Entity, Filing, to_json
from tests.notifications import notification_samples as samples

POLICIES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parents[2] / "events" / "filter-policies").glob("*.json"))
}
assert len(POLICIES) == 9

OTHER = (Entity(role="FILER", cik="0009000009", name="OTHER INC"),)

SAMPLES: dict[str, tuple[Filing, Summaries | None]] = {
    "8-K results": (samples.earnings(), None),
    "8-K results of another": (samples.filing("8-K", "2.02", ticker="OTHR", entities=OTHER), None),
    "8-K/A officers": (samples.filing("8-K/A", "5.02"), None),
    "8-K other events": (samples.filing("8-K", "8.01"), None),
    "8-K bankruptcy": (samples.filing("8-K", "1.03", ticker="OTHR", entities=OTHER), None),
    "8-K of 1996, auditor": (samples.of_1996(), None),
    "8-K without header": (samples.headerless(), None),
    "4 bought 2.4m": (samples.insider(), samples.bought("2400000.50")),
    "4/A bought 2bn": (samples.insider("4/A"), samples.bought("2000000000")),
    "4 bought 10k": (samples.insider(), samples.bought("10000")),
    "4 sold 5m": (samples.insider(), samples.bought("0", sold="5000000")),
    "NT 10-K": (samples.filing("NT 10-K", ticker=None, entities=OTHER), None),
    "NT 11-K": (samples.filing("NT 11-K", ticker=None, entities=OTHER), None),
    "10-K item 5": (samples.filing("10-K", "1", "5", "7"), None),
    "424B2": (samples.filing("424B2"), None),
    "CORRESP": (samples.filing("CORRESP"), None),
    "SC 13D": (samples.holder(), None),
    "SC 13G/A": (samples.holder("SC 13G/A"), None),
    "D": (samples.filing("D", ticker=None, entities=OTHER), None),
    "D/A with ticker": (samples.filing("D/A", ticker="OTHR", entities=OTHER), None),
    "13F-HR": (samples.filing("13F-HR", ticker=None, entities=OTHER), None),
    "CORRESP, reconciled": (samples.filing("CORRESP"), None),
    "CORRESP of a backfill": (samples.filing("CORRESP"), None),
    "CORRESP read again": (samples.filing("CORRESP"), None),
}
NO_NEWS: dict[str, Origin] = {"CORRESP of a backfill": "backfill", "CORRESP read again": "reprocess"}
ORIGINS: dict[str, Origin] = NO_NEWS | {"CORRESP, reconciled": "reconcile"}

MATCHED = {
    "watched-companies": {"8-K results", "8-K/A officers"},
    "insider-purchases": {"4 bought 2.4m", "4/A bought 2bn"},
    "amendments": {"8-K/A officers", "4/A bought 2bn", "SC 13G/A", "D/A with ticker"},
    "late-reports": {"NT 10-K"},
    "critical": {"8-K bankruptcy", "NT 10-K"},
    "portfolio": {
        "8-K results",
        "8-K/A officers",
        "8-K other events",
        "8-K without header",
        "4 bought 2.4m",
        "4/A bought 2bn",
        "4 bought 10k",
        "4 sold 5m",
        "10-K item 5",
    },
    "news": SAMPLES.keys() - NO_NEWS.keys(),
    "trouble": {"8-K bankruptcy", "8-K of 1996, auditor", "SC 13D"},
    "without-ticker": {"D", "13F-HR"},
}


def _message_attributes(filing: Filing, event: Event) -> dict[str, dict[str, str]]:
    attributes = build_attributes(event, filing)
    return {name: {"DataType": kind, "StringValue": value} for name, (kind, value) in attributes.items()}


@pytest.fixture(scope="module")
def received() -> dict[str, set[str]]:
    """policy -> the samples its queue got; raw delivery, as the docs recommend. The subject names the sample."""
    with mock_aws():
        sns, sqs = (boto3.client(service, region_name="us-east-1") for service in ("sns", "sqs"))
        topic = sns.create_topic(Name="events")["TopicArn"]
        queues = {}
        for name, policy in POLICIES.items():
            queues[name] = sqs.create_queue(QueueName=name)["QueueUrl"]
            sns.subscribe(
                TopicArn=topic,
                Protocol="sqs",
                Endpoint=f"arn:aws:sqs:us-east-1:123456789012:{name}",
                Attributes={"FilterPolicy": json.dumps(policy)},
            )
        for name, (filing, summaries) in SAMPLES.items():
            event = samples.event(filing, origin=ORIGINS.get(name, "upload"), summaries=summaries)
            sns.publish(
                TopicArn=topic,
                Subject=name,
                Message=to_json(event),
                MessageAttributes=_message_attributes(filing, event),
            )
        return {name: _subjects(sqs, url) for name, url in queues.items()}


def _subjects(sqs, url: str) -> set[str]:
    subjects = set()
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        subjects |= {json.loads(message["Body"])["Subject"] for message in messages}
    return subjects


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_matches_exactly_these_events(name, received):
    assert received[name] == MATCHED[name]


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_is_within_the_limits_of_sns(name):
    """At most 5 keys and 150 combinations of values.

    https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
    """
    rest = {key: values for key, values in POLICIES[name].items() if key != "$or"}
    for branch in POLICIES[name].get("$or", [{}]):
        keys = rest | branch
        assert len(keys) <= 5
        assert prod(len(values) for values in keys.values()) <= 150


def test_the_documentation_lists_every_policy():
    page = (Path(__file__).parents[2] / "docs" / "notification.md").read_text(encoding="utf-8")
    assert [name for name in POLICIES if f"`{name}.json`" not in page] == []
