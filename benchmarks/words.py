"""Invented companies and what they have to say, without end and the same in every run.

Names, numbers and events are made up. CIKs and accession numbers begin with 00099, which EDGAR has not given out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

__all__ = ["BRINDLE", "Company", "paragraphs", "title_of"]


@dataclass(frozen=True)
class Company:
    """A registrant as its header and its cover tell it."""

    name: str
    conformed_name: str
    cik: str
    accession_number: str
    file_number: str
    ein: str
    symbol: str
    officer: str
    office: str = "Chief Financial Officer"


BRINDLE = Company(
    name="Brindle Quarry Systems, Inc.",
    conformed_name="BRINDLE QUARRY SYSTEMS, INC.",
    cik="0009907001",
    accession_number="0009907001-26-000012",
    file_number="001-99071",
    ein="98-0070012",
    symbol="BRQS",
    officer="Maud Ellery Tarn",
)

_TITLES = {
    "1.01": "Entry into a Material Definitive Agreement",
    "2.02": "Results of Operations and Financial Condition",
    "2.03": "Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement"
    " of a Registrant",
    "5.02": "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers;"
    " Compensatory Arrangements of Certain Officers",
    "7.01": "Regulation FD Disclosure",
    "8.01": "Other Events",
    "9.01": "Financial Statements and Exhibits",
}

_WHO = ("The Company", "Brindle Quarry", "The Borrower", "A subsidiary of the Company", "The board of directors")
_DID = (
    "entered into an amendment of the credit agreement dated as of March 3, 2024 with the lenders named in it",
    "agreed to pay a commitment fee of 0.25% a year on the part of the facility that is not drawn",
    "appointed a director to the audit committee, who is independent under the rules of the exchange",
    "completed the sale of the crushing plant near Ostrey for $41.7 million in cash, before adjustments",
    "approved a plan to close two of its seven quarries, and expects charges of $3.2 million to $4.1 million",
    "granted restricted stock units that vest in three equal parts on each anniversary of the grant",
    "undertook customary covenants, among them limits on liens, on further debt and on dividends",
)
_BECAUSE = (
    "subject to the conditions that are customary for transactions of this kind",
    "as described in the exhibit that is filed with this report and incorporated here by reference",
    "which the Company expects to close in the second quarter of its fiscal year",
    "although there is no assurance that the results will be those that management expects today",
)


def title_of(item: str) -> str:
    """The title of an item of Form 8-K."""
    return _TITLES[item]


def paragraphs() -> Iterator[str]:
    """Plain text of 200 to 500 characters each, three sentences, none the same for a long time."""
    for number in count():
        yield " ".join(_sentence(3 * number + place) for place in range(1 + number % 3))


def _sentence(number: int) -> str:
    amount = 1_000_000 + 7_919 * (number * number % 9_973)
    return (
        f"{_WHO[number % len(_WHO)]} {_DID[number % len(_DID)]}, {_BECAUSE[number % len(_BECAUSE)]}, "
        f"for an aggregate amount of ${amount:,} as of December\xa0{1 + number % 28}, 2025."
    )
