"""EDGAR's submission types as a list that a person can read: their names have blanks, so semicolons part them."""

from __future__ import annotations

__all__ = ["types_in", "with_amendments"]


def types_in(names: str) -> tuple[str, ...]:
    """`"POS AM; S-4 POS"` is two types."""
    return tuple(name for piece in names.replace("\n", ";").split(";") if (name := piece.strip()))


def with_amendments(names: str) -> tuple[str, ...]:
    """Each type and its amendment, `S-1` and `S-1/A`."""
    return tuple(f"{name}{amended}" for name in types_in(names) for amended in ("", "/A"))
