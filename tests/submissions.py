"""Submissions of an invented company, as EDGAR would disseminate them, for the tests of the pipeline."""

from __future__ import annotations

ACCESSION = "0009900555-26-000001"
CIK = "0009900555"
COMPANY = "HOLLOWAY TIDE MILLS INC"
SENTENCE = "The Company entered into a lease of the mill at 7 Sluice Lane."


TITLES = {"1.01": "Entry into a Material Definitive Agreement", "8.01": "Other Events"}

_SUBMISSION = """<SEC-DOCUMENT>{name}.txt : {filed}
<SEC-HEADER>{name}.hdr.sgml : {filed}
<ACCEPTANCE-DATETIME>{accepted}
{number}CONFORMED SUBMISSION TYPE:\t{form}
PUBLIC DOCUMENT COUNT:\t\t{count}
CONFORMED PERIOD OF REPORT:\t20260227
FILED AS OF DATE:\t\t{filed}
{filers}</SEC-HEADER>
{documents}</SEC-DOCUMENT>
"""
_FILER = """
FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\t{company}
\t\tCENTRAL INDEX KEY:\t\t\t{cik:010d}
"""
_REPORT = """FORM 8-K

Item {item} {title}

{text}

SIGNATURES

{company}"""
_DOCUMENT = """<DOCUMENT>
<TYPE>{kind}
<SEQUENCE>{sequence}
<FILENAME>{filename}
<TEXT>
{text}
</TEXT>
</DOCUMENT>
"""


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
    report = _REPORT.format(item=item, title=TITLES[item], text=text, company=COMPANY)
    documents = [(form, "main.txt", report)]
    documents += [(f"EX-99.{number}", f"ex{number}.txt", f"Exhibit {number}.") for number in range(1, attachments + 1)]
    return _SUBMISSION.format(
        name=accession or "none",
        number=f"ACCESSION NUMBER:\t\t{accession}\n" if accession else "",
        form=form,
        count=len(documents),
        accepted=accepted,
        filed=filed,
        filers="".join(_FILER.format(company=COMPANY, cik=int(CIK) + party) for party in range(parties)),
        documents="".join(
            _DOCUMENT.format(kind=kind, sequence=sequence, filename=filename, text=content)
            for sequence, (kind, filename, content) in enumerate(documents, 1)
        ),
    ).encode()
