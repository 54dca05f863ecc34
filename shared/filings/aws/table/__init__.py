"""The filings table: `keys`, `values` and `rows` are pure; `commit`, `pending` and `queries` talk to DynamoDB.

Keys, indexes, rows and one query each: docs/data-model.md.
"""
