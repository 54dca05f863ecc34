"""Forms 3, 4 and 5 that are no XML: text of before 2003-06-30, and EDGAR's HTML rendering of the XML.

The parties come from the header; the rendering, which often stands alone, has them in its links. Its tables
have fixed columns and are read (`ownership_table`), and so have those that were drawn with bars (`ownership_bars`).
Of tables that filers drew with blanks the first is read where each of its lines can be told (`ownership_lines`); the
second stays text.
"""

from __future__ import annotations

import datetime as dt
import re

from filings.forms._form import Parts, Report
from filings.ownership.ownership_bars import is_barred, read_bars
from filings.ownership.ownership_boxes import read_boxes
from filings.ownership.ownership_lines import has_derivatives, read_lines
from filings.ownership.ownership_record import Footnote, Issuer, Ownership, ReportingOwner
from filings.ownership.ownership_table import cited, read_tables
from filings.record import Entity, Signature, Warning
from filings.signatures.signature import read_signatures
from filings.text.character_reference import unescape
from filings.text.date_in_words import dates_in
from filings.xml.edgar_values import signer_of

__all__ = ["read_ownership_page"]

_PARTY = r"<a\b[^<>]*\bCIK=(\d{1,10})[^<>]*>([^<>]*)</a>"
_OWNER = re.compile(rf"Name and Address of Reporting Person(?:(?!\bIssuer Name\b).){{0,800}}?{_PARTY}", re.I | re.S)
_ISSUER = re.compile(rf"Issuer Name(?:(?!Reporting Person).){{0,600}}?{_PARTY}(.{{0,300}})", re.I | re.S)
_SYMBOL = re.compile(r"\[\s*(?:<[^<>]*>\s*)*([^\]<>]{1,20}?)\s*(?:<[^<>]*>\s*)*\]")
_RELATION = re.compile(
    r"(X\t)?Director\t?(X\t)?\s*10% Owner\s*(X\t)?\s*Officer \(give title\s+below\)"
    r"\s*(X\t)?\s*Other \(specify\s+below\)[ \t]*\n\s*([^\n]*)",
    re.I,
)
_PERIOD = re.compile(
    r"(?:Date of (?:Earliest Transaction|Event Requiring Statement)|Statement for (?:Issuer's Fiscal Year Ended|Month))"
    r"[^\n]{0,60}\s*\n?\s*([^\n]{0,60})",
    re.I,
)
_ORIGINAL = re.compile(r"If Amendment, Date of Original[^\n\t]{0,60}[\s]*\n?\s*([^\n\t]{0,40})", re.I)
_NOTES = re.compile(r"Explanation of Responses:(.*?)(?:^Remarks:|\*\* Signature of|\Z)", re.I | re.S | re.M)
_NOTE = re.compile(r"^(\d{1,3})\. (.*?)(?=^\d{1,3}\. |\Z)", re.S | re.M)
_NOTE_IN_PARENTHESES = re.compile(
    r"^[ \t]*\((\d{1,3})\)[ \t](.*?)(?=^[ \t]*\(\d{1,3}\)[ \t]|^[^\n]*/s/|^[ \t-]{20,}$|\Z)", re.S | re.M
)
_REMARKS = re.compile(r"^Remarks:(.*?)(?=^\S[^\n]*\t\d\d?/\d\d?/\d{4}$|\*\* Signature of|\Z)", re.I | re.S | re.M)
_SIGNED = re.compile(r"^(\S[^\n\t]*)\t(\d\d?/\d\d?/\d{4})\n+\*\* Signature of", re.M)


def read_ownership_page(report: Report) -> Parts:
    """The parts of an ownership form that was filed, or saved, as a page."""
    text = report.text
    issuer, owners, stated = _parties(report)
    non_derivative, derivative, warnings = read_tables(report.source) if report.is_html else ((), (), [])
    rendered = bool(non_derivative or derivative)
    barred = not rendered and is_barred(text)
    if barred:
        non_derivative, derivative, whole = read_bars(text)
    else:
        non_derivative = non_derivative if rendered else read_lines(text)
        whole = bool(derivative) or (bool(non_derivative) and not has_derivatives(text))
    ownership = Ownership(
        document_type=report.form or None,
        period_of_report=(report.header and report.header.period) or _date_behind(_PERIOD, text) or stated,
        date_of_original_submission=_date_behind(_ORIGINAL, text),
        issuer=issuer,
        reporting_owners=owners,
        non_derivative=non_derivative,
        derivative=derivative,
        footnotes=_footnotes(text, cited(non_derivative, derivative)),
        remarks=_words(_REMARKS, text),
        text=text,
    )
    return Parts(
        report_date=ownership.period_of_report,
        entities=_entities(issuer, owners),
        signatures=_signatures(text),
        ownership=ownership,
        warnings=[*warnings, *([] if whole else [_only_text(report, ownership)])],
    )


def _only_text(report: Report, ownership: Ownership) -> Warning:
    told = "its second table is" if ownership.non_derivative else "its tables are"
    if ownership.derivative:
        told = "its first table is"
    message = f"the form is no XML: its parties and its text are told, {told} not read row by row"
    return Warning(code="ownership-as-text", message=message, where=report.document.filename)


# ------------------------------------------------------------------ parties


def _parties(report: Report) -> tuple[Issuer, tuple[ReportingOwner, ...], dt.date | None]:
    """The issuer, the owners, and the period that a page in words states."""
    source = report.source if report.is_html else ""
    link = _ISSUER.search(source)
    symbol = _SYMBOL.search(link[3]) if link else None
    linked = [
        ReportingOwner(cik=match[1].zfill(10), name=_plain(match[2])) for match in _OWNER.finditer(source)
    ] or _in_header(report, "REPORTING-OWNER")
    relations = list(_RELATION.finditer(report.text))
    owners = [
        _related(owner, relations[place] if place < len(relations) else None) for place, owner in enumerate(linked)
    ]
    if link:
        named = Issuer(cik=link[1].zfill(10), name=_plain(link[2]), trading_symbol=symbol and _plain(symbol[1]))
        return named, tuple(owners), None
    return _in_words(report, owners)


def _in_words(
    report: Report, owners: list[ReportingOwner]
) -> tuple[Issuer, tuple[ReportingOwner, ...], dt.date | None]:
    """The header's parties, with what only the page's boxes tell; without a header those of the boxes."""
    issuer, owner, period = read_boxes(report.text)
    about = [*_in_header(report, "ISSUER"), *_in_header(report, "SUBJECT-COMPANY")]
    if about:
        issuer = Issuer(cik=about[0].cik, name=about[0].name, trading_symbol=issuer.trading_symbol)
    if owners:
        told = {name: value for name, value in owner if getattr(owners[0], name) is None}
        owners = [owners[0].model_copy(update=told), *owners[1:]]
    return issuer, tuple(owners or ([owner] if owner.name else [])), period


def _in_header(report: Report, role: str) -> list[ReportingOwner]:
    parties = report.header.entities if report.header else []
    return [
        ReportingOwner(cik=party.cik, name=party.name, address=party.business_address)
        for party in parties
        if party.role == role
    ]


def _related(owner: ReportingOwner, boxes: re.Match[str] | None) -> ReportingOwner:
    if boxes is None:
        return owner
    director, ten_percent, officer, other = (bool(boxes[number]) for number in (1, 2, 3, 4))
    below = " ".join(boxes[5].split())
    words = below if below and not re.match(r"\d[.A]", below) else None
    return owner.model_copy(
        update={
            "is_director": director,
            "is_officer": officer,
            "is_ten_percent_owner": ten_percent,
            "is_other": other,
            "officer_title": words if officer else None,
            "other_text": words if other and not officer else None,
        }
    )


def _entities(issuer: Issuer, owners: tuple[ReportingOwner, ...]) -> list[Entity]:
    parties = [("ISSUER", issuer.cik, issuer.name), *(("REPORTING-OWNER", owner.cik, owner.name) for owner in owners)]
    return [Entity(role=role, cik=cik, name=name) for role, cik, name in parties if cik or name]


# ------------------------------------------------------------------ words


def _plain(source: str) -> str:
    return " ".join(unescape(source).split())


def _date_behind(pattern: re.Pattern[str], text: str) -> dt.date | None:
    box = pattern.search(text)
    dates = dates_in(box[1]) if box else []
    return dates[0][1] if dates else None


def _words(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return (found[1].strip() or None) if found else None


def _footnotes(text: str, places: dict[str, tuple[str, ...]]) -> dict[str, Footnote]:
    section = _NOTES.search(text)
    words = section[1] if section else ""
    notes = list(_NOTE.finditer(words)) or list(_NOTE_IN_PARENTHESES.finditer(words))
    printed = {f"F{note[1]}": note[2].strip() for note in notes}
    ids = dict.fromkeys([*printed, *places])
    return {id: Footnote(text=printed.get(id), fields=places.get(id, ())) for id in ids}


def _signatures(text: str) -> list[Signature]:
    rendered = [(match[1], dates_in(match[2])) for match in _SIGNED.finditer(text)]
    if not rendered:
        return [_dated(one, text) for one in read_signatures(text, 0)[0]]
    return [
        Signature(conformed_signature=signed, name=signer_of(signed), date=dates[0][1] if dates else None)
        for signed, dates in rendered
    ]


def _dated(signature: Signature, text: str) -> Signature:
    """With the date behind it on its line, or beside or below it: forms in words print it in the next column."""
    signed = signature.conformed_signature or ""
    dated = dates_in(signed)
    if dated:
        plain = signed[: dated[0][0]].rstrip(" ,")
        return signature.model_copy(
            update={"conformed_signature": plain, "name": signer_of(plain), "date": dated[0][1]}
        )
    at = text.rfind(signed or "\0")
    if signature.date or at < 0:
        return signature
    dates = dates_in(text[at : at + 300])
    return signature.model_copy(update={"date": dates[0][1]}) if dates else signature
