"""EDGAR's envelope: the header of a complete submission, and its documents, uuencoded ones too."""

from __future__ import annotations

import binascii
import hashlib
from collections.abc import Iterable, Sequence

from benchmarks.words import Company, title_of

__all__ = ["FOOT", "OWNER_CIK", "document", "head", "submission", "uuencoded"]

FOOT = b"</SEC-DOCUMENT>\n"
OWNER_CIK = "0009907002"
_FILED = "20260115"
_BYTES_A_LINE = 45


def submission(
    company: Company,
    items: Sequence[str],
    documents: Sequence[bytes],
    *,
    form: str = "8-K",
    period: str = "20260114",
    owner: str | None = None,
) -> bytes:
    """A complete submission text file. `owner`: the reporting owner's name, where the company is the issuer."""
    return b"".join([head(company, items, len(documents), form=form, period=period, owner=owner), *documents, FOOT])


def head(
    company: Company,
    items: Sequence[str],
    documents: int,
    *,
    form: str = "8-K",
    period: str = "20260114",
    owner: str | None = None,
) -> bytes:
    """Everything before the first document."""
    name = company.accession_number
    lines = [
        f"<SEC-DOCUMENT>{name}.txt : {_FILED}",
        f"<SEC-HEADER>{name}.hdr.sgml : {_FILED}",
        "<ACCEPTANCE-DATETIME>20260115161502",
        f"ACCESSION NUMBER:\t\t{name}",
        f"CONFORMED SUBMISSION TYPE:\t{form}",
        f"PUBLIC DOCUMENT COUNT:\t\t{documents}",
        f"CONFORMED PERIOD OF REPORT:\t{period}",
        *(f"ITEM INFORMATION:\t\t{title_of(item)}" for item in items),
        f"FILED AS OF DATE:\t\t{_FILED}",
        f"DATE AS OF CHANGE:\t\t{_FILED}",
        *_company("ISSUER" if owner else "FILER", company, form),
        *(_owner(owner, form) if owner else ()),
        "</SEC-HEADER>",
        "",
    ]
    return "\n".join(lines).encode("ascii")


def _company(role: str, company: Company, form: str) -> Iterable[str]:
    return (
        "",
        f"{role}:",
        "",
        "\tCOMPANY DATA:\t",
        f"\t\tCOMPANY CONFORMED NAME:\t\t\t{company.conformed_name}",
        f"\t\tCENTRAL INDEX KEY:\t\t\t{company.cik}",
        "\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tMINING & QUARRYING OF NONMETALLIC MINERALS (NO FUELS) [1400]",
        f"\t\tIRS NUMBER:\t\t\t\t{company.ein.replace('-', '')}",
        "\t\tSTATE OF INCORPORATION:\t\t\tDE",
        "\t\tFISCAL YEAR END:\t\t\t1231",
        "",
        "\tFILING VALUES:",
        f"\t\tFORM TYPE:\t\t{form}",
        "\t\tSEC ACT:\t\t1934 Act",
        f"\t\tSEC FILE NUMBER:\t{company.file_number}",
        "\t\tFILM NUMBER:\t\t26990071",
        "",
        "\tBUSINESS ADDRESS:\t",
        "\t\tSTREET 1:\t\t12 SANDPIPER CUT",
        "\t\tCITY:\t\t\tDOVER",
        "\t\tSTATE:\t\t\tDE",
        "\t\tZIP:\t\t\t19901",
        "\t\tBUSINESS PHONE:\t\t3025550171",
    )


def _owner(name: str, form: str) -> Iterable[str]:
    return (
        "",
        "REPORTING-OWNER:",
        "",
        "\tOWNER DATA:\t",
        f"\t\tCOMPANY CONFORMED NAME:\t\t\t{name}",
        f"\t\tCENTRAL INDEX KEY:\t\t\t{OWNER_CIK}",
        "",
        "\tFILING VALUES:",
        f"\t\tFORM TYPE:\t\t{form}",
        "\t\tSEC ACT:\t\t1934 Act",
    )


def document(kind: str, sequence: int, filename: str, text: bytes, description: str = "") -> bytes:
    """One `<DOCUMENT>`."""
    lines = ["<DOCUMENT>", f"<TYPE>{kind}", f"<SEQUENCE>{sequence}", f"<FILENAME>{filename}"]
    lines += [f"<DESCRIPTION>{description}"] if description else []
    return "\n".join([*lines, "<TEXT>", ""]).encode("ascii") + text + b"</TEXT>\n</DOCUMENT>\n"


def uuencoded(filename: str, size: int) -> bytes:
    """A picture that is none, as EDGAR disseminates pictures: about `size` characters in lines of 61."""
    data = hashlib.shake_256(filename.encode()).digest(size * _BYTES_A_LINE // 62)
    lines = (binascii.b2a_uu(data[start : start + _BYTES_A_LINE]) for start in range(0, len(data), _BYTES_A_LINE))
    return b"".join([f"begin 644 {filename}\n".encode(), *lines, b"`\nend\n"])
