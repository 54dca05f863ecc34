"""What the functions are told by their environment: one typed model each, no default for what must be set.

template.yaml sets every variable that is read here, and no other but Powertools' own.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass

from filings.reconcile import Limits

__all__ = ["MissingSetting", "ProcessSettings", "ReconcileSettings", "SweepSettings"]


class MissingSetting(Exception):
    """An environment variable is not set, or is no number where it must be one; the message names it."""


@dataclass(frozen=True, slots=True)
class ProcessSettings:
    """ProcessFiling's. `endpoint_url` is empty in AWS. `max_submission_bytes`: of an upload, packed or unpacked."""

    table_name: str
    archive_bucket: str
    events_topic_arn: str
    alerts_topic_arn: str
    operator_topic_arn: str
    event_source: str
    max_submission_bytes: int
    endpoint_url: str

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> ProcessSettings:
        """Raises MissingSetting."""
        return cls(
            table_name=_text(environment, "TABLE_NAME"),
            archive_bucket=_text(environment, "ARCHIVE_BUCKET"),
            events_topic_arn=_text(environment, "EVENTS_TOPIC_ARN"),
            alerts_topic_arn=_text(environment, "ALERTS_TOPIC_ARN"),
            operator_topic_arn=_text(environment, "OPERATOR_TOPIC_ARN"),
            event_source=_text(environment, "EVENT_SOURCE"),
            max_submission_bytes=_number(environment, "MAX_SUBMISSION_BYTES"),
            endpoint_url=environment.get("AWS_ENDPOINT_URL", ""),
        )


@dataclass(frozen=True, slots=True)
class SweepSettings:
    """SweepPending's. `pending_after_seconds`: what is pending for longer is announced."""

    table_name: str
    events_topic_arn: str
    alerts_topic_arn: str
    operator_topic_arn: str
    pending_after_seconds: int
    endpoint_url: str

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> SweepSettings:
        """Raises MissingSetting."""
        return cls(
            table_name=_text(environment, "TABLE_NAME"),
            events_topic_arn=_text(environment, "EVENTS_TOPIC_ARN"),
            alerts_topic_arn=_text(environment, "ALERTS_TOPIC_ARN"),
            operator_topic_arn=_text(environment, "OPERATOR_TOPIC_ARN"),
            pending_after_seconds=_number(environment, "PENDING_AFTER_SECONDS"),
            endpoint_url=environment.get("AWS_ENDPOINT_URL", ""),
        )


@dataclass(frozen=True, slots=True)
class ReconcileSettings:
    """ReconcileInbox's. The numbers are those of `filings.reconcile.Limits`."""

    table_name: str
    inbox_bucket: str
    inbox_queue_url: str
    reconcile_after_seconds: int
    reconcile_days: int
    backfill_per_run: int
    backfill_queue_depth: int
    endpoint_url: str

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> ReconcileSettings:
        """Raises MissingSetting."""
        return cls(
            table_name=_text(environment, "TABLE_NAME"),
            inbox_bucket=_text(environment, "INBOX_BUCKET"),
            inbox_queue_url=_text(environment, "INBOX_QUEUE_URL"),
            reconcile_after_seconds=_number(environment, "RECONCILE_AFTER_SECONDS"),
            reconcile_days=_number(environment, "RECONCILE_DAYS"),
            backfill_per_run=_number(environment, "BACKFILL_PER_RUN"),
            backfill_queue_depth=_number(environment, "BACKFILL_QUEUE_DEPTH"),
            endpoint_url=environment.get("AWS_ENDPOINT_URL", ""),
        )

    def limits(self) -> Limits:
        """The numbers, as the use case takes them."""
        return Limits(
            patience=dt.timedelta(seconds=self.reconcile_after_seconds),
            window=dt.timedelta(days=self.reconcile_days),
            per_run=self.backfill_per_run,
            queue_depth=self.backfill_queue_depth,
        )


def _text(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name)
    if not value:
        raise MissingSetting(f"{name} is not set")
    return value


def _number(environment: Mapping[str, str], name: str) -> int:
    value = _text(environment, name)
    if not value.isdecimal():
        raise MissingSetting(f"{name} is not a whole number")
    return int(value)
