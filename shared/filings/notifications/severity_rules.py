"""The one table of rules: form or item of Form 8-K -> severity, tags, and a few words for the headline.

docs/tags.md shows the same rows, and a test holds both together. `severity` applies them. Forms are
EDGAR's submission types (EDGAR Filer Manual, volume II); items and their history are Form 8-K's (SEC
releases 33-8400, 33-8518, 33-9286, 33-11216). Which event matters how much is our judgement: it says
how rarely such a thing happens and how fast people act on it, nothing of this one company.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["FORM_RULES", "ITEM_RULES", "SEVERITIES", "SUCCESSORS", "Rule", "Severity"]

Severity = Literal["low", "normal", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("low", "normal", "high", "critical")


class Rule(NamedTuple):
    """`key`: an item of Form 8-K, or forms with commas between; a form ending in `*` stands for all that begin so."""

    key: str
    severity: Severity
    tags: tuple[str, ...]
    says: str


ITEM_RULES: tuple[Rule, ...] = (
    Rule("1.01", "high", ("deal",), "entry into a material agreement"),
    Rule("1.02", "high", ("deal",), "end of a material agreement"),
    Rule("1.03", "critical", ("bankruptcy",), "bankruptcy or receivership"),
    Rule("1.04", "normal", ("mine-safety",), "mine safety"),
    Rule("1.05", "critical", ("cyber",), "material cybersecurity incident"),
    Rule("2.01", "high", ("deal",), "assets acquired or sold"),
    Rule("2.02", "high", ("earnings",), "results of operations"),
    Rule("2.03", "normal", ("debt",), "new debt or other financial obligation"),
    Rule("2.04", "high", ("debt",), "debt accelerated or increased"),
    Rule("2.05", "high", ("restructuring",), "costs of exit or disposal"),
    Rule("2.06", "high", ("impairment",), "material impairment"),
    Rule("3.01", "critical", ("delisting",), "delisting notice or transfer of listing"),
    Rule("3.02", "normal", ("share-sale",), "unregistered sale of equity"),
    Rule("3.03", "normal", ("holder-rights",), "rights of security holders changed"),
    Rule("4.01", "high", ("auditor",), "change of auditor"),
    Rule("4.02", "critical", ("restatement",), "earlier financial statements not to be relied on"),
    Rule("5.01", "critical", ("control",), "change in control"),
    Rule("5.02", "high", ("officers",), "change of directors, officers or their pay"),
    Rule("5.03", "normal", ("charter",), "articles, bylaws or fiscal year changed"),
    Rule("5.04", "normal", ("benefit-plan",), "trading under benefit plans suspended"),
    Rule("5.05", "normal", ("ethics",), "code of ethics changed or waived"),
    Rule("5.06", "normal", ("shell",), "shell company status changed"),
    Rule("5.07", "high", ("vote",), "vote of security holders"),
    Rule("5.08", "normal", ("vote",), "shareholder director nominations"),
    Rule("6.01", "normal", ("asset-backed",), "asset-backed informational material"),
    Rule("6.02", "normal", ("asset-backed",), "change of servicer or trustee"),
    Rule("6.03", "normal", ("asset-backed",), "change in credit enhancement"),
    Rule("6.04", "high", ("asset-backed",), "required distribution not made"),
    Rule("6.05", "normal", ("asset-backed",), "asset-backed updating disclosure"),
    Rule("6.06", "normal", ("asset-backed",), "static pool information"),
    Rule("6.10", "normal", ("asset-backed",), "alternative filing of an asset-backed issuer"),
    Rule("7.01", "normal", ("reg-fd",), "Regulation FD disclosure"),
    Rule("8.01", "normal", (), "other events"),
    Rule("9.01", "normal", (), "financial statements and exhibits"),
)

# Items 1 to 12 of the form of before 2004-08-23, and the items they became (release 33-8400).
SUCCESSORS: dict[str, str] = {
    "1": "5.01",
    "2": "2.01",
    "3": "1.03",
    "4": "4.01",
    "5": "8.01",
    "6": "5.02",
    "7": "9.01",
    "8": "5.03",
    "9": "7.01",
    "10": "5.05",
    "11": "5.04",
    "12": "2.02",
}

FORM_RULES: tuple[Rule, ...] = (
    Rule("NT 10-K, NTN 10K, NT 20-F, NTN 20-F", "critical", ("late",), "the annual report is late"),
    Rule("NT 10-Q, NTN 10Q", "critical", ("late",), "the quarterly report is late"),
    Rule("NT 10-D, NT 11-K, NT 15D2, NT N-*, NT NPORT*, NT-*, NTF*", "high", ("late",), "a report is late"),
    Rule("25-NSE", "critical", ("delisting",), "the exchange removes a class of securities"),
    Rule("25", "high", ("delisting",), "the issuer withdraws a class of securities"),
    Rule("15-12B, 15-12G, 15-15D, 15F-*", "high", ("deregistration",), "registration or reporting ends"),
    Rule("SC 13D, SCHEDULE 13D", "high", ("13d",), "holder of more than 5%, not passive"),
    Rule("SC 13G, SCHEDULE 13G", "normal", ("13g",), "holder of more than 5%, passive"),
    Rule("SC TO-*, SC 14D1, SC 14D9", "high", ("deal", "tender-offer"), "tender offer"),
    Rule("SC 13E3", "high", ("deal", "going-private"), "going private"),
    Rule("425, S-4*, F-4*, DEFM14A, DEFM14C, PREM14A, PREM14C", "high", ("deal",), "business combination"),
    Rule("PREC14A, DEFC14A, DFAN14A, PREN14A, DEFN14A", "high", ("proxy-fight",), "contested solicitation"),
    Rule("DEF 14A, PRE 14A, DEFA14A", "normal", ("proxy",), "proxy material"),
    Rule("10-K, 10-K405, 10-KSB*, 10KSB*, 10-KT, 20-F, 40-F", "normal", ("annual-report",), "annual report"),
    Rule("10-Q, 10-QSB, 10QSB, 10-QT", "normal", ("quarterly-report",), "quarterly report"),
    Rule("3, 4, 5", "normal", ("insider",), "holdings of an insider"),
    Rule("144", "normal", ("insider",), "proposed sale of restricted securities"),
    Rule("13F-HR, 13F-NT", "normal", ("13f",), "institutional holdings"),
    Rule("S-1, S-11, F-1", "normal", ("registration",), "registration of securities"),
    Rule("424B*, FWP", "normal", ("prospectus",), "prospectus"),
    Rule("D", "normal", ("private-offering",), "offering without registration"),
    Rule("CORRESP", "low", ("correspondence",), "letter to the SEC's staff"),
    Rule("UPLOAD", "low", ("correspondence",), "letter from the SEC's staff"),
    Rule("CERT*", "low", ("listing",), "an exchange certifies a listing"),
)
