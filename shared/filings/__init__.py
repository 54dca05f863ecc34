"""SEC filings: bytes in, typed records out, and one event for each.

`parse` reads a filing. It knows no AWS, no clock, no environment and no network, and nor does
anything it imports. `forms/` holds one module a form. `notification` says what subscribers are
told. `process` is the way of one upload: read, parse, commit, announce, mark. `aws/` is the only
folder that knows AWS.
"""
