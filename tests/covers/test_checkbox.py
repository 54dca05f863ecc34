"""Check boxes as filers set them: what stands for an empty box, what for a ticked one, and where."""

import pytest

from filings.covers.checkbox import read_checkboxes
from filings.submission import document_text

RULES = (
    "Written communications pursuant to Rule 425 under the Securities Act (17 CFR 230.425)",
    "Soliciting material pursuant to Rule 14a-12 under the Exchange Act (17 CFR 240.14a-12)",
    "Pre-commencement communications pursuant to Rule 14d-2(b) under the Exchange Act (17 CFR 240.14d-2(b))",
    "Pre-commencement communications pursuant to Rule 13e-4(c) under the Exchange Act (17 CFR 240.13e-4(c))",
)
ASKED = (
    "Indicate by check mark whether the registrant is an emerging growth company as defined in Rule 405 of the"
    " Securities Act of 1933 (§230.405 of this chapter) or Rule 12b-2 of the Securities Exchange Act of 1934"
    " (§240.12b-2 of this chapter)."
)
TRANSITION = (
    "If an emerging growth company, indicate by check mark if the registrant has elected not to use the extended"
    " transition period for complying with any new or revised financial accounting standards provided pursuant to"
    " Section 13(a) of the Exchange Act."
)
INTRODUCTION = "Check the appropriate box below if the Form 8-K filing is intended to satisfy the filing obligation:"

GUISES = {
    "brackets": ("[ ]", "[X]"),
    "brackets closed up": ("[]", "[x]"),
    "brackets with a line": ("[_]", "[X]"),
    "brackets with hard blanks": ("[&nbsp;&nbsp;&nbsp;]", "[&nbsp;X&nbsp;]"),
    "brackets and a root": ("[ ]", "[√]"),
    "parentheses": ("(  )", "(X)"),
    "braces": ("{ }", "{X}"),
    "angle brackets": ("&lt; &gt;", "&lt;X&gt;"),
    "slashes": ("/ /", "/X/"),
    "bars": ("|_|", "|X|"),
    "lines": ("____", "__X__"),
    "one line": ("_", "X"),
    "ballot boxes": ("&#9744;", "&#9746;"),
    "ballot boxes in hexadecimal": ("&#x2610;", "&#x2611;"),
    "squares": ("□", "■"),
    "check marks": ("&#10065;", "&#10003;"),
    "circles": ("○", "☒"),
    "big squares": ("⬜", "⌧"),
    "letters": ("o", "x"),
    "capitals": ("O", "X"),
    "the letters that Wingdings left behind": ("¨", "þ"),
    "the other letters that Wingdings left behind": ("o", "ý"),
    "numbers of those letters, without a font": ("&#168;", "&#254;"),
    "private area": ("&#61608;", "&#61694;"),
    "Wingdings": ('<font face="Wingdings">o</font>', '<font face="Wingdings">x</font>'),
    "Wingdings by number": ('<font face="Wingdings">&#168;</font>', '<font face="Wingdings">&#253;</font>'),
    "Wingdings by style": (
        "<span style='font-family:Wingdings'>&#111;</span>",
        "<span style='font-family:Wingdings'>&#120;</span>",
    ),
    "Wingdings 2": ('<font face="Wingdings 2">&#163;</font>', '<font face="Wingdings 2">&#82;</font>'),
}

LAYOUTS = {
    "before the words": lambda marks: "".join(
        f"<p>{mark}&nbsp;&nbsp;{rule}</p>" for mark, rule in zip(marks, RULES, strict=True)
    ),
    "in the cell before": lambda marks: "".join(
        f"<table><tr><td>{mark}</td><td>{rule}</td></tr></table>" for mark, rule in zip(marks, RULES, strict=True)
    ),
    "behind the words": lambda marks: "".join(f"<p>{rule} {mark}</p>" for mark, rule in zip(marks, RULES, strict=True)),
    "in the cell behind": lambda marks: "".join(
        f"<table><tr><td>{rule}</td><td>{mark}</td></tr></table>" for mark, rule in zip(marks, RULES, strict=True)
    ),
    "on the line below": lambda marks: "".join(
        f"<p>{rule}</p><p>{mark}</p>" for mark, rule in zip(marks, RULES, strict=True)
    ),
}


def provisions(source):
    boxes = read_checkboxes(document_text(f"<html><p>{INTRODUCTION}</p>{source}</html>"))
    return (
        boxes.written_communications,
        boxes.soliciting_material,
        boxes.pre_commencement_tender_offer,
        boxes.pre_commencement_issuer_tender_offer,
    )


def growth(source):
    boxes = read_checkboxes(document_text(f"<html>{source}</html>"))
    return boxes.emerging_growth_company, boxes.extended_transition_period


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(("empty", "ticked"), GUISES.values(), ids=GUISES)
def test_the_ticked_box_of_four_is_found_in_every_guise_and_layout(empty, ticked, layout):
    for which in range(4):
        marks = [ticked if n == which else empty for n in range(4)]

        assert provisions(layout(marks)) == tuple(n == which for n in range(4))


@pytest.mark.parametrize(("empty", "ticked"), GUISES.values(), ids=GUISES)
def test_boxes_of_a_plain_text_cover(empty, ticked):
    marks = (empty, ticked, empty, empty)
    cover = INTRODUCTION + "".join(
        f"\n\n{mark} {rule[:62]}\n    {rule[63:]}" for mark, rule in zip(marks, RULES, strict=True)
    )

    boxes = read_checkboxes(document_text(cover if "<" not in cover else f"<html><pre>{cover}</pre></html>"))

    assert (boxes.written_communications, boxes.soliciting_material) == (False, True)


@pytest.mark.parametrize("mark", ["<u>&nbsp;&nbsp;</u>", "<img src='box.gif'>", ""])
def test_where_nothing_like_a_box_stands_the_answer_is_unknown(mark):
    assert provisions(LAYOUTS["before the words"]([mark] * 4)) == (None, None, None, None)
    assert growth(f"<p>{ASKED}</p><p>Emerging growth company {mark}</p>") == (None, None)


def test_one_box_that_can_be_read_does_not_speak_for_its_neighbours():
    assert provisions(LAYOUTS["before the words"](["", "X", "", ""])) == (None, True, None, None)


@pytest.mark.parametrize(
    "rule",
    [
        "Soliciting material pursuant to Rule 14a&#150;12",
        "Soliciting materials pursuant to Rule 14a&#8209;12(b)",
        "Soliciting&nbsp;material pursuant to<br>Rule 14a -12",
        "SOLICITING MATERIAL PURSUANT TO RULE 14a-12 UNDER THE EXCHANGE ACT",
    ],
)
def test_a_provision_is_known_in_any_spelling(rule):
    assert provisions(f"<p>[X] {rule}</p>")[1] is True


EMERGING = {
    "behind the words": ("<p>Emerging growth company {0}</p><p>{transition} {1}</p>"),
    "in the cell behind": (
        "<table><tr><td>Emerging growth company</td><td>{0}</td></tr></table><p>{transition} {1}</p>"
    ),
    "on the next line": ("<p>Emerging growth company</p><p>{0}</p><p>{transition}</p><p>{1}</p>"),
    "before the words": ("<p>{0} Emerging growth company</p><p>{transition} {1}</p>"),
    "in the cell before": (
        "<table><tr><td>{0}</td><td>Emerging growth company</td></tr></table><p>{transition} {1}</p>"
    ),
    "behind the question": ("{0}<p>{transition} {1}</p>"),
}


@pytest.mark.parametrize("layout", EMERGING.values(), ids=EMERGING)
@pytest.mark.parametrize("answers", [(True, False), (False, False), (True, True)])
def test_the_boxes_of_an_emerging_growth_company(layout, answers):
    marks = ["☒" if answer else "☐" for answer in answers]

    assert growth(f"<p>{ASKED} " + layout.format(*marks, transition=TRANSITION)) == answers


@pytest.mark.parametrize(
    ("answer", "is_one"),
    [
        ("Yes ☐ No ☒", False),
        ("Yes ☒ No ☐", True),
        ("Yes: [ ] No: [X]", False),
        ("☐ Yes ☒ No", False),
        ("☒ Yes ☐ No", True),
        ("o", False),
        (": [X]", True),
    ],
)
def test_some_covers_answer_with_yes_and_no(answer, is_one):
    assert growth(f"<p>{ASKED}</p><p>Emerging growth company {answer}</p>")[0] is is_one


def test_an_empty_cover_says_nothing():
    assert set(read_checkboxes("").model_dump().values()) == {None}
