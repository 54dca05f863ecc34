"""Submissions of an invented company, as EDGAR would disseminate them, for the tests of the pipeline."""

from __future__ import annotations

ACCESSION = "0009900555-26-000001"
CIK = "0009900555"
COMPANY = "HOLLOWAY TIDE MILLS INC"
SENTENCE = "The Company entered into a lease of the mill at 7 Sluice Lane."


def submission(
    accession: str | None = ACCESSION,
    *,
    text: str = SENTENCE,
    form: str = "8-K",
    item: str = "1.01",
    attachments: int = 0,
    accepted: str = "20260302163055",
    filed: str = "20260302",
    parties: int = 1,
) -> bytes:
    """A complete submission with one item, whose text has `text`, and `attachments` short exhibits."""
    header = [f"<ACCEPTANCE-DATETIME>{accepted}"]
    if accession:
        header.append(f"ACCESSION NUMBER:\t\t{accession}")
    header += [
        f"CONFORMED SUBMISSION TYPE:\t{form}",
        f"PUBLIC DOCUMENT COUNT:\t\t{1 + attachments}",
        "CONFORMED PERIOD OF REPORT:\t20260227",
        f"FILED AS OF DATE:\t\t{filed}",
    ]
    for party in range(parties):
        header += [
            "",
            "FILER:",
            "",
            "\tCOMPANY DATA:\t",
            f"\t\tCOMPANY CONFORMED NAME:\t\t\t{COMPANY}",
            f"\t\tCENTRAL INDEX KEY:\t\t\t{int(CIK) + party:010d}",
        ]
    main = [
        "FORM 8-K",
        "",
        f"Item {item} {TITLES[item]}",
        "",
        text,
        "",
        "SIGNATURES",
        "",
        COMPANY,
    ]
    documents = [_document(form, 1, "main.txt", "\n".join(main))]
    documents += [_document(f"EX-99.{n}", 1 + n, f"ex{n}.txt", f"Exhibit {n}.") for n in range(1, attachments + 1)]
    name = accession or "none"
    return "\n".join(
        [
            f"<SEC-DOCUMENT>{name}.txt : {filed}",
            f"<SEC-HEADER>{name}.hdr.sgml : {filed}",
            *header,
            "</SEC-HEADER>",
            *documents,
            "</SEC-DOCUMENT>",
            "",
        ]
    ).encode()


TITLES = {
    "1.01": "Entry into a Material Definitive Agreement",
    "8.01": "Other Events",
}


def _document(kind: str, sequence: int, filename: str, text: str) -> str:
    return "\n".join(
        [
            "<DOCUMENT>",
            f"<TYPE>{kind}",
            f"<SEQUENCE>{sequence}",
            f"<FILENAME>{filename}",
            "<TEXT>",
            text,
            "</TEXT>",
            "</DOCUMENT>",
        ]
    )
