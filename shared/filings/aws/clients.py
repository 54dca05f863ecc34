"""The SDK: one session and one configuration, a client each for S3, DynamoDB, SNS and SQS, made at first use.

Retries are botocore's `standard` mode: throttling, 5xx and timeouts are tried again with backoff and
jitter, a few seconds at most; after that the message goes back to the queue. `endpoint_url` is empty in AWS.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botocore.config import Config
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_s3 import S3Client
    from types_boto3_sns import SNSClient
    from types_boto3_sqs import SQSClient

__all__ = ["dynamodb", "s3", "sns", "sqs"]


@cache
def s3(endpoint_url: str = "") -> S3Client:
    """The S3 client of this process."""
    import boto3  # a tenth of a second that only the first upload pays

    return boto3.client("s3", endpoint_url=endpoint_url or None, config=_config())


@cache
def dynamodb(endpoint_url: str = "") -> DynamoDBClient:
    """The DynamoDB client of this process: the low-level one."""
    import boto3

    # The SDK would look at every part of every row before it is sent: half of what a batch costs. DynamoDB looks too.
    return boto3.client("dynamodb", endpoint_url=endpoint_url or None, config=_config(parameter_validation=False))


@cache
def sns(endpoint_url: str = "") -> SNSClient:
    """The SNS client of this process."""
    import boto3

    return boto3.client("sns", endpoint_url=endpoint_url or None, config=_config())


@cache
def sqs(endpoint_url: str = "") -> SQSClient:
    """The SQS client of this process."""
    import boto3

    return boto3.client("sqs", endpoint_url=endpoint_url or None, config=_config())


def _config(*, parameter_validation: bool = True) -> Config:
    from botocore.config import Config

    # Below INFO botocore logs what it sends and gets, whole: filings, events, addresses.
    logging.getLogger("botocore").setLevel(logging.INFO)
    return Config(
        connect_timeout=3,
        read_timeout=20,
        tcp_keepalive=True,
        retries={"mode": "standard", "total_max_attempts": 4},
        parameter_validation=parameter_validation,
    )
