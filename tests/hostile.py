"""Inputs made to be expensive, by shape: a name, and the bytes of the shape at a size of about n.

As a script it parses one shape and prints what that took: `python -m tests.hostile SHAPE N` -> CPU seconds, peak MB,
and the kind of answer, as JSON.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable

from benchmarks.fresh_process import peak_memory
from filings.errors import FilingError
from filings.parse import parse_filing
from filings.record import to_json

Shape = Callable[[int], str | bytes]

HEADER = """<SEC-DOCUMENT>0009900101-18-000047.txt : 20181101
<SEC-HEADER>0009900101-18-000047.hdr.sgml : 20181101
ACCESSION NUMBER:\t\t0009900101-18-000047
CONFORMED SUBMISSION TYPE:\t{form}
FILED AS OF DATE:\t\t20181101

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tHOLLOWAY TIDE MILLS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009900555
"""
DOCUMENT = "</SEC-HEADER>\n<DOCUMENT>\n<TYPE>{form}\n<SEQUENCE>1\n<FILENAME>main.htm\n<TEXT>\n"
END = "\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"


def page(form: str, body: str) -> str:
    """A submission with one document, `body`."""
    return HEADER.format(form=form) + DOCUMENT.format(form=form) + body + END


def html(body: str, form: str = "8-K") -> str:
    return page(form, f"<html><body><p>FORM {form}</p><p>Item 8.01 Other Events</p>{body}</body></html>")


def text(body: str, form: str = "8-K") -> str:
    return page(form, f"FORM {form}\n\nItem 8.01 Other Events\n\n{body}\n\nSIGNATURES\n")


def repeated(piece: str, n: int) -> str:
    """The piece again and again, n characters in all."""
    return piece * (n // len(piece))


def late(piece: str, n: int) -> str:
    """The piece n characters long behind the explanation of a Form 12b-25."""
    explained = "if appropriate, state the reasons why a reasonable estimate of the results cannot be made."
    return text(f"PART IV - OTHER INFORMATION\n\n{explained}\n\nMILLS\n{repeated(piece, n)}x", "NT 10-K")


def xml(body: str, head: str = "") -> str:
    return page(
        "D", f'<?xml version="1.0"?>{head}<edgarSubmission><submissionType>D</submissionType>{body}</edgarSubmission>'
    )


def laughs(n: int) -> str:
    entities = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 30))
    return xml(repeated("<a>&l29;</a>", n), f'<!DOCTYPE a [<!ENTITY l0 "laugh">{entities}]>')


def quadratic_laughs(n: int) -> str:
    return xml(repeated("&l;", n // 2), "<!DOCTYPE a [<!ENTITY l '" + "x" * (n // 2) + "'>]>")


def many_members(n: int) -> bytes:
    return gzip.compress(text("x").encode(), mtime=0) + gzip.compress(b"", mtime=0) * (n // 20)


def nested_gzip(n: int) -> bytes:
    packed = text(repeated("mill ", n)).encode()
    for _ in range(5):
        packed = gzip.compress(packed, mtime=0)
    return packed


SHAPES: dict[str, Shape] = {
    # the container
    "document tags": lambda n: HEADER.format(form="8-K") + "</SEC-HEADER>\n" + repeated("<DOCUMENT>\n", n),
    "document tags on one line": lambda n: HEADER.format(form="8-K") + "</SEC-HEADER>\n" + repeated("<DOCUMENT>", n),
    "empty documents": lambda n: (
        HEADER.format(form="8-K")
        + "</SEC-HEADER>\n"
        + repeated("<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n</TEXT>\n</DOCUMENT>\n", n)
    ),
    "text tags": lambda n: page("8-K", repeated("<TEXT>\n", n)),
    "type tags": lambda n: HEADER.format(form="8-K") + "</SEC-HEADER>\n<DOCUMENT>\n" + repeated("<TYPE>8-K\n", n),
    "header without an end": lambda n: HEADER.format(form="8-K") + repeated("\t\tSTREET 1:\t\t\t7 SLUICE LANE\n", n),
    "header of parties": lambda n: (
        HEADER.format(form="8-K")
        + repeated("FILER:\n\n\tCOMPANY DATA:\t\n\t\tCENTRAL INDEX KEY:\t\t\t0009900555\n\n", n)
        + DOCUMENT.format(form="8-K")
        + "Item 8.01"
        + END
    ),
    "header of colons": lambda n: HEADER.format(form="8-K") + repeated(":", n) + DOCUMENT.format(form="8-K") + END,
    "header on one line": lambda n: HEADER.format(form="8-K") + "\t" * n + DOCUMENT.format(form="8-K") + END,
    "former names": lambda n: (
        HEADER.format(form="8-K")
        + repeated("\tFORMER COMPANY:\t\n\t\tFORMER CONFORMED NAME:\tMILLS\n", n)
        + DOCUMENT.format(form="8-K")
        + END
    ),
    "a huge number in the page of a header": lambda n: f"<html><!--\n{HEADER.format(form='8-K')}--><pre>&#{'9' * n};",
    "privacy-enhanced lines": lambda n: "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n" + repeated("Proc-Type: 2001\n", n),
    "uuencoded": lambda n: page("8-K", "begin 644 a.pdf\n" + repeated("M" + "A" * 60 + "\n", n) + "`\nend\n"),
    "members of gzip": many_members,
    "gzip in gzip": nested_gzip,
    # HTML
    "nested tags": lambda n: html(repeated("<div>", n)),
    "nested tables": lambda n: html(repeated("<table><tr><td>", n)),
    "nested fonts that overlap": lambda n: html(repeated("<b><i></b>", n)),
    "end tags": lambda n: html(repeated("</div>", n)),
    "cells that span millions": lambda n: html(
        "<table>" + repeated('<tr><td colspan="99999999" rowspan="99999999">a</td><td>b</td></tr>', n) + "</table>"
    ),
    "one row of cells": lambda n: html("<table><tr>" + repeated("<td>a</td>", n) + "</tr></table>"),
    "a wide row above short ones": lambda n: html(
        f"<table><tr>{repeated('<td>a</td>', n // 2)}</tr>{repeated('<tr><td>b</td></tr>', n // 2)}</table>"
    ),
    "a comment without an end": lambda n: html("<!--" + repeated("mill ", n)),
    "comments without an end": lambda n: html(repeated("<!--", n)),
    "a tag without an end": lambda n: html("<p title=" + '"' + repeated("mill ", n)),
    "tags without an end": lambda n: html(repeated("<p title='", n)),
    "angles": lambda n: html("<" * n),
    "ampersands": lambda n: html("&" * n),
    "half characters": lambda n: html(repeated("&#55357;", n)),
    "entities of huge numbers": lambda n: html("&#" + "9" * n + ";"),
    "sections of cdata": lambda n: html(repeated("<![CDATA[", n)),
    "scripts": lambda n: html(repeated("<script>", n)),
    "style on everything": lambda n: html(repeated('<p style="' + "font:x;" * 20 + '">a</p>', n)),
    "inline facts": lambda n: html(repeated('<ix:nonNumeric name="dei:Security12bTitle" contextRef="c">a', n)),
    "facts that leave out": lambda n: html(
        repeated(f'<ix:nonNumeric name="dei:TradingSymbol">{"<ix:exclude>" * 800}a</ix:nonNumeric>', n)
    ),
    "ids of a context": lambda n: html(
        '<ix:nonNumeric name="dei:DocumentType" contextRef="b">8-K</ix:nonNumeric><ix:resources><xbrli:context '
        + repeated('id="a" ', n)
        + "</xbrli:context></ix:resources>"
    ),
    "blanks that are kept": lambda n: html(f"<pre>{' ' * n}x</pre>"),
    "contexts": lambda n: html("<ix:header>" + repeated('<xbrli:context id="c"></xbrli:context>', n) + "</ix:header>"),
    # text
    "one line of a letter": lambda n: text("x" * n),
    "one line of words": lambda n: text(repeated("the mill ", n)),
    "one line without blanks": lambda n: text(repeated("Item5.OtherEventsSIGNATURES", n)),
    "blanks": lambda n: text(" " * n),
    "blank lines": lambda n: text("\n" * n),
    "form feeds": lambda n: text(repeated("\x0c\n", n)),
    "NUL bytes": lambda n: text(repeated("mill mill \x00", n)),
    "dots": lambda n: text("." * n),
    "underscores": lambda n: text("_" * n),
    "headings of items": lambda n: text(repeated("Item 8.01 Other Events\n", n)),
    "items on one line": lambda n: text(repeated("Item 1 ", n), "10-K"),
    "letters of an item": lambda n: text("Item 8.01 " + repeated("(a) ", n)),
    "numbers of items": lambda n: text(repeated("1", n)),
    "parts": lambda n: text(repeated("PART I\nPART II\n", n), "10-K"),
    "table of contents": lambda n: text(repeated("Item 1. Business ........ 5\n", n), "10-K"),
    "signatures": lambda n: text("SIGNATURES\n" + repeated("By: /s/ Jane Doe\nName: Jane Doe\nTitle: President\n", n)),
    "marks of signatures": lambda n: text("SIGNATURES\n" + repeated("/s/ ", n)),
    "exhibits": lambda n: text("EXHIBIT INDEX\n" + repeated("99.1  Press release\n", n)),
    "exhibits that open brackets": lambda n: text("EXHIBIT INDEX\n" + repeated("99.1 (((((((\n", n)),
    "a rule in an exhibit's row": lambda n: page("8-K", f"FORM 8-K\n\nItem 9.01 Exhibits\n\n99.1  Mill {'_' * n}5\n"),
    "brackets": lambda n: text("EXHIBIT INDEX\n" + repeated("(", n)),
    "boxes": lambda n: text(repeated("[X] Yes [ ] No ", n), "10-K"),
    "pipes": lambda n: text(repeated("| a ", n)),
    "rules of Markdown": lambda n: text("# 8-K\n" + repeated("| --- | --- |\n", n)),
    "stars": lambda n: text(repeated("**a", n)),
    "stars without an end": lambda n: text("# 8-K\n# 8-K\n" + repeated("a *", n)),
    "captions of a cover": lambda n: text(repeated("(Exact name of registrant as specified in its charter)\n", n)),
    "a cover on one line": lambda n: text(repeated("Commission file number 1-2345 ", n), "10-K"),
    "dates": lambda n: text(repeated("February 30, 2018 ", n)),
    "SGML tables": lambda n: text(repeated("<TABLE><CAPTION><S><C>\n", n), "13F-HR"),
    "rows of a 13F": lambda n: text(
        "<TABLE>\n" + repeated("APEX CORP  COM  037833100  123  456 SH SOLE\n", n), "13F-HR"
    ),
    "covers of schedules": lambda n: text(
        repeated("CUSIP No. 037833100\n(1) Names of reporting persons\n", n), "SC 13G"
    ),
    "blanks in a row of a schedule": lambda n: text(
        f"NAME OF REPORTING PERSON\nJ\n5. SOLE VOTING POWER\n{' ' * (n // 6)}1\n6. SHARED VOTING POWER\n7\n" * 6,
        "SC 13G",
    ),
    "signers of a 13F on one line": lambda n: text(
        repeated("person signing this report on behalf of reporting manager: Name: ", n), "13F-HR"
    ),
    "dashes behind an explanation": lambda n: late("-\n", n),
    "blanks in a narrative": lambda n: text(
        f"PART III - NARRATIVE\n\nMills {' ' * n}x\n\nPART IV - OTHER\n", "NT 10-K"
    ),
    "blank lines behind an explanation": lambda n: late("\n", n),
    # XML
    "entities in entities": laughs,
    "a long entity": quadratic_laughs,
    "nested elements": lambda n: xml(repeated("<a>", n)),
    "nested elements that end": lambda n: xml("<a>" * (n // 7) + "</a>" * (n // 7)),
    "elements of one name": lambda n: xml(repeated("<a>1</a>", n)),
    "attributes": lambda n: xml("<a " + " ".join(f"b{i}='1'" for i in range(n // 10)) + "/>"),
    "namespaces": lambda n: xml("".join(f"<a xmlns:n{i}='u{i}'/>" for i in range(n // 20))),
    "bare angles in XML": lambda n: xml(repeated("a < b & c ", n)),
    "blanks in a signature": lambda n: xml(
        f"<signature><signatureName>/ J{' ' * n}Doe</signatureName><signatureTitle>Miller</signatureTitle></signature>"
    ),
    "prologs": lambda n: page("D", repeated("<?a?><!-- b -->", n) + "<edgarSubmission/>"),
    "a document type without an end": lambda n: page("D", "<!DOCTYPE a [" + repeated("<!ELEMENT b ANY>", n)),
    "transactions": lambda n: page(
        "4",
        "<?xml version='1.0'?><ownershipDocument><nonDerivativeTable>"
        + repeated(
            "<nonDerivativeTransaction><securityTitle><value>A</value></securityTitle></nonDerivativeTransaction>", n
        )
        + "</nonDerivativeTable></ownershipDocument>",
    ),
}


def bytes_of(shape: str, n: int) -> bytes:
    """The shape at size n."""
    made = SHAPES[shape](n)
    return made.encode() if isinstance(made, str) else made


def answer(data: bytes, limit: int = 64 << 20) -> str:
    """The form that was read, or the error's name. Whatever else is raised is a fault of ours."""
    try:
        filing = parse_filing(data, limit=limit)
    except FilingError as error:
        return type(error).__name__
    to_json(filing).encode()
    return filing.form or "none"


def seconds_for(data: bytes, limit: int = 64 << 20) -> float:
    """CPU time of one answer."""
    started = time.process_time()
    answer(data, limit)
    return time.process_time() - started


def main() -> None:
    """Parse one shape and say what it took."""
    shape, n = sys.argv[1], int(sys.argv[2])
    data = bytes_of(shape, n)
    started = time.process_time()
    kind = answer(data)
    seconds = time.process_time() - started
    peak = peak_memory() >> 20
    sys.stdout.write(json.dumps({"shape": shape, "answer": kind, "seconds": seconds, "peakMB": peak}) + "\n")


if __name__ == "__main__":
    main()
