"""13F information tables in the layouts of the years before 2013, made of rows that are known.

A `Layout` says how a filer's program would have drawn them; `table` draws. No two real filers agreed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, fields
from itertools import product

__all__ = ["FIELDS", "Layout", "layouts", "made_rows", "table"]

NAMES = ("ANVIL & FORGE INC", "Birchwood Trust", "CORMORANT LINES LTD", "Dunmere Hldgs", "EASTERLY PWR & LT CO")
LONG_NAMES = (
    ("FARNHAM & SEXTON INTERNATIONAL", "PARTNERS OF DELAWARE"),
    ("GRANGE OVERSEAS RESOURCES", "CORPORATION NEW"),
)
CLASSES = ("COM", "CL A", "SPONSORED ADR", "NOTE 1.750% 2/0", "ORD", "COM NEW", "SHS", "PFD CONV SER B")
FIELDS = (
    *("name", "title", "cusip", "value", "shares", "kind", "option", "discretion", "manager"),
    *("sole", "shared", "none"),
)


@dataclass(frozen=True)
class Made:
    """A row as it is meant; `name` in the lines it is printed on."""

    name: tuple[str, ...]
    title: str
    cusip: str
    value: int
    shares: int
    kind: str
    option: str | None
    discretion: str
    manager: str | None
    sole: int
    shared: int
    none: int
    first_of_issuer: bool = True


@dataclass(frozen=True)
class Layout:
    """How a table is drawn."""

    marks: bool = True
    rules: bool = True
    heading: str = "two lines"  # or "columns numbered", "one line"
    numbers: str = "commas"  # or "plain", "dollars", "decimals"
    kind: str = "own column"  # or "glued", "absent"
    order: str = "value first"  # or "shares first"
    discretion: str = "word"  # or "cross", "code"
    votes: str = "all"  # or "blank for none", "dashes", "absent"
    cusip: str = "plain"  # or "blanks", "dashes", "padded", "no leading zeros"
    page: int = 0  # rows a page, 0 for one page
    same_issuer: str = "repeated"  # or "left out"
    long_name: str = "above"  # or "below", "cut"
    ragged: bool = False
    bars: bool = False
    total: bool = True


def cusip(rng: random.Random) -> str:
    """A number with the right check digit, some with zeros in front, some from abroad."""
    issuer = (
        rng.choice(("0", "00", "", "", "G", "")) + rng.choice("123456789") + "".join(rng.choices("0123456789", k=5))
    )
    body = issuer[:5] + rng.choice("0123456789XRK") + rng.choice(("10", "20", "AB"))
    total = 0
    for place, character in enumerate(body):
        value = int(character, 36) * (place % 2 + 1)
        total += value // 10 + value % 10
    return body + str((10 - total % 10) % 10)


def made_rows(seed: int, count: int = 24) -> list[Made]:
    """Rows in the order of the issuers' names, some of an issuer that the row above names."""
    rng = random.Random(seed)
    rows: list[Made] = []
    for number in range(count):
        above = rows[-1] if rows and rng.random() < 0.2 else None
        name = above.name if above else _name(rng, number)
        shares = rng.choice((rng.randrange(100, 9_999), rng.randrange(10_000, 9_999_999)))
        value = max(1, shares * rng.randrange(5, 400) // 1000)
        title = above.title if above else rng.choice(CLASSES)
        option = rng.choice((None, None, None, None, "Put", "Call"))
        discretion = rng.choice(("SOLE", "SOLE", "DFND", "OTR"))
        shared = rng.choice((0, 0, shares // 3))
        none = rng.choice((0, 0, shares // 4))
        unvoted = rng.choice((0, 0, 0, shares // 10))
        rows.append(
            Made(
                name,
                title,
                above.cusip if above else cusip(rng),
                value,
                shares,
                "PRN" if title.startswith("NOTE") else "SH",
                option,
                discretion,
                None if discretion == "SOLE" else rng.choice(("1", "2,3", "10")),
                shares - shared - none - unvoted,
                shared,
                none,
                above is None,
            )
        )
    return rows


def _name(rng: random.Random, number: int) -> tuple[str, ...]:
    if rng.random() < 0.15:
        first, second = rng.choice(LONG_NAMES)
        return (first, second)
    return (f"{rng.choice(NAMES)} {chr(65 + number % 26)}",)


def layouts() -> list[Layout]:
    """Every pair of choices, and each choice that changes a row's cells with each order and kind of heading."""
    choices = {
        "marks": (True, False),
        "rules": (True, False),
        "heading": ("two lines", "columns numbered", "one line"),
        "numbers": ("commas", "plain", "dollars", "decimals"),
        "kind": ("own column", "glued", "absent"),
        "order": ("value first", "shares first"),
        "discretion": ("word", "cross", "code"),
        "votes": ("all", "blank for none", "dashes", "absent"),
        "cusip": ("plain", "blanks", "dashes", "padded", "no leading zeros"),
        "page": (0, 7),
        "same_issuer": ("repeated", "left out"),
        "long_name": ("above", "below", "cut"),
        "ragged": (False, True),
        "bars": (False, True),
        "total": (True, False),
    }
    names = [field.name for field in fields(Layout)]
    assert names == list(choices)
    plain = Layout()
    pairs = [
        {one: here, other: there}
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        for here, there in product(choices[one], choices[other])
    ]
    drawn = [Layout(**{**vars(plain), **pair}) for pair in pairs]
    return [layout for layout in dict.fromkeys(drawn) if _is_drawn(layout)]


def _is_drawn(layout: Layout) -> bool:
    """A blank and a cross only mean something in a column of their own."""
    return not layout.ragged or not (layout.votes == "blank for none" or layout.discretion == "cross" or layout.bars)


# ------------------------------------------------------------------ drawing


def table(rows: list[Made], layout: Layout) -> str:
    """The table's text, with what stands above and below it."""
    size = layout.page or len(rows)
    pages = [rows[start : start + size] for start in range(0, len(rows), size)]
    total = sum(row.value for row in rows)
    drawn = [_page(page, layout, total if page is pages[-1] and layout.total else None) for page in pages]
    return "\n<PAGE>\n\n".join(drawn)


def _columns(layout: Layout) -> list[tuple[str, str, int]]:
    """Heading in two lines, and width, of each column."""
    amounts = [("VALUE", "(X$1000)", 14), ("SHARES OR", "PRN AMT", 14)]
    if layout.order == "shares first":
        amounts.reverse()
    discretion = [("INVESTMENT", "DISCRETION", 14)]
    if layout.discretion == "cross":
        discretion = [("INVESTMENT", "SOLE", 6), ("DISCR.", "DEFINED", 8), ("", "OTHER", 6)]
    kind = [] if layout.kind != "own column" else [("SH/", "PRN", 4)]
    votes = [("VOTING", "SOLE", 12), ("AUTHORITY", "SHARED", 12), ("", "NONE", 12)] if layout.votes != "absent" else []
    return [
        *(("NAME OF", "ISSUER", 32), ("TITLE OF", "CLASS", 16), ("", "CUSIP", 13)),
        *amounts,
        *kind,
        *(("PUT/", "CALL", 5), *discretion, ("OTHER", "MANAGERS", 9)),
        *votes,
    ]


def _line(cells: list[str], widths: list[int], layout: Layout, left: int = 3) -> str:
    """Words on the left, numbers on the right of their columns."""
    if layout.ragged:
        return "  ".join(cell for cell in cells if cell)
    between = " | " if layout.bars else "  "
    placed = [
        cell.rjust(width) if place >= left and cell[-1:].isdigit() else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return between.join(placed).rstrip()


def _page(rows: list[Made], layout: Layout, total: int | None) -> str:
    columns = _columns(layout)
    widths = [width for *_, width in columns]
    lines = ["<TABLE>", "<CAPTION>" if layout.marks else "", *_heading(columns, widths, layout)]
    if layout.marks:
        lines.append(_line([*["<S>"], *["<C>"] * (len(columns) - 1)], widths, Layout(bars=layout.bars)))
    for place, row in enumerate(rows):
        lines += _row(row, widths, layout, named=place == 0)
    if total is not None:
        cells = ["TOTAL", *[""] * (len(widths) - 1)]
        cells[3 if layout.order == "value first" else 4] = f"{total:,}"
        lines += [_line(["", "", "", "-" * 14, *[""] * (len(widths) - 4)], widths, Layout())] if layout.rules else []
        lines.append(_line(cells, widths, Layout()))
    return "\n".join([*lines, "</TABLE>", "", "                    3"])


def _heading(columns: list[tuple[str, str, int]], widths: list[int], layout: Layout) -> list[str]:
    plain = Layout(bars=layout.bars)
    upper, lower = [column[0] for column in columns], [column[1] for column in columns]
    lines = [_line(upper, widths, plain), _line(lower, widths, plain)]
    if layout.heading == "one line":
        lines = [_line([f"{one} {two}".strip()[:width] for one, two, width in columns], widths, plain)]
        lines[0] = _line(["NAME OF ISSUER", *[column[1] or column[0] for column in columns[1:]]], widths, plain)
        lines[0] = lines[0].replace("(X$1000)", "VALUE   ").replace("PRN AMT", "SHARES ")
    if layout.heading == "columns numbered":
        lines.insert(0, _line([f"COLUMN {place + 1}"[:width] for place, width in enumerate(widths)], widths, plain))
    return [*lines, *([_line(["-" * width for width in widths], widths, plain)] if layout.rules else [])]


def _row(row: Made, widths: list[int], layout: Layout, *, named: bool) -> list[str]:
    shown = row.first_of_issuer or named or layout.same_issuer == "repeated" or layout.ragged
    name = list(row.name) if shown else [""]
    before, behind = name[:-1], []
    if layout.long_name == "below" and len(name) > 1:
        before, behind, name = [], [f"  {line}" for line in name[1:]], name[:1]
    if layout.long_name == "cut":
        before, name = [], name[:1]
    cells = [name[-1], row.title if shown else "", _cusip(row.cusip, layout) if shown else "", *_amounts(row, layout)]
    return [*before, _line([*cells, *_behind(row, layout)], widths, layout), *behind]


def _amounts(row: Made, layout: Layout) -> list[str]:
    value = {"plain": f"{row.value}", "dollars": f"$ {row.value:,}", "decimals": f"{row.value:,}.00"}.get(
        layout.numbers, f"{row.value:,}"
    )
    shares = f"{row.shares}" if layout.numbers == "plain" else f"{row.shares:,}"
    if layout.kind == "glued":
        shares += row.kind
    amounts = [value, shares] if layout.order == "value first" else [shares, value]
    return [*amounts, *([row.kind] if layout.kind == "own column" else [])]


def _behind(row: Made, layout: Layout) -> list[str]:
    words = {
        "word": {"SOLE": "SOLE", "DFND": "SHARED-DEFINED", "OTR": "SHARED-OTHER"},
        "code": {"SOLE": "Sole", "DFND": "DFND", "OTR": "OTR"},
    }
    if layout.discretion == "cross":
        discretion = ["X" if row.discretion == code else "" for code in ("SOLE", "DFND", "OTR")]
    else:
        discretion = [words[layout.discretion][row.discretion]]
    cells = [(row.option or "").upper(), *discretion, row.manager or ""]
    return [*cells, *_votes(row, layout)] if layout.votes != "absent" else cells


def _votes(row: Made, layout: Layout) -> list[str]:
    nothing = {"blank for none": "", "dashes": "--"}.get(layout.votes, "0")
    plain = layout.numbers == "plain"
    return [(f"{vote}" if plain else f"{vote:,}") if vote else nothing for vote in (row.sole, row.shared, row.none)]


def _cusip(number: str, layout: Layout) -> str:
    return {
        "blanks": f"{number[:6]} {number[6:8]} {number[8]}",
        "dashes": f"{number[:6]}-{number[6:8]}-{number[8]}",
        "padded": f"{number}000",
        "no leading zeros": number.lstrip("0"),
    }.get(layout.cusip, number)
