"""The rows of a 13F information table in XML, one after the other.

A table may have 50,000 rows, so no tree is built: rows are cut out of the characters by their tag and a row's
elements are read by name. Thus a table that is cut off, or mangled in one row, still gives the others.
Schema: EDGAR Form 13F XML Technical Specification, eis_13FDocument.xsd. Text tables: `text_table`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from filings.text.character_reference import unescape
from filings.xml.edgar_values import decimal_of

__all__ = ["Row", "is_information_table", "xml_rows"]

Row = dict[str, Any]
"""A row's fields under the names of `Holding`; `value` is not among them until the unit is known."""

_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?informationTable\b")
_ROW = re.compile(r"<((?:[\w.-]{1,40}:)?)infoTable\b[^<>]*>")
_NAME = re.compile(r"(?:[\w.-]{1,40}:)?(\w{1,40})")
_PLAIN = re.compile(r"\d{1,18}", re.ASCII)


@lru_cache(maxsize=8)
def _in_order(prefix: str) -> re.Pattern[str]:
    """A row whose elements stand in the schema's order, in the namespace `prefix`, and whose numbers are digits."""

    def element(name: str, content: str = "[^<]*") -> str:
        return rf"<{prefix}{name}>({content})</{prefix}{name}>\s*"

    def number(name: str) -> str:
        return element(name, r"\d{1,18}")

    prefix = re.escape(prefix)
    return re.compile(
        r"\s*"
        + "".join(map(element, ("nameOfIssuer", "titleOfClass", "cusip")))
        + rf"(?:{element('figi')})?"
        + number("value")
        + rf"<{prefix}shrsOrPrnAmt>\s*{number('sshPrnamt')}{element('sshPrnamtType')}</{prefix}shrsOrPrnAmt>\s*"
        + rf"(?:{element('putCall')})?"
        + element("investmentDiscretion")
        + rf"(?:{element('otherManager')})?"
        + rf"<{prefix}votingAuthority>\s*{''.join(map(number, ('Sole', 'Shared', 'None')))}</{prefix}votingAuthority>",
        re.ASCII,
    )


def is_information_table(source: str) -> bool:
    """Whether a document is, or holds, a 13F information table in XML."""
    return bool(_ROOT.search(source))


def xml_rows(source: str) -> Iterator[Row]:
    """The rows in order. A row that has neither a name, a CUSIP nor a value is none."""
    source = _plain(source) if "<!" in source else source
    end = source.rfind("</XML>", max(0, len(source) - 100))
    end = len(source) if end < 0 else end
    opened = _ROW.search(source)
    in_order = _in_order(opened[1] if opened else "")
    text, number = cache(_text), cache(Decimal)
    while opened is not None:
        found = in_order.match(source, opened.end())
        following = _ROW.search(source, (found or opened).end())
        if found:
            row = _row_in_order(found.groups(), text, number)
        else:
            row = _row(_leaves(source[opened.end() : _start(following, end)]))
        if row["name_of_issuer"] or row["cusip"] or row["value_as_reported"] is not None:
            yield row
        opened = following


def _start(following: re.Match[str] | None, end: int) -> int:
    return following.start() if following else end


def _plain(source: str) -> str:
    """Without comments, and with the text of CDATA sections escaped. Each is looked for once: linear."""
    told, *commented = source.split("<!--")
    told += "".join(piece.partition("-->")[2] for piece in commented)
    first, *sections = told.split("<![CDATA[")
    parts = (piece.partition("]]>") for piece in sections)
    return first + "".join(html.escape(data, quote=False) + rest for data, _, rest in parts)


def _leaves(row: str) -> dict[str, str]:
    """Element -> its text. Cut at the brackets, which is twice as fast as an expression; closing tags do no harm."""
    pieces = row.split("<")
    if not pieces[-1].startswith("/"):
        pieces.pop()  # the file was cut off within this element
    leaves = {name: text for name, _, text in (piece.partition(">") for piece in pieces)}
    if "nameOfIssuer" in leaves and '="' not in row:
        return leaves
    named = ((_NAME.match(name), text) for name, text in leaves.items())
    return {name[1]: text for name, text in named if name}


def _row_in_order(
    texts: tuple[str | Any, ...], text: Callable[[str | None], str | None], number: Callable[[str], Decimal]
) -> Row:
    """What `_in_order` found, three times as fast. `text` and `number` remember what they gave: much repeats."""
    name, title, cusip, figi, value, amount, kind, option, discretion, manager, sole, shared, none = texts
    return {
        "name_of_issuer": text(name),
        "title_of_class": text(title),
        "cusip": text(cusip),
        "figi": text(figi),
        "value_as_reported": Decimal(value),
        "ssh_prnamt": number(amount),
        "ssh_prnamt_type": text(kind),
        "put_call": text(option),
        "investment_discretion": text(discretion),
        "other_manager": text(manager),
        "voting_authority": {"sole": number(sole), "shared": number(shared), "none": number(none)},
    }


def _row(leaves: dict[str, str]) -> Row:
    get = leaves.get
    return {
        "name_of_issuer": _text(get("nameOfIssuer")),
        "title_of_class": _text(get("titleOfClass")),
        "cusip": _text(get("cusip")),
        "figi": _text(get("figi")),
        "value_as_reported": _number(get("value")),
        "ssh_prnamt": _number(get("sshPrnamt")),
        "ssh_prnamt_type": _text(get("sshPrnamtType")),
        "put_call": _text(get("putCall")),
        "investment_discretion": _text(get("investmentDiscretion")),
        "other_manager": _text(get("otherManager")),
        "voting_authority": {
            "sole": _number(get("Sole")),
            "shared": _number(get("Shared")),
            "none": _number(get("None")),
        },
    }


def _text(raw: str | None) -> str | None:
    if raw is None:
        return None
    return (unescape(raw) if "&" in raw else raw).strip() or None


def _number(raw: str | None) -> Decimal | None:
    if raw is None:
        return None
    return Decimal(raw) if _PLAIN.fullmatch(raw) else decimal_of(raw)
