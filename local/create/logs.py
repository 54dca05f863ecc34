"""Log groups: `AWS::Logs::LogGroup`."""

from __future__ import annotations

from local.create.creator import Clients, Creator, Properties

__all__ = ["LOG_GROUP"]


def _create(clients: Clients, group: Properties) -> None:
    logs = clients("logs")
    logs.create_log_group(logGroupName=group.name)
    if "RetentionInDays" in group.values:
        logs.put_retention_policy(logGroupName=group.name, retentionInDays=int(group.values["RetentionInDays"]))


LOG_GROUP = Creator(
    properties=frozenset({"LogGroupName", "RetentionInDays"}),
    create=_create,
    left_out={"Tags": "nobody reads them here"},
)
