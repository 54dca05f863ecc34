"""What annual and quarterly reports have and an 8-K has not: links, page ends, rows of figures, tagged or not.

Two styles as in `style`: FONT tags without XBRL, and styled spans in which every figure is an inline XBRL fact. How
much of which tag a megabyte of them has was matched to real reports; `tests/benchmarks/test_filings.py` holds it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from benchmarks.style import FontStyle, SpanStyle, Style

__all__ = ["Figure", "FontReportStyle", "ReportStyle", "SpanReportStyle"]


@dataclass(frozen=True)
class Figure:
    """A figure of a table: how it is printed, and what fact it is.

    `year` counts back from the report's own, 0. `instant`: at the period's end, not over it. `member`: of a segment
    and the like, None for the company as a whole.
    """

    text: str
    concept: str
    year: int = 0
    instant: bool = False
    member: int | None = None


class ReportStyle(Style, Protocol):
    """A style with what reports need besides."""

    def link(self, target: str, text: str) -> str:
        """The text as a link, to be put into `centered`, `paragraph` or `row`."""
        ...

    def anchor(self, name: str) -> str: ...
    def page_end(self, number: int, running_head: str) -> str: ...
    def figures(self, label: str, figures: Sequence[Figure]) -> str:
        """A table's row: a label, then for each figure a gap, a dollar sign, the figure, a closing cell."""
        ...


_SENTENCES = re.compile(r".+?(?:\. |$)")  # a report is edited less than an 8-K: its runs are sentences


def _linked(target: str, text: str) -> str:
    return f'\x02a href="#{target}"\x03{text}\x02/a\x03'


class FontReportStyle(FontStyle):
    """The 2000s and 2010s."""

    runs = _SENTENCES

    def link(self, target: str, text: str) -> str:
        return _linked(target, text)

    def anchor(self, name: str) -> str:
        return f'<A NAME="{name}"></A>\n'

    def page_end(self, number: int, running_head: str) -> str:
        rule = '<P STYLE="page-break-before:always"></P>\n<HR SIZE="3" COLOR="#999999" WIDTH="100%" ALIGN="CENTER">\n'
        return self.centered(str(number)) + rule + self.centered(running_head, bold=True)

    def figures(self, label: str, figures: Sequence[Figure]) -> str:
        face = '<FONT STYLE="font-family:Times New Roman" SIZE="2">'
        cells = "".join(
            f'<TD VALIGN="bottom"><FONT SIZE="1">&nbsp;&nbsp;</FONT></TD>\n<TD VALIGN="bottom">{face}$</FONT></TD>\n'
            f'<TD VALIGN="bottom" ALIGN="right">{face}{figure.text}</FONT></TD>\n'
            f'<TD NOWRAP VALIGN="bottom">{face}&nbsp;</FONT></TD>\n'
            for figure in figures
        )
        shade = 'BGCOLOR="#cceeff"' if len(label) % 2 else ""
        indent = '<P STYLE="margin-left:1.00em; text-indent:-1.00em">'
        return f'<TR {shade}>\n<TD VALIGN="top">{indent}{face}{label}</FONT></P></TD>\n{cells}</TR>\n'


_CONTEXT = """<xbrli:context id="{id}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">{cik}\
</xbrli:identifier>{segment}</xbrli:entity><xbrli:period>{period}</xbrli:period></xbrli:context>
"""
_SEGMENT = """<xbrli:segment><xbrldi:explicitMember dimension="us-gaap:StatementBusinessSegmentsAxis">\
brqs:Quarry{member}Member</xbrldi:explicitMember></xbrli:segment>"""
_UNIT = """<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>"""
_CELL = "background-color:{};padding:2px 1pt;text-align:{};vertical-align:bottom"


class SpanReportStyle(SpanStyle):
    """The 2020s. `first`, `last`: the period's days, as in `03-31`; the report's year is 2025."""

    runs = _SENTENCES

    def __init__(self, cik: str, first: str, last: str) -> None:
        super().__init__(cik, f"2025-{last}")
        self._cik, self._first, self._last = cik, first, last
        self._contexts: dict[tuple[int, bool, int | None], str] = {(0, False, None): "c-1"}

    def document(self, title: str, body: str) -> str:
        contexts = "".join(self._context(*key, id) for key, id in self._contexts.items())
        opening, old, rest = self._hidden.partition("<ix:resources>")
        closing = rest[rest.index("</ix:resources>") :]
        self._hidden = f"{opening}{old}{contexts}{_UNIT}{closing}"
        page = super().document(title, body)
        return page.replace("xmlns:xbrli=", 'xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:xbrli=', 1)

    def link(self, target: str, text: str) -> str:
        return _linked(target, text)

    def anchor(self, name: str) -> str:
        return f'<div id="{name}"></div>\n'

    def page_end(self, number: int, running_head: str) -> str:
        rule = '<hr style="page-break-after:always"/>'
        return f'<div style="height:42.75pt;position:relative;width:100%">{self.centered(str(number))}</div>{rule}' + (
            f'<div style="min-height:42.75pt;width:100%">{self.centered(running_head, bold=True)}</div>\n'
        )

    def figures(self, label: str, figures: Sequence[Figure]) -> str:
        color = "#cceeff" if len(label) % 2 else "#ffffff"
        left, right = _CELL.format(color, "left"), _CELL.format(color, "right")
        cells = "".join(
            f'<td colspan="3" style="background-color:{color};padding:0 1pt"></td>'
            f'<td style="{left}">{self._span("$", False)}</td>'
            f'<td style="{right}">{self._span(self._tagged(figure), False)}</td><td style="{right}"></td>'
            for figure in figures
        )
        return f'<tr><td colspan="3" style="{left}">{self._span(label, False)}</td>{cells}</tr>'

    def _tagged(self, figure: Figure) -> str:
        key = (figure.year, figure.instant, figure.member)
        context = self._contexts.setdefault(key, f"c-{1 + len(self._contexts)}")
        return (
            f'\x02ix:nonFraction unitRef="usd" contextRef="{context}" decimals="-3" name="us-gaap:{figure.concept}"'
            f' format="ixt:num-dot-decimal" scale="3" id="f-{next(self._ids)}"\x03{figure.text}\x02/ix:nonFraction\x03'
        )

    def _context(self, year: int, instant: bool, member: int | None, id: str) -> str:
        first, last = f"{2025 - year}-{self._first}", f"{2025 - year}-{self._last}"
        over = f"<xbrli:startDate>{first}</xbrli:startDate><xbrli:endDate>{last}</xbrli:endDate>"
        period = f"<xbrli:instant>{last}</xbrli:instant>" if instant else over
        segment = "" if member is None else _SEGMENT.format(member=member)
        return _CONTEXT.format(id=id, cik=self._cik, segment=segment, period=period)
