"""Where a report's text ends and its signatures begin."""

from __future__ import annotations

import re

__all__ = ["find_signatures", "find_signing_clause"]

_HEADING = re.compile(
    r"""(?mix) ^ [^\w\n]{0,90} (?: SIGNATURES? | S[ ]I[ ]G[ ]N[ ]A[ ]T[ ]U[ ]R[ ]E (?:[ ]S)? ) (?:[ ]PAGE)? [^\w\n]* $
    """
)
_CLAUSE = re.compile(
    r"""(?ix) \b pursuant \s+ to \s+ the \s+ requirements? \s+ of \s+ (?:section .{1,40}? of \s+)? the \s+ securities
        [^.]{0,160}? \b (?: duly \s+ caused | has \s+ caused | signed )"""
)
_RUN_IN = re.compile(r"(?:(?<=[.;:|\t])|(?<=[.;:|\t] ))SIGNATURES?\b(?=\s*Pursuant)")


def find_signatures(text: str, start: int = 0) -> int:
    """Offset of the signature block at or after `start`: its heading, or its clause; len(text) if there is none."""
    places = [match.start() for pattern in (_HEADING, _CLAUSE, _RUN_IN) if (match := pattern.search(text, start))]
    return min(places, default=len(text))


def find_signing_clause(text: str, start: int = 0) -> int:
    """Offset of "Pursuant to the requirements of … duly caused" at or after `start`; len(text) if there is none."""
    match = _CLAUSE.search(text, start)
    return match.start() if match else len(text)
