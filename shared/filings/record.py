"""The record of a parsed filing: what `filings parse` prints and what is stored.

Names are EDGAR's own, snake_case here and camelCase outside. Every key is always there. Dates are
dates, times are UTC, a CIK has ten digits, an accession number its dashes. Form-specific parts are
`Part`s: a form's module declares its own. JSON in and out goes through `to_json` and `from_json`,
which keep decimals exact.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, JsonValue, SerializeAsAny
from pydantic.alias_generators import to_camel

__all__ = [
    "Address",
    "CheckBoxes",
    "Cover",
    "Document",
    "Entity",
    "Exhibit",
    "Fact",
    "Filing",
    "FormerName",
    "HeaderField",
    "Item",
    "Part",
    "PartRow",
    "Record",
    "Security",
    "Signature",
    "Warning",
    "is_stored_as_number",
    "to_json",
]


class Record(BaseModel):
    """Frozen; snake_case in Python, camelCase in JSON."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, frozen=True, defer_build=True, extra="ignore"
    )


class Address(Record):
    """An address as EDGAR splits it. `state_or_country` is EDGAR's code in a header, the page's word on a cover."""

    street1: str | None = None
    street2: str | None = None
    city: str | None = None
    state_or_country: str | None = None
    zip_code: str | None = None


class FormerName(Record):
    """A name the party had until `date_of_change`."""

    name: str
    date_of_change: dt.date | None = None


class Entity(Record):
    """A party of the header, in the header's order; `role` is the header's word with dashes (`SUBJECT-COMPANY`)."""

    role: str
    cik: str | None = None
    name: str | None = None
    sic: str | None = None
    irs_number: str | None = None
    state_of_incorporation: str | None = None
    fiscal_year_end: str | None = None
    file_number: str | None = None
    film_number: str | None = None
    business_address: Address | None = None
    mail_address: Address | None = None
    phone: str | None = None
    former_names: tuple[FormerName, ...] = ()


class HeaderField(Record):
    """A line of the header that has no field of its own here; `within` is the party it stood under."""

    name: str
    value: str
    within: str | None = None


class Document(Record):
    """A `<DOCUMENT>` of the submission. `start` and `end` are byte offsets of its text in the (unpacked) file."""

    sequence: int | None = None
    type: str | None = None
    filename: str | None = None
    description: str | None = None
    size: int
    start: int
    end: int


class CheckBoxes(Record):
    """The boxes of a cover; None where the form has no such box or it cannot be read.

    The first six are Form 8-K's; the rest, of the periodic reports, are named as in the dei taxonomy.
    """

    written_communications: bool | None = None
    soliciting_material: bool | None = None
    pre_commencement_tender_offer: bool | None = None
    pre_commencement_issuer_tender_offer: bool | None = None
    emerging_growth_company: bool | None = None
    extended_transition_period: bool | None = None
    document_annual_report: bool | None = None
    document_quarterly_report: bool | None = None
    document_transition_report: bool | None = None
    entity_well_known_seasoned_issuer: bool | None = None
    entity_voluntary_filers: bool | None = None
    entity_current_reporting_status: bool | None = None
    entity_interactive_data_current: bool | None = None
    entity_small_business: bool | None = None
    entity_shell_company: bool | None = None
    icfr_auditor_attestation_flag: bool | None = None
    document_fin_stmt_error_correction_flag: bool | None = None


class Security(Record):
    """A row of "Securities registered pursuant to Section 12(b)"."""

    title: str | None = None
    trading_symbol: str | None = None
    exchange: str | None = None


class Cover(Record):
    """What the cover page itself says, whatever the header says.

    `entity_filer_category` is the one whose box is ticked: `Large Accelerated Filer`, `Accelerated Filer`,
    `Non-accelerated Filer`.
    """

    registrant_name: str | None = None
    state_of_incorporation: str | None = None
    commission_file_number: str | None = None
    irs_employer_identification_number: str | None = None
    address: Address | None = None
    phone: str | None = None
    former_name: str | None = None
    checkboxes: CheckBoxes = CheckBoxes()
    entity_filer_category: str | None = None
    securities: tuple[Security, ...] = ()


class Item(Record):
    """An item reported. `start` and `end` are character offsets of `text` in the document's extracted text."""

    item: str
    part: str | None = None
    title: str | None = None
    text: str
    start: int
    end: int


class Exhibit(Record):
    """An exhibit, from the exhibit index, the documents, or both."""

    number: str
    type: str
    description: str | None = None
    filename: str | None = None
    sequence: int | None = None


class Signature(Record):
    """One signature; `conformed_signature` is the line as printed, `/s/ …`."""

    registrant: str | None = None
    conformed_signature: str | None = None
    name: str | None = None
    title: str | None = None
    date: dt.date | None = None


class Fact(Record):
    """An inline XBRL fact of the primary context."""

    concept: str
    value: str | Decimal | bool | None = None
    unit: str | None = None
    decimals: str | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None


class Warning(Record):
    """What was odd and how it was read."""

    code: str
    message: str
    where: str | None = None


MOST_DIGITS = 38
HIGHEST_POWER = 125
"""Of ten. This and the digits are what DynamoDB takes as a number; beyond, one is stored as text, in no index.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
"""


def is_stored_as_number(value: Decimal) -> bool:
    """Whether the table holds `value` exactly as a number."""
    # It has no more digits than characters, and to take it apart costs six times as much as to print it.
    is_short = len(str(value)) <= MOST_DIGITS or len(value.as_tuple().digits) <= MOST_DIGITS
    return value.is_finite() and is_short and abs(value.adjusted()) <= HIGHEST_POWER


@dataclass(frozen=True, slots=True)
class PartRow:
    """A row of a part that is stored as one: `kind` names it (`TRANSACTION`), `index` says where it is listed.

    place: the part's list, by its name in JSON, and the place there of the row that this one holds; None where another
    holds it.
    """

    kind: str
    attributes: dict[str, Any]
    index: dict[str, Any]
    place: tuple[str, int] | None = None


class Part(Record):
    """What only some forms have: `ownership`, `holdings`, … A form's module declares its own subclass."""

    model_config = ConfigDict(extra="allow")

    def stored_rows(self) -> Iterable[PartRow]:
        """The rows that are stored beside the filing, each findable by itself; most parts have none."""
        return ()


Part.model_rebuild()  # a deferred model that only its parent validated cannot be serialised again (pydantic 2.13)


class Filing(Record):
    """A parsed filing, whole."""

    accession_number: str | None = None
    form: str | None = None
    is_amendment: bool = False
    filing_date: dt.date | None = None
    report_date: dt.date | None = None
    acceptance_date_time: dt.datetime | None = None
    entities: tuple[Entity, ...] = ()
    other_header_fields: tuple[HeaderField, ...] = ()
    documents: tuple[Document, ...] = ()
    cover: Cover | None = None
    items: tuple[Item, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    signatures: tuple[Signature, ...] = ()
    ownership: SerializeAsAny[Part] | None = None
    holdings: SerializeAsAny[Part] | None = None
    beneficial_ownership: SerializeAsAny[Part] | None = None
    form_data: dict[str, JsonValue] | None = None
    facts: tuple[Fact, ...] = ()
    warnings: tuple[Warning, ...] = ()


# A Decimal travels through the JSON encoder as a marked string and loses marks and quotes on the way out. The marks
# are halves of characters, which no decoded text has: else a filing could write JSON of its own into the record.
# A whole number needs none: as an int it is printed the same, and a large table in little more than half the time.
_DECIMAL = re.compile('"\ud800([^"]*)\udfff"')
# Line ends to some readers of JSON lines, though not to JSON: told by their numbers.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def to_json(value: Record | dict[str, Any] | list[Any], *, indent: int | None = None) -> str:
    """The JSON of a record: camelCase, every key there, decimals as numbers with all their digits."""
    plain = value.model_dump(by_alias=True) if isinstance(value, Record) else value
    separators = (",", ":") if indent is None else None
    text = json.dumps(plain, default=_plain, ensure_ascii=False, indent=indent, separators=separators)
    if not text.isascii():
        text = _LINE_ENDS.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)
    return _DECIMAL.sub(r"\1", text) if "\ud800" in text else text


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        text = str(value)
        return int(text) if text.isdigit() and len(text) < 20 else f"\ud800{text}\udfff"
    if isinstance(value, dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Record):
        return value.model_dump(by_alias=True)
    raise TypeError(f"{type(value).__name__} has no JSON form")
