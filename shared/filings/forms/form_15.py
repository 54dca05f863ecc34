"""Forms 15 and 15F, the end of a registration or of the duty to report: which class of securities, under which rule.

`formData`, the captions of Form 15: `titleOfEachClassOfSecuritiesCoveredByThisForm`,
`titlesOfAllOtherClassesOfSecurities`, `ruleProvisions` (`12g-4(a)(1)`; those whose box is ticked),
`approximateNumberOfHoldersOfRecord`. Form 15F is items and is not parted into them. 17 CFR 249.323 and 249.324.
"""

from __future__ import annotations

import re

from filings.covers.cover import LONGEST_COVER, read_cover
from filings.covers.printed_caption import value_above
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.notices.termination_rules import ticked_rules
from filings.signatures.signature import read_signatures, signed_for

_CLASS = re.compile(r"titles?\s+of\s+each\s+class(?:es)?\s+of\s+securities\s+covered", re.I)
_OTHERS = re.compile(r"titles?\s+of\s+all\s+other\s+classes\s+of\s+securities", re.I)
# A caption that has been changed ends at its colon: "holders of record as of May 1, 2012: 300" has a date before it.
_HOLDERS = re.compile(
    r"approximate\s+number\s+of\s+holders\s+of\s+record"
    r"(?:\s+as\s+of\s+(?:the\s+)?certification\s+or\s+notice\s+date\b|[^:]{0,90}:)"
    r"\W{0,30}(?:(?:approximately|about)\s+)?(\d[\d,]*|none|zero|one)\b",
    re.I,
)


def read(report: Report) -> Parts:
    """The parts of a Form 15."""
    cover = read_cover(report).cover
    page = report.text[:LONGEST_COVER]
    names = [cover.registrant_name] if cover.registrant_name else []
    signatures, warnings = read_signatures(report.text, 0, names)
    holders = _HOLDERS.search(page)
    return Parts(
        cover=cover,
        exhibits=read_exhibits("", report.documents),
        signatures=signed_for(signatures, cover.registrant_name),
        form_data={
            "titleOfEachClassOfSecuritiesCoveredByThisForm": value_above(page, _CLASS),
            "titlesOfAllOtherClassesOfSecurities": value_above(page, _OTHERS),
            "ruleProvisions": [*ticked_rules(page)],
            "approximateNumberOfHoldersOfRecord": holders[1] if holders else None,
        },
        warnings=warnings,
    )


SUBMISSION_TYPES = (
    *("15", "15/A", "15-12B", "15-12B/A", "15-12G", "15-12G/A", "15-15D", "15-15D/A", "15F", "15F/A"),
    *("15F-12B", "15F-12B/A", "15F-12G", "15F-12G/A", "15F-15D", "15F-15D/A"),
)
FORM = Form(submission_types=SUBMISSION_TYPES, read=read)
