"""Schedule 13D, a holder of more than 5% who may seek influence: the class held, and by whom (Rule 13d-101).

`SCHEDULE 13D` is XML, since 2024-12-18; `SC 13D` is words. `schedule_form` reads both.
"""

from __future__ import annotations

from filings.forms._form import Form
from filings.schedules.beneficial_ownership import summarize
from filings.schedules.schedule_form import read_schedule

FORM = Form(
    submission_types=("SCHEDULE 13D", "SCHEDULE 13D/A", "SC 13D", "SC 13D/A"), read=read_schedule, summarize=summarize
)
