"""Whether a PDF's page has no more fonts than may be loaded.

pypdf loads all fonts that a page or a form inside it names, with their character maps, before it draws: there is no
call in which `pdf_text` could stop it. So they are measured first. This imports pypdf; only `pdf_text` imports this.
"""

from __future__ import annotations

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from filings.errors import UnreadablePdf

__all__ = ["check_fonts"]

FONTS = 500
"""That a page or form names."""
MAP_BYTES = 4 << 20
"""Of the character maps of these fonts, unpacked. pypdf takes nearly a second for each MB."""
FORMS = 1_000
"""Drawings inside a page, and inside those, that are looked at."""
PARENTS = 100
"""Levels of the page tree from which resources are inherited."""


def check_fonts(page: DictionaryObject) -> None:
    """Raises UnreadablePdf for a page with more fonts, or drawings with fonts of their own, than any filing has."""
    seen: set[int] = set()
    ahead: list[PdfObject] = [page]
    while ahead:
        owner = ahead.pop()
        if id(owner) in seen:
            continue
        seen.add(id(owner))
        resources = _resources(owner)
        fonts = _entries(resources, "/Font")
        ahead += _entries(resources, "/XObject")
        if len(seen) > FORMS or len(fonts) > FONTS or _map_bytes(fonts) > MAP_BYTES:
            raise UnreadablePdf("a page of it has more fonts or drawings than any filing's")


def _resources(owner: PdfObject) -> PdfObject | None:
    """A page's or form's own resources, else those of the nearest parent that has some."""
    for _ in range(PARENTS):
        if not isinstance(owner, DictionaryObject) or "/Resources" in owner or "/Parent" not in owner:
            break
        owner = owner["/Parent"]
    return _entry(owner, "/Resources")


def _map_bytes(fonts: list[PdfObject]) -> int:
    """What the fonts' character maps have together, as far as they are allowed."""
    size = 0
    for font in fonts:
        characters = _entry(font, "/ToUnicode")
        if isinstance(characters, StreamObject):
            size += len(characters.get_data())
        if size > MAP_BYTES:
            break
    return size


def _entry(owner: PdfObject | None, name: str) -> PdfObject | None:
    """What a dictionary has under a name, looked up where it is only referred to."""
    found = owner.get(name) if isinstance(owner, DictionaryObject) else None
    return found.get_object() if isinstance(found, PdfObject) else None


def _entries(owner: PdfObject | None, name: str) -> list[PdfObject]:
    entry = _entry(owner, name)
    found = entry.values() if isinstance(entry, DictionaryObject) else ()
    return [value for value in (each.get_object() for each in found) if value is not None]
