"""Tables: `AWS::DynamoDB::Table`, with their indexes, TTL and point-in-time recovery."""

from __future__ import annotations

from local.create.creator import Clients, Creator, Properties

__all__ = ["TABLE"]

_AS_THEY_ARE = (
    "AttributeDefinitions",
    "BillingMode",
    "DeletionProtectionEnabled",
    "GlobalSecondaryIndexes",
    "KeySchema",
    "OnDemandThroughput",
)


def _create(clients: Clients, table: Properties) -> None:
    dynamodb = clients("dynamodb")
    settings = table.picked(*_AS_THEY_ARE)
    if "SSESpecification" in table.values:
        settings["SSESpecification"] = {"Enabled": table.values["SSESpecification"]["SSEEnabled"]}
    if "StreamSpecification" in table.values:
        view = table.values["StreamSpecification"]["StreamViewType"]
        settings["StreamSpecification"] = {"StreamEnabled": True, "StreamViewType": view}
    dynamodb.create_table(TableName=table.name, **settings)
    if "TimeToLiveSpecification" in table.values:
        to_live = table.values["TimeToLiveSpecification"]
        dynamodb.update_time_to_live(TableName=table.name, TimeToLiveSpecification=to_live)
    if "PointInTimeRecoverySpecification" in table.values:
        recovery = table.values["PointInTimeRecoverySpecification"]
        dynamodb.update_continuous_backups(TableName=table.name, PointInTimeRecoverySpecification=recovery)


TABLE = Creator(
    properties=frozenset(_AS_THEY_ARE)
    | {
        "TableName",
        "SSESpecification",
        "StreamSpecification",
        "TimeToLiveSpecification",
        "PointInTimeRecoverySpecification",
    },
    create=_create,
    left_out={"Tags": "nobody reads them here"},
)
