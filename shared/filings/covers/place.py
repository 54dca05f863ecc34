"""States, provinces and countries, as covers spell them. The header's two-letter codes are EDGAR's own.

Source: EDGAR's list of State and Country Codes; the states' older abbreviations are those of the GPO Style Manual.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["CODES", "PLACE", "PlaceAtEnd", "code_of", "is_place", "is_state", "place_at_end"]

_STATES = """AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky
LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana
NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota
OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota
TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland|NS Nova Scotia|ON Ontario|QC Quebec
SK Saskatchewan|PE Prince Edward Island|YT Yukon|GU Guam|VI Virgin Islands|MP Northern Mariana Islands
AS American Samoa"""
_ABBREVIATIONS = """Ala|Ariz|Ark|Cal|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont
Neb|Nebr|Nev|N Mex|Okla|Ore|Oreg|Pa|Penn|Penna|R I|S C|S D|Tenn|Tex|Va|Vt|Wash|W Va|Wis|Wisc|Wyo|Ont|Que|Alta|Sask"""
_COUNTRIES = """Albania|Algeria|Andorra|Angola|Anguilla|Antigua and Barbuda|Argentina|Armenia|Aruba|Australia|Austria
Azerbaijan|Bahamas|The Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bermuda|Bolivia|Botswana
Brazil|British Virgin Islands|Brunei|Bulgaria|Cambodia|Cameroon|Canada|Cayman Islands|Channel Islands|Chile|China
Colombia|Cook Islands|Costa Rica|Cote d'Ivoire|Croatia|Cuba|Curacao|Cyprus|Czech Republic|Denmark|Dominican Republic
Ecuador|Egypt|El Salvador|England|England and Wales|Estonia|Ethiopia|Faroe Islands|Fiji|Finland|France|Germany
Federal Republic of Germany|Ghana|Gibraltar|Great Britain|Greece|Greenland|Grenada|Guatemala|Guernsey|Guyana|Haiti
Honduras|Hong Kong|Hong Kong SAR|Hungary|Iceland|India|Indonesia|Iraq|Ireland|Northern Ireland|Republic of Ireland
Isle of Man|Israel|Italy|Jamaica|Japan|Jersey|Jordan|Kazakhstan|Kenya|Korea|South Korea|Republic of Korea|Kuwait
Kyrgyzstan|Laos|Latvia|Lebanon|Liberia|Republic of Liberia|Liechtenstein|Lithuania|Luxembourg
Grand Duchy of Luxembourg|Macau|Macao|Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands
Republic of the Marshall Islands|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique
Myanmar|Namibia|Nepal|Netherlands|The Netherlands|Holland|Netherlands Antilles|New Zealand|Nicaragua|Niger|Nigeria
Norway|Oman|Pakistan|Panama|Republic of Panama|Papua New Guinea|Paraguay|People's Republic of China
PRC|P R China|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Russian Federation
Rwanda|Samoa|San Marino|Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Republic of Singapore
Slovakia|Slovenia|South Africa|Spain|Sri Lanka|St Kitts and Nevis|St Lucia|St Vincent and the Grenadines|Suriname
Swaziland|Sweden|Switzerland|Taiwan|Taiwan ROC|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey
Turks and Caicos Islands|Uganda|Ukraine|United Arab Emirates|UAE|United Kingdom|UK|United States
United States of America|USA|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe"""

CODES = {entry[:2]: entry[3:] for line in _STATES.splitlines() for entry in line.split("|")}
_COUNTRY_NAMES = [name for line in _COUNTRIES.splitlines() for name in line.split("|")]
_NAMES = frozenset(name.lower().replace("'", "") for name in (*CODES.values(), *_COUNTRY_NAMES))
_STATE_NAMES = frozenset(name.lower() for name in CODES.values())
_SHORT = frozenset(name.lower() for line in _ABBREVIATIONS.splitlines() for name in line.split("|"))
_LONGEST = 6  # words

PLACE = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]?")
        for name in sorted((*CODES.values(), *_COUNTRY_NAMES), key=len, reverse=True)
        if len(name) > 3
    )
    + r")\b",
    re.I,
)
_PREFIX = re.compile(
    r"(?:the\s+)?(?:(?:state|commonwealth|province|republic|kingdom|territory)\s+of\s+)?(?:the\s+)?", re.I
)
_SUFFIX = re.compile(r",?\s+(?:USA?|U\.\s?S\.(?:\s?A\.?)?|United\s+States(?:\s+of\s+America)?|Canada)\W*\Z", re.I)
_WORD = re.compile(r"[^\s,]+")


class PlaceAtEnd(NamedTuple):
    """A place that ends a text: its name as printed, and where it starts."""

    name: str
    start: int


def is_place(text: str) -> bool:
    """Whether the text is a state's, a province's or a country's name, whole or abbreviated ("Mass."), and no more."""
    whole = text.strip(" .,*")
    plain = _plain(whole)
    if plain in _NAMES or (plain in _SHORT and "." in text):
        return True
    shorter = _SUFFIX.sub("", whole[_end(_PREFIX, whole) :])
    return len(shorter) < len(whole) and _plain(shorter.strip(" ,")) in _NAMES


def is_state(text: str) -> bool:
    """Whether the text is a state or province: its code in capitals, its name, or its abbreviation."""
    plain = _plain(text)
    return text.replace(".", "").strip(" ,*") in CODES or plain in _STATE_NAMES or plain in _SHORT


def place_at_end(text: str) -> PlaceAtEnd | None:
    """The place that ends the text: a name, an abbreviation, or a code in capitals (`DC`, `D.C.`)."""
    text = text.rstrip(" ,\n\t*")
    for word in list(_WORD.finditer(text))[-_LONGEST:]:
        name = text[word.start() :]
        if _plain(name) in _NAMES:
            return PlaceAtEnd(name.rstrip("."), word.start())
        if name.replace(".", "").replace(" ", "") in CODES or _is_abbreviation(name, text[: word.start()]):
            return PlaceAtEnd(name, word.start())
    return None


def _is_abbreviation(name: str, before: str) -> bool:
    marked = name.endswith(".") or before.rstrip(" ").endswith(",")
    return marked and name[:1].isupper() and _plain(name) in _SHORT


def _plain(name: str) -> str:
    if not name.isascii():  # Québec, Curaçao
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return " ".join(name.replace(".", " ").replace(",", " ").replace("'", "").lower().split())


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def code_of(name: str) -> str | None:
    """EDGAR's code of a state or province; None for what is none."""
    plain = _plain(name)
    return next((code for code, full in CODES.items() if full.lower() == plain), None)
