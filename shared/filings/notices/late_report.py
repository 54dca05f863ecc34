"""The reports that a Form 12b-25 can be late with, as its boxes name them."""

from __future__ import annotations

import re

__all__ = ["LATE_REPORTS"]

# In the order of the form; the small business issuers' 10-KSB and 10-QSB have no box of their own.
LATE_REPORTS = {
    name: re.compile(rf"\bform\s+{head}[-\u2010-\u2013 ]?{tail}(?:SB)?\b", re.I)
    for name in ("10-K", "20-F", "11-K", "10-Q", "10-D", "N-SAR", "N-CEN", "N-CSR")
    for head, tail in [name.split("-")]
}
