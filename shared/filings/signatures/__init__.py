"""Who signed, for whom, as what."""
