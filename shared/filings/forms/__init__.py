"""The forms, one module each: every `form_*` module here ends in `FORM = Form(…)` and is found by its name.

Two modules that claim one submission type are an error at import. A type that nobody claims is no
error: such a filing is recorded without form-specific parts.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from filings.forms._form import Form

__all__ = ["form_for", "forms"]


@cache
def forms() -> dict[str, Form]:
    """Submission type -> its form. Raises TypeError where two modules claim the same type."""
    claimed: dict[str, Form] = {}
    claimant: dict[str, str] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")):
        form: Form = importlib.import_module(f"{__name__}.{module}").FORM
        for submission_type in form.submission_types:
            if submission_type in claimed:
                raise TypeError(f"{claimant[submission_type]} and {module} both claim {submission_type}")
            claimed[submission_type], claimant[submission_type] = form, module
    return claimed


def form_for(submission_type: str | None) -> Form | None:
    """The form that reads this submission type, or None."""
    return forms().get(submission_type or "")
