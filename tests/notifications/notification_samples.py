"""Filings of invented companies and the events made of them, for the tests of what subscribers are told."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from filings.notifications.notification import ObjectVersion, RecordKey, Summaries, build_event, build_rejection
from filings.notifications.notification_models import Change, Event, Origin, Rejection
from filings.record import Cover, Document, Entity, Exhibit, Filing, Item, Part, Security, Warning

MADE_AT = dt.datetime(2025, 5, 1, 20, 30, 44, 120000, tzinfo=dt.UTC)
ACCEPTED_AT = dt.datetime(2025, 5, 1, 20, 30, 42, tzinfo=dt.UTC)
SHA256 = "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"

MARLOW = Entity(role="FILER", cik="0009000001", name="MARLOW INSTRUMENTS INC", file_number="001-90001")
TITLES = {
    "1.03": "Bankruptcy or Receivership",
    "1.05": "Material Cybersecurity Incidents",
    "2.02": "Results of Operations and Financial Condition",
    "5.02": "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers",
    "9.01": "Financial Statements and Exhibits",
    "4": "Changes in Registrant's Certifying Accountant",
    "7": "Financial Statements and Exhibits",
}


def items(*numbers: str) -> tuple[Item, ...]:
    """Items with their official titles where this module knows one."""
    return tuple(Item(item=n, title=TITLES.get(n), text=f"Text of item {n}.", start=0, end=15) for n in numbers)


def filing(form: str, *numbers: str, ticker: str | None = "MRLW", entities: tuple[Entity, ...] = (MARLOW,)) -> Filing:
    """A filing of Marlow Instruments, which does not exist."""
    return Filing(
        accession_number="0009000001-25-000055",
        form=form,
        is_amendment=form.endswith("/A"),
        filing_date=dt.date(2025, 5, 1),
        report_date=dt.date(2025, 4, 30),
        acceptance_date_time=ACCEPTED_AT,
        entities=entities,
        documents=(Document(type=form, size=10, start=0, end=10), Document(type="EX-99.1", size=10, start=20, end=30)),
        cover=Cover(securities=(Security(trading_symbol=ticker),) if ticker else ()),
        items=items(*numbers),
    )


def event(
    parsed: Filing,
    *,
    revision: int = 1,
    change: Change = "CREATED",
    origin: Origin = "upload",
    summaries: Summaries | None = None,
) -> Event:
    """The event of a filing, with all that the pipeline would add."""
    filing_id = parsed.accession_number or f"sha256:{SHA256}"
    return build_event(
        parsed,
        filing_id=filing_id,
        content_sha256=SHA256,
        revision=revision,
        change=change,
        event_source="/filing-events/test",
        time=MADE_AT,
        record=RecordKey(table="filings", pk=f"FILING#{filing_id}", sk=f"REVISION#{SHA256}"),
        object=ObjectVersion(bucket="inbox", key="2025/marlow.txt", version_id="v1", e_tag="9b2c", size=30_412),
        parser_version="1.0.0",
        upload_to_notify_ms=1320,
        origin=origin,
        read_again=change == "REPARSED",
        summaries=summaries,
    )


def rejection(key: str = "2025/picture.png", *, version_id: str | None = "v7") -> Rejection:
    """The event of an upload that is no filing."""
    return build_rejection(
        object=ObjectVersion(bucket="inbox", key=key, version_id=version_id, e_tag="77aa", size=5_120),
        reason_type="NotText",
        reason="this is a PNG picture, not the text of a filing",
        event_source="/filing-events/test",
        time=MADE_AT,
        record=RecordKey(table="filings", pk=f"OBJECT#inbox/{key}", sk=f"VERSION#{version_id or 'null'}"),
        parser_version="1.0.0",
    )


def earnings() -> Filing:
    """An ordinary 8-K: results, with a press release."""
    press_release = Exhibit(
        number="99.1",
        type="EX-99.1",
        description="Press release of May 1, 2025",
        filename="marlow-ex991.htm",
        sequence=2,
    )
    return filing("8-K", "2.02", "9.01").model_copy(update={"exhibits": (press_release,)})


def insider(form: str = "4") -> Filing:
    """A form 4: an insider who files on the issuer."""
    issuer = MARLOW.model_copy(update={"role": "ISSUER"})
    owner = Entity(role="REPORTING-OWNER", cik="0009000777", name="QUILL ADA")
    return filing(form, entities=(owner, issuer))


def bought(usd: str, sold: str = "0") -> Summaries:
    """What the module of forms 3, 4 and 5 would add."""
    return Summaries(insider=Part.model_validate({"buyValueUsd": Decimal(usd), "sellValueUsd": Decimal(sold)}))


def holder(form: str = "SC 13D") -> Filing:
    """A schedule of a holder on its subject company."""
    subject = MARLOW.model_copy(update={"role": "SUBJECT-COMPANY"})
    fund = Entity(role="FILED-BY", cik="0009000888", name="TIDEWATER LANTERN FUND LP")
    return filing(form, entities=(fund, subject), ticker=None)


def headerless() -> Filing:
    """A bare document: no header, no accession number; all that is known stands on the cover."""
    cover = Cover(registrant_name="Marlow Instruments, Inc.", securities=(Security(trading_symbol="MRLW"),))
    odd = Warning(code="no-header", message="the file has no EDGAR header; its cover was read instead")
    return Filing(form="8-K", report_date=dt.date(2025, 4, 30), cover=cover, items=items("5.02"), warnings=(odd,))


def of_1996() -> Filing:
    """An 8-K of before 2004-08-23, with the items of that form."""
    parsed = filing("8-K", "4", "7", ticker=None)
    return parsed.model_copy(
        update={
            "filing_date": dt.date(1996, 12, 20),
            "report_date": dt.date(1996, 12, 13),
            "acceptance_date_time": dt.datetime(1996, 12, 21, 3, 15, 0, tzinfo=dt.UTC),
            "accession_number": "0009000001-96-000007",
        }
    )
