"""States, provinces and countries, as covers spell them. The header's two-letter codes are EDGAR's own."""

from __future__ import annotations

import re

__all__ = ["CODES", "PLACE", "code_of", "is_place", "place_at_end"]

_STATES = """AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky
LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana
NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota
OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota
TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland|NS Nova Scotia|ON Ontario|QC Quebec
SK Saskatchewan|GU Guam|VI Virgin Islands"""
_COUNTRIES = """Argentina|Australia|Austria|Bahamas|The Bahamas|Barbados|Belgium|Belize|Bermuda|Brazil
British Virgin Islands|Canada|Cayman Islands|Chile|China|Colombia|Costa Rica|Curacao|Curaçao|Cyprus
Denmark|England|England and Wales|Finland|France|Germany|Gibraltar|Greece|Guernsey|Hong Kong|Hungary
Iceland|India|Indonesia|Ireland|Israel|Italy|Japan|Jersey|Kazakhstan|Korea|Liberia|Luxembourg
Grand Duchy of Luxembourg|Malaysia|Malta|Marshall Islands|Republic of the Marshall Islands|Mauritius
Mexico|Monaco|Netherlands|The Netherlands|Netherlands Antilles|New Zealand|Norway|Panama
Republic of Panama|Peru|Philippines|Poland|Portugal|People's Republic of China|Republic of Korea
Russia|Scotland|Singapore|South Africa|Spain|Sweden|Switzerland|Taiwan|Thailand|Turkey
United Arab Emirates|United Kingdom|UK|Uruguay|Venezuela|Vietnam|Wales"""

CODES = {entry[:2]: entry[3:] for line in _STATES.splitlines() for entry in line.split("|")}
_NAMES = [*CODES.values(), *(name for line in _COUNTRIES.splitlines() for name in line.split("|"))]
_NAME = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_NAMES, key=len, reverse=True))

PLACE = re.compile(rf"\b(?:{_NAME})\b", re.I)
_WHOLE = re.compile(
    rf"(?:the\s+)?(?:(?:state|commonwealth|province)\s+of\s+)?(?:{_NAME})(?:,?\s+(?:USA?|U\.S\.A?\.?))?", re.I
)
_AT_END = re.compile(rf"(?:^|[\s,])({_NAME}|{'|'.join(CODES)}|D\.\s?C\.|N\.\s?[YJCMH]\.)[\s,.]*\Z", re.I)


def is_place(text: str) -> bool:
    """Whether the text is a state's, a province's or a country's name and nothing more."""
    return bool(_WHOLE.fullmatch(text.strip(" .,*")))


def place_at_end(text: str) -> re.Match[str] | None:
    """The place that ends the text; group 1 is its name or its code (a code only in capitals)."""
    match = _AT_END.search(text)
    if match and len(match[1]) == 2 and not match[1].isupper():
        return None
    return match


def code_of(name: str) -> str | None:
    """EDGAR's code of a state or province; None for what is none."""
    plain = " ".join(name.split()).lower()
    return next((code for code, full in CODES.items() if full.lower() == plain), None)
