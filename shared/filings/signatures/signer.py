"""Who signed and as what: a name and a title from the lines of one signature.

/s/ JANE DOE              Vice President-Finance
--------------------      (Principal Financial
(Jane Doe)                Officer)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filings.signatures.signature_lines import DATE_LABEL, NOISE
from filings.text.date_in_words import dates_in

__all__ = ["LABEL", "read_signer"]

LABEL = re.compile(
    r"(?:by|(?:print(?:ed)?\s+)?name(?:\s*(?:/|&|and)\s*title)?|its|title)\s*[:.]\s*|(?:by|its)\s+(?=\S)", re.I
)
MOST_LINES = 8
LONGEST_LINE = 70
LONGEST_TITLE = 160
_TITLE = re.compile(
    r"\b(?:president|chief|officer|secretary|treasurer|counsel|director|chairman|chairwoman|chair|controller|manager"
    r"|principal|vice|senior|executive|partner|trustee|attorney|member|agent|comptroller|accountant|authorized"
    r"|administrator|head|representative|founder|CEO|CFO|COO|SVP|EVP|VP)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d]{2,}")
_OPEN = re.compile(r"(?:,|[-–—]|\band|&|\bof|\bthe)\Z")
_NO_TITLE = re.compile(r"[:.;]\s|[.;]\Z|\bpursuant\b|\bthe registrant\b", re.I)
_AROUND = re.compile(r"\A(?:its|title)\s*:?\s*|[\s*_|]+\Z", re.I)
_IN_PARENTHESES = re.compile(r"\(([^()]*)\)")


def read_signer(written: str, lines: Sequence[str]) -> tuple[str, str | None]:
    """The name, as printed below the signature where it is, and the title.

    written: what stands behind the mark of the signature. lines: those below it, or beside.
    """
    name, title = _parted(written, written)
    for value, is_title in _values(lines):
        if title is None and not is_title and _names(value, written):
            name, title = _parted(value.removeprefix("("), written)
        elif title is None and (is_title or _TITLE.search(value)):
            title = value
        elif title is None:
            break
        elif _is_name(value, written):
            name = value
        elif value.lower() != f"{name}, {title}".lower():
            if not _goes_on(title, value):
                break
            title = f"{title} {value}"
    return name.strip(" ,/()"), _clean(title)


def _values(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """What the lines say without their labels, and whether the label is a title's; not dates, rules, page numbers."""
    for line in lines[:MOST_LINES]:
        label = LABEL.match(line)
        value = line[label.end() :].strip() if label else line
        if value and not (NOISE.fullmatch(value) or DATE_LABEL.match(line) or (dates_in(value) and len(value) < 40)):
            yield value, bool(label and label[0].lower().startswith("title"))


def _names(line: str, written: str) -> bool:
    """Whether a line repeats the name that is signed above it, maybe spelled otherwise."""
    return not set(_WORD.findall(written.lower())).isdisjoint(_WORD.findall(line.lower()))


def _is_name(line: str, written: str) -> bool:
    """Whether a line is nothing but the name that is signed above it: the title stands beside, not below."""
    signed = set(_WORD.findall(written.lower()))
    words = set(_WORD.findall(line.lower()))
    return bool(signed) and signed <= words and len(words - signed) <= 1 and not _TITLE.search(line)


def _parted(line: str, written: str) -> tuple[str, str | None]:
    """`Jane Doe, Chief Financial Officer`, and `Jane Doe Chief Financial Officer`."""
    if line.lower().startswith(written.lower()) and len(line) > len(written) + 2:
        return line[: len(written)], line[len(written) :].lstrip(" ,-–—./").rstrip(" .") or None
    head, _, tail = line.partition(",")
    if tail and _TITLE.search(tail) and not _TITLE.search(head):
        return head.strip(), tail.strip()
    return line.strip(" ,"), None


def _goes_on(title: str, line: str) -> bool:
    """A title broken over lines, a second one below the first, or "(on behalf of the registrant and as / …)"."""
    if len(line) > LONGEST_LINE or len(title) >= LONGEST_TITLE:
        return False
    if title.count("(") > title.count(")") or _OPEN.search(title) or re.match(r"\([A-Za-z]", line):
        return True
    return bool(_TITLE.search(line)) and not _NO_TITLE.search(line)


def _clean(title: str | None) -> str | None:
    """Without its label, and without the parentheses that it, or it and the name, stand in."""
    plain = _AROUND.sub("", title or "").strip(" ,")
    if plain.count(")") > plain.count("("):
        plain = plain.removesuffix(")")
    whole = _IN_PARENTHESES.fullmatch(plain)
    return (whole[1] if whole else plain).strip() or None
