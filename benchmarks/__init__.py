"""`make bench`: measures the parser and the pipeline in one run, and writes docs/performance.md.

Inputs are made by `filings`; each measurement is a module of its own (`parsing`, `peers`, `corpus`, `cold_start`,
`aws_calls`, `large_parse`, `large_upload`); `report` writes what they measured, judged by `targets`.
"""
