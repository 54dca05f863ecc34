"""Which form a document without a header is."""
