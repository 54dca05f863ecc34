"""The forms, one module each: every module here without an underscore ends in `FORM = Form(…)` and is found by name.

No two modules claim one submission type. One that nobody claims is no error: such a filing is read as `_unlisted` does.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache, lru_cache
from pathlib import Path

from filings.forms._form import Form

__all__ = ["form_for"]

LONGEST_TYPE = 20
"""Characters; EDGAR's longest type is `SEC STAFF ACTION`. A longer one is no form's, and not worth a search."""


def form_for(submission_type: str | None) -> Form | None:
    """The form that reads this submission type, or None. Only modules that name the type are imported."""
    return _form_for(submission_type) if submission_type and len(submission_type) <= LONGEST_TYPE else None


@lru_cache(maxsize=256)  # types come from uploads
def _form_for(submission_type: str) -> Form | None:
    claimed = (form for form in map(_form_of, _naming(submission_type)) if submission_type in form.submission_types)
    return next(claimed, None)


def _naming(submission_type: str) -> list[str]:
    """The modules whose source names a type or, of an amendment, the form; those that quote it first.

    A Lambda sees few forms and should not pay for all: no other module is imported.
    """
    form = submission_type.removesuffix("/A")
    word = re.compile(rf"(?<![\w/-]){re.escape(form)}(?![\w-])")
    naming = [module for module, source in _sources().items() if word.search(source)]
    return sorted(naming, key=lambda module: f'"{form}"' not in _sources()[module])


@cache
def _sources() -> dict[str, str]:
    return {module: Path(*__path__, f"{module}.py").read_text(encoding="utf-8") for module in _modules()}


@cache
def _modules() -> tuple[str, ...]:
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")))


def _form_of(module: str) -> Form:
    form: Form = importlib.import_module(f"{__name__}.{module}").FORM
    return form
