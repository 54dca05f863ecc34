"""Schedule 13G, a holder of more than 5% who is passive or exempt: the class held, and by whom (Rule 13d-102).

`SCHEDULE 13G` is XML, since 2024-12-18; `SC 13G` is words. `schedule_form` reads both.
"""

from __future__ import annotations

from filings.forms._form import Form
from filings.schedules.beneficial_ownership import summarize
from filings.schedules.schedule_form import read_schedule

FORM = Form(
    submission_types=("SCHEDULE 13G", "SCHEDULE 13G/A", "SC 13G", "SC 13G/A"), read=read_schedule, summarize=summarize
)
