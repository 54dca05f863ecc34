"""Forms that EDGAR takes as XML."""
