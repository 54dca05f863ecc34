"""The header's vocabulary: each label of the `.txt` header under the tag that EDGAR's `.nc` header uses.

Source: EDGAR's Public Dissemination Service specification, and the headers themselves. What stands
in neither table is no error: `header` keeps it.
"""

from __future__ import annotations

__all__ = ["ADDRESSES", "BEHIND_PARTIES", "LABELS", "PARTIES", "SECTIONS", "tag_of"]

LABELS = {
    "ACCESSION NUMBER": "ACCESSION-NUMBER",
    "CONFORMED SUBMISSION TYPE": "TYPE",
    "PUBLIC DOCUMENT COUNT": "PUBLIC-DOCUMENT-COUNT",
    "CONFORMED PERIOD OF REPORT": "PERIOD",
    "ITEM INFORMATION": "ITEMS",
    "FILED AS OF DATE": "FILING-DATE",
    "DATE AS OF CHANGE": "DATE-OF-FILING-DATE-CHANGE",
    "EFFECTIVENESS DATE": "EFFECTIVENESS-DATE",
    "COMPANY CONFORMED NAME": "CONFORMED-NAME",
    "CENTRAL INDEX KEY": "CIK",
    "STANDARD INDUSTRIAL CLASSIFICATION": "ASSIGNED-SIC",
    "IRS NUMBER": "IRS-NUMBER",
    "EIN": "IRS-NUMBER",  # EDGAR's newer label for the same field
    "STATE OF INCORPORATION": "STATE-OF-INCORPORATION",
    "FISCAL YEAR END": "FISCAL-YEAR-END",
    "FORM TYPE": "FORM-TYPE",
    "SEC ACT": "ACT",
    "SEC FILE NUMBER": "FILE-NUMBER",
    "FILM NUMBER": "FILM-NUMBER",
    "STREET 1": "STREET1",
    "STREET 2": "STREET2",
    "BUSINESS PHONE": "PHONE",
    "FORMER CONFORMED NAME": "FORMER-CONFORMED-NAME",
    "DATE OF NAME CHANGE": "DATE-CHANGED",
}

PARTIES = frozenset(
    {
        "DEPOSITOR",
        "FILED-BY",
        "FILED-FOR",
        "FILER",
        "ISSUER",
        "ISSUING-ENTITY",
        "REPORTING-OWNER",
        "SECURITIZER",
        "SERIAL-COMPANY",
        "SUBJECT-COMPANY",
        "UNDERWRITER",
    }
)

ADDRESSES = frozenset({"BUSINESS-ADDRESS", "MAIL-ADDRESS"})
SECTIONS = ADDRESSES | {"COMPANY-DATA", "OWNER-DATA", "FILING-VALUES", "FORMER-COMPANY", "FORMER-NAME"}
BEHIND_PARTIES = frozenset({"SERIES-AND-CLASSES-CONTRACTS-DATA"})
"""What funds have behind the last party, which a header with labels does not close."""


def tag_of(name: str) -> str:
    """The tag for a label or a tag as written: `SUBJECT COMPANY` and `ISSUING_ENTITY` get dashes."""
    plain = " ".join(name.split())
    return LABELS.get(plain) or plain.replace(" ", "-").replace("_", "-")
