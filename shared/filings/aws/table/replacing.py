"""Updates of an object version's outcome, for when another parser version has read that version again. Pure.

Each goes through only while the outcome is the one that was seen, and no other parser version has read it since. So
of two handlers with one object version the first replaces it, and the other is refused, and looks again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from filings.aws.table.values import Row, to_row
from filings.ports import Known

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import UpdateTypeDef

__all__ = ["noted", "replaced"]


def replaced(table: str, outcome: Row, known: Known) -> UpdateTypeDef:
    """`outcome` in the place of `known`. A rejection must be announced first; what it said stays in the row."""
    return _update(table, outcome, known, {"status": "NOTIFIED"} if known.kind == "REJECTED" else {})


def noted(table: str, key: Row, known: Known, parser_version: str) -> UpdateTypeDef:
    """The parser version has read it too, and the rest stays."""
    return _update(table, key | to_row({"parserVersion": parser_version}), known, {})


def _update(table: str, row: Row, known: Known, also: Mapping[str, str]) -> UpdateTypeDef:
    """Set what `row` has besides its key, where the outcome is as seen, and has what `also` says."""
    new = {name: value for name, value in row.items() if name not in ("pk", "sk")}
    seen = to_row({"kind": known.kind, "parserVersion": known.read_by, **also})
    conditions = [f"#{name} = :seen_{name}" for name in seen]
    if known.read_by is None:
        conditions.append("attribute_not_exists(#parserVersion)")
    return {
        "TableName": table,
        "Key": {"pk": row["pk"], "sk": row["sk"]},
        "UpdateExpression": "SET " + ", ".join(f"#{name} = :{name}" for name in new),
        "ConditionExpression": " AND ".join(conditions),
        "ExpressionAttributeNames": {f"#{name}": name for name in {*new, *seen}},
        "ExpressionAttributeValues": {
            **{f":{name}": value for name, value in new.items()},
            **{f":seen_{name}": value for name, value in seen.items()},
        },
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    }
