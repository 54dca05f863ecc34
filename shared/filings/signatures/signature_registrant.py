"""Whom a signature is for: the registrant whose name stands above it.

EXAMPLE AUTO TRUST 2006-A
By: Example Funding LLC, as Depositor
By: /s/ Jane Doe
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filings.covers.registrant_name import is_one_of
from filings.signatures.signature_lines import AUTHORIZED, DATE_LABEL, NOISE, lines_of
from filings.text.date_in_words import dates_in

__all__ = ["signs_for"]

LONGEST_NAME = 120

_LABEL = re.compile(r"\(\s*(?:the\s+)?[\"“]?(?:registrants?|company)[\"”]?\s*\)|^(?:registrant|company)\s*:\s*", re.I)
# "By: Example GP LLC, / its general partner", "as Depositor": who signs for the registrant is not the registrant.
_ON_BEHALF = re.compile(r"(?:by|its|as|on\s+behalf\s+of)\b", re.I)
_CAPTION = re.compile(r"\([^()]*\)")  # "(Issuing entity)"
_COMPANY = re.compile(
    r"\b(?:inc|corp|corporation|incorporated|company|co|ltd|limited|llc|l\.l\.c|l\.?p|plc|trust|bank|n\.a|partnership)\W*$",
    re.I,
)


def signs_for(above: str, registrants: Sequence[str], *, first: bool) -> str | None:
    """The last line above a signature that is a name; None where there is none.

    above: what stands between it and the signature before, or the block's start for the first one.
    For a second signature that must be a registrant's name, or a company's, or stand behind a clause of its
    own: what stands above it otherwise is the first signer's title.
    """
    clauses = list(AUTHORIZED.finditer(above))
    behind = above[clauses[-1].end() :] if clauses else above
    joined = " ".join(behind.split())
    for name in registrants[:1]:
        at = joined.lower().find(" ".join(name.split()).lower())
        if at >= 0:
            return joined[at : at + len(" ".join(name.split()))]
    for line in reversed(lines_of(behind)):
        plain = re.sub(r"\s*\bby:?$", "", _LABEL.sub("", line), flags=re.I).strip(" *_,")
        if not plain or NOISE.fullmatch(plain) or _ON_BEHALF.match(plain) or len(plain) > LONGEST_NAME:
            continue
        if (
            _CAPTION.fullmatch(plain) or dates_in(plain) or DATE_LABEL.match(plain) or plain.endswith(":")
        ):  # "Signature:"
            continue
        if first or clauses or is_one_of(plain, registrants) or _COMPANY.search(plain):
            return plain
    return None
