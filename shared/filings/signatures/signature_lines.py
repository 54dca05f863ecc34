"""The lines of a signature block, and which of them say nothing: rules, labels, page numbers."""

from __future__ import annotations

import re

__all__ = ["AUTHORIZED", "DATE_LABEL", "NOISE", "SIGNED", "lines_of"]

SIGNED = re.compile(r"[/\\]\s?[sS]{1,2}\s?[/\\]|(?<![A-Za-z])[sS]/(?=[ ]?[A-Z])")
"""The mark of a conformed signature: `/s/`."""
DATE_LABEL = re.compile(r"\bdated?\b\s*:?", re.I)
AUTHORIZED = re.compile(
    r"(?:duly\s+)?authorized\s+person|duly\s+authorized|authorized(?!\s+(?:representative|signator))"
    r"|is\s+true,?\s+complete,?\s+and\s+correct",
    re.I,
)
"""Where the clause above the signatures ends; that of Schedules 13D and 13G certifies."""
NOISE = re.compile(
    r"[-–—=_*.\s|“”\"]+|\(?(?:by|its|name|title|date|dated|signed)\s*:?\W*"
    r"|\(?\s*(?:the\s+)?(?:registrants?|signature)\s*\)?\*?|power\s+of\s+attorney|\(?signatures?\)?|[-–]?\s*\d{1,3}\s*[-–]?",
    re.I,
)


def lines_of(block: str) -> list[str]:
    """Lines and cells; a signature begins one."""
    parted = SIGNED.sub(lambda match: "\n" + match[0], block)
    return [" ".join(piece.split()) for piece in re.split(r"[\n\t]+| {3,}", parted) if re.search(r"\w", piece)]
