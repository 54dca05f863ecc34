"""Form 8-K, the current report: cover, items of every era, exhibits, signatures.

Item numbers are dotted since 2004-08-23 (Release 33-8400) and were 1 to 12 before; which of the two
a filing uses is read from the numbers themselves, as some bodies kept the old ones for months.
Titles: Form 8-K, and what it said before its amendments. General Instruction B of the form.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from filings.covers.cover import read_cover
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.items.item import read_items
from filings.items.item_heading import TITLE_SHARE, Heading, find_bare_headings, find_headings, is_run_together
from filings.items.item_number import numbers_in
from filings.record import Cover, Item, Warning
from filings.signatures.signature import read_signatures

ITEMS: dict[str, tuple[str, ...]] = {
    "1.01": ("Entry into a Material Definitive Agreement", "Amendment of a Material Definitive Agreement"),
    "1.02": ("Termination of a Material Definitive Agreement",),
    "1.03": ("Bankruptcy or Receivership",),
    "1.04": ("Mine Safety - Reporting of Shutdowns and Patterns of Violations",),
    "1.05": ("Material Cybersecurity Incidents",),
    "2.01": ("Completion of Acquisition or Disposition of Assets",),
    "2.02": ("Results of Operations and Financial Condition",),
    "2.03": (
        "Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement"
        " of a Registrant",
    ),
    "2.04": (
        "Triggering Events That Accelerate or Increase a Direct Financial Obligation or an Obligation under"
        " an Off-Balance Sheet Arrangement",
    ),
    "2.05": ("Costs Associated with Exit or Disposal Activities",),
    "2.06": ("Material Impairments",),
    "3.01": ("Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard; Transfer of Listing",),
    "3.02": ("Unregistered Sales of Equity Securities",),
    "3.03": ("Material Modification to Rights of Security Holders",),
    "4.01": ("Changes in Registrant's Certifying Accountant",),
    "4.02": (
        "Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review",
    ),
    "5.01": ("Changes in Control of Registrant",),
    "5.02": (
        "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers;"
        " Compensatory Arrangements of Certain Officers",
        "Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers",
        "Compensatory Arrangements of Certain Officers",
        "Election of Directors; Appointment of Certain Officers",
    ),
    "5.03": ("Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year",),
    "5.04": ("Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",),
    "5.05": ("Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",),
    "5.06": ("Change in Shell Company Status",),
    "5.07": ("Submission of Matters to a Vote of Security Holders",),
    "5.08": ("Shareholder Director Nominations", "Shareholder Nominations Pursuant to Exchange Act Rule 14a-11"),
    "6.01": ("ABS Informational and Computational Material",),
    "6.02": ("Change of Servicer or Trustee",),
    "6.03": ("Change in Credit Enhancement or Other External Support",),
    "6.04": ("Failure to Make a Required Distribution",),
    "6.05": ("Securities Act Updating Disclosure",),
    "6.06": ("Static Pool",),
    "6.10": ("Alternative Filings of Asset-Backed Issuers",),
    "7.01": ("Regulation FD Disclosure",),
    "8.01": ("Other Events",),
    "9.01": (
        "Financial Statements and Exhibits",
        "Financial Statements, Pro Forma Financial Information and Exhibits",
        "Exhibits",
    ),
    # Before 2004-08-23.
    "1": ("Changes in Control of Registrant",),
    "2": ("Acquisition or Disposition of Assets",),
    "3": ("Bankruptcy or Receivership",),
    "4": ("Changes in Registrant's Certifying Accountant",),
    "5": ("Other Events", "Other Events and Regulation FD Disclosure", "Other Materially Important Events"),
    "6": ("Resignations of Registrant's Directors",),
    "7": (
        "Financial Statements and Exhibits",
        "Financial Statements, Pro Forma Financial Information and Exhibits",
        "Financial Statements and Pro Forma Financial Information",
        "Exhibits",
    ),
    "8": ("Change in Fiscal Year",),
    "9": ("Regulation FD Disclosure", "Sales of Equity Securities Pursuant to Regulation S"),
    "10": ("Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",),
    "11": ("Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",),
    "12": ("Results of Operations and Financial Condition", "Disclosure of Results of Operations"),
}


def read(report: Report) -> Parts:
    """The parts of an 8-K."""
    cover = read_cover(report)
    found = find_headings(report.text, ITEMS, run_together=is_run_together(report.text))
    headings = _own(list(found)) or list(find_bare_headings(report.text, ITEMS))
    items = [item if item.title else _titled(item) for item in read_items(report.text, headings)]
    exhibit_text = next((item.text for item in items if item.item in ("9.01", "7")), "")
    exhibits = read_exhibits(report.text, report.documents, exhibit_text)
    end = items[-1].end if items else 0
    signatures, signature_warnings = read_signatures(report.text, end, _registrants(report, cover.cover))
    return Parts(
        report_date=cover.report_date,
        cover=cover.cover,
        items=items,
        exhibits=exhibits,
        signatures=signatures,
        facts=cover.facts,
        warnings=[*cover.warnings, *_item_warnings(report, items), *signature_warnings],
    )


_CONTINUED = re.compile(r"\bcont(?:inued|['’]?d)?\b", re.I)


def _own(headings: list[Heading]) -> list[Heading]:
    """The headings of this form's items, without those of a form or an exhibit that the report quotes.

    Dotted numbers only, where one stands with its title: "Item 3" is then another form's. Before there were any,
    a number that stands with its title once is another form's elsewhere ("Item 7. Management's Discussion").
    """
    titled = {number for heading in headings if heading.share >= TITLE_SHARE for number in heading.numbers}
    if any("." in number for number in titled):
        return [heading for heading in headings if "." in heading.numbers[0]]
    return [heading for heading in headings if not (heading.numbers[0] in titled and _is_strange(heading))]


def _is_strange(heading: Heading) -> bool:
    """Printed with a title that is not the form's; "(continued)" is none."""
    return bool(heading.title and heading.share < TITLE_SHARE and not _CONTINUED.search(heading.title))


def _registrants(report: Report, cover: Cover) -> list[str]:
    parties = report.header.entities if report.header else []
    return [name for name in (cover.registrant_name, *(party.name for party in parties)) if name]


def _titled(item: Item) -> Item:
    return item.model_copy(update={"title": ITEMS[item.item][0]})


# ------------------------------------------------------------------ the header's own list of items

_WORDS = re.compile(r"[a-z]+")
LONGEST_LABEL = 1_000
"""Characters; EDGAR's longest has 150. A longer one is nobody's, and not worth keeping."""


def _item_warnings(report: Report, items: list[Item]) -> list[Warning]:
    """What the header's ITEM INFORMATION says and the body does not, and the other way round.

    EDGAR printed a blank line for each item that its table did not know (item 12; most of 1998 to 2001).
    """
    if not items:
        return [
            Warning(code="no-items", message="no item heading was found in the report", where=report.document.filename)
        ]
    lines = report.header.items or [] if report.header else []
    blanks = lines.count("")
    dotted = any("." in item.item for item in items)
    listed = {number for line in lines for number in _listed(line, dotted=dotted)}
    found = {item.item for item in items}
    only_header, only_body = sorted(listed - found), sorted(found - listed)
    if not listed or (not only_header and len(only_body) <= blanks):
        return []
    message = "; ".join(
        f"{where} lists {', '.join(numbers)}"
        for where, numbers in (("only the header", only_header), ("only the report", only_body))
        if numbers
    )
    return [Warning(code="items-differ-from-header", message=message, where="ITEM INFORMATION")]


def _listed(line: str, *, dotted: bool) -> tuple[str, ...]:
    """The numbers of one header line: `5.02`, `5`, or a title of either era. dotted: whether the report's have dots."""
    return _numbers_of_label(line, dotted=dotted) if 0 < len(line) <= LONGEST_LABEL else ()


@lru_cache(maxsize=256)  # EDGAR's labels are few, and one is compared with every title
def _numbers_of_label(line: str, *, dotted: bool) -> tuple[str, ...]:
    if numbers := numbers_in(line, ITEMS):
        return numbers
    era = [number for number in ITEMS if ("." in number) == dotted]
    words = _words_of(line)
    likeness, number = max((max(_alike(words, title) for title in _title_words(number)), number) for number in era)
    return (number,) if likeness >= 0.7 else ()


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two titles have in common: EDGAR's labels differ from the form's in a few places."""
    return len(one & other) / max(len(one | other), 1)


@cache
def _title_words(number: str) -> tuple[frozenset[str], ...]:
    return tuple(map(_words_of, ITEMS[number]))


def _words_of(title: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORDS.findall(title.lower()))


FORM = Form(
    submission_types=("8-K", "8-K/A", "8-K12B", "8-K12B/A", "8-K12G3", "8-K12G3/A", "8-K15D5", "8-K15D5/A"), read=read
)
