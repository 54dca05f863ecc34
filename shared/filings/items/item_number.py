"""Item numbers as filers write them: `ITEM 5.`, `Item5.02`, `Items 1.01(a) and 5.02(e)`, `Item No. Five`, `ITEM V`.

One expression finds the word and the numbers behind it; `item_heading` decides whether the place is
a heading or only a mention.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from filings.text.characters import places_of

__all__ = ["Numbered", "find_bare_numbers", "find_numbers", "numbers_in"]


class Numbered(NamedTuple):
    """A place where item numbers stand: `start` at the word Item, `end` behind the last number."""

    start: int
    end: int
    numbers: tuple[str, ...]


_SPELLED = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
}
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix"
_ROMAN = {roman: str(n) for n, roman in enumerate(_NUMERALS.split(), 1)}
_LETTERS = r"(?:[ ]?\([a-z0-9]{1,3}\)(?:,?[ ](?:and[ ]|&[ ])?(?=\([a-z]))?)*"  # "5.02(b), (c) and (e)"
# "9A", and its temporary "9A(T)", "9AT", "4T" (Release 33-8934), where the T is no part of the number.
_LETTER = r"(?:[A-Ka-k](?![A-Za-z])|[A-Ka-k]?-?T(?![A-Za-z]))?"
# "5.02", misprinted "5. 02", "5,02", "5:02"; typed with letters, "5.O2", "8.0l", but not "2. OIL AND GAS".
_FRACTION = r"(?:\d\d|(?-i:[O\d][\dlI])(?![A-Za-z])|\d)"
_ONE = rf"(?:\d{{1,2}}[ ]?\.[ ]?{_FRACTION}|\d[,:][01]\d|\d{{1,2}}){_LETTER}(?![\d%]){_LETTERS}"
_WORD = "|".join(_SPELLED)

_NUMBERS = re.compile(
    rf"""
    (?<![^\W_]) (?: ITEM S? | I[ ]T[ ]E[ ]M (?:[ ]S)? )
    [ \t\n\xa0:.\#–—-]{{0,24}}                           # "Item<newline>  5.02", "Item: 5"
    (?: (?:NO|NUMBER|NUM) [ ]?[.:]? [ \t\n]{{0,4}} )?     # "Item No. 5"
    (?P<first> {_ONE} | (?:{_WORD}) \b | (?-i:[IVX]{{1,5}}) \b (?![ ]T[ ]E) )
    (?P<more> (?:
        [ ]{{0,3}} [-–] [ ]{{0,3}} \d{{1,2}} (?![\d.]\d)   # "Items 1-4"
      | (?: \. (?= [ ]{{1,3}} (?:AND|&) [ ]{{1,3}} (?:ITEMS? [ ]{{1,3}})? \d) )?   # "ITEMS 1. AND 2."
        [ ]{{0,3}} (?: [/+] [ ]? | (?: , | ; | & | and | or | through | to | thru | , [ ] and | - ) [ \t\n]{{1,8}} )
        (?: ITEMS? [ ]{{0,3}} )? (?: {_ONE} | (?:{_WORD}) \b )
    ){{0,12}} )
    """,
    re.I | re.X,
)
_EACH = re.compile(
    r"(?:(through|thru|to|[-–])\s*+)?(?:items?\s*+)?"
    rf"(\d{{1,2}})(?:[ ]?\.[ ]?({_FRACTION})|[,:]([01]\d))?([A-K]?)(?![\d%])",
    re.I,
)
_FIGURES = str.maketrans("OlI", "011")
_BARE = re.compile(r"\n[ \t*#_|]{0,40}(\d{1,2}(?:\.\d\d|[A-K])?)(?=[.):]{0,2}[ \t|*]{1,9}[A-Z])")
_SPELLED_OUT = re.compile(rf"\b(?:{_WORD})\b|\A(?-i:[IVX]{{1,5}})\b", re.I)  # "five and six", "II, 5"
_LETTER_IN_PARENTHESES = re.compile(r"\([a-z0-9]{1,3}\)", re.I)


def find_numbers(text: str, vocabulary: Collection[str]) -> Iterator[Numbered]:
    """Every place in `text` with the word Item and numbers of which the form knows at least the first."""
    behind = 0
    for place in places_of(("item", "i t e m"), text):
        match = _NUMBERS.match(text, place) if place >= behind else None
        if match:
            behind = match.end()
            if numbers_in(match["first"], vocabulary):
                numbers = numbers_in(match["first"] + match["more"], vocabulary)
                yield Numbered(match.start(), match.end(), numbers)


def find_bare_numbers(text: str, vocabulary: Collection[str]) -> Iterator[Numbered]:
    """Every line of `text` that begins with a number that the form knows, without the word Item: `1A. Risk Factors`."""
    for match in _BARE.finditer(text):
        if numbers := numbers_in(match[1], vocabulary):
            yield Numbered(match.start(1), match.end(1), numbers)


def numbers_in(words: str, vocabulary: Collection[str]) -> tuple[str, ...]:
    """`1.01(a) and 5.02(e)` -> 1.01, 5.02; `1 through 4, 6` -> 1, 2, 3, 4, 6. Unknown numbers are left out."""
    in_letters = words.strip().lower()
    if spelled := _SPELLED.get(in_letters) or _ROMAN.get(in_letters):
        return (spelled,) if spelled in vocabulary else ()
    found: list[str] = []
    plain = _SPELLED_OUT.sub(_in_figures, _LETTER_IN_PARENTHESES.sub("", words))
    for through, whole, fraction, misprinted, letter in _EACH.findall(plain):
        number = _spelling(whole, (fraction or misprinted).translate(_FIGURES), letter, vocabulary)
        if through and found and number.isdecimal() and found[-1].isdecimal():
            found += [str(n) for n in range(int(found[-1]) + 1, int(number))]
        found.append(number)
    return tuple(dict.fromkeys(number for number in found if number in vocabulary))


def _in_figures(word: re.Match[str]) -> str:
    spelled = word[0].lower()
    return _SPELLED.get(spelled) or _ROMAN.get(spelled, word[0])


def _spelling(whole: str, fraction: str, letter: str, vocabulary: Collection[str]) -> str:
    """The form's own spelling: `5.2` and `5. 02` are 5.02, `07` is 7, `1a` is 1A."""
    plain = str(int(whole)) + letter.upper()
    if not fraction:
        return plain
    exact = f"{int(whole)}.{fraction}"
    return exact if exact in vocabulary else f"{int(whole)}.{fraction.zfill(2)}"
