"""Alarms: `AWS::CloudWatch::Alarm`. They exist and can be read back; nothing here ever sets one off."""

from __future__ import annotations

from local.create.creator import Clients, Creator, Properties

__all__ = ["ALARM"]

_AS_THEY_ARE = (
    "ActionsEnabled",
    "AlarmActions",
    "AlarmDescription",
    "ComparisonOperator",
    "DatapointsToAlarm",
    "Dimensions",
    "EvaluationPeriods",
    "ExtendedStatistic",
    "InsufficientDataActions",
    "MetricName",
    "Metrics",
    "Namespace",
    "OKActions",
    "Period",
    "Statistic",
    "Threshold",
    "TreatMissingData",
    "Unit",
)


def _connect(clients: Clients, alarm: Properties) -> None:
    clients("cloudwatch").put_metric_alarm(AlarmName=alarm.name, **alarm.picked(*_AS_THEY_ARE))


ALARM = Creator(
    properties=frozenset(_AS_THEY_ARE) | {"AlarmName"},
    connect=_connect,
    left_out={"Tags": "nobody reads them here"},
)
