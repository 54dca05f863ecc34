"""lxml's parser for what strangers upload: no entity is expanded, no DTD read, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import XMLParser

__all__ = ["safe_parser"]


def safe_parser(**options: Any) -> XMLParser:  # noqa: ANN401 - lxml's own options
    """A parser of UTF-8 with lxml's further `options`."""
    from lxml import etree  # here, as most filings have no XML: the import costs them nothing

    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        **options,
    )
