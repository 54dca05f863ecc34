"""The event of a filing: its keys, its identity, whom it names, and that it always fits into a message."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filings.notifications.attributes import build_attributes, build_rejection_attributes
from filings.notifications.notification import read_event
from filings.notifications.notification_text import MAX_MESSAGE_BYTES, clean
from filings.record import (
    Cover,
    Document,
    Entity,
    Exhibit,
    Fact,
    Filing,
    Item,
    Part,
    Security,
    Warning,
    to_json,
)
from tests.notifications import notification_samples as samples

KEYS_OF_THE_ENVELOPE = """
    specversion id source type subject time datacontenttype dataschema data
"""
KEYS_OF_THE_DATA = """
    accessionNumber form isAmendment filingDate reportDate acceptanceDateTime cik companyName tickers
    entities entityCount items itemTitles headline severity tags exhibits documentCount
    insider holdings beneficialOwnership financials offering proposedSale lateFiling record object processing
    linkToFiling
"""


def _plain(event):
    return json.loads(to_json(event))


@pytest.mark.parametrize("filing", [Filing(), samples.earnings(), samples.headerless(), samples.insider()])
def test_every_key_of_the_contract_is_there_and_no_other_whatever_the_filing(filing):
    event = _plain(samples.event(filing))
    assert list(event) == KEYS_OF_THE_ENVELOPE.split()
    assert list(event["data"]) == KEYS_OF_THE_DATA.split()
    assert list(event["data"]["record"]) == ["table", "pk", "sk"]
    assert list(event["data"]["object"]) == ["bucket", "key", "versionId", "eTag", "size"]
    processing = "revision change parserVersion warnings uploadToNotifyMs origin"
    assert list(event["data"]["processing"]) == processing.split()


def test_times_are_utc_and_dates_are_dates():
    event = _plain(samples.event(samples.earnings()))
    assert event["time"] == "2025-05-01T20:30:44.120000Z"
    assert event["data"]["acceptanceDateTime"] == "2025-05-01T20:30:42Z"
    assert event["data"]["filingDate"] == "2025-05-01"


def test_the_same_content_of_the_same_filing_has_the_same_id_whatever_else_differs():
    first = samples.event(samples.earnings())
    again = samples.event(samples.filing("8-K", "8.01"), revision=7, change="SUPERSEDED")
    assert first.id == again.id == f"0009000001-25-000055/{samples.SHA256[:32]}"


def test_other_content_has_another_id_and_an_id_fits_the_deduplication_of_a_fifo_queue(monkeypatch):
    first = samples.event(samples.headerless()).id
    monkeypatch.setattr(samples, "SHA256", "0" + samples.SHA256[1:])
    assert samples.event(samples.headerless()).id != first
    assert len(first) <= 128


def test_content_that_is_read_again_has_an_id_of_that_parser_version():
    first, again = (samples.event(samples.headerless(), change=change) for change in ("CREATED", "REPARSED"))
    assert again.id == f"{first.id}/1.0.0"
    assert len(again.id) <= 128


def test_a_rejections_id_follows_from_the_object_version_alone():
    assert samples.rejection().id == samples.rejection().id
    assert len({samples.rejection(key, version_id=v).id for key in "ab" for v in ("1", "2", None)}) == 6


@pytest.mark.parametrize(
    ("revision", "change", "type_"),
    [
        (1, "CREATED", "filing.processed.v1"),
        (2, "UPDATED", "filing.updated.v1"),
        (2, "SUPERSEDED", "filing.updated.v1"),
        (2, "REPARSED", "filing.updated.v1"),
    ],
)
def test_only_the_first_revision_is_processed_later_ones_are_updates(revision, change, type_):
    assert samples.event(samples.earnings(), revision=revision, change=change).type == type_


ISSUER = Entity(role="ISSUER", cik="0009000002", name="ISSUER INC")
SUBJECT = Entity(role="SUBJECT-COMPANY", cik="0009000003", name="SUBJECT INC")
OWNER = Entity(role="REPORTING-OWNER", cik="0009000004", name="OWNER ADA")
FILER = Entity(role="FILER", cik="0009000005", name="FILER INC")
DEPOSITOR = Entity(role="DEPOSITOR", cik="0009000006", name="DEPOSITOR INC")


@pytest.mark.parametrize(
    ("entities", "primary"),
    [
        ((OWNER, ISSUER), ISSUER),
        ((FILER, SUBJECT), SUBJECT),
        ((DEPOSITOR, FILER), FILER),
        ((DEPOSITOR, OWNER), DEPOSITOR),
    ],
)
def test_a_filing_is_about_its_issuer_or_subject_else_its_first_filer_else_its_first_party(entities, primary):
    data = samples.event(Filing(entities=entities)).data
    assert (data.cik, data.company_name) == (primary.cik, primary.name)


def test_without_a_header_the_name_is_the_covers_and_the_cik_that_of_the_dei_facts():
    fact = Fact(concept="dei:EntityCentralIndexKey", value="9000001")
    data = samples.event(samples.headerless().model_copy(update={"facts": (fact,)})).data
    assert (data.cik, data.company_name) == ("0009000001", "Marlow Instruments, Inc.")


def test_tickers_are_the_covers_symbols_in_one_spelling_without_the_placeholders():
    symbols = ["mrlw", "MRLW", "N/A", None, "None", "MRLW PRA", "see note (1) below", "BRK.B"]
    filing = Filing(cover=Cover(securities=tuple(Security(trading_symbol=symbol) for symbol in symbols)))
    assert samples.event(filing).data.tickers == ("MRLW", "MRLW PRA", "BRK.B")


def test_the_link_needs_the_accession_number_and_a_cik():
    url = "https://www.sec.gov/Archives/edgar/data/9000001/000900000125000055/0009000001-25-000055-index.htm"
    assert samples.event(samples.earnings()).data.link_to_filing == url
    assert samples.event(samples.headerless()).data.link_to_filing is None
    assert samples.event(Filing(accession_number="0009000001-25-000055")).data.link_to_filing is None


def test_at_most_25_parties_are_listed_and_the_count_tells_the_truth():
    data = samples.event(Filing(entities=(FILER,) * 85)).data
    assert (len(data.entities), data.entity_count) == (25, 85)


def test_a_forms_summary_is_carried_with_exact_decimals_and_read_back():
    event = samples.event(samples.insider(), summaries=samples.bought("12345678901234567.05"))
    assert '"buyValueUsd":12345678901234567.05' in to_json(event)
    again = read_event(to_json(event))
    assert again.data.insider.model_dump()["buyValueUsd"] == Decimal("12345678901234567.05")
    assert to_json(again) == to_json(event)


def test_a_fresh_process_reads_a_stored_summary_and_writes_it_again():
    """Models are built on first use; here nothing has used one before, as in the sweeper's first call."""
    stored = to_json(samples.event(samples.insider(), summaries=samples.bought("2.50")))
    code = "import sys; from filings.notifications.notification import *; from filings.record import to_json\n"
    code += "sys.stdout.write(to_json(read_event(sys.stdin.read())))"
    done = subprocess.run([sys.executable, "-c", code], input=stored, capture_output=True, text=True, check=True)
    assert done.stdout == stored


def test_a_form_may_add_tickers_tags_and_the_headlines_words():
    summaries = samples.bought("5").model_copy(
        update={"tickers": ("ABCD",), "tags": ("insider", "cluster"), "says": "bought shares"}
    )
    data = samples.event(samples.insider(), summaries=summaries).data
    assert data.tickers == ("MRLW", "ABCD")
    assert data.tags == ("insider", "cluster")
    assert data.headline == "QUILL ADA filed a Form 4 on MARLOW INSTRUMENTS INC (MRLW): bought shares"


def test_a_summary_beyond_its_share_of_the_message_is_left_out():
    rows = Part.model_validate({"rows": ["0123456789"] * 1000})
    summaries = samples.bought("5").model_copy(update={"holdings": rows})
    data = samples.event(samples.insider(), summaries=summaries).data
    assert data.holdings is None
    assert data.insider is not None


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("two\r\n  lines\tand\xa0blanks ", "two lines and blanks"),
        ("zero​width and ‮bidi", "zerowidth and bidi"),
        ("\x00\x1b[31mred", "[31mred"),
        ("exactly ten", "exactly t…"),
        ("ten chars.", "ten chars."),
    ],
)
def test_texts_become_one_printable_line_within_the_limit(text, cleaned):
    assert clean(text, 10 if "ten" in text else 40) == cleaned


def _message_bytes(body: str, attributes) -> int:
    """What SNS counts: the body, and name, type and value of each attribute."""
    return len(body.encode()) + sum(len(part.encode()) for name, pair in attributes.items() for part in (name, *pair))


@st.composite
def _filings(draw) -> Filing:
    """Filings with hundreds of everything, and texts that are longest in JSON."""
    unit = draw(st.sampled_from(["😀", '"', "\\", "é", "\x01a", "a ", "𝕊 "]) | st.text(min_size=1, max_size=3))
    text = unit * draw(st.sampled_from([1, 40, 2000]))
    count = draw(st.sampled_from([0, 1, 30, 700]))
    entity = Entity(role=text, cik=draw(st.sampled_from(["0009000001", text])), name=text, file_number=text)
    ciks = tuple(entity.model_copy(update={"cik": f"{n:010d}"}) for n in range(count))
    number = draw(st.sampled_from(["1.03", text]))
    return Filing(
        accession_number=text,
        form=draw(st.sampled_from(["8-K", "4", text])),
        acceptance_date_time=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
        entities=(entity, *ciks),
        documents=(Document(size=1, start=0, end=1),) * count,
        cover=Cover(
            registrant_name=text, securities=tuple(Security(trading_symbol=f"T{n}{text}") for n in range(count))
        ),
        items=tuple(Item(item=f"{number}{n or ''}", title=text, text=text, start=0, end=1) for n in range(count)),
        exhibits=(Exhibit(number=text, type=text, description=text, filename=text),) * count,
        warnings=(Warning(code=text, message=text, where=text),) * count,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filing=_filings(), key=st.text(min_size=1, max_size=256).map(lambda key: key * 2))
def test_the_whole_message_stays_below_256_kib_whatever_the_filing(filing, key):
    event = samples.event(filing)
    event = event.model_copy(
        update={"data": event.data.model_copy(update={"object": event.data.object.model_copy(update={"key": key})})}
    )
    attributes = build_attributes(event, filing)
    assert _message_bytes(to_json(event), attributes) <= MAX_MESSAGE_BYTES
    assert len(attributes) <= 9
    refused = samples.rejection(key)
    assert _message_bytes(to_json(refused), build_rejection_attributes(refused)) <= MAX_MESSAGE_BYTES


def test_the_caps_alone_leave_room_for_four_full_summaries():
    wide = "😀" * 5000
    entities = tuple(Entity(role=wide, cik=f"{n:010d}", name=wide, file_number=wide) for n in range(600))
    filing = Filing(
        form=wide,
        entities=entities,
        items=tuple(Item(item=f"{n}{wide}", title=wide, text="", start=0, end=0) for n in range(100)),
        exhibits=(Exhibit(number=wide, type=wide, description=wide, filename=wide),) * 50,
        warnings=(Warning(code=wide, message=wide, where=wide),) * 50,
    )
    full = Part.model_validate({"total": "9" * 8_000})
    summaries = samples.bought("1").model_copy(
        update={"insider": full, "holdings": full, "beneficial_ownership": full, "financials": full}
    )
    event = samples.event(filing, summaries=summaries)
    assert event.data.financials is not None
    assert _message_bytes(to_json(event), build_attributes(event.model_copy(), filing)) <= MAX_MESSAGE_BYTES
