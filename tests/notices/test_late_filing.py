"""What the notification says of a late report."""

from pathlib import Path

import pytest

from filings.forms.late_filing import LONGEST_REASON, summarize
from filings.parse import parse_filing
from filings.record import Filing

CASES = Path(__file__).parents[1] / "fixtures" / "late_filing"


def test_the_summary_tells_which_report_is_late_and_why():
    filing = parse_filing((CASES / "nt-10-k" / "submission.txt").read_bytes())

    summary = summarize(filing).late_filing.model_dump(by_alias=True, mode="json")

    assert summary | {"narrative": None} == {
        "form": "10-K", "periodEnded": "2025-12-31", "withinExtension": True, "narrative": None,
        "significantChangeInResults": True,
    }  # fmt: skip
    assert summary["narrative"].startswith("The Registrant found an error")


def test_a_long_reason_is_cut_in_the_notification_only():
    filing = Filing(form="NT 10-Q", form_data={"form": "10-Q", "narrative": "x" * 5000})

    assert len(summarize(filing).late_filing.narrative) == LONGEST_REASON
    assert len(filing.form_data["narrative"]) == 5000


def test_a_page_without_a_report_has_no_summary():
    assert summarize(Filing(form="NT 10-Q")).late_filing is None


@pytest.mark.parametrize(
    ("submission_type", "report"),
    [("NT 10-K/A", "10-K"), ("NTN 10Q", "10-Q"), ("NT-NCSR", "N-CSR"), ("NT N-CEN", "N-CEN"), ("NTFNCEN", "N-CEN")],
)
def test_the_submission_type_tells_which_report_is_late(submission_type, report):
    page = (CASES / "nt-10-k" / "submission.txt").read_text(encoding="utf-8")
    filing = parse_filing(page.replace("NT 10-K\n", f"{submission_type}\n").encode())

    assert filing.form_data["form"] == report
