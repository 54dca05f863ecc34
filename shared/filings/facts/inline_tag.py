"""How a fact stands on a page: the attributes of its inline XBRL tag, and the words between the tags.

Inline XBRL 1.1, part 1: 10 and 11 (ix:nonFraction, ix:nonNumeric; either may hold others), 6 (ix:exclude is no part of
the value), 4 (ix:continuation is). EDGAR takes no other prefix than `ix` (Filer Manual II, 5.2.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from filings.text.character_reference import unescape

__all__ = ["attributes_of", "context_of", "is_left_out", "tag_around", "words_of"]

LONGEST_COMMENT = LONGEST_TAG = 2_000
LONGEST_FACT = 20_000
DEEPEST = 20
"""Facts within a fact; where more are open, none is closed, and to look on would cost the more the more there are."""
FURTHEST_CONTINUATION = 20_000
"""Characters from where a fact of a cover is broken off to where it goes on, behind a cell or a page's edge."""
MOST_CONTINUATIONS = 8
_ATTRIBUTES = re.compile(r"""(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_OPEN = re.compile(r"<ix:non(?P<kind>numeric|fraction)\s[^<>]*>", re.I)
_CONTEXT = re.compile(r"""\bcontext[Rr]ef\s*=\s*["']([^"']*)["']""")
_EITHER = re.compile(r"<(/?)ix:(?:non(?:numeric|fraction)|continuation)\b[^<>]*>", re.I)
_CONTINUATION = re.compile(r"""<ix:continuation\b[^<>]*\bid\s*=\s*["']([^"']*)["'][^<>]*>""", re.I)
# Up to the next such tag only: one that is not closed is looked at once.
_EXCLUDED = re.compile(r"<ix:exclude\b[^<>]*>[^<]*+(?:<(?!/?ix:exclude\b)[^<]*+)*+</ix:exclude\s*>", re.I)
_TAG = re.compile(r"<[^<>]*>")


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of an opening tag by their names in small letters."""
    return {name.lower(): one or other for name, one, other in _ATTRIBUTES.findall(tag)}


def tag_around(source: str, attribute: re.Match[str]) -> re.Match[str] | None:
    """The opening tag of the fact that this is an attribute of; its group `kind` is `numeric` or `fraction`."""
    start = source.rfind("<", max(0, attribute.start() - LONGEST_TAG), attribute.start())
    return _OPEN.match(source, start, attribute.end() + LONGEST_TAG) if start >= 0 else None


def context_of(tag: re.Match[str]) -> str:
    """The context that the tag refers to; sooner known than all attributes."""
    context = _CONTEXT.search(tag[0])
    return context[1] if context else ""


def is_left_out(tag: re.Match[str], attributes: Mapping[str, str]) -> bool:
    """Whether a tag is no fact: it says that there is no value (nil), is for another reader, or is commented out."""
    if attributes.get("xsi:nil") in ("true", "1") or "target" in attributes:
        return True
    opened = tag.string.rfind("<!--", max(0, tag.start() - LONGEST_COMMENT), tag.start())
    return opened >= 0 and tag.string.find("-->", opened, tag.start()) < 0


def words_of(tag: re.Match[str], attributes: Mapping[str, str]) -> str:
    """The words of the fact that the tag opens, here and where it is continued."""
    return " ".join("".join(map(_words, _pieces(tag, attributes))).split())


def _pieces(tag: re.Match[str], attributes: Mapping[str, str]) -> Iterator[str]:
    for _ in range(MOST_CONTINUATIONS):
        end = _close(tag.string, tag.end())
        yield tag.string[tag.end() : end]
        name = attributes.get("continuedat")
        following = _continuation(tag.string, end, name) if name else None
        if following is None:
            return
        tag, attributes = following, attributes_of(following[0])


def _close(source: str, start: int) -> int:
    """Where the fact's own closing tag is; a tag that closes itself holds nothing."""
    following = source.find("<", start, start + LONGEST_FACT)
    if source.startswith(("</ix:nonNumeric", "</ix:nonFraction"), following):
        return following  # as nearly always, and ten times as fast
    depth = 0 if source[start - 2 : start] == "/>" else 1
    for match in _EITHER.finditer(source, start, start + LONGEST_FACT) if depth else ():
        depth += -1 if match[1] else not match[0].endswith("/>")
        if depth == 0:
            return match.start()
        if depth > DEEPEST:
            break
    return start


def _continuation(source: str, start: int, name: str) -> re.Match[str] | None:
    nearby = _CONTINUATION.finditer(source, start, start + FURTHEST_CONTINUATION)
    return next((match for match in nearby if match[1] == name), None)


def _words(markup: str) -> str:
    if "<" in markup:
        markup = _TAG.sub("", _EXCLUDED.sub("", markup) if "ix:exclude" in markup else markup)
    return unescape(markup)
