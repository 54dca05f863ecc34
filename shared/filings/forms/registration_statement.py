"""Registration statements of the Securities Act (S-1, S-3, S-4, S-8, F-1, …) and of a class of securities (8-A, 10).

`cover`: the registrant, not its agent for service. `formData`: `registrationNumbers`, `amendmentNumber` (of a pre- or
post-effective amendment), `primaryStandardIndustrialClassificationCodeNumber`,
`approximateDateOfCommencementOfProposedSaleToThePublic`: all under the words of the forms' facing page. The prospectus
itself is text and is not parted into items.
"""

from __future__ import annotations

import re

from pydantic import JsonValue

from filings.covers.cover import LONGEST_COVER, read_cover
from filings.covers.cover_numbers import FOREIGN_PHONE
from filings.covers.cover_words import read_words
from filings.covers.registration_number import registration_numbers
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.record import Cover
from filings.signatures.signature import read_signatures
from filings.signatures.signature_block import find_signing_clause

_OFFICES_END = re.compile(r"principal\s+(?:executive\s+)?offices?[^()\n]{0,40}\)", re.I)
_EXHIBIT_ITEM = re.compile(r"(?im)^\W{0,9}item\s+\d{1,2}\W{1,9}(?:list\s+of\s+)?exhibits\b")
_ITEM = re.compile(r"(?im)^\W{0,9}item\s+\d{1,2}\b")
LONGEST_PART_II = 60_000
_AGENT = re.compile(r"agents?\s+for\s+service", re.I)
_AMENDMENT = re.compile(r"\bamendment\s+no\.?\s*(\d{1,3})\b", re.I)
_INDUSTRY = re.compile(r"(?m)(?<![\d-])(\d{4})(?![\d-])(?=[^\d\n]*(?:\t|\s{2,}|\n))")
_INDUSTRY_CAPTION = re.compile(r"primary\s+standard\s+industrial", re.I)
_COMMENCEMENT = re.compile(
    r"approximate\s+date\s+of\s+commencement\s+of\s+(?:the\s+)?proposed\s+(?:sale|exchange|offer)[^:.]{0,90}?[:.]\s*"
    r"(.{5,600}?)(?=\n\s*\n|\n[ \t]{4,}if\b|\bif\s+(?:any|the\s+only)\b|\Z)",
    re.I | re.S,
)


def read(report: Report) -> Parts:
    """The parts of a registration statement."""
    page = report.text[:LONGEST_COVER]
    cover = _cover(report, page)
    names = [name for name in (cover.registrant_name, *_parties(report)) if name]
    signed = find_signing_clause(report.text)
    signatures, warnings = read_signatures(report.text, signed if signed < len(report.text) else 0, names)
    return Parts(
        cover=cover,
        exhibits=read_exhibits(report.text, report.documents, _exhibit_item(report.text, signed)),
        signatures=signatures,
        form_data=_facing_page(page, cover),
        warnings=warnings,
    )


def _exhibit_item(text: str, signed: int) -> str:
    """The item of Part II that lists the exhibits (16 of S-1 and S-3, 8 of S-8), up to the undertakings behind it."""
    found = list(_EXHIBIT_ITEM.finditer(text, max(0, signed - LONGEST_PART_II), signed))
    if not found:
        return ""
    following = _ITEM.search(text, found[-1].end(), signed)
    return text[found[-1].start() : following.start() if following else signed]


def _parties(report: Report) -> list[str]:
    return [party.name for party in report.header.entities if party.name] if report.header else []


def _cover(report: Report, page: str) -> Cover:
    """The registrant's own address and telephone, which stand above the agent's."""
    cover = read_cover(report).cover
    offices = _OFFICES_END.search(page)
    agent = _AGENT.search(page)
    if offices is None or agent is None or agent.start() < offices.start():
        return cover
    own = read_words(page[: offices.end()], _parties(report))
    phone = own.phone or _foreign_phone(page[: offices.end()]) or cover.phone
    return cover.model_copy(update={"address": own.address, "phone": phone})


def _foreign_phone(page: str) -> str | None:
    """A line that is a telephone number from abroad, which no caption names."""
    lines = (line.strip() for line in page.split("\n"))
    return next((line for line in lines if FOREIGN_PHONE.fullmatch(line) and sum(map(str.isdigit, line)) > 9), None)


def _facing_page(page: str, cover: Cover) -> dict[str, JsonValue]:
    own = cover.commission_file_number
    offices = _OFFICES_END.search(page)
    numbers = registration_numbers(page[: offices.end() if offices else 3_000])
    amendment = _AMENDMENT.search(page, 0, 2_500)
    sale = _COMMENCEMENT.search(page)
    return {
        "registrationNumbers": [*(numbers or ([own] if own else []))],
        "amendmentNumber": amendment[1] if amendment else None,
        "primaryStandardIndustrialClassificationCodeNumber": _industry(page),
        "approximateDateOfCommencementOfProposedSaleToThePublic": " ".join(sale[1].split()) if sale else None,
    }


def _industry(page: str) -> str | None:
    """The four digits between the state and the employer's number, above their caption."""
    caption = _INDUSTRY_CAPTION.search(page)
    if caption is None:
        return None
    found = list(_INDUSTRY.finditer(page, max(0, caption.start() - 400), caption.start()))
    return found[-1][1] if found else None


SUBMISSION_TYPES = (
    *("S-1", "S-1/A", "S-2", "S-2/A", "S-3", "S-3/A", "S-3D", "S-3D/A", "S-4", "S-4/A", "S-6", "S-6/A"),
    *("S-8", "S-8/A", "S-11", "S-11/A", "S-20", "S-20/A", "S-B", "S-B/A", "SB-1", "SB-1/A", "SB-2"),
    *("SB-2/A", "SF-1", "SF-1/A", "SF-3", "SF-3/A", "S-3ASR", "S-3ASR/A", "S-4EF", "S-4EF/A", "F-1"),
    *("F-1/A", "F-2", "F-2/A", "F-3", "F-3/A", "F-3D", "F-3D/A", "F-4", "F-4/A", "F-6", "F-6/A", "F-7"),
    *("F-7/A", "F-8", "F-8/A", "F-9", "F-9/A", "F-10", "F-10/A", "F-80", "F-80/A", "F-3ASR", "F-3ASR/A"),
    *("F-6EF", "F-6EF/A", "F-10EF", "F-10EF/A", "POSASR", "POSASR/A", "DRS", "DRS/A", "8-A12B", "8-A12B/A"),
    *("8-A12G", "8-A12G/A", "10-12B", "10-12B/A", "10-12G", "10-12G/A", "10SB12B", "10SB12B/A", "10SB12G"),
    *("10SB12G/A", "8A12BT", "8A12BT/A", "POS AM", "POS AMC", "POS AMI", "POS EX", "POS EX/A", "POS462B"),
    *("POS462C", "S-4 POS", "S-6 POS", "S-8 POS", "S-3DPOS", "F-3 POS", "F-4 POS", "F-6 POS", "F-7 POS"),
    *("F-8 POS", "F-9 POS", "F-3DPOS", "F-10POS", "F-80POS", "S-1MEF", "S-2MEF", "S-3MEF", "S-4MEF"),
    *("S-11MEF", "SB-1MEF", "SB-2MEF", "SF-1MEF", "SF-3MEF", "S-BMEF", "F-1MEF", "F-2MEF", "F-3MEF"),
    *("F-4MEF", "8A12BEF"),
)
FORM = Form(submission_types=SUBMISSION_TYPES, read=read)
