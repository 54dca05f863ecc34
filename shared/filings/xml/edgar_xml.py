"""EDGAR's XML: read safely, mended where it is mangled, and turned into plain objects under its own names.

lxml is imported only when there is XML to read. No entity is expanded, no DTD read, nothing fetched; the
longest document is bounded. Namespaces say nothing that the names do not: elements keep their local names.
What the elements of a form mean is its module's business. Specifications: https://www.sec.gov/edgar/filermanual
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from pydantic import JsonValue

from filings.record import Warning
from filings.xml.safe_parser import safe_parser

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["LARGEST_XML", "first_text", "form_data", "is_edgar_xml", "read_xml", "text_of"]

LARGEST_XML = 32 << 20
"""Characters of one XML document that are read; a fund's N-PORT has a few million."""
LARGE = 8 << 20
"""libxml2 by itself refuses a text of more than ten million characters."""
DEEPEST = 64
"""Elements nested deeper are told as text: no form of EDGAR has twenty levels."""
MOST_ATTRIBUTES = 100
"""Of one element, more are not read: none of EDGAR's has ten, and lxml looks at all of them for each."""

_PROLOG = re.compile(r"(?:\ufeff|\s|<XML>|<\?(?:[^?]|\?(?!>)){0,2000}\?>|<!--(?:[^-]|-(?!->)){0,20000}-->)*", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(?:\[.{0,20000}?\]\s*)?>?", re.I | re.S)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_ROOTS = frozenset(
    ("edgarsubmission", "ownershipdocument", "informationtable", "effectsubmission", "notificationofremoval")
) | {"proxyvotetable", "assetdata"}
_HTML = frozenset(("html", "body", "head", "div", "table", "p", "font"))
_WRAPPER_END = re.compile(r"</XML>\s*\Z", re.I)
_ENTITY = re.compile(r"&[A-Za-z][A-Za-z0-9]{1,30};")
_BARE_ANGLE = re.compile(r"<(?![A-Za-z_/!?])")
_BARE_AMPERSAND = re.compile(r"&(?!#(?:\d{1,7}|x[0-9A-Fa-f]{1,6});)")
_NUMBERED = re.compile(r"&#(?:(\d{1,7})|x([0-9A-Fa-f]{1,6}));")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def is_edgar_xml(source: str) -> bool:
    """Whether a document is XML data: not EDGAR's HTML rendering of it, whatever its file is called."""
    start = _after_prolog(source)
    root = _ROOT.match(source, start)
    if root is None or root[1].lower() in _HTML:
        return False
    return root[1].lower() in _ROOTS or "<?xml" in source[:start].lower()


def read_xml(source: str, where: str | None = None) -> tuple[_Element | None, list[Warning]]:
    """The root element, names without namespaces; None, with a warning, where there is nothing to be read.

    A document that is not well-formed is mended and read as far as it goes, with the warning `mangled-xml`.
    where: the document's file name, for the warnings.
    """
    if len(source) > LARGEST_XML:
        message = f"the XML has {len(source):,} characters; more than {LARGEST_XML:,} are not read"
        return None, [Warning(code="xml-too-large", message=message, where=where)]
    start, end = _after_prolog(source), _WRAPPER_END.search(source, max(0, len(source) - 100))
    body = source[start : end.start() if end else None]
    root, problem = _parsed(body, recover=False)
    if problem is None and root is not None:
        return _with_local_names(root), []
    root, _ = _parsed(_mended(body), recover=True)
    if root is None:
        return None, [Warning(code="unreadable-xml", message=f"the XML cannot be read: {problem}", where=where)]
    message = f"the XML is not well-formed and was read as far as it goes: {problem}"
    return _with_local_names(root), [Warning(code="mangled-xml", message=message, where=where)]


def _after_prolog(source: str) -> int:
    """Where the root element opens: behind the declaration, comments, `<XML>` and a document type."""
    start = _match_end(_PROLOG, source, 0)
    if source[start : start + 9].upper() == "<!DOCTYPE":
        start = _match_end(_PROLOG, source, _match_end(_DOCTYPE, source, start))
    return start


def _match_end(pattern: re.Pattern[str], source: str, start: int) -> int:
    match = pattern.match(source, start)
    return match.end() if match else start


def _parsed(body: str, *, recover: bool) -> tuple[_Element | None, str | None]:
    from lxml import etree  # here, as most filings have no XML: the import costs them nothing

    parser = safe_parser(remove_comments=True, remove_pis=True, huge_tree=len(body) > LARGE, recover=recover)
    try:
        return etree.fromstring(body.encode("utf-8", "replace"), parser), None
    except etree.XMLSyntaxError as error:
        return None, error.msg or "no reason given"


def _mended(body: str) -> str:
    """What recovery would drop: control characters, bare `&` and `<`, entities (libxml2 reads none after an error)."""
    body = _NUMBERED.sub(_if_a_character, _ENTITY.sub(_by_number, _CONTROLS.sub(" ", body)))
    return _BARE_AMPERSAND.sub("&#38;", _BARE_ANGLE.sub("&#60;", body))


def _by_number(entity: re.Match[str]) -> str:
    text = html.unescape(entity[0]).replace("\xa0", " ")
    return entity[0] if text == entity[0] else "".join(f"&#{ord(character)};" for character in text)


def _if_a_character(reference: re.Match[str]) -> str:
    """Recovery lets the number of a control or of half a character through, and lxml then cannot read the text."""
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    return reference[0] if number <= sys.maxunicode and not _CONTROLS.match(chr(number)) else "\ufffd"


def _with_local_names(root: _Element) -> _Element:
    for element in root.iter("{*}*"):
        tag = element.tag
        if "}" in tag or ":" in tag:  # a prefix that nobody declared stays in the name when recovered
            local = tag.rpartition("}")[2].rpartition(":")[2]
            element.tag = local if _NAME.fullmatch(local) else "element"
    return root


def text_of(element: _Element | None) -> str | None:
    """The words of an element without the blanks around them; None where it has none."""
    if element is None:
        return None
    text = element.text if len(element) == 0 else "".join(_all_text(element))
    return (text.strip() or None) if text else None


def _all_text(element: _Element) -> Iterable[str]:
    return (piece for piece in element.itertext() if isinstance(piece, str))


def first_text(element: _Element | None, *paths: str) -> str | None:
    """The text at the first of `paths` that has one."""
    if element is None:
        return None
    return next((text for path in paths if (text := text_of(element.find(path)))), None)


def form_data(element: _Element, depth: int = 0) -> JsonValue:
    """An element as plain values: text, or an object under EDGAR's names; an element that repeats is a list.

    Attributes stand beside the elements (N-PORT's `<isin value="…"/>`); the text of an element that also has
    attributes or children stands under `value`. A filer's password (`ccc`) is left out, even masked.
    """
    data: dict[str, JsonValue] = {_local(name): text for name, text in _attributes(element) if text.strip()}
    if len(element) == 0 or depth >= DEEPEST:
        text = text_of(element)
        if data and text:
            data[_free("value", data)] = text
        return data or text
    repeated: set[str] = set()
    for child in element.iterchildren("*"):
        name = child.tag
        if not name.lower().endswith("ccc"):
            _put(data, repeated, name, form_data(child, depth + 1))
    if words := _own_words(element):
        data[_free("value", data)] = words
    return data


def _attributes(element: _Element) -> Iterable[tuple[str, str]]:
    """Those that carry information: not the schema's."""
    for name in islice(element.attrib, MOST_ATTRIBUTES):
        if not str(name).startswith("{http://www.w3.org/"):
            yield str(name), str(element.get(name))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _free(name: str, taken: Iterable[str]) -> str:
    return "text" if name in taken else name


def _put(data: dict[str, JsonValue], repeated: set[str], name: str, value: JsonValue) -> None:
    if name not in data:
        data[name] = value
        return
    if name not in repeated:
        repeated.add(name)
        data[name] = [data[name]]
    members = data[name]
    if isinstance(members, list):
        members.append(value)


def _own_words(element: _Element) -> str | None:
    """Text beside the children: mixed content is rare, and no word of it is lost."""
    pieces = [element.text, *(child.tail for child in element)]
    return " ".join(" ".join(piece.split()) for piece in pieces if piece and piece.strip()) or None
