"""What the fuzzer starts from: the cases of tests/fixtures, alone and packed, the events, and what was found before."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from local.template import PROJECT

__all__ = ["REGRESSIONS", "dictionary", "seeds"]

REGRESSIONS = Path(__file__).parent / "regressions"
_FIXTURES = PROJECT / "tests" / "fixtures"

# What the parser looks for, so that mutation need not guess it letter by letter.
_WORDS = """
<SEC-DOCUMENT> <SEC-HEADER> </SEC-HEADER> <IMS-HEADER> <SUBMISSION> <DOCUMENT> </DOCUMENT> <TYPE> <SEQUENCE> <FILENAME>
<DESCRIPTION> <TEXT> </TEXT> <XBRL> <XML> <PDF> <PAGE> <TABLE> <CAPTION> <S> <C> <html> <table> <tr> <td> </td>
colspan=" rowspan=" <ix:nonNumeric <ix:nonFraction <ix:header> xmlns:ix= dei:DocumentType contextRef= &#55357; &#0;
&nbsp; &amp; <!-- --> <![CDATA[ ]]> <!DOCTYPE <!ENTITY <?xml ACCESSION_NUMBER: CONFORMED_SUBMISSION_TYPE:
FILED_AS_OF_DATE: <ACCEPTANCE-DATETIME> FILER: ISSUER: REPORTING-OWNER: CENTRAL_INDEX_KEY: BUSINESS_ADDRESS:
FORM_8-K FORM_10-K 13F-HR SCHEDULE_13G ITEM_5. Item_1.01 PART_II SIGNATURES /s/ By: Exhibit_99.1 CUSIP
Not_Applicable [X] ☒ <ownershipDocument> <informationTable> <edgarSubmission> <nonDerivativeTransaction> <value>
%PDF-1.4 begin_644_ -----BEGIN_PRIVACY-ENHANCED_MESSAGE----- \ue000 1E+999 99991231 00010101
"Records" "eventSource" "aws:s3" "s3" "object" "key" "versionId" "sequencer" "source" "aws.s3" "detail" "detail-type"
"""


def seeds(target: str) -> Iterator[tuple[str, bytes]]:
    """Names and inputs for the target: what was found first, then the rest in the order of names."""
    for path in sorted(REGRESSIONS.glob(f"{target}/*")):
        yield path.name, path.read_bytes()
    if target == "event":
        for path in sorted((PROJECT / "events").glob("*.json")):
            yield path.stem, path.read_bytes()
        return
    for path in sorted([*_FIXTURES.glob("*/*/submission.*"), *_FIXTURES.glob("malformed/*/input.*")]):
        data = path.read_bytes()
        yield f"{path.parent.parent.name}-{path.parent.name}", data
        if path.parent.parent.name == "form_8k":
            yield f"{path.parent.name}-gzip", gzip.compress(data, mtime=0)


def dictionary() -> str:
    """The words as libFuzzer reads them: a quoted string a line, odd bytes in hexadecimal."""
    words = (word.replace("_", " ").encode() for word in _WORDS.split())
    return "".join(f'"{_escaped(word)}"\n' for word in words)


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)
