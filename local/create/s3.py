"""Buckets: `AWS::S3::Bucket`. CloudFormation's words and the S3 API's differ in places; each is mapped here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from local.create.creator import Clients, Creator, Properties
from local.intrinsics import TemplateError

__all__ = ["BUCKET"]


def _create(clients: Clients, bucket: Properties) -> None:
    s3 = clients("s3")
    s3.create_bucket(Bucket=bucket.name)
    values = bucket.values
    if "VersioningConfiguration" in values:
        s3.put_bucket_versioning(Bucket=bucket.name, VersioningConfiguration=values["VersioningConfiguration"])
    if "PublicAccessBlockConfiguration" in values:
        blocked = values["PublicAccessBlockConfiguration"]
        s3.put_public_access_block(Bucket=bucket.name, PublicAccessBlockConfiguration=blocked)
    if "OwnershipControls" in values:
        s3.put_bucket_ownership_controls(Bucket=bucket.name, OwnershipControls=values["OwnershipControls"])
    if "BucketEncryption" in values:
        rules = [_encryption_rule(rule) for rule in values["BucketEncryption"]["ServerSideEncryptionConfiguration"]]
        s3.put_bucket_encryption(Bucket=bucket.name, ServerSideEncryptionConfiguration={"Rules": rules})
    if "LifecycleConfiguration" in values:
        rules = [_lifecycle_rule(rule) for rule in values["LifecycleConfiguration"]["Rules"]]
        s3.put_bucket_lifecycle_configuration(Bucket=bucket.name, LifecycleConfiguration={"Rules": rules})


def _connect(clients: Clients, bucket: Properties) -> None:
    """Inventories come second: the bucket that gets them may be declared after the one that is listed."""
    for configuration in bucket.values.get("InventoryConfigurations") or ():
        clients("s3").put_bucket_inventory_configuration(
            Bucket=bucket.name, Id=configuration["Id"], InventoryConfiguration=_inventory(configuration)
        )


def _inventory(configuration: Mapping[str, Any]) -> dict[str, Any]:
    target = dict(configuration["Destination"])
    return {
        "Id": configuration["Id"],
        "IsEnabled": configuration["Enabled"],
        "IncludedObjectVersions": configuration["IncludedObjectVersions"],
        "OptionalFields": configuration["OptionalFields"],
        "Schedule": {"Frequency": configuration["ScheduleFrequency"]},
        "Destination": {
            "S3BucketDestination": {
                "AccountId": target["BucketAccountId"],
                "Bucket": target["BucketArn"],
                "Format": target["Format"],
                "Prefix": target["Prefix"],
            }
        },
    }


def _encryption_rule(rule: Mapping[str, Any]) -> dict[str, Any]:
    renamed = dict(rule)
    renamed["ApplyServerSideEncryptionByDefault"] = renamed.pop("ServerSideEncryptionByDefault")
    return renamed


def _lifecycle_rule(rule: Mapping[str, Any]) -> dict[str, Any]:
    """CloudFormation's rule as the API's; raises `TemplateError` for a part that is not known."""
    rest = dict(rule)
    api: dict[str, Any] = {"Status": rest.pop("Status"), "Filter": {"Prefix": rest.pop("Prefix", "")}}
    if "Id" in rest:
        api["ID"] = rest.pop("Id")
    if "ExpirationInDays" in rest:
        api["Expiration"] = {"Days": int(rest.pop("ExpirationInDays"))}
    if "ExpiredObjectDeleteMarker" in rest:
        api["Expiration"] = {"ExpiredObjectDeleteMarker": rest.pop("ExpiredObjectDeleteMarker")}
    for same in ("AbortIncompleteMultipartUpload", "NoncurrentVersionExpiration"):
        if same in rest:
            api[same] = rest.pop(same)
    if rest:
        raise TemplateError(f"the local cloud does not know {', '.join(rest)} of a lifecycle rule")
    return api


def _notify(clients: Clients, bucket: Properties) -> None:
    """Set the notifications; S3 sends its test event at this moment."""
    configuration = dict(bucket.values.get("NotificationConfiguration", {}))
    queues = [_queue_notification(entry) for entry in configuration.pop("QueueConfigurations", [])]
    if configuration:
        raise TemplateError(f"the local cloud does not know {', '.join(configuration)} of {bucket.logical_id}")
    if queues:
        clients("s3").put_bucket_notification_configuration(
            Bucket=bucket.name, NotificationConfiguration={"QueueConfigurations": queues}
        )


def _queue_notification(entry: Mapping[str, Any]) -> dict[str, Any]:
    api: dict[str, Any] = {"QueueArn": entry["Queue"], "Events": [entry["Event"]]}
    if "Filter" in entry:
        api["Filter"] = {"Key": {"FilterRules": entry["Filter"]["S3Key"]["Rules"]}}
    return api


BUCKET = Creator(
    properties=frozenset(
        {
            "BucketName",
            "BucketEncryption",
            "InventoryConfigurations",
            "LifecycleConfiguration",
            "NotificationConfiguration",
            "OwnershipControls",
            "PublicAccessBlockConfiguration",
            "VersioningConfiguration",
        }
    ),
    create=_create,
    connect=_connect,
    notify=_notify,
    left_out={"Tags": "nobody reads them here"},
)
