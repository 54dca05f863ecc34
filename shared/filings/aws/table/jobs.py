"""The jobs of ReconcileInbox, each a row under `JOBS`. A run that is killed leaves its last position here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from filings.aws.table.values import from_row, to_row
from filings.job import Inventory, Job, JobMoved

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient

__all__ = ["JOBS", "DynamoDBJobs"]

JOBS = "JOBS"
"""The partition of all jobs: the function's role may write to this one alone."""


@dataclass(frozen=True, slots=True)
class DynamoDBJobs:
    """The table `name`."""

    client: DynamoDBClient
    name: str

    def get(self, name: str) -> Job | None:
        """The job as it was kept last."""
        key = {"pk": {"S": JOBS}, "sk": {"S": name}}
        answer = self.client.get_item(TableName=self.name, Key=key, ConsistentRead=True)
        return _job_of(answer["Item"]) if "Item" in answer else None

    def all(self) -> Sequence[Job]:
        """Every job."""
        pages = self.client.get_paginator("query").paginate(
            TableName=self.name,
            KeyConditionExpression="pk = :jobs",
            ExpressionAttributeValues={":jobs": {"S": JOBS}},
            ConsistentRead=True,
        )
        return [_job_of(row) for page in pages for row in page["Items"]]

    def keep(self, job: Job) -> Job:
        """Write the job, if it is as this one was read. Raises JobMoved."""
        kept = replace(job, step=job.step + 1)
        errors = self.client.exceptions
        try:
            self.client.put_item(
                TableName=self.name,
                Item=to_row({"pk": JOBS, "sk": job.name, **_attributes(kept)}),
                ConditionExpression="attribute_not_exists(pk) OR step = :step",
                ExpressionAttributeValues={":step": {"N": str(job.step)}},
            )
        except errors.ConditionalCheckFailedException as error:
            raise JobMoved(job.name) from error
        return kept


def _attributes(job: Job) -> dict[str, Any]:
    attributes = asdict(job)
    return attributes | {"startedAt": attributes.pop("started_at")}


def _job_of(row: Mapping[str, Any]) -> Job:
    plain = from_row(row)
    inventory, started_at = plain.get("inventory"), plain.get("startedAt")
    return Job(
        name=plain["name"],
        origin=plain["origin"],
        prefix=plain["prefix"],
        inventory=Inventory(**inventory) if inventory else None,
        position=plain.get("position"),
        checked=plain["checked"],
        enqueued=plain["enqueued"],
        state=plain["state"],
        step=plain["step"],
        started_at=dt.datetime.fromisoformat(started_at) if started_at else None,
        reason=plain.get("reason"),
    )
