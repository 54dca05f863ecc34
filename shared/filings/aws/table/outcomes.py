"""Which object versions have their outcome: the rows `OBJECT#bucket/key`, `VERSION#id`, a few attributes of each.

Read eventually: a version whose outcome is a second old is put into the queue once more, and nothing comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import sleep
from typing import TYPE_CHECKING

from filings.aws.table.batch_get import BatchGet
from filings.aws.table.keys import object_pk, version_sk
from filings.job import Settled, StoredVersion

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient

__all__ = ["DynamoDBOutcomes"]

_READ = "pk, sk, kind, parserVersion"


@dataclass(frozen=True, slots=True)
class DynamoDBOutcomes:
    """The table `name`. `wait` sleeps for that many seconds between tries."""

    client: DynamoDBClient
    name: str
    wait: Callable[[float], None] = field(default=sleep)

    def of(self, versions: Sequence[StoredVersion]) -> Mapping[StoredVersion, Settled]:
        """The outcomes of those versions that have one."""
        by_key = {(object_pk(v.bucket, v.key), version_sk(v.version_id)): v for v in versions}
        reads = BatchGet(self.client, self.name, self.wait, consistent=False, read=_READ)
        return {
            by_key[row["pk"], row["sk"]]: Settled(row["kind"], row.get("parserVersion")) for row in reads.rows(by_key)
        }
