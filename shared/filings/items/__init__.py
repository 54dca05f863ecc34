"""A report's items: their numbers, titles, headings, and the chain that they make."""
