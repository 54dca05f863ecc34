"""The table of the local cloud, as the adapters see it, and its rows as plain values."""

from __future__ import annotations

import pytest

from filings.aws import clients
from filings.aws.table.commit import DynamoDBFilingTable
from filings.aws.table.values import from_row


@pytest.fixture
def table(cloud):
    return DynamoDBFilingTable(clients.dynamodb(), cloud.name("FilingsTable"), wait=lambda seconds: None)


@pytest.fixture
def rows(cloud):
    """All rows of the table by (pk, sk)."""

    def read():
        pages = cloud.client("dynamodb").get_paginator("scan").paginate(TableName=cloud.name("FilingsTable"))
        found = [from_row(item) for page in pages for item in page["Items"]]
        return {(row["pk"], row["sk"]): row for row in found}

    return read
