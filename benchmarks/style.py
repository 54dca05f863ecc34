"""Two ways in which filing agents write HTML: `FONT` tags in paragraphs, and styled spans with inline XBRL facts.

A style says how a heading, a paragraph, a row look; `page` says what is on the page. Two thirds to nine tenths of the
bytes of an 8-K in HTML are markup, for what looks like one run of text is many; so it is here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import count
from typing import Protocol

__all__ = ["FontStyle", "SpanStyle", "Style"]


class Style(Protocol):
    """Text in (plain, escaped here), markup out."""

    def document(self, title: str, body: str) -> str: ...
    def centered(self, text: str, *, bold: bool = False) -> str: ...
    def paragraph(self, text: str, *, bold: bool = False) -> str: ...
    def row(self, cells: Sequence[str]) -> str: ...
    def table(self, rows: Sequence[str]) -> str: ...
    def fact(self, concept: str, text: str) -> str:
        """The text, tagged with a dei concept if this style tags; to be put into `centered`, `paragraph` or `row`."""
        ...


_RUN = re.compile(r"[^,.]+[,.]*|[,.]+")  # where an editor left a border between runs


def _escaped(text: str) -> str:
    """As EDGAR takes it, in ASCII: references for quotes, boxes and hard blanks; tags of `fact` are left alone."""
    escaped = html.escape(text, quote=False).replace("\x02", "<").replace("\x03", ">")
    return escaped.encode("ascii", "xmlcharrefreplace").decode()


class FontStyle:
    """The 2000s and 2010s: upper-case tags, FONT, tables for everything that stands side by side."""

    runs = _RUN

    def document(self, title: str, body: str) -> str:
        return f'<HTML><HEAD>\n<TITLE>{title}</TITLE>\n</HEAD>\n<BODY BGCOLOR="WHITE">\n{body}</BODY></HTML>\n'

    def centered(self, text: str, *, bold: bool = False) -> str:
        return (
            '<P STYLE="margin-top:0px;margin-bottom:0px" ALIGN="center">'
            f'<FONT STYLE="font-family:Times New Roman" SIZE="2">{self._weight(text, bold)}</FONT></P>\n'
        )

    def paragraph(self, text: str, *, bold: bool = False) -> str:
        runs = [text] if bold else self.runs.findall(text)
        words = "".join(
            f'<FONT STYLE="font-family:Times New Roman" SIZE="2">{self._weight(run, bold)}</FONT>' for run in runs
        )
        return f'<P STYLE="margin-top:12px;margin-bottom:0px; text-indent:4%">{words}</P>\n'

    def row(self, cells: Sequence[str]) -> str:
        blank = '<TD VALIGN="bottom"><FONT SIZE="1">&nbsp;</FONT></TD>\n'
        return f"<TR>\n{blank.join(map(self._cell, cells))}</TR>\n"

    def table(self, rows: Sequence[str]) -> str:
        attributes = 'CELLSPACING="0" CELLPADDING="0" WIDTH="100%" BORDER="0" ALIGN="center"'
        return f"<TABLE {attributes}>\n{''.join(rows)}</TABLE>\n"

    def fact(self, concept: str, text: str) -> str:
        return text

    def _cell(self, text: str) -> str:
        return (
            '<TD VALIGN="top" WIDTH="30%" ALIGN="center">'
            f'<FONT STYLE="font-family:Times New Roman" SIZE="2">{_escaped(text)}</FONT></TD>\n'
        )

    def _weight(self, text: str, bold: bool) -> str:
        return f"<B>{_escaped(text)}</B>" if bold else _escaped(text)


_FACES = "color:#000000;font-family:'Times New Roman',sans-serif;font-size:10pt;font-weight:{};line-height:120%"
_XMLNS = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
    ' xmlns:dei="http://xbrl.sec.gov/dei/2025" xmlns:xbrli="http://www.xbrl.org/2003/instance"'
    ' xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"'
    ' xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_HIDDEN = """<div style="display:none"><ix:header><ix:hidden>\
<ix:nonNumeric contextRef="c-1" name="dei:EntityCentralIndexKey" id="f-h1">{cik}</ix:nonNumeric>\
<ix:nonNumeric contextRef="c-1" name="dei:AmendmentFlag" id="f-h2">false</ix:nonNumeric></ix:hidden>\
<ix:references xml:lang="en-US"><link:schemaRef xlink:type="simple" xlink:href="page.xsd"></link:schemaRef>\
</ix:references><ix:resources><xbrli:context id="c-1"><xbrli:entity>\
<xbrli:identifier scheme="http://www.sec.gov/CIK">{cik}</xbrli:identifier></xbrli:entity><xbrli:period>\
<xbrli:startDate>{day}</xbrli:startDate><xbrli:endDate>{day}</xbrli:endDate></xbrli:period></xbrli:context>\
</ix:resources></ix:header></div>
"""


class SpanStyle:
    """The 2020s: XHTML, everything in styled spans, and the cover's facts tagged (inline XBRL)."""

    runs = _RUN

    def __init__(self, cik: str, day: str) -> None:
        self._hidden = _HIDDEN.format(cik=cik, day=day)
        self._ids = count(1)

    def document(self, title: str, body: str) -> str:
        return (
            f"<?xml version='1.0' encoding='ASCII'?>\n<html {_XMLNS} xml:lang=\"en-US\"><head><title>{title}</title>"
            f"</head><body>{self._hidden}{body}</body></html>\n"
        )

    def centered(self, text: str, *, bold: bool = False) -> str:
        return f'<div style="text-align:center;padding-left:4.5pt">{self._span(text, bold)}</div>\n'

    def paragraph(self, text: str, *, bold: bool = False) -> str:
        indent = "margin-top:9pt;text-align:justify;text-indent:24.75pt"
        runs = [text] if bold else self.runs.findall(text)
        return f'<div style="{indent}">{"".join(self._span(run, bold) for run in runs)}</div>\n'

    def row(self, cells: Sequence[str]) -> str:
        return f"<tr>{''.join(map(self._cell, cells))}</tr>"

    def table(self, rows: Sequence[str]) -> str:
        columns = '<td style="width:1.0%"></td><td style="width:32.233%"></td><td style="width:0.1%"></td>' * 3
        return (
            '<div style="text-align:center"><table style="border-collapse:collapse;display:inline-table;'
            f'margin-bottom:5pt;vertical-align:text-bottom;width:100.000%"><tr>{columns}</tr>{"".join(rows)}</table></div>\n'
        )

    def fact(self, concept: str, text: str) -> str:
        opening = f'\x02ix:nonNumeric contextRef="c-1" name="dei:{concept}" id="f-{next(self._ids)}"\x03'
        return f"{opening}{text}\x02/ix:nonNumeric\x03"

    def _cell(self, text: str) -> str:
        padding = "padding:2px 1pt;text-align:center;vertical-align:top"
        return f'<td colspan="3" style="{padding}">{self._span(text, False)}</td>'

    def _span(self, text: str, bold: bool) -> str:
        return f'<span style="{_FACES.format(700 if bold else 400)}">{_escaped(text)}</span>'
