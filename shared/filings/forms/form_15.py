"""Forms 15 and 15F, the end of a registration or of the duty to report: which class of securities, under which rule.

`formData`, the captions of Form 15: `titleOfEachClassOfSecuritiesCoveredByThisForm`,
`titlesOfAllOtherClassesOfSecurities`, `ruleProvisions` (`12g-4(a)(1)`; those whose box is ticked),
`approximateNumberOfHoldersOfRecord`. Form 15F is items and is not parted into them. 17 CFR 249.323 and 249.324.
"""

from __future__ import annotations

import re

from filings.cover import LONGEST_COVER, read_cover
from filings.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.printed_caption import value_above
from filings.signature import read_signatures
from filings.termination_rules import ticked_rules

_CLASS = re.compile(r"titles?\s+of\s+each\s+class(?:es)?\s+of\s+securities\s+covered", re.I)
_OTHERS = re.compile(r"titles?\s+of\s+all\s+other\s+classes\s+of\s+securities", re.I)
_HOLDERS = re.compile(
    r"approximate\s+number\s+of\s+holders\s+of\s+record[^:]{0,90}(?:date)?\s*:?\W{0,30}([\d,]+|none|zero|one)\b", re.I
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
        signatures=[
            one if one.registrant else one.model_copy(update={"registrant": cover.registrant_name})
            for one in signatures
        ],
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
