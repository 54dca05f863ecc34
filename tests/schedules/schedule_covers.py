"""Schedules 13D and 13G drawn in the ways filers draw them, from a record that is known."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import product

__all__ = ["ISSUER", "PERSONS", "Layout", "Person", "layouts", "schedule"]


@dataclass(frozen=True)
class Person:
    """A reporting person as the cover page asks."""

    name: str
    group: str | None
    citizenship: str
    powers: tuple[int, int, int, int]
    aggregate: int
    percent: str
    types: tuple[str, ...]
    funds: str = "WC"


ISSUER = "TURNSTILE MUTUAL HOLDINGS"
PERSONS = (
    Person("Pelham Brothers Partnership", "a", "Ohio", (1_204_300, 0, 1_204_300, 0), 1_204_300, "14.6", ("PN",)),
    Person("Casper Pelham", "b", "United States", (2_000, 1_204_300, 0, 1_206_300), 1_206_300, "5.05", ("IN", "HC")),
    Person("Pelham Nominees Ltd.", None, "Cayman Islands", (0, 0, 0, 0), 0, "0", ("CO",)),
)
BOXES = {"brackets": ("[X]", "[ ]"), "signs": ("☒", "☐"), "slashes": ("/X/", "/ /"), "parentheses": ("(X)", "( )")}


@dataclass(frozen=True)
class Layout:
    """How a schedule is drawn."""

    schedule: str = "13D"
    page: str = "text below"  # or "text beside", "html", "html cells"
    number: str = "7"  # or "7.", "(7)", "none"
    captions: str = "capitals"  # or "words"
    name: str = "NAME OF REPORTING PERSON"
    box: str = "brackets"
    zero: str = "0"  # or "-0-", "None", "--"
    mark: str = ""  # behind a number: "(1)", "*", " shares", " (See Item 5)"
    percent: str = "{}%"  # or "{}", "approximately {}%", "{} percent", "{}% (2)"
    cusip: str = "90099X 10 6"  # or "90099X106", "90099X-10-6"
    rules: bool = True
    side: bool = False  # "NUMBER OF SHARES BENEFICIALLY OWNED BY EACH …" beside the powers
    page_head: bool = True


CHOICES: dict[str, tuple[object, ...]] = {
    "schedule": ("13D", "13G"),
    "page": ("text below", "text beside", "html", "html cells"),
    "number": ("7", "7.", "(7)", "none"),
    "captions": ("capitals", "words"),
    "name": (
        *("NAME OF REPORTING PERSON", "NAMES OF REPORTING PERSONS", "NAME(S) OF REPORTING PERSON(S)"),
        "NAME OF REPORTING PERSON\nS.S. OR I.R.S. IDENTIFICATION NO. OF ABOVE PERSON",
        "NAMES OF REPORTING PERSONS. I.R.S. IDENTIFICATION NOS. OF ABOVE PERSONS (ENTITIES ONLY)",
    ),
    "box": tuple(BOXES),
    "zero": ("0", "-0-", "None", "--"),
    "mark": ("", "(1)", "*", " shares", " (See Item 5)", " as of March 31, 2004", "; see Item 5"),
    "percent": ("{}%", "{}", "approximately {}%", "{} percent", "{}% (2)"),
    "cusip": ("90099X 10 6", "90099X106", "90099X-10-6"),
    "rules": (True, False),
    "side": (False, True),
    "page_head": (True, False),
}


def layouts() -> list[Layout]:
    """Every pair of choices."""
    assert [field.name for field in fields(Layout)] == list(CHOICES)
    names = list(CHOICES)
    pairs = [
        {one: here, other: there}
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        for here, there in product(CHOICES[one], CHOICES[other])
    ]
    drawn = dict.fromkeys(Layout(**{**vars(Layout()), **pair}) for pair in pairs)
    return [layout for layout in drawn if not (layout.page.startswith("html") and layout.side)]


def schedule(layout: Layout, persons: tuple[Person, ...] = PERSONS) -> str:
    """The whole document."""
    lines = [
        *("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549", "", ""),
        *(f"SCHEDULE {layout.schedule}", "Under the Securities Exchange Act of 1934", "(Amendment No. 3)*", ""),
    ]
    for value, caption in (
        (ISSUER, "(Name of Issuer)"),
        ("Common Stock, $.01 par value", "(Title of Class of Securities)"),
        (layout.cusip, "(CUSIP Number)"),
        ("March 31, 2004", "(Date of Event which Requires Filing of this Statement)"),
    ):
        lines += [f"          {value}", *(["-" * 60] if layout.rules else []), f"          {caption}", ""]
    ticked, empty = BOXES[layout.box]
    if layout.schedule == "13G":
        lines += [f"{empty} Rule 13d-1(b)", f"{ticked} Rule 13d-1(c)", f"{empty} Rule 13d-1(d)", ""]
    if layout.page.startswith("html"):
        above = "".join(f"<p>{line.strip()}</p>" for line in lines if line.strip())
        pages = "".join(_html_page(person, layout) for person in persons)
        return f"<html><body>{above}{pages}<p>Item 1. Security and Issuer</p><p>See the cover.</p></body></html>"
    pages = "\n".join(_text_page(person, layout) for person in persons)
    return "\n".join(lines) + f"\n<PAGE>\n{pages}\n<PAGE>\nItem 1. Security and Issuer\n\nSee the cover.\n"


def _rows(person: Person, layout: Layout) -> list[tuple[int, str, str]]:
    """Number, caption and value of each row."""
    ticked, empty = BOXES[layout.box]
    group = "  ".join(f"({letter}) {ticked if letter == person.group else empty}" for letter in "ab")
    powers = ("SOLE VOTING POWER", "SHARED VOTING POWER", "SOLE DISPOSITIVE POWER", "SHARED DISPOSITIVE POWER")
    own = layout.schedule == "13D"
    rows = [
        (layout.name, person.name),
        ("CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP", group),
        ("SEC USE ONLY", ""),
        *([("SOURCE OF FUNDS", person.funds)] if own else []),
        *([("CHECK BOX IF DISCLOSURE OF LEGAL PROCEEDINGS IS REQUIRED", empty)] if own else []),
        ("CITIZENSHIP OR PLACE OF ORGANIZATION", person.citizenship),
        *((caption, _shares(amount, layout)) for caption, amount in zip(powers, person.powers, strict=True)),
        ("AGGREGATE AMOUNT BENEFICIALLY OWNED BY EACH REPORTING PERSON", _shares(person.aggregate, layout)),
        (f"CHECK BOX IF THE AGGREGATE AMOUNT IN ROW ({11 if own else 9}) EXCLUDES CERTAIN SHARES", empty),
        (f"PERCENT OF CLASS REPRESENTED BY AMOUNT IN ROW ({11 if own else 9})", layout.percent.format(person.percent)),
        ("TYPE OF REPORTING PERSON", ", ".join(person.types)),
    ]
    return [
        (number, caption if layout.captions == "capitals" else _in_words(caption), value)
        for number, (caption, value) in enumerate(rows, 1)
    ]


def _in_words(caption: str) -> str:
    return (
        caption.title()
        .replace("'S", "'s")
        .replace("I.R.S", "I.R.S")
        .replace(" Of ", " of ")
        .replace(" If A ", " if a ")
    )


def _shares(amount: int, layout: Layout) -> str:
    return f"{amount:,}{layout.mark}" if amount else layout.zero


def _number(number: int, layout: Layout) -> str:
    return {"7": f"{number}", "7.": f"{number}.", "(7)": f"({number})", "none": ""}[layout.number]


def _text_page(person: Person, layout: Layout) -> str:
    lines = (
        [f"CUSIP NO. {layout.cusip}        SCHEDULE {layout.schedule}        Page 2 of 5 Pages"]
        if layout.page_head
        else []
    )
    sides = iter(("NUMBER OF", "SHARES", "BENEFICIALLY", "OWNED BY", "EACH", "REPORTING", "PERSON", "WITH"))
    for number, caption, value in _rows(person, layout):
        power = layout.side and "POWER" in caption.upper()
        left = (f"{next(sides):14}" if power else "") + f" {_number(number, layout):4} "
        indented = caption.replace("\n", "\n" + " " * len(left))
        if layout.page == "text beside":
            lines.append(f"{left}{indented}    {value}")
        else:
            below = (f"{next(sides):14}" if power else " " * 8) + f"          {value}"
            lines += [left + indented, below]
        lines += ["-" * 70] if layout.rules else [""]
    return "\n".join(lines)


def _html_page(person: Person, layout: Layout) -> str:
    rows = []
    for number, caption, value in _rows(person, layout):
        words = caption.replace("\n", "<br>")
        value = f"<td>{value}</td>" if layout.page == "html cells" else f"<br>{value}</td>"
        cell = f"<td>{words}</td>{value}" if layout.page == "html cells" else f"<td>{words}{value}"
        rows.append(f"<tr><td>{_number(number, layout)}</td>{cell}</tr>")
    head = f"<p>CUSIP No. {layout.cusip}</p>" if layout.page_head else ""
    return f"{head}<table>{''.join(rows)}</table>"
