"""Form 13F: its cover, its information table in XML and in text."""
