"""The forms, one module each: every module here without an underscore ends in `FORM = Form(…)` and is found by name.

Two modules that claim one submission type are an error. A type that nobody claims is no error: such a
filing is read as `_unlisted` does.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from filings.forms._form import Form

__all__ = ["form_for", "forms"]


def form_for(submission_type: str | None) -> Form | None:
    """The form that reads this submission type, or None. Only modules that name the type are imported first."""
    return _form_for(submission_type) if submission_type else None


@cache
def forms() -> dict[str, Form]:
    """Submission type -> its form. Raises TypeError where two modules claim the same type."""
    claimed: dict[str, Form] = {}
    claimant: dict[str, str] = {}
    for module in _modules():
        form = _form_of(module)
        for submission_type in form.submission_types:
            if submission_type in claimed:
                raise TypeError(f"{claimant[submission_type]} and {module} both claim {submission_type}")
            claimed[submission_type], claimant[submission_type] = form, module
    return claimed


@cache
def _form_for(submission_type: str) -> Form | None:
    # A Lambda sees few forms and should not pay for all: a module is imported if its source names the type.
    named = (module for module, source in _sources().items() if f'"{submission_type}"' in source)
    claimed = (form for form in map(_form_of, named) if submission_type in form.submission_types)
    return next(claimed, None) or forms().get(submission_type)


@cache
def _sources() -> dict[str, str]:
    return {module: Path(*__path__, f"{module}.py").read_text(encoding="utf-8") for module in _modules()}


@cache
def _modules() -> tuple[str, ...]:
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")))


def _form_of(module: str) -> Form:
    form: Form = importlib.import_module(f"{__name__}.{module}").FORM
    return form
