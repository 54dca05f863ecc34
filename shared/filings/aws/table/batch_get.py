"""Rows by their keys, a hundred at a time. A batch succeeds in parts, for one above 16 MB: the rest is asked for again.

https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from filings.aws.backoff import pauses
from filings.aws.table.commit import UnprocessedItems
from filings.aws.table.values import from_row

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_dynamodb.type_defs import KeysAndAttributesTypeDef

__all__ = ["BatchGet"]

_BATCH_GET = 100


@dataclass(frozen=True, slots=True)
class BatchGet:
    """Reads of the table `name`: whole rows, or the attributes `read`. `wait` sleeps for that many seconds."""

    client: DynamoDBClient
    name: str
    wait: Callable[[float], None]
    consistent: bool
    read: str | None = None

    def rows(self, keys: Iterable[tuple[str, str]]) -> Iterator[dict[str, Any]]:
        """The rows that there are of those keys, (pk, sk), in any order. Raises UnprocessedItems after many tries."""
        waiting = iter(keys)
        while batch := list(islice(waiting, _BATCH_GET)):
            yield from self._batch({"Keys": [{"pk": {"S": pk}, "sk": {"S": sk}} for pk, sk in batch]})

    def _batch(self, wanted: KeysAndAttributesTypeDef) -> Iterator[dict[str, Any]]:
        for pause in pauses():
            answer = self.client.batch_get_item(RequestItems={self.name: self._as_asked_for(wanted)})
            yield from map(from_row, answer["Responses"].get(self.name, []))
            left = answer["UnprocessedKeys"].get(self.name)
            if not left:
                return
            if pause is None:
                raise UnprocessedItems(f"{len(left['Keys'])} keys")
            wanted = {"Keys": left["Keys"]}
            self.wait(pause)

    def _as_asked_for(self, wanted: KeysAndAttributesTypeDef) -> KeysAndAttributesTypeDef:
        asked: KeysAndAttributesTypeDef = {**wanted, "ConsistentRead": self.consistent}
        return {**asked, "ProjectionExpression": self.read} if self.read else asked
