"""Proxy and information statements, Schedules 14A and 14C: who files, in what stage, for whom.

`formData`, the boxes and lines of the cover page (Rules 14a-101 and 14c-101): `filedByTheRegistrant`,
`filedByAPartyOtherThanTheRegistrant`, `preliminaryProxyStatement`, `definitiveProxyStatement`,
`definitiveAdditionalMaterials`, `solicitingMaterial`, `preliminaryInformationStatement`,
`definitiveInformationStatement`, `confidential`, `noFeeRequired` (true, false, or null where no such box is printed),
`namesOfRegistrants`, `namesOfPersonsFilingProxyStatement`. The proposals and the compensation tables are text.
"""

from __future__ import annotations

import re

from pydantic import JsonValue

from filings.covers.check_row import read_row
from filings.covers.cover import read_cover
from filings.covers.printed_caption import lines_above
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.record import Cover
from filings.signatures.signature import read_signatures

COVER = 6_000
"""Characters."""
_REGISTRANT = re.compile(r"name\s+of\s+(?:the\s+)?registrant\s+as\s+specified", re.I)
_PERSONS = re.compile(r"names?\s+of\s+person\(?s?\)?\s+filing", re.I)
_NOT_APPLICABLE = re.compile(r"\W*(?:n\s?/\s?a|none|not\s+applicable)\W*", re.I)
_FILED_BY = {
    "filedByTheRegistrant": re.compile(r"filed\s+by\s+the\s+registrant", re.I),
    "filedByAPartyOtherThanTheRegistrant": re.compile(
        r"filed\s+by\s+a\s+party\s+other\s+than\s+the\s+registrant", re.I
    ),
}
_BOXES = {
    "preliminaryProxyStatement": re.compile(r"preliminary\s+proxy\s+(?:statement|material)s?", re.I),
    "definitiveProxyStatement": re.compile(r"definitive\s+proxy\s+statement", re.I),
    "definitiveAdditionalMaterials": re.compile(r"definitive\s+additional\s+materials?", re.I),
    "solicitingMaterial": re.compile(r"soliciting\s+material", re.I),
    "preliminaryInformationStatement": re.compile(r"preliminary\s+information\s+statement", re.I),
    "definitiveInformationStatement": re.compile(r"definitive\s+information\s+statement", re.I),
    "confidential": re.compile(r"confidential,?\s+for\s+(?:the\s+)?use\s+of\s+the\s+commission", re.I),
    "noFeeRequired": re.compile(r"no\s+(?:filing\s+)?fee\s+(?:is\s+)?required", re.I),
}


def read(report: Report) -> Parts:
    """The parts of a proxy or information statement; most are not signed."""
    page = report.text[:COVER]
    registrants = lines_above(page, _REGISTRANT)
    signatures, _ = read_signatures(report.text, 0, registrants)
    return Parts(
        cover=_cover(report, registrants),
        exhibits=read_exhibits("", report.documents),
        signatures=signatures,
        form_data=_cover_page(page, registrants),
    )


def _cover(report: Report, registrants: list[str]) -> Cover:
    """A Schedule 14A prints the registrant's name only; the tags of a later one have more."""
    tagged = read_cover(report) if report.is_html and "ix:header" in report.source[:200_000].lower() else None
    if tagged is not None and tagged.facts:
        return tagged.cover.model_copy(
            update={"registrant_name": tagged.cover.registrant_name or " ".join(registrants[:1]) or None}
        )
    return Cover(registrant_name=registrants[0] if registrants else None)


def _cover_page(page: str, registrants: list[str]) -> dict[str, JsonValue]:
    return {
        **read_row(page, _FILED_BY),
        **read_row(page, _BOXES),
        "namesOfRegistrants": [*registrants],
        "namesOfPersonsFilingProxyStatement": [
            name for name in lines_above(page, _PERSONS) if not _NOT_APPLICABLE.fullmatch(name)
        ],
    }


SUBMISSION_TYPES = (
    *("DEF 14A", "DEFA14A", "DEFC14A", "DEFM14A", "DEFN14A", "DEFR14A", "DEFS14A", "DFAN14A", "DFRN14A"),
    *("DEF 14A/A", "PRE 14A", "PRE 14A/A", "PRE14A", "PREA14A", "PREC14A", "PREC14A/A", "PREM14A"),
    *("PREM14A/A", "PREN14A", "PREN14A/A", "PRER14A", "PRES14A", "PRRN14A", "PX14A6G", "PX14A6N"),
    *("DEF 14C", "DEFA14C", "DEFC14C", "DEFM14C", "DEFR14C", "DEFS14C", "DFAN14C", "DEF 14C/A", "PRE 14C"),
    *("PREC14C", "PREM14C", "PRER14C", "PRES14C"),
)
FORM = Form(submission_types=SUBMISSION_TYPES, read=read)
