"""The parser, the way of an upload and the reading of events, fuzzed: `make fuzz`. It never ships.

`targets` says what must hold for any bytes, `seeds` what mutation starts from, `__main__` runs atheris over both
(https://github.com/google/atheris). What was found once lies in regressions/ and is replayed by every `make test`.
"""
