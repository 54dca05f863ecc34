"""XBRL: the headline facts, inline or in a document of their own."""
