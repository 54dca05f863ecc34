"""Form 13F, the quarterly holdings of an institutional investment manager (Rule 13f-1): cover and information table.

13F-HR reports holdings, 13F-NT says that others report them, 13F-CTR asks for confidential treatment. In XML
since May 2013, cover and table in two documents; text before, mostly in one. Rows: `information_table`, `text_table`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, islice

from filings.cusip import compact
from filings.exhibits.exhibit import read_exhibits
from filings.forms._form import Form, Parts, Report
from filings.holdings.holdings_cover import filer_of, read_cover, signatures_of
from filings.holdings.holdings_page import read_page, signatures_of_page
from filings.holdings.holdings_record import Holdings
from filings.holdings.holdings_summary import summarize
from filings.holdings.information_table import Row, is_information_table, xml_rows
from filings.holdings.separated_table import in_columns
from filings.holdings.text_table import text_rows
from filings.holdings.value_unit import value_unit
from filings.record import Document, Entity, Signature, Warning
from filings.text.html_text import html_text, looks_like_html
from filings.xml.edgar_xml import is_edgar_xml, read_xml

MOST_ROWS = 50_000
"""More than any manager's table has; twice as many fill a function's memory."""


def read(report: Report) -> Parts:
    """The parts of a 13F."""
    warnings: list[Warning] = []
    cover, entities, signatures = _cover(report, warnings)
    if cover.period_of_report is None and report.header and report.header.period:
        cover = cover.model_copy(update={"period_of_report": report.header.period})
    rows = _rows(report)
    filed = report.header.filing_date if report.header else None
    signed = max((signature.date for signature in signatures if signature.date), default=None)
    unit, doubts = value_unit(rows, filed or signed or cover.period_of_report, report.document.filename)
    told = {"value_unit": unit if rows else None, "rows": _in_dollars(rows, unit)}
    holdings = Holdings.model_validate(dict(cover) | told)  # at once: a fifth faster than row by row
    return Parts(
        report_date=cover.period_of_report,
        holdings=holdings,
        entities=entities,
        exhibits=read_exhibits("", report.documents),
        signatures=signatures,
        warnings=[*warnings, *doubts, *_disagreements(holdings)],
    )


def _cover(report: Report, warnings: list[Warning]) -> tuple[Holdings, list[Entity], list[Signature]]:
    """The cover without rows, the manager as a party, who signed."""
    if not is_edgar_xml(report.source):
        cover = read_page(report.text)
        name = cover.filing_manager
        return cover, [Entity(role="FILER", name=name)] if name else [], signatures_of_page(report.text, name)
    if is_information_table(report.source[:2000]):
        return Holdings(), [], []
    root, odd = read_xml(report.source, report.document.filename)
    warnings += odd
    if root is None:
        return Holdings(), [], []
    cover = read_cover(root, warnings)
    return cover, filer_of(root, cover), signatures_of(root, warnings)


def _rows(report: Report) -> list[Row]:
    """The rows of the primary document and, where the table stands by itself, of those behind it."""
    others = [document for document in report.documents if document is not report.document]
    tables = (_rows_of(report.load(document)) for document in others if _is_table(document))
    rows = list(islice(chain(_rows_of(report.source), chain.from_iterable(tables)), MOST_ROWS))
    if not rows:
        maybe = (_rows_of(report.load(document)) for document in others if _may_be_table(document))
        rows = list(islice(chain.from_iterable(maybe), MOST_ROWS))
    return rows


def _is_table(document: Document) -> bool:
    return (document.type or "").upper().startswith(("13F", "INFORMATION TABLE"))


def _may_be_table(document: Document) -> bool:
    """Of a submission whose table is not called one: no graphic, no PDF, no letter to the staff."""
    return not _is_table(document) and (document.type or "XML").upper().startswith(("EX-99", "XML"))


def _rows_of(source: str) -> Iterator[Row]:
    if is_information_table(source):
        return xml_rows(source)
    if is_edgar_xml(source) or source.lstrip()[:6] == "begin ":
        return iter(())
    return text_rows(html_text(source) if looks_like_html(source) else in_columns(source).expandtabs())


def _in_dollars(rows: Iterable[Row], unit: int) -> Iterator[Row]:
    for row in rows:
        yield row | {"value": _times(row["value_as_reported"], unit)}


def _times(reported: Decimal | None, unit: int) -> Decimal | None:
    return reported if reported is None or unit == 1 else reported * unit


# ------------------------------------------------------------------ what the cover and the rows say differently


def _disagreements(holdings: Holdings) -> list[Warning]:
    warnings = []
    rows, entries, total = holdings.rows, holdings.table_entry_total, holdings.table_value_total
    if entries and not rows:
        message = f"the cover tells {entries:,} entries, and no information table was found"
        warnings.append(Warning(code="no-information-table", message=message, where="tableEntryTotal"))
    elif entries is not None and entries != len(rows):
        message = f"the cover tells {entries:,} entries, the table has {len(rows):,} rows"
        warnings.append(Warning(code="entries-differ-from-cover", message=message, where="tableEntryTotal"))
    summed = sum((row.value_as_reported or Decimal(0) for row in rows), Decimal(0))
    # Filers who round each row to thousands are off by half a unit a row.
    if rows and total is not None and abs(summed - total) > len(rows):
        message = f"the cover tells a total of {total:,}, the rows add up to {summed:,}" + _unit_told(summed, total)
        warnings.append(Warning(code="value-differs-from-cover", message=message, where="tableValueTotal"))
    if len(rows) == MOST_ROWS:
        message = f"the table has {MOST_ROWS:,} rows or more: those behind them were not read"
        warnings.append(Warning(code="rows-cut", message=message, where="infoTable"))
    short = sum(1 for row in rows if row.cusip and len(compact(row.cusip)) != 9)
    if short:
        message = f"{short:,} CUSIPs have not nine characters; they are as printed, leading zeros may be lost"
        warnings.append(Warning(code="short-cusip", message=message, where="cusip"))
    return warnings


def _unit_told(summed: Decimal, total: Decimal) -> str:
    """What a factor of a thousand between them means."""
    if not summed or not total:
        return ""
    factor = total / summed
    if Decimal(990) < factor < Decimal(1010):
        return ": the cover is in dollars, the table in thousands"
    return ": the cover is in thousands, the table in dollars" if Decimal(990) < 1 / factor < Decimal(1010) else ""


FORM = Form(
    submission_types=("13F-HR", "13F-HR/A", "13F-NT", "13F-NT/A", "13F-CTR", "13F-CTR/A", "13F-E", "13F-E/A"),
    read=read,
    summarize=summarize,
)
