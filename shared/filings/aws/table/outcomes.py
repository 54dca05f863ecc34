"""Which object versions have their outcome: the rows `OBJECT#bucket/key`, `VERSION#id`, read a hundred at a time.

Read eventually: a version whose outcome is a second old is put into the queue once more, and nothing comes of it.
https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any

from filings.aws.table.backoff import pauses
from filings.aws.table.commit import UnprocessedItems
from filings.aws.table.keys import object_pk, version_sk
from filings.aws.table.values import from_row
from filings.job import Settled, StoredVersion

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_dynamodb.type_defs import KeysAndAttributesTypeDef

__all__ = ["DynamoDBOutcomes"]

_BATCH_GET = 100
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
        waiting = iter(by_key)
        found: dict[StoredVersion, Settled] = {}
        while batch := list(islice(waiting, _BATCH_GET)):
            for row in self._batch_get([{"pk": {"S": pk}, "sk": {"S": sk}} for pk, sk in batch]):
                found[by_key[row["pk"], row["sk"]]] = Settled(row["kind"], row.get("parserVersion"))
        return found

    def _batch_get(self, keys: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """A batch succeeds in parts, for one above 16 MB: a rejection's row has its event with it."""
        for pause in pauses():
            wanted: KeysAndAttributesTypeDef = {"Keys": keys, "ProjectionExpression": _READ}
            answer = self.client.batch_get_item(RequestItems={self.name: wanted})
            yield from map(from_row, answer["Responses"].get(self.name, []))
            left = answer["UnprocessedKeys"].get(self.name)
            if not left:
                return
            if pause is None:
                raise UnprocessedItems(f"{len(left['Keys'])} keys")
            keys = left["Keys"]
            self.wait(pause)
