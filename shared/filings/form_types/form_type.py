"""Which form a bare document is: EDGAR's submission type, from its XML or from the words of its first page.

The form's name is found here; what the boxes below it add is `form_type_boxes`', letters are `letter_type`'s.
"""

from __future__ import annotations

import re

from filings.form_types.form_type_boxes import submission_type
from filings.form_types.letter_type import letter_type
from filings.text.characters import with_hyphens

__all__ = ["form_of_text", "form_of_xml", "is_attachment", "is_evidence"]

_XML_TYPE = re.compile(r"<(?:\w+:)?(?:documentType|submissionType)>\s*([^<\s][^<]{0,20}?)\s*</", re.I)
_XML_ROOT = re.compile(
    r"<(?:[A-Za-z0-9]+:)?(ownershipDocument|edgarSubmission|informationTable|effectSubmission|notificationOfRemoval"
    r"|proxyVoteTable|assetData)\b",
    re.I,
)
# Documents that do not tell their submission's type, by their root; the tables are of one that mostly is no amendment.
_TYPE_OF_ROOT = {
    "informationtable": "13F-HR",
    "effectsubmission": "EFFECT",
    "notificationofremoval": "25-NSE",
    "proxyvotetable": "N-PX",
    "assetdata": "ABS-EE",
}
_ATTACHED = frozenset(("informationtable", "proxyvotetable", "assetdata"))

FIRST_PAGE = 6_000
"""Characters."""
LONGEST_HEADING = 60
_TYPED = (
    r"(?:10 ?-{0,2} ?K(?:SB|T|405|SB40)?|10 ?-{0,2} ?Q(?:SB|T)?|8 ?-{0,2} ?K(?:12B|12G3|15D5)?"
    r"|12b ?-? ?25|8-A(?:12[BG])?|6-?K|20-?F|40-?F|11-?K|18-?K|10-?D|S-\d{1,2}|F-(?:\d{1,2}|X)|S[BF]-\d"
    r"|N-\w{1,5}(?:-\d)?|T-3|24F-2|2-E|ABS-(?:15G|EE)|1-(?:SA|[AKUZ])|SD|CB|D|C(?:-(?:AR|TR|U|W))?"
    r"|3|4|5|144|13F(?:-HR|-NT)?|TA-[12W]|X-17A-5|15F?|25|RW|10(?:-?SB)?)"
)
# Their first letter is told in both cases and the word's border behind the word: sre then looks only at those
# letters, which is seven times as fast as with \b and re.I.
_FORM = re.compile(
    rf"[Ff](?i:ORM(?<!\wFORM)\s*+(?:TYPE\s*+)?:?\s*+({_TYPED})(/A|-A\b)?(?![\w.]|\s?--?\s?(?:[KQ]|C\b)))"
)
_SCHEDULE = re.compile(
    r"[Ss](?i:CHEDULE(?<!\wSCHEDULE)\s+(13D|13G|14A|14C|TO|13E-?[134]|14D-?[19]|14F(?:-?1)?|14N)(/A)?\b)"
)
_NUMBER_WORD = "one|two|three|four|five|six|seven|eight|nine|ten"
_AMENDMENT = re.compile(
    # A blank is no number.
    rf"\bAMENDMENT\s+(?:NO\b|NUMBER\b|#)\.?[ \t]*:?[ \t_]*(?:\d|(?:{_NUMBER_WORD})\b)|\(\s*FINAL\s+AMENDMENT\s*\)",
    re.I,
)
_HYPHENS = "\u2010\u2011\u2012–—"
_GAP = re.compile(r"[\n\t|]|[ \xa0]{3,}")
# What a prospectus and an offer's communications print at their top instead of a form's name.
_LEGEND = re.compile(
    r"(?:\bfiled\s+(?:by[:\s][^\n]{1,120}?\s+)?(?:pursuant\s+to|under)\s+(?:SEC\s+)?"
    r"|^[ \t]*(?:pursuant\s+to\s+)?(?=rule\s+424))"
    r"rule\s+(?:no\.?\s*)?(?:424\s?\(?(?P<paragraph>[bh])\)?(?:[\s-]?\(?(?P<part>[1-8])\b\)?)?|(?P<rule>425|433|497|253\(g\)\([123]\)))",
    re.I | re.M,
)
_RULES = {"433": "FWP", "253(g)(1)": "253G1", "253(g)(2)": "253G2", "253(g)(3)": "253G3"}
# The title of a form, where its name above it is a picture or was lost.
_TITLES = {
    name: re.compile(words, re.I)
    for name, words in {
        "8-K": r"current\s+report\s+pursuant\s+to\s+section\s+13\s+or\s+15\s?\(d\)",
        "10-K": r"annual\s+report\s+pursuant\s+to\s+section\s+13\s+or\s+15\s?\(d\)",
        "10-Q": r"quarterly\s+report\s+pursuant\s+to\s+section\s+13\s+or\s+15\s?\(d\)",
        "12B-25": r"notification\s+of\s+late\s+filing",
        "15": r"certification\s+and\s+notice\s+of\s+termination\s+of\s+registration",
        "25": r"notification\s+of\s+removal\s+from\s+listing",
        "3": r"initial\s+statement\s+of\s+beneficial\s+ownership",
        "4": r"(?<!annual )statement\s+of\s+changes\s+in\s+beneficial\s+ownership",
        "5": r"annual\s+statement\s+of\s+changes\s+in\s+beneficial\s+ownership",
        "PX14A6G": r"notice\s+of\s+exempt\s+solicitation",
        "144": r"notice\s+of\s+proposed\s+sale\s+of\s+securities",
    }.items()
}
_IRAN_NOTICE = re.compile(r"iran\s+threat\s+reduction\s+and\s+syria", re.I)
TITLE_PAGE = 1_500
"""Characters in which the amendment of a form without a name is told."""
_HYPHENATED = re.compile(r"(\d+)-?([A-Z].*)")
_EVIDENCE = re.compile(
    r"securities\s+and\s+exchange\s+commission|securities\s+exchange\s+act|exchange\s+act\s+of\s+1934|securities\s+act\s+of\s+1933"
    r"|investment\s+company\s+act|commission\s+file|\bprospectus\b|\bregistrant\b|\bSEC\s+(?:file|form)\b",
    re.I,
)


def form_of_xml(source: str) -> str | None:
    """The submission type in an EDGAR XML document; None where it is none."""
    root = _XML_ROOT.search(source[:4000])
    if root is None:
        return None
    stated = _XML_TYPE.search(source)
    if stated:
        return stated[1]
    return _TYPE_OF_ROOT.get(root[1].lower())


def is_attachment(source: str) -> bool:
    """Whether an XML document is a table that its form, a document beside it, has attached."""
    root = _XML_ROOT.search(source[:4000])
    return root is not None and root[1].lower() in _ATTACHED


def form_of_text(text: str, *, mentioned: bool = True) -> str | None:
    """The submission type that a document's first page prints; None where it prints none.

    mentioned: also take one that a sentence mentions. It may be another document's: press releases name the 10-K.
    """
    page = with_hyphens(text[:FIRST_PAGE], _HYPHENS)
    places = [match for pattern in (_FORM, _SCHEDULE, _LEGEND) for match in pattern.finditer(page)]
    places.sort(key=lambda match: match.start())
    headings = [match for match in places if _is_heading(page, match)]
    first = headings[0].start() if headings else len(page)
    letter = letter_type(page)
    if not headings and _IRAN_NOTICE.search(page):
        return "IRANNOTICE"
    if letter and letter.subject < first:
        return letter.type
    if headings:
        return _submission_type(page, headings[0])
    return _untold(page, places, evident=mentioned and is_evidence(text))


def _untold(page: str, places: list[re.Match[str]], *, evident: bool) -> str | None:
    """The form of a page that has no heading: by its title, or as its first words mention it."""
    titles = ((match.start(), name) for name, words in _TITLES.items() if (match := words.search(page)))
    at, title = min(titles, default=(len(page), None))
    mention = next((match for match in places if match.re is not _LEGEND and match.start() < at), None)
    if mention and evident:
        return _submission_type(page, mention)
    return _typed(page, title, amended=bool(_AMENDMENT.search(page[:TITLE_PAGE]))) if title else None


def _is_heading(page: str, match: re.Match[str]) -> bool:
    """A cell or line that is hardly more than the form's name: letters mention forms in their sentences."""
    before = max((gap.end() for gap in _GAP.finditer(page, max(0, match.start() - 200), match.start())), default=0)
    if match.re is _LEGEND:
        return match.start() - max(before, match.start() - 200) <= LONGEST_HEADING
    behind = _GAP.search(page, match.end())
    start = before if before or match.start() < 200 else match.start() - 200
    return len(page[start : behind.start() if behind else len(page)].strip()) <= LONGEST_HEADING


def _submission_type(page: str, match: re.Match[str]) -> str:
    if match.re is _LEGEND:
        return _legend(match)
    near = bool(match[2]) or bool(_AMENDMENT.search(page, max(0, match.start() - 200), match.end() + 200))
    name = match[1].upper().replace(" ", "").replace("--", "-")
    return _typed(page, _schedule(name) if match.re is _SCHEDULE else _edgar_spelling(name), amended=near)


def _typed(page: str, name: str, *, amended: bool) -> str:
    plain, may_be_amended = submission_type(name, page)
    return plain + ("/A" if amended and may_be_amended else "")


def _legend(match: re.Match[str]) -> str:
    rule = match["rule"]
    if rule:
        return _RULES.get(rule.lower(), rule)
    return f"424{match['paragraph'].upper()}{match['part'] or ''}"


def _schedule(name: str) -> str:
    """`14D-9` is SC 14D9 on EDGAR; what 14A, 14C and TO are is told by their boxes."""
    if name in ("14A", "14C", "TO"):
        return name
    plain = name.replace("-", "")
    return "SC 14F1" if plain == "14F" else f"SC {plain}"


def _edgar_spelling(name: str) -> str:
    """`10K` is 10-K and `13F` 13F-HR on EDGAR."""
    if name in ("13F", "24F-2", "12B25"):
        return {"13F": "13F-HR", "24F-2": "24F-2NT", "12B25": "12B-25"}[name]
    match = _HYPHENATED.fullmatch(name)
    if match and not name.startswith(("13F", "12B", "15F")) and match[2][0] in "KQFDS":
        return f"{match[1]}-{match[2]}"
    return name


def is_evidence(text: str) -> bool:
    """Whether a text without a form's name still speaks as filings do."""
    return bool(_EVIDENCE.search(text[:200_000]))
