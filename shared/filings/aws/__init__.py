"""The only modules that know AWS. Each implements a Protocol of `filings.ports`, or reads an event of AWS's.

Clients are arguments: who builds them is `clients`, and it does so at first use, never at import.
"""
